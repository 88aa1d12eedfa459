"""Steps of the plan as experiments."""

from datetime import date, timedelta

import pytest

from steadyhands.domain.factors import FACTOR_OF
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.plan.run import FINISHED, STOPPED, Run
from steadyhands.domain.plan.steps import FORTNIGHTS, STEP_KEYS
from steadyhands.domain.plan.trial import CHANGES, trials
from steadyhands.domain.trends import Span

FIRST = date(2026, 1, 1)
TODAY = date(2026, 6, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def ran(step: str, first: int, days: int, **more) -> Run:
    last = day(first + days - 1)
    return Run(step, day(first), days, last=last, ending=FINISHED, **more)


BASE = ran("baseline", 0, 28)


def test_every_step_changes_a_factor_that_is_tested():
    assert set(CHANGES) == set(STEP_KEYS)
    assert {factor for factor, _ in CHANGES.values()} <= set(FACTOR_OF)


def test_the_first_step_is_held_against_the_baseline():
    (found,) = trials([BASE, ran("water", 28, 28)], TODAY)
    assert (found.baseline, found.first, found.last) == tuple(
        map(epoch_day, (day(0), day(28), day(55)))
    )
    assert found.on == ((epoch_day(day(28)), epoch_day(day(55))),)
    assert (found.factor, found.raises) == ("water_ml", True)


@pytest.mark.parametrize(("begins", "against"), [(56, 28), (70, 42), (120, 56)])
def test_a_later_step_is_held_against_four_weeks_or_all_since_the_last(begins, against):
    _, found = trials([BASE, ran("water", 28, 28), ran("sleep", begins, 28)], TODAY)
    assert found.baseline == epoch_day(day(against))


def test_fortnights_and_pauses_are_off():
    pause = Span(day(60), day(62))
    turns = ran("movement", 28, 56, rhythm=FORTNIGHTS)
    paused = Run("water", day(28), 28, pauses=(Span(day(30), day(31)),))
    (found,) = trials([BASE, turns], TODAY)
    assert [b - a + 1 for a, b in found.on] == [14, 14]
    (found,) = trials([BASE, paused], day(40))
    assert found.on[0] == (epoch_day(day(28)), epoch_day(day(29)))
    assert found.last == epoch_day(day(28 + 28 + 2 - 1)), "a pause moves the planned end"
    assert pause.days == 3


def test_what_was_stopped_early_or_has_no_baseline_is_no_trial():
    stopped = ran("water", 28, 10).replaced(ending=STOPPED)
    assert trials([BASE, stopped], TODAY) == ()
    assert trials([ran("water", 28, 28)], TODAY) == ()
