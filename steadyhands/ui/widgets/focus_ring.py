"""The ring that shows where the keyboard is, the same on everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen

from steadyhands.ui.theme import current_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Ringed
else:
    _Ringed = object

KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint a dark and a light line just inside `rect`, so that it shows on any colour."""
    look = current_look()
    wide = 2.0 * (1 + look.scale) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, inset in (("focus_gap", wide * 1.4), ("focus", wide / 2)):
        painter.setPen(QPen(look.colour(role), wide))
        inner = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, max(0.0, radius - inset), max(0.0, radius - inset))


class FocusRing(_Ringed):
    """Mixin, named before the Qt class: shows the ring when the keyboard came, not after a press.

    The widget calls `show_ring(True)` when keys are used on it, and `paint_ring` last of all.
    """

    _ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard came here."""
        self.show_ring(event.reason() in KEYBOARD_REASONS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.show_ring(False)
        super().focusOutEvent(event)

    def show_ring(self, shown: bool) -> None:
        """Show the ring, or take it away."""
        if shown != self._ring:
            self._ring = shown
            self.update()

    def paint_ring(self, painter: QPainter, radius: float) -> None:
        """Paint the ring round the whole widget while it is shown."""
        if self._ring and self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), radius)
