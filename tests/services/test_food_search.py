import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.services.food_search import direct, matches, near, the_one, unknown
from steadyhands.system.foods import shipped_foods

FOODS = shipped_foods()
NAMES = {food.id: food for food in FOODS}


def ids(text, lifted=()):
    return [food.id for food in matches(FOODS, text, lifted)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("alm", "almonds"),
        ("ALMOND B", "almond-butter"),
        ("almond", "almonds"),
        ("porridge", "oatmeal"),
        ("oats", "oats"),
        ("boiled spinach", "spinach-boiled"),
        ("spin raw", "spinach-raw"),
        ("chocolate dark 70", "dark-chocolate-70"),
        ("beans black", "black-beans"),
        ("garbanzo", "chickpeas"),
        ("rocket", "rocket"),
        ("bok", "pak-choi-boiled"),
        ("tomatoes", "tomato"),
        ("kiwi", "kiwifruit"),
        ("yoghurt", "yogurt-whole"),
    ],
)
def test_beginnings_words_in_any_order_and_other_names_are_found(text, first):
    assert ids(text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("amlonds", "almonds"),
        ("almnds", "almonds"),
        ("brocoli", "broccoli-boiled"),
        ("brocolli", "broccoli-boiled"),
        ("hazlenuts", "hazelnuts"),
        ("chikpeas", "chickpeas"),
        ("edamamme", "edamame"),
        ("pumkin seeds", "pumpkin-seeds-roasted"),
        ("strawberrys", "strawberries"),
        ("spinnach boiled", "spinach-boiled"),
        ("bananna", "banana"),
    ],
)
def test_slips_are_forgiven(text, first):
    assert ids(text)[0] == first


@pytest.mark.parametrize("text", ["", "   ", ",", "zzz", "xy", "pizza margherita", "cat"])
def test_what_is_nothing_like_any_food_finds_none(text):
    assert ids(text) == []


def test_three_letters_bring_a_known_food_first_once_it_is_usual():
    assert {"brown-rice", "broccoli-boiled"} <= set(ids("bro"))
    assert ids("bro", ["brown-rice"])[0] == "brown-rice"
    assert ids("bro", ["broccoli-boiled"])[0] == "broccoli-boiled"


def test_a_whole_name_stands_before_what_is_usual():
    assert ids("almonds", ["almond-butter"])[0] == "almonds"
    assert ids("alm", ["almond-butter"])[:2] == ["almond-butter", "almonds"]


def test_slips_are_tried_only_when_nothing_begins_so():
    assert "dates" not in ids("oats")
    assert near(FOODS, "amlonds", ["almonds"])[0].id == "almonds"


@given(st.sampled_from(FOODS), st.integers(3, 20))
def test_the_beginning_of_a_name_finds_its_food(food, letters):
    assert food in direct(FOODS, food.name[:letters])


@given(st.text(max_size=30))
def test_any_text_can_be_searched(text):
    assert all(food in FOODS for food in matches(FOODS, text))


def test_the_one_is_a_whole_name_or_the_only_one():
    assert the_one(FOODS, "almond") is NAMES["almonds"]
    assert the_one(FOODS, "quin") is NAMES["quinoa"]
    assert the_one(FOODS, "quin", whole=True) is None
    assert the_one(FOODS, "spinach") is None
    assert the_one(FOODS, "") is None


def test_what_is_not_known_is_answered_with_the_nearest():
    assert "Did you mean Broccoli, boiled?" in str(unknown(FOODS, "brocoli"))
    assert "may be “Spinach, raw” or “Spinach, boiled”" in str(unknown(FOODS, "spinach"))
    assert "See steadyhands foods" in str(unknown(FOODS, "zzz"))
