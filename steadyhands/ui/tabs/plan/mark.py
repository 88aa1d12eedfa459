"""The small round mark before a step: done, now, its number, or left out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.tabs.plan.presenter import DONE, LATER, LEFT_OUT, NOW
from steadyhands.ui.theme import Look, current_look

_TICK = (QPointF(-0.42, 0.02), QPointF(-0.1, 0.34), QPointF(0.44, -0.3))


class StepMark(QWidget):
    """Shape as well as colour tells the standings apart; the row says it in words too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing, self._number = LATER, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: str, number: int) -> None:
        """Show how a step stands; the baseline, 0, has no number."""
        self._standing, self._number = standing, number
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = current_look().px(30)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a filled circle for done and now, an outline for what is to come."""
        look = current_look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle, radius = QRectF(self.rect()).center(), self.width() / 2 - look.px(2)
            filled = self._standing in (DONE, NOW)
            edge = "action" if filled else "field_edge"
            painter.setPen(QPen(look.colour(edge), look.px(2)))
            painter.setBrush(look.colour("action" if self._standing == DONE else "card"))
            painter.drawEllipse(middle, radius, radius)
            if self._standing == DONE:
                self._paint_line(painter, look, middle, radius, _TICK, "on_action")
            elif self._standing == LEFT_OUT:
                dash = (QPointF(-0.4, 0), QPointF(0.4, 0))
                self._paint_line(painter, look, middle, radius, dash, "muted")
            elif self._standing == NOW:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("action"))
                painter.drawEllipse(middle, radius * 0.5, radius * 0.5)
            else:
                self._paint_number(painter, look)

    def _paint_line(
        self,
        painter: QPainter,
        look: Look,
        middle: QPointF,
        radius: float,
        points: tuple[QPointF, ...],
        role: str,
    ) -> None:
        pen = QPen(look.colour(role), look.px(2.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline([middle + point * radius for point in points])

    def _paint_number(self, painter: QPainter, look: Look) -> None:
        font = QFont(self.font())
        font.setPixelSize(look.px(14))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(look.colour("muted"))
        said = str(self._number) if self._number else ""
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, said)
