"""The painted chart of the last nights: one bar a day, against the band of hours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.allowed import SleepBand
from steadyhands.domain.targets import SLEEP_BAND_H
from steadyhands.ui.tabs.sleep.presenter import Bar
from steadyhands.ui.tabs.sleep.wording import band_text, bar_text
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.focus_ring import FocusRing

_LEAST_TOP_H = 10.5
_ABOVE_H = 1.5  # room for the words about the band
_EVERY_H = 3


class NightBars(FocusRing, QWidget):
    """Bars of hours asleep; Left and Right, or a press, choose the day to put in words."""

    selected = Signal(int)  # the place of a bar, 0 being the oldest

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._place = -1
        self._band = SleepBand(*SLEEP_BAND_H)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._name()

    def show_bars(self, bars: Sequence[Bar], band: SleepBand) -> None:
        """Show bars, oldest first; the chosen day stays chosen, at first the newest is."""
        self._band = band
        chosen = self._bars[self._place].day if 0 <= self._place < len(self._bars) else None
        at_end = self._place == len(self._bars) - 1
        self._bars = tuple(bars)
        days = [bar.day for bar in self._bars]
        kept = chosen in days and not at_end
        self._place = days.index(chosen) if kept and chosen is not None else len(days) - 1
        self._name()
        self.update()

    def chosen(self) -> Bar | None:
        """Return the bar that is put in words."""
        return self._bars[self._place] if self._bars else None

    def select(self, place: int) -> None:
        """Choose a day, kept within the bars."""
        place = min(len(self._bars) - 1, max(0, place))
        if place != self._place and self._bars:
            self._place = place
            self._name()
            self.update()
            self.selected.emit(place)
            announce(self, bar_text(self._bars[place]))

    def bar_rect(self, place: int) -> QRectF:
        """Return the column of a day, from the top of the chart to its foot."""
        area = self._area(current_look())
        wide = area.width() / max(1, len(self._bars))
        across = len(self._bars) - 1 - place if self.isRightToLeft() else place
        return QRectF(area.left() + across * wide, area.top(), wide, area.height())

    def _name(self) -> None:
        name = self.tr("Hours asleep, last {0} nights").format(len(self._bars))
        chosen = self.chosen()
        if chosen is not None:
            name = self.tr("{0}. {1}").format(name, bar_text(chosen))
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join(bar_text(bar) for bar in self._bars))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day of the column pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        places = range(len(self._bars))
        if places:
            self.select(min(places, key=lambda p: abs(self.bar_rect(p).center().x() - x)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the days."""
        on = -1 if self.isRightToLeft() else 1
        places = {
            Qt.Key.Key_Left: self._place - on,
            Qt.Key.Key_Right: self._place + on,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._bars) - 1,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            event.ignore()
            return
        self.show_ring(True)
        self.select(place)

    def sizeHint(self) -> QSize:
        """Return a chart that reads well; it widens and heightens with its place."""
        look = current_look()
        return QSize(look.px(480), look.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return the least the bars and their labels need."""
        look = current_look()
        return QSize(240, look.px(200))

    def _font(self, look: Look, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look.px(13))
        font.setBold(bold)
        return font

    def _area(self, look: Look) -> QRectF:
        """Return where the bars stand: right of the hours, above the days."""
        metrics = QFontMetrics(self._font(look))
        left = metrics.horizontalAdvance(self._hours_text(12)) + look.px(10)
        foot = 2 * metrics.height() + look.px(8)
        gap = look.px(8)
        if self.isRightToLeft():
            return QRectF(self.rect()).adjusted(gap, look.px(10), -left, -foot)
        return QRectF(self.rect()).adjusted(left, look.px(10), -gap, -foot)

    def _top_h(self) -> float:
        most = max((_hours(bar) for bar in self._bars), default=0)
        return max(_LEAST_TOP_H, most + _ABOVE_H)

    def _y(self, area: QRectF, hours: float) -> float:
        return area.bottom() - area.height() * hours / self._top_h()

    def _hours_text(self, hours: int) -> str:
        return self.tr("{0} h").format(hours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band, the lines, the bars and the days."""
        look = current_look()
        area = self._area(look)
        with QPainter(self) as painter:
            self._paint_band(painter, look, area)
            self._paint_lines(painter, look, area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, bar in enumerate(self._bars):
                self._paint_bar(painter, look, area, place, bar)
            self._paint_band_words(painter, look, area)
            self._paint_days(painter, look, area)
            self.paint_ring(painter, look.px(10))

    def _paint_band(self, painter: QPainter, look: Look, area: QRectF) -> None:
        top, foot = self._y(area, self._band.high_h), self._y(area, self._band.low_h)
        band = QRectF(area.left(), top, area.width(), foot - top)
        painter.fillRect(band, look.colour("sleep", 0.14))

    def _paint_lines(self, painter: QPainter, look: Look, area: QRectF) -> None:
        painter.setFont(self._font(look))
        high = painter.fontMetrics().height()
        mirrored = self.isRightToLeft()
        for hours in range(0, int(self._top_h()) + 1, _EVERY_H):
            y = round(self._y(area, hours)) + 0.5
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.colour("muted"))
            if mirrored:
                box = QRectF(area.right() + look.px(8), y - high / 2, self.width(), high)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._hours_text(hours))
            else:
                box = QRectF(0, y - high / 2, area.left() - look.px(8), high)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._hours_text(hours))

    def _paint_bar(self, painter: QPainter, look: Look, area: QRectF, place: int, bar: Bar) -> None:
        column = self.bar_rect(place)
        wide = min(column.width() * 0.66, look.px(34))
        left = column.center().x() - wide / 2
        if place == self._place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("text", 0.07))
            painter.drawRoundedRect(column.adjusted(1, 0, -1, 0), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        foot = 0.0
        if bar.minutes is not None:
            foot = bar.minutes / 60
            self._paint_column(painter, area, left, wide, 0, foot, look, 1.0)
        else:
            paint_gap_mark(painter, look, QPointF(column.center().x(), area.bottom() - look.px(9)))
        if bar.nap_minutes:
            up = 0 if bar.minutes is not None else look.px(18) * self._top_h() / area.height()
            foot += up
            top = foot + bar.nap_minutes / 60
            self._paint_column(painter, area, left, wide, foot, top, look, 0.45)

    def _paint_column(
        self,
        painter: QPainter,
        area: QRectF,
        left: float,
        wide: float,
        foot_h: float,
        top_h: float,
        look: Look,
        alpha: float,
    ) -> None:
        gap = 2 if foot_h else 0
        foot, top = self._y(area, foot_h) - gap, self._y(area, top_h)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sleep", alpha))
        round_ = min(4.0, wide / 3)
        painter.drawRoundedRect(
            QRectF(left, min(top, foot - 3), wide, max(3, foot - top)), round_, round_
        )

    def _paint_band_words(self, painter: QPainter, look: Look, area: QRectF) -> None:
        words = band_text(self._band)
        painter.setFont(self._font(look, bold=True))
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(words) + look.px(12)
        tall = metrics.height() + look.px(4)
        left = area.right() - wide if self.isRightToLeft() else area.left()
        box = QRectF(left, area.top(), wide, tall)
        painter.setPen(look.colour("sleep_text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_days(self, painter: QPainter, look: Look, area: QRectF) -> None:
        if not self._bars:
            return
        metrics = QFontMetrics(self._font(look, bold=True))
        widest = max(metrics.horizontalAdvance(_weekday(bar)) for bar in self._bars)
        column = area.width() / len(self._bars)
        every = max(1, -(-(widest + look.px(4)) // max(1, int(column))))
        for place, bar in enumerate(self._bars):
            here = place == self._place
            aligned = (len(self._bars) - 1 - place) % every == 0
            if not aligned and not here:
                continue
            if aligned and not here and abs(place - self._place) < every:
                continue
            painter.setFont(self._font(look, bold=here))
            painter.setPen(look.colour("text" if here else "muted"))
            centre = self.bar_rect(place).center().x()
            left = min(max(0.0, centre - widest / 2 - 4), self.width() - widest - 8.0)
            for line, words in enumerate((_weekday(bar), str(bar.day.day))):
                y = area.bottom() + look.px(4) + line * metrics.height()
                box = QRectF(left, y, widest + 8, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_gap_mark(painter: QPainter, look: Look, centre: QPointF) -> None:
    """Paint the small ring that stands for "not recorded"."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("muted"), 1.5))
    radius = look.px(4)
    painter.drawEllipse(centre, radius, radius)


def _hours(bar: Bar) -> float:
    return ((bar.minutes or 0) + bar.nap_minutes) / 60


def _weekday(bar: Bar) -> str:
    day = QDate(bar.day.year, bar.day.month, bar.day.day)
    return QLocale().dayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)
