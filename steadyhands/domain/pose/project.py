"""From a posed hand to a flat picture: tapered capsules and patches, far to near."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from steadyhands.domain.pose import marks
from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.camera import DISTANCE, Camera, Lens, flat
from steadyhands.domain.pose.joints import FINGERS, Pose
from steadyhands.domain.pose.kinematics import Bone, Solved, solve
from steadyhands.domain.pose.marks import Mark, Point
from steadyhands.domain.pose.vectors import Vec, along, dot, mix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.hand import Part


class Limb(NamedTuple):
    """A tapered capsule in the picture (mm), with what shading needs.

    `toward` is how far its axis points at the eye (-1..1); `root` how much its base is
    one with the palm (1) rather than standing before it (0); `axis` and `back` are eye space.
    """

    part: Part
    segment: int
    a: Point
    b: Point
    ra: float
    rb: float
    depth: float
    axis: Vec
    back: Vec
    is_tip: bool
    root: float
    marks: tuple[Mark, ...]


class Patch(NamedTuple):
    """Skin between bones: straight edges, but the one from `start` to `end` a cubic curve."""

    corners: tuple[Point, ...]
    start: Point
    bend: tuple[Point, Point]
    end: Point


class Palm(NamedTuple):
    """Palm, wrist and forearm in the picture."""

    bones: tuple[Limb, ...]
    arm: tuple[Limb, Limb]
    webs: tuple[Patch, ...]
    face: tuple[float, float, float]  # outward normal of the face we see, eye space
    is_back: bool
    depth: float
    marks: tuple[Mark, ...]


class Scene(NamedTuple):
    """One hand ready to paint: limbs before and behind the palm, each far to near."""

    side: str
    behind: tuple[Limb, ...]
    palm: Palm
    before: tuple[Limb, ...]

    def limbs(self) -> tuple[Limb, ...]:
        """Return every digit's limbs in painting order."""
        return self.behind + self.before


def picture(pose: Pose, camera: Camera, side: str) -> Scene:
    """Return what the eye at `camera` sees of the `side` hand in `pose`."""
    solved = solve(pose)
    lens = Lens(camera, mirrored=side == "left")
    palm = _palm(solved, pose, lens)
    limbs = sorted(
        (
            _digit_limb(bone, chain, palm, lens)
            for chain in solved.digits.values()
            for bone in chain
        ),
        key=_order,
    )
    behind = tuple(limb for limb in limbs if limb.depth <= palm.depth)
    return Scene(side, behind, palm, tuple(limb for limb in limbs if limb.depth > palm.depth))


def _order(limb: Limb) -> float:
    return limb.depth + 0.2 * limb.segment


def _limb(bone: Bone, lens: Lens, marks: tuple[Mark, ...] = (), root: float = 0.0) -> Limb:
    a, b = lens.place(bone.start), lens.place(bone.end)
    near_a, near_b = DISTANCE / (DISTANCE - a[2]), DISTANCE / (DISTANCE - b[2])
    return Limb(
        bone.part,
        bone.segment,
        (a[0] * near_a, a[1] * near_a),
        (b[0] * near_b, b[1] * near_b),
        bone.start_radius * near_a,
        bone.end_radius * near_b,
        (a[2] + b[2]) / 2,
        lens.direction(bone.axis),
        lens.direction(bone.back),
        bone.part in sk.RADII and bone.segment == (2 if bone.part == "thumb" else 3),
        root,
        marks,
    )


def _digit_limb(bone: Bone, chain: tuple[Bone, ...], palm: Palm, lens: Lens) -> Limb:
    limb = _limb(bone, lens, marks.of_digit(bone, chain, lens))
    if bone.part == "thumb" and bone is chain[1]:
        rise = _limb(chain[0], lens).depth - palm.depth
        return limb._replace(root=min(max(1.0 - rise / 26.0, 0.0), 1.0))
    if bone is not chain[0]:
        return limb
    # The bone next to the palm is painted over it unless it clearly dives behind.
    if bone.part == "thumb":
        rise = limb.depth - palm.depth
        root = min(max(1.0 - rise / 26.0, 0.0), 1.0)
        return limb._replace(depth=max(limb.depth, palm.depth + 0.1), root=root)
    toward = dot(limb.axis, palm.face)
    root = min(max(1.0 - toward / 0.75, 0.0), 1.0)
    depth = limb.depth if toward < -0.85 else max(limb.depth, palm.depth + 0.1)
    return limb._replace(depth=depth, root=root)


def _palm(solved: Solved, pose: Pose, lens: Lens) -> Palm:
    z = lens.direction(solved.frame[2])
    is_back = z[2] >= 0.0
    fleshed = (*solved.palm, *solved.heel, solved.digits["thumb"][0])
    bones = tuple(_limb(bone, lens) for bone in fleshed)
    radial, ulnar = (_limb(bone, lens) for bone in solved.arm)
    face = z if is_back else (-z[0], -z[1], -z[2])
    middle = lens.place(mix(solved.palm[1].start, solved.palm[2].end, 0.6))
    webs = (*_finger_webs(solved, lens), _thumb_web(solved, lens), *_hollows(solved, lens))
    lines = marks.of_palm(solved, pose, lens, is_back)
    return Palm(bones, (radial, ulnar), webs, face, is_back, middle[2], lines)


def _finger_webs(solved: Solved, lens: Lens) -> tuple[Patch, ...]:
    patches = []
    for one, two in pairwise(FINGERS):
        a, b = solved.digits[one][0], solved.digits[two][0]
        (qa, ca), (qb, cb) = _flank(a, 1.0), _flank(b, -1.0)
        knuckles = (flat(lens.place(b.start)), flat(lens.place(a.start)))
        start, bend_a, bend_b, end = (flat(lens.place(p)) for p in (qa, ca, cb, qb))
        patches.append(Patch(knuckles, start, (bend_a, bend_b), end))
    return tuple(patches)


def _hollows(solved: Solved, lens: Lens) -> tuple[Patch, ...]:
    """Return the skin that leads from the forearm's edges into the hand's."""
    x, y, z = solved.frame
    found = []
    for edge, near, far, hand in sk.HOLLOWS:
        inner = (edge[0] * 0.5, edge[1], 0.0)
        moved = [
            along(along(along((0.0, 0.0, 0.0), x, p[0]), y, p[1]), z, p[2]) for p in (far, hand)
        ]
        deep = along(along((0.0, 0.0, 0.0), x, edge[0] * 0.5), y, hand[1])
        start, one, two, end = (flat(lens.place(p)) for p in (edge, near, *moved))
        found.append(
            Patch((flat(lens.place(deep)), flat(lens.place(inner))), start, (one, two), end)
        )
    return tuple(found)


def _flank(bone: Bone, side: float) -> tuple[Vec, Vec]:
    """Return where the web leaves a finger's flank (+1: little-finger side), and its bend."""
    web, radius = sk.WEB[bone.part], bone.start_radius * 0.80
    lateral = _lateral(bone)
    edge = along(along(bone.start, bone.axis, web + 4.0), lateral, side * radius)
    return edge, along(edge, bone.axis, -9.0)


def _lateral(bone: Bone) -> Vec:
    (a, b, c), (d, e, f) = bone.axis, bone.back
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def _thumb_web(solved: Solved, lens: Lens) -> Patch:
    """Return the skin fold between thumb and index finger, a hollow curve."""
    palm_bone, first = solved.digits["thumb"][:2]
    index = solved.palm[0]
    x, y, _ = solved.frame
    leave = along(along(first.start, first.axis, 9.0), x, first.start_radius * 0.55)
    arrive = along(along(index.end, y, -4.0), x, -index.end_radius * 0.9)
    bend_a = along(leave, palm_bone.axis, -22.0)
    bend_b = along(arrive, y, -30.0)
    corners = tuple(
        flat(lens.place(p)) for p in (index.end, index.start, palm_bone.start, first.start)
    )
    start, ca, cb, end = (flat(lens.place(p)) for p in (leave, bend_a, bend_b, arrive))
    return Patch(corners, start, (ca, cb), end)
