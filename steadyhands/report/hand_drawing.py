"""Two hands as a flat drawing, each part tinted by its share of the twitches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import acos, atan2, cos, hypot, pi, sin

from steadyhands.domain.hand import DIGITS, SIDES
from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import Pose
from steadyhands.domain.pose.project import Limb, Scene, bounds, picture
from steadyhands.domain.pose.webs import hull

SKIN, EDGE, INK = "#efe9e1", "#8a8178", "#23262d"
TINT = (0xC8, 0x40, 0x20)
GAP_MM = 30.0
_BENT = 16  # corners of a round end
_LABEL_MM = 11.0

Shares = Mapping[tuple[str, str], float]


def hands_svg(shares: Shares, pose: Pose, labels: bool = True) -> str:
    """Return an SVG of both hands' backs; `shares` are 0–1 by side and part.

    Shares of 3 % and more are written beside their part.
    """
    scenes = {side: picture(pose, Camera(), side) for side in SIDES}
    boxes = {side: bounds(scene) for side, scene in scenes.items()}
    top = min(box[1] for box in boxes.values()) - 2 * _LABEL_MM
    foot = max(box[3] for box in boxes.values()) - 34  # less of the forearm than there is
    pieces, x = [], 0.0
    for side in SIDES:
        left, _, right, _ = boxes[side]
        moved = x - left + _LABEL_MM
        drawn = _hand(scenes[side], shares, side, labels)
        pieces.append(f'<g transform="translate({moved:.1f} {-top:.1f})">{drawn}</g>')
        x += right - left + 2 * _LABEL_MM + GAP_MM
    width, height = x - GAP_MM, foot - top
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}" '
        f'font-family="Libertinus Serif, serif">{"".join(pieces)}</svg>'
    )


def _hand(scene: Scene, shares: Shares, side: str, labels: bool) -> str:
    palm = scene.palm
    arm = _outline([*_corners(palm.arm[0]), *_corners(palm.arm[1])])
    flat = _outline([corner for bone in palm.bones for corner in _corners(bone)])
    parts = [
        _shape(arm, shares.get((side, "wrist"), 0)),
        _shape(flat, shares.get((side, "palm"), 0)),
    ]
    parts += [
        _shape(_outline(_corners(limb)), shares.get((side, limb.part), 0)) for limb in scene.limbs()
    ]
    if labels:
        parts += [_label(scene, part, shares.get((side, part), 0)) for part in DIGITS]
        parts += _palm_labels(scene, shares, side)
    return "".join(parts)


def _corners(limb: Limb) -> list[tuple[float, float]]:
    """Return the corners of a tapered capsule, going round."""
    (ax, ay), (bx, by) = limb.a, limb.b
    length = hypot(bx - ax, by - ay)
    along = atan2(by - ay, bx - ax)
    lean = acos(max(-1.0, min(1.0, (limb.ra - limb.rb) / length))) if length else pi / 2
    around_b = [along - lean + 2 * lean * n / _BENT for n in range(_BENT + 1)]
    around_a = [along + lean + (2 * pi - 2 * lean) * n / _BENT for n in range(_BENT + 1)]
    return [
        *((bx + limb.rb * cos(turn), by + limb.rb * sin(turn)) for turn in around_b),
        *((ax + limb.ra * cos(turn), ay + limb.ra * sin(turn)) for turn in around_a),
    ]


def _outline(corners: Iterable[tuple[float, float]]) -> str:
    points = hull(corners)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _shape(points: str, share: float) -> str:
    return f'<polygon points="{points}" fill="{tint(share)}" stroke="{EDGE}" stroke-width="0.8"/>'


def tint(share: float) -> str:
    """Return the colour of a share: skin at 0, full coral from 60 % on."""
    much = min(1.0, share / 0.6) ** 0.7 if share > 0 else 0.0
    skin = tuple(int(SKIN[n : n + 2], 16) for n in (1, 3, 5))
    mixed = (round(s + (t - s) * much) for s, t in zip(skin, TINT, strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _label(scene: Scene, part: str, share: float) -> str:
    """Return the words beyond a digit's tip."""
    tip = max((limb for limb in scene.limbs() if limb.part == part), key=lambda limb: limb.segment)
    (ax, ay), (bx, by) = tip.a, tip.b
    length = hypot(bx - ax, by - ay) or 1.0
    away = tip.rb + _LABEL_MM * 0.75
    return _text(bx + (bx - ax) / length * away, by + (by - ay) / length * away, share)


def _palm_labels(scene: Scene, shares: Shares, side: str) -> list[str]:
    one, two = scene.palm.arm
    (x1, y1), (x2, y2) = ((arm.b if arm.b[1] < arm.a[1] else arm.a) for arm in (one, two))
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    return [
        _text(x, y + 12, shares.get((side, "wrist"), 0)),
        _text(x, y - 48, shares.get((side, "palm"), 0)),
    ]


def _text(x: float, y: float, share: float) -> str:
    if share < 0.03:
        return ""
    return (
        f'<text x="{x:.1f}" y="{y + 3.5:.1f}" font-size="10" text-anchor="middle" fill="{INK}">'
        f"{round(share * 100)}%</text>"
    )
