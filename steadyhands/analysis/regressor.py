"""A factor on one lag, made ready for the engine: outliers drawn in, gaps filled, scaled."""

from __future__ import annotations

import numpy as np

from steadyhands.analysis.frame import Frame
from steadyhands.analysis.noise import Floats
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.factors import FACTORS, OWN, OWN_MOST, Factor, own_factor
from steadyhands.domain.insight import Basis

KNOWN_NEEDED, SIDE_NEEDED = 21, 6
DAYS_NEEDED, TWITCHES_NEEDED = 21, 30
"""Minimum data: a factor's known days and days on each side of its median; a person's."""

_HIGH, _LOW = 0.8, 0.2
_DRAWN_IN = (0.025, 0.975)


class Regressor:
    """One factor and lag. `x` has a standard deviation of 1; it is zeros if not testable."""

    def __init__(self, factor: Factor, lag: int, raw: Floats, weekend: Floats) -> None:
        self.factor, self.lag = factor, lag
        there = np.isfinite(raw)
        self.known = int(there.sum())
        self.high_days, self.low_days = _sides(raw[there])
        self.x = np.zeros(len(raw))
        self.mean, self.sd = 0.0, 0.0
        self.basis: Basis | None = None
        if self.known:
            self._prepare(raw, there, weekend)

    @property
    def testable(self) -> bool:
        """Return whether enough days tell the factor, and it varies enough."""
        enough = self.known >= KNOWN_NEEDED and min(self.high_days, self.low_days) >= SIDE_NEEDED
        return enough and self.sd > 0 and self.basis is not None

    @property
    def natural(self) -> bool:
        """Return whether this is the lag on which the factor most plausibly acts."""
        return self.lag == self.factor.lag

    @property
    def per_ratio(self) -> float:
        """Return how many standard deviations lie between a high and a low day."""
        return (self.basis.high - self.basis.low) / self.sd if self.basis else 0.0

    def _prepare(self, raw: Floats, there: Floats, weekend: Floats) -> None:
        ordered = np.sort(raw[there])
        low, high = (_at(ordered, share) for share in _DRAWN_IN)
        drawn = np.clip(raw, low, high)
        told = np.clip(ordered, low, high)
        self.mean = float(told.mean())
        self.basis = _basis(told, self.factor.unit)
        filled = np.where(there, drawn, self.mean)
        for kind in (0.0, 1.0):
            alike = weekend == kind
            if (alike & there).any():
                filled[alike & (there == 0)] = drawn[alike & there].mean()
        self.sd = float(filled.std())
        if self.sd > 1e-9:
            self.x = (filled - filled.mean()) / self.sd
        else:
            self.sd = 0.0


def regressors(table: DayTable, frame: Frame) -> list[Regressor]:
    """Return every factor on both lags, own trackers last, in an order that is always the same."""
    if not len(frame):
        return []
    days = np.array(table.days)
    before = np.searchsorted(days, days - 1)
    has_before = days[before] == days - 1
    # The weekend of the day on which the factor was: a gap is filled from days alike.
    earlier_weekend = ((days - 1 + 3) % 7 >= 5).astype(float)
    found = []
    for factor in (*FACTORS, *own_factors(table)):
        raw = np.array(table.values(factor.key), dtype=float)
        shifted = np.where(has_before, raw[before], np.nan)
        found.append(Regressor(factor, 0, raw, frame.weekend))
        found.append(Regressor(factor, 1, shifted, earlier_weekend))
    return found


def own_factors(table: DayTable) -> list[Factor]:
    """Return the own trackers that are told on most of the days, eight at most."""
    count = {
        key: sum(value is not None for value in values)
        for key, values in table.factors
        if key.startswith(OWN)
    }
    most = sorted(count, key=lambda key: (-count[key], key))[:OWN_MOST]
    return [own_factor(key) for key in sorted(most)]


def _sides(told: Floats) -> tuple[int, int]:
    """Return how many days lie on either side of the median; ties go where they help more."""
    if not told.size:
        return 0, 0
    median = np.median(told)
    above, from_it = int((told > median).sum()), int((told >= median).sum())
    splits = ((above, told.size - above), (from_it, told.size - from_it))
    return max(splits, key=min)


def _basis(told: Floats, unit: str) -> Basis | None:
    """Return what a ratio compares: typical high and low days, or days with and without."""
    some, middle = told[told > 0], _at(told, 0.5)
    if middle == 0 and some.size:
        return Basis(float(some.mean()), 0.0, unit, True)
    low, high = _at(told, _LOW), _at(told, _HIGH)
    if high <= low:
        above, below = told[told > middle], told[told < middle]
        high = float(above.mean()) if above.size else middle
        low = float(below.mean()) if below.size else middle
    return Basis(high, low, unit) if high > low else None


def _at(ordered: Floats, share: float) -> float:
    """Return the quantile of sorted values, between neighbours where it falls there."""
    return float(np.interp(share * (len(ordered) - 1), np.arange(len(ordered)), ordered))
