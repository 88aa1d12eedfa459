"""Minerals, supplements, own foods and meals, and meal times on the tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.entries import Supplement
from steadyhands.domain.foods import own_food
from steadyhands.domain.meals import OwnMeal
from steadyhands.domain.profile import Profile
from tests.ui.dress import spoken_description, spoken_name
from tests.ui.tabs.food.bench import press, retype

WOMAN = Profile(age_group="31-50", sex="women", reference_set="us")


def note(one, profile):
    one.acts.perform(lambda: one.desk.profile.keep(profile))


def a_week(one):
    """Eat twice on each of the last five days."""
    for days in range(1, 6):
        one.eat("lentils", "lunch", 24 * days)
        one.eat("almonds", "dinner", 24 * days - 6)


def test_the_weeks_mean_stands_beside_the_reference(bench):
    one = bench()
    note(one, WOMAN)
    a_week(one)
    line = one.tab.minerals.lines["magnesium"]
    assert line.mean.text() == "110 mg a day"
    assert line.share.text() == "about 35 % of the reference of 320 mg"
    assert line.bar.isVisible()
    assert "about 35 % of the reference" in spoken_name(line.bar)


def test_another_set_of_references_is_chosen_and_kept(bench):
    one = bench()
    note(one, WOMAN)
    a_week(one)
    press(one.tab.minerals.sets.chips()[0])
    assert one.desk.profile.read() == WOMAN.replaced(reference_set="eu")
    assert "reference of 300 mg" in one.tab.minerals.lines["magnesium"].share.text()
    press(one.tab.minerals.sets.chips()[0])  # pressed again it stays
    assert one.tab.minerals.sets.keys() == ("eu",)


def test_without_a_profile_the_card_says_where_a_reference_comes_from(bench):
    one = bench()
    asked = []
    one.signals.page_asked.connect(lambda key, _: asked.append(key))
    press(one.tab.minerals.profile)
    assert asked == ["profile"]
    assert not one.tab.minerals.lines["calcium"].bar.isVisible()


def test_kidney_disease_leaves_no_reference_and_says_why_once(bench):
    one = bench()
    note(one, WOMAN.replaced(conditions=("kidney",)))
    a_week(one)
    card = one.tab.minerals
    assert "kidney disease" in card._why.text() and "ask your clinician" in card._why.text()
    assert not any(line.bar.isVisible() or line.share.isVisible() for line in card.lines.values())
    assert not card.sets.isVisible() and not card.profile.isVisible()


def test_no_word_on_the_tab_judges(bench):
    one = bench()
    note(one, WOMAN)
    a_week(one)
    one.log(Supplement("Citrate", magnesium_mg=900))
    from PySide6.QtWidgets import QLabel

    said = " ".join(w.text().lower() for w in one.tab.findChildren(QLabel) if w.isVisible())
    for word in ("deficien", "too low", "too much", "lack", "abnormal", "warning", "danger"):
        assert word not in said
    assert "it cannot show what your body has" in said


def test_a_supplement_is_logged_by_its_element_and_then_by_one_press(bench):
    one = bench()
    card = one.tab.supplements
    press(card.another)
    assert card.form.name.edit.hasFocus()
    retype(card.form.name.edit, "Magnesium citrate", enter=False)
    retype(card.form.held["magnesium"].edit, "100")
    (first,) = one.entries("supplement")
    assert first.details == Supplement("Magnesium citrate", 100)
    assert "Today 100 mg magnesium from supplements" in card.sentences()
    press(card.known_button("Magnesium citrate"))
    assert len(one.entries("supplement")) == 2
    assert one.tab.minerals.lines["magnesium"].today.text() == "today so far 0 mg"


def test_a_label_that_names_a_salt_is_worked_out(bench):
    one = bench()
    form = one.tab.supplements.form
    press(one.tab.supplements.another)
    press(form.by_salt)
    press(form.helper.salts.chips()[0])
    retype(form.helper.amount.edit, "500")
    assert form.held["magnesium"].text() == "300"
    assert form.helper.said().startswith("500 mg of magnesium oxide hold about 300 mg")
    retype(form.helper.amount.edit, "")
    assert form.helper.amount.problem()


def test_a_supplement_without_a_name_stays_in_the_form(bench):
    one = bench()
    form = one.tab.supplements.form
    press(one.tab.supplements.another)
    retype(form.held["calcium"].edit, "500")
    assert form.name.problem() and form.name.edit.hasFocus()
    assert one.entries("supplement") == []


def test_a_supplement_of_today_is_changed_and_removed(bench):
    one = bench()
    entry = one.log(Supplement("Multi", 50, 0, 120))
    row = one.tab.supplements.list.row(entry.id)
    press(row.change)
    retype(row.editor.magnesium.edit, "75", enter=False)
    retype(row.editor.time.edit, "9:00")
    (changed,) = one.entries("supplement")
    assert changed.details == Supplement("Multi", 75, 0, 120)
    assert f"{changed.at.local():%H:%M}" == "09:00"
    press(one.tab.supplements.list.row(entry.id).remove)
    assert one.entries("supplement") == []


@pytest.mark.parametrize(("mg", "words"), [(350, 0), (400, 1)])
def test_the_limit_is_said_when_a_day_passes_it(bench, mg, words):
    one = bench()
    note(one, WOMAN)
    one.log(Supplement("Citrate", mg))
    said = [s for s in one.tab.supplements.sentences() if "pharmacist or doctor" in s]
    assert len(said) == words


def test_heart_disease_hides_the_limit_and_says_why(bench):
    one = bench()
    note(one, WOMAN.replaced(conditions=("heart",)))
    one.log(Supplement("Citrate", 400))
    said = " ".join(one.tab.supplements.sentences())
    assert "350" not in said and "heart disease" in said and "ask your clinician" in said


def test_nobody_is_asked_to_start_a_supplement(bench):
    one = bench()
    assert one.tab.supplements.sentences() == []
    assert one.desk.supplements.known(one.clock.now()) == []


def fill_own(own, **texts):
    for key, text in texts.items():
        retype(own._fields()[key].edit, text, enter=False)


def test_an_own_food_by_portion_and_by_100_g(bench):
    one = bench()
    press(one.tab.search.own)
    own = one.tab.own
    assert own.name.edit.hasFocus()
    fill_own(own, name="Muesli", portion="1 bowl", grams="60", magnesium_mg="80")
    press(own.save)
    fill_own(own, name="Bar", grams="40 g", magnesium_mg="100", caffeine_mg="10")
    press(own.per.chips()[1])
    press(own.save)
    by_name = {food.name: food for food in one.desk.foods.own()}
    assert by_name["Muesli"].eaten("lunch", 60).magnesium_mg == pytest.approx(80)
    assert by_name["Bar"].eaten("lunch", 40).magnesium_mg == pytest.approx(40)
    assert by_name["Bar"].choices[0].name == "40 g"
    assert own.name.text() == ""
    one.tab.search.take_focus()
    one.type("mue")
    one.key(Qt.Key.Key_Return)
    assert one.entries()[0].details.portion == "1 bowl"


def test_an_own_food_that_cannot_be_is_said_at_its_field(bench):
    one = bench()
    press(one.tab.search.own)
    own = one.tab.own
    fill_own(own, name="Bar", grams="many", magnesium_mg="1")
    press(own.save)
    assert own.grams.problem() and own.grams.edit.hasFocus()
    fill_own(own, grams="1 g", magnesium_mg="9000")
    press(own.save)
    assert own.name.problem()  # more in it than it weighs
    assert one.desk.foods.own() == []


def test_an_own_food_is_changed_removed_and_put_back(bench):
    one = bench()
    food = own_food("Muesli", 60, 80, portion="1 bowl")
    one.acts.perform(lambda: one.desk.foods.keep(food))
    press(one.tab.search.own)
    own = one.tab.own
    press(own.line(food.id).change)
    assert (own.name.text(), own.grams.text()) == ("Muesli", "60")
    fill_own(own, name="House muesli")
    press(own.save)
    (changed,) = one.desk.foods.own()
    assert (changed.id, changed.name) == (food.id, "House muesli")
    press(own.line(food.id).remove)
    assert one.desk.foods.own() == []
    press(own.put_back)
    assert [known.name for known in one.desk.foods.own()] == ["House muesli"]


def test_what_a_shipped_food_holds_can_be_put_right(bench):
    one = bench()
    one.eat("almonds")
    one.type("len")
    one.key(Qt.Key.Key_Return)
    press(one.tab.just.figures)
    own = one.tab.own
    assert own.isVisible() and own.name.text() == "Lentils, boiled"
    fill_own(own, magnesium_mg="50")
    press(own.save)
    assert one.desk.foods.is_own("lentils")
    food = one.desk.foods.food("lentils")
    assert food.eaten("lunch", food.choices[0].grams).magnesium_mg == pytest.approx(50)


def test_an_own_meal_is_renamed_removed_and_put_back(bench):
    one = bench()
    meal = OwnMeal("own-bowl", "Bowl", (("oatmeal", 234, "1 cup"), ("own-gone", 10, "")))
    one.acts.perform(lambda: one.desk.foods.keep_meal(meal))
    press(one.tab.search.own)
    meals = one.tab.meals
    press(meals.line(meal.id).change)
    retype(meals.name.edit, "Morning bowl")
    assert [own.name for own in one.desk.foods.meals()] == ["Morning bowl"]
    press(meals.line(meal.id).remove)
    assert one.desk.foods.meals() == []
    press(meals.put_back)
    assert [own.id for own in one.desk.foods.meals()] == ["own-bowl"]
    press(one.tab.search.own)
    assert not meals.isVisible() and not one.tab.own.isVisible()


def test_meal_times_in_words_and_dots(bench):
    one = bench()
    assert one.tab.times.sentences() == []
    a_week(one)
    breakfast, lunch, dinner = one.tab.times.sentences()
    assert breakfast == "Breakfast, not logged in these two weeks."
    assert lunch == "Lunch around 12:40, give or take 5 min, 5 days."
    assert dinner.startswith("Dinner around 18:40")
    assert "Lunch around 12:40" in spoken_description(one.tab.times.dots)


def test_few_days_say_so(bench):
    one = bench()
    one.eat("lentils", hours_ago=24)
    assert one.tab.times.sentences()[1] == "Lunch around 12:40, one day so far."


def test_the_own_foods_open_right_below_the_field(bench):
    one = bench()
    one.type("len")
    one.key(Qt.Key.Key_Return)
    assert one.tab.just.isVisible()
    press(one.tab.search.own)
    assert not one.tab.just.isVisible()
    assert one.tab.own.y() - one.tab.search.geometry().bottom() < 30
    assert len(one.entries()) == 1
