"""The plan of a diary, through the journal, on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from steadyhands.domain.plan.steps import FORTNIGHTS, STEP_KEYS
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile
from steadyhands.services.desk import Desk
from steadyhands.services.plan import Logged, PlanBook
from steadyhands.services.profile import ProfileBook
from tests.factory import a_desk, a_twitch, a_water
from tests.stubs import FixedClock

DAY_MIN = 24 * 60
TODAY = date(2026, 3, 10)


class Person:
    """Somebody who follows the plan day by day."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock = desk, clock
        self.plan: PlanBook = desk.plan

    def does(self, act: str, *more: object, **named: object) -> None:
        now = self.clock.now()
        mark = getattr(self.plan, act)(*more, now=now, **named)
        self.desk.journal.log(mark, now, now)

    def waits(self, days: int) -> None:
        self.clock.pass_minutes(days * DAY_MIN)

    @property
    def state(self):
        return self.plan.state(self.clock.now())

    def refused(self, act: str, *more: object, **named: object) -> str:
        with pytest.raises(Problem) as told:
            self.does(act, *more, **named)
        return str(told.value)

    def has_profile(self, **said: object) -> None:
        ProfileBook(self.desk._diary).keep(Profile(**said))

    def has_baseline(self) -> None:
        self.does("start", "baseline", days=14)
        self.waits(14)
        self.does("finish")


@pytest.fixture
def person(tmp_path) -> Iterator[Person]:
    clock = FixedClock()
    desk = a_desk(tmp_path, clock)
    yield Person(desk, clock)
    desk.close()


def test_an_empty_diary_has_no_plan(person):
    assert (person.state.status, person.state.runs, person.plan.marks()) == ("none", (), [])
    assert person.plan.wishes().order == STEP_KEYS


def test_from_the_baseline_to_a_habit(person):
    person.does("start", "baseline")
    assert (person.state.status, person.state.current.days) == ("eve", 28)
    person.waits(28)
    person.does("start", "water", rhythm=FORTNIGHTS)
    person.waits(1)
    assert (person.state.current.step, person.state.is_on) == ("water", True)
    person.does("done")
    assert person.state.is_done("water")
    person.waits(60)
    assert person.state.status == "over"
    person.does("finish", keep=True)
    assert person.state.habits == ("water",)
    person.does("done", step="water")
    person.does("drop_habit", "water")
    assert person.state.habits == ()


def test_undo_takes_the_mark_back(person):
    person.does("start", "baseline")
    person.desk.journal.undo(person.clock.now())
    assert person.state.status == "none"


def test_another_program_is_seen_at_once(person, tmp_path):
    assert person.state.status == "none"
    other = a_desk(tmp_path, person.clock)
    now = person.clock.now()
    other.journal.log(other.plan.start("baseline", now), now, now)
    other.close()
    assert person.state.status == "eve"


def test_what_cannot_be_is_told_in_a_sentence(person):
    assert "baseline comes first" in person.refused("start", "water")
    assert "no such step" in person.refused("start", "zinc")
    assert "14 to 365" in person.refused("start", "baseline", days=7)
    assert "no step to pause" in person.refused("pause")
    assert "no task today" in person.refused("done")
    person.does("start", "baseline")
    assert "One step at a time" in person.refused("start", "baseline")
    assert "no task today" in person.refused("done")
    person.waits(5)
    assert "14 days on" in person.refused("finish")
    assert "not paused" in person.refused("resume")
    person.does("done")
    assert "already" in person.refused("done")
    person.does("extend")
    assert "once" in person.refused("extend")
    person.does("pause")
    assert "paused already" in person.refused("pause")
    assert "no task today" in person.refused("done")


def test_only_what_can_be_switched_takes_turns(person):
    person.has_baseline()
    assert "two weeks on" in person.refused("start", "sleep", rhythm=FORTNIGHTS)


def test_pause_and_resume(person):
    person.does("start", "baseline", days=14)
    person.waits(3)
    person.does("pause")
    person.waits(20)
    assert person.state.status == "paused"
    person.does("resume")
    assert (person.state.status, person.state.day_number) == ("running", 3)


def test_the_task_of_today_can_be_taken_back(person):
    person.does("start", "baseline")
    person.waits(1)
    assert person.plan.task_mark("baseline", person.clock.now()) is None
    person.does("done")
    mark = person.plan.task_mark("baseline", person.clock.now())
    person.desk.journal.remove([mark.id], person.clock.now())
    assert not person.state.is_done("baseline")
    person.does("done")
    person.waits(1)
    assert person.plan.task_mark("baseline", person.clock.now()) is None


def test_kidney_disease_leaves_steps_to_the_clinician(person):
    person.has_baseline()
    person.has_profile(conditions=("kidney",))
    assert person.plan.left_out() == dict.fromkeys(("water", "magnesium", "balance"), "kidney")
    assert "you and your clinician" in person.refused("start", "magnesium")
    person.does("start", "sleep")
    assert person.state.current.step == "sleep"


def test_order_length_and_rhythm_are_kept(person):
    person.plan.move("sleep", -1)
    assert person.plan.wishes().order[:3] == ("water", "magnesium", "sleep")
    person.plan.move("water", -1)
    assert person.plan.wishes().order[0] == "water"
    person.plan.choose_days("sleep", 42)
    person.plan.choose_rhythm("water", FORTNIGHTS)
    wishes = person.desk.plan.wishes()
    assert (wishes.days("sleep"), wishes.days("water"), wishes.days("meals")) == (42, 56, 28)
    person.plan.choose_rhythm("water", "steady")
    assert person.plan.wishes().days("water") == 28
    person.has_baseline()
    person.does("start", "sleep")
    assert person.state.current.days == 42


def test_odd_settings_fall_back(person):
    settings = person.desk._diary.settings
    for name, odd in (("plan_order", {"a": 1}), ("plan_lengths", {"water": "x", "gone": 3})):
        person.desk._diary.write(lambda name=name, odd=odd: settings.set(name, odd))
    wishes = person.plan.wishes()
    assert (wishes.order, wishes.days("water")) == (STEP_KEYS, 28)


def test_what_was_logged_leaves_missing_days_out(person):
    person.has_baseline()
    person.does("start", "water", rhythm=FORTNIGHTS, days=28)
    for number in range(1, 29):
        person.waits(1)
        now = person.clock.now()
        if number % 2:  # every other day nothing was written down
            person.desk.journal.log(a_water(), now, now)
            for _ in range(2 if number <= 14 else 4):
                person.desk.journal.log(a_twitch(), now, now)
    run, today = person.state.current, person.state.today
    assert person.plan.logged(run, today) == Logged(2.0, 7)
    assert person.plan.logged(run, today, on=False) == Logged(4.0, 7)
    assert person.plan.logged(run, run.first) == Logged(None, 0)


def test_the_course_is_for_charts(person):
    person.has_baseline()
    person.does("start", "water")
    person.waits(3)
    person.does("pause")
    person.waits(2)
    found = person.plan.course(TODAY + timedelta(days=19))
    assert [(p.step, (p.last - p.first).days + 1) for p in found.phases] == [
        ("baseline", 14),
        ("water", 2),
    ]
    assert [(s.last - s.first).days + 1 for s in found.paused] == [3]
