"""The ring that counts seconds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.theme import current_look

_SIZE, _WIDE = 196, 13


class CountRing(QWidget):
    """Fills clockwise from the top; the number of whole seconds stands in its middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._number, self._word, self._pale = 0.0, "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_most(10_000)

    def show_count(self, share: float, number: str, word: str, pale: bool) -> None:
        """Show how full the ring is (0..1) and the words inside; `pale` while time stands still.

        Only what can be seen to change is painted anew.
        """
        steps = self.width() * 3  # about a pixel of the ring each
        share = round(share * steps) / steps if steps else share
        shown = (share, number, word, pale)
        if shown == (self._share, self._number, self._word, self._pale):
            return
        if (number, word) != (self._number, self._word):
            self.setAccessibleName(f"{number} {word}".strip())
        self._share, self._number, self._word, self._pale = shown
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text, but less than it."""
        side = round(_SIZE * (1 + current_look().scale) / 2)
        side = min(side, self._most)
        return QSize(side, side)

    def set_most(self, most: int) -> None:
        """Be no larger than `most` pixels: there is no more room."""
        self._most = most
        self.setFixedSize(self.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the same size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, arc and words."""
        look = current_look()
        wide = round(_WIDE * (1 + look.scale) / 2)
        inset = wide / 2 + 1
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("track"), wide))
            painter.drawEllipse(box)
            if self._share > 0.0:
                role = "faint" if self._pale else "action"
                pen = QPen(look.colour(role), wide, Qt.PenStyle.SolidLine)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawArc(box, 90 * 16, -round(self._share * 360 * 16))
            self._words(painter)

    def _words(self, painter: QPainter) -> None:
        look = current_look()
        large, small = QFont(self.font()), QFont(self.font())
        large.setPixelSize(round(self.height() * (0.30 if len(self._number) < 4 else 0.20)))
        large.setWeight(QFont.Weight.Bold)
        small.setPixelSize(min(look.px(14), round(self.height() * 0.11)))
        high, middle = self.height(), self.height() * 0.44
        number = QRectF(0, middle - high * 0.22, self.width(), high * 0.44)
        painter.setFont(large)
        painter.setPen(look.colour("muted" if self._pale else "text"))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self._number)
        below = QRectF(0, middle + high * 0.16, self.width(), look.px(22))
        room = self.width() * 0.66
        across = QFontMetricsF(small).horizontalAdvance(self._word)
        if across > room:
            small.setPixelSize(max(round(small.pixelSize() * room / across), 10))
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._word)
