from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import AGE_GROUPS, CONDITIONS, MEDICINES, SEXES, Profile


def test_nothing_needs_to_be_said():
    nobody = Profile()
    assert not nobody.expecting
    assert not nobody.is_minor
    assert not any(nobody.has(condition) for condition in CONDITIONS)


@given(
    st.sampled_from(("", *AGE_GROUPS)),
    st.sampled_from(("", *SEXES)),
    st.sets(st.sampled_from(CONDITIONS)),
    st.sets(st.sampled_from(MEDICINES)),
)
def test_anything_on_the_lists_can_be_said(age, sex, conditions, medicines):
    profile = Profile(age, sex, conditions=tuple(conditions), medicines=tuple(medicines))
    assert {c for c in CONDITIONS if profile.has(c)} == conditions
    assert profile.takes(*MEDICINES) == bool(medicines)


@pytest.mark.parametrize(
    "said",
    [
        {"age_group": "9-13"},
        {"age_group": 0},
        {"sex": "other"},
        {"pregnant": "yes"},
        {"conditions": ("gout",)},
        {"conditions": ("kidney", "kidney")},
        {"medicines": ("coffee",)},
        {"fluid_limit_ml": 200},
        {"height_cm": 99},
        {"height_cm": True},
        {"weight_kg": float("nan")},
        {"weight_kg": 351},
        {"other_medicines": "x" * 501},
        {"other_medicines": None},
        {"medicine_changed": "lately"},
        {"reference_set": "uk"},
    ],
)
def test_nonsense_is_refused_in_a_sentence(said):
    with pytest.raises(Problem, match=r"\.$"):
        Profile(**said)


@pytest.mark.parametrize(
    ("today", "lately"),
    [(date(2026, 3, 10), True), (date(2026, 5, 5), True), (date(2026, 5, 6), False)],
)
def test_a_change_of_medicine_is_lately_for_eight_weeks(today, lately):
    assert Profile(medicine_changed="2026-03-10").changed_medicine_by(today) is lately


def test_no_change_said_is_no_change():
    assert not Profile().changed_medicine_by(date(2026, 3, 10))
