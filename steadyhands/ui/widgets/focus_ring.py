"""The ring that shows where the keyboard is, the same on everything."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from steadyhands.ui.theme import current_look

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
