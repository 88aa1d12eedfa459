"""The skin between bones: webs, the hollows of the wrist, the inside of a fist."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.camera import Lens, flat
from steadyhands.domain.pose.joints import FINGERS, Pose
from steadyhands.domain.pose.kinematics import Bone, Solved
from steadyhands.domain.pose.marks import Point
from steadyhands.domain.pose.vectors import Vec, along, cross, unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Patch(NamedTuple):
    """Skin between bones: straight edges, but the one from `start` to `end` a cubic curve."""

    corners: tuple[Point, ...]
    start: Point
    bend: tuple[Point, Point]
    end: Point


def inside_of(solved: Solved, pose: Pose, lens: Lens) -> tuple[Point, ...]:
    """Return what closes the gap between a curled index finger and the thumb's base."""
    is_curled = pose.index.mcp > 45 and pose.index.pip > 55
    is_across = pose.thumb.abduction < 20 and pose.thumb.palmar > 16
    if not (is_curled or is_across):
        return ()
    index, thumb = solved.digits["index"], solved.digits["thumb"]
    ends = [solved.palm[0].start, index[0].start]
    if is_curled:
        ends += [index[0].end, index[1].end, index[2].end]
    middles = [flat(lens.place(p)) for p in (*ends, thumb[0].start, thumb[1].start)]
    rim = ((9.0, 0.0), (-9.0, 0.0), (0.0, 9.0), (0.0, -9.0))
    return hull((x + dx, y + dy) for x, y in middles for dx, dy in rim)


def hull(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the convex hull (monotone chain)."""
    ordered = sorted(points)

    def chain(run: Iterable[Point]) -> list[Point]:
        found: list[Point] = []
        for p in run:
            while len(found) > 1 and turn(found[-2], found[-1], p) <= 0:
                found.pop()
            found.append(p)
        return found[:-1]

    return (*chain(ordered), *chain(reversed(ordered)))


def turn(a: Point, b: Point, c: Point) -> float:
    """Return twice the area of the triangle, negative when it turns the other way."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def finger_webs(solved: Solved, lens: Lens) -> tuple[Patch, ...]:
    """Return the three webs between neighbouring fingers."""
    patches = []
    for one, two in pairwise(FINGERS):
        a, b = solved.digits[one][0], solved.digits[two][0]
        (qa, ca), (qb, cb) = _flank(a, 1.0), _flank(b, -1.0)
        knuckles = (flat(lens.place(b.start)), flat(lens.place(a.start)))
        start, bend_a, bend_b, end = (flat(lens.place(p)) for p in (qa, ca, cb, qb))
        patches.append(Patch(knuckles, start, (bend_a, bend_b), end))
    return tuple(patches)


def hollow_sides(solved: Solved, lens: Lens) -> tuple[Patch, Patch]:
    """Return the skin that leads from the forearm's edges into the hand's."""
    x, y, z = solved.frame
    edge, near, *hand = sk.HOLLOW
    far, end = (along(along(along(_ORIGIN, x, p[0]), y, p[1]), z, p[2]) for p in hand)
    thumb = solved.digits["thumb"][0]
    outward = unit(cross(z, thumb.axis))
    thumb_end = along(along(thumb.start, thumb.axis, 18.0), outward, thumb.start_radius * 0.86)
    thumb_far = along(thumb_end, thumb.axis, -24.0)
    return (
        _hollow_side(edge, near, far, end, solved.heel[0].start, lens),
        _hollow_side(_left(edge), _left(near), thumb_far, thumb_end, thumb.start, lens),
    )


_ORIGIN: Vec = (0.0, 0.0, 0.0)


def _left(v: Vec) -> Vec:
    return (-v[0], v[1], v[2])


def _hollow_side(edge: Vec, near: Vec, far: Vec, end: Vec, deep: Vec, lens: Lens) -> Patch:
    start, one, two, stop = (flat(lens.place(p)) for p in (edge, near, far, end))
    inner = (edge[0] * 0.5, edge[1], 0.0)
    return Patch((flat(lens.place(deep)), flat(lens.place(inner))), start, (one, two), stop)


def _flank(bone: Bone, side: float) -> tuple[Vec, Vec]:
    """Return where the web leaves a finger's flank (+1: little-finger side), and its bend."""
    web, radius = sk.WEB[bone.part], bone.start_radius * 0.80
    lateral = _lateral(bone)
    edge = along(along(bone.start, bone.axis, web + 4.0), lateral, side * radius)
    return edge, along(edge, bone.axis, -9.0)


def _lateral(bone: Bone) -> Vec:
    return cross(bone.axis, bone.back)


def thumb_web(solved: Solved, lens: Lens) -> Patch:
    """Return the skin fold between thumb and index finger, a hollow curve."""
    palm_bone, first = solved.digits["thumb"][:2]
    index = solved.palm[0]
    x, y, _ = solved.frame
    leave = along(along(first.start, first.axis, 9.0), x, first.start_radius * 0.55)
    arrive = along(along(index.end, y, -4.0), x, -index.end_radius * 0.9)
    apart = sqrt(sum((p - q) ** 2 for p, q in zip(leave, arrive, strict=True)))
    deep = min(max((apart - 18.0) / 42.0, 0.0), 1.0)
    bend_a = along(leave, palm_bone.axis, -22.0 * deep)
    bend_b = along(arrive, y, -30.0 * deep)
    corners = tuple(
        flat(lens.place(p)) for p in (index.end, index.start, palm_bone.start, first.start)
    )
    start, ca, cb, end = (flat(lens.place(p)) for p in (leave, bend_a, bend_b, arrive))
    return Patch(corners, start, (ca, cb), end)
