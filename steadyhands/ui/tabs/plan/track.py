"""How far a step has come: a quiet bar in weeks, or in fortnights on and off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.plan.steps import BLOCK_DAYS
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.theme import Look, current_look

_WEEK = 7
_MOST_BLOCKS = 26


class PlanTrack(QWidget):
    """Blocks of a step's days from its first to its last; those that have been are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days, self._number = 28, 0
        self._alternates = self._is_paused = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, number: int, days: int, alternates: bool, is_paused: bool) -> None:
        """Show day `number` of `days`; with `alternates` every second fortnight is off."""
        self._number, self._days = number, days
        self._alternates, self._is_paused = alternates, is_paused
        self.setAccessibleName(tr("Day {0} of {1}").format(number, days))
        self.updateGeometry()
        self.update()

    def blocks(self) -> list[tuple[int, int]]:
        """Return each block as its first day from 0 and the day after its last."""
        wide = BLOCK_DAYS if self._alternates else _WEEK
        while self._days / wide > _MOST_BLOCKS:
            wide *= 2
        return [(day, min(day + wide, self._days)) for day in range(0, self._days, wide)]

    def sizeHint(self) -> QSize:
        """Return a bar, with a line of words under it where fortnights take turns."""
        look = current_look()
        return QSize(look.px(200), look.px(34 if self._alternates else 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blocks, left to right or right to left."""
        look = current_look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for first, end in self.blocks():
                self._paint_block(painter, look, first, end)

    def _paint_block(self, painter: QPainter, look: Look, first: int, end: int) -> None:
        box = self._box(look, first, end)
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, look.colour("track"))
        is_on = not self._alternates or first // BLOCK_DAYS % 2 == 0
        share = min(max(self._number - first, 0) / (end - first), 1.0)
        done = QRectF(box)
        done.setWidth(box.width() * share)
        if self.isRightToLeft():
            done.moveRight(box.right())
        filled = QPainterPath()
        filled.addRect(done)
        role = "action" if is_on else "field_edge"
        if self._is_paused:
            role = "muted"
        painter.fillPath(shape.intersected(filled), look.colour(role))
        if self._alternates:
            self._paint_word(painter, look, box, is_on)

    def _paint_word(self, painter: QPainter, look: Look, box: QRectF, is_on: bool) -> None:
        font = QFont(self.font())
        font.setPixelSize(look.px(13))
        painter.setFont(font)
        painter.setPen(look.colour("muted"))
        place = QRectF(box.left(), box.bottom() + look.px(2), box.width(), look.px(19))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tr("on") if is_on else tr("off"))
        painter.setPen(Qt.PenStyle.NoPen)

    def _box(self, look: Look, first: int, end: int) -> QRectF:
        gap, wide = look.px(3), self.width()
        left, right = wide * first / self._days, wide * end / self._days
        if end < self._days:
            right -= gap
        if self.isRightToLeft():
            left, right = wide - right, wide - left
        return QRectF(left, look.px(2), max(right - left, 1), look.px(10))
