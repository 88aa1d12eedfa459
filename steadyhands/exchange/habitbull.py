"""HabitBull's CSV, which other habit trackers write and read as well: a row a habit and day."""

from __future__ import annotations

from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import day, number
from steadyhands.exchange.format import Refused
from steadyhands.exchange.plain_words import plain_text
from steadyhands.exchange.table import Table, header_of
from steadyhands.exchange.trackers import AMOUNT, TICK, Point, TrackerReader, at_noon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.table import TableRow

_NEEDED = {"habitname", "calendardate", "value"}


class HabitBull(TrackerReader):
    """HabitBull, as CSV."""

    key: ClassVar[str] = "habitbull"
    program: ClassVar[str] = "habitbull"
    name: ClassVar[str] = "HabitBull"

    def recognises(self, source: Source) -> bool:
        """Return whether a table has HabitBull's columns."""
        header = () if source.is_zip or source.is_sqlite else header_of(source)
        return {name.casefold() for name in header} >= _NEEDED

    def points(self, source: Source, options: Options) -> Iterator[Point | Row]:
        """Yield the days: 0 and 1 are ticks unless the habit has other numbers too."""
        table = Table(source, source.open())
        names = {name.casefold(): name for name in table.header}
        for row in table:
            yield row if isinstance(row, Refused) else _point(row, names, options)


def _point(row: TableRow, names: dict[str, str], options: Options) -> Point | Refused:
    def cell(name: str) -> str:
        return row.get(names.get(name, "")).strip()

    try:
        name, value, when = cell("habitname"), number(cell("value")), day(cell("calendardate"))
        if not name:
            raise Problem("A tracker without a name cannot be brought in.")
        return Point(
            name,
            name,
            value,
            at_noon(when, options.at_local),
            f"{name}|{when}",
            row.where,
            plain_text(cell("commenttext")),
            kind=TICK if value in (0, 1) else AMOUNT,
            raw=row.raw,
            timed=False,
        )
    except Problem as problem:
        return Refused(row.where, problem, row.raw)
