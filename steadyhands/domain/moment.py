"""An instant together with the wall clock that the person saw."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

_EPOCH = datetime(1970, 1, 1)
_EARLIEST_MS = -2_208_988_800_000  # 1900-01-01
_LATEST_MS = 7_258_118_400_000  # 2200-01-01
_WIDEST_OFFSET_MIN = 18 * 60

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class Moment(Value):
    """Milliseconds since 1970 in UTC, and minutes that local time was ahead of UTC there and then.

    The offset is stored, not looked up later: an entry made in Lisbon stays at the
    hour Lisbon's clocks showed, wherever and under whatever rules it is read.
    """

    utc_ms: int
    offset_min: int

    def check(self) -> None:
        """Refuse what no wall clock shows: years outside 1900–2200, offsets past 18 h."""
        if not _EARLIEST_MS <= self.utc_ms <= _LATEST_MS:
            raise Problem("That date is outside the years 1900 to 2200.")
        if not -_WIDEST_OFFSET_MIN <= self.offset_min <= _WIDEST_OFFSET_MIN:
            raise Problem("No time zone is {minutes} minutes from UTC.", minutes=self.offset_min)

    @classmethod
    def of(cls, when: datetime) -> Moment:
        """Return the moment of a datetime that knows its offset from UTC."""
        offset = when.utcoffset()
        if offset is None:
            raise TypeError("a Moment needs a datetime with an offset")
        wall = when.replace(tzinfo=None) - offset - _EPOCH
        return cls(wall // timedelta(milliseconds=1), int(offset.total_seconds() // 60))

    def local(self) -> datetime:
        """Return what the wall clock showed, without a zone."""
        return _EPOCH + timedelta(milliseconds=self.utc_ms + self.offset_min * MINUTE_MS)

    def aware(self) -> datetime:
        """Return the wall clock with its fixed offset."""
        return self.local().replace(tzinfo=timezone(timedelta(minutes=self.offset_min)))

    def shifted(self, ms: int) -> Moment:
        """Return the moment `ms` later (earlier if negative) at the same offset."""
        return Moment(self.utc_ms + ms, self.offset_min)

    def iso(self) -> str:
        """Return ISO 8601 with milliseconds and offset, `2026-03-01T14:05:00.000+01:00`."""
        return self.aware().isoformat(timespec="milliseconds")


def epoch_day(day: date) -> int:
    """Return days since 1970-01-01, the form days have in the database."""
    return day.toordinal() - 719_163


def date_of_epoch_day(number: int) -> date:
    """Return the date of a number made by `epoch_day`."""
    return date.fromordinal(number + 719_163)
