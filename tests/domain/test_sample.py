from collections import Counter
from datetime import UTC, date, datetime, timedelta
from statistics import correlation, mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain.day import day_of
from steadyhands.domain.eating import MAIN_MEALS, MEALS
from steadyhands.domain.entries import Drink, Entry, Food, Sleep, Twitch
from steadyhands.domain.meals import regularity
from steadyhands.domain.moment import Moment
from steadyhands.domain.sample import sample_entries
from steadyhands.system.drinks import shipped_drinks
from steadyhands.system.foods import shipped_foods

PRESETS = shipped_drinks()
FOODS = shipped_foods()
TODAY = date(2026, 3, 12)
NOW = Moment.of(datetime(2026, 3, 12, 15, 36, tzinfo=UTC)).replaced(offset_min=60)
NOWS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(
    lambda wall: Moment.of(wall.replace(tzinfo=UTC))
)


@pytest.fixture(scope="module")
def entries():
    pieces = enumerate(sample_entries(NOW, PRESETS, foods=FOODS))
    return [Entry(f"{n:032x}", at, what, until, note) for n, (what, at, until, note) in pieces]


def by_day(entries, amount):
    totals = {}
    for entry in entries:
        day = day_of(entry.belongs_at())
        totals[day] = totals.get(day, 0) + entry.amounts().get(amount, 0)
    return totals


def test_the_same_seed_gives_the_same_diary():
    first = list(sample_entries(NOW, PRESETS, days=20, foods=FOODS))
    assert first == list(sample_entries(NOW, PRESETS, days=20, foods=FOODS))
    assert first != list(sample_entries(NOW, PRESETS, days=20, seed=8, foods=FOODS))


def test_food_changes_nothing_else(entries):
    others = [e.details for e in entries if e.kind != "food"]
    assert [what for what, *_ in sample_entries(NOW, PRESETS)] == others


def test_a_hundred_and_twenty_days_with_some_left_out(entries):
    days = set(by_day(entries, "twitches"))
    assert min(days) >= TODAY - timedelta(days=119)
    assert max(days) == TODAY
    assert 105 <= len(days) < 120


def test_every_kind_is_there(entries):
    kinds = Counter(entry.kind for entry in entries)
    assert kinds.keys() == {
        "twitch",
        "drink",
        "sleep",
        "checkin",
        "note",
        "routine",
        "food",
        "plan",
    }
    assert kinds["checkin"] > 60


def test_days_have_up_to_twenty_five_twitches_mostly_of_the_right_index(entries):
    counts = by_day(entries, "twitches").values()
    assert max(counts) <= 25
    assert 5 < mean(counts) < 11
    where = Counter((e.details.side, e.details.part) for e in entries if e.kind == "twitch")
    assert where.most_common(1)[0][0] == ("right", "index")
    assert len(where) > 8


def test_most_twitches_come_in_the_afternoon(entries):
    hours = Counter(e.at.local().hour for e in entries if e.kind == "twitch")
    assert 13 <= hours.most_common(1)[0][0] <= 18


def test_short_nights_go_with_more_twitches(entries):
    slept, twitches = by_day(entries, "sleep_min"), by_day(entries, "twitches")
    days = [day for day in slept if slept[day] and day != TODAY]
    assert correlation([slept[d] for d in days], [twitches[d] for d in days]) < -0.35


def test_details_are_partly_answered(entries):
    twitches = [e.details for e in entries if isinstance(e.details, Twitch)]
    for field in ("doing", "felt", "lasted", "strength", "state"):
        answered = sum(bool(t.__dict__[field]) for t in twitches) / len(twitches)
        assert 0.1 < answered < 0.8, field


def test_drinks_are_believable(entries):
    caffeine, water = by_day(entries, "caffeine_mg"), by_day(entries, "water_ml")
    assert 120 < mean(caffeine.values()) < 320
    assert max(caffeine.values()) < 600
    assert 1500 < mean(water.values()) < 3000
    assert any(e.details.alcohol_g for e in entries if isinstance(e.details, Drink))


def test_most_days_have_a_few_meals_of_a_food_or_more(entries):
    foods = [e for e in entries if isinstance(e.details, Food)]
    days = {}
    for entry in foods:
        days.setdefault(day_of(entry.at), []).append(entry)
    meals = [len({e.details.meal for e in eaten}) for eaten in days.values()]
    assert len(days) > 95
    assert 2.5 < mean(meals) <= 4
    assert all(e.details.food and e.details.grams and e.details.portion for e in foods)
    assert 180 < mean(by_day(foods, "magnesium_mg").values()) < 420
    for found in regularity(days, 4):
        assert found.meal in MAIN_MEALS
        assert found.days > 70
        assert 8 < found.sd_min < 60
    assert 12 * 60 < regularity(days, 4)[1].mean_min < 13.5 * 60


def test_yesterday_can_be_repeated(entries):
    yesterday = [e for e in entries if day_of(e.at) == TODAY - timedelta(days=1)]
    assert {e.details.meal for e in yesterday if e.kind == "food"} == set(MEALS)


def test_the_last_weeks_hold_more_magnesium(entries):
    foods = [e for e in entries if e.kind == "food"]
    days = by_day(foods, "magnesium_mg")
    late = [mg for day, mg in days.items() if TODAY - timedelta(days=28) <= day < TODAY]
    early = [mg for day, mg in days.items() if day < TODAY - timedelta(days=28)]
    assert mean(late) > mean(early) + 20


def test_nobody_logs_while_asleep_and_no_sleeps_overlap(entries):
    sleeps = [e for e in entries if isinstance(e.details, Sleep)]
    assert len([e for e in sleeps if 11 < e.at.local().hour < 17]) >= 3
    for asleep in sleeps:
        for entry in entries:
            inside = asleep.at.utc_ms < entry.at.utc_ms < asleep.until.utc_ms
            assert not inside, (asleep, entry)


def test_the_last_day_is_as_the_window_opens(entries):
    today = [e for e in entries if day_of(e.belongs_at()) == TODAY]
    kinds = Counter(e.kind for e in today)
    assert kinds == {"twitch": 7, "drink": 7, "sleep": 1, "food": 7}
    meals = [e.details.meal for e in today if e.kind == "food"]
    assert list(dict.fromkeys(meals)) == ["breakfast", "lunch", "snack"]
    assert by_day(today, "caffeine_mg")[TODAY] == pytest.approx(190, abs=1)
    assert by_day(today, "sleep_min")[TODAY] == 7 * 60 + 10


@given(NOWS, st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_nothing_lies_ahead_and_all_is_in_order(now, days):
    written = [(until or at) for _, at, until, _ in sample_entries(now, PRESETS, days, foods=FOODS)]
    assert all(moment.utc_ms <= now.utc_ms for moment in written)
    assert all(day_of(moment) > day_of(now) - timedelta(days=days) for moment in written)
    order = [(day_of(moment), moment.utc_ms) for moment in written]
    assert order == sorted(order)


@given(st.integers(-12 * 60, 14 * 60))
@settings(max_examples=20, deadline=None)
def test_the_wall_clock_decides_in_every_zone(offset_min):
    there = Moment(NOW.utc_ms + (60 - offset_min) * 60_000, offset_min)
    here = [(what, at.local()) for what, at, _, _ in sample_entries(NOW, PRESETS, 3, foods=FOODS)]
    assert here == [
        (what, at.local()) for what, at, _, _ in sample_entries(there, PRESETS, 3, foods=FOODS)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_every_seed_makes_entries_that_the_diary_accepts(seed):
    for what, at, until, note in sample_entries(NOW, PRESETS, 60, seed, FOODS):
        Entry("0" * 32, at, what, until, note)
