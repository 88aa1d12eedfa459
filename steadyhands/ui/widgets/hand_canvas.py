"""Keeps the painted hands as pictures, and paints marks and rings over them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
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
)

from steadyhands.ui.widgets.hand_layout import GUTTER, REACH, Layout, PlacedHand, side_by_side_width
from steadyhands.ui.widgets.hand_look import HandColors, Look, skin
from steadyhands.ui.widgets.hand_painter import paint_hand, paint_part

Spot = tuple[str, str]
FADE = 22.0  # mm over which the forearm fades out
NATURAL = 1.75  # pixels a millimetre at which hands are large enough


class HandCanvas:
    """One skin and theme; pictures are made when first needed and kept per size."""

    def __init__(self, skin_name: str, colors: HandColors) -> None:
        self.skin_name, self.colors = skin_name, colors
        self._skin = skin(skin_name, colors)
        self._pictures: dict[str, QPixmap] = {}
        self._ratio = 0.0

    def forget(self) -> None:
        """Drop the pictures: the size changed."""
        self._pictures.clear()

    def natural_height(self, width: float, label: float, hit_min: float) -> int:
        """Return the height at which the hands fill `width`, up to a comfortable size."""
        if width < side_by_side_width(hit_min):
            scale = min(width / REACH.width(), NATURAL)
            return int(2 * (REACH.height() * scale + label) + GUTTER)
        scale = min((width - 3 * GUTTER) / 2 / REACH.width(), NATURAL)
        return int(REACH.height() * scale + label) + 1

    def paint_base(self, painter: QPainter, layout: Layout, ratio: float) -> None:
        """Paint both hands as they are without any mark."""
        if ratio != self._ratio:
            self.forget()
            self._ratio = ratio
        for side, hand in layout.hands.items():
            if side not in self._pictures:
                self._pictures[side] = self._picture(hand, ratio)
            painter.drawPixmap(hand.bounds().toAlignedRect().topLeft(), self._pictures[side])

    def _picture(self, hand: PlacedHand, ratio: float) -> QPixmap:
        area = hand.bounds().toAlignedRect()
        image = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(-area.left(), -area.top())
        painter.setTransform(hand.transform(), combine=True)
        paint_hand(painter, hand.scene, self._look(hand))
        _fade_forearm(painter)
        painter.end()
        return QPixmap.fromImage(image)

    def _look(self, hand: PlacedHand, part: str = "", amount: float = 0.0) -> Look:
        tints = {part: (self.colors.highlight, amount)} if part else {}
        return Look(self._skin, tints, 1.0 / hand.scale)

    def paint_labels(self, painter: QPainter, layout: Layout, names: dict[str, str]) -> None:
        """Write the hands' names below them."""
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.colors.text)
        for side, name in names.items():
            painter.drawText(layout.label_rect(side), Qt.AlignmentFlag.AlignCenter, name)

    def paint_mark(self, painter: QPainter, layout: Layout, spot: Spot, amount: float) -> None:
        """Colour one part, `amount` 0..1, keeping its light and shade."""
        side, part = spot
        hand = layout.hands[side]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if part in ("palm", "wrist"):
            painter.fillPath(hand.path(part), self._glow(hand, part, amount))
        else:
            painter.setTransform(hand.transform(), combine=True)
            paint_part(painter, hand.scene, part, self._look(hand, part, amount))
        painter.restore()

    def _glow(self, hand: PlacedHand, part: str, amount: float) -> QBrush:
        """Return the highlight that fades towards where the part has no edge of its own."""
        anchor, scale = hand.anchor(part), hand.scale
        if part == "palm":
            glow: QLinearGradient | QRadialGradient = QRadialGradient(anchor, 62.0 * scale)
            stops = ((0.0, 0.92), (0.55, 0.85), (1.0, 0.12))
        else:
            low = QPointF(anchor.x(), anchor.y() + 46.0 * scale)
            glow = QLinearGradient(QPointF(anchor.x(), anchor.y() - 16.0 * scale), low)
            stops = ((0.0, 0.92), (0.4, 0.85), (1.0, 0.0))
        for at, alpha in stops:
            color = QColor(self.colors.highlight)
            color.setAlphaF(alpha * amount)
            glow.setColorAt(at, color)
        return QBrush(glow)

    def paint_ring(self, painter: QPainter, layout: Layout, spot: Spot, is_focus: bool) -> None:
        """Outline one part: thin for hover; double, so it shows on any skin, for focus."""
        side, part = spot
        path: QPainterPath = layout.hands[side].path(part)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_focus:
            painter.strokePath(path, _pen(self.colors.card, 7.0))
        painter.strokePath(path, _pen(self.colors.accent, 3.0 if is_focus else 2.0))


def _pen(color: QColor, width: float) -> QPen:
    return QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _fade_forearm(painter: QPainter) -> None:
    """Let the forearm fade out instead of ending in a cut."""
    bottom = REACH.bottom()
    fade = QLinearGradient(0.0, bottom - FADE, 0.0, bottom)
    fade.setColorAt(0.0, QColor(0, 0, 0, 255))
    fade.setColorAt(1.0, QColor(0, 0, 0, 0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(QRectF(-300.0, bottom - FADE, 600.0, FADE + 4.0), QBrush(fade))
