"""Where two drawn hands lie in a widget, and each part's outline in its pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from steadyhands.domain.hand import PARTS, SIDES
from steadyhands.domain.pose.camera import PIVOT, Camera
from steadyhands.domain.pose.joints import Pose, Thumb
from steadyhands.domain.pose.project import Limb, Scene, picture
from steadyhands.domain.pose.touch import WRIST_TOP, nearest
from steadyhands.ui.widgets.hand_painter import arm_path, palm_path
from steadyhands.ui.widgets.hand_shapes import LimbShape

# The backs of one's own hands, fingers apart so that each is easy to hit.
LOG_POSE = Pose(thumb=Thumb(51.0, 4.0, 0.0, 4.0), spread=14.0)
# What of the picture (mm, right hand) is shown: thumb to little finger, tip to forearm.
REACH = QRectF(-104.0, -131.0, 194.0, 258.0)
FINGER_GAP = 36.0  # mm between two fingers' end joints in LOG_POSE
GUTTER = 8


class PlacedHand:
    """One hand, its size and place in the widget."""

    def __init__(self, side: str, scene: Scene, scale: float, origin: QPointF) -> None:
        self.side, self.scene, self.scale, self.origin = side, scene, scale, origin
        self._paths: dict[str, QPainterPath] = {}

    def transform(self) -> QTransform:
        """Return millimetres to pixels."""
        return QTransform(self.scale, 0, 0, self.scale, self.origin.x(), self.origin.y())

    def bounds(self) -> QRectF:
        """Return what the hand may cover, in pixels."""
        left = REACH.left() if self.side == "right" else -REACH.right()
        area = QRectF(left, REACH.top(), REACH.width(), REACH.height())
        return self.transform().mapRect(area)

    def part_at(self, point: QPointF) -> tuple[str, float]:
        """Return the nearest part and how many pixels it is off (negative: on it)."""
        x = (point.x() - self.origin.x()) / self.scale
        y = (point.y() - self.origin.y()) / self.scale
        part, off = nearest(self.scene, x, y)
        return part, off * self.scale

    def box(self, part: str) -> QRectF:
        """Return a part's bounds in pixels, without the price of its exact outline."""
        if part == "wrist":
            limbs: tuple[Limb, ...] = self.scene.palm.arm
        elif part == "palm":
            limbs = self.scene.palm.bones[:6]
        else:
            limbs = tuple(x for x in self.scene.limbs() if x.part == part and x.segment > 0)
        area = QRectF()
        for limb in limbs:
            for (x, y), r in ((limb.a, limb.ra), (limb.b, limb.rb)):
                area = area.united(QRectF(x - r, y - r, 2 * r, 2 * r))
        if part == "wrist":
            area.setBottom(REACH.bottom())
        return self.transform().mapRect(area)

    def path(self, part: str) -> QPainterPath:
        """Return a part's outline in pixels, made when first asked for."""
        if part not in self._paths:
            self._paths[part] = self.transform().map(self._millimetres(part))
        return self._paths[part]

    def anchor(self, part: str) -> QPointF:
        """Return a pixel well inside a part."""
        scene = self.scene
        limbs = [limb for limb in scene.limbs() if limb.part == part and limb.segment > 0]
        if part == "wrist":
            one, two = scene.palm.arm
            x, y = (one.b[0] + two.b[0]) / 2, (one.b[1] * 3 + one.a[1]) / 4
        elif part == "palm":
            bone = scene.palm.bones[1]
            x, y = (bone.a[0] + bone.b[0]) / 2, (bone.a[1] + bone.b[1]) / 2
        else:
            last = max(limbs, key=lambda limb: limb.segment)
            x, y = last.a
        return self.transform().map(QPointF(x, y))

    def _millimetres(self, part: str) -> QPainterPath:
        if part in ("palm", "wrist"):
            palm = self.scene.palm
            whole = palm_path(palm).united(arm_path(palm))
            seam = PIVOT[1] - WRIST_TOP
            top, high = (seam, 200.0) if part == "wrist" else (seam - 200.0, 200.0)
            band = QPainterPath()
            band.addRect(-200.0, top, 400.0, min(high, REACH.bottom() - top))
            return whole.intersected(band)
        path = QPainterPath()
        for limb in self.scene.limbs():
            if limb.part == part and limb.segment > 0:
                path = path.united(LimbShape(limb).path)
        return path


class Layout:
    """Both hands in a widget of a size: side by side, or left above right when narrow."""

    def __init__(
        self, scenes: dict[str, Scene], width: float, height: float, label: float, hit_min: float
    ) -> None:
        self.stacked = width < side_by_side_width(hit_min)
        across, down = (1, 2) if self.stacked else (2, 1)
        gap = GUTTER * (1 if self.stacked else 3)
        cell_w = (width - gap * (across - 1)) / across
        self._strip = strip_height(hit_min) if self.stacked else 0.0
        cell_h = (height - self._strip) / down
        scale = min(cell_w / REACH.width(), (cell_h - label) / REACH.height())
        self.label_height = label
        self.hands: dict[str, PlacedHand] = {}
        for place, side in enumerate(SIDES):
            column, row = (0, place) if self.stacked else (place, 0)
            cell = QRectF(column * (cell_w + gap), row * (cell_h + self._strip), cell_w, cell_h)
            self.hands[side] = _placed(scenes[side], cell, scale, label, self.stacked)
        self.width, self.height = width, height

    def gap_rect(self) -> QRectF:
        """Return the free space between the hands: above the thumbs, or the strip if stacked."""
        left, right = self.hands["left"], self.hands["right"]
        if self.stacked:
            top = (self.height - self._strip) / 2 + GUTTER
            return QRectF(GUTTER, top, self.width - 2 * GUTTER, self._strip - 2 * GUTTER)
        start, end = left.box("index").right(), right.box("index").left()
        top, low = left.box("index").top(), left.box("thumb").top()
        return QRectF(start + GUTTER, top, end - start - 2 * GUTTER, low - top - GUTTER)

    def label_rect(self, side: str) -> QRectF:
        """Return where the hand's name is written, below its wrist."""
        hand = self.hands[side]
        arm = hand.box("wrist")
        bottom = hand.bounds().bottom()
        return QRectF(arm.center().x() - 120, bottom, 240, self.label_height)

    def part_at(self, point: QPointF, reach: float) -> tuple[str, str] | None:
        """Return (side, part) meant by a press, or None further than `reach` from both hands."""
        found = []
        for side, hand in self.hands.items():
            part, off = hand.part_at(point)
            found.append((off, side, part))
        off, side, part = min(found)
        return (side, part) if off <= reach else None


def side_by_side_width(hit_min: float) -> float:
    """Return the least width at which two hands fit beside each other with wide enough fingers."""
    return 2 * REACH.width() * hit_min / FINGER_GAP + 3 * GUTTER


def least_height(hit_min: float, label: float, stacked: bool) -> float:
    """Return the least height that keeps fingers `hit_min` wide."""
    one = REACH.height() * hit_min / FINGER_GAP + label
    return 2 * one + strip_height(hit_min) if stacked else one


def strip_height(hit_min: float) -> float:
    """Return the height of the free strip between stacked hands: one button and its margins."""
    return hit_min + 2 * GUTTER


def log_scenes() -> dict[str, Scene]:
    """Return the two hands as they are shown for logging."""
    return {side: picture(LOG_POSE, Camera(), side) for side in SIDES}


def _placed(scene: Scene, cell: QRectF, scale: float, label: float, stacked: bool) -> PlacedHand:
    side = scene.side
    wide, high = REACH.width() * scale, REACH.height() * scale
    top = cell.top() + (cell.height() - label - high) / 2
    left = cell.center().x() - wide / 2
    if not stacked:  # the hands lie close together in the middle, like on a desk
        slack = min((cell.width() - wide) / 2, 90.0)
        left += slack * 0.4 if side == "left" else -slack * 0.4
    offset = REACH.left() if side == "right" else -REACH.right()
    # Whole pixels: the left hand's picture is the right one's in a mirror, pixel by pixel.
    origin = QPointF(round(left - offset * scale), round(top - REACH.top() * scale))
    return PlacedHand(side, scene, scale, origin)


def spatial_order(side: str) -> tuple[str, ...]:
    """Return the digits of a hand from left to right as drawn."""
    digits = PARTS[:5]
    return tuple(reversed(digits)) if side == "left" else tuple(digits)
