"""Time zones of other programs' records: named ones, and the zone here."""

from __future__ import annotations

from datetime import datetime, timedelta

from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_EPOCH = datetime(1970, 1, 1)
_HOURS_AROUND = (0, 12, -12)  # one of them lies outside any hour that summer time leaves out


def offset_in(zone: str, utc_ms: int) -> int | None:
    """Return how many minutes a named zone (`Europe/Berlin`) was ahead of UTC; None: unknown."""
    from zoneinfo import ZoneInfo

    try:
        aware = datetime.fromtimestamp(utc_ms / 1000, ZoneInfo(zone))
    except (KeyError, ValueError, OSError, OverflowError):  # no such zone, or no such year
        return None
    offset = aware.utcoffset()
    return None if offset is None else int(offset.total_seconds() // 60)


def here(utc_ms: int, at_local: Callable[[datetime], Moment]) -> Moment:
    """Return an instant as the clocks here showed it; `at_local` knows them. Raises Problem."""
    Moment(utc_ms, 0)  # refuses years that no clock shows
    utc = _EPOCH + timedelta(milliseconds=utc_ms)
    offsets: list[int] = []
    for hours in _HOURS_AROUND:
        try:
            offsets.append(at_local(utc + timedelta(hours=hours)).offset_min)
        except Problem:
            continue
    for offset in dict.fromkeys(offsets):
        try:
            found = at_local(utc + timedelta(minutes=offset))
        except Problem:
            continue
        if found.utc_ms == utc_ms:
            return found
    # In the hour that comes twice only its first coming can be asked for.
    return Moment(utc_ms, min(offsets, default=0))


def utc_ms_of(wall: datetime, offset_min: int = 0) -> int:
    """Return the UTC milliseconds of a wall clock that is so many minutes ahead."""
    return (wall - _EPOCH) // timedelta(milliseconds=1) - offset_min * MINUTE_MS
