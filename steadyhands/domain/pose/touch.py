"""Which part of a pictured hand a press means: the nearest one, with no dead gaps."""

from __future__ import annotations

from math import hypot

from steadyhands.domain.pose.project import Limb, Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.hand import Part

# Of the thumb's bone inside the palm, the end next to the thumb counts as thumb.
THUMB_SHARE = 0.62


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
    one, two = scene.palm.arm
    between = Limb(*one)._replace(
        a=_middle(one.a, two.a),
        b=_middle(one.b, two.b),
        ra=one.ra + _gap(one.a, two.a) / 2,
        rb=one.rb + _gap(one.b, two.b) / 2,
    )
    (ax, ay), (bx, by) = between.a, between.b
    size = hypot(bx - ax, by - ay) or 1.0
    # Past the wrist's joint line the palm begins.
    above = ((x - bx) * (bx - ax) + (y - by) * (by - ay)) / size
    sides = distance(between, x, y)
    return max(sides, above) if above > 0 else sides


def _middle(p: tuple[float, float], q: tuple[float, float]) -> tuple[float, float]:
    return ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)


def _gap(p: tuple[float, float], q: tuple[float, float]) -> float:
    return hypot(p[0] - q[0], p[1] - q[1])
