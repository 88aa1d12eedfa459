import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.foods import FoodItem, Portion, own_food
from steadyhands.domain.helpings import helping
from steadyhands.domain.problem import Problem
from steadyhands.system.foods import shipped_foods

FOODS = {food.id: food for food in shipped_foods()}


@pytest.mark.parametrize(
    ("food", "typed", "grams"),
    [
        ("almonds", "", 28.35),
        ("almonds", "1oz", 28.35),
        ("almonds", "half an ounce", 14.18),
        ("almonds", "1,5 oz", 42.53),
        ("almonds", "23", 28.35),
        ("almonds", "x3", 85.05),
        ("almonds", "0.5 x", 14.18),
        ("almonds", "0,25 kg", 250),
        ("almonds", "1 lb", 453.6),
        ("almonds", "1 oz (23)", 28.35),
        ("walnuts", "7 halves", 14.17),
        ("black-beans", "½ cup", 86),
        ("black-beans", "1 1/2 cups", 258),
        ("black-beans", "1½ cups", 258),
        ("black-beans", "4 tablespoons", 43),
        ("peanut-butter", "1 tbsp", 16),
        ("peanut-butter", "3 tsp", 16),
        ("salmon", "4 oz", 113.33),
        ("boiled-egg", "2 large eggs", 100),
        ("boiled-egg", "3", 150),
        ("prunes", "3 prunes", 28.5),
        ("raisins", "2 boxes", 86),
        ("greek-yogurt", "1 pot", 170),
        ("yogurt-whole", "1 pot", 170),
        ("yogurt-whole", "6 oz", 170.1),
        ("milk-chocolate", "2 bars", 88),
        ("milk-chocolate", "44 g", 44),
        ("avocado", "1", 201),
        ("kale-raw", "2 cups", 32),
        ("sardines", "1 can", 92),
    ],
)
def test_helpings_are_understood(food, typed, grams):
    assert helping(FOODS[food], typed)[0] == pytest.approx(grams, abs=0.006)


@pytest.mark.parametrize(
    ("food", "typed"),
    [
        ("almonds", "1 cup"),
        ("tofu-firm", "100"),
        ("almonds", "handful"),
        ("almonds", "0 g"),
        ("almonds", "6 kg"),
        ("almonds", "-5 g"),
        ("almonds", "101x"),
        ("almonds", "1 g g"),
        ("almonds", "1 3/2 oz"),
        ("almonds", "1 1/0 oz"),
        ("almonds", "9" * 70),
        ("milk-chocolate", "2 slices"),
    ],
)
def test_what_is_no_helping_is_refused(food, typed):
    with pytest.raises(Problem):
        helping(FOODS[food], typed)


def test_what_is_said_stands_beside_the_grams():
    assert helping(FOODS["almonds"], "1 OZ") == (28.35, "1 oz (23)")
    assert helping(FOODS["almonds"], "30 g") == (30, "")
    assert helping(FOODS["banana"], "2x") == (236, "2 × 1 medium")
    assert helping(FOODS["black-beans"], "1 Cup") == (172, "1 cup")


def test_every_portion_of_every_food_can_be_typed():
    for food in FOODS.values():
        for portion in food.portions:
            assert helping(food, portion.name) == (portion.grams, portion.name)
            outside = portion.name.partition(" (")[0]
            assert helping(food, outside) == (portion.grams, portion.name)


def test_portions_of_ones_own_are_words_too():
    soup = own_food("Soup", 300, 40, portion="1 big bowl")
    assert helping(soup, "2 bowls") == (600, "2 bowls")
    assert helping(soup, "0.5") == (150, "0.5")
    bare = FoodItem("x", "X", "own")
    assert helping(bare, "") == (100, "100 g")
    assert helping(bare, "2x") == (200, "2 × 100 g")


@given(st.text(max_size=40), st.text(min_size=1, max_size=20).filter(str.strip))
def test_any_text_is_read_or_refused_with_a_problem(typed, portion):
    try:
        food = FoodItem("x", "X", "own", (Portion(portion, 30),))
        grams, said = helping(food, typed)
    except Problem:
        return
    assert 0.1 <= grams <= 5000
    assert isinstance(said, str)
