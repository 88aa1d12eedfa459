"""The size of the drawn hand, in millimetres, for a right hand.

x runs to the little-finger side, y to the fingertips, z out of the back of the hand;
the origin is the wrist. Finger lengths (crease to tip) and the split of a finger into
its three bones are health facts 6a; a knuckle lies `WEB` deeper than its finger's crease.
"""

from __future__ import annotations

from steadyhands.domain.pose.vectors import Vec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.hand import Part

# Crease at the finger's base to the fingertip.
LENGTH: dict[Part, float] = {
    "thumb": 54.5,  # 49.5 to the crease, which lies on the joint, and the pad beyond the bone
    "index": 63.9,
    "middle": 70.7,
    "ring": 65.5,
    "little": 53.3,
}
# Knuckle to the web between the fingers.
WEB: dict[Part, float] = {"index": 22.0, "middle": 22.0, "ring": 21.0, "little": 17.0}
SPLIT = (0.50, 0.29, 0.21)
THUMB_SPLIT = (0.59, 0.41)

# Half breadths: at the knuckle, the two joints and near the tip.
RADII: dict[Part, tuple[float, float, float, float]] = {
    "thumb": (14.5, 11.6, 10.4, 8.0),
    "index": (10.6, 9.2, 7.9, 6.5),
    "middle": (10.9, 9.5, 8.1, 6.7),
    "ring": (10.3, 8.9, 7.6, 6.3),
    "little": (9.4, 7.8, 6.8, 5.7),
}
# Knuckles, and where each finger's bone of the palm begins.
KNUCKLE: dict[Part, Vec] = {
    "index": (-26.0, 89.0, 0.0),
    "middle": (-5.5, 92.5, 2.5),
    "ring": (14.0, 87.5, 1.0),
    "little": (31.5, 78.0, -3.0),
}
PALM_BASE: dict[Part, Vec] = {
    "index": (-14.0, 14.0, 0.0),
    "middle": (-5.0, 14.0, 1.0),
    "ring": (5.0, 14.0, 1.0),
    "little": (15.0, 12.0, -2.0),
}
KNUCKLE_RADIUS: dict[Part, float] = {"index": 11.2, "middle": 12.0, "ring": 11.5, "little": 10.4}
PALM_BASE_RADIUS = 15.0
# The fleshy edge below the little finger.
HEEL: tuple[tuple[Vec, float], tuple[Vec, float]] = (
    ((15.0, 16.0, -5.0), 15.5),
    ((28.0, 47.0, -6.0), 13.4),
)
# Hollow at the little-finger side of the wrist: forearm edge, two bends, edge of the hand;
# at the thumb's side only the forearm's half, the other depends on the thumb.
HOLLOW: tuple[Vec, Vec, Vec, Vec] = (
    (29.3, -28.0, 0.0),
    (27.8, -4.0, 0.0),
    (36.6, 24.0, -5.0),
    (40.9, 45.0, -6.0),
)
THUMB_BASE: Vec = (-19.0, 20.0, -8.0)
THUMB_PALM_BONE = 46.0
# Forearm: half its breadth is offset + radius at the wrist and at the cut edge.
WRIST = (14.5, 14.0)
FOREARM = (17.0, 18.5)
FOREARM_LENGTH = 78.0

# The angle a finger's own plane has in the straight hand, towards the little finger,
# and how many times `spread` it moves.
FAN: dict[Part, float] = {"index": -1.5, "middle": 0.5, "ring": 2.5, "little": 5.5}
SPREADS: dict[Part, float] = {"index": -1.0, "middle": 0.0, "ring": 0.95, "little": 2.0}
# Bent fingers lean towards the thumb's base by this much.
LEAN: dict[Part, float] = {"index": -4.0, "middle": 1.0, "ring": 6.0, "little": 11.0}


def bones(part: Part) -> tuple[float, ...]:
    """Return a digit's bone lengths from knuckle to tip, tip flesh included."""
    if part == "thumb":
        return tuple(LENGTH[part] * share for share in THUMB_SPLIT)
    return tuple((LENGTH[part] + WEB[part]) * share for share in SPLIT)
