"""A step of the plan as an experiment: which days were on, and what they are held against."""

from __future__ import annotations

from datetime import timedelta

from steadyhands.domain.insight import StepRun
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.plan.days import step_days
from steadyhands.domain.plan.run import STOPPED
from steadyhands.domain.plan.steps import BASELINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from steadyhands.domain.plan.run import Run

BEFORE_DAYS = 28
"""What a later step is held against at the least: the four weeks before it."""

CHANGES: dict[str, tuple[str, bool]] = {
    "water": ("water_ml", True),
    "magnesium": ("magnesium_mg", True),
    "balance": ("potassium_mg", True),
    "sleep": ("sleep_h", True),
    "movement": ("routine_min", True),
    "meals": ("meal_shift_h", False),
    "stress": ("stress", False),
}
"""The factor that each step changes, and whether it is meant to go up."""


def trials(runs: Sequence[Run], today: date) -> tuple[StepRun, ...]:
    """Return every step that can have a verdict, by time; what was stopped early has none.

    A step that still runs is planned to its end; a pause that lasts is taken to end today.
    """
    base = next((run for run in runs if run.step == BASELINE and run.ending != STOPPED), None)
    if base is None:
        return ()
    found = []
    before: date | None = None
    for run in runs:
        last = run.last or run.planned_last(today)
        if run.step in CHANGES and run.ending != STOPPED and run.first > base.first:
            found.append(_trial(run, base.first, before, last))
        if run.step != BASELINE:
            before = last
    return tuple(found)


def _trial(run: Run, base: date, before: date | None, last: date) -> StepRun:
    on = [day for day, what in step_days([run], last).items() if what.step and what.on]
    factor, raises = CHANGES[run.step]
    return StepRun(
        run.step,
        epoch_day(_held_against(run.first, base, before)),
        epoch_day(run.first),
        epoch_day(last),
        tuple(_spans(map(epoch_day, on))),
        factor,
        raises,
        run.extended,
    )


def _held_against(first: date, base: date, before: date | None) -> date:
    """Return the first day to compare with: the baseline's, or after the step before this one."""
    if before is None:
        return base
    return max(base, min(first - timedelta(days=BEFORE_DAYS), before + timedelta(days=1)))


def _spans(days: Iterable[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for day in days:
        if spans and spans[-1][1] == day - 1:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans
