"""What the marks of the sleep chart mean."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from steadyhands.ui.tabs.sleep.night_bars import paint_gap_mark
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label

Mark = Literal["night", "nap", "gap"]


class _Swatch(QWidget):
    """The mark itself."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the size of a letter."""
        side = current_look().px(14)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark as the chart does."""
        look = current_look()
        side = look.px(12)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(self.width() / 2, self.height() / 2)
            if self._mark == "gap":
                paint_gap_mark(painter, look, middle)
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sleep", 0.45 if self._mark == "nap" else 1.0))
            box = QRectF(0, 0, side, side)
            box.moveCenter(middle)
            painter.drawRoundedRect(box, 3, 3)


class LegendItem(QWidget):
    """A mark and its word."""

    def __init__(self, mark: Mark, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, current_look().px(8), 0)
        row.setSpacing(current_look().px(6))
        row.addWidget(_Swatch(mark))
        row.addWidget(label(word, "caption", wrap=False))
