"""A forest plot in rows: dots with ranges on a log scale, fewer left, more right."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.charts.wording import tr
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.words import number_text

PLAIN, RING, DOT = "plain", "ring", "dot"
REACH = 1.6
"""Powers of two from the middle to either edge: a third as many to three times as many."""

_TICKS = (-1.0, 0.0, 1.0)
_EDGE = 10.0


def _x(width: int, power: float) -> float:
    """Return where a power of two lies, at an edge what lies beyond."""
    half = width / 2 - current_look().px(_EDGE)
    return width / 2 + max(-1.0, min(power / REACH, 1.0)) * half


class IntervalBar(QWidget):
    """One row: nothing, or a range with its dot; only what counts has a colour.

    `mark` is a grey PLAIN one, or in colour a RING (possible) or a DOT (likely).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._interval: tuple[float, float, float] | None = None
        self._mark = PLAIN

    def show_interval(
        self, ratio: float | None, low: float | None, high: float | None, mark: str
    ) -> None:
        """Show another ratio with its range; None shows the line of no difference alone."""
        is_there = ratio is not None and low is not None and high is not None
        self._interval = (low, ratio, high) if is_there else None  # type: ignore[assignment]
        self._mark = mark
        self.update()

    def interval(self) -> tuple[tuple[float, float, float] | None, str]:
        """Return low, ratio and high as shown, and the mark."""
        return self._interval, self._mark

    def sizeHint(self) -> QSize:
        """Return a width that reads well."""
        return QSize(current_look().px(320), current_look().px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be told apart."""
        return QSize(current_look().px(120), current_look().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of comparison, then the range."""
        look = current_look()
        with QPainter(self) as painter:
            for power in _TICKS:
                place = round(_x(self.width(), power)) + 0.5
                painter.setPen(QPen(look.colour("faint" if power == 0 else "line"), 1))
                painter.drawLine(QPointF(place, 0), QPointF(place, self.height()))
            if self._interval is not None:
                self._paint_interval(painter, look, *self._interval)

    def _paint_interval(
        self, painter: QPainter, look: Look, low: float, ratio: float, high: float
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = look.colour("muted" if self._mark == PLAIN else "twitch")
        middle, wide = self.height() / 2, max(2.0, look.px(3 if self._mark != PLAIN else 2))
        left, right = (_x(self.width(), log2(max(end, 1e-9))) for end in (low, high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(QRectF(left, middle - wide / 2, right - left, wide))
        round_at = QPointF(_x(self.width(), log2(max(ratio, 1e-9))), middle)
        radius = look.px(7 if self._mark != PLAIN else 5)
        if self._mark == RING:
            painter.setPen(QPen(colour, wide))
            painter.setBrush(look.colour("card"))
        painter.drawEllipse(round_at, radius, radius)


class ForestAxis(QWidget):
    """The words over the rows: fewer, as many, more, with what the lines mean in per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for two lines of words."""
        return QSize(current_look().px(320), round(2 * self._metrics().height()) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(current_look().px(120), self.sizeHint().height())

    def _metrics(self) -> QFontMetricsF:
        font = self.font()
        font.setPixelSize(current_look().px(13))
        return QFontMetricsF(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write fewer and more at the ends, per cents at the lines."""
        look, wide = current_look(), self.width()
        font = self.font()
        font.setPixelSize(look.px(13))
        high = self._metrics().height()
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(look.colour("muted"))
            upper = QRectF(0, 0, wide, high)
            painter.drawText(upper, Qt.AlignmentFlag.AlignLeft, tr("fewer"))
            painter.drawText(upper, Qt.AlignmentFlag.AlignRight, tr("more"))
            for power, said in zip(_TICKS, self._ticks(), strict=True):
                room = self._metrics().horizontalAdvance(said) + 4
                left = min(max(0.0, _x(wide, power) - room / 2), wide - room)
                box = QRectF(left, high + 2, room, high)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    @staticmethod
    def _ticks() -> tuple[str, ...]:
        less = tr("−{0}\u00a0%").format(number_text(50))
        return less, tr("no difference"), tr("+{0}\u00a0%").format(number_text(100))
