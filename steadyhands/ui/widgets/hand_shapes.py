"""Outlines of projected limbs: tapered capsules with a waist, as painter paths."""

from __future__ import annotations

from math import atan2, degrees, hypot, sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from steadyhands.domain.pose.project import Limb
from steadyhands.domain.pose.webs import Patch

Cubic = tuple[QPointF, QPointF, QPointF, QPointF]
TIP = 1.10  # a fingertip is a little longer than round
WAIST = 0.030  # how much a bone's flesh narrows between its joints, of its length


class LimbShape:
    """A limb's closed path and its two open sides (none when it points at the eye)."""

    def __init__(self, limb: Limb, grow: float = 0.0) -> None:
        (ax, ay), (bx, by) = limb.a, limb.b
        ra, rb = limb.ra + grow, limb.rb + grow
        self.length = hypot(bx - ax, by - ay)
        self.path = QPainterPath()
        self.sides: tuple[Cubic, Cubic] | None = None
        if self.length <= abs(ra - rb) + 0.4:
            x, y, r = (ax, ay, ra) if ra > rb else (bx, by, rb)
            self.along = (0.0, -1.0)
            self.path.addEllipse(QPointF(x, y), r, r)
            return
        self.along = ((bx - ax) / self.length, (by - ay) / self.length)
        self._build(limb, ra, rb)

    def _build(self, limb: Limb, ra: float, rb: float) -> None:
        dx, dy = self.along
        lean = (ra - rb) / self.length
        across = sqrt(1.0 - lean * lean)
        left = (-dy * across + dx * lean, dx * across + dy * lean)
        right = (dy * across + dx * lean, -dx * across + dy * lean)
        waist = WAIST * self.length * min(1.0, self.length / (ra + rb))
        one = self._side(limb, left, ra, rb, waist)
        two = self._side(limb, right, ra, rb, waist)
        self.sides = (one, two)
        path = self.path
        path.moveTo(one[0])
        path.cubicTo(one[1], one[2], one[3])
        self.cap(path, limb, rb, one[3], two[3], left, right)
        path.cubicTo(two[2], two[1], two[0])
        _arc(path, limb.a, ra, right, (-dx, -dy))
        path.closeSubpath()

    def _side(
        self, limb: Limb, out: tuple[float, float], ra: float, rb: float, waist: float
    ) -> Cubic:
        start = QPointF(limb.a[0] + out[0] * ra, limb.a[1] + out[1] * ra)
        end = QPointF(limb.b[0] + out[0] * rb, limb.b[1] + out[1] * rb)
        pull = QPointF(out[0] * waist, out[1] * waist)
        step = (end - start) / 3.0
        return (start, start + step - pull, end - step - pull, end)

    def cap(
        self,
        path: QPainterPath,
        limb: Limb,
        rb: float,
        start: QPointF,
        end: QPointF,
        left: tuple[float, float],
        right: tuple[float, float],
    ) -> None:
        """Add the round end from `start` to `end`; a fingertip is longer than round."""
        if not limb.is_tip:
            _arc(path, limb.b, rb, left, self.along)
            return
        dx, dy = self.along
        reach, hold = rb * TIP, rb * 0.60
        apex = QPointF(limb.b[0] + dx * reach, limb.b[1] + dy * reach)
        aside = QPointF(-dy * hold, dx * hold)
        ahead = QPointF(dx * hold * TIP, dy * hold * TIP)
        path.cubicTo(start + ahead, apex + aside, apex)
        path.cubicTo(apex - aside, end + ahead, end)

    def outline(self, limb: Limb, start: float) -> QPainterPath:
        """Return the open sides from `start` (0..1 of the length) on, with the tip's end."""
        line = QPainterPath()
        if self.sides is None:
            return QPainterPath(self.path)
        one, two = (cut(side, start) for side in self.sides)
        line.moveTo(one[0])
        line.cubicTo(one[1], one[2], one[3])
        if limb.is_tip:
            self.cap(line, limb, limb.rb, one[3], two[3], (0.0, 0.0), (0.0, 0.0))
        else:
            line.moveTo(two[3])
        line.cubicTo(two[2], two[1], two[0])
        return line


def _arc(
    path: QPainterPath,
    center: tuple[float, float],
    radius: float,
    start: tuple[float, float],
    middle: tuple[float, float],
) -> None:
    """Add the arc that begins in direction `start` and is halfway at `middle`."""
    first = degrees(atan2(-start[1], start[0]))
    half = (degrees(atan2(-middle[1], middle[0])) - first + 540.0) % 360.0 - 180.0
    box = QRectF(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)
    path.arcTo(box, first, 2 * half)


def cut(curve: Cubic, start: float) -> Cubic:
    """Return the part of a cubic after `start` (0..1)."""
    if start <= 0.0:
        return curve
    a, b, c, d = curve
    t = min(start, 0.98)
    ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
    abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
    return (abc + (bcd - abc) * t, bcd, cd, d)


def patch_path(patch: Patch) -> QPainterPath:
    """Return the closed path of a web of skin, turning the same way as limbs do."""
    path = QPainterPath()
    points = [QPointF(*p) for p in (*patch.corners, patch.start, patch.end)]
    path.moveTo(points[0])
    for point in points[1:-1]:
        path.lineTo(point)
    path.cubicTo(QPointF(*patch.bend[0]), QPointF(*patch.bend[1]), points[-1])
    path.closeSubpath()
    area = sum(
        p.x() * q.y() - q.x() * p.y() for p, q in zip(points, points[1:] + points[:1], strict=True)
    )
    return path if area < 0 else path.toReversed()


def smooth_line(points: tuple[tuple[float, float], ...], closed: bool = False) -> QPainterPath:
    """Return a smooth curve through the points (Catmull-Rom as cubics)."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    for i in range(count if closed else count - 1):
        before = points[i - 1] if closed or i else points[0]
        here, then = points[i], points[(i + 1) % count]
        after = points[(i + 2) % count] if closed or i + 2 < count else then
        path.cubicTo(
            here[0] + (then[0] - before[0]) / 6,
            here[1] + (then[1] - before[1]) / 6,
            then[0] - (after[0] - here[0]) / 6,
            then[1] - (after[1] - here[1]) / 6,
            then[0],
            then[1],
        )
    if closed:
        path.closeSubpath()
    return path
