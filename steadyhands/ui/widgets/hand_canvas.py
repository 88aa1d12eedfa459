"""Keeps the painted hands as pictures, and paints marks and rings over them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QTransform

from steadyhands import __version__
from steadyhands.domain.hand import SIDES
from steadyhands.ui.widgets.hand_layout import (
    GUTTER,
    REACH,
    Layout,
    PlacedHand,
    side_by_side_width,
    strip_height,
)
from steadyhands.ui.widgets.hand_look import HandColors
from steadyhands.ui.widgets.picture_folder import PictureFolder

Spot = tuple[str, str]
NATURAL = 1.75  # pixels a millimetre at which hands are large enough


class HandCanvas:
    """One skin and theme; pictures are made when first needed and kept per size.

    `folder` holds those of an earlier window, so that a start need not paint them anew.
    """

    def __init__(
        self, skin_name: str, colors: HandColors, folder: PictureFolder | None = None
    ) -> None:
        self.skin_name, self.colors = skin_name, colors
        self._folder = folder
        self._painted: dict[str, tuple[str, QImage]] = {}  # by name, with what each shows
        self._pictures: dict[str, QPixmap] = {}
        self._marks: dict[Spot, QPixmap] = {}
        self._rings: dict[tuple[Spot, bool], QPixmap] = {}
        self._ratio = 0.0

    def forget(self) -> None:
        """Drop the pictures: the size changed."""
        self._pictures.clear()
        self._marks.clear()
        self._rings.clear()
        self._painted.clear()

    def natural_height(self, width: float, label: float, hit_min: float) -> int:
        """Return the height at which the hands fill `width`, up to a comfortable size."""
        if width < side_by_side_width(hit_min):
            scale = min(width / REACH.width(), NATURAL)
            return int(2 * (REACH.height() * scale + label) + strip_height(hit_min)) + 1
        scale = min((width - 3 * GUTTER) / 2 / REACH.width(), NATURAL)
        return int(REACH.height() * scale + label) + 1

    def paint_base(self, painter: QPainter, layout: Layout, ratio: float) -> None:
        """Paint both hands as they are without any mark."""
        if ratio != self._ratio:
            self.forget()
            self._ratio = ratio
        if not self._pictures:
            right = self._picture(layout.hands["right"], ratio)
            self._pictures = {side: _for_side(right, side) for side in SIDES}
        for side, hand in layout.hands.items():
            painter.drawPixmap(hand.bounds().toAlignedRect().topLeft(), self._pictures[side])

    def _picture(self, hand: PlacedHand, ratio: float, part: str = "") -> QImage:
        """Return the picture of a right hand, or of the mark of one of its parts."""
        name = part or "hand"
        shows = self._shows(hand, ratio)
        image = self._folder.get(name, shows) if self._folder is not None else None
        if image is None:
            from steadyhands.ui.widgets.hand_picture import hand_picture, mark_picture

            area = mark_area(hand, part) if part else hand.bounds().toAlignedRect()
            image = blank(area, ratio)
            if part:
                mark_picture(image, hand, area, part, self.skin_name, self.colors)
            else:
                hand_picture(image, hand, area, self.skin_name, self.colors)
            self._painted[name] = (shows, image)
        return image

    def _shows(self, hand: PlacedHand, ratio: float) -> str:
        """Return all that makes a picture another one."""
        colors = self.colors
        used = (colors.card, colors.text, colors.accent, colors.highlight)
        names = " ".join(color.name() for color in used)
        return f"{__version__} {self.skin_name} {names} {hand.scale!r} {ratio!r}"

    def keep(self, part: str | None) -> None:
        """Keep the hand, and the mark of `part`, for the next window."""
        if self._folder is not None:
            for name in ("hand", part or ""):
                if name in self._painted:
                    self._folder.put(name, *self._painted.pop(name))

    def paint_labels(self, painter: QPainter, layout: Layout, names: dict[str, str]) -> None:
        """Write the hands' names below them."""
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.colors.text)
        for side, name in names.items():
            painter.drawText(layout.label_rect(side), Qt.AlignmentFlag.AlignCenter, name)

    def prepare(self, layout: Layout, spot: Spot) -> None:
        """Make the picture of a part's mark ahead, so that a press shows at once."""
        if spot not in self._marks:
            side, part = spot
            right = self._picture(layout.hands["right"], self._ratio or 1.0, part)
            self._marks[spot] = _for_side(right, side)

    def paint_mark(self, painter: QPainter, layout: Layout, spot: Spot, amount: float) -> None:
        """Colour one part, `amount` 0..1, keeping its light and shade."""
        self.prepare(layout, spot)
        area = mark_area(layout.hands[spot[0]], spot[1])
        painter.setOpacity(amount)
        painter.drawPixmap(area.topLeft(), self._marks[spot])
        painter.setOpacity(1.0)

    def paint_ring(self, painter: QPainter, layout: Layout, spot: Spot, is_focus: bool) -> None:
        """Outline one part: thin for hover; double, so it shows on any skin, for focus."""
        side, part = spot
        hand = layout.hands[side]
        area = mark_area(hand, part).adjusted(-4, -4, 4, 4)
        if (spot, is_focus) not in self._rings:
            self._rings[spot, is_focus] = self._ring_picture(hand.path(part), area, is_focus)
        painter.drawPixmap(area.topLeft(), self._rings[spot, is_focus])

    def _ring_picture(self, path: QPainterPath, area: QRect, is_focus: bool) -> QPixmap:
        image = blank(area, self._ratio or 1.0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.left(), -area.top())
        painter.strokePath(path, _pen(self.colors.card, 7.0 if is_focus else 4.5))
        painter.strokePath(path, _pen(self.colors.accent, 3.5 if is_focus else 2.0))
        painter.end()
        return QPixmap.fromImage(image)


def mark_area(hand: PlacedHand, part: str) -> QRect:
    """Return the pixels a part's mark may colour."""
    area = hand.box(part).adjusted(-3, -3, 3, 3)
    if part in ("palm", "wrist"):  # their glow reaches into their neighbours
        spare = 40.0 * hand.scale
        area = area.adjusted(-spare, -spare, spare, spare)
    return area.toAlignedRect()


def _for_side(right: QImage, side: str) -> QPixmap:
    """Return the right hand's picture for a side: a left hand is its mirror image, light too."""
    ratio = right.devicePixelRatio()
    image = right.transformed(QTransform.fromScale(-1, 1)) if side == "left" else right
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def blank(area: QRect, ratio: float) -> QImage:
    """Return a transparent picture of an area."""
    image = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _pen(color: QColor, width: float) -> QPen:
    return QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
