"""The sample person's plan is a plan."""

from __future__ import annotations

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Entry, PlanMark
from steadyhands.domain.plan.days import course
from steadyhands.domain.plan.fold import plan_of
from steadyhands.domain.sample import sample_entries
from steadyhands.system.drinks import shipped_drinks
from tests.factory import AN_ID, a_moment

NOW = a_moment(16, 36)


def test_a_baseline_a_finished_step_with_a_pause_and_one_that_runs():
    pieces = sample_entries(NOW, shipped_drinks())
    marks = [Entry(AN_ID, at, what) for what, at, *_ in pieces if isinstance(what, PlanMark)]
    state = plan_of(marks, day_of, day_of(NOW))
    assert [(run.step, run.ending, run.days) for run in state.runs] == [
        ("baseline", "finished", 28),
        ("water", "finished", 28),
        ("magnesium", "", 28),
    ]
    assert (state.status, state.day_number, state.habits) == ("running", 13, ("water",))
    assert not state.is_done("magnesium")
    assert 0 < state.recently("magnesium") < 7
    found = course(state.runs, state.today)
    assert [(span.last - span.first).days + 1 for span in found.paused] == [3]
    assert all(
        not span.first <= day <= span.last for _, day in state.tasks for span in found.paused
    )
