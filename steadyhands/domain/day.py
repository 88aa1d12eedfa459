"""Which day a thing belongs to: the one function that decides, and its inverse."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem

DAY_STARTS_AT = 4
LATEST_START = 12


def day_of(moment: Moment, starts_at: int = DAY_STARTS_AT) -> date:
    """Return the day a moment belongs to: until `starts_at` o'clock it is still yesterday.

    The wall clock of the entry itself decides, so neither a journey nor a change
    of summer time can move an old entry to another day.
    """
    return (moment.local() - timedelta(hours=starts_at)).date()


def day_bounds(day: date, starts_at: int = DAY_STARTS_AT) -> tuple[datetime, datetime]:
    """Return the wall-clock times at which a day begins and ends."""
    begins = datetime.combine(day, time(starts_at))
    return begins, begins + timedelta(days=1)


def wall_in_day(at: time, day_begins: datetime) -> datetime:
    """Return when within the day that begins at `day_begins` clocks show `at`."""
    wall = datetime.combine(day_begins.date(), at)
    return wall if wall >= day_begins else wall + timedelta(days=1)


def check_day_start(hour: int) -> int:
    """Return `hour` if a day may start there (a whole number, 0–12), else raise Problem."""
    if type(hour) is not int or not 0 <= hour <= LATEST_START:
        raise Problem("A day can start between 0 and {latest} o'clock.", latest=LATEST_START)
    return hour
