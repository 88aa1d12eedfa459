"""Numbers for charts, made up: a series, a year, an hour grid, shares, words."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.trends import (
    HourGrid,
    Places,
    Scatter,
    ScatterAsk,
    Shares,
    WordSeries,
    YearDays,
)
from steadyhands.ui.charts.steps import Steps

FIRST = 20_000  # 2024-10-04, a Friday


def steps(*values: float | None, key: str = "twitches", first: int = FIRST, **more) -> Steps:
    """Return a series of days; the mean is that of the last seven known."""
    mean = []
    for n in range(len(values)):
        week = [v for v in values[max(0, n - 6) : n + 1] if v is not None]
        mean.append(sum(week) / len(week) if len(week) > 2 else None)
    count = len(values)
    starts = tuple(range(first, first + count))
    recorded = tuple(int(v is not None) for v in values)
    return Steps(key, starts, (1,) * count, values, tuple(mean), recorded=recorded, **more)


def weeks(*values: float | None) -> Steps:
    """Return a series in steps of a week."""
    starts = tuple(FIRST + 7 * n for n in range(len(values)))
    return Steps("twitches", starts, (7,) * len(values), values, recorded=(6,) * len(values))


def many(count: int) -> Steps:
    """Return a long series in which every 13th day is missing."""
    return steps(*(None if n % 13 == 5 else float(n * 7 % 23) for n in range(count)))


def hours() -> HourGrid:
    """Return two twitches on Tuesdays at 14; Thursdays were never recorded."""
    counts = [[0] * 12 for _ in range(7)]
    counts[1][7] = 6
    counts[4][3] = 1
    return HourGrid(tuple(map(tuple, counts)), (3, 3, 3, 0, 3, 3, 3))


def shares() -> Shares:
    """Return a right index finger that went from two fifths to three fifths."""
    now = Places((("right", "index", 60), ("left", "palm", 30), ("unsure", "unsure", 10)), 30)
    return Shares(now, Places((("right", "index", 40), ("left", "ring", 60)), 30))


def words() -> WordSeries:
    """Return six weeks of how it felt; in the fourth nobody said."""
    days = tuple(date(2024, 9, 30) + timedelta(days=7 * n) for n in range(6))
    counts = ((3, 4, 2, 0, 5, 2), (1, 0, 2, 0, 1, 2))
    return WordSeries("felt", ("flutter", "jerk"), days, counts, (9,) * 6)


def scatter(count: int = 20, lag: int = 0) -> Scatter:
    """Return days with caffeine and twitches."""
    begins = date(2024, 10, 4)
    pairs = tuple((begins + timedelta(days=n), 20.0 * n, float(n % 9)) for n in range(count))
    return Scatter(ScatterAsk("caffeine_mg", lag=lag), pairs)


def year(number: int = 2024) -> YearDays:
    """Return a year in which every tenth day is missing."""
    days = (date(number + 1, 1, 1) - date(number, 1, 1)).days
    return YearDays(number, tuple(None if n % 10 == 9 else n % 7 for n in range(days)))
