import math

import pytest

from steadyhands.domain.caffeine import doses_in
from steadyhands.domain.entries import KINDS, Food, PlanMark, SafetyNotice, Supplement, details_of
from steadyhands.domain.problem import Problem
from tests.factory import a_moment, an_entry


def almonds(**more):
    return Food("snack", "Almonds", **{"grams": 28.35, "magnesium_mg": 76.8, **more})


def test_the_new_kinds_are_kinds_of_the_diary():
    assert [KINDS[k] for k in ("food", "supplement", "plan", "notice")] == [
        Food,
        Supplement,
        PlanMark,
        SafetyNotice,
    ]


def test_food_and_supplement_magnesium_are_separate_totals():
    assert almonds().amounts() == {"magnesium_mg": 76.8}
    assert Supplement("Magnesium", 100).amounts() == {"supplement_magnesium_mg": 100}


def test_the_water_in_food_is_no_drink():
    assert almonds(food_water_ml=1).amounts() == {"magnesium_mg": 76.8, "food_water_ml": 1}


def test_a_meal_may_be_logged_without_naming_a_food():
    lunch = Food("lunch")
    assert lunch.amounts() == {}
    assert details_of("food", lunch.fields()) == lunch


def test_caffeine_of_food_counts_and_comes_slowly():
    entry = an_entry(almonds(caffeine_mg=23), at=a_moment(15))
    (dose,) = doses_in([entry])
    assert (dose.mg, dose.slow) == (23, True)


@pytest.mark.parametrize("wrong", [-1, math.nan, math.inf, 30_000])
def test_impossible_contents_are_refused(wrong):
    with pytest.raises(Problem):
        almonds(magnesium_mg=wrong)
    with pytest.raises(Problem):
        Supplement("Magnesium", wrong)


def test_unknown_words_are_refused():
    for make in (
        lambda: Food("elevenses"),
        lambda: PlanMark("fly"),
        lambda: SafetyNotice("weakness", "sold"),
        lambda: SafetyNotice(""),
        lambda: PlanMark("start", "water", 366),
    ):
        with pytest.raises(Problem):
            make()
