"""The whole window, every page, at 100 % and 200 %: named, large, apart, reachable, unclipped."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from steadyhands.services.sample import sample_desk
from steadyhands.system.preferences import PreferenceFile, Preferences
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.charts.cell_map import CellMap
from steadyhands.ui.charts.hand_map import HandMap
from steadyhands.ui.pages import Pages
from steadyhands.ui.shell import Shell, look_of
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.sleep.night_bars import NightBars
from steadyhands.ui.widgets.hand_part_button import PartButton
from steadyhands.ui.widgets.timeline import TimelinePlot
from tests.stubs import FixedClock

TARGET, GAP = 44, 8
PAGES = [page.key for page in Pages(*[None] * 7).all()]  # a new tab is looked at like the others
SIZES = ((1.0, 1280, 880), (1.0, 900, 600), (2.0, 1280, 880), (2.0, 1000, 700))
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.Slider,
}
# Painted; the name tells what is under the keyboard's mark.
PICTURES = (TimelinePlot, NightBars, CellMap, HandMap)


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: "{}-{}x{}".format(*size))
def window(request, qapp, tmp_path_factory) -> Iterator[QWidget]:
    """Return the window of the sample diary, with something just logged on each page."""
    scale, width, height = request.param
    file = PreferenceFile(str(tmp_path_factory.mktemp("config")))
    file.write(Preferences(text_scale=scale, theme="light", motion="reduced"))
    appearance = Appearance(qapp)
    appearance.suit(*look_of(file.read()))
    shell = Shell(sample_desk(FixedClock()), appearance, file)
    shell.window.resize(width, height)
    shell.show()
    shell.window.resize(width, height)
    shell.window.activateWindow()
    QTest.qWaitForWindowActive(shell.window)
    shell.conductor._first_housework.stop()  # its thread would belong to no test
    shell.conductor.log_twitch()
    # The workers belong to the window, not to the test that first needs them.
    shell.tasks.run(lambda: None, lambda _: None)
    strays = Strays(shell.window)
    for key in PAGES:
        shell.window.show_page(key)
        settle(shell.window.page(key))
    shell.window.show_page(PAGES[0])
    assert strays.end() == []  # what is shown before it has a parent flashes up by itself
    QTest.qWait(200)  # until the window has heard of its own writing
    yield shell.window
    shell.window.close()
    for thing in (shell.window, shell, appearance):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Strays(QObject):
    """Notes what is shown as a window of its own beside the one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
            self._seen += [title(thing)] if thing is not self._window else []
        return False

    def end(self) -> list[str]:
        QApplication.instance().removeEventFilter(self)
        return self._seen


def settle(page: QWidget | None) -> None:
    """Wait until all that a page shows is there; some of it comes from other threads."""
    for _ in range(2000):
        QApplication.processEvents()
        if not isinstance(page, Tab) or page.is_settled():
            return
        time.sleep(0.01)  # QTest.qWait would not let the other thread run
    raise AssertionError("the page never came to rest")


@pytest.fixture(params=PAGES)
def page(request, window) -> QWidget:
    """Return a page, shown and laid out."""
    window.show_page(request.param)
    for _ in range(4):  # what wraps asks for its height only once it has its width
        QApplication.processEvents()
    shown = window.page(request.param)
    assert shown is not None
    settle(shown)
    return shown


def visible(root: QWidget) -> list[QWidget]:
    return [part for part in root.findChildren(QWidget) if part.isVisible()]


def targets(root: QWidget) -> list[QWidget]:
    """Return what can be pressed, or can hold the keyboard."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    return [w for w in visible(root) if isinstance(w, kinds) or _takes_keys(w)]


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and not isinstance(
        widget, QAbstractScrollArea | QLabel
    )


def title(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    name = face.text(QAccessible.Text.Name) if face is not None else ""
    return f"{type(widget).__name__} {name!r}"


def area(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())


def test_everything_one_can_press_says_what_it_is(window, page):
    unnamed = []
    for widget in targets(window):
        face = QAccessible.queryAccessibleInterface(widget)
        is_known = face.role() in ROLES or isinstance(widget, PICTURES)
        if not (is_known and face.text(QAccessible.Text.Name).strip()):
            unnamed.append(f"{title(widget)} role {face.role()}")
    assert unnamed == []


def test_the_tree_of_a_screen_reader_holds_every_target(window, page):
    wanted = {id(w): w for w in targets(window)}
    todo, seen = [QAccessible.queryAccessibleInterface(window)], 0
    while todo:
        face = todo.pop()
        wanted.pop(id(face.object()), None)
        seen += 1
        todo += [face.child(n) for n in range(face.childCount()) if face.child(n) is not None]
    assert seen > 40
    assert [title(w) for w in wanted.values()] == []


def test_targets_are_large(window, page):
    small = [
        f"{title(w)} {w.width()}×{w.height()}"
        for w in targets(window)
        if not isinstance(w, PartButton) and min(w.width(), w.height()) < TARGET
    ]
    assert small == []


def test_targets_keep_their_distance(window, page):
    rects = [(w, area(w, window)) for w in targets(window) if not isinstance(w, PartButton)]
    near = []
    for place, (one, rect) in enumerate(rects):
        around = rect.adjusted(1 - GAP, 1 - GAP, GAP - 1, GAP - 1)
        for other, its in rects[place + 1 :]:
            if one.isAncestorOf(other) or other.isAncestorOf(one) or _are_apart(one, other, window):
                continue
            if around.intersects(its):
                near.append(f"{title(one)} {rect.getRect()} – {title(other)} {its.getRect()}")
    assert near == []


def _are_apart(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Return whether one scrolls, or floats, over the other: then no two are side by side."""
    toast = window.toast
    if toast.isAncestorOf(one) or toast.isAncestorOf(other):
        return True
    return _scroller(one) is not _scroller(other)


def _scroller(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def test_no_words_are_cut_off(window, page):
    cut = []
    for part in visible(window):
        if isinstance(part, QLabel) and part.text():
            wraps = part.wordWrap()
            needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
            too_narrow = part.width() < (_longest_word(part) if wraps else part.sizeHint().width())
            if part.height() < needed or too_narrow:
                cut.append(f"{part.text()!r} {part.size().toTuple()} needs {needed}")
        elif isinstance(part, QAbstractButton) and not isinstance(part, PartButton):
            hint = part.minimumSizeHint()
            if part.width() < hint.width() or part.height() < hint.height():
                cut.append(f"{title(part)} {part.size().toTuple()} needs {hint.toTuple()}")
    assert cut == []


def _longest_word(label: QLabel) -> int:
    words = label.text().split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def test_nothing_reaches_over_the_edge(window, page):
    assert window.minimumSizeHint().width() <= window.width()
    over = []
    for part in visible(window.centralWidget()):
        parent = part.parentWidget()
        reaches = part.width() and (part.x() < -1 or part.x() + part.width() > parent.width() + 1)
        if reaches and not isinstance(parent.parentWidget(), QAbstractScrollArea):
            over.append(f"{title(part)} {part.geometry().getRect()} in {parent.width()}")
    for scroller in [s for s in visible(page) if isinstance(s, QScrollArea)]:
        assert scroller.widget().width() <= scroller.viewport().width()
    assert over == []


def test_no_two_things_lie_on_each_other(window, page):
    """Things under one parent do not overlap, except what floats on purpose."""
    piled = []
    for parent in [window.centralWidget(), *visible(window.centralWidget())]:
        if parent.layout() is None:
            continue
        parts = [w for w in parent.children() if isinstance(w, QWidget) and w.isVisible()]
        parts = [w for w in parts if w is not window.toast and not w.isWindow()]
        for place, one in enumerate(parts):
            for other in parts[place + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > 1 and both.height() > 1:
                    piled.append(f"{title(one)} – {title(other)} in {title(parent)}")
    assert piled == []


def test_tab_and_arrows_reach_every_target(window, page):
    window.setFocus()
    reached: set[int] = set()
    for _ in range(200):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or id(focus) in reached:
            break
        reached.add(id(focus))
        # Rows of chips, the tabs and the hands are one stop; arrows walk within.
        reached |= {id(w) for w in _group(focus)}
    missed = [w for w in targets(window) if id(w) not in reached and w.isEnabled()]
    assert [f"{title(w)} {w.focusPolicy()}" for w in missed] == []


def _group(widget: QWidget) -> list[QWidget]:
    """Return the siblings that take part in one stop."""
    parent = widget.parentWidget()
    same = [w for w in parent.children() if type(w) is type(widget)] if parent else []
    if all(w.focusPolicy() != Qt.FocusPolicy.StrongFocus for w in same if w is not widget):
        return same
    if isinstance(widget, PartButton):
        return [w for w in same if w.side == widget.side]
    return []
