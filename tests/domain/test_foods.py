import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.eating import Food
from steadyhands.domain.foods import HUNDRED_GRAMS, FoodItem, Portion, own_food, own_id, word_of
from steadyhands.domain.problem import Problem

ALMONDS = FoodItem(
    "almonds", "Almonds", "nuts-seeds", (Portion("1 oz (23)", 28.35),), 270, 733, 269, 4.41
)


def test_eating_holds_what_the_grams_hold_to_a_thousandth():
    assert ALMONDS.eaten("snack", 28.35, "1 oz (23)") == Food(
        "snack",
        "Almonds",
        28.35,
        "1 oz (23)",
        "almonds",
        magnesium_mg=76.545,
        potassium_mg=207.805,
        calcium_mg=76.262,
        food_water_ml=1.25,
    )


def test_a_hundred_grams_can_always_be_chosen_and_once():
    assert ALMONDS.choices == (Portion("1 oz (23)", 28.35), HUNDRED_GRAMS)
    plain = ALMONDS.replaced(portions=(HUNDRED_GRAMS,))
    assert plain.choices == (HUNDRED_GRAMS,)
    assert ALMONDS.replaced(portions=()).choices == (HUNDRED_GRAMS,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 81},
        {"id": ""},
        {"name": "a\x00b"},
        {"group": "soup"},
        {"magnesium_mg": -1},
        {"water_g": 101},
        {"caffeine_mg": float("nan")},
    ],
)
def test_what_no_food_can_be_is_refused(wrong):
    with pytest.raises(Problem):
        ALMONDS.replaced(**wrong)


@pytest.mark.parametrize(("name", "grams"), [("", 30), ("1 cup", 0), ("1 cup", 5001), ("x\n", 3)])
def test_what_no_portion_can_be_is_refused(name, grams):
    with pytest.raises(Problem):
        Portion(name, grams)


@given(
    st.floats(1, 2000),
    st.floats(0, 500),
    st.floats(0, 500),
    st.floats(0, 500),
)
def test_an_own_foods_serving_holds_what_its_label_says(grams, magnesium, potassium, calcium):
    food = own_food("Bar", grams, magnesium, potassium, calcium)
    held = food.eaten("snack", grams)
    assert held.magnesium_mg == pytest.approx(magnesium, abs=0.002)
    assert held.potassium_mg == pytest.approx(potassium, abs=0.002)
    assert held.calcium_mg == pytest.approx(calcium, abs=0.002)
    assert food.choices[0] == Portion("1 serving", grams)
    assert (food.group, food.id) == ("own", "own-bar")


def test_an_own_food_cannot_hold_more_water_than_it_weighs():
    with pytest.raises(Problem, match="100 g hold 0 to 100 g of water"):
        own_food("Soup", 200, water_ml=300)
    with pytest.raises(Problem, match="weighs"):
        own_food("Soup", 0)
    with pytest.raises(Problem, match="needs a name"):
        own_food("  ", 100)


def test_the_same_name_is_the_same_food():
    assert own_id("My Muesli!") == own_id("my  muesli!") == "own-my-muesli!"
    assert own_food("Müsli", 60).id == own_food("MÜSLI ", 50).id
    assert len(own_id("x" * 300)) <= 80


def test_words_are_looked_up_without_commas_and_capitals():
    assert word_of("Spinach, boiled") == word_of("spinach-boiled") == "spinach boiled"
