"""Stand-ins for the machine around the program."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from steadyhands.domain.moment import MINUTE_MS, Moment

TUESDAY_AFTERNOON = datetime(2026, 3, 10, 14, 0)


class FixedClock:
    """A clock that stands still until it is told to go on; it never changes its zone by itself.

    Takes the place of `system.clock.Clock`.
    """

    def __init__(self, wall: datetime = TUESDAY_AFTERNOON, offset_min: int = 60) -> None:
        self._now = moment_of(wall, offset_min)

    def now(self) -> Moment:
        return self._now

    def at_local(self, wall: datetime) -> Moment:
        return moment_of(wall, self._now.offset_min)

    def pass_minutes(self, minutes: float) -> Moment:
        """Let time go by and return the new now."""
        self._now = self._now.shifted(round(minutes * MINUTE_MS))
        return self._now

    def set(self, wall: datetime) -> Moment:
        """Put the clock to a wall time and return the new now."""
        self._now = self.at_local(wall)
        return self._now

    def travel(self, offset_min: int) -> Moment:
        """Go to another zone in no time and return now as its clocks show it."""
        self._now = Moment(self._now.utc_ms, offset_min)
        return self._now


def moment_of(wall: datetime, offset_min: int = 60) -> Moment:
    """Return the moment at which clocks `offset_min` ahead of UTC show `wall`."""
    return Moment.of(wall.replace(tzinfo=timezone(timedelta(minutes=offset_min))))
