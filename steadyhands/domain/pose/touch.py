"""Which part of a pictured hand a press means: the nearest one, with no dead gaps."""

from __future__ import annotations

from math import hypot

from steadyhands.domain.pose.project import Limb, Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.hand import Part

# Of the thumb's bone inside the palm, the end next to the thumb counts as thumb.
THUMB_SHARE = 0.62
ARM_HIDDEN = 0.2  # share of the forearm that has faded out
WRIST_TOP = 10.0  # mm past the joint up to which a press means the wrist


def distance(limb: Limb, x: float, y: float, start: float = 0.0) -> float:
    """Return how far the point lies outside the limb (negative: inside), from share `start` on."""
    (ax, ay), (bx, by) = limb.a, limb.b
    dx, dy = bx - ax, by - ay
    span = dx * dx + dy * dy
    share = ((x - ax) * dx + (y - ay) * dy) / span if span else 0.0
    share = min(max(share, start), 1.0)
    radius = limb.ra + (limb.rb - limb.ra) * share
    return hypot(x - ax - dx * share, y - ay - dy * share) - radius


def nearest(scene: Scene, x: float, y: float) -> tuple[Part, float]:
    """Return the part meant by a press at (x, y) millimetres and how far off it is."""
    best: dict[Part, float] = {}
    for limb in scene.limbs():
        if limb.segment == 0:
            off = distance(limb, x, y, THUMB_SHARE)
        elif limb.segment == 1 and limb.part != "thumb":
            off = distance(limb, x, y, 0.35)  # a finger's first third lies in the palm
        else:
            off = distance(limb, x, y)
        best[limb.part] = min(off, best.get(limb.part, off))
    best["palm"] = min(distance(bone, x, y) for bone in scene.palm.bones[:6])
    best["wrist"] = _off_wrist(scene, x, y)
    part = min(best, key=lambda name: best[name])
    return part, best[part]


def _off_wrist(scene: Scene, x: float, y: float) -> float:
    """Return how far off the forearm the point lies; it ends `WRIST_TOP` past the joint."""
    one, two = scene.palm.arm
    ax, ay = (one.a[0] + two.a[0]) / 2, (one.a[1] + two.a[1]) / 2
    bx, by = (one.b[0] + two.b[0]) / 2, (one.b[1] + two.b[1]) / 2
    size = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / size, (by - ay) / size
    above = (x - bx) * ux + (y - by) * uy - WRIST_TOP
    half = hypot(one.b[0] - two.b[0], one.b[1] - two.b[1]) / 2 + one.rb
    beside = abs((x - bx) * uy - (y - by) * ux) - half
    below = (ax - x) * ux + (ay - y) * uy + ARM_HIDDEN * size
    end = max(above, below)
    if end > 0.0:
        return hypot(end, max(beside, 0.0))
    return max(beside, end)
