"""Findings in numbers that round, and in an order that ranks nothing unproven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.analysis.findings import BY_HOUR
from steadyhands.analysis.hours_before import DOSES
from steadyhands.domain.insight import (
    FADED,
    LIKELY,
    LITTLE,
    NONE,
    NOT_ENOUGH,
    POSSIBLE,
    Basis,
    Finding,
    Needs,
    Standing,
)
from steadyhands.domain.insight_view import (
    FEWER,
    HOURLY,
    HOURS_AFTER,
    MORE,
    TIMES,
    Change,
    Wanting,
    change,
    difference,
    is_chance,
    shown,
    span,
    wanting,
)

ENOUGH = Needs(90, 400, 80, 20, 20, 0)


def a_finding(key="caffeine_mg", lag=0, level=NONE, **more):
    return Finding(key, lag, level, more.pop("needs", ENOUGH), **more)


def a_standing(*findings, **more):
    return Standing(**({"day": 100, "checkup": 98, "next_checkup": 105, "days": 90,
                        "twitches": 400, "findings": findings} | more))  # fmt: skip


@pytest.mark.parametrize(
    ("ratio", "plain", "rough"),
    [
        (1.31, Change(MORE, 31), Change(MORE, 30)),
        (0.71, Change(FEWER, 29), Change(FEWER, 30)),
        (1.06, Change(MORE, 6), Change(MORE, 6)),
        (1.0, Change(MORE, 1), Change(MORE, 1)),
        (0.997, Change(FEWER, 1), Change(FEWER, 1)),
        (1.98, Change(MORE, 98), Change(TIMES, 2.0)),
        (2.44, Change(TIMES, 2.4), Change(TIMES, 2.4)),
        (23.4, Change(TIMES, 23), Change(TIMES, 23)),
        (0.01, Change(FEWER, 99), Change(FEWER, 99)),
    ],
)
def test_a_ratio_is_said_as_people_say_it(ratio, plain, rough):
    assert change(ratio) == plain
    assert change(ratio, rough=True) == rough


@given(st.floats(0.001, 50))
def test_rounding_never_turns_a_change_round_nor_makes_it_nought(ratio):
    for rough in (False, True):
        said = change(ratio, rough)
        assert said.amount > 0
        assert (said.kind == FEWER) == (ratio < 1)
        assert said.kind != FEWER or said.amount < 100


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (1.05, 1.6, (Change(MORE, 5), Change(MORE, 60))),
        (0.6, 0.92, (Change(FEWER, 8), Change(FEWER, 40))),
        (0.82, 1.3, (Change(FEWER, 18), Change(MORE, 30))),
        (1.82, 2.4, (Change(TIMES, 1.8), Change(TIMES, 2.4))),
        (0.5, 2.4, (Change(FEWER, 50), Change(TIMES, 2.4))),
    ],
)
def test_a_range_begins_with_the_smaller_change(low, high, ends):
    assert span(low, high) == ends


def test_one_finding_a_factor_the_natural_lag_unless_the_other_stands():
    natural = a_finding("caffeine_mg", 0)
    other = a_finding("caffeine_mg", 1, natural=False, level=LITTLE)
    assert shown(a_standing(other, natural)).rows == (natural,)
    stands = other.replaced(level=POSSIBLE)
    assert shown(a_standing(natural, stands)).rows == (stands,)


def test_what_stands_is_first_and_the_rest_keeps_its_order_whatever_its_size():
    water = a_finding("water_ml", ratio=1.0, low=0.9, high=1.1)
    stress = a_finding("stress", ratio=3.0, low=0.9, high=9.0)
    sleep = a_finding("sleep_h", level=LIKELY)
    faded = a_finding("potassium_mg", level=FADED)
    alcohol = a_finding("alcohol_g", level=POSSIBLE)
    own = a_finding("own:steps")
    found = shown(a_standing(own, stress, faded, alcohol, sleep, water))
    assert found.rows == (sleep, alcohol, faded, water, stress, own)


def test_what_was_never_logged_is_named_apart_but_not_what_is_derived():
    standing = a_standing(a_finding(), a_finding("stress"), a_finding("meal_shift_h"))
    found = shown(standing, ("stress", "meal_shift_h"))
    assert [f.key for f in found.rows] == ["caffeine_mg"]
    assert found.unlogged == ("stress",)


@pytest.mark.parametrize(
    ("needs", "wants"),
    [
        (Needs(11, 50, 11, 5, 5, 10), Wanting("days", 11, 21)),
        (Needs(40, 50, 11, 5, 5, 10), Wanting("known", 11, 21)),
        (Needs(40, 12, 30, 15, 15, 10), Wanting("twitches", 12, 30)),
        (Needs(40, 50, 30, 3, 27, 10), Wanting("high", 3, 6)),
        (Needs(40, 50, 30, 27, 3, 10), Wanting("low", 3, 6)),
        (ENOUGH, Wanting("next")),
    ],
)
def test_what_is_still_missing_is_told(needs, wants):
    finding = a_finding(level=NOT_ENOUGH, needs=needs)
    assert wanting(finding, a_standing(finding)) == wants


def test_before_the_first_checkup_its_age_is_told():
    young = a_standing(a_finding(level=NOT_ENOUGH), day=100, checkup=0, next_checkup=117)
    assert wanting(young.findings[0], young) == Wanting("age", 11, 28)


def test_the_difference_has_two_digits_that_count():
    assert difference(a_finding(basis=Basis(293.7, 142.4, "mg"))) == 150
    assert difference(a_finding(basis=Basis(7.83, 6.58, "h"))) == 1.25
    assert difference(a_finding(basis=Basis(5, 5, "mg"))) == 0
    assert difference(a_finding()) == 0


def test_a_range_without_one_is_chance_unless_it_is_a_link():
    clear = {"ratio": 1.4, "low": 1.05, "high": 1.9}
    assert is_chance(a_finding(**clear))
    assert not is_chance(a_finding(level=POSSIBLE, **clear))
    assert not is_chance(a_finding(ratio=1.4, low=0.9, high=1.9))


def test_the_hours_are_those_that_are_tested():
    assert {d.key: (d.nearest, d.farthest) for d in DOSES} == HOURS_AFTER
    assert BY_HOUR == HOURLY
