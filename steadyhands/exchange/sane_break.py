"""Reads Sane Break's sane-break.db: the hours of work between its breaks.

`spans` are stretches of time in UTC; those of type `normal` and `meeting` are time at the desk,
as its own statistics count them, breaks, pauses and sleep are not. Each hour of the clock
becomes one entry of `desk_min` over that hour. A stretch that was still open has no end yet
and comes with a later import.
"""

from __future__ import annotations

from steadyhands.domain.moment import HOUR_MS, MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import wall_clock
from steadyhands.exchange.desk_time import desk_time
from steadyhands.exchange.foreign import columns_of, foreign, tables_in
from steadyhands.exchange.format import Item, Passed, Reader, Refused, item_or_refusal
from steadyhands.exchange.zones import here, utc_ms_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

SOURCE = "sane-break"
_TABLES = frozenset(("spans", "events"))
_COLUMNS = frozenset(("id", "type", "started_at", "ended_at"))
_ACTIVE = ("normal", "meeting")
OPEN = "stretch that was still going on"
_LONGEST_MS = 24 * HOUR_MS


class SaneBreak(Reader):
    """Sane Break."""

    key: ClassVar[str] = "sane-break"
    name: ClassVar[str] = "Sane Break"

    def recognises(self, source: Source) -> bool:
        """Return whether the database has its tables, with its columns."""
        if not tables_in(source) >= _TABLES:
            return False
        try:
            with foreign(source) as connection:
                return columns_of(connection, "spans") >= _COLUMNS
        except Problem:
            return False

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield what is refused or passed, then the hours; a span is 16 bytes until then."""
        spans: list[tuple[int, int]] = []
        with foreign(source) as connection:
            for id_, type_, started, ended in connection.execute(
                "SELECT id, type, started_at, ended_at FROM spans"
            ):
                where = f"span {str(id_)[:20]}"
                if type_ not in _ACTIVE:
                    yield Passed(f"{str(type_)[:40]} span")
                elif ended is None:
                    yield Passed(OPEN)
                else:
                    try:
                        spans.append(_span(started, ended))
                    except Problem as problem:
                        yield Refused(where, problem, f"{started} {ended}")
        for hour, ms in _hours(spans).items():
            yield _row(hour, ms, options)


def _span(started: object, ended: object) -> tuple[int, int]:
    begins, ends = _utc_ms(started), _utc_ms(ended)
    if ends < begins:
        raise Problem("The end lies before the start. Please check the two times.")
    if ends - begins > _LONGEST_MS:
        raise Problem("Nobody sits at a desk for {hours} hours.", hours=(ends - begins) // HOUR_MS)
    return begins, ends


def _utc_ms(value: object) -> int:
    """Return the time in `2026-03-10 13:00:00` or `2026-03-10T13:00:00Z`, which are UTC."""
    wall, offset = wall_clock(str(value)[:60])
    return utc_ms_of(wall, offset or 0)


def _hours(spans: list[tuple[int, int]]) -> dict[int, int]:
    """Return the milliseconds in each hour that spans cover, none twice."""
    hours: dict[int, int] = {}
    until: int | None = None
    for begins, ends in sorted(spans):
        at = begins if until is None else max(begins, until)
        until = ends if until is None else max(ends, until)
        while at < ends:
            hour = at // HOUR_MS
            stop = min(ends, (hour + 1) * HOUR_MS)
            hours[hour] = hours.get(hour, 0) + stop - at
            at = stop
    return hours


def _row(hour: int, ms: int, options: Options) -> Item | Refused:
    def item() -> Item:
        at = here(hour * HOUR_MS, options.at_local)
        details = desk_time(ms / MINUTE_MS, "Sane Break")
        return Item(details, at, at.shifted(HOUR_MS), "", SOURCE, f"hour|{at.utc_ms}", where)

    where = f"hour {hour}"
    return item_or_refusal(item, where, "")
