"""Time at the desk, as break reminders count it.

It is the tracker `desk_min`: an entry of that kind that counts minutes of that name, spread
over the entry's span. What the program itself measures at the desk has the same name, so that
both add up to one series, the denominator of twitches a desk hour.
"""

from __future__ import annotations

from steadyhands.domain.entries import Other
from steadyhands.domain.problem import Problem

DESK = "desk_min"
_DAY_MIN = 24 * 60


def desk_time(minutes: float, program: str) -> Other:
    """Return the details of some minutes at the desk. Raises Problem above a day's."""
    if not 0 < minutes <= _DAY_MIN:
        raise Problem("A day has 0 to 1,440 minutes, not {given}.", given=f"{minutes:g}")
    counted = round(minutes, 2)
    return Other(DESK, (("minutes", round(minutes)), ("program", program)), ((DESK, counted),))
