"""Which steps there are, and what a profile leaves out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.plan.steps import (
    FORTNIGHTS,
    MOST_DAYS,
    PLAN_STEPS,
    STEADY,
    STEP_KEYS,
    in_order,
    left_out,
    length_of,
    lengths_of,
)
from steadyhands.domain.profile import Profile


def test_the_article_has_seven_steps_in_this_order():
    assert STEP_KEYS == ("water", "magnesium", "balance", "sleep", "movement", "meals", "stress")
    assert [step.key for step in PLAN_STEPS if step.can_switch] == ["water", "movement"]


@given(st.integers(0, 1000), st.sampled_from((STEADY, FORTNIGHTS)))
def test_no_step_is_shorter_than_two_weeks_or_longer_than_a_year(days, rhythm):
    found = length_of(days, rhythm)
    assert 14 <= found <= MOST_DAYS
    assert length_of(found, rhythm) == found
    assert rhythm == STEADY or found % 28 == 0


def test_lengths_offered_are_lengths_kept():
    for rhythm in (STEADY, FORTNIGHTS):
        assert [length_of(days, rhythm) for days in lengths_of(rhythm)] == list(lengths_of(rhythm))
        assert length_of(0, rhythm) in lengths_of(rhythm)


@given(st.lists(st.sampled_from((*STEP_KEYS, "gone")) | st.integers()))
def test_every_step_stands_in_the_order_once(wanted):
    assert sorted(in_order(wanted)) == sorted(STEP_KEYS)


def test_the_wanted_order_comes_first():
    assert in_order(["sleep", "water"])[:3] == ("sleep", "water", "magnesium")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (Profile(), {}),
        (
            Profile(conditions=("kidney",)),
            {"water": "kidney", "magnesium": "kidney", "balance": "kidney"},
        ),
        (
            Profile(conditions=("heart",)),
            {"water": "heart", "magnesium": "heart", "balance": "heart"},
        ),
        (Profile(conditions=("fluid_limit",)), {"water": "fluid_limit"}),
        (Profile(medicines=("ace_arb",)), {"balance": "medicine"}),
    ],
)
def test_a_profile_leaves_steps_to_the_clinician(profile, expected):
    assert left_out(profile) == expected
