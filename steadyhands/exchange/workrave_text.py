"""Reads what Workrave wrote up to version 1.11: the text files `historystats` and `todaystats`.

A line `D` holds a day's begin and its last activity (day, month from 0, years since 1900, hour,
minute, twice), the line `m` after it how many counters follow and the counters, of which the
first is the active time in seconds. A day has the same name as in the database of later
versions, so that it never comes twice.
"""

from __future__ import annotations

from datetime import datetime

from steadyhands.domain.problem import Problem
from steadyhands.exchange.desk_time import desk_time
from steadyhands.exchange.format import Item, Passed, Reader, Refused, item_or_refusal
from steadyhands.exchange.text import head_text, lines
from steadyhands.exchange.workrave import SOURCE, UNCOUNTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

_BEGINS = "WorkRaveStats "
_DAY, _COUNTERS = "D", "m"


class WorkraveText(Reader):
    """Workrave's text files."""

    key: ClassVar[str] = "workrave-text"
    name: ClassVar[str] = "Workrave (up to 1.11)"

    def recognises(self, source: Source) -> bool:
        """Return whether the file begins with Workrave's mark."""
        return head_text(source.head[:64]).startswith(_BEGINS)

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield each day."""
        day: tuple[str, str] | None = None  # where, and the line
        for place, line in enumerate(lines(source, source.open()), start=1):
            first, _, rest = line.strip().partition(" ")
            if first == _DAY:
                if day is not None:
                    yield Passed(UNCOUNTED)
                day = (f"line {place}", rest)
            elif first == _COUNTERS and day is not None:
                yield _row(*day, rest, options)
                day = None
        if day is not None:
            yield Passed(UNCOUNTED)


def _row(where: str, day: str, counters: str, options: Options) -> Item | Refused | Passed:
    active = counters.split()[1:2]
    if active in ([], ["0"]):
        return Passed(UNCOUNTED)
    raw = f"{day} {counters}"
    return item_or_refusal(lambda: _day(where, day, active[0], options), where, raw)


def _day(where: str, line: str, active_s: str, options: Options) -> Item:
    numbers = [_number(word) for word in line.split()]
    if len(numbers) != 10:
        raise Problem("The line is too short; it may have been cut off.")
    begins, ends = _wall(numbers[:5]), _wall(numbers[5:])
    at, until = options.at_local(begins), options.at_local(ends)
    if until.utc_ms < at.utc_ms:
        raise Problem("The end lies before the start. Please check the two times.")
    details = desk_time(_number(active_s) / 60, "Workrave")
    return Item(details, at, until, "", SOURCE, f"day|{begins.date().isoformat()}", where)


def _wall(numbers: list[int]) -> datetime:
    day, month, year, hour, minute = numbers
    try:
        return datetime(year + 1900, month + 1, day, hour, minute)
    except (ValueError, OverflowError):
        raise Problem("“{given}” is not a date.", given=" ".join(map(str, numbers))) from None


def _number(word: str) -> int:
    if not word.isdecimal() or len(word) > 9:
        raise Problem("“{given}” is not a number.", given=word[:40])
    return int(word)
