"""The small things that tell palm from back: nails, skin folds, palm lines, tendons."""

from __future__ import annotations

from math import acos, atan2, cos, degrees, pi, sin, sqrt
from typing import NamedTuple

from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.camera import Lens, flat
from steadyhands.domain.pose.joints import FINGERS, Pose
from steadyhands.domain.pose.kinematics import Bone, Solved
from steadyhands.domain.pose.vectors import Vec, add, along, cross, dot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.domain.hand import Part

Point = tuple[float, float]


class Mark(NamedTuple):
    """A line or closed shape on the skin: `kind` nail, fold, crease, line, tendon or dome.

    `strength` (0..1) fades it out as the skin turns away or stretches.
    """

    kind: str
    points: tuple[Point, ...]
    strength: float


NAIL_ANGLE = 0.98  # half the nail's breadth round the finger, radians
FOLD_ANGLE = 0.95
CREASE_ANGLE = 1.15
HORIZON = 1.45  # how far from the middle of what we see a mark may reach, radians


def of_digit(bone: Bone, chain: tuple[Bone, ...], palm_back: Vec, lens: Lens) -> tuple[Mark, ...]:
    """Return the marks painted with this bone: its near joint's folds and, at the tip, the nail."""
    found: list[Mark | None] = []
    place = chain.index(bone)
    if place == 0 and bone.part != "thumb":
        found.append(
            _arc(bone, sk.WEB[bone.part] + 1.0, pi, CREASE_ANGLE, -1.5, "crease", 0.9, lens)
        )
    if place == 0 and bone.part != "thumb":
        flat_hand = max(0.0, 2.0 * dot(bone.back, palm_back) - 1.0)
        for off, reach in ((-3.2, 0.42), (0.4, 0.52), (4.0, 0.42)):
            bow = -off * 0.35
            found.append(_arc(bone, off, 0.0, reach, bow, "fold", 0.36 * flat_hand, lens))
    if place > 0:
        found += _joint(chain[place - 1], bone, lens)
    if bone is chain[-1]:
        found.append(_nail(bone, lens))
    return tuple(mark for mark in found if mark is not None)


def _joint(before: Bone, bone: Bone, lens: Lens) -> list[Mark | None]:
    """Return the folds on the back and the creases on the inside of one joint."""
    bend = degrees(acos(min(max(dot(before.axis, bone.axis), -1.0), 1.0)))
    slack = max(0.0, 1.0 - bend / 55.0) * (
        0.4 if bone.part == "thumb" and bone.segment == 1 else 1.0
    )
    length = sqrt(sum((e - s) ** 2 for e, s in zip(before.end, before.start, strict=True)))
    wide = bone.segment == (1 if bone.part == "thumb" else 2)
    offsets = (-2.6, 0.2, 3.0) if wide else (-1.2, 1.4)
    folds = [
        _arc(
            before,
            length + off,
            0.0,
            FOLD_ANGLE * (0.75 if off != offsets[len(offsets) // 2] else 0.9),
            -off * 0.5,
            "fold",
            0.75 * slack,
            lens,
        )
        for off in offsets
    ]
    return [*folds, _arc(before, length, pi, CREASE_ANGLE, 0.8, "crease", 0.8, lens)]


def _arc(
    bone: Bone,
    distance: float,
    middle: float,
    reach: float,
    bow: float,
    kind: str,
    strength: float,
    lens: Lens,
) -> Mark | None:
    """Return a line round the bone at `distance`; `middle` 0 is the back, pi the inside."""
    lateral = cross(bone.axis, bone.back)
    across, back = lens.direction(lateral)[2], lens.direction(bone.back)[2]
    facing = back * cos(middle)
    if facing < 0.04 or strength < 0.05:
        return None
    seen = atan2(across, back)
    points = []
    for step in range(-4, 5):
        angle = _within(middle + reach * step / 4.0, seen)
        points.append(
            flat(lens.place(_skin(bone, distance + bow * (step / 4.0) ** 2, angle, lateral)))
        )
    return Mark(kind, tuple(points), strength * min(1.0, facing * 2.2))


def _within(angle: float, seen: float) -> float:
    """Return the angle brought inside the half of the finger that faces the eye."""
    off = (angle - seen + pi) % (2 * pi) - pi
    return seen + min(max(off, -HORIZON), HORIZON)


def _skin(bone: Bone, distance: float, angle: float, lateral: Vec) -> Vec:
    """Return the point of the skin at `distance` along the bone, `angle` round from its back."""
    length = sqrt(sum((e - s) ** 2 for e, s in zip(bone.end, bone.start, strict=True)))
    share = min(distance / length, 1.0) if length else 1.0
    radius = bone.start_radius + (bone.end_radius - bone.start_radius) * share
    beyond = distance - length
    if beyond > 0.0:
        radius = sqrt(max(radius * radius - beyond * beyond, 0.0))
    point = along(bone.start, bone.axis, distance)
    return along(along(point, lateral, radius * sin(angle)), bone.back, radius * cos(angle))


def _nail(bone: Bone, lens: Lens) -> Mark | None:
    lateral = cross(bone.axis, bone.back)
    across, back = lens.direction(lateral)[2], lens.direction(bone.back)[2]
    facing = sqrt(across * across + back * back) if back > -0.35 else 0.0
    seen = atan2(across, back)
    shown = cos(min(abs(seen), pi / 2 + NAIL_ANGLE) * pi / 2 / (pi / 2 + NAIL_ANGLE))
    if facing < 0.12 or shown < 0.12:
        return None
    length = sqrt(sum((e - s) ** 2 for e, s in zip(bone.end, bone.start, strict=True)))
    low, high = length * 0.40, length + bone.end_radius * 0.72
    points = []
    for step in range(20):
        turn = 2 * pi * step / 20
        angle = NAIL_ANGLE * _square(cos(turn), 0.62)
        distance = (low + high) / 2 + (high - low) / 2 * _square(sin(turn), 0.72)
        points.append(flat(lens.place(_skin(bone, distance, _within(angle, seen), lateral))))
    return Mark("nail", tuple(points), min(1.0, facing * shown * 1.6))


def _square(value: float, power: float) -> float:
    """Return a rounded-square version of a circle's coordinate."""
    size: float = abs(value) ** power
    return size if value >= 0 else -size


# Lines of the palm as (x, y) on its face; the right hand, thumb at negative x.
PALM_LINES: tuple[tuple[str, tuple[Point, ...]], ...] = (
    ("line", ((39.0, 63.0), (24.0, 61.5), (8.0, 64.5), (-6.0, 71.0), (-14.5, 80.0))),
    ("line", ((-35.5, 66.0), (-20.0, 64.5), (-2.0, 59.0), (13.0, 50.0), (24.0, 39.0))),
    ("line", ((-35.5, 64.5), (-20.0, 58.0), (-7.0, 45.0), (-1.5, 29.0), (-4.0, 13.0))),
    ("crease", ((-26.0, 1.0), (-9.0, -1.5), (9.0, -1.5), (26.0, 1.5))),
    ("crease", ((-24.0, -5.5), (-8.0, -8.0), (9.0, -8.0), (23.0, -5.5))),
)
PALM_Z, BACK_Z = -13.0, 12.5


def of_palm(solved: Solved, pose: Pose, lens: Lens, is_back: bool) -> tuple[Mark, ...]:
    """Return the lines of whichever face of the palm we see."""
    facing = abs(lens.direction(solved.frame[2])[2])
    strength = min(1.0, max(0.0, facing - 0.15) * 2.0)
    if strength <= 0.05:
        return ()
    x, y, z = solved.frame

    def seen(px: float, py: float, pz: float) -> Point:
        point = add(add(_scaled(x, px), _scaled(y, py)), _scaled(z, pz))
        return flat(lens.place(point))

    if not is_back:
        # A fist and a thumb drawn across fold the palm's own lines away.
        folded = max(pose.thumb.palmar / 45.0, pose.middle.mcp / 90.0 - 0.3)
        open_palm = strength * min(max(1.3 - 1.3 * folded, 0.0), 1.0)
        level = max(0.0, 1.0 - abs(pose.extension) / 55.0)  # a bent wrist hides its creases
        shown = {"line": open_palm, "crease": strength * level}
        return tuple(
            Mark(kind, tuple(seen(px, py, PALM_Z) for px, py in line), shown[kind])
            for kind, line in PALM_LINES
            if shown[kind] > 0.05
        )
    found: list[Mark] = []
    for part in FINGERS:
        found += _knuckle(part, pose.finger(part).mcp, strength, seen)
    return tuple(found)


def _knuckle(
    part: Part, flexion: float, strength: float, seen: Callable[[float, float, float], Point]
) -> list[Mark]:
    """Return a bent finger's knuckle, or a straight one's tendon."""
    kx, ky, kz = sk.KNUCKLE[part]
    bx, by, _ = sk.PALM_BASE[part]
    bent = min(max(flexion, 0.0) / 60.0, 1.0)
    taut = strength * (1.0 - bent)
    top, radius = BACK_Z + kz, sk.KNUCKLE_RADIUS[part]
    drop = ky + 1.0 + 3.0 * bent
    dome = (seen(kx, drop, top), seen(kx + radius * 0.95, drop, top))
    found = [Mark("dome", dome, strength * 0.9 * bent)] if bent > 0.1 else []
    if taut < 0.05:
        return found
    line = ((bx + (kx - bx) * s, by + (ky - by) * s, top) for s in (0.42, 0.6, 0.76, 0.9))
    found.append(Mark("tendon", tuple(seen(*point) for point in line), taut))
    return found


def _scaled(v: Vec, size: float) -> Vec:
    return (v[0] * size, v[1] * size, v[2] * size)
