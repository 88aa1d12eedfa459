"""What there is to press, typed or not."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import Food
from steadyhands.domain.meals import OwnMeal
from steadyhands.domain.moment import HOUR_MS
from steadyhands.ui.tabs.food.finder import FOOD, FOUND, MEAL, YESTERDAY, Finder
from tests.factory import a_desk

BOWL = OwnMeal("own-bowl", "Nutty bowl", (("oatmeal", 234, "1 cup"), ("almonds", 28.35, "")))
GONE = OwnMeal("own-gone", "Zzx", (("own-nothing", 10, ""),))


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def finder(desk):
    return Finder(desk.foods)


def eat(desk, food_id, grams, meal="lunch", hours_ago=1.0, portion=""):
    now = desk.now()
    food = desk.foods.food(food_id).eaten(meal, grams, portion)
    return desk.journal.log(food, now.shifted(-round(hours_ago * HOUR_MS)), now)


def keys(choices):
    return [(choice.kind, choice.id) for choice in choices]


def test_three_letters_find_a_food_in_its_first_portion(desk, finder):
    first = finder.typed("alm", "lunch", desk.now())[0]
    assert (first.kind, first.id, first.favourite) == (FOOD, "almonds", False)
    assert first.foods[0] == desk.foods.food("almonds").eaten("lunch", 28.35, "1 oz (23)")


def test_a_known_food_comes_in_the_amount_last_taken(desk, finder):
    eat(desk, "almonds", 40)
    (food,) = finder.typed("alm", "snack", desk.now())[0].foods
    assert (food.grams, food.meal) == (40, "snack")


def test_an_amount_typed_after_the_name_is_taken(desk, finder):
    eat(desk, "almonds", 40)
    assert finder.typed("alm 25 g", "lunch", desk.now())[0].foods[0].grams == 25
    assert finder.typed("alm 2x", "lunch", desk.now())[0].foods[0].grams == 56.7


def test_an_amount_that_is_none_of_the_food_leaves_the_usual_one(desk, finder):
    assert finder.typed("dark chocolate 70", "snack", desk.now())[0].foods[0].grams == 28.35


def test_own_meals_are_found_by_the_beginnings_of_their_words(desk, finder):
    desk.foods.keep_meal(BOWL)
    found = finder.typed("bow nut", "breakfast", desk.now())
    assert keys(found)[0] == (MEAL, "own-bowl")
    assert [food.meal for food in found[0].foods] == ["breakfast", "breakfast"]
    assert found[0].total("magnesium_mg") == pytest.approx(63 + 77, abs=1)


def test_a_meal_whose_food_is_gone_is_not_offered(desk, finder):
    desk.foods.keep_meal(GONE)
    assert finder.typed("zzx", "lunch", desk.now()) == ()


def test_no_more_are_found_than_can_be_looked_through(desk, finder):
    assert len(finder.typed("b", "lunch", desk.now())) <= FOUND


def test_at_rest_yesterdays_meal_comes_first(desk, finder):
    eat(desk, "lentils", 99, hours_ago=24)
    eat(desk, "almonds", 28, meal="snack", hours_ago=3)
    desk.foods.keep_meal(BOWL)
    found = finder.at_rest("lunch", eaten_today=False, now=desk.now())
    assert keys(found) == [
        (YESTERDAY, "lunch"),
        (MEAL, "own-bowl"),
        (FOOD, "almonds"),
        (FOOD, "lentils"),
    ]


def test_yesterdays_meal_is_not_offered_once_it_was_eaten_today(desk, finder):
    eat(desk, "lentils", 99, hours_ago=24)
    found = finder.at_rest("lunch", eaten_today=True, now=desk.now())
    assert keys(found) == [(FOOD, "lentils")]


def test_a_meal_of_yesterday_without_foods_says_nothing_to_repeat(desk, finder):
    now = desk.now()
    desk.journal.log(Food("lunch"), now.shifted(-24 * HOUR_MS), now)
    found = finder.at_rest("lunch", eaten_today=False, now=now)
    assert YESTERDAY not in [kind for kind, _ in keys(found)]


def test_favourites_stand_before_recent_foods(desk, finder):
    eat(desk, "lentils", 99)
    desk.foods.set_favourite("banana", True)
    found = finder.at_rest("dinner", eaten_today=False, now=desk.now())
    assert [(c.id, c.favourite) for c in found] == [("banana", True), ("lentils", False)]


def test_an_empty_diary_has_examples(desk, finder):
    assert finder.is_new(desk.now())
    found = finder.at_rest("lunch", eaten_today=False, now=desk.now())
    assert len(found) >= 6 and {choice.kind for choice in found} == {FOOD}
    eat(desk, "lentils", 99)
    assert not finder.is_new(desk.now())


def test_every_example_is_a_shipped_food():
    from steadyhands.system.foods import shipped_foods
    from steadyhands.ui.tabs.food.finder import _STARTERS

    assert set(_STARTERS) <= {food.id for food in shipped_foods()}
