"""The plan as a machine: whatever marks there are, it stays a plan."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Entry, PlanMark
from steadyhands.domain.milestones import PLAN_ACTS
from steadyhands.domain.moment import DAY_MS, HOUR_MS
from steadyhands.domain.plan.days import OUTSIDE, course, step_days
from steadyhands.domain.plan.fold import PlanState, plan_of
from steadyhands.domain.plan.run import FINISHED, STOPPED
from steadyhands.domain.plan.steps import FORTNIGHTS, LEAST_DAYS, MOST_DAYS
from tests.factory import a_moment, a_twitch, an_entry

ZERO = date(2026, 3, 10)


def on(number: int, act: str, step: str = "", hour: int = 14, **more) -> Entry:
    """Return a mark of the day that comes `number` days after 10 March."""
    return an_entry(PlanMark(act, step, **more), a_moment(hour).shifted(number * DAY_MS))


def day(number: int) -> date:
    return ZERO + timedelta(days=number)


def plan(*marks: Entry, today: int = 0) -> PlanState:
    return plan_of(marks, day_of, day(today))


def test_a_step_starts_on_the_next_day():
    state = plan(on(0, "start", "baseline", days=14))
    assert (state.status, state.day_number, state.is_on) == ("eve", 0, False)
    state = plan(on(0, "start", "baseline", days=14), today=1)
    assert (state.status, state.day_number, state.is_on) == ("running", 1, True)
    assert state.current.planned_last(day(1)) == day(14)


def test_its_full_length_is_over_and_waits_for_a_word():
    marks = [on(0, "start", "baseline", days=14)]
    assert plan(*marks, today=14).status == "running"
    state = plan(*marks, today=15)
    assert (state.status, state.day_number, state.has_baseline) == ("over", 14, True)
    state = plan(*marks, on(20, "finish", "baseline"), today=20)
    assert (state.status, state.runs[0].last, state.runs[0].ending) == ("none", day(14), FINISHED)


def test_only_one_step_at_a_time():
    state = plan(on(0, "start", "baseline", days=14), on(3, "start", "water"), today=5)
    assert [run.step for run in state.runs] == ["baseline"]


def test_the_next_step_may_be_agreed_on_the_last_day():
    state = plan(on(0, "start", "baseline", days=14), on(14, "start", "water"), today=15)
    assert [(r.step, r.first, r.last) for r in state.runs] == [
        ("baseline", day(1), day(14)),
        ("water", day(15), None),
    ]
    assert state.runs[0].ending == FINISHED


def test_a_pause_moves_the_end_and_costs_nothing():
    marks = [on(0, "start", "baseline", days=14), on(5, "pause"), on(8, "resume")]
    assert plan(*marks[:2], today=6).status == "paused"
    assert plan(*marks[:2], today=300).status == "paused"
    state = plan(*marks, today=8)
    assert (state.status, state.day_number) == ("running", 5)
    assert state.current.planned_last(day(8)) == day(17)
    days = step_days(state.runs, day(40))
    assert [n for n in range(1, 41) if days.get(day(n), OUTSIDE).paused] == [5, 6, 7]
    assert [days[day(n)].number for n in (4, 8, 17)] == [4, 5, 14]


def test_a_pause_taken_back_the_same_day_was_none():
    marks = [on(0, "start", "baseline"), on(5, "pause"), on(5, "resume", hour=15)]
    assert plan(*marks, today=6).day_number == 6


def test_paused_twice_on_one_day_counts_it_once():
    marks = [on(0, "start", "water"), on(4, "pause"), on(6, "resume"), on(6, "pause", hour=15)]
    state = plan(*marks, on(9, "resume"), today=9)
    assert [(s.first, s.last) for s in state.current.pauses] == [
        (day(4), day(5)),
        (day(6), day(8)),
    ]


def test_under_fourteen_days_it_was_stopped():
    state = plan(on(0, "start", "water"), on(13, "finish", keep=True), today=13)
    assert (state.runs[0].ending, state.habits) == (STOPPED, ())
    state = plan(on(0, "start", "water"), on(14, "finish", keep=True), today=14)
    assert (state.runs[0].ending, state.habits) == (FINISHED, ("water",))


def test_stopped_before_its_first_day_leaves_no_trace():
    assert plan(on(0, "start", "water"), on(0, "stop", hour=15)).runs == ()


def test_it_is_extended_once():
    marks = [on(0, "start", "sleep", days=14), on(15, "extend"), on(16, "extend")]
    state = plan(*marks, today=16)
    assert (state.status, state.current.days, state.day_number) == ("running", 28, 16)


def test_a_habit_goes_on_until_it_is_let_go():
    marks = [on(0, "start", "water", days=14), on(14, "finish", "water", keep=True)]
    marks += [on(15, "start", "sleep"), on(20, "task", "water"), on(20, "task", "sleep")]
    state = plan(*marks, today=20)
    assert (state.habits, state.is_done("water"), state.recently("water")) == (("water",), True, 1)
    state = plan(*marks, on(21, "stop", "water"), today=21)
    assert (state.habits, state.current.step) == ((), "sleep")


def test_fortnights_go_on_and_off_and_a_pause_shifts_them():
    marks = [on(0, "start", "water", days=30, rhythm=FORTNIGHTS), on(3, "pause"), on(5, "resume")]
    state = plan(*marks, today=5)
    assert state.current.days == 56
    days = step_days(state.runs, day(80))
    assert [n for n in range(1, 80) if days.get(day(n)) and days[day(n)].on] == [
        1, 2, *range(5, 17), *range(31, 45)
    ]  # fmt: skip


def test_a_step_that_cannot_be_switched_is_steady():
    state = plan(on(0, "start", "sleep", rhythm=FORTNIGHTS))
    assert state.current.rhythm == "steady"


def test_the_course_has_each_stretch_once():
    marks = [on(0, "start", "water", days=28, rhythm=FORTNIGHTS), on(3, "pause"), on(5, "resume")]
    found = course(plan(*marks, today=40).runs, day(40))
    assert [(p.first, p.last, p.on) for p in found.phases] == [
        (day(1), day(2), True),
        (day(5), day(16), True),
        (day(17), day(30), False),
    ]
    assert [(s.first, s.last) for s in found.paused] == [(day(3), day(4))]


def test_other_entries_are_no_marks():
    assert plan(an_entry(a_twitch()), on(0, "task"), on(0, "stop", "nobody")).runs == ()


def test_removed_marks_count_for_nothing():
    assert plan(on(0, "start", "water").replaced(deleted=True)).runs == ()


MARKS = st.builds(
    lambda number, hour, act, step, days, rhythm, keep: on(
        number, act, step, hour, days=days, rhythm=rhythm, keep=keep
    ),
    st.integers(-40, 200),
    st.integers(0, 23),
    st.sampled_from(PLAN_ACTS),
    st.sampled_from(("", "baseline", "water", "sleep", "from-a-newer-version")),
    st.integers(0, 365),
    st.sampled_from(("steady", FORTNIGHTS)),
    st.booleans(),
)


@given(st.lists(MARKS, max_size=30), st.integers(-50, 300))
def test_whatever_was_marked_it_is_one_plan(marks, today):
    state = plan(*marks, today=today)
    until = day(400)
    seen: set[date] = set()
    for run in state.runs:
        own = step_days([run], until)
        assert not seen & set(own), "two steps on one day"
        seen |= set(own)
        numbers = [what.number for what in own.values() if what.step]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) <= run.days
        assert LEAST_DAYS <= run.days <= MOST_DAYS
        assert all(what.paused != bool(what.step) for what in own.values())
        if run.ending == FINISHED:
            assert len(numbers) >= LEAST_DAYS
        if not run.is_open:
            assert len(numbers) == run.counted(run.last) > 0
    assert all(not run.is_open for run in state.runs[:-1])
    assert 0 <= state.day_number <= max((run.days for run in state.runs), default=0)


@given(st.lists(MARKS, max_size=20), st.randoms())
def test_the_order_in_which_marks_arrive_does_not_matter(marks, chance):
    apart = [mark.replaced(at=mark.at.shifted(n)) for n, mark in enumerate(marks)]
    mixed = list(apart)
    chance.shuffle(mixed)
    assert plan(*mixed, today=50) == plan(*apart, today=50)


@given(st.lists(MARKS, max_size=20), st.integers(0, 19))
def test_without_any_one_of_them_it_is_still_a_plan(marks, taken):
    rest = marks[:taken] + marks[taken + 1 :]
    found = course(plan(*rest, today=250).runs, day(250))
    spans = sorted([*found.phases, *found.paused], key=lambda each: each.first)
    for before, after in pairwise(spans):
        assert before.first <= before.last < after.first


@pytest.mark.parametrize("offset", [-720, 0, 840])
def test_a_journey_does_not_undo_days(offset):
    marks = [on(0, "start", "water"), on(5, "pause"), on(7, "resume")]
    west = marks[2].replaced(at=marks[2].at.replaced(offset_min=offset))
    state = plan(*marks[:2], west, today=9)
    assert state.status == "running"
    assert state.current.counted(day(9)) in (6, 7, 8)


def test_at_three_in_the_night_it_is_still_yesterday():
    late = an_entry(PlanMark("task", "water"), a_moment(0).shifted(DAY_MS + 3 * HOUR_MS))
    assert plan(late).is_done("water")
