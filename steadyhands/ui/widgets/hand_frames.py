"""The pictures of a moving hand: painted once, ahead of their time where possible, and kept.

Painting a hand takes many times as long as showing a picture of it, and a routine goes
through the same few moves again and again, there and back.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPixmap, QTransform

from steadyhands.domain.pose.project import Palm
from steadyhands.domain.routine.plan import BOTH
from steadyhands.ui.widgets.hand_look import HandColors, Look, mixed, skin
from steadyhands.ui.widgets.hand_painter import arm_path, paint_hand, silhouette
from steadyhands.ui.widgets.hand_stage import Figure, Fit, Stand, figures, midway

MOST_BYTES = 96 * 1024 * 1024
HIGHLIGHT = 0.8  # how far a digit that works takes the action colour
MARGIN = 3


class Motion(NamedTuple):
    """A hand on its way: `share` (0..1) of the time from start to end; some digits shine."""

    start: Stand
    end: Stand
    side: str
    share: float = 1.0
    highlight: tuple[str, ...] = ()
    seconds: float = 1.0


class Frame(NamedTuple):
    """A picture and the pixel where its corner lies."""

    picture: QPixmap
    x: int
    y: int


class _Key(NamedTuple):
    start: Stand
    end: Stand
    side: str
    number: int
    of: int
    highlight: tuple[str, ...]


class HandFrames:
    """Paints and keeps the frames of one size and look; forgets the longest unused."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._frames: OrderedDict[object, Frame] = OrderedDict()
        self._bytes = 0
        self._ahead: deque[_Key] = deque()
        self._fit, self._ratio = Fit(1.0, 0.0, 0.0), 1.0
        self._colors, self._skin = HandColors(), skin("peach", HandColors())
        self.painted = 0

    def dress(self, skin_name: str, colors: HandColors) -> None:
        """Paint in this skin from now on."""
        self._colors, self._skin = colors, skin(skin_name, colors)
        self.forget()

    def place(self, to: Fit, ratio: float) -> None:
        """Paint at this size from now on."""
        if (to, ratio) != (self._fit, self._ratio):
            self._fit, self._ratio = to, ratio
            self.forget()

    @property
    def fit(self) -> Fit:
        """Where millimetres lie in the widget."""
        return self._fit

    def forget(self) -> None:
        """Drop every picture."""
        self._frames.clear()
        self._ahead.clear()
        self._bytes = 0

    def frame(self, motion: Motion, fps: int) -> Frame:
        """Return the picture of a motion; painted now if nobody foresaw it."""
        key = _key(motion, fps)
        return self._kept(key) or self._keep(key, self._painted(key))

    def ghost(self, stand: Stand, side: str) -> Frame:
        """Return a faint outline of where the hands will be."""
        key = ("ghost", stand, side)
        return self._kept(key) or self._keep(key, self._ghost(stand, side))

    def foresee(self, motions: Iterable[Motion], fps: int) -> None:
        """Plan to paint all frames of these motions; `work` does it, one at a time."""
        self._ahead.clear()
        for motion in motions:
            last = steps_of(motion, fps)
            keys = (_key(motion._replace(share=n / last), fps) for n in range(last + 1))
            self._ahead.extend(key for key in keys if key not in self._frames)

    def work(self) -> bool:
        """Paint one planned frame; return whether more are left."""
        while self._ahead:
            key = self._ahead.popleft()
            if key not in self._frames:
                self._keep(key, self._painted(key))
                break
        return bool(self._ahead)

    def _kept(self, key: object) -> Frame | None:
        found = self._frames.get(key)
        if found is not None:
            self._frames.move_to_end(key)
        return found

    def _keep(self, key: object, frame: Frame) -> Frame:
        self._frames[key] = frame
        self._bytes += _size(frame)
        while self._bytes > self._most and len(self._frames) > 1:
            _, old = self._frames.popitem(last=False)
            self._bytes -= _size(old)
        return frame

    def _painted(self, key: _Key) -> Frame:
        self.painted += 1
        stand = midway(key.start, key.end, key.number / key.of)
        shown = figures(stand, key.side, self._fit.apart)
        area = self._area(shown)
        image = self._blank(area)
        pixel = 1.0 / self._fit.scale
        look = Look(self._skin, self._tints(key.highlight), pixel)
        if key.side == BOTH:
            self._mirrored(image, area, shown[-1], look)
            return Frame(QPixmap.fromImage(image), area.x(), area.y())
        other = Look(self._skin, {}, pixel)
        for number, figure in enumerate(shown):
            if number == 0:
                self._hand(image, area, figure, look)
                continue
            own = self._blank(area)
            self._hand(own, area, figure, other)
            painter = QPainter(image)
            painter.setOpacity(figure.opacity)
            painter.drawImage(0, 0, own)
            painter.end()
        return Frame(QPixmap.fromImage(image), area.x(), area.y())

    def _mirrored(self, image: QImage, area: QRect, right: Figure, look: Look) -> None:
        """Paint the right hand once, and its mirror image as the left one below it."""
        own = self._blank(area)
        self._hand(own, area, right, look)
        painter = QPainter(image)
        across = round(2.0 * (self._fit.x - area.x()))
        painter.setTransform(QTransform(-1, 0, 0, 1, across, 0))
        painter.drawImage(0, 0, own)
        painter.resetTransform()
        painter.drawImage(0, 0, own)
        painter.end()

    def _tints(self, digits: tuple[str, ...]) -> dict[str, tuple[QColor, float]]:
        accent = self._colors.accent
        bright = mixed(accent, QColor("#FFFFFF"), 0.4 if accent.lightnessF() < 0.4 else 0.0)
        return dict.fromkeys(digits, (bright, HIGHLIGHT))

    def _hand(self, image: QImage, area: QRect, figure: Figure, look: Look) -> None:
        painter = QPainter(image)
        painter.setTransform(self._transform(area, figure))
        paint_hand(painter, figure.scene, look)
        painter.end()

    def _ghost(self, stand: Stand, side: str) -> Frame:
        shown = figures(stand, side, self._fit.apart)
        area = self._area(shown)
        image = self._blank(area)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for figure in shown:
            whole = self._transform(area, figure).map(silhouette(figure.scene)).simplified()
            painter.fillPath(whole, _clear(self._colors.accent, 0.13))
            painter.strokePath(whole, QPen(_clear(self._colors.accent, 0.55), 1.0))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        for figure in shown:
            painter.setTransform(self._transform(area, figure))
            _fade_arm(painter, figure.scene.palm)
        painter.end()
        return Frame(QPixmap.fromImage(image), area.x(), area.y())

    def _area(self, shown: tuple[Figure, ...]) -> QRect:
        """Return the pixels that the hands cover."""
        whole = QRectF()
        for figure in shown:
            whole = whole.united(figure.area())
        fit = self._fit
        corner = QPointF(whole.x() * fit.scale + fit.x, whole.y() * fit.scale + fit.y)
        return (
            QRectF(corner, whole.size() * fit.scale)
            .toAlignedRect()
            .adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        )

    def _transform(self, area: QRect, figure: Figure) -> QTransform:
        fit = self._fit
        x = fit.x + figure.x * fit.scale - area.x()
        y = fit.y + figure.y * fit.scale - area.y()
        return QTransform(fit.scale, 0, 0, fit.scale, x, y)

    def _blank(self, area: QRect) -> QImage:
        image = QImage(area.size() * self._ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self._ratio)
        image.fill(Qt.GlobalColor.transparent)
        return image


def _fade_arm(painter: QPainter, palm: Palm) -> None:
    """Take away the forearm, softly towards the wrist: only the hand is a sign of what comes."""
    one, two = palm.arm
    low, high = (
        QPointF((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in ((one.a, two.a), (one.b, two.b))
    )
    fade = QLinearGradient(low + (high - low) * 0.55, high)
    fade.setColorAt(0.0, QColor(0, 0, 0, 255))
    fade.setColorAt(1.0, QColor(0, 0, 0, 0))
    whole = arm_path(palm).boundingRect().adjusted(-4, -4, 4, 4)
    painter.fillRect(whole, fade)


def steps_of(motion: Motion, fps: int) -> int:
    """Return how many frames a motion takes after its first."""
    return max(1, round(motion.seconds * fps)) if motion.start != motion.end else 1


def _key(motion: Motion, fps: int) -> _Key:
    """Return the name of a frame; the way back has the names of the way there."""
    start, end, last = motion.start, motion.end, steps_of(motion, fps)
    number = round(min(max(motion.share, 0.0), 1.0) * last)
    if number in (0, last):  # a hand that keeps still is one picture, wherever it came from
        still = start if number == 0 else end
        return _Key(still, still, motion.side, 0, 1, motion.highlight)
    if hash(start) > hash(end):
        start, end, number = end, start, last - number
    return _Key(start, end, motion.side, number, last, motion.highlight)


def _size(frame: Frame) -> int:
    return frame.picture.width() * frame.picture.height() * 4


def _clear(color: QColor, alpha: float) -> QColor:
    made = QColor(color)
    made.setAlphaF(alpha)
    return made
