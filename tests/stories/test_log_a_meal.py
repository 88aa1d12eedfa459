"""Three letters and Enter: a food, its minerals and its meal are in the diary."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.entries import Food, Supplement
from steadyhands.domain.moment import DAY_MS, HOUR_MS
from steadyhands.domain.profile import Profile
from tests.stories.hands import CTRL, SHIFT

FIELD = "What did you eat?"


@pytest.fixture
def beside(home):
    """Return the diary as another program has it open."""
    desk = home.desk()
    yield desk
    desk.close()


def eat(desk, home, food_id, meal, ago_ms=0):
    now = home.clock.now()
    food = desk.foods.food(food_id)
    first = food.choices[0]
    desk.journal.log(food.eaten(meal, first.grams, first.name), now.shifted(-ago_ms), now)


def test_three_keystrokes_for_a_known_food_and_one_to_take_it_back(hands, diary):
    hands.key(Qt.Key.Key_3, CTRL)
    assert hands.focus() == FIELD
    hands.write("alm")
    hands.key(Qt.Key.Key_Return)
    (entry,) = diary("food")
    assert (entry.details.name, entry.details.meal) == ("Almonds", "lunch")
    assert hands.toast() == "Saved: Almonds, 14:00"
    assert hands.focus() == FIELD
    hands.key(Qt.Key.Key_Z, CTRL)
    assert diary("food") == []
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(diary("food")) == 1


def test_by_mouse_with_its_portion_and_time_put_right_afterwards(hands, diary):
    hands.turn_to("Food")
    hands.write("lent")
    hands.click("Log Lentils, boiled, 1/2 cup, 99 g")
    hands.click("Amount: 2 × 1/2 cup")
    hands.click("When: 1 h ago")
    (entry,) = diary("food")
    assert entry.details.grams == 198
    assert f"{entry.at.local():%H:%M}" == "13:00"
    assert hands.reads("today so far 71 mg")


def test_lunch_as_yesterday_in_one_press(home, beside, diary):
    for food_id in ("lentils", "spinach-boiled", "wholewheat-bread"):
        eat(beside, home, food_id, "lunch", DAY_MS)
    hands = home.open()
    hands.turn_to("Food")
    name = "Log Lunch as yesterday, Lentils, boiled; Spinach, boiled; Wholewheat bread"
    hands.click(name)
    assert len(diary("food")) == 3
    assert hands.toast_action() == "Undo Lunch, 3 foods"
    assert not hands.sees(name)
    hands.click_action()
    assert diary("food") == []
    assert hands.sees(name)


def test_a_time_alone_is_worth_keeping(hands, diary):
    hands.turn_to("Food")
    hands.click("I ate, but won't say what")
    assert diary("food")[0].details == Food("lunch")
    assert hands.reads("Eaten, not said what")


def test_a_bounce_is_one_food_though_another_takes_its_place(home, diary):
    home.settle_in(guard_ms=2000)
    hands = home.open()
    hands.turn_to("Food")
    hands.write("len")
    row = hands.find("Log Lentils, boiled, 1/2 cup, 99 g")
    hands.click_at(row)
    hands.click_at(row)
    assert [e.details.food for e in diary("food")] == ["lentils"]


def test_the_hours_before_a_twitch_know_the_meal(home, hands, beside):
    eat(beside, home, "lentils", "breakfast", 5 * HOUR_MS)
    home.clock.pass_minutes(10)
    hands.click("Log a twitch")
    hands.turn_to("Twitches")
    assert hands.reads("Last meal: breakfast 5 h 10 min before.")
    home.clock.pass_minutes(5)
    hands.turn_to("Food")
    hands.write("ban")
    hands.key(Qt.Key.Key_Return)
    home.clock.pass_minutes(20)
    hands.click("Log a twitch")
    hands.turn_to("Twitches")
    assert hands.reads("Last meal: lunch 20 min before. In those hours: Banana.")


def test_a_meal_of_ones_own(home, beside, diary):
    for food_id in ("oatmeal", "banana"):
        eat(beside, home, food_id, "breakfast", 6 * HOUR_MS)
    hands = home.open()
    hands.turn_to("Food")
    hands.click("Keep this breakfast as a meal")
    hands.write("Porridge")
    hands.key(Qt.Key.Key_Return)
    hands.click(FIELD)
    hands.write("por")
    hands.key(Qt.Key.Key_Return)
    assert [e.details.food for e in diary("food")] == ["oatmeal", "banana"] * 2


def test_a_food_of_ones_own(hands, diary):
    hands.turn_to("Food")
    hands.write("House muesli")
    hands.click("Add House muesli as your own food")
    for name, text in (("Portion", "1 bowl"), ("Grams of it", "60"), ("Magnesium, mg", "80")):
        hands.click(name)
        hands.write(text)
    hands.click("Save this food")
    hands.click(FIELD)
    hands.write("mue")
    hands.key(Qt.Key.Key_Return)
    (entry,) = diary("food")
    assert (entry.details.portion, entry.details.magnesium_mg) == ("1 bowl", 80)


def test_supplements_stand_apart_and_their_limit_is_said_calmly(hands, diary):
    hands.turn_to("Food")
    hands.click("Log a supplement")
    hands.write("Magnesium citrate")
    hands.click("Magnesium in it, mg")
    hands.write("200")
    hands.key(Qt.Key.Key_Return)
    assert diary("supplement")[0].details == Supplement("Magnesium citrate", 200)
    assert not hands.reads("pharmacist or doctor")
    assert hands.sees("Log another supplement")
    hands.click("Log Magnesium citrate, magnesium 200 mg")
    assert hands.reads("Today 400 mg magnesium from supplements")
    assert hands.reads("Worth mentioning to a pharmacist or doctor.")
    assert hands.reads("today so far 0 mg")


def test_with_kidney_disease_no_reference_is_shown_and_why_is_said(home, beside):
    beside.profile.keep(Profile(age_group="31-50", sex="women", conditions=("kidney",)))
    for days in range(1, 4):
        eat(beside, home, "lentils", "lunch", days * DAY_MS)
        eat(beside, home, "almonds", "dinner", days * DAY_MS - 5 * HOUR_MS)
    hands = home.open()
    hands.turn_to("Food")
    assert hands.reads("as you noted kidney disease. Please ask your clinician")
    assert not hands.reads("% of the")


def test_the_reference_comes_from_the_profile(home, beside):
    beside.profile.keep(Profile(age_group="31-50", sex="women", reference_set="us"))
    for days in range(1, 4):
        eat(beside, home, "lentils", "lunch", days * DAY_MS)
        eat(beside, home, "almonds", "dinner", days * DAY_MS - 5 * HOUR_MS)
    hands = home.open()
    hands.turn_to("Food")
    assert hands.reads("about 35 % of the reference of 320 mg")
    assert hands.reads("it cannot show what your body has")
    hands.click("Reference values from: Europe")
    assert hands.reads("of the reference of 300 mg")
