"""Reads Workrave's statistics.db (1.12 and later): each day's time at the keyboard and mouse.

`stats_day` holds when a day began and when it was last active, in seconds after local midnight
of their own dates; counter 0 of `stats_misc` is the day's active time in seconds. Breaks taken
and skipped (`stats_break`) are none of the diary's business. A day becomes one entry of
`desk_min` over its span.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import day
from steadyhands.exchange.desk_time import desk_time
from steadyhands.exchange.foreign import columns_of, foreign, tables_in
from steadyhands.exchange.format import Item, Passed, Reader, item_or_refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

SOURCE = "workrave"
UNCOUNTED = "day without time at the desk"
_TABLES = frozenset(("stats_day", "stats_break"))
_COLUMNS = frozenset(("day", "start_time", "stop_day", "stop_time"))
_ACTIVE_S = 0
_LATEST_S = 2 * 24 * 3600
_DAYS = """
    SELECT d.day, d.start_time, d.stop_day, d.stop_time, m.value FROM stats_day AS d
    LEFT JOIN stats_misc AS m ON m.day = d.day AND m.counter = ? ORDER BY d.day
"""
_DAYS_ALONE = "SELECT day, start_time, stop_day, stop_time, NULL FROM stats_day WHERE ? = 0"


class Workrave(Reader):
    """Workrave."""

    key: ClassVar[str] = "workrave"
    name: ClassVar[str] = "Workrave"

    def recognises(self, source: Source) -> bool:
        """Return whether the database has its tables."""
        return tables_in(source) >= _TABLES

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield each day."""
        with foreign(source) as connection:
            if not columns_of(connection, "stats_day") >= _COLUMNS:
                raise Problem("“{name}” is of another version of Workrave.", name=source.name)
            counted = columns_of(connection, "stats_misc") >= {"day", "counter", "value"}
            for row in connection.execute(_DAYS if counted else _DAYS_ALONE, (_ACTIVE_S,)):
                yield _row(row, options)


def _row(row: tuple[object, ...], options: Options) -> Row:
    where = f"day {str(row[0])[:40]}"
    if not row[4]:
        return Passed(UNCOUNTED)
    return item_or_refusal(lambda: _day(row, where, options), where, str(row))


def _day(row: tuple[object, ...], where: str, options: Options) -> Item:
    first, start_s, last, stop_s, active_s = row
    at = _moment(first, start_s, options)
    until = _moment(last, stop_s, options)
    if until.utc_ms < at.utc_ms:
        raise Problem("The end lies before the start. Please check the two times.")
    details = desk_time(_seconds(active_s) / 60, "Workrave")
    return Item(details, at, until, "", SOURCE, f"day|{first}", where)


def _moment(date_: object, seconds: object, options: Options) -> Moment:
    midnight = datetime.combine(day(str(date_)), datetime.min.time())
    return options.at_local(midnight + timedelta(seconds=_seconds(seconds)))


def _seconds(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= _LATEST_S:
        raise Problem("“{given}” is no number of seconds in a day.", given=str(value)[:40])
    return value
