"""How far a day's times lay from the usual ones."""

from __future__ import annotations

from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LOOK_BACK_DAYS = 28
NEEDS = 5
"""Earlier days with a time before anything is usual (as for the spread of mid-sleep)."""


def away_from_usual(
    days: Sequence[int], times: Sequence[Mapping[str, float]], needs: int
) -> list[float | None]:
    """Return the mean distance in hours of a day's clock times from the usual of each.

    Usual is the median of the 28 days before. None unless `needs` times of the day have one.
    """
    found: list[float | None] = []
    for row, day in enumerate(days):
        before = times[bisect_left(days, day - LOOK_BACK_DAYS) : row]
        away = [
            abs(_around(time - usual))
            for name, time in times[row].items()
            if (usual := _usual([b[name] for b in before if name in b])) is not None
        ]
        found.append(sum(away) / len(away) if len(away) >= needs else None)
    return found


def _usual(times: Sequence[float]) -> float | None:
    """Return the median on the clock's circle, cut opposite to the first of the times."""
    if len(times) < NEEDS:
        return None
    away = sorted(_around(time - times[0]) for time in times)
    half = len(away) // 2
    return times[0] + (away[half] if len(away) % 2 else (away[half - 1] + away[half]) / 2)


def _around(hours: float) -> float:
    return (hours + 12) % 24 - 12
