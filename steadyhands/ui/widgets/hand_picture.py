"""Paints the picture of the hand shown for logging, and of the mark on one of its parts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QRadialGradient

from steadyhands.ui.widgets.hand_layout import PlacedHand
from steadyhands.ui.widgets.hand_look import HandColors, Look, skin
from steadyhands.ui.widgets.hand_painter import paint_hand, paint_part, silhouette


def hand_picture(
    image: QImage, hand: PlacedHand, area: QRect, skin_name: str, colors: HandColors
) -> None:
    """Paint a whole hand on an image of an area."""
    painter = _painter(image, area)
    painter.setTransform(hand.transform(), combine=True)
    paint_hand(painter, hand.outline.scene, Look(skin(skin_name, colors), {}, 1.0 / hand.scale))
    painter.end()


def mark_picture(
    image: QImage, hand: PlacedHand, area: QRect, part: str, skin_name: str, colors: HandColors
) -> None:
    """Paint one part in the highlight's colour, its light and shade kept."""
    painter, scene = _painter(image, area), hand.outline.scene
    if part in ("palm", "wrist"):
        whole = hand.transform().map(silhouette(scene))
        painter.fillPath(whole, _glow(hand, part, colors.highlight))
    else:
        painter.setTransform(hand.transform(), combine=True)
        tints = {part: (colors.highlight, 1.0)}
        paint_part(painter, scene, part, Look(skin(skin_name, colors), tints, 1.0 / hand.scale))
    painter.end()


def _painter(image: QImage, area: QRect) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-area.left(), -area.top())
    return painter


def _glow(hand: PlacedHand, part: str, highlight: QColor) -> QBrush:
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
        color = QColor(highlight)
        color.setAlphaF(alpha)
        glow.setColorAt(at, color)
    return QBrush(glow)
