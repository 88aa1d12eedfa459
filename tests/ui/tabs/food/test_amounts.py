import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.entries import Food
from steadyhands.domain.foods import FoodItem, Portion
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.food.amounts import (
    amount_reader,
    read_grams,
    read_mg,
    read_name,
    read_some_mg,
    read_water,
    resized,
    split_amount,
)

ALMONDS = FoodItem("almonds", "Almonds", "nuts-seeds", (Portion("1 oz (23)", 28.35),), 270)


@pytest.mark.parametrize(
    ("text", "grams"),
    [("40", 40), ("40 g", 40), ("1,5 oz", 42.53), ("0.25 kg", 250), (" 2 Ounces ", 56.7)],
)
def test_grams_as_people_type_them(text, grams):
    assert read_grams(text) == grams


@pytest.mark.parametrize("text", ["", "some", "40 cats", "0", "6 kg", "-3", "1e5"])
def test_what_is_no_amount_of_food(text):
    with pytest.raises(Problem):
        read_grams(text)


def test_a_known_food_is_read_in_its_own_measures():
    read = amount_reader(ALMONDS)
    assert read("1 oz (23)") == (28.35, "1 oz (23)")
    assert read("2x")[0] == 56.7
    assert read("40 g") == (40, "")
    assert amount_reader(None)("40") == (40, "")
    with pytest.raises(Problem):
        read("")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("alm", ("alm", "")),
        ("almonds 40 g", ("almonds", "40 g")),
        ("greek yogurt ½ cup", ("greek yogurt", "½ cup")),
        ("  bread 2x ", ("bread", "2x")),
        ("7 up", ("7 up", "")),
        ("", ("", "")),
    ],
)
def test_an_amount_may_follow_the_name(text, asked):
    assert split_amount(text) == asked


@given(st.text(max_size=60))
def test_splitting_never_fails_and_loses_no_word(text):
    asked, amount = split_amount(text)
    assert "".join((asked + amount).split()) == "".join(text.split())


def test_nothing_typed_is_none_where_that_makes_sense():
    assert read_mg("") == read_water("") == read_water("0 ml") == 0
    assert read_water("30 ml") == 30
    with pytest.raises(Problem):
        read_some_mg("")


def test_a_name_has_letters_on_one_line():
    assert read_name("  My\n own  bowl ") == "My own bowl"
    for text in ("", "  ", "x" * 81):
        with pytest.raises(Problem):
            read_name(text)


def test_all_that_a_food_holds_goes_with_its_amount():
    food = Food("lunch", "Almonds", 28.35, "1 oz", magnesium_mg=77, caffeine_mg=2)
    half = resized(food, 14.175, "½ oz")
    assert (half.magnesium_mg, half.caffeine_mg, half.portion) == (38.5, 1, "½ oz")
    assert resized(Food("snack"), 20).grams == 20
