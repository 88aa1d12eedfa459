"""Where the hands of an exercise stand: one, both side by side, palm to palm, or one drawn on."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import FINGERS, Finger, Pose, Thumb, between, minimum_jerk
from steadyhands.domain.pose.project import Scene, bounds, picture
from steadyhands.domain.routine.plan import BOTH

PALM_TO_PALM = "palm-to-palm"
LEAN = 8.0  # degrees
GAP_MM = 8.0  # between two hands side by side
ARM_SEEN = 0.26  # share of the forearm, from its cut end, that has faded out
OTHER_SIDE = {"left": "right", "right": "left"}


class Stand(NamedTuple):
    """A pose seen from somewhere, and how near (0..1) the other hand of that kind has come."""

    pose: Pose
    camera: Camera = Camera()
    helper: str = ""
    reach: float = 0.0

    def __hash__(self) -> int:
        pose = self.pose  # a few angles tell poses apart; this is asked for at every frame
        angles = (pose.index.mcp, pose.middle.pip, pose.thumb.abduction, pose.extension)
        return hash((*angles, self.camera.yaw, self.helper, self.reach))


class Figure(NamedTuple):
    """One hand of the picture, moved there by (x, y) mm; `opacity` 0..1."""

    scene: Scene
    x: float = 0.0
    y: float = 0.0
    opacity: float = 1.0

    def area(self) -> QRectF:
        """Return what it covers, in millimetres."""
        return seen(self.scene).translated(self.x, self.y)


class _Grip(NamedTuple):
    """How the other hand takes hold of this one, said for a right hand that is drawn.

    `hold` is a digit and a joint of the other hand (its middle when the digit is "palm"),
    which comes to lie on `on` of this one; from `away` (mm) it comes.
    """

    pose: Pose
    camera: Camera
    hold: tuple[str, int]
    on: tuple[str, int]
    away: tuple[float, float]


def _curled(mcp: float, pip: float, dip: float, thumb: Thumb) -> Pose:
    one, two, three, four = (Finger(mcp + lag, pip + lag, dip) for lag in (0, 3, 5, 8))
    return Pose(one, two, three, four, thumb, extension=8.0)


_PINCH = Pose(
    index=Finger(60, 50, 27),
    middle=Finger(66, 60, 30),
    ring=Finger(72, 66, 34),
    little=Finger(76, 70, 36),
    thumb=Thumb(29, 26, 18, 8),
    extension=10,
)
_ASIDE = Thumb(28, 0, -4, -8)  # thumbs that lie beside each other, not across
_ALONG_THE_PALMS = Camera(90, 0, 70)
_GRIPS = {
    "draws-back": _Grip(
        _curled(38, 52, 30, Thumb(24, 30, 10, 10)),
        Camera(-12, -6, -72),
        ("middle", 1),
        ("middle", 2),
        (95.0, 20.0),
    ),
    "draws-in": _Grip(
        _curled(38, 52, 30, Thumb(24, 30, 10, 10)),
        Camera(-12, -6, -84),
        ("middle", 1),
        ("middle", 1),
        (90.0, 60.0),
    ),
    "draws-thumb": _Grip(_PINCH, Camera(30, -8, -75), ("thumb", 2), ("thumb", 2), (80.0, 30.0)),
}


def midway(start: Stand, end: Stand, share: float) -> Stand:
    """Return the stand at `share` (0..1) of the time from one to the other."""
    if share <= 0.0 or start == end:
        return start
    if share >= 1.0:
        return end
    eased = minimum_jerk(share)
    one, two = start.camera, end.camera
    turned = (_part(getattr(one, n), getattr(two, n), eased) for n in ("yaw", "pitch", "roll"))
    reach = _part(start.reach, end.reach, eased)
    helper = end.helper or start.helper
    return Stand(between(start.pose, end.pose, share), Camera(*turned), helper, reach)


def _part(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def figures(stand: Stand, side: str, apart: float = 0.0) -> tuple[Figure, ...]:
    """Return the hands of a stand, far to near; `apart` (mm) lies between two and the middle."""
    if stand.helper == PALM_TO_PALM:
        return _together(stand)
    if side == BOTH:
        left, right = (picture(stand.pose, stand.camera, s) for s in ("left", "right"))
        return (Figure(left, -apart), Figure(right, apart))
    own = Figure(picture(stand.pose, stand.camera, side))
    grip = _GRIPS.get(stand.helper)
    if grip is None or stand.reach <= 0.0:
        return (own,)
    return (own, _helper(own.scene, grip, side, stand.reach))


def _together(stand: Stand) -> tuple[Figure, ...]:
    """Return two hands whose palms meet in the middle of the picture."""
    thumb = stand.pose.thumb
    aside = {n: _part(getattr(thumb, n), getattr(_ASIDE, n), stand.reach) for n in _ASIDE._fields}
    pose = stand.pose.replaced(thumb=Thumb(**aside), **_leaning(stand))
    left, right = (picture(pose, _ALONG_THE_PALMS, s) for s in ("left", "right"))
    limbs = (*right.limbs(), *right.palm.bones[:4])
    reach = [limb.b[0] - limb.rb for limb in limbs if limb.part != "thumb"]
    off = -min(reach) + 34.0 * (1.0 - stand.reach)
    return (Figure(left, -off), Figure(right, off))


def _leaning(stand: Stand) -> dict[str, Any]:
    """Return fingers that lean over to those of the other hand: they are thinner than palms."""
    found: dict[str, Any] = {}
    for name in FINGERS:
        finger = stand.pose.finger(name)
        found[name] = finger.replaced(mcp=min(finger.mcp + LEAN * stand.reach, 90.0))
    return found


def _helper(own: Scene, grip: _Grip, side: str, reach: float) -> Figure:
    scene = picture(grip.pose, grip.camera, OTHER_SIDE[side])
    (ax, ay), (bx, by) = joint(own, *grip.on), joint(scene, *grip.hold)
    flip = 1.0 if side == "right" else -1.0
    far = 1.0 - reach
    x, y = ax - bx + grip.away[0] * flip * far, ay - by + grip.away[1] * far
    return Figure(scene, x, y, min(1.0, reach * 1.5))


def joint(scene: Scene, digit: str, segment: int) -> tuple[float, float]:
    """Return where a digit's bone ends in the picture."""
    limbs = (limb for limb in scene.limbs() if limb.part == digit and limb.segment == segment)
    return next(limbs).b


def tips(figure: Figure) -> dict[str, QPointF]:
    """Return where each digit's tip lies."""
    found = (limb for limb in figure.scene.limbs() if limb.is_tip)
    return {limb.part: QPointF(limb.b[0] + figure.x, limb.b[1] + figure.y) for limb in found}


def seen(scene: Scene) -> QRectF:
    """Return what a hand covers until its forearm has faded out, in millimetres."""
    left, top, right, bottom = bounds(scene)
    area = QRectF(left, top, right - left, bottom - top)
    for arm in scene.palm.arm:
        x = _part(arm.a[0], arm.b[0], ARM_SEEN)
        y = _part(arm.a[1], arm.b[1], ARM_SEEN)
        area = area.united(QRectF(x - arm.ra, y - arm.ra, 2 * arm.ra, 2 * arm.ra))
    return area


class Fit(NamedTuple):
    """How millimetres come to lie in a widget: pixels a mm, and where the origin is."""

    scale: float
    x: float
    y: float
    apart: float = 0.0


def apart_of(stands: Iterable[Stand], side: str) -> float:
    """Return how far from the middle two hands side by side must be (mm), 0 for others."""
    beside = [s for s in stands if side == BOTH and s.helper != PALM_TO_PALM]
    lefts = [seen(picture(s.pose, s.camera, "right")).left() for s in beside]
    return GAP_MM - min(lefts) if lefts else 0.0


def fit(stands: Iterable[Stand], side: str, area: QRectF, most: float = 2.6) -> Fit:
    """Return the scale and place at which all of `stands` fit into `area` (pixels)."""
    stands = tuple(stands)
    apart = (
        apart_of([s for s in stands if s.helper != PALM_TO_PALM] or [], side)
        if any(s.helper != PALM_TO_PALM for s in stands)
        else 0.0
    )
    whole = QRectF()
    for stand in stands:
        for figure in figures(stand, side, apart):
            whole = whole.united(figure.area())
    across, down = area.width() / whole.width(), area.height() / whole.height()
    scale = max(min(across, down, most), 0.05)
    middle = area.center() - whole.center() * scale
    return Fit(scale, middle.x(), middle.y(), apart)


def moved_most(start: Figure, end: Figure, least: float = 12.0) -> tuple[QPointF, QPointF] | None:
    """Return the way of the fingertip that moves furthest, None if none goes far."""
    one, two = tips(start), tips(end)
    ways = [(hypot((two[p] - one[p]).x(), (two[p] - one[p]).y()), p) for p in one]
    far, part = max(ways)
    return (one[part], two[part]) if far >= least else None
