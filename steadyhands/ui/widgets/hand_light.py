"""How light falls on a hand: the shading of round limbs and of the broad palm."""

from __future__ import annotations

from math import hypot, sqrt

from PySide6.QtGui import QBrush, QColor, QLinearGradient

from steadyhands.domain.pose.project import Limb, Palm
from steadyhands.ui.widgets.hand_look import Skin, mixed
from steadyhands.ui.widgets.hand_shapes import LimbShape

LIGHT = (-0.42, -0.52, 0.744)  # where light comes from: above, left, before the hand
_STOPS = (-1.0, -0.7, -0.25, 0.25, 0.7, 1.0)
Vec = tuple[float, float, float]


def lit(tone: Skin, normal: Vec) -> QColor:
    """Return the skin's colour where it faces along `normal` (eye space)."""
    facing = normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2]
    bright = max(facing, -0.25)
    if bright < 0.72:
        return mixed(tone.shade, tone.base, (bright + 0.25) / 0.97)
    return mixed(tone.base, tone.light, min((bright - 0.72) / 0.26, 1.0))


def round_brush(limb: Limb, shape: LimbShape, tone: Skin) -> QBrush:
    """Return the shading of a cylinder that lies as the limb does."""
    dx, dy = shape.along
    nx, ny = -dy, dx
    ax, ay, az = limb.axis
    front = (ay * 0.0 - az * ny, az * nx - ax * 0.0, ax * ny - ay * nx)
    if front[2] < 0.0:
        front = (-front[0], -front[1], -front[2])
    point = abs(az)
    front = _unit((front[0] * (1 - point), front[1] * (1 - point), front[2] + point))
    cx, cy = (limb.a[0] + limb.b[0]) / 2, (limb.a[1] + limb.b[1]) / 2
    r = max(limb.ra, limb.rb)
    brush = QLinearGradient(cx - nx * r, cy - ny * r, cx + nx * r, cy + ny * r)
    for t in _STOPS:
        up = sqrt(max(0.0, 1.0 - t * t * 0.94))
        normal = (nx * t + front[0] * up, ny * t + front[1] * up, front[2] * up)
        brush.setColorAt((t + 1) / 2, lit(tone, normal))
    return QBrush(brush)


def _unit(v: Vec) -> Vec:
    size = sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) or 1.0
    return (v[0] / size, v[1] / size, v[2] / size)


def _seen_face(normal: Vec) -> Vec:
    """Return which way the broad face we see looks; edge on, it looks at us."""
    x, y, z = normal if normal[2] >= 0.0 else (-normal[0], -normal[1], -normal[2])
    return _unit((x * z, y * z, 1.0))


class Slab:
    """Shading of something broad and flattish between two edges: palm or forearm."""

    def __init__(
        self,
        middle: tuple[float, float],
        axis: tuple[float, float],
        discs: list[tuple[tuple[float, float], float]],
        face: Vec,
        tone: Skin,
    ) -> None:
        size = hypot(*axis) or 1.0
        self._nx, self._ny = -axis[1] / size, axis[0] / size
        self._face, self._tone = face, tone
        spans = [(x * self._nx + y * self._ny, r) for (x, y), r in discs]
        self._low = min(s - r for s, r in spans)
        self._high = max(s + r for s, r in spans)
        self._middle = middle

    @classmethod
    def of_palm(cls, palm: Palm, tone: Skin) -> Slab:
        """Return the palm's shading."""
        bones = palm.bones[:6]
        a, b = palm.bones[1].a, palm.bones[1].b
        face = _seen_face(palm.face)
        discs = [(bone.a, bone.ra) for bone in bones] + [(bone.b, bone.rb) for bone in bones]
        return cls(a, (b[0] - a[0], b[1] - a[1]), discs, face, tone)

    @classmethod
    def of_arm(cls, palm: Palm, tone: Skin) -> Slab:
        """Return the forearm's shading."""
        one, two = palm.arm
        discs = [(one.a, one.ra), (two.a, two.ra)]
        axis = (one.b[0] - one.a[0], one.b[1] - one.a[1])
        return cls(one.b, axis, discs, _seen_face(one.back), tone)

    def normal(self, t: float) -> Vec:
        """Return the surface's direction at `t` (-1..1) between the edges."""
        edge = 0.8 * t * t * t
        x, y, z = self._face
        return _unit((self._nx * edge + x, self._ny * edge + y, z))

    def brush(self) -> QBrush:
        """Return the shading as a gradient from edge to edge."""
        mx, my = self._middle
        off = mx * self._nx + my * self._ny
        low, high = self._low - off, self._high - off
        brush = QLinearGradient(
            mx + self._nx * low, my + self._ny * low, mx + self._nx * high, my + self._ny * high
        )
        for t in _STOPS:
            brush.setColorAt((t + 1) / 2, lit(self._tone, self.normal(t)))
        return QBrush(brush)
