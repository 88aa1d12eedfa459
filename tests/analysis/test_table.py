"""From entries to days: what counts, to which day, and what stays unknown."""

from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.analysis.table import day_table, diary_hour
from steadyhands.domain.day import day_of
from steadyhands.domain.entries import (
    CheckIn,
    Drink,
    Food,
    Other,
    RoutineSession,
    SafetyNotice,
    Sleep,
    Supplement,
)
from steadyhands.domain.moment import Moment, epoch_day
from tests.factory import a_beer, a_coffee, a_moment, a_twitch, a_water, an_entry
from tests.strategies import MOMENTS
from tests.stubs import moment_of

TODAY = epoch_day(datetime(2026, 3, 20).date())
TENTH = epoch_day(datetime(2026, 3, 10).date())


def entries_of(*pieces):
    """Return entries from details and the hour (or moment) of 10 March."""
    return [
        an_entry(d, at if isinstance(at, Moment) else a_moment(at), id=f"{n:032x}")
        for n, (d, at) in enumerate(pieces)
    ]


def value(table, key, row=0):
    return table.values(key)[row]


def test_a_day_adds_up():
    table = day_table(
        entries_of(
            (a_twitch("left"), 9),
            (a_twitch("right", doing="typing"), 10),
            (a_coffee(caffeine_mg=95), 8),
            (a_coffee(caffeine_mg=60), 15),
            (a_water(300), 11),
            (a_beer(), 20),
            (CheckIn(4, tiredness=2, workout_min=30, screen_hours=6), 21),
            (CheckIn(6), 22),
            (RoutineSession("r", "R", 1, total_s=180), 17),
            (Supplement("Tablet", magnesium_mg=100), 8),
        ),
        TODAY,
    )

    assert (table.days, table.twitches, table.left, table.right) == ((TENTH,), (2,), (1,), (1,))
    told = {key: values[0] for key, values in table.factors}
    assert told["caffeine_mg"] == 155 and told["caffeine_late_mg"] == 60
    assert told["water_ml"] == 300, "neither coffee nor beer is water"
    assert told["alcohol_g"] == 13 and told["workout_min"] == 30 and told["routine_min"] == 3
    assert told["stress"] == 5 and told["tiredness"] == 2 and told["screen_hours"] == 6
    assert told["supplement_magnesium_mg"] == 100
    assert told["sleep_h"] is told["magnesium_mg"] is told["mental_load"] is None
    assert table.tags == ((TENTH, "doing:typing", 1),)


def test_what_was_not_logged_is_none_or_unknown():
    table = day_table(entries_of((a_twitch(), 9)), TODAY)

    assert value(table, "caffeine_mg") == value(table, "workout_min") == 0
    assert value(table, "water_ml") is value(table, "stress") is value(table, "sleep_h") is None


def test_a_day_without_entries_is_no_day_and_one_without_twitches_is_zero():
    table = day_table(entries_of((a_twitch(), 9), (a_water(), a_moment(day=13))), TODAY)

    assert table.days == (TENTH, TENTH + 3) and table.twitches == (1, 0)


def test_minerals_need_two_meals_and_are_scaled_to_three():
    meals = [
        (Food("breakfast", "Oats", 80, magnesium_mg=100), 8),
        (Food("lunch", "Rice", 80, magnesium_mg=50), 13),
    ]
    milk = (Drink("Milk", 250, 220, magnesium_mg=27), 16)

    first = (a_twitch(), 7)
    assert value(day_table(entries_of(first, meals[0]), TODAY), "magnesium_mg") is None
    table = day_table(entries_of(first, *meals, milk), TODAY)
    assert value(table, "magnesium_mg") == pytest.approx(150 * 3 / 2 + 27)
    assert table.meals == (2,)


def test_today_later_and_deleted_entries_and_notices_do_not_count():
    kept = entries_of((a_twitch(), 9))
    more = [
        an_entry(a_twitch(), a_moment(day=20), id="a" * 32),
        an_entry(a_twitch(), a_moment(day=25), id="b" * 32),
        an_entry(a_twitch(), a_moment(day=11), id="c" * 32, deleted=True),
        an_entry(SafetyNotice("rising"), a_moment(day=12), id="d" * 32),
    ]

    assert day_table(kept + more, TODAY) == day_table(kept, TODAY)


def test_the_order_of_entries_does_not_matter():
    pieces = [(a_twitch(), hour) for hour in range(8, 20)] + [(a_coffee(), 9), (a_water(), 9)]
    entries = entries_of(*pieces)
    mixed = list(entries)
    Random(3).shuffle(mixed)

    assert day_table(mixed, TODAY) == day_table(entries, TODAY)


@given(MOMENTS, st.integers(0, 12))
def test_days_are_those_of_the_diary(moment, starts_at):
    assert diary_hour(moment, starts_at) // 24 == epoch_day(day_of(moment, starts_at))


def test_the_wall_clock_of_the_entry_decides_on_journeys_and_at_summer_time():
    """The same hours of the clock make the same table in every zone."""

    def table(offsets):
        entries = []
        for day, offset in enumerate(offsets):
            wall = datetime(2026, 3, 10) + timedelta(days=day)
            for hour in (1, 9, 15, 23):
                at = moment_of(wall + timedelta(hours=hour), offset)
                entries.append(an_entry(a_coffee(), at, id=f"{day:016x}{hour:016x}"))
        return day_table(entries, TODAY + 5)

    assert table([60] * 6) == table([60, 60, 120, -300, -300, 540])


def test_caffeine_after_midnight_is_late_caffeine_of_the_day_before():
    pieces = [(a_twitch(), 9), (a_coffee(caffeine_mg=80), a_moment(1, day=11))]
    table = day_table(entries_of(*pieces), TODAY)

    assert table.days == (TENTH,) and value(table, "caffeine_late_mg") == 80


def test_sleep_belongs_to_waking_and_its_shift_to_the_usual_before():
    nights = entries_of((a_twitch(), 9))
    for day in range(8):
        woke = a_moment(7 if day < 7 else 9, day=10 + day)
        night = {"at": woke.shifted(-8 * 3_600_000), "until": woke}
        nights.append(an_entry(Sleep(), id=f"{day + 1:032x}", **night))
    table = day_table(nights, TODAY)

    assert table.days == tuple(range(TENTH, TENTH + 8)) and table.sleep_told == (1,) * 8
    assert set(table.values("sleep_h")) == {8}
    assert table.values("sleep_shift_h") == (None,) * 5 + (0, 0, 2)


def test_meals_at_other_times_than_usual_are_told():
    entries = entries_of((a_twitch(), 7))
    for day in range(7):
        late = 1.0 if day == 6 else 0
        for meal, hour in (("breakfast", 8), ("dinner", 18)):
            at = a_moment(day=10 + day, hour=hour).shifted(round(late * 3_600_000))
            entries.append(an_entry(Food(meal), at, id=f"{day:016x}{hour:016x}"))
    table = day_table(entries, TODAY)

    assert table.values("meal_shift_h") == (None,) * 5 + (0, 1)


def test_own_trackers_are_unknown_where_not_logged():
    mood = Other("mood", (), (("mood", 7.0),))
    table = day_table(entries_of((mood, 9), (a_twitch(), 9), (a_water(), a_moment(day=11))), TODAY)

    assert table.values("own:mood") == (7, None)
    assert "own:mood" not in dict(table.cut(TODAY, TENTH + 1).factors)


def test_days_count_from_the_first_twitch_on():
    """Sleep imported from years before is no sign that nothing twitched."""
    old = [(a_water(), a_moment(day=day)) for day in (1, 2, 3)]
    table = day_table(entries_of(*old, (a_twitch(), 9), (a_water(), a_moment(day=12))), TODAY)

    assert table.first == TENTH and table.days == (TENTH, TENTH + 2)
    assert day_table(entries_of(*old), TODAY).days == ()
    later = day_table(entries_of(*old, (a_twitch(), 9)), TODAY, first=TENTH - 99, earlier=50)
    assert later.first == TENTH - 99 and len(later.days) == 4, "the first twitch lies before"


def test_minutes_that_a_program_counted_are_no_logging():
    desk = Other("desk_min", (), (("desk_min", 50.0),))
    table = day_table(entries_of((a_twitch(), 9), (desk, a_moment(day=12))), TODAY)

    assert table.days == (TENTH,) and "own:desk_min" not in dict(table.factors)


def test_a_table_cut_is_a_diary_cut():
    from tests.simulate.diary import Diary
    from tests.simulate.person import FIRST_DAY, Person, Scenario

    entries = Diary(Person(Scenario(gappy=True), 4, 60)).entries
    whole = day_table(entries, FIRST_DAY + 60)

    for day in (FIRST_DAY + 1, FIRST_DAY + 30, FIRST_DAY + 59):
        assert whole.cut(day) == day_table(entries, day)
