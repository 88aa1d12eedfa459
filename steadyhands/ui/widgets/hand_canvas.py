"""Keeps the painted hands as pictures, and paints marks and rings over them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QRadialGradient,
    QTransform,
)

from steadyhands.domain.hand import SIDES
from steadyhands.ui.widgets.hand_layout import (
    GUTTER,
    REACH,
    Layout,
    PlacedHand,
    side_by_side_width,
    strip_height,
)
from steadyhands.ui.widgets.hand_look import HandColors, Look, skin
from steadyhands.ui.widgets.hand_painter import paint_hand, paint_part, silhouette

Spot = tuple[str, str]
NATURAL = 1.75  # pixels a millimetre at which hands are large enough


class HandCanvas:
    """One skin and theme; pictures are made when first needed and kept per size."""

    def __init__(self, skin_name: str, colors: HandColors) -> None:
        self.skin_name, self.colors = skin_name, colors
        self._skin = skin(skin_name, colors)
        self._pictures: dict[str, QPixmap] = {}
        self._marks: dict[Spot, QPixmap] = {}
        self._rings: dict[tuple[Spot, bool], QPixmap] = {}
        self._ratio = 0.0

    def forget(self) -> None:
        """Drop the pictures: the size changed."""
        self._pictures.clear()
        self._marks.clear()
        self._rings.clear()

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

    def _picture(self, hand: PlacedHand, ratio: float) -> QImage:
        area = hand.bounds().toAlignedRect()
        image = _blank(area, ratio)
        painter = QPainter(image)
        painter.translate(-area.left(), -area.top())
        painter.setTransform(hand.transform(), combine=True)
        paint_hand(painter, hand.scene, self._look(hand))
        painter.end()
        return image

    def _look(self, hand: PlacedHand, part: str = "") -> Look:
        tints = {part: (self.colors.highlight, 1.0)} if part else {}
        return Look(self._skin, tints, 1.0 / hand.scale)

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
            right = self._mark_picture(layout.hands["right"], part)
            self._marks[spot] = _for_side(right, side)

    def paint_mark(self, painter: QPainter, layout: Layout, spot: Spot, amount: float) -> None:
        """Colour one part, `amount` 0..1, keeping its light and shade."""
        self.prepare(layout, spot)
        area = mark_area(layout.hands[spot[0]], spot[1])
        painter.setOpacity(amount)
        painter.drawPixmap(area.topLeft(), self._marks[spot])
        painter.setOpacity(1.0)

    def _mark_picture(self, hand: PlacedHand, part: str) -> QImage:
        area, ratio = mark_area(hand, part), self._ratio or 1.0
        image = _blank(area, ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.left(), -area.top())
        if part in ("palm", "wrist"):
            painter.fillPath(hand.transform().map(silhouette(hand.scene)), self._glow(hand, part))
        else:
            painter.setTransform(hand.transform(), combine=True)
            paint_part(painter, hand.scene, part, self._look(hand, part))
        painter.end()
        return image

    def _glow(self, hand: PlacedHand, part: str) -> QBrush:
        """Return the highlight that fades towards where the part has no edge of its own."""
        anchor, scale = hand.anchor(part), hand.scale
        if part == "palm":
            glow: QLinearGradient | QRadialGradient = QRadialGradient(anchor, 60.0 * scale)
            stops = [(0.0, 0.90), (0.3, 0.86), (0.55, 0.66), (0.8, 0.24), (1.0, 0.0)]
        else:
            top = QPointF(anchor.x(), anchor.y() - 44.0 * scale)
            glow = QLinearGradient(top, QPointF(anchor.x(), anchor.y() + 44.0 * scale))
            stops = [(0.0, 0.0), (0.2, 0.3), (0.4, 0.86), (0.55, 0.86), (1.0, 0.0)]
        for at, alpha in stops:
            color = QColor(self.colors.highlight)
            color.setAlphaF(alpha)
            glow.setColorAt(at, color)
        return QBrush(glow)

    def paint_ring(self, painter: QPainter, layout: Layout, spot: Spot, is_focus: bool) -> None:
        """Outline one part: thin for hover; double, so it shows on any skin, for focus."""
        side, part = spot
        hand = layout.hands[side]
        area = mark_area(hand, part).adjusted(-4, -4, 4, 4)
        if (spot, is_focus) not in self._rings:
            self._rings[spot, is_focus] = self._ring_picture(hand.path(part), area, is_focus)
        painter.drawPixmap(area.topLeft(), self._rings[spot, is_focus])

    def _ring_picture(self, path: QPainterPath, area: QRect, is_focus: bool) -> QPixmap:
        image = _blank(area, self._ratio or 1.0)
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


def _blank(area: QRect, ratio: float) -> QImage:
    image = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _pen(color: QColor, width: float) -> QPen:
    return QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
