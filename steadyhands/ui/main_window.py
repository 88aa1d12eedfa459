"""The window: the strip, the tabs, the toast. Navigation only; tabs know the diary, not this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from steadyhands.ui.header import Header
from steadyhands.ui.refocus import give_focus, place_in
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.tab_bar import TabBar
from steadyhands.ui.widgets.toast import Toast

TAB, BAR, ASKED = "tab", "bar", "asked"


class Page(NamedTuple):
    """A page of the window: its key, its name, and how to build it when first shown.

    `place` is where it is opened from: a `tab`, a quiet button at the end of the `bar`, or
    only when `asked` for by another page (`Signals.page_asked`). `keys` opens it from anywhere.
    """

    key: str
    title: str
    build: Callable[[], QWidget]
    place: str = TAB
    keys: str = ""


class MainWindow(QMainWindow):
    """Shows one page at a time; each is built when it is first opened."""

    log_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    closing = Signal()
    rebuilt = Signal()
    page_shown = Signal(str)

    def __init__(self, pages: Sequence[Page], guard: ClickGuard, notice: str = "") -> None:
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle("SteadyHands")
        self._pages = {page.key: page for page in pages}
        self._guard = guard
        self._notice = notice
        self._may_close: Callable[[], bool] = lambda: True
        self._first: Callable[[], QWidget] | None = None
        self._card: Callable[[], QWidget] | None = None
        self.last_tab = ""  # the page shown last that has a tab
        self._assemble()
        self._add_shortcuts()

    def _assemble(self) -> None:
        """Build the strip, the bar and the empty stack at the present size of text."""
        self._built: dict[str, QWidget] = {}
        self.header = Header(self._guard)
        self.tabs = TabBar(self._guard)
        self._stack = QStackedWidget()
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self._notice:
            outer.addWidget(_banner(self._notice))
        outer.addWidget(self.header)
        outer.addLayout(self._build_bar())
        self._card_place = QVBoxLayout()
        self._card_place.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._card_place)
        outer.addWidget(self._stack, 1)
        self.setCentralWidget(page)
        self.toast = Toast(page, self._guard)
        self.header.log_pressed.connect(self.log_asked)
        self.tabs.current_changed.connect(self.show_page)

    def _build_bar(self) -> QHBoxLayout:
        look = current_look()
        bar = QHBoxLayout()
        bar.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(6))
        bar.setSpacing(look.px(8))
        bar.addWidget(self.tabs, 1)
        self._bar: dict[str, GuardedButton] = {}
        for page in self._pages.values():
            if page.place == TAB:
                self.tabs.add_tab(page.key, page.title)
            elif page.place == BAR:
                button = GuardedButton(page.title, "tab", self._guard)
                button.setCheckable(True)
                button.pressed_once.connect(partial(self.show_page, page.key))
                bar.addWidget(button)
                self._bar[page.key] = button
        return bar

    def _add_shortcuts(self) -> None:
        asked = {"Ctrl+T": self.log_asked, "Ctrl+Z": self.undo_asked, "Ctrl+Y": self.redo_asked}
        asked["Ctrl+Shift+Z"] = self.redo_asked
        for keys, signal in asked.items():
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        for page in self._pages.values():
            if page.keys:
                shortcut = QShortcut(QKeySequence(page.keys), self)
                shortcut.activated.connect(partial(self.show_page, page.key))

    def show_page(self, key: str, at: object = None) -> None:
        """Show a page, built now if it never was; an unknown key shows the first.

        `at` is where in the page to look, for a page that has `open_at`.
        """
        if key not in self._pages:
            key = next(iter(self._pages))
        is_new = key not in self._built
        if is_new:
            self._built[key] = self._pages[key].build()
            self._stack.addWidget(self._built[key])
        self._first = None
        self._stack.setCurrentWidget(self._built[key])
        if is_new:
            _to_top(self._built[key])
        if self._pages[key].place == TAB:
            self.last_tab = key
            self.tabs.choose(key)
        else:
            self.tabs.clear_choice()
        self._mark_bar(key)
        self.page_shown.emit(key)
        open_at = getattr(self._built[key], "open_at", None)
        if at is not None and open_at is not None:
            open_at(at)

    def _mark_bar(self, chosen: str) -> None:
        for key, button in self._bar.items():
            name = self._pages[key].title
            button.setChecked(key == chosen)
            said = self.tr("{0}, selected").format(name) if key == chosen else name
            button.setAccessibleName(said)

    def show_card(self, build: Callable[[], QWidget] | None) -> None:
        """Show a card above the pages, in the place of the one before; None takes it away."""
        self._card = build
        while (item := self._card_place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        if build is not None:
            self._card_place.addWidget(build())

    def show_first(self, build: Callable[[], QWidget]) -> None:
        """Show a greeting in the pages' place until a page is shown."""
        self._first = build
        greeting = build()
        self._stack.addWidget(greeting)
        self._stack.setCurrentWidget(greeting)
        greeting.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tabs.clear_choice()

    def page(self, key: str) -> QWidget | None:
        """Return a page that has been built."""
        return self._built.get(key)

    def page_keys(self) -> list[str]:
        """Return the keys of all pages, in the order of their tabs."""
        return list(self._pages)

    def current_page(self) -> str:
        """Return the key of the page shown."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._built.items() if page is shown), "")

    def rebuild(self) -> None:
        """Build everything anew, as another size of text or theme asks for."""
        shown, focus = (
            self.current_page(),
            place_in(self._stack.currentWidget(), self.focusWidget()),
        )
        self._assemble()
        self.show_card(self._card)
        if self._first is not None:
            self.show_first(self._first)
        else:
            self.show_page(shown)
        self.rebuilt.emit()
        page = self._stack.currentWidget()
        if page is not None:
            QTimer.singleShot(0, page, partial(give_focus, page, focus))

    def say(
        self,
        text: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        spoken: str = "",
    ) -> None:
        """Show a line at the bottom, with a button if `action` names one."""
        self.toast.show_message(text, action, act, spoken)

    def close_only_if(self, may_close: Callable[[], bool]) -> None:
        """Ask `may_close` before the window closes."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is left to save."""
        if not self._may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def _to_top(page: QWidget) -> None:
    """Begin a page with its title, wherever the keyboard's first stop may be."""
    for area in (page, *page.findChildren(QScrollArea)):
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)


def _banner(text: str) -> QWidget:
    banner = label(text, "banner")
    banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return banner
