"""Paints a projected hand: shading, outline, nails, creases; far parts first.

The painter must draw on a picture of its own that is still transparent (shadows are kept
inside the hand by what is already painted), scaled so that one unit is a millimetre.
"""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from steadyhands.domain.pose.marks import Mark
from steadyhands.domain.pose.project import Limb, Palm, Scene
from steadyhands.domain.pose.skeleton import WEB
from steadyhands.ui.widgets.hand_light import LIGHT, Slab, round_brush
from steadyhands.ui.widgets.hand_look import Look, Skin, mixed
from steadyhands.ui.widgets.hand_shapes import LimbShape, patch_path, smooth_line


def paint_hand(painter: QPainter, scene: Scene, look: Look) -> None:
    """Paint one hand with the eye's axis at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shapes = {id(limb): LimbShape(limb) for limb in scene.limbs()}
    inside = _polygon(list(scene.palm.inside)) if scene.palm.inside else QPainterPath()
    body, arm = _palm_parts(scene.palm), _arm_parts(scene.palm)
    _outline_below(painter, [inside, *body, *arm, *(s.path for s in shapes.values())], look)
    painter.fillPath(inside, mixed(look.skin.base, look.skin.shade, 0.8))
    for limb in scene.behind:
        _limb(painter, limb, shapes[id(limb)], scene.palm, look)
    forearm = _joined(arm)
    _palm(painter, scene.palm, _joined(body), forearm, look)
    for limb in scene.before:
        _limb(painter, limb, shapes[id(limb)], scene.palm, look)
    _fade_forearm(painter, scene.palm, forearm.boundingRect())


def _fade_forearm(painter: QPainter, palm: Palm, area: QRectF) -> None:
    """Let the forearm fade out instead of ending in a cut."""
    one, two = palm.arm
    low = ((one.a[0] + two.a[0]) / 2, (one.a[1] + two.a[1]) / 2)
    high = ((one.b[0] + two.b[0]) / 2, (one.b[1] + two.b[1]) / 2)
    start, end = (
        (low[0] + (high[0] - low[0]) * s, low[1] + (high[1] - low[1]) * s) for s in (0.24, 0.55)
    )
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(area.adjusted(-2.0, -2.0, 2.0, 2.0), QBrush(_fade(start, end, 0.0)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def paint_part(painter: QPainter, scene: Scene, part: str, look: Look) -> None:
    """Paint one digit again over the painted hand, where nothing lies before it."""
    for limb in scene.limbs():
        if limb.part == part and limb.segment > 0:
            _limb(painter, limb, LimbShape(limb), scene.palm, look, is_over=True)


def silhouette(scene: Scene) -> QPainterPath:
    """Return everything the hand covers, as one path filled by winding."""
    path = QPainterPath(palm_path(scene.palm))
    path.addPath(arm_path(scene.palm))
    for limb in scene.limbs():
        path.addPath(LimbShape(limb).path)
    return path


def palm_path(palm: Palm) -> QPainterPath:
    """Return the palm with thumb base and webs, as one path filled by winding."""
    return _joined(_palm_parts(palm))


def arm_path(palm: Palm) -> QPainterPath:
    """Return the forearm and wrist as one path filled by winding."""
    return _joined(_arm_parts(palm))


def _joined(parts: list[QPainterPath]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for part in parts:
        path.addPath(part)
    return path


def _palm_parts(palm: Palm) -> list[QPainterPath]:
    bones = palm.bones[:4]
    heel = palm.bones[4]
    return [
        *(LimbShape(bone).path for bone in palm.bones),
        _polygon([*(b.a for b in bones), *(b.b for b in reversed(bones))]),
        _polygon([bones[3].a, heel.a, heel.b, bones[3].b]),
        *(patch_path(web) for web in palm.webs),
    ]


def _arm_parts(palm: Palm) -> list[QPainterPath]:
    one, two = palm.arm
    base = palm.bones
    links = ((one, base[0]), (two, base[3]))
    return [
        *(LimbShape(bone).path for bone in (one, two)),
        _polygon([one.a, one.b, two.b, two.a]),
        _polygon([one.b, *(b.a for b in base[:4]), two.b]),
        *(
            LimbShape(arm._replace(a=arm.b, ra=arm.rb, b=hand.a, rb=hand.ra)).path
            for arm, hand in links
        ),
        *(patch_path(side) for side in palm.hollows),
    ]


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    area = sum(
        p[0] * q[1] - q[0] * p[1] for p, q in zip(points, points[1:] + points[:1], strict=True)
    )
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()
    return path if area < 0 else path.toReversed()


def _outline_below(painter: QPainter, paths: list[QPainterPath], look: Look) -> None:
    """Line every part; flesh then covers all but the outer half of the hand's own edge."""
    pen = QPen(look.skin.rim, 2.6 * look.pixel, Qt.PenStyle.SolidLine)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for path in paths:
        painter.strokePath(path, pen)
    painter.setPen(Qt.PenStyle.NoPen)


def _limb(
    painter: QPainter,
    limb: Limb,
    shape: LimbShape,
    palm: Palm,
    look: Look,
    is_over: bool = False,
) -> None:
    """Paint one limb: shadow, flesh (melting into the palm at its root), marks, sides."""
    tone = look.of(limb.part)
    if limb.segment == 0:
        painter.setOpacity((1.0 - limb.root) ** 1.5)
    web = WEB.get(limb.part, 16.0) if limb.segment == 1 else 0.0
    start = min(limb.root * web / max(shape.length, 1.0), 0.9) if limb.segment else 0.5
    sides = shape.outline(limb, start)
    if not is_over and limb.root < 0.9:
        _shadow(painter, shape.outline(limb, max(start, 0.1)), tone, 1.0 - limb.root)
    brush = round_brush(limb, shape, tone)
    if limb.segment == 0:
        _melt(painter, shape.path, brush, _fade(limb.a, limb.b, 0.0))
    elif limb.segment == 1 and limb.root > 0.0:
        painter.fillPath(shape.path, Slab.of_palm(palm, look.of("palm")).brush())
        dx, dy = shape.along
        far = min(web * 1.05, shape.length * 0.9)
        start_at = (limb.a[0] - dx * 0.15 * limb.ra, limb.a[1] - dy * 0.15 * limb.ra)
        end_at = (limb.a[0] + dx * far, limb.a[1] + dy * far)
        _melt(painter, shape.path, brush, _fade(start_at, end_at, 1.0 - limb.root))
    else:
        painter.fillPath(shape.path, brush)
    for mark in limb.marks:
        _mark(painter, mark, tone, look)
    _stroke(painter, sides, tone.outline, 1.0 if limb.segment else 0.6, look)
    painter.setOpacity(1.0)


def _melt(painter: QPainter, path: QPainterPath, brush: QBrush, fade: QLinearGradient) -> None:
    """Fill a path as opaque as `fade` says, so that flesh passes into flesh with no edge."""
    ratio = painter.device().devicePixelRatioF()
    place = painter.worldTransform()
    bounds = path.boundingRect()
    area = place.mapRect(bounds).toAlignedRect().adjusted(-1, -1, 1, 1)
    image = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    own = QPainter(image)
    own.setRenderHint(QPainter.RenderHint.Antialiasing)
    own.setTransform(place * QTransform.fromTranslate(-area.left(), -area.top()))
    own.fillPath(path, brush)
    own.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    own.fillRect(bounds.adjusted(-2, -2, 2, 2), QBrush(fade))
    own.end()
    painter.save()
    painter.resetTransform()
    painter.drawImage(area.topLeft(), image)
    painter.restore()


def _fade(start: tuple[float, float], end: tuple[float, float], least: float) -> QLinearGradient:
    """Return opacity that rises from `least` (0..1) at `start` to full at `end`."""
    fade = QLinearGradient(QPointF(*start), QPointF(*end))
    fade.setColorAt(0.0, QColor(0, 0, 0, round(255 * least)))
    fade.setColorAt(1.0, QColor(0, 0, 0, 255))
    return fade


def _shadow(painter: QPainter, path: QPainterPath, tone: Skin, strength: float) -> None:
    """Darken what the limb stands before, softly, inside the hand only."""
    if tone.is_drawing:
        return
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    for width, alpha in ((5.0, 0.07), (2.6, 0.10)):
        color = QColor(tone.outline)
        color.setAlphaF(alpha * strength)
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.strokePath(path.translated(0.5, 0.8), pen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _palm(painter: QPainter, palm: Palm, body: QPainterPath, arm: QPainterPath, look: Look) -> None:
    wrist, tone = look.of("wrist"), look.of("palm")
    forearm = Slab.of_arm(palm, wrist).brush()
    painter.fillPath(arm, forearm)
    painter.fillPath(body, Slab.of_palm(palm, tone).brush())
    a, b = palm.bones[1].a, palm.bones[1].b
    low = (a[0] + (a[0] - b[0]) * 0.25, a[1] + (a[1] - b[1]) * 0.25)
    high = (a[0] + (b[0] - a[0]) * 0.13, a[1] + (b[1] - a[1]) * 0.13)
    _melt(painter, arm, forearm, _fade(high, low, 0.0))
    for mark in palm.marks:
        _mark(painter, mark, tone, look)


def _mark(painter: QPainter, mark: Mark, tone: Skin, look: Look) -> None:
    if mark.kind == "nail":
        _nail(painter, mark, tone, look)
        return
    if mark.kind in _SOFT:
        _SOFT[mark.kind](painter, mark, tone)
        return
    width, alpha = _LINES[mark.kind]
    path = smooth_line(mark.points)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    _stroke(painter, path, tone.outline, alpha * mark.strength, look, width)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _tendon(painter: QPainter, mark: Mark, tone: Skin) -> None:
    """Paint a soft ridge that fades at both ends."""
    if tone.is_drawing:
        return
    path = smooth_line(mark.points)
    ridge = QLinearGradient(QPointF(*mark.points[0]), QPointF(*mark.points[-1]))
    for width, alpha in ((5.0, 0.16), (2.6, 0.20)):
        for at, share in ((0.0, 0.0), (0.5, 1.0), (1.0, 0.1)):
            color = QColor(tone.light)
            color.setAlphaF(alpha * share * mark.strength)
            ridge.setColorAt(at, color)
        painter.strokePath(path, QPen(QBrush(ridge), width))


def _dome(painter: QPainter, mark: Mark, tone: Skin) -> None:
    """Paint a knuckle that stands out: light on top, shade below it; points: middle, rim."""
    if tone.is_drawing:
        return
    (x, y), (rx, ry) = mark.points
    radius = hypot(rx - x, ry - y)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    for shift, color, alpha in ((0.30, tone.shade, 0.55), (-0.18, tone.light, 0.75)):
        middle = QPointF(x - LIGHT[0] * -shift * radius, y - LIGHT[1] * shift * radius * 1.2)
        glow = QRadialGradient(middle, radius)
        for at, share in ((0.0, 1.0), (0.45, 0.6), (1.0, 0.0)):
            tint = QColor(color)
            tint.setAlphaF(alpha * share * mark.strength)
            glow.setColorAt(at, tint)
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(middle, radius, radius)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


_SOFT = {"tendon": _tendon, "dome": _dome}
# Width in pixels and opacity of the lines on the skin.
_LINES = {"fold": (1.0, 0.45), "crease": (1.1, 0.60), "line": (1.2, 0.62)}


def _nail(painter: QPainter, mark: Mark, tone: Skin, look: Look) -> None:
    path = smooth_line(mark.points, closed=True)
    color = QColor(tone.nail)
    color.setAlphaF(mark.strength)
    painter.fillPath(path, color)
    _stroke(painter, path, tone.outline, 0.55 * mark.strength, look, 0.9)


def _stroke(
    painter: QPainter,
    path: QPainterPath,
    color: QColor,
    alpha: float,
    look: Look,
    width: float = 1.0,
) -> None:
    ink = QColor(color)
    ink.setAlphaF(min(alpha, 1.0))
    pen = QPen(ink, width * look.pixel)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(path, pen)
