"""What stands in a chart's place until it is there: quiet shapes, nothing that moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.theme import current_look

_HEIGHTS = (0.45, 0.7, 0.35, 0.6, 0.8, 0.5, 0.65, 0.4, 0.55, 0.75)


class Skeleton(QWidget):
    """Pale bars of the size a chart will have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the size charts have."""
        look = current_look()
        return QSize(look.px(300), look.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return the least height charts have."""
        return QSize(200, current_look().px(210))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        look = current_look()
        wide = self.width() / len(_HEIGHTS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("text", 0.06))
            for place, share in enumerate(_HEIGHTS):
                high = (self.height() - look.px(24)) * share
                top = self.height() - look.px(24) - high
                bar = QRectF(place * wide + wide * 0.15, top, wide * 0.7, high)
                painter.drawRoundedRect(bar, 6, 6)
