"""The food book: favourites, recents, own foods and meals, yesterday, the week (10 March)."""

from datetime import datetime, timedelta

import pytest

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.eating import Food
from steadyhands.domain.foods import Portion, own_food
from steadyhands.domain.meals import OwnMeal
from steadyhands.domain.problem import Problem
from steadyhands.services.foods import FoodBook, Usual
from steadyhands.services.journal import Journal
from tests.factory import a_coffee, a_diary, a_moment
from tests.stubs import TUESDAY_AFTERNOON, moment_of

NOW = a_moment()
MUESLI = own_food("House muesli", 60, 80, 200, 50, 5)
BOWL = OwnMeal("own-bowl", "Bowl", (("oatmeal", 234, "1 cup"), ("almonds", 28.35, "1 oz (23)")))


@pytest.fixture
def diary(tmp_path):
    diary = a_diary(tmp_path / "diary.sqlite")
    yield diary
    diary.close()


@pytest.fixture
def book(diary):
    return FoodBook(diary)


@pytest.fixture
def eat(diary, book):
    """Return a function that logs a food `days` ago at an hour."""
    journal = Journal(diary)

    def eat(food_id, meal="lunch", days=0, hour=12.5, grams=None, portion=""):
        food = book.food(food_id)
        grams = food.portions[0].grams if grams is None else grams
        midnight = TUESDAY_AFTERNOON.replace(hour=0) - timedelta(days=days)
        at = moment_of(midnight + timedelta(hours=hour))
        return journal.log(food.eaten(meal, grams, portion), at, NOW).entry

    return eat


def names(foods):
    return [food.id for food in foods]


def test_the_shipped_foods_are_there(book):
    assert len(book.all()) == 95
    assert book.food("almonds").name == "Almonds"
    with pytest.raises(Problem, match="any more"):
        book.food("own-gone")


def test_an_own_food_is_kept_with_all_it_holds(book, diary):
    assert book.keep(MUESLI) == SETTINGS_CHANGED
    again = FoodBook(diary)
    assert again.own() == [MUESLI]
    assert again.all()[0] == MUESLI
    assert again.food(MUESLI.id).portions == (Portion("1 serving", 60),)
    assert again.is_own(MUESLI.id)
    assert not again.is_own("almonds")
    assert names(again.search("musli")) == names(again.search("house")) == [MUESLI.id]
    again.forget(MUESLI.id)
    assert book.own() == []
    assert len(book.all()) == 95


def test_a_changed_figure_stands_in_the_shipped_foods_place(book):
    where = names(book.all()).index("kale-raw")
    book.keep(book.food("kale-raw").replaced(magnesium_mg=33, revised=False))
    assert book.all()[where].magnesium_mg == 33
    assert len(book.all()) == 95
    book.forget("kale-raw")
    assert book.food("kale-raw").magnesium_mg == 47


def test_favourites_come_in_the_order_they_became_it(book, diary):
    for food_id in ("oats", "almonds", "oats"):
        assert book.set_favourite(food_id, True) == SETTINGS_CHANGED
    assert names(book.favourites()) == ["almonds", "oats"]
    assert names(FoodBook(diary).search("")) == ["almonds", "oats"]
    book.set_favourite("almonds", False)
    assert names(book.favourites()) == ["oats"]
    with pytest.raises(Problem):
        book.set_favourite("own-gone", True)
    book.keep(MUESLI)
    book.set_favourite(MUESLI.id, True)
    book.forget(MUESLI.id)
    assert names(book.favourites()) == ["oats"]


def test_recents_know_the_amount_last_taken(book, eat):
    eat("almonds", days=3, grams=50, portion="")
    eat("banana", days=2, portion="1 medium")
    eat("almonds", days=1, portion="1 oz (23)")
    eat("oats", days=61)
    assert book.recent(NOW) == [
        Usual(book.food("almonds"), 28.35, "1 oz (23)"),
        Usual(book.food("banana"), 118, "1 medium"),
    ]
    assert len(book.recent(NOW, limit=1)) == 1
    eat("kiwifruit")
    assert names(usual.item for usual in book.recent(NOW))[0] == "kiwifruit"


def test_recents_leave_out_meals_without_foods_and_foods_that_are_gone(book, eat, diary):
    Journal(diary).log(Food("lunch"), NOW, NOW)
    book.keep(MUESLI)
    eat(MUESLI.id)
    assert names(usual.item for usual in book.recent(NOW)) == [MUESLI.id]
    book.forget(MUESLI.id)
    assert book.recent(NOW) == []


def test_without_words_favourites_stand_before_recents(book, eat):
    eat("banana")
    eat("almonds", days=1)
    book.set_favourite("oats", True)
    book.set_favourite("banana", True)
    assert names(book.search("", NOW)) == ["oats", "banana", "almonds"]
    assert names(book.search("", NOW, limit=2)) == ["oats", "banana"]
    assert names(book.search("  ")) == ["oats", "banana"]


def test_words_lift_favourites_then_recents(book, eat):
    assert names(book.search("be", NOW)) != []
    eat("white-beans")
    book.set_favourite("pinto-beans", True)
    assert names(book.search("bean", NOW))[:2] == ["pinto-beans", "white-beans"]
    assert len(book.search("b", NOW)) == 8
    assert len(book.search("b", NOW, limit=3)) == 3


def test_own_meals_are_kept_and_eaten(book, diary):
    book.keep_meal(BOWL)
    book.keep_meal(BOWL.replaced(id="own-other", name="Other"))
    assert [meal.name for meal in FoodBook(diary).meals()] == ["Other", "Bowl"]
    assert FoodBook(diary).meals()[1] == BOWL
    oatmeal, almonds = book.foods_of_meal(BOWL, "breakfast")
    assert (oatmeal.meal, oatmeal.grams, oatmeal.portion) == ("breakfast", 234, "1 cup")
    assert almonds == book.food("almonds").eaten("breakfast", 28.35, "1 oz (23)")
    book.forget_meal("own-other")
    assert book.meals() == [BOWL]


def test_a_meal_with_a_food_that_is_gone_says_so(book):
    gone = BOWL.replaced(parts=(*BOWL.parts, ("own-gone", 10, "")))
    with pytest.raises(Problem, match="“Bowl” holds a food that is no longer kept"):
        book.foods_of_meal(gone, "lunch")


def test_what_a_newer_version_wrote_is_left_alone(book, diary):
    odd = [{"id": "own-new", "colour": "blue"}, 7, None, {"id": "own-bad", "portions": 3}]
    for setting in ("own_foods", "own_meals", "favourite_foods"):
        diary.write(lambda name=setting: diary.settings.set(name, odd))
    assert book.own() == book.meals() == book.favourites() == []
    book.keep(MUESLI)
    book.keep_meal(BOWL)
    assert book.own() == [MUESLI]
    assert diary.read(lambda: diary.settings.get("own_foods"))[1:] == odd
    diary.write(lambda: diary.settings.set("own_foods", "nonsense"))
    assert FoodBook(diary).own() == []


def test_the_same_as_yesterday(book, eat):
    eat("oatmeal", "breakfast", days=1, hour=7.5, portion="1 cup")
    eat("banana", "breakfast", days=1, hour=7.6)
    eat("apple", "lunch", days=1)
    eat("orange", "breakfast", days=2, hour=7)
    eat("kiwifruit", "breakfast", hour=7)
    found = book.as_yesterday("breakfast", NOW)
    assert [food.food for food in found] == ["oatmeal", "banana"]
    assert found[0] == book.food("oatmeal").eaten("breakfast", 234, "1 cup")
    assert book.as_yesterday("dinner", NOW) == []


def test_yesterday_is_the_diarys_day_before(book, eat):
    eat("apple", "snack", hour=1)  # before 4 o'clock it is still yesterday
    assert [food.food for food in book.as_yesterday("snack", NOW)] == ["apple"]
    late = moment_of(datetime(2026, 3, 11, 2, 0))
    assert book.as_yesterday("snack", late) == book.as_yesterday("snack", NOW)


def test_a_weeks_mean_is_of_complete_days_with_two_meals(book, eat, diary):
    assert book.weekly_mean("magnesium_mg", NOW) == (0, 0)
    for days in (1, 3):
        eat("almonds", "breakfast", days=days, hour=8, grams=100)
        eat("banana", "lunch", days=days, grams=100)
    eat("almonds", "breakfast", days=2, hour=8, grams=500)  # one meal only
    eat("almonds", "lunch", days=0, grams=500)  # not complete
    eat("almonds", "dinner", days=0, hour=13, grams=500)
    for meal in ("lunch", "dinner"):
        eat("almonds", meal, days=8, grams=500)  # too long ago
    assert book.weekly_mean("magnesium_mg", NOW) == (pytest.approx(297), 2)
    Journal(diary).log(a_coffee().replaced(magnesium_mg=10), a_moment(9, 0, 9), NOW)
    assert book.weekly_mean("magnesium_mg", NOW) == (pytest.approx(302), 2)
    assert book.weekly_mean("supplement_magnesium_mg", NOW) == (0, 2)


def test_two_weeks_tell_how_regular_meals_are(book, eat):
    for days, hour in enumerate((12, 12.5, 13, 12.5, 12.5)):
        eat("apple", days=days, hour=hour)
    for days in (14, 15):
        eat("apple", days=days, hour=13.9)
    breakfast, lunch, dinner = book.regularity(NOW)
    assert (breakfast.days, dinner.days) == (0, 0)
    assert lunch.days == 5
    assert lunch.mean_min == pytest.approx(12.5 * 60)
    assert lunch.sd_min == pytest.approx(30 / 2**0.5)


def test_another_programs_change_is_seen(book, diary, tmp_path):
    assert len(book.all()) == 95
    other = a_diary(tmp_path / "diary.sqlite")
    FoodBook(other).keep(MUESLI)
    Journal(other).log(MUESLI.eaten("snack", 60), NOW, NOW)
    other.close()
    assert book.all()[0] == MUESLI
    assert names(usual.item for usual in book.recent(NOW)) == [MUESLI.id]
