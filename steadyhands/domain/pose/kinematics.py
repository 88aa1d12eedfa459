"""From joint angles to bones in space: forward kinematics of a right hand."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.joints import FINGERS, Pose, Thumb
from steadyhands.domain.pose.vectors import Vec, along, cross, turn_x, turn_z, unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.hand import Part


class Bone(NamedTuple):
    """One bone with its flesh: from `start` to `end`, half as broad as the radii (mm).

    `segment` counts from the wrist: 0 is the bone inside the palm (thumb only for digits).
    `back` is the unit vector out of the nail's side.
    """

    part: Part
    segment: int
    start: Vec
    end: Vec
    start_radius: float
    end_radius: float
    axis: Vec
    back: Vec


class Solved(NamedTuple):
    """A posed right hand in space, millimetres, wrist at the origin, forearm downwards."""

    digits: dict[Part, tuple[Bone, ...]]
    palm: tuple[Bone, ...]
    heel: tuple[Bone, Bone]
    arm: tuple[Bone, Bone]
    frame: tuple[Vec, Vec, Vec]  # the palm's own x, y and z


def solve(pose: Pose) -> Solved:
    """Return where every bone of the right hand is in `pose`."""
    digits: dict[Part, tuple[Bone, ...]] = {"thumb": _thumb(pose.thumb)}
    for part in FINGERS:
        digits[part] = _finger(pose, part)
    palm = tuple(_palm_bone(part) for part in FINGERS)
    (low, low_radius), (high, high_radius) = sk.HEEL
    out, little = (0.0, 0.0, 1.0), palm[-1]
    heel = _bone("palm", 0, low, high, low_radius, high_radius, out)
    edge = _bone("palm", 0, high, little.end, high_radius, little.end_radius, out)
    place = _Wrist(pose)
    return Solved(
        {part: tuple(map(place, found)) for part, found in digits.items()},
        tuple(map(place, palm)),
        (place(heel), place(edge)),
        _arm(),
        (
            place.turned((1.0, 0.0, 0.0)),
            place.turned((0.0, 1.0, 0.0)),
            place.turned((0.0, 0.0, 1.0)),
        ),
    )


class _Wrist:
    """Turns bones about the wrist."""

    def __init__(self, pose: Pose) -> None:
        self._extension, self._deviation = pose.extension, pose.deviation

    def __call__(self, bone: Bone) -> Bone:
        turn = self.turned
        return bone._replace(
            start=turn(bone.start), end=turn(bone.end), axis=turn(bone.axis), back=turn(bone.back)
        )

    def turned(self, v: Vec) -> Vec:
        """Return `v` of the palm as it is once the wrist has bent."""
        return turn_x(turn_z(v, self._deviation), self._extension)


def _bone(part: Part, segment: int, start: Vec, end: Vec, r0: float, r1: float, back: Vec) -> Bone:
    axis = unit((end[0] - start[0], end[1] - start[1], end[2] - start[2]))
    return Bone(part, segment, start, end, r0, r1, axis, back)


def _palm_bone(part: Part) -> Bone:
    radius = sk.KNUCKLE_RADIUS[part]
    back = (0.0, 0.0, 1.0)
    return _bone("palm", 0, sk.PALM_BASE[part], sk.KNUCKLE[part], sk.PALM_BASE_RADIUS, radius, back)


def _arm() -> tuple[Bone, Bone]:
    (near, near_radius), (far, far_radius) = sk.WRIST, sk.FOREARM
    back = (0.0, 0.0, 1.0)
    radial, ulnar = (
        _bone(
            "wrist",
            0,
            (side * far, -sk.FOREARM_LENGTH, 0.0),
            (side * near, 0.0, 0.0),
            far_radius,
            near_radius,
            back,
        )
        for side in (-1, 1)
    )
    return radial, ulnar


def _finger(pose: Pose, part: Part) -> tuple[Bone, ...]:
    """Return a finger's three bones: each joint adds its flexion in the finger's own plane."""
    finger = pose.finger(part)
    bent = min(max(finger.mcp / 90.0, 0.0), 1.0)
    fan = sk.FAN[part] + sk.SPREADS[part] * pose.spread
    sway = radians(fan * (1.0 - bent) + sk.LEAN[part] * max(bent, min(finger.pip / 180.0, 0.5)))
    flex = 0.0
    start = sk.KNUCKLE[part]
    found = []
    for segment, (length, angle) in enumerate(
        zip(sk.bones(part), (finger.mcp, finger.pip, finger.dip), strict=True), start=1
    ):
        flex += radians(angle)
        axis = (sin(sway) * cos(flex), cos(sway) * cos(flex), -sin(flex))
        back = cross((cos(sway), -sin(sway), 0.0), axis)
        r0, r1 = sk.RADII[part][segment - 1], sk.RADII[part][segment]
        flesh = r1 if segment == 3 else 0.0  # the tip's round end lies beyond its centre
        end = along(start, axis, length - flesh)
        found.append(Bone(part, segment, start, end, r0, r1, axis, back))
        start = end
    return tuple(found)


def _thumb(thumb: Thumb) -> tuple[Bone, ...]:
    """Return the thumb's palm bone and its two free bones.

    Its nail looks to the thumb side, more so the further the thumb stands out of the palm:
    so bending it sweeps it across the palm.
    """
    away, out = radians(thumb.abduction), radians(thumb.palmar + 12.0)
    axis = (-sin(away) * cos(out), cos(away) * cos(out), -sin(out))
    inward = unit(cross(axis, (0.0, 0.0, 1.0)))
    level = cross(inward, axis)
    roll = radians(38.0 + 1.1 * thumb.palmar)
    back, _ = _bend(level, inward, roll)
    first, second = sk.bones("thumb")
    lengths = (sk.THUMB_PALM_BONE, first, second - sk.RADII["thumb"][3])
    start, found = sk.THUMB_BASE, []
    for segment, (length, angle) in enumerate(
        zip(lengths, (0.0, thumb.mcp, thumb.ip), strict=True)
    ):
        axis, back = _bend(axis, back, radians(angle))
        end = along(start, axis, length)
        r0, r1 = sk.RADII["thumb"][segment], sk.RADII["thumb"][segment + 1]
        found.append(Bone("thumb", segment, start, end, r0, r1, axis, back))
        start = end
    return tuple(found)


def _bend(axis: Vec, back: Vec, angle: float) -> tuple[Vec, Vec]:
    """Return axis and back after flexing by `angle` radians, away from the back."""
    c, s = cos(angle), sin(angle)
    bent = (axis[0] * c - back[0] * s, axis[1] * c - back[1] * s, axis[2] * c - back[2] * s)
    turned = (back[0] * c + axis[0] * s, back[1] * c + axis[1] * s, back[2] * c + axis[2] * s)
    return unit(bent), unit(turned)
