"""Arithmetic over series of days: running means, usual ranges, clock times as numbers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WINDOW_DAYS, WINDOW_NEEDS = 7, 3
WEEKS_NEEDED = 4
"""Earlier weeks before anything is called usual (design choice: quartiles of fewer say nothing)."""

WEEK_NEEDS_DAYS = 5
"""Recorded days that a week needs to stand for one."""

_DAY_H = 24


def running_mean(
    values: Sequence[float | None], window: int = WINDOW_DAYS, needs: int = WINDOW_NEEDS
) -> list[float | None]:
    """Return the mean of each value and those before it in the window; None leaves no trace.

    None where fewer than `needs` values are there.
    """
    found: list[float | None] = []
    total, there = 0.0, 0
    for at, value in enumerate(values):
        if value is not None:
            total, there = total + value, there + 1
        gone = values[at - window] if at >= window else None
        if gone is not None:
            total, there = total - gone, there - 1
        if not there:
            total = 0.0  # what adding and taking away has left over
        found.append(total / there if there >= needs else None)
    return found


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the lower and upper quartile, between neighbours where they fall there."""
    ordered = sorted(values)
    return _at(ordered, 0.25), _at(ordered, 0.75)


def _at(ordered: Sequence[float], share: float) -> float:
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def from_midnight_h(minute: float) -> float:
    """Return a clock time, minutes after midnight, as hours from midnight: -12 up to 12."""
    return (minute / 60 + _DAY_H / 2) % _DAY_H - _DAY_H / 2


def from_noon_h(minutes_after_noon: float) -> float:
    """Return minutes after noon as hours from the midnight that follows."""
    return minutes_after_noon / 60 - _DAY_H / 2


def weeks_back(values: Sequence[float | None], needs: int = WEEK_NEEDS_DAYS) -> list[float | None]:
    """Return the mean of each seven days counted from the end, newest first.

    `values` are days in order; None where too few of the seven are recorded. Days that
    do not fill a week at the beginning are left out.
    """
    found: list[float | None] = []
    for last in range(len(values), 6, -7):
        there = [value for value in values[last - 7 : last] if value is not None]
        found.append(sum(there) / len(there) if len(there) >= needs else None)
    return found
