"""The Food tab's state: meals, minerals beside references, supplements, dots."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from steadyhands.domain.entries import Food, Supplement
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.profile import Profile
from steadyhands.services.look import DayLook
from steadyhands.ui.tabs.food import presenter, wording
from steadyhands.ui.tabs.food.presenter import Added, MealGroup
from tests.factory import a_moment, an_entry

DAY = date(2026, 3, 10)
NOW = a_moment(12, 40)
WOMAN = Profile(age_group="31-50", sex="women")
NO_MEAN = dict.fromkeys(("magnesium", "potassium", "calcium"), (0.0, 0))
MEANS = {"magnesium": (224.0, 5), "potassium": (2600.0, 5), "calcium": (1200.0, 5)}


def eaten(meal="lunch", at=NOW, id="0", **more):
    return an_entry(Food(meal, "Lentils", 99, "1/2 cup", "lentils", **more), at, id=id.zfill(32))


def day(*entries):
    return DayLook(DAY, 4, entries)


def figures(profile, ref_set="us", means=MEANS, today=None):
    found = presenter.minerals(today or day(), means, profile, ref_set)
    return {figure.mineral: figure for figure in found}


def test_what_is_logged_next_is_guessed_from_the_clock():
    assert presenter.guess(a_moment(8)).meal == "breakfast"
    assert presenter.into(NOW, None, ()) == presenter.Into("lunch", NOW)


def test_what_is_logged_next_follows_a_meal_and_time_that_were_chosen():
    entry = eaten("breakfast", a_moment(8, 10), "1")
    added = Added((entry.id,), a_moment(12, 30), said=True)
    goes = presenter.into(NOW, added, [entry])
    assert (goes.meal, goes.at, goes.said) == ("breakfast", entry.at, True)


@pytest.mark.parametrize(
    ("said", "pressed_min_ago", "stands"), [(False, 5, True), (True, 21, True), (True, 5, False)]
)
def test_it_does_not_follow_when_unsaid_long_ago_or_taken_back(said, pressed_min_ago, stands):
    entry = eaten("breakfast", a_moment(8, 10), "1")
    added = Added((entry.id,), NOW.shifted(-pressed_min_ago * MINUTE_MS), said=said)
    assert not presenter.into(NOW, added, [entry] if stands else []).said


def test_foods_stand_in_their_meals_in_the_order_these_began():
    entries = (eaten("breakfast", id="1"), eaten("lunch", id="2"), eaten("breakfast", id="3"))
    found = presenter.groups(day(*entries))
    assert [(g.meal, len(g.entries)) for g in found] == [("breakfast", 2), ("lunch", 1)]


def test_a_meal_to_keep_holds_only_foods_that_can_be_found_again():
    unknown = an_entry(Food("lunch", "Soup", 300), NOW, id="f" * 32)
    group = MealGroup("lunch", (eaten(), unknown, an_entry(Food("lunch"), NOW)))
    assert group.parts == (("lentils", 99, "1/2 cup"),)


def test_the_mean_stands_beside_the_reference_in_plain_words():
    found = figures(WOMAN)["magnesium"]
    assert (found.reference.amount_mg, found.share) == (320, 0.7)
    assert wording.share_text(found) == "about 70 % of the reference of 320 mg"
    assert wording.mean_text(found) == "220 mg a day"
    assert wording.days_text(5).startswith("Average of the 5 days, among the last 7")


def test_europe_has_other_references_and_not_for_every_age():
    assert figures(WOMAN, "eu")["magnesium"].reference.amount_mg == 300
    young = figures(WOMAN.replaced(age_group="14-17"), "eu")["potassium"]
    assert young.missing == "table"
    assert wording.share_text(young).startswith("There is no reference for it at this age")


def test_without_age_or_sex_there_is_no_reference_but_the_mean():
    found = figures(Profile())
    assert {figure.missing for figure in found.values()} == {"profile"}
    assert wording.share_text(found["magnesium"]) == ""
    assert found["magnesium"].share is None


def test_no_days_have_no_share():
    found = figures(WOMAN, means=NO_MEAN)["magnesium"]
    assert found.share is None
    assert wording.share_text(found) == "The reference of 320 mg a day."
    assert wording.days_text(0).startswith("No average yet")


@pytest.mark.parametrize(
    "noted", [Profile(conditions=("kidney",)), WOMAN.replaced(conditions=("kidney",))]
)
def test_kidney_disease_shows_no_reference_and_says_whom_to_ask(noted):
    for figure in figures(noted).values():
        assert figure.reference is None and figure.share is None
        assert "kidney disease" in wording.share_text(figure)
        assert "ask your clinician" in wording.share_text(figure)


def test_a_potassium_keeping_medicine_hides_potassium_only():
    found = figures(WOMAN.replaced(medicines=("ace_arb",)))
    assert found["potassium"].hidden == "medicine"
    assert found["magnesium"].reference is not None


def test_food_and_supplement_magnesium_are_never_added_up():
    taken = an_entry(Supplement("Citrate", magnesium_mg=100), NOW, id="1" * 32)
    today = day(eaten(magnesium_mg=36), taken)
    assert figures(WOMAN, today=today)["magnesium"].today_mg == 36
    assert presenter.supplements(today, (), WOMAN, "us").magnesium_mg == 100


@pytest.mark.parametrize(
    ("mg", "ref_set", "passed"),
    [(350, "us", False), (351, "us", True), (250, "eu", False), (251, "eu", True)],
)
def test_the_limit_is_said_only_when_a_day_passes_it(mg, ref_set, passed):
    today = day(an_entry(Supplement("Citrate", magnesium_mg=mg), NOW))
    found = presenter.supplements(today, (), WOMAN, ref_set)
    assert (found.over is not None) == passed


def test_the_limit_is_said_calmly():
    today = day(an_entry(Supplement("Citrate", magnesium_mg=400), NOW))
    said = wording.limit_text(presenter.supplements(today, (), WOMAN, "us").over)
    assert "up to 350 mg a day on top of food" in said
    assert "Worth mentioning to a pharmacist or doctor" in said


def test_kidney_disease_shows_no_limit():
    today = day(an_entry(Supplement("Citrate", magnesium_mg=400), NOW))
    found = presenter.supplements(today, (), Profile(conditions=("kidney",)), "us")
    assert (found.over, found.hidden) == (None, "kidney")


def test_each_days_first_bite_of_a_meal_is_a_dot_and_every_snack():
    yesterday = DAY - timedelta(days=1)
    days = {
        DAY: (eaten("lunch", a_moment(12)), eaten("lunch", a_moment(12, 30))),
        yesterday: (
            eaten("snack", a_moment(10, day=9)),
            eaten("snack", a_moment(16, day=9)),
            eaten("dinner", a_moment(0, 30)),
        ),
    }
    found = presenter.dots(days, DAY, 4)
    assert found == (
        (12, 600, "snack"),
        (12, 960, "snack"),
        (12, 24 * 60 + 30, "dinner"),
        (13, 720, "lunch"),
    )


def test_figures_are_as_rough_as_a_diary_is():
    assert [wording.rough(mg) for mg in (3, 112, 224, 2612)] == [5, 110, 220, 2600]


def test_words_for_all_that_may_be_missing():
    assert wording.held_text({}) == ""
    assert wording.held_text({"magnesium_mg": 77}) == "Mg\u00a077 · K\u00a00 · Ca\u00a00\u00a0mg"
    assert wording.food_name(Food("lunch")) == "Eaten, not said what"
    assert wording.foods_text(list("abcdef")) == "a; b; c; d and 2 more"
