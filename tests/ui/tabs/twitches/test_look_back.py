"""The hours before a twitch: what was eaten, and how long before."""

from __future__ import annotations

from steadyhands.domain.entries import Food, Twitch
from steadyhands.services.look import Before
from steadyhands.ui.tabs.twitches.presenter import LookBack, look_back
from steadyhands.ui.tabs.twitches.wording import before_text
from tests.factory import a_moment, an_entry

TWITCHED = a_moment(16, 30)


def food(name: str, hour: int, minute: int = 0, meal: str = "lunch"):
    return an_entry(Food(meal, name, 100), a_moment(hour, minute))


def back(*foods, last=None) -> LookBack:
    return look_back(TWITCHED, Before(4, foods=foods, last_meal=last or (foods or [None])[-1]))


def test_the_last_meal_is_named_with_the_gap_to_it():
    said = before_text(back(last=food("Lentils", 12, 20)), "metric")
    assert said.endswith("Last meal: lunch 4 h 10 min before.")


def test_foods_of_the_hours_before_are_named_once_each():
    found = back(food("Almonds", 13), food("Yogurt", 13), food("Almonds", 15, meal="snack"))
    assert found.foods == ("Almonds", "Yogurt")
    said = before_text(found, "metric")
    assert said.endswith("Last eaten: a snack 1 h 30 min before. In those hours: Almonds; Yogurt.")


def test_many_foods_name_the_latest_and_count_the_others():
    found = back(*[food(f"Food {n}", 13, n) for n in range(6)])
    assert before_text(found, "metric").endswith("Food 2; Food 3; Food 4; Food 5 and 2 more.")


def test_a_meal_without_foods_has_its_time_only():
    said = before_text(back(food("", 15)), "metric")
    assert said.endswith("Last meal: lunch 1 h 30 min before.")


def test_a_meal_at_the_same_minute_is_just_before():
    assert before_text(back(food("", 16, 30)), "metric").endswith("Last meal: lunch just before.")


def test_nothing_eaten_is_not_mentioned():
    said = before_text(back(), "metric")
    assert "meal" not in said and "eaten" not in said


def test_the_tab_follows_food():
    from steadyhands.ui.tabs.twitches.tab import TwitchesTab

    assert {Food.KIND, Twitch.KIND} <= TwitchesTab.SUBJECTS
