"""The machine's clock and time zone; everything else is told the time."""

from __future__ import annotations

from datetime import datetime

from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem


class Clock:
    """Now, and the moment of a wall-clock time, in the zone this machine is in."""

    def now(self) -> Moment:
        """Return the present moment."""
        return Moment.of(datetime.now().astimezone())

    def at_local(self, wall: datetime) -> Moment:
        """Return the moment at which the wall clock here shows `wall` (no zone given).

        A time that comes twice, when summer time ends, means its first coming. Raises
        Problem for a time that the start of summer time leaves out.
        """
        try:
            aware = wall.astimezone()
            shown = datetime.fromtimestamp(wall.timestamp())
        except (OverflowError, OSError, ValueError):
            raise Problem("That date is outside the years 1900 to 2200.") from None
        if shown != wall:
            raise Problem(
                "{time} did not exist on that day: the clocks were put forward.",
                time=f"{wall:%H:%M}",
            )
        return Moment.of(aware)
