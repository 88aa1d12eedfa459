"""Paints the estimate of caffeine in the body: its range as an area, the middle as a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.timeline_state import CurvePoint

_SCALES = (50, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000, 10_000)
_TO_COME = 0.45  # how strong the part after now is, against the part before


def scale_top(most_mg: float) -> int:
    """Return a round number of mg that is at least `most_mg`, 100 or more."""
    return next((top for top in _SCALES[1:] if top >= most_mg), _SCALES[-1])


class BandPainter:
    """Draws one curve in one place; what lies after `now_min` is fainter, for it is a forecast."""

    def __init__(
        self,
        curve: Sequence[CurvePoint],
        x_of: Callable[[float], float],
        y_of: Callable[[float], float],
        now_min: float | None,
    ) -> None:
        past, ahead = split_at(curve, now_min)
        self._parts = [_Part(part, x_of, y_of) for part in (past, ahead)]

    def paint(self, painter: QPainter) -> None:
        """Paint the part up to now, and the part to come."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part, strength in zip(self._parts, (1.0, _TO_COME), strict=True):
            if len(part.mid) > 1:
                self._paint_part(painter, part, strength)
        painter.restore()

    def _paint_part(self, painter: QPainter, part: _Part, strength: float) -> None:
        look = current_look()
        painter.fillPath(part.under(), look.colour("caffeine", 0.16 * strength))
        painter.fillPath(part.between(), look.colour("caffeine", 0.20 * strength))
        style = Qt.PenStyle.DashLine if strength < 1 else Qt.PenStyle.SolidLine
        # A whole number of px: Qt draws an antialiased line of 1 px many times faster than 1.3.
        painter.setPen(QPen(look.colour("caffeine"), max(1, int(look.scale)), style))
        painter.drawPolyline(part.mid)


class _Part:
    """A stretch of the curve as points on the picture."""

    def __init__(
        self,
        curve: Sequence[CurvePoint],
        x_of: Callable[[float], float],
        y_of: Callable[[float], float],
    ) -> None:
        xs = [x_of(point[0]) for point in curve]
        self.low, self.mid, self.high = (
            [QPointF(x, y_of(point[i])) for x, point in zip(xs, curve, strict=True)]
            for i in (1, 2, 3)
        )
        self._floor = y_of(0)

    def under(self) -> QPainterPath:
        """Return what lies under the middle line."""
        first, last = self.mid[0].x(), self.mid[-1].x()
        floor = [QPointF(last, self._floor), QPointF(first, self._floor)]
        return _path([*self.mid, *floor])

    def between(self) -> QPainterPath:
        """Return what lies between the low and the high line."""
        return _path([*self.low, *reversed(self.high)])


def split_at(
    curve: Sequence[CurvePoint], minute: float | None
) -> tuple[list[CurvePoint], list[CurvePoint]]:
    """Return the curve up to a minute and from it on, with a point of its own there."""
    if minute is None:
        return list(curve), []
    past = [point for point in curve if point[0] <= minute]
    ahead = [point for point in curve if point[0] > minute]
    if not past or not ahead:
        return past, ahead
    left, right = past[-1], ahead[0]
    share = (minute - left[0]) / (right[0] - left[0])
    low, mid, high = (left[i] + (right[i] - left[i]) * share for i in (1, 2, 3))
    cut = (minute, low, mid, high)
    return [*past, cut], [cut, *ahead]


def _path(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path
