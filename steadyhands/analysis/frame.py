"""What every day is explained by before any factor: weekday, weekend, logging, slow drift."""

from __future__ import annotations

import numpy as np

from steadyhands.analysis.noise import Floats
from steadyhands.domain.day_table import DayTable

NEIGHBOUR_DAYS, NEIGHBOURS_FROM = 3, 42
WEEKDAYS_FROM = 112
WAVE_DAYS = 28
"""One slow wave for each four weeks of logged days, after the straight line."""

_MONDAY = 3  # 1970-01-01 was a Thursday


class Frame:
    """The recorded days as arrays: day numbers, counts, completeness of the log, columns."""

    def __init__(self, table: DayTable) -> None:
        self.day = np.array(table.days, dtype=float)
        self.y = np.array(table.twitches, dtype=float)
        self.weekday = (np.array(table.days, dtype=int) + _MONDAY) % 7
        self.weekend = (self.weekday >= 5).astype(float)
        self.told = np.column_stack(
            [np.array(c, dtype=float) for c in (table.sleep_told, table.stress_told, table.meals)]
        ).reshape(len(self.day), 3)
        self.core = self.told.sum(axis=1) / 5

    def __len__(self) -> int:
        return len(self.day)

    def columns(self) -> Floats:
        """Return the columns that stand beside a factor; what does not vary is left out."""
        n = len(self)
        optional = [self.weekend, standardised(self.core)]
        if n >= WEEKDAYS_FROM:
            optional += [(self.weekday == k).astype(float) for k in (1, 2, 3, 4, 6)]
        if n >= NEIGHBOURS_FROM:
            optional.append(standardised(self.near_core(NEIGHBOUR_DAYS)))
        u = unit_time(self.day)
        waves = [np.cos(np.pi * (j + 1) * u) * 2**0.5 for j in range(1, n // WAVE_DAYS)]
        return stacked(n, [*optional, u - 0.5, *waves])

    def few_columns(self, with_core: bool = True) -> Floats:
        """Return the columns of a plan step and of a trend: weekend, and logging if asked."""
        optional = [self.weekend, *([standardised(self.core)] if with_core else [])]
        return stacked(len(self), optional)

    def near_core(self, reach: int) -> Floats:
        """Return the mean completeness of the recorded days up to `reach` days away."""
        first = np.searchsorted(self.day, self.day - reach, "left")
        last = np.searchsorted(self.day, self.day + reach, "right")
        sums = np.concatenate([[0.0], np.cumsum(self.core)])
        return np.asarray((sums[last] - sums[first]) / (last - first))


def unit_time(day: Floats) -> Floats:
    """Return the days' places between the first, 0, and the last, 1."""
    return np.asarray((day - day[0]) / max(float(day[-1] - day[0]), 1.0))


def standardised(column: Floats) -> Floats:
    """Return a column around 0 with a standard deviation of 1, or zeros if it never varies."""
    sd = float(column.std())
    return (column - column.mean()) / sd if sd > 1e-9 else np.zeros(len(column))


def stacked(n: int, optional: list[Floats]) -> Floats:
    """Return a constant and those columns that vary."""
    return np.column_stack([np.ones(n), *(c for c in optional if c.size and c.std() > 1e-9)])
