"""The self-check leads to what to log, and to nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.plan.steps import STEP_KEYS
from steadyhands.domain.selfcheck import EATEN, QUESTIONS, Outcome, outcome

ANSWERS = st.sets(st.sampled_from(QUESTIONS)).map(frozenset)


def test_it_is_ten_taps_at_most():
    assert len(QUESTIONS) == len(set(QUESTIONS)) <= 10


def test_little_of_the_foods_leads_to_logging_food():
    found = outcome({"greens"})
    assert found == Outcome(("twitches", "food"), "magnesium", "baseline")


def test_nothing_that_stands_out_asks_for_the_ordinary_things():
    found = outcome(EATEN)
    assert (found.log, found.step) == (("twitches", "drinks", "sleep"), "")


@pytest.mark.parametrize(
    ("answer", "step", "logged"),
    [
        ("sweating", "water", "drinks"),
        ("late-caffeine", "water", "sleep"),
        ("short-nights", "sleep", "tiredness"),
        ("alcohol", "sleep", "drinks"),
        ("cravings", "", "cravings"),
    ],
)
def test_each_tap_has_its_log_and_step(answer, step, logged):
    found = outcome({*EATEN, answer})
    assert found.step == step
    assert logged in found.log


def test_the_order_of_the_plan_decides_between_steps():
    taps = {"short-nights", "late-caffeine"}
    assert outcome(taps).step == "water"
    assert outcome(taps, order=("sleep", "water", "magnesium")).step == "sleep"
    assert outcome(taps, done=("water", "magnesium")).step == "sleep"


def test_a_step_left_to_the_clinician_is_not_proposed():
    found = outcome({"greens"}, left_out=("magnesium",), has_baseline=True)
    assert (found.step, found.first, found.clinician) == ("", "", True)


def test_medicines_ask_for_a_word_with_the_clinician():
    assert outcome({*EATEN, "medicines"}).clinician
    assert not outcome(EATEN).clinician


@given(ANSWERS, st.sets(st.sampled_from(STEP_KEYS)))
def test_whatever_is_tapped_there_is_something_to_log_and_no_score(answers, left_out):
    found = outcome(answers, left_out=left_out)
    assert found.log[0] == "twitches"
    assert len(found.log) > 1
    assert len(set(found.log)) == len(found.log)
    assert found.step not in left_out
    assert not any(isinstance(v, int | float) and v not in (0, 1) for v in found.__dict__.values())
