"""The plan from the command line (from Tue 10 March, 14:00)."""

from __future__ import annotations

import pytest

from steadyhands.cli.plan import TASKS
from steadyhands.cli.table import PLAN_WORDS
from steadyhands.domain.plan.steps import BASELINE, STEP_KEYS
from steadyhands.domain.profile import Profile
from steadyhands.report.insight_words import STEP_NAMES
from steadyhands.services.profile import ProfileBook
from tests.factory import a_desk

DAY_MIN = 24 * 60


@pytest.fixture
def waits(shell):
    return lambda days: shell.clock.pass_minutes(days * DAY_MIN)


def has_profile(shell, **said):
    desk = a_desk(shell.folder, shell.clock)
    ProfileBook(desk._diary).keep(Profile(**said))
    desk.close()


def test_from_nothing_to_a_step(shell, waits):
    assert shell.type("plan").splitlines() == [
        "The plan has not begun. To begin: steadyhands plan start",
        "  Next: Baseline (baseline)",
    ]
    said = shell.type("plan", "start", "--days", "14")
    assert said == "Saved: Baseline starts tomorrow, for 14 days."
    assert shell.type("plan").splitlines()[0] == "Baseline begins tomorrow, for 14 days."
    waits(1)
    assert shell.type("plan").splitlines() == [
        "Baseline, day 1 of 14, until Tue 24 Mar",
        "  Today: nothing to change; log what you notice",
    ]
    waits(14)
    assert "all 14 days are done" in shell.type("plan")
    assert shell.type("plan", "finish") == "Saved: Baseline finished."
    assert "STEP" in shell.type("plan")
    said = shell.type("plan", "start", "Water", "--fortnights", "--days", "56")
    assert said == (
        "Saved: Water and late caffeine starts tomorrow, for 56 days,"
        " two weeks on and two off in turn."
    )
    waits(1)
    assert shell.type("plan", "done").endswith("today's task is done.")
    assert "(done today)" in shell.type("plan")
    waits(1)
    assert "(1 of the last 7 days)" in shell.type("plan")
    shell.type("plan", "pause")
    waits(4)
    assert "paused since Fri 27 Mar, after day 1 of 56" in shell.type("plan")
    assert shell.type("plan", "resume").endswith("goes on today.")
    waits(14)
    assert "two weeks off" in shell.type("plan")
    shell.type("plan", "finish", "--keep")
    said = shell.type("plan").splitlines()
    assert said[1].startswith("  Habit: Water and late caffeine")
    assert said[2] == "  Next: Magnesium-rich foods (magnesium)"
    assert shell.type("plan", "done", "water").startswith("Saved: Water and late caffeine")


def test_undo_and_the_list_name_it(shell):
    shell.type("plan", "start")
    assert "plan, start baseline" in shell.type("list")
    assert shell.type("undo") == "Undone: plan, start baseline, 14:00."
    assert "not begun" in shell.type("plan")


def test_the_profile_leaves_steps_out(shell, waits):
    shell.type("plan", "start", "--days", "14")
    has_profile(shell, conditions=("kidney",))
    waits(14)
    said = shell.type("plan")
    assert said.count("Left out: ") == 3
    assert "Next: Enough sleep" in said
    assert "clinician" in shell.failed("plan", "start", "magnesium")
    assert shell.type("plan", "start") == (
        "Saved: Enough sleep at regular times starts tomorrow, for 28 days."
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["begin"], "“begin” is nothing that plan does."),
        (["pause", "now"], "“now” is too much;"),
        (["start", "zinc"], "“zinc” is no step. They are baseline, water,"),
        (["start", "--days", "7"], "--days is a number from 14 to 365."),
        (["start", "--days", "x"], "--days is a number from 14 to 365."),
        (["done", "--days", "20"], "--days does not fit here;"),
        (["start", "--keep"], "--keep does not fit here;"),
        (["--keep"], "--keep does not fit here;"),
    ],
)
def test_bad_words_are_refused_in_a_sentence(shell, words, sentence):
    assert shell.refused("plan", *words).startswith(sentence)


@pytest.mark.parametrize("act", [word for word in PLAN_WORDS if word != "start"])
def test_what_cannot_be_done_now_is_told(shell, act):
    assert shell.failed("plan", act)


def test_the_baseline_comes_first(shell):
    assert "baseline comes first" in shell.failed("plan", "start", "water")


def test_every_step_has_its_words():
    assert set(STEP_NAMES) == set(TASKS) == {BASELINE, *STEP_KEYS}
