"""Paints the estimate of caffeine in the body: its range as an area, the middle as a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.timeline_state import CurvePoint

_SCALES = (50, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000, 10_000)
_TO_COME = 0.45  # how strong the part after now is, against the part before


def scale_top(most_mg: float) -> int:
    """Return a round number of mg that is at least `most_mg`, 100 or more."""
    return next((top for top in _SCALES[1:] if top >= most_mg), _SCALES[-1])


class BandPainter:
    """Draws one curve in one place; what lies after `now_x` is fainter, for it is a forecast."""

    def __init__(
        self,
        curve: Sequence[CurvePoint],
        x_of: Callable[[float], float],
        y_of: Callable[[float], float],
        now_x: float | None,
    ) -> None:
        self._low, self._mid, self._high = (
            [QPointF(x_of(point[0]), y_of(point[i])) for point in curve] for i in (1, 2, 3)
        )
        self._floor = y_of(0)
        self._now_x = now_x

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint within `area`."""
        if not self._mid:
            return
        split = area.right() if self._now_x is None else self._now_x
        past, ahead = QRectF(area), QRectF(area)
        past.setRight(split)
        ahead.setLeft(split)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part, strength in ((past, 1.0), (ahead, _TO_COME)):
            if part.width() > 0:
                painter.setClipRect(part)
                self._paint_part(painter, strength)
        painter.restore()

    def _paint_part(self, painter: QPainter, strength: float) -> None:
        look = current_look()
        painter.fillPath(self._under(self._mid), look.colour("caffeine", 0.16 * strength))
        painter.fillPath(self._between(), look.colour("caffeine", 0.20 * strength))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dashed = strength < 1
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("caffeine", 0.9), 1.3 * look.scale, style))
        painter.drawPolyline(self._mid)

    def _under(self, points: list[QPointF]) -> QPainterPath:
        path = QPainterPath(QPointF(points[0].x(), self._floor))
        for point in points:
            path.lineTo(point)
        path.lineTo(points[-1].x(), self._floor)
        path.closeSubpath()
        return path

    def _between(self) -> QPainterPath:
        path = QPainterPath(self._low[0])
        for point in (*self._low[1:], *reversed(self._high)):
            path.lineTo(point)
        path.closeSubpath()
        return path
