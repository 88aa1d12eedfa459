"""When in the week: two hours by weekday, twitches per recorded day."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from steadyhands.domain.trends import CELL_HOURS, CELLS, WEEKDAYS, HourGrid
from steadyhands.ui.charts.cell_map import Cell, CellMap, Spot
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.wording import tr
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.timeline_words import hour_text
from steadyhands.ui.words import number_text

_NONE = HourGrid(((0,) * CELLS,) * WEEKDAYS, (0,) * WEEKDAYS)


class WeekMap(CellMap):
    """Rows are weekdays from the locale's first, columns two hours of the clock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("When in the week"), parent)
        self._grid = _NONE
        self._known: tuple[tuple[int, int], QRectF] | None = None
        self._days = [0] * WEEKDAYS

    def show_data(self, grid: HourGrid) -> None:
        """Show the counts of a week's hours."""
        self._grid = grid
        first = QLocale().firstDayOfWeek().value - 1  # Monday is 0, as in the grid
        self._days = [(first + n) % WEEKDAYS for n in range(WEEKDAYS)]
        self._renew(
            {
                (row, cell): Cell(grid.rate(weekday, cell))
                for row, weekday in enumerate(self._days)
                for cell in range(CELLS)
            }
        )

    def _area(self) -> QRectF:
        """Return where the cells lie, worked out once a size."""
        size = (self.width(), self.height())
        if self._known is None or self._known[0] != size:
            self._known = (size, self._work_out_area())
        return self._known[1]

    def _work_out_area(self) -> QRectF:
        look = current_look()
        metrics = QFontMetricsF(self.font_of(look))
        side = max(metrics.horizontalAdvance(_day_name(n)) for n in range(WEEKDAYS)) + look.px(10)
        foot = metrics.height() + look.px(6)
        area = QRectF(side, 0, self.width() - side, self.height() - foot)
        if self.isRightToLeft():
            area.translate(-side, 0)
        return area

    def cell_rect(self, spot: Spot) -> QRectF:
        """Return where a cell lies."""
        area = self._area()
        wide, high = area.width() / CELLS, area.height() / WEEKDAYS
        column = CELLS - 1 - spot[1] if self.isRightToLeft() else spot[1]
        return QRectF(area.left() + column * wide, area.top() + spot[0] * high, wide, high)

    def paint_labels(self, painter: QPainter, look: Look) -> None:
        """Write weekdays beside the rows and hours under the columns."""
        metrics, area = QFontMetricsF(painter.font()), self._area()
        painter.setPen(look.colour("muted"))
        for row, weekday in enumerate(self._days):
            rect = self.cell_rect((row, 0))
            left = area.right() + look.px(10) if self.isRightToLeft() else 0.0
            box = QRectF(left, rect.top(), self.width(), rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, _day_name(weekday))
        apart = metrics.horizontalAdvance(hour_text(22)) * 1.5 + look.px(6)
        every = next((n for n in (1, 2, 3, 6) if area.width() / CELLS * n >= apart), CELLS)
        for cell in range(0, CELLS, every):
            words = hour_text(cell * CELL_HOURS)
            rect = self.cell_rect((WEEKDAYS - 1, cell))
            wide = metrics.horizontalAdvance(words) + 2
            left = min(max(0.0, rect.left() - (wide / 2 if cell else 0)), self.width() - wide)
            box = QRectF(left, area.bottom() + look.px(4), wide, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def reading(self, spot: Spot) -> str:
        """Return one cell in words: "Tuesdays 14:00–16:00: 1.4 a day (12 recorded)"."""
        weekday = self._days[spot[0]]
        name = QLocale().standaloneDayName(weekday + 1)
        hours = _hours(spot[1])
        rate = self._grid.rate(weekday, spot[1])
        if rate is None:
            return tr("{0}, {1}: not recorded.").format(name, hours)
        count = self._grid.counts[weekday][spot[1]]
        return tr("{0}, {1}: {2} a day ({3} twitches on {4} recorded days).").format(
            name,
            hours,
            number_text(rate, 1),
            number_text(count),
            number_text(self._days_of(weekday)),
        )

    def _days_of(self, weekday: int) -> int:
        return self._grid.days[weekday]

    def summary(self) -> str:
        """Return when twitches are densest."""
        known = {s: c.amount for s, c in self._cells.items() if c.amount}
        if not known:
            return tr("No twitches in these days.")
        spot = max(known, key=lambda each: known[each] or 0)
        return tr("Most: {0}").format(self.reading(spot))

    def table(self) -> Table:
        """Return twitches per recorded day, weekday by weekday."""
        headers = (tr("Hours"), *(_day_name(day) for day in self._days))
        rows = []
        for cell in range(CELLS):
            rates = [self._grid.rate(day, cell) for day in self._days]
            said = ["–" if rate is None else number_text(rate, 2) for rate in rates]
            rows.append((_hours(cell), *said))
        return Table(headers, tuple(rows))

    def legend(self) -> tuple[Key, ...]:
        """Return the ends of the scale."""
        keys = [Key(tr("none"), "twitch", "tint0")]
        if self._top:
            most = tr("{0} a day").format(number_text(self._top, 1))
            keys.append(Key(most, "twitch", "tint1"))
        if any(cell.amount is None for cell in self._cells.values()):
            keys.append(Key(tr("not recorded"), "text", "gap"))
        return tuple(keys)


def _day_name(weekday: int) -> str:
    return QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat)


def _hours(cell: int) -> str:
    start = cell * CELL_HOURS
    return tr("{0}–{1}").format(hour_text(start), hour_text(start + CELL_HOURS))
