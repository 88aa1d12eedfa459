"""What the Plan tab shows, as keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import PlanMark
from steadyhands.domain.moment import DAY_MS
from steadyhands.domain.plan.fold import plan_of
from steadyhands.domain.plan.run import Run
from steadyhands.domain.plan.steps import FORTNIGHTS
from steadyhands.services.plan import Logged, Wishes
from steadyhands.ui.tabs.plan import wording
from steadyhands.ui.tabs.plan.presenter import (
    DONE,
    LATER,
    LEFT_OUT,
    NEXT,
    NOW,
    State,
    build_state,
)
from tests.factory import a_moment, an_entry

ZERO = date(2026, 3, 10)
BASE = ((0, PlanMark("start", "baseline", 14)), (14, PlanMark("finish", "baseline")))
KIDNEY = dict.fromkeys(("water", "magnesium", "balance"), "kidney")


def logged(run: Run, on: bool) -> Logged:
    return Logged({"baseline": 8.0}.get(run.step, 6.0 if on else 7.0), run.days)


def state(*marks: tuple[int, PlanMark], today: int = 14, **more) -> State:
    entries = [an_entry(mark, a_moment().shifted(day * DAY_MS)) for day, mark in marks]
    plan = plan_of(entries, day_of, ZERO + timedelta(days=today))
    wishes = more.pop("wishes", Wishes())
    return build_state(plan, wishes, more.pop("left_out", {}), logged, **more)


def standings(shown: State) -> dict[str, str]:
    return {row.step: row.standing for row in shown.rows}


def test_an_empty_diary_is_invited_to_the_baseline():
    shown = state(today=0)
    assert (shown.next, shown.present) == ("baseline", None)
    assert [row.step for row in shown.rows if row.can_start] == ["baseline"]
    assert shown.row("baseline").standing == NEXT


def test_after_the_baseline_the_first_step_is_next():
    shown = state(*BASE)
    assert standings(shown)["baseline"] == DONE
    assert (shown.next, standings(shown)["water"]) == ("water", NEXT)
    assert all(row.can_start for row in shown.rows)


def test_the_wished_order_decides():
    shown = state(*BASE, wishes=Wishes(("sleep", "water", *Wishes().order[1:3])))
    assert shown.next == "sleep"
    assert [row.number for row in shown.rows[:3]] == [0, 1, 2]
    assert (shown.rows[1].may_up, shown.rows[1].may_down) == (False, True)


def test_the_present_step_knows_its_day():
    shown = state(*BASE, (14, PlanMark("start", "water", 28)), today=22)
    present = shown.present
    assert (present.step, present.mood, present.number, present.days) == ("water", "running", 8, 28)
    assert present.ends == ZERO + timedelta(days=42)
    assert (present.is_on, present.can_finish, present.can_extend) == (True, False, False)
    assert standings(shown)["water"] == NOW
    assert not any(row.can_start for row in shown.rows)


@pytest.mark.parametrize(
    ("day", "on", "finish", "extend"),
    [(14, True, True, False), (15, False, True, False), (22, False, True, True)],
)
def test_a_fortnight_off_has_no_task(day, on, finish, extend):
    marks = (*BASE, (14, PlanMark("start", "water", 28, FORTNIGHTS)))
    present = state(*marks, today=14 + day).present
    assert (present.is_on, present.can_finish, present.can_extend) == (on, finish, extend)


def test_the_end_tells_what_was_logged_and_that_nothing_was_tested():
    marks = (*BASE, (14, PlanMark("start", "water", 28, FORTNIGHTS)))
    record = state(*marks, today=50).present.record
    assert wording.record(record) == (
        "Logged: 6 twitches a day over 28 recorded days; in the weeks off 7 twitches a day over"
        " 28 recorded days; in the baseline 8 twitches a day over 14 recorded days."
        " Not yet tested: such a difference may be chance."
    )


def test_a_verdict_takes_its_place():
    marks = (*BASE, (14, PlanMark("start", "water", 14)), (28, PlanMark("finish", "water")))
    shown = state(*marks, today=30, verdicts={"water": "Between 5 and 40 % fewer."})
    assert wording.record(shown.row("water").record) == "Between 5 and 40 % fewer."
    assert shown.done == ("baseline", "water")


def test_days_without_entries_are_said_to_be_so():
    shown = state(*BASE).row("baseline").record.replaced(on=Logged(None, 0))
    assert wording.record(shown) == "Nothing was recorded in these days."


def test_kidney_disease_leaves_three_steps_out_and_says_why():
    shown = state(*BASE, left_out=KIDNEY)
    assert [step for step, standing in standings(shown).items() if standing == LEFT_OUT] == [
        "water",
        "magnesium",
        "balance",
    ]
    assert shown.next == "sleep"
    assert not shown.row("magnesium").can_start
    assert wording.left_out("kidney").endswith("Please ask your clinician what is right for you.")


def test_a_running_step_and_a_habit_know_of_the_profile():
    marks = (
        *BASE,
        (14, PlanMark("start", "water", 14)),
        (28, PlanMark("finish", "water", keep=True)),
    )
    shown = state(*marks, (28, PlanMark("start", "magnesium")), today=30, left_out=KIDNEY)
    assert (shown.present.reason, shown.habits[0].reason) == ("kidney", "kidney")


def test_a_finished_step_may_become_a_habit_later():
    marks = (*BASE, (14, PlanMark("start", "water", 14)), (28, PlanMark("finish", "water")))
    assert state(*marks, today=28).row("water").may_keep
    assert not state(*marks, today=28).row("baseline").may_keep
    kept = (29, PlanMark("finish", "water", keep=True))
    shown = state(*marks, kept, today=30)
    assert ([h.step for h in shown.habits], shown.row("water").may_keep) == (["water"], False)


def test_when_all_is_done_nothing_is_next():
    marks, day = list(BASE), 14
    for step in Wishes().order:
        marks += [(day, PlanMark("start", step, 14)), (day + 14, PlanMark("finish", step))]
        day += 14
    shown = state(*marks, today=day)
    assert shown.next == ""
    assert LATER not in standings(shown).values()
    assert all(row.can_start for row in shown.rows)


@pytest.mark.parametrize(
    ("days", "rhythm", "said"),
    [
        (28, "steady", "4 weeks"),
        (30, "steady", "30 days"),
        (56, FORTNIGHTS, "8 weeks, two on and two off in turn"),
    ],
)
def test_lengths_are_told_in_weeks(days, rhythm, said):
    assert wording.length(days, rhythm) == said
