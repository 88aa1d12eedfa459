"""Small drawings of drinks and food: told apart by shape, coloured by what counts in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from steadyhands.ui.theme import current_look

# What is in a drink decides its colour; alcohol has the warm yellow of the theme.
COLOURS = {
    "water": "water",
    "caffeine": "caffeine",
    "alcohol": "notice_text",
    "meal": "minerals",
}


def paint_icon(painter: QPainter, name: str, rect: QRectF, role: str) -> None:
    """Paint the icon `name` within `rect` (as high as wide) in the colour of `role`."""
    look = current_look()
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 24, side / 24)
    _ICONS.get(name, _glass)(painter, look.colour(role), look.colour(role, 0.28))
    painter.restore()


def drop_path(x: float, y: float, height: float) -> QPainterPath:
    """Return a drop of water whose middle is at `x`, `y`."""
    half = height * 0.33
    top, belly = y - height / 2, y + height / 2 - half
    path = QPainterPath(QPointF(x, top))
    path.cubicTo(
        x + half * 0.35, top + height * 0.28, x + half, belly - half * 0.55, x + half, belly
    )
    path.arcTo(QRectF(x - half, belly - half, 2 * half, 2 * half), 0, -180)
    path.cubicTo(x - half, belly - half * 0.55, x - half * 0.35, top + height * 0.28, x, top)
    return path


def _pen(colour: QColor, width: float = 1.8) -> QPen:
    join, cap = Qt.PenJoinStyle.RoundJoin, Qt.PenCapStyle.RoundCap
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path


def _drop(painter: QPainter, solid: QColor, pale: QColor) -> None:
    painter.fillPath(drop_path(12, 12, 21), solid)


def _vessel(
    painter: QPainter, outline: QPainterPath, level: float, colours: tuple[QColor, QColor]
) -> None:
    """Paint an outline filled with pale drink up to `level` (0 is the top of the drawing)."""
    solid, pale = colours
    painter.save()
    painter.setClipRect(QRectF(0, level, 24, 24))
    painter.fillPath(outline, pale)
    painter.restore()
    painter.strokePath(outline, _pen(solid))


def _glass(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _vessel(painter, _polygon((5.5, 3), (18.5, 3), (16.8, 21), (7.2, 21)), 8.5, (solid, pale))
    painter.setPen(_pen(solid, 1.4))
    painter.drawLine(QPointF(6.4, 8.5), QPointF(17.6, 8.5))


def _sparkling(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _glass(painter, solid, pale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(solid)
    for x, y, radius in ((10, 17, 1.2), (13.6, 14, 1.3), (10.6, 11.6, 0.9)):
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _cup(painter: QPainter, solid: QColor, pale: QColor, top: float, right: float) -> None:
    body = QPainterPath()
    body.addRoundedRect(QRectF(4, top, right - 4, 19.5 - top), 2.5, 2.5)
    _vessel(painter, body, top + 3, (solid, pale))
    painter.setPen(_pen(solid))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = (top + 18) / 2
    painter.drawArc(QRectF(right - 3, middle - 3.2, 6.4, 6.4), -100 * 16, 200 * 16)


def _steam(painter: QPainter, solid: QColor, *places: float) -> None:
    painter.setPen(_pen(solid, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x in places:
        wisp = QPainterPath(QPointF(x, 6.2))
        wisp.cubicTo(x - 1.8, 4.8, x + 1.8, 3.6, x, 2)
        painter.drawPath(wisp)


def _mug(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _cup(painter, solid, pale, 8.5, 17)
    _steam(painter, solid, 8, 13)


def _espresso(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _cup(painter, solid, pale, 11.5, 15)
    painter.setPen(_pen(solid))
    painter.drawLine(QPointF(3, 22), QPointF(20, 22))
    _steam(painter, solid, 9.5)


def _tea(painter: QPainter, solid: QColor, pale: QColor) -> None:
    bowl = QPainterPath(QPointF(3, 8))
    bowl.lineTo(17.5, 8)
    bowl.cubicTo(17.5, 15, 15, 19, 10.2, 19)
    bowl.cubicTo(5.5, 19, 3, 15, 3, 8)
    _vessel(painter, bowl, 10.5, (solid, pale))
    painter.setPen(_pen(solid))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(14.6, 9, 6, 5.4), -110 * 16, 205 * 16)
    painter.drawLine(QPointF(5, 22), QPointF(16, 22))
    painter.setPen(_pen(solid, 1.3))
    painter.drawLine(QPointF(8, 8), QPointF(8, 4.6))
    painter.fillPath(_polygon((6.2, 2), (9.8, 2), (9.8, 5), (6.2, 5)), solid)


def _can(painter: QPainter, solid: QColor, pale: QColor) -> None:
    body = QPainterPath()
    body.addRoundedRect(QRectF(6.5, 3, 11, 18.5), 2.5, 2.5)
    _vessel(painter, body, 7, (solid, pale))
    painter.setPen(_pen(solid, 1.4))
    painter.drawLine(QPointF(6.5, 7), QPointF(17.5, 7))


def _energy(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _can(painter, solid, pale)
    bolt = ((13, 8.6), (9, 14.8), (11.6, 14.8), (10.8, 19.6), (15, 13), (12.3, 13))
    painter.fillPath(_polygon(*bolt), solid)


def _carton(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _vessel(
        painter,
        _polygon((6.5, 9), (9.5, 4), (14.5, 4), (17.5, 9), (17.5, 21.5), (6.5, 21.5)),
        13,
        (solid, pale),
    )
    painter.setPen(_pen(solid, 1.5))
    painter.drawLine(QPointF(6.5, 9), QPointF(17.5, 9))
    painter.drawLine(QPointF(9, 2.2), QPointF(15, 2.2))
    painter.drawLine(QPointF(9.5, 4), QPointF(14.5, 4))


def _beer(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _cup(painter, solid, pale, 6.5, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(solid)
    for x, radius in ((5.6, 2.2), (9, 2.8), (12.8, 2.5), (15, 1.9)):
        painter.drawEllipse(QPointF(x, 5.6), radius, radius)


def _wine(painter: QPainter, solid: QColor, pale: QColor) -> None:
    bowl = QPainterPath(QPointF(7, 2.5))
    bowl.lineTo(17, 2.5)
    bowl.cubicTo(19, 10, 16, 13.8, 12, 13.8)
    bowl.cubicTo(8, 13.8, 5, 10, 7, 2.5)
    _vessel(painter, bowl, 6.8, (solid, pale))
    painter.setPen(_pen(solid))
    painter.drawLine(QPointF(12, 14), QPointF(12, 21.5))
    painter.drawLine(QPointF(8, 21.5), QPointF(16, 21.5))


def _tumbler(painter: QPainter, solid: QColor, pale: QColor) -> None:
    _vessel(painter, _polygon((4.5, 8), (19.5, 8), (18, 21), (6, 21)), 14.5, (solid, pale))
    painter.strokePath(_polygon((9, 12.5), (13, 11.5), (14, 15.5), (10, 16.5)), _pen(solid, 1.3))


def _apple(painter: QPainter, solid: QColor, pale: QColor) -> None:
    fruit = QPainterPath(QPointF(12, 8.4))
    fruit.cubicTo(15.4, 5.6, 20.6, 7.4, 20.4, 12.6)
    fruit.cubicTo(20.2, 17.6, 17, 21.8, 14.4, 21.6)
    fruit.cubicTo(13.2, 21.5, 12.8, 21, 12, 21)
    fruit.cubicTo(11.2, 21, 10.8, 21.5, 9.6, 21.6)
    fruit.cubicTo(7, 21.8, 3.8, 17.6, 3.6, 12.6)
    fruit.cubicTo(3.4, 7.4, 8.6, 5.6, 12, 8.4)
    _vessel(painter, fruit, 12, (solid, pale))
    leaf = QPainterPath(QPointF(12.2, 6.6))
    leaf.cubicTo(12.2, 3.6, 14.4, 2, 17.2, 2)
    leaf.cubicTo(17, 5, 15, 6.6, 12.2, 6.6)
    painter.fillPath(leaf, solid)


_ICONS: dict[str, Callable[[QPainter, QColor, QColor], None]] = {
    "drop": _drop,
    "glass": _glass,
    "sparkling": _sparkling,
    "mug": _mug,
    "espresso": _espresso,
    "tea": _tea,
    "can": _can,
    "energy": _energy,
    "carton": _carton,
    "beer": _beer,
    "wine": _wine,
    "tumbler": _tumbler,
    "apple": _apple,
}

_BY_ID = {
    "sparkling-water": "sparkling",
    "espresso": "espresso",
    "double-espresso": "espresso",
    "beer": "beer",
    "light-beer": "beer",
    "spirits": "tumbler",
    "cocoa": "mug",
    "iced-tea": "glass",
}
_BY_GROUP = {
    "water": "glass",
    "coffee": "mug",
    "tea": "tea",
    "soft": "can",
    "energy": "energy",
    "juice-milk": "carton",
    "alcohol": "wine",
}


def icon_name(preset_id: str, group: str) -> str:
    """Return which drawing stands for a drink."""
    return _BY_ID.get(preset_id) or _BY_GROUP.get(group, "glass")
