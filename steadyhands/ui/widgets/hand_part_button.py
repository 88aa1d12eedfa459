"""One part of a drawn hand as keyboards and screen readers meet it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class PartButton(QAbstractButton):
    """An unseen button over a part: holds the focus and the accessible name, paints nothing.

    The pointer goes through it to the drawing, which knows the parts' true shapes.
    """

    acted = Signal(str, str)
    focus_changed = Signal(str, str)

    def __init__(
        self, side: str, part: str, on_key: Callable[[QKeyEvent], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.side, self.part, self._on_key = side, part, on_key
        self.setObjectName(f"{side}_{part}")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(lambda _checked=False: self.acted.emit(side, part))

    def set_tab_stop(self, is_stop: bool) -> None:
        """Let Tab stop here; only one part of a hand does at a time."""
        policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the drawing below as it is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand every key to the hand view, which may ignore it."""
        self._on_key(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Keys act when pressed."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus went."""
        super().focusInEvent(event)
        self.focus_changed.emit(self.side, self.part)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus left."""
        super().focusOutEvent(event)
        self.focus_changed.emit(self.side, self.part)
