"""Did a step of the plan change anything: baseline against step, one look at the planned end.

A single-case trial (CENT 2015, BMJ 350:h1793) as count GLS with a prior for slow wandering, so
that what comes and goes by itself is not taken for the step's doing.
"""

from __future__ import annotations

import numpy as np
from scipy.special import stdtr, stdtrit

from steadyhands.analysis.frame import Frame
from steadyhands.analysis.gls import CountGLS
from steadyhands.analysis.noise import Floats, Gaps, Noise, wandering
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import LIKELY, NONE, NOT_ENOUGH, POSSIBLE, StepRun, StepVerdict

DAYS_NEEDED = 14
"""Logged days without the step, and with it, at the least; 28 are better."""

P_POSSIBLE, P_LIKELY = 0.05, 0.01
_TREND, _WANDER = 0.015, 0.15
_FLOOR, _DF_LEAST = 0.8, 8


def step_verdict(table: DayTable, run: StepRun, day: int) -> StepVerdict:
    """Return what a step changed, as known on the morning of `day`; nothing before it is due.

    Days on which a step was switched off count with those before it.
    """
    due = run.last + 1
    seen = table.cut(min(day, due), run.baseline)
    days = np.array(seen.days, dtype=float)
    during = int(_on(days, run).sum())
    before = len(days) - during
    verdict = StepVerdict(run.step, NOT_ENOUGH, due, before, during, extended=run.extended)
    verdict = verdict.replaced(expect=expected_change(seen.cut(run.first), run))
    if day < due or min(before, during) < DAYS_NEEDED or not sum(seen.twitches):
        return verdict
    frame = Frame(seen)
    on = _on(frame.day, run)
    if on.std() < 1e-9:
        return verdict
    b, se, df = _change(frame, on)
    p = float(2 * stdtr(df, -abs(b / se)))
    level = LIKELY if p <= P_LIKELY else POSSIBLE if p <= P_POSSIBLE else NONE
    half = se * float(stdtrit(df, 0.975))
    ratio, low, high = (float(np.exp(v)) for v in (b, b - half, b + half))
    rule = f"one look at the planned end, p = {p:.2g}"
    return verdict.replaced(level=level, ratio=ratio, low=low, high=high, rule=rule)


def expected_change(baseline: DayTable, run: StepRun) -> float | None:
    """Return the smallest lasting fall that the run can show, as a ratio; None if unknown.

    Baseline days as they were, every day of the plan as if logged with the usual mean.
    """
    if len(baseline.days) < DAYS_NEEDED or not sum(baseline.twitches):
        return None
    frame = Frame(baseline)
    fit = CountGLS(frame.day, frame.y, frame.few_columns())
    n, p = fit.z.shape
    rss = float(fit.e @ fit.noise.solve(fit.e[:, None])[:, 0])
    scale = max(rss / max(n - p - 3, 1), _FLOOR)
    planned = np.arange(run.first, run.last + 1, dtype=float)
    days = np.concatenate([frame.day, planned])
    z = np.column_stack([np.ones(len(days)), (((days + 3) % 7) >= 5).astype(float), _on(days, run)])
    mean = np.full(len(days), max(float(frame.y.mean()), fit.least))
    solved = Noise(Gaps(days), mean, fit.spread, _slow_prior(days)).solve(z)
    se = float(np.linalg.inv(z.T @ solved)[-1, -1] * scale) ** 0.5
    half = se * float(stdtrit(_df(len(days), 4, fit.spread), 0.975))
    return float(np.exp(-half))


def _change(frame: Frame, on: Floats) -> tuple[float, float, float]:
    """Return the step's coefficient, its standard error and its degrees of freedom."""
    fit = CountGLS(frame.day, frame.y, frame.few_columns(), _slow_prior(frame.day))
    found = fit.refit(on)
    n, p = len(frame), fit.z.shape[1] + 1
    scale = max(found.rss / max(n - p - 2, 1), _FLOOR)
    return found.b, found.unit_se * scale**0.5, _df(n, p, fit.spread)


def _df(n: int, p: int, spread: tuple[float, float, float]) -> float:
    """Return degrees of freedom that shrink as days repeat each other."""
    _, rho, phi = spread
    tau = 1 + 2 * rho * phi / (1 - phi)
    return float(np.clip(n / tau**0.5 - p, _DF_LEAST, max(n - p, _DF_LEAST)))


def _slow_prior(days: Floats) -> Floats:
    """Return the columns of what drifts by itself: a trend and waves of some weeks."""
    weeks = (days - days.mean()) / 7
    return np.column_stack([_TREND * weeks, wandering(days, _WANDER)])


def _on(days: Floats, run: StepRun) -> Floats:
    found = np.zeros(len(days))
    for first, last in run.on:
        found[(days >= first) & (days <= last)] = 1.0
    return found
