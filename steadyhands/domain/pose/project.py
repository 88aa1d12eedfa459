"""From a posed hand to a flat picture: tapered capsules and patches, far to near."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from steadyhands.domain.pose import marks
from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.camera import DISTANCE, Camera, Lens, flat
from steadyhands.domain.pose.joints import FINGERS, Pose
from steadyhands.domain.pose.kinematics import Bone, Solved, solve
from steadyhands.domain.pose.marks import Mark, Point
from steadyhands.domain.pose.vectors import Vec, along, cross, dot, mix, unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.domain.hand import Part

Frame = tuple[Vec, Vec, Vec]


class Limb(NamedTuple):
    """A tapered capsule in the picture (mm), with what shading needs.

    `root` is how much it lies flat with the palm (1) rather than before it (0);
    `axis` and `back` are unit vectors of eye space, `depth` the order of painting.
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
    hollows: tuple[Patch, Patch]  # skin at the two edges of the wrist
    inside: tuple[Point, ...]  # the inside of a fist, behind everything; often empty


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
    limbs: list[Limb] = []
    for chain in solved.digits.values():
        limbs += _digit(chain, solved.frame, palm, lens)
    limbs.sort(key=_order)
    behind = tuple(limb for limb in limbs if limb.depth <= palm.depth)
    return Scene(side, behind, palm, tuple(limb for limb in limbs if limb.depth > palm.depth))


def bounds(scene: Scene) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom (mm) of what is seen, half the forearm included."""
    one, two = scene.palm.arm
    discs = [(limb.b, limb.rb) for limb in (*scene.limbs(), *scene.palm.bones, one, two)]
    discs += [(limb.a, limb.ra) for limb in (*scene.limbs(), *scene.palm.bones)]
    for arm in (one, two):
        half = ((arm.a[0] + arm.b[0]) / 2, (arm.a[1] + arm.b[1]) / 2)
        discs.append((half, arm.ra))
    return (
        min(x - r for (x, _), r in discs),
        min(y - r for (_, y), r in discs),
        max(x + r for (x, _), r in discs),
        max(y + r for (_, y), r in discs),
    )


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


def _digit(chain: tuple[Bone, ...], frame: Frame, palm: Palm, lens: Lens) -> list[Limb]:
    """Return a digit's limbs; across a joint that is not much bent the outer one lies on top."""
    found: list[Limb] = []
    for bone in chain:
        limb = _digit_limb(bone, chain, frame, palm, lens)
        straight = dot(found[-1].axis, limb.axis) if found else 0.0
        if straight > 0.5 and found[-1].segment > 0:
            limb = limb._replace(depth=max(limb.depth, found[-1].depth + 0.05))
        if bone.segment > (1 if bone.part == "thumb" else 0) and found:
            limb = limb._replace(root=found[-1].root * min(max((straight - 0.7) / 0.25, 0.0), 1.0))
        found.append(limb)
    return found


def _digit_limb(bone: Bone, chain: tuple[Bone, ...], frame: Frame, palm: Palm, lens: Lens) -> Limb:
    limb = _limb(bone, lens, marks.of_digit(bone, chain, frame[2], lens))
    if bone.part == "thumb" and bone is chain[1]:
        rise = _limb(chain[0], lens).depth - palm.depth
        hidden = palm.is_back and _is_over_palm(limb.b, palm)
        depth = limb.depth if hidden else max(limb.depth, palm.depth + 0.2)
        return limb._replace(depth=depth, root=min(max(1.0 - rise / 26.0, 0.0), 1.0))
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


def _is_over_palm(point: Point, palm: Palm) -> bool:
    """Say whether a point of the picture lies on the palm's side of the index finger's edge."""
    index, little = palm.bones[0], palm.bones[3]
    inward = _turn(index.a, index.b, little.b)
    length = sqrt((index.b[0] - index.a[0]) ** 2 + (index.b[1] - index.a[1]) ** 2) or 1.0
    off = _turn(index.a, index.b, point) / length * (1.0 if inward > 0 else -1.0)
    return off > -0.9 * index.rb


def _palm(solved: Solved, pose: Pose, lens: Lens) -> Palm:
    z = lens.direction(solved.frame[2])
    is_back = z[2] >= 0.0
    fleshed = (*solved.palm, *solved.heel, solved.digits["thumb"][0])
    bones = tuple(_limb(bone, lens) for bone in fleshed)
    radial, ulnar = (_limb(bone, lens) for bone in solved.arm)
    face = z if is_back else (-z[0], -z[1], -z[2])
    middle = lens.place(mix(solved.palm[1].start, solved.palm[2].end, 0.6))
    webs = (*_finger_webs(solved, lens), _thumb_web(solved, lens))
    hollows = _hollows(solved, lens)
    lines = marks.of_palm(solved, pose, lens, is_back)
    inside = _inside(solved, pose, lens)
    return Palm(bones, (radial, ulnar), webs, face, is_back, middle[2], lines, hollows, inside)


def _inside(solved: Solved, pose: Pose, lens: Lens) -> tuple[Point, ...]:
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
            while len(found) > 1 and _turn(found[-2], found[-1], p) <= 0:
                found.pop()
            found.append(p)
        return found[:-1]

    return (*chain(ordered), *chain(reversed(ordered)))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _finger_webs(solved: Solved, lens: Lens) -> tuple[Patch, ...]:
    patches = []
    for one, two in pairwise(FINGERS):
        a, b = solved.digits[one][0], solved.digits[two][0]
        (qa, ca), (qb, cb) = _flank(a, 1.0), _flank(b, -1.0)
        knuckles = (flat(lens.place(b.start)), flat(lens.place(a.start)))
        start, bend_a, bend_b, end = (flat(lens.place(p)) for p in (qa, ca, cb, qb))
        patches.append(Patch(knuckles, start, (bend_a, bend_b), end))
    return tuple(patches)


def _hollows(solved: Solved, lens: Lens) -> tuple[Patch, Patch]:
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
    (a, b, c), (d, e, f) = bone.axis, bone.back
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def _thumb_web(solved: Solved, lens: Lens) -> Patch:
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
