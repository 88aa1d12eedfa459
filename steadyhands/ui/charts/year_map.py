"""A calendar year of twitches: a column a week, a cell a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import WEEKDAYS, YearDays
from steadyhands.ui.charts.cell_map import Cell, CellMap, Spot
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.wording import date_text, tr, value_text
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.words import number_text

HALF_WEEKS = 27  # of a half year, where the whole year is too wide for a card


class YearMap(CellMap):
    """Rows are weekdays; where it is narrow, the year is broken in two halves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The year day by day"), parent)
        self._year = YearDays(2000, ())
        self._spots: dict[int, Spot] = {}
        self._weeks = 53
        self._today = 0

    def show_data(self, year: YearDays, first_day: int = 0, today: int = 1 << 40) -> None:
        """Show a year's counts; days before `first_day` or after `today` stay blank."""
        self._year, self._today = year, today
        first, cells = date(year.year, 1, 1), {}
        begins = QLocale().firstDayOfWeek().value - 1
        shift = (first.weekday() - begins) % WEEKDAYS
        self._spots = {}
        for n, count in enumerate(year.counts):
            day = epoch_day(first) + n
            spot = ((n + shift) % WEEKDAYS, (n + shift) // WEEKDAYS)
            if first_day <= day <= today:
                cells[spot] = Cell(count, day)
            self._spots[day] = spot
        self._weeks = max((column for _, column in self._spots.values()), default=52) + 1
        self._renew(cells)

    def is_folded(self) -> bool:
        """Return whether the second half lies under the first."""
        return self._cell_side(self._weeks, 1) < self._cell_side(HALF_WEEKS, 2)

    def _cell_side(self, columns: int, rows: int) -> float:
        """Return the lesser side of a cell if the year is so arranged."""
        return min(self.width() / columns, self._cell_height(rows))

    def _cell_height(self, rows: int) -> float:
        return (self.height() - rows * self._head() - current_look().px(4)) / (WEEKDAYS * rows)

    def _head(self) -> float:
        look = current_look()
        return QFontMetricsF(self.font_of(look)).height() + look.px(2)

    def cell_rect(self, spot: Spot) -> QRectF:
        """Return where a day lies."""
        look, folded, head = current_look(), self.is_folded(), self._head()
        columns = HALF_WEEKS if folded else self._weeks
        rows = 2 if folded else 1
        wide = self.width() / columns
        high = min(self._cell_height(rows), wide * 1.5)
        column, block = (spot[1] % HALF_WEEKS, spot[1] // HALF_WEEKS) if folded else (spot[1], 0)
        if self.isRightToLeft():
            column = columns - 1 - column
        top = block * (head + WEEKDAYS * high + look.px(4)) + head
        return QRectF(column * wide, top + spot[0] * high, wide, high)

    def paint_labels(self, painter: QPainter, look: Look) -> None:
        """Write the months above their first week."""
        metrics = QFontMetricsF(painter.font())
        self._paint_blank(painter, look)
        painter.setPen(look.colour("muted"))
        used: list[QRectF] = []
        for month in range(1, 13):
            spot = self._spots.get(epoch_day(date(self._year.year, month, 1)))
            if spot is None:
                continue
            rect = self.cell_rect((0, spot[1]))
            words = QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)
            wide = metrics.horizontalAdvance(words)
            left = min(rect.left(), self.width() - wide)
            box = QRectF(left, rect.top() - metrics.height() - 2, wide + 2, metrics.height())
            if not any(box.adjusted(-4, 0, 4, 0).intersects(other) for other in used):
                used.append(box)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words)

    def _paint_blank(self, painter: QPainter, look: Look) -> None:
        """Hint at the days before the diary began and those to come."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text", 0.03))
        for spot in self._spots.values():
            if spot not in self._cells:
                painter.drawRoundedRect(self.rect_of(spot).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)

    def choose_day(self, day: int, told: bool = False) -> None:
        """Choose the cell of an epoch day, if it is in this year."""
        if day in self._spots:
            self.choose(self._spots[day], told)

    def _next(self, by: Spot) -> Spot:
        """Return the next day up or down, the same weekday left or right."""
        cell = self._cells.get(self._spot) if self._spot is not None else None
        if cell is None or cell.day is None:
            return max(self._cells, key=lambda s: self._cells[s].day or 0)
        there = self._spots.get(cell.day + by[0] + by[1] * WEEKDAYS)
        return there if there in self._cells else self._spot or (0, 0)

    def reading(self, spot: Spot) -> str:
        """Return one day in words."""
        cell = self._cells[spot]
        return tr("{0}: {1}.").format(date_text(cell.day or 0), value_text("twitches", cell.amount))

    def describe(self) -> str:
        """Return the year in words, and how to walk in it."""
        keys = tr("Up and Down go from day to day, Left and Right from week to week.")
        return "\n".join((self.summary(), keys))

    def summary(self) -> str:
        """Return how many twitches on how many recorded days."""
        counts = [count for count in self._year.counts if count is not None]
        return tr("{0}: {1} on {2} recorded days.").format(
            str(self._year.year), value_text("twitches", sum(counts)), number_text(len(counts))
        )

    def table(self) -> Table:
        """Return the recorded days."""
        first = date(self._year.year, 1, 1)
        rows = [
            (date_text(epoch_day(first + timedelta(days=n))), number_text(count))
            for n, count in enumerate(self._year.counts)
            if count is not None
        ]
        return Table((tr("Day"), tr("Twitches")), tuple(rows))

    def legend(self) -> tuple[Key, ...]:
        """Return the ends of the scale."""
        keys = [Key(tr("none"), "twitch", "tint0")]
        if self._top:
            keys.append(Key(value_text("twitches", self._top), "twitch", "tint1"))
        if any(cell.amount is None for cell in self._cells.values()):
            keys.append(Key(tr("not recorded"), "text", "gap"))
        return tuple(keys)
