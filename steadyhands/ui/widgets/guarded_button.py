"""A push button that acts when pressed, once, even under a trembling finger."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from steadyhands.ui.widgets.click_guard import ClickGuard

MIN_HEIGHT = 44
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class GuardedButton(QPushButton):
    """Emits `acted` on press; where the pointer is at release does not matter.

    `clicked` is emitted with it too, so it can stand wherever a QPushButton does.
    Screen readers and `click()` act as well and are never held back.
    """

    acted = Signal()

    def __init__(
        self, text: str = "", parent: QWidget | None = None, guard: ClickGuard | None = None
    ) -> None:
        super().__init__(text, parent)
        self.guard = guard if guard is not None else ClickGuard()
        self.setMinimumHeight(MIN_HEIGHT)
        self.setMinimumWidth(MIN_HEIGHT)
        self.clicked.connect(lambda _checked=False: self.acted.emit())

    def sizeHint(self) -> QSize:
        """Never lower than a finger."""
        return super().sizeHint().expandedTo(QSize(MIN_HEIGHT, MIN_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Act at once on a meant press of the left button."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self.setDown(True)
        self._press(event.timestamp())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat the second press of a quick pair like any other press."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stay down however the pointer slides."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Come up; the act was done on press."""
        event.accept()
        self.setDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Space and Enter when pressed, not while held."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self._press(event.timestamp())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing is left to do for the keys that acted on press."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)

    def _press(self, now_ms: int) -> None:
        if self.isEnabled() and self.guard.allows(self, now_ms):
            self.click()
