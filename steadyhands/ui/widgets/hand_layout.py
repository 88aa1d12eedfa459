"""Where two drawn hands lie in a widget, and each part's outline in its pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from steadyhands.domain.hand import PARTS, SIDES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.ui.widgets.hand_outline import HandOutline

# What of the picture (mm, right hand) is shown: thumb to little finger, tip to forearm.
REACH = QRectF(-104.0, -131.0, 194.0, 258.0)
# The bounds of its parts (mm, right hand; the left is its mirror), as `HandOutline.box` finds
# them. They stand here so that a start needs no pose; a test holds them together.
BOXES = {
    "thumb": QRectF(-91.621, -21.427, 50.694, 46.683),
    "index": QRectF(-54.421, -111.450, 38.820, 94.836),
    "middle": QRectF(-16.683, -125.319, 22.176, 105.381),
    "ring": QRectF(3.755, -110.575, 39.003, 95.151),
    "little": QRectF(22.280, -76.183, 51.168, 69.530),
    "palm": QRectF(-37.686, -43.232, 79.927, 108.867),
    "wrist": QRectF(-35.964, 48.627, 71.928, 78.373),
}
FINGER_GAP = 36.0  # mm between two fingers' end joints
GUTTER = 8


class Outlines:
    """Both hands' true shapes; each is made when first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, HandOutline] = {}

    def of(self, side: str) -> HandOutline:
        """Return a hand's shapes."""
        if side not in self._made:
            from steadyhands.ui.widgets.hand_outline import HandOutline

            self._made[side] = HandOutline(side)
        return self._made[side]

    def make(self) -> None:
        """Make both now, so that the first press need not wait for them."""
        for side in SIDES:
            self.of(side)


class PlacedHand:
    """One hand, its size and place in the widget."""

    def __init__(self, side: str, outlines: Outlines, scale: float, origin: QPointF) -> None:
        self.side, self.scale, self.origin = side, scale, origin
        self._outlines = outlines
        self._paths: dict[str, QPainterPath] = {}

    @property
    def outline(self) -> HandOutline:
        """Return the hand's true shapes, in millimetres."""
        return self._outlines.of(self.side)

    def transform(self) -> QTransform:
        """Return millimetres to pixels."""
        return QTransform(self.scale, 0, 0, self.scale, self.origin.x(), self.origin.y())

    def bounds(self) -> QRectF:
        """Return what the hand may cover, in pixels."""
        return self._mapped(REACH)

    def box(self, part: str) -> QRectF:
        """Return a part's bounds in pixels."""
        return self._mapped(BOXES[part])

    def _mapped(self, right: QRectF) -> QRectF:
        """Return a right hand's millimetres as this hand's pixels."""
        left = right.left() if self.side == "right" else -right.right()
        return self.transform().mapRect(QRectF(left, right.top(), right.width(), right.height()))

    def part_at(self, point: QPointF) -> tuple[str, float]:
        """Return the nearest part and how many pixels it is off (negative: on it)."""
        x = (point.x() - self.origin.x()) / self.scale
        y = (point.y() - self.origin.y()) / self.scale
        part, off = self.outline.part_at(x, y)
        return part, off * self.scale

    def path(self, part: str) -> QPainterPath:
        """Return a part's outline in pixels, made when first asked for."""
        if part not in self._paths:
            self._paths[part] = self.transform().map(self.outline.path(part))
        return self._paths[part]

    def anchor(self, part: str) -> QPointF:
        """Return a pixel well inside a part."""
        return self.transform().map(self.outline.anchor(part))


class Layout:
    """Both hands in a widget of a size: side by side, or left above right when narrow."""

    def __init__(
        self, outlines: Outlines, width: float, height: float, label: float, hit_min: float
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
            origin = _origin(side, cell, scale, label, self.stacked)
            self.hands[side] = PlacedHand(side, outlines, scale, origin)
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

    def label_top(self) -> float:
        """Return the pixel above which no name is written."""
        return min(self.label_rect(side).top() for side in SIDES)

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


def _origin(side: str, cell: QRectF, scale: float, label: float, stacked: bool) -> QPointF:
    """Return the pixel on which a hand's middle lies."""
    wide, high = REACH.width() * scale, REACH.height() * scale
    top = cell.top() + (cell.height() - label - high) / 2
    left = cell.center().x() - wide / 2
    if not stacked:  # the hands lie close together in the middle, like on a desk
        slack = min((cell.width() - wide) / 2, 90.0)
        left += slack * 0.4 if side == "left" else -slack * 0.4
    offset = REACH.left() if side == "right" else -REACH.right()
    # Whole pixels: the left hand's picture is the right one's in a mirror, pixel by pixel.
    return QPointF(round(left - offset * scale), round(top - REACH.top() * scale))


def spatial_order(side: str) -> tuple[str, ...]:
    """Return the digits of a hand from left to right as drawn."""
    digits = PARTS[:5]
    return tuple(reversed(digits)) if side == "left" else tuple(digits)
