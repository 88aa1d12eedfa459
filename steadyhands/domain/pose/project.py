"""From a posed hand to a flat picture: tapered capsules and patches, far to near."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from steadyhands.domain.pose import marks
from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.camera import DISTANCE, Camera, Lens
from steadyhands.domain.pose.joints import Pose
from steadyhands.domain.pose.kinematics import Bone, Solved, solve
from steadyhands.domain.pose.marks import Mark, Point
from steadyhands.domain.pose.vectors import Vec, dot, mix
from steadyhands.domain.pose.webs import (
    Patch,
    finger_webs,
    hollow_sides,
    inside_of,
    thumb_web,
    turn,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
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
    inward = turn(index.a, index.b, little.b)
    length = sqrt((index.b[0] - index.a[0]) ** 2 + (index.b[1] - index.a[1]) ** 2) or 1.0
    off = turn(index.a, index.b, point) / length * (1.0 if inward > 0 else -1.0)
    return off > -0.9 * index.rb


def _palm(solved: Solved, pose: Pose, lens: Lens) -> Palm:
    z = lens.direction(solved.frame[2])
    is_back = z[2] >= 0.0
    fleshed = (*solved.palm, *solved.heel, solved.digits["thumb"][0])
    bones = tuple(_limb(bone, lens) for bone in fleshed)
    radial, ulnar = (_limb(bone, lens) for bone in solved.arm)
    face = z if is_back else (-z[0], -z[1], -z[2])
    middle = lens.place(mix(solved.palm[1].start, solved.palm[2].end, 0.6))
    webs = (*finger_webs(solved, lens), thumb_web(solved, lens))
    hollows = hollow_sides(solved, lens)
    lines = marks.of_palm(solved, pose, lens, is_back)
    inside = inside_of(solved, pose, lens)
    return Palm(bones, (radial, ulnar), webs, face, is_back, middle[2], lines, hollows, inside)
