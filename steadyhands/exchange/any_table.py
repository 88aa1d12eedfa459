"""Any CSV whose columns somebody named: a date, times, amounts of things, words, notes.

What each column is stands in the answers, by the column's name (`role:Cups` → `amount`); the
person says so in a window that shows the first rows (`services/table_wishes.py`). Each column
of amounts is a tracker; without one every row is one mark of a single tracker, `EACH_ROW`.
"""

from __future__ import annotations

import os
from datetime import datetime, time

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.cells import at_offset, clock, day, number, wall_clock
from steadyhands.exchange.format import Passed, Refused
from steadyhands.exchange.table import Table
from steadyhands.exchange.track_and_graph import unit_in
from steadyhands.exchange.trackers import AMOUNT, NOON, TICK, Point, TrackerReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import ClassVar

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.table import TableRow

KEY = "any-table"
ROLE = "role:"
DAY_FIRST = "day_first"
WHEN, TIME, VALUE, WHAT, NOTE, SKIP = "when", "time", "amount", "what", "note", "skip"
ROLES = (WHEN, TIME, VALUE, WHAT, NOTE, SKIP)
EACH_ROW = "row"
# A column of such a name says nothing about what it counts; the file's name may.
_SAYS_NOTHING = frozenset(
    ("", "value", "amount", "count", "quantity", "number", "score", "total", "wert", "anzahl")
)
_TICKS = {"yes": 1.0, "true": 1.0, "x": 1.0, "✓": 1.0, "no": 0.0, "false": 0.0}


class Columns(Value):
    """Which columns are what; `day_first` settles `03/04/2026`, None lets each cell decide.

    With `comma` a comma is always decimal: tables are parted by semicolons where it is.
    """

    when: str
    time: str = ""
    amounts: tuple[str, ...] = ()
    what: str = ""
    notes: tuple[str, ...] = ()
    day_first: bool | None = None
    comma: bool = False


class AnyTable(TrackerReader):
    """A table whose columns were named by hand; never recognised by its content."""

    key: ClassVar[str] = KEY
    program: ClassVar[str] = KEY
    name: ClassVar[str] = "A table (CSV)"

    def recognises(self, source: Source) -> bool:
        """Return False: no content tells what its columns mean."""
        return False

    def points(self, source: Source, options: Options) -> Iterator[Point | Refused | Passed]:
        """Yield a point for each amount of each row."""
        table = Table(source, source.open())
        named = mapping_in(table.header, options.answers)
        named = named.replaced(comma=table.separator == ";")
        stem = os.path.splitext(source.name)[0]
        seen: dict[int, int] = {}
        for row in table:
            if isinstance(row, Refused):
                yield row
                continue
            try:
                _check_width(row)
                yield from _points(row, named, stem, seen, options)
            except Problem as problem:
                yield Refused(row.where, problem, row.raw)


def mapping_in(header: Iterable[str], answers: Mapping[str, str]) -> Columns:
    """Return what the answers say of a header. Raises Problem without a column for the date."""
    roles = {name: answers.get(ROLE + name, SKIP) for name in header}
    of = {role: tuple(name for name, its in roles.items() if its == role) for role in ROLES}
    if not of[WHEN]:
        raise Problem("Please say which column holds the date.")
    first = {"yes": True, "no": False}.get(answers.get(DAY_FIRST, ""))
    return Columns(
        of[WHEN][0], "".join(of[TIME][:1]), of[VALUE], "".join(of[WHAT][:1]), of[NOTE], first
    )


def _points(
    row: TableRow, named: Columns, stem: str, seen: dict[int, int], options: Options
) -> Iterator[Point]:
    wall, at, timed = _moment(row, named, options)
    shown = wall.isoformat()
    note = "\n".join(cell for name in named.notes if (cell := row.get(name).strip()))
    said = row.get(named.what).strip() if named.what else ""
    for column in named.amounts or ("",):
        cell = row.get(column).strip() if column else ""
        if column and not cell:
            continue
        key, name = _tracker(column, said, stem, len(named.amounts))
        value, kind = _amount(cell, named.comma) if column else (1.0, TICK)
        record = _numbered(f"{shown}|{name}", seen)
        rest = (row.where, note, "", unit_in(name), kind, row.raw, timed)
        yield Point(key, name, value, at, record, *rest)


def _tracker(column: str, said: str, stem: str, count: int) -> tuple[str, str]:
    """Return the key and the name of what a cell counts."""
    if said:
        name = said if count < 2 else f"{said}, {column}"
        return f"what:{name}", name
    if not column:
        return EACH_ROW, stem
    return f"column:{column}", stem if column.casefold() in _SAYS_NOTHING else column


def _moment(row: TableRow, named: Columns, options: Options) -> tuple[datetime, Moment, bool]:
    """Return the wall clock, the moment, and whether more than the day is known."""
    cell = row.get(named.when)
    if named.time and row.get(named.time).strip():
        # A date may carry midnight along, as spreadsheets write it.
        found = wall_clock(cell, named.day_first)[0].date()
        wall, offset_min = datetime.combine(found, clock(row.get(named.time))), None
    else:
        wall, offset_min = _wall(cell, named.day_first)
    timed = wall.time() != time() or ":" in cell or bool(named.time)
    if not timed:
        wall = datetime.combine(wall.date(), NOON)
    return wall, _at(wall, offset_min, options), timed


def _wall(cell: str, day_first: bool | None) -> tuple[datetime, int | None]:
    if ":" in cell:
        return wall_clock(cell, day_first)
    return datetime.combine(day(cell, day_first), time()), None


def _at(wall: datetime, offset_min: int | None, options: Options) -> Moment:
    return options.at_local(wall) if offset_min is None else at_offset(wall, offset_min)


def _check_width(row: TableRow) -> None:
    """Raise Problem for cells beyond the header: an unquoted comma has moved what follows it."""
    if row.extra and any(map(str.strip, row.extra)):
        raise Problem("This row has more cells than the table has columns.")


def _amount(cell: str, comma: bool) -> tuple[float, str]:
    """Return a cell's amount; a word such as yes is a tick. Raises Problem."""
    tick = _TICKS.get(cell.casefold())
    return (number(cell, comma), AMOUNT) if tick is None else (tick, TICK)


def _numbered(key: str, seen: dict[int, int]) -> str:
    """Return a key that is its own also where one time holds several rows."""
    mark = hash(key)
    seen[mark] = seen.get(mark, 0) + 1
    return key if seen[mark] == 1 else f"{key}|{seen[mark]}"
