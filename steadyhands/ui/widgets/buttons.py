"""Buttons for hands that twitch: large, acting on the press, deaf to a bounce."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.focus_ring import FocusRing

Variant = Literal["primary", "twitch", "secondary", "quiet", "round", "chip", "tab", "row"]


def now_ms() -> int:
    """Return the time for a click guard: milliseconds that never run backwards."""
    return time.monotonic_ns() // 1_000_000


class GuardedButton(FocusRing, QPushButton):
    """A button that acts when pressed, wherever it is released, and once for a bounce.

    Connect to `pressed_once`, not to `clicked`. Share one `guard` in a window so that its
    pause can be set in one place. Buttons that come and go in one place share a `spot`: a
    bounce does not press the one that has just come.
    """

    pressed_once = Signal()

    def __init__(
        self,
        text: str = "",
        variant: Variant = "secondary",
        guard: ClickGuard | None = None,
        parent: QWidget | None = None,
        clock: Callable[[], int] = now_ms,
    ) -> None:
        super().__init__(parent)
        self._words = ""
        self.setText(text)
        self.spot: object = None
        self._guard = guard if guard is not None else ClickGuard()
        self._clock = clock
        self.setProperty("variant", variant)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.pressed.connect(self._on_pressed)

    def setText(self, text: str) -> None:
        """Show `text` as it is: an ampersand is an ampersand, not an underlined letter."""
        self._words = text
        super().setText(text.replace("&", "&&"))

    def text(self) -> str:
        """Return the words shown."""
        return self._words

    def _on_pressed(self) -> None:
        target = self if self.spot is None else self.spot
        if self._guard.allows(target, self._clock()):
            self.repaint()  # the answer to the finger comes first, then what may take a moment
            self._act()

    def _act(self) -> None:
        """Do what an allowed press does."""
        self.pressed_once.emit()

    def nextCheckState(self) -> None:
        """Leave the mark alone on release: who acts on the press sets it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as well as with Space; a held key presses once."""
        self.show_ring(True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stay down: sliding off and back on is a shaking hand, not a second press."""
        event.accept()

    def sizeHint(self) -> QSize:
        """Return the text's size, never less than a target."""
        target = current_look().target
        return super().sizeHint().expandedTo(QSize(target, target))

    def minimumSizeHint(self) -> QSize:
        """Return the same size: a button is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the ring over it."""
        super().paintEvent(event)
        if self._ring:
            with QPainter(self) as painter:
                self.paint_ring(painter, self._radius())

    def _radius(self) -> float:
        look = current_look()
        return look.target / 2 if self.property("variant") == "chip" else look.px(12)
