"""Still pictures of hands: each painted once, one after the other, so that nothing has to wait."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, SKINS, HandColors, Look, Skin, skin
from steadyhands.ui.widgets.hand_painter import paint_hand
from steadyhands.ui.widgets.hand_stage import Figure, Fit, Stand, figures, fit

MOST = 160  # pictures kept
BETWEEN_MS = 5  # presses are answered between two pictures
_EDGE = 3.0
FINER = 2  # painted larger and made smaller: small hands keep their fingers apart
MOST_PIXEL = 1.0  # millimetres; thicker lines would stick out of the fading forearm


class Wanted(NamedTuple):
    """A picture to have: whose, how large (pixels of the screen and of a point), on which card."""

    stand: Stand
    side: str
    width: int
    height: int
    ratio: float
    ground: str


class PosePictures(QObject):
    """Keeps pictures by what they show. Its timer runs only while pictures are missing."""

    painted = Signal(object)  # Wanted

    def __init__(self, skin_name: str = DEFAULT_SKIN, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._skin = skin_name if skin_name in SKINS else DEFAULT_SKIN
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._missing: dict[Wanted, None] = {}
        self._timer = QTimer(self, interval=BETWEEN_MS)
        self._timer.timeout.connect(self.work)

    def set_skin(self, skin_name: str) -> None:
        """Paint in another skin from now on."""
        self._skin = skin_name if skin_name in SKINS else DEFAULT_SKIN
        self._kept.clear()

    def wanted(self, stand: Stand, side: str, size: QSize, ratio: float) -> Wanted:
        """Return the name of a picture in the theme that is worn now."""
        ground = current_look().theme.name
        return Wanted(stand, side, size.width(), size.height(), ratio, ground)

    def picture(self, wanted: Wanted) -> QPixmap | None:
        """Return the picture, None until `painted` tells of it."""
        found = self._kept.get(wanted)
        if found is not None:
            self._kept.move_to_end(wanted)
        else:
            self._missing[wanted] = None
            self._timer.start()
        return found

    def give_up(self, wanted: Wanted) -> None:
        """Do not paint it: nobody looks any more."""
        self._missing.pop(wanted, None)

    def work(self) -> bool:
        """Paint one missing picture; return whether more are missing."""
        if self._missing:
            wanted = next(iter(self._missing))
            del self._missing[wanted]
            self._kept[wanted] = picture_of(wanted, self._skin)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            self.painted.emit(wanted)
        if not self._missing:
            self._timer.stop()
        return bool(self._missing)


def picture_of(wanted: Wanted, skin_name: str) -> QPixmap:
    """Return the picture, painted now (10 to 40 ms)."""
    size = QSize(wanted.width, wanted.height)
    ratio = wanted.ratio * FINER
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    look = current_look()
    colors = HandColors(*map(look.colour, ("card", "muted", "action", "twitch")))
    tone = skin(skin_name, colors)
    room = QRectF(0, 0, size.width(), size.height()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    place = fit([wanted.stand], wanted.side, room)
    for figure in figures(wanted.stand, wanted.side, place.apart):
        _lay(image, figure, place, tone)
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(size * wanted.ratio, mode=smooth)
    small.setDevicePixelRatio(wanted.ratio)
    return QPixmap.fromImage(small)


def _lay(image: QImage, figure: Figure, place: Fit, tone: Skin) -> None:
    """Paint a hand apart from the others, for it clears what its forearm fades into."""
    own = QImage(image.size(), image.format())
    own.setDevicePixelRatio(image.devicePixelRatio())
    own.fill(QColor(0, 0, 0, 0))
    x, y = figure.x * place.scale + place.x, figure.y * place.scale + place.y
    with QPainter(own) as painter:
        painter.setTransform(QTransform(place.scale, 0, 0, place.scale, x, y))
        paint_hand(
            painter, figure.scene, Look(tone, {}, min(1.0 / (place.scale * FINER), MOST_PIXEL))
        )
    with QPainter(image) as painter:
        painter.setOpacity(figure.opacity)
        painter.drawImage(0, 0, own)
