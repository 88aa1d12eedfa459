"""A person at the window: presses, types and reads as one does, and can do no more than that.

Things are found by the name a screen reader says. A press goes to the window at the
place where the thing is; if something else covers it, that is what gets pressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from steadyhands.ui.main_window import MainWindow
from steadyhands.ui.shell import Shell
from steadyhands.ui.widgets.hand_view import HandView
from steadyhands.ui.widgets.stat import Stat

SELECTED = ", selected"
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Two hands and two eyes on one window."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    @property
    def window(self) -> MainWindow:
        return self.shell.window

    # -- eyes ----------------------------------------------------------------------------

    def find(self, name: str) -> QWidget:
        """Return the one visible thing of that name, selected or not, that is no mere text.

        The toast's button is left to `click_action`.
        """
        found = [w for w in self._visible() if _name(w).removesuffix(SELECTED) == name]
        toast = self.window.toast
        found = [w for w in found if not isinstance(w, QLabel) and not toast.isAncestorOf(w)]
        assert len(found) == 1, f"{len(found)} things named {name!r} in {self.names()}"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(_name(w).removesuffix(SELECTED) == name for w in self._visible())

    def names(self) -> list[str]:
        return sorted({_name(w) for w in self._visible()} - {""})

    def is_selected(self, name: str) -> bool:
        return _name(self.find(name)).endswith(SELECTED)

    def is_open(self, title: str) -> bool:
        """Return whether the tab of that title is the chosen one."""
        return _name(self._tab(title)).endswith(SELECTED)

    def _tab(self, title: str) -> QWidget:
        return next(w for w in self._visible() if _name(w).startswith(f"{title}, tab "))

    def figure(self, caption: str) -> str:
        """Return what the strip says of "Twitches today", "Water", …"""
        spoken = [_name(stat) for stat in self.window.header.findChildren(Stat)]
        return next(s for s in spoken if s.startswith(caption)).removeprefix(f"{caption}: ")

    def reads(self, text: str) -> bool:
        """Return whether these words stand somewhere in the window."""
        labels = self.window.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())

    def toast(self) -> str:
        return self.window.toast.text() if self.window.toast.isVisible() else ""

    def toast_action(self) -> str:
        button = self.window.toast.button
        return _name(button) if button.isVisible() else ""

    def focus(self) -> str:
        """Return the name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return _name(widget).removesuffix(SELECTED) if widget is not None else ""

    def _visible(self) -> list[QWidget]:
        return [w for w in self.window.findChildren(QWidget) if w.isVisible()]

    # -- pointer -------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """Press and release the left button in the middle of a thing."""
        self.click_at(self.find(name))

    def turn_to(self, title: str) -> None:
        """Press the tab of that title, or what it waits under."""
        if any(_name(w).startswith(f"{title}, tab ") for w in self._visible()):
            self.click_at(self._tab(title))
        else:
            self.click_at(self.window.tabs.more)
            self.click(title)

    def click_at(self, widget: QWidget, point: QPointF | None = None) -> None:
        self._at(widget, point, lambda h, where: QTest.mouseClick(h, _LEFT, _NONE, where))

    def click_action(self) -> None:
        """Press the button in the toast."""
        self.click_at(self.window.toast.button)

    def click_finger(self, side: str, part: str) -> None:
        hands = self._hands()
        self.click_at(hands, hands.part_center(side, part))

    def double_click_finger(self, side: str, part: str) -> None:
        """Press twice within a few milliseconds, as a trembling finger does."""
        hands, place = self._hands(), self._hands().part_center(side, part)
        self._at(hands, place, lambda h, where: QTest.mouseDClick(h, _LEFT, _NONE, where))

    def press_finger_and_slip(self, side: str, part: str) -> None:
        """Press on a finger, slide far away, and release there."""

        def slip(handle: object, where: QPoint) -> None:
            QTest.mousePress(handle, _LEFT, _NONE, where)
            away = where + QPoint(150, 120)
            QTest.mouseMove(handle, away)
            QTest.mouseRelease(handle, _LEFT, _NONE, away)

        hands = self._hands()
        self._at(hands, hands.part_center(side, part), slip)

    def _hands(self) -> HandView:
        return next(h for h in self.window.findChildren(HandView) if h.isVisible())

    def _at(
        self, widget: QWidget, point: QPointF | None, do: Callable[[object, QPoint], object]
    ) -> None:
        place = (point or QPointF(widget.rect().center())).toPoint()
        _bring_into_sight(widget, place)
        window = widget.window()  # a list that popped up is a window of its own
        where = widget.mapTo(window, place)
        hit = window.childAt(where)
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), (
            f"{_name(widget)!r} is covered by {hit} there"
        )
        do(window.windowHandle(), where)

    # -- keys ----------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)

    def tab_to(self, name: str, most: int = 80) -> None:
        """Press Tab until the thing has the keyboard."""
        passed = []
        for _ in range(most):
            if self.focus() == name:
                return
            self.key(Qt.Key.Key_Tab)
            passed.append(self.focus())
        raise AssertionError(f"Tab never reached {name!r}; it passed {passed}")


_LEFT, _NONE = Qt.MouseButton.LeftButton, PLAIN


def _name(widget: QWidget) -> str:
    """Return a widget's name as a screen reader says it; a bare box has none."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def _bring_into_sight(widget: QWidget, place: QPoint) -> None:
    """Scroll as a wheel would until that spot of the widget can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None:
            spot = widget.mapTo(parent.widget(), place)
            parent.ensureVisible(spot.x(), spot.y(), 0, 100)
            QApplication.processEvents()
        parent = parent.parentWidget()
