from datetime import date, datetime, timedelta
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.day import day_of
from steadyhands.domain.eating import MAIN_MEALS, MEALS, Food
from steadyhands.domain.meals import (
    OwnMeal,
    Regularity,
    gap_since,
    main_meal_times,
    meal_at,
    regularity,
)
from steadyhands.domain.problem import Problem
from tests.factory import a_moment, a_water, an_entry
from tests.stubs import moment_of

FIRST = date(2026, 3, 1)
MINUTES = st.lists(st.integers(0, 24 * 60 - 1), min_size=1, max_size=14)


def by_day(times, starts_at, meal="dinner"):
    """Return a meal a day, so many minutes after the diary's day began."""
    days = {}
    for number, minute in enumerate(times):
        begins = datetime.combine(FIRST + timedelta(days=number), datetime.min.time())
        at = moment_of(begins + timedelta(hours=starts_at, minutes=minute))
        days.setdefault(day_of(at, starts_at), []).append(an_entry(Food(meal, "Rice"), at))
    return days


@pytest.mark.parametrize(
    ("clock", "meal"),
    [
        ((7, 0), "breakfast"),
        ((10, 29), "breakfast"),
        ((11, 0), "snack"),
        ((12, 0), "lunch"),
        ((14, 0), "lunch"),
        ((16, 0), "snack"),
        ((18, 30), "dinner"),
        ((21, 0), "dinner"),
        ((23, 30), "snack"),
        ((2, 0), "snack"),
    ],
)
def test_the_clock_suggests_a_meal(clock, meal):
    assert meal_at(clock[0] * 60 + clock[1]) == meal


@given(st.floats(-10_000, 10_000))
def test_any_minute_has_a_meal(minute):
    assert meal_at(minute) in MEALS


def test_only_the_first_food_of_a_main_meal_tells_its_time():
    day = [
        an_entry(Food("lunch", "Apple"), a_moment(13, 5)),
        an_entry(Food("lunch", "Rice"), a_moment(12, 40)),
        an_entry(Food("snack", "Nuts"), a_moment(9, 0)),
        an_entry(Food("breakfast"), a_moment(7, 30)),
        an_entry(a_water(), a_moment(6, 0)),
    ]
    times = main_meal_times({date(2026, 3, 10): day}, 4)
    assert times == {"breakfast": [210], "lunch": [520], "dinner": []}


def test_five_days_are_needed_for_a_spread():
    four = regularity(by_day([900, 930, 960, 990], 4), 4)[2]
    assert four == Regularity("dinner", 4, 945 + 240)
    five = regularity(by_day([900, 930, 960, 990, 1020], 4), 4)[2]
    assert five.sd_min == pytest.approx(stdev([900, 930, 960, 990, 1020]))
    assert regularity({}, 4) == tuple(Regularity(meal, 0) for meal in MAIN_MEALS)


def test_dinners_around_midnight_are_near_each_other():
    late = regularity(by_day([1190, 1195, 1200, 1205, 1210], 4), 4)[2]  # 23:50 to 00:10
    assert late.mean_min == pytest.approx(0)
    assert late.sd_min == pytest.approx(stdev([-10, -5, 0, 5, 10]))


@given(MINUTES, st.integers(0, 12))
def test_mean_and_spread_are_those_of_the_minutes_since_the_day_began(times, starts_at):
    found = regularity(by_day(times, starts_at), starts_at)[2]
    assert found.days == len(times)
    assert found.mean_min == pytest.approx((mean(times) + starts_at * 60) % 1440, abs=1e-6)
    assert 0 <= found.mean_min < 1440
    if len(times) < 5:
        assert found.sd_min is None
    else:
        assert found.sd_min == pytest.approx(stdev(times), abs=1e-6)


@given(
    st.lists(st.integers(0, 300), min_size=5, max_size=14), st.integers(0, 12), st.integers(0, 1139)
)
def test_a_later_hour_changes_the_mean_alone(times, starts_at, later):
    early = regularity(by_day(times, starts_at), starts_at)[2]
    late = regularity(by_day([time + later for time in times], starts_at), starts_at)[2]
    assert late.sd_min == pytest.approx(early.sd_min, abs=1e-6)
    turned = (late.mean_min - early.mean_min - later + 720) % 1440
    assert turned == pytest.approx(720, abs=1e-6)


def test_the_gap_since_a_meal():
    assert gap_since(a_moment(12, 30), a_moment(14, 0)) == 90
    assert gap_since(None, a_moment()) is None
    assert gap_since(a_moment(14, 1), a_moment(14, 0)) == 0


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"id": ""}, {"name": "x" * 81}, {"name": "a\x01"}, {"parts": ()}]
    + [{"parts": (("oats", grams, ""),)} for grams in (0, -1, 5001, float("nan"))],
)
def test_what_no_own_meal_can_be_is_refused(wrong):
    with pytest.raises(Problem):
        OwnMeal("own-bowl", "Bowl", (("oats", 40, ""),)).replaced(**wrong)
