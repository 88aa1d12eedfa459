"""What each day was to the plan: for the verdicts, and for the ground of the charts."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.trends import Span
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steadyhands.domain.plan.run import Run


class StepDay(Value):
    """One day of a step; a paused day belongs to none, so its `step` is empty.

    `on` tells whether the step was to be followed; `number` counts its days from 1.
    """

    step: str = ""
    on: bool = False
    paused: bool = False
    number: int = 0


class Phase(Value):
    """A stretch of days of one step, all on or all off, without a pause; `last` is within it."""

    step: str
    first: date
    last: date
    on: bool = True


class Course(Value):
    """The plan along time: its phases and its paused spans, each in order, none overlapping."""

    phases: tuple[Phase, ...] = ()
    paused: tuple[Span, ...] = ()


OUTSIDE = StepDay()


def step_days(runs: Iterable[Run], until: date) -> dict[date, StepDay]:
    """Return every day up to `until` that a step or its pause holds; other days are left out."""
    return {day: what for run in runs for day, what in _days_of(run, until)}


def _days_of(run: Run, until: date) -> Iterator[tuple[date, StepDay]]:
    end = until if run.last is None else min(run.last, until)
    number, day = 0, run.first
    while day <= end:
        if run.is_paused(day):
            yield day, StepDay(paused=True)
        elif number < run.days:
            number += 1
            yield day, StepDay(run.step, run.is_on(number), False, number)
        day += timedelta(days=1)


def course(runs: Iterable[Run], until: date) -> Course:
    """Return the same as stretches of days."""
    phases: list[Phase] = []
    paused: list[Span] = []
    for run in runs:
        before = StepDay()
        for day, what in _days_of(run, until):
            if what.paused:
                _stretch_pause(paused, day, before.paused)
            elif before.step and before.on == what.on and phases[-1].last == _before(day):
                phases[-1] = phases[-1].replaced(last=day)
            else:
                phases.append(Phase(what.step, day, day, what.on))
            before = what
    return Course(tuple(phases), tuple(paused))


def _stretch_pause(paused: list[Span], day: date, goes_on: bool) -> None:
    if goes_on and paused[-1].last == _before(day):
        paused[-1] = Span(paused[-1].first, day)
    else:
        paused.append(Span(day, day))


def _before(day: date) -> date:
    return day - timedelta(days=1)
