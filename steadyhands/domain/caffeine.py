"""How much caffeine may still be in the body: a rough population model, never a measurement.

One compartment, first-order uptake and elimination, doses add up:
A(t) = D · ka / (ka − ke) · (e^(−ke·t) − e^(−ka·t)), with ke = ln 2 / half-life.
Half-life differs so much between people that a screen shows the band, not one line.
"""

from __future__ import annotations

from math import exp, expm1, log, log1p

from steadyhands.domain.entries import Drink, Food
from steadyhands.domain.moment import HOUR_MS
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadyhands.domain.entries import Entry

HALF_LIFE_H = 5.0
"""Mean of healthy adults (Institute of Medicine 2001)."""

HALF_LIFE_LOW_H, HALF_LIFE_HIGH_H = 2.7, 9.9
"""Shortest and longest of ten men given 5 mg/kg (Blanchard & Sawers 1983)."""

UPTAKE_PER_H = 4.94
"""Uptake from coffee, tea or a tablet: fitted to 100 mg (PBPK model, PMC8489039)."""

SLOW_UPTAKE_PER_H = 1.9
"""Uptake from cola and chocolate: highest after about 1.5 h (Mumford 1996)."""

BEDTIME_RESIDUE_MG = 35
"""Guide line of our own: with a 5 h half-life, the cut-offs found for 107 mg and 217.5 mg
(8.8 h and 13.2 h before bed, Gardiner 2023) both leave 32–36 mg."""

DAY_LIMIT_MG, SINGLE_LIMIT_MG = 400, 200
"""A day's and a single dose without safety concern in adults (EFSA 2015)."""

CAREFUL_DAY_LIMIT_MG = 200
"""A day's amount when pregnant or breastfeeding (EFSA 2015)."""

LOOK_BACK_MS = 72 * HOUR_MS
"""Doses older than this leave under 1 % even with the longest half-life above."""

_LARGEST_DOSE_MG = 2000
_HALF_LIVES_H = (0.5, 200.0)
_TOO_NEAR_PER_H = 0.01  # the difference of two rates below which the sums lose digits


class Dose(Value):
    """Caffeine taken at one time; `slow` when it came with cola or chocolate."""

    at_ms: int
    mg: float
    slow: bool = False

    def check(self) -> None:
        """A dose is 0 to 2,000 mg."""
        if not 0 <= self.mg <= _LARGEST_DOSE_MG:
            raise Problem("Caffeine in one drink is 0 to 2,000 mg, not {given}.", given=self.mg)


class Band(Value):
    """The estimate in mg at one time, for a short, a mean and a long half-life."""

    at_ms: int
    low: float
    mid: float
    high: float


def doses_in(entries: Iterable[Entry]) -> list[Dose]:
    """Return the caffeine in drinks and foods, in their order; from food it comes slowly."""
    return [
        Dose(entry.at.utc_ms, details.caffeine_mg, isinstance(details, Food) or details.slow)
        for entry in entries
        if isinstance(details := entry.details, Drink | Food) and details.caffeine_mg
    ]


def remaining(doses: Iterable[Dose], at_ms: int, half_life_h: float = HALF_LIFE_H) -> float:
    """Return the estimated caffeine in the body in mg; doses still to come add nothing."""
    ke = _elimination(half_life_h)
    return sum(d.mg * _share(at_ms - d.at_ms, _uptake(d.slow), ke) for d in doses)


def curve(
    doses: Sequence[Dose],
    from_ms: int,
    to_ms: int,
    step_ms: int,
    half_life_h: float = HALF_LIFE_H,
) -> list[tuple[int, float]]:
    """Return times and estimates in mg, each `step_ms` from `from_ms` up to `to_ms`."""
    times = range(from_ms, to_ms + 1, step_ms)
    return [(at_ms, remaining(doses, at_ms, half_life_h)) for at_ms in times]


def band(doses: Sequence[Dose], at_ms: int, half_life_h: float = HALF_LIFE_H) -> Band:
    """Return the estimate at a time with its range over people's half-lives.

    A person's own `half_life_h` replaces the mean and widens the range if it lies outside.
    """
    low = min(HALF_LIFE_LOW_H, half_life_h)
    high = max(HALF_LIFE_HIGH_H, half_life_h)
    return Band(at_ms, *(remaining(doses, at_ms, h) for h in (low, half_life_h, high)))


def bands(
    doses: Sequence[Dose], times_ms: Sequence[int], half_life_h: float = HALF_LIFE_H
) -> list[Band]:
    """Return the band at each of the times, which are in order; quicker than one by one."""
    low = min(HALF_LIFE_LOW_H, half_life_h)
    high = max(HALF_LIFE_HIGH_H, half_life_h)
    levels = [_levels(doses, times_ms, h) for h in (low, half_life_h, high)]
    return [Band(at_ms, *found) for at_ms, *found in zip(times_ms, *levels, strict=True)]


def band_curve(
    doses: Sequence[Dose],
    from_ms: int,
    to_ms: int,
    step_ms: int,
    half_life_h: float = HALF_LIFE_H,
) -> list[Band]:
    """Return the band each `step_ms` from `from_ms` up to `to_ms`."""
    return bands(doses, range(from_ms, to_ms + 1, step_ms), half_life_h)


def latest_time_for(
    mg: float,
    bedtime_ms: int,
    doses: Iterable[Dose],
    residue_mg: float = BEDTIME_RESIDUE_MG,
    half_life_h: float = HALF_LIFE_H,
    slow: bool = False,
) -> int | None:
    """Return the last time for one more dose that leaves at most `residue_mg` at bedtime.

    None if what was already taken leaves more than that. What is still being taken
    up at bedtime counts with its coming peak, so a last-minute cup never looks harmless.
    """
    ke = _elimination(half_life_h)
    before = [d for d in doses if d.at_ms <= bedtime_ms]
    room = residue_mg - sum(
        d.mg * _share_past_peak(bedtime_ms - d.at_ms, _uptake(d.slow), ke) for d in before
    )
    if room <= 0:
        return None
    if mg * _share_past_peak(0, _uptake(slow), ke) <= room:
        return bedtime_ms
    return bedtime_ms - _wait_ms(room / mg, _uptake(slow), ke)


def _wait_ms(share: float, ka: float, ke: float) -> int:
    """Return the milliseconds after which no more than `share` of a dose is left."""
    early = int(_peak_h(ka, ke) * HOUR_MS)
    late = early + HOUR_MS
    while _share(late, ka, ke) > share:
        early, late = late, 2 * late
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (middle, late) if _share(middle, ka, ke) > share else (early, middle)
    return late


def _levels(doses: Sequence[Dose], times_ms: Sequence[int], half_life_h: float) -> list[float]:
    """Return the mg at each of the times, which are in order."""
    ke = _elimination(half_life_h)
    parts = []
    for slow in (False, True):
        own = sorted((dose.at_ms, dose.mg) for dose in doses if dose.slow is slow)
        ka = _uptake(slow)
        if abs(ka - ke) < _TOO_NEAR_PER_H:
            parts.append([sum(mg * _share(t - at, ka, ke) for at, mg in own) for t in times_ms])
        else:
            parts.append(_falling(own, times_ms, ka, ke))
    return [sum(both) for both in zip(*parts, strict=True)]


def _falling(
    doses: list[tuple[int, float]], times_ms: Sequence[int], ka: float, ke: float
) -> list[float]:
    """Return the mg at each time of doses (ms, mg) with one uptake, all in order.

    Two sums, multiplied down from one time to the next, stand for all taken before.
    """
    slow_part = quick_part = 0.0
    taken, before = 0, times_ms[0] if times_ms else 0
    levels = []
    for at_ms in times_ms:
        hours = (at_ms - before) / HOUR_MS
        slow_part, quick_part = slow_part * exp(-ke * hours), quick_part * exp(-ka * hours)
        while taken < len(doses) and doses[taken][0] < at_ms:
            hours, mg = (at_ms - doses[taken][0]) / HOUR_MS, doses[taken][1]
            slow_part += mg * exp(-ke * hours)
            quick_part += mg * exp(-ka * hours)
            taken += 1
        levels.append(max(0.0, ka / (ka - ke) * (slow_part - quick_part)))
        before = at_ms
    return levels


def _share(after_ms: int, ka: float, ke: float) -> float:
    """Return the part of a dose in the body, 0 to 1.

    Written with the smaller and the difference of the two rates, it neither
    overflows nor divides by zero when they meet.
    """
    if after_ms <= 0:
        return 0.0
    hours = after_ms / HOUR_MS
    apart = abs(ka - ke)
    risen = -expm1(-apart * hours) / apart if apart > 1e-12 else hours
    return min(1.0, ka * exp(-min(ka, ke) * hours) * risen)


def _share_past_peak(after_ms: int, ka: float, ke: float) -> float:
    return _share(max(after_ms, round(_peak_h(ka, ke) * HOUR_MS)), ka, ke)


def _peak_h(ka: float, ke: float) -> float:
    """Return the hours from a dose to its highest estimate."""
    apart = ka - ke
    return log1p(apart / ke) / apart if abs(apart) > 1e-9 else 1 / ke


def _uptake(slow: bool) -> float:
    return SLOW_UPTAKE_PER_H if slow else UPTAKE_PER_H


def _elimination(half_life_h: float) -> float:
    least, most = _HALF_LIVES_H
    if not least <= half_life_h <= most:
        raise Problem("A half-life is 0.5 to 200 hours, not {given}.", given=half_life_h)
    return log(2) / half_life_h
