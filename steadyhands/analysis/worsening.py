"""Has logged twitching, or one side's part of it, been rising over weeks.

A slope by count GLS with a prior for slow waves. Care of logging is an offset of uncertain
strength: a diary kept better each week must not look like twitching that rises.
"""

from __future__ import annotations

import numpy as np

from steadyhands.analysis.frame import Frame, stacked
from steadyhands.analysis.gls import CountGLS, Effect, ShareGLS
from steadyhands.analysis.noise import Floats, wandering
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import Rising

WINDOW_DAYS = 180
FIRST_LOOK_DAYS = 56
DAYS_NEEDED, SPAN_NEEDED, TWITCHES_NEEDED = 28, 42, 30
Z_ALARM = 2.6
Z_ALARM_SIDE = 2.9
"""Two sides are looked at, so each at half the chance of a false alarm."""

ONE_SIDED = 2 / 3
"""A side that holds less of the recent twitches is not called one-sided (design choice)."""

RECENT_DAYS = 28
_WAVES_SD, _CARE_SD, _CARE_REACH = 0.10, 0.7, 6
_LEAST_CORE = 0.05


def rising(table: DayTable, day: int) -> tuple[Rising, ...]:
    """Return the look of one check-up on the morning of `day`: all twitches, then each side."""
    seen = table.cut(day, day - WINDOW_DAYS)
    return (_all(seen, day - table.first), *_sides(seen))


def _all(table: DayTable, age: int) -> Rising:
    if not _enough(table, table.twitches):
        return Rising("", False, days=len(table.days))
    frame = Frame(table)
    care = np.log(np.maximum(frame.near_core(_CARE_REACH), _LEAST_CORE))
    care = care - care.mean()
    prior = np.column_stack([wandering(frame.day, _WAVES_SD), _CARE_SD * care])
    fit = CountGLS(frame.day, frame.y * np.exp(-care), frame.few_columns(False), prior)
    effect = fit.effect(_weeks(frame.day))
    alarm = effect.t >= Z_ALARM and age >= FIRST_LOOK_DAYS
    return _answer("", alarm, effect, frame.day, f"z ≥ {Z_ALARM} at a weekly look")


def _sides(table: DayTable) -> tuple[Rising, Rising]:
    """Return the trend of either side's share, of which one is the other turned round.

    Nothing is estimated while neither side holds two thirds of the recent twitches.
    """
    of = [left + right for left, right in zip(table.left, table.right, strict=True)]
    rows = [row for row, count in enumerate(of) if count]
    days = np.array([table.days[row] for row in rows], dtype=float)
    if not _enough(table, of) or len(days) < DAYS_NEEDED or not 0 < sum(table.left) < sum(of):
        return Rising("left", False, days=len(days)), Rising("right", False, days=len(days))
    y = np.array([table.left[row] for row in rows], dtype=float)
    total = np.array([of[row] for row in rows], dtype=float)
    recent = days > days[-1] - RECENT_DAYS
    share = float(y[recent].sum() / total[recent].sum())
    if max(share, 1 - share) < ONE_SIDED:
        return Rising("left", False, days=len(days)), Rising("right", False, days=len(days))
    fit = ShareGLS(days, y, total, stacked(len(days), []), wandering(days, _WAVES_SD))
    effect = fit.effect(_weeks(days))
    return (
        _side("left", effect, share, days),
        _side("right", effect.replaced(b=-effect.b), 1 - share, days),
    )


def _side(side: str, effect: Effect, share: float, days: Floats) -> Rising:
    alarm = effect.t >= Z_ALARM_SIDE and share >= ONE_SIDED
    return _answer(side, alarm, effect, days, f"z ≥ {Z_ALARM_SIDE} and two thirds on that side")


def _enough(table: DayTable, counts: tuple[int, ...] | list[int]) -> bool:
    days = table.days
    spanned = bool(days) and days[-1] - days[0] >= SPAN_NEEDED
    return spanned and len(days) >= DAYS_NEEDED and sum(counts) >= TWITCHES_NEEDED


def _answer(side: str, alarm: bool, effect: Effect, days: Floats, rule: str) -> Rising:
    low, high = effect.range()
    ratio, least, most = (float(np.exp(value)) for value in (effect.b, low, high))
    weeks = int(days[-1] - days[0] + 1) // 7
    return Rising(side, bool(alarm), ratio, least, most, weeks, len(days), rule=rule, z=effect.t)


def _weeks(days: Floats) -> Floats:
    return np.asarray((days - days.mean()) / 7)
