import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.drinks import DrinkPreset, find
from steadyhands.domain.entries import Drink
from steadyhands.domain.problem import Problem

COFFEE = DrinkPreset("coffee", "Coffee", "coffee", 237, 99.56, 40.07, aliases=("filter coffee",))
COLA = DrinkPreset("cola", "Cola", "soft", 355, 93.44, 9.38, slow=True, aliases=("coke",))
PLAIN_COLA = DrinkPreset("caffeine-free-cola", "Caffeine-free cola", "soft", 355, 92.9, slow=True)
RED_WINE = DrinkPreset("red-wine", "Red wine", "alcohol", 148, 86, alcohol_g=10.54)
PRESETS = (COFFEE, COLA, PLAIN_COLA, RED_WINE)


def test_a_serving_is_a_drink():
    drink = COFFEE.serving()
    assert drink == Drink("Coffee", 237, 235.957, caffeine_mg=94.966, preset="coffee")


def test_another_amount_scales_everything():
    drink = RED_WINE.serving(200)
    assert (drink.ml, drink.water_ml, drink.alcohol_g) == (200, 172, 21.08)


def test_slow_is_about_caffeine_that_is_there():
    assert COLA.serving().slow
    assert not PLAIN_COLA.serving().slow


@given(st.floats(1, 5000))
def test_a_serving_holds_no_more_water_than_its_volume(ml):
    drink = COLA.serving(ml)
    assert 0 <= drink.water_ml <= ml
    assert drink.caffeine_mg == pytest.approx(ml * 0.0938, abs=0.001)


@pytest.mark.parametrize("ml", [0, -250, 5001, float("nan"), float("inf")])
def test_an_amount_that_nobody_drinks_is_refused(ml):
    with pytest.raises(Problem):
        COFFEE.serving(ml)


@pytest.mark.parametrize(
    ("words", "preset"),
    [
        ("coffee", COFFEE),
        (" Coffee ", COFFEE),
        ("coffees", COFFEE),
        ("FILTER COFFEE", COFFEE),
        ("filter-coffee", COFFEE),
        ("coke", COLA),
        ("red wine", RED_WINE),
        ("red-wine", RED_WINE),
        ("red_wines", RED_WINE),
        ("caffeine free cola", PLAIN_COLA),
    ],
)
def test_a_drink_is_found_by_any_of_its_names(words, preset):
    assert find(PRESETS, words) == preset


def test_a_slip_of_the_keys_is_answered_with_what_is_near():
    with pytest.raises(Problem, match=r"“cofee”\. Did you mean Coffee"):
        find(PRESETS, "cofee")


@pytest.mark.parametrize("words", ["", "🍵", "xyzzy", "x" * 10_000])
def test_an_unknown_drink_is_answered_with_some_that_are_known(words):
    with pytest.raises(Problem, match=r"Some that I know: Coffee, Cola") as refused:
        find(PRESETS, words)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"name": " "},
        {"name": "x" * 81},
        {"group": "soup"},
        {"serving_ml": 0},
        {"serving_ml": float("nan")},
        {"water_g": 101},
        {"caffeine_mg": -1},
        {"caffeine_mg": float("inf")},
        {"alcohol_g": 80},
        {"calcium_mg": float("nan")},
    ],
)
def test_a_preset_that_cannot_be_is_refused(wrong):
    with pytest.raises(Problem):
        COFFEE.replaced(**wrong)
