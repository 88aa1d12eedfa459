from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.caffeine import band, doses_in, remaining
from steadyhands.domain.entries import Drink, Food
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.services.look import DayLook
from steadyhands.ui.widgets.timeline_layout import clusters, stacked_rows
from steadyhands.ui.widgets.timeline_state import (
    ALCOHOL,
    CAFFEINE,
    MEAL,
    SLEEP,
    TWITCH,
    WATER,
    build_timeline,
    drink_kind,
)
from tests.factory import a_beer, a_coffee, a_moment, a_night, a_twitch, a_water, an_entry
from tests.stubs import moment_of

DAY = date(2026, 3, 10)
NOW = a_moment(16, 30)


def at(hours: float, offset_min: int = 60):
    return moment_of(datetime(2026, 3, 10) + timedelta(hours=hours), offset_min)


def a_day(*entries, starts_at=4):
    ordered = tuple(sorted(entries, key=lambda entry: entry.at.utc_ms))
    return DayLook(DAY, starts_at, ordered, tuple(doses_in(ordered)))


def test_a_day_runs_from_its_midnight_to_its_end():
    state = build_timeline(a_day(), NOW, 5.0)
    assert (state.start, state.end) == (0, 28 * 60)
    assert state.now == 16.5 * 60
    assert not state.events and not state.curve
    assert build_timeline(a_day(starts_at=0), NOW, 5.0).end == 24 * 60


def test_everything_stands_at_its_minute_by_time():
    state = build_timeline(
        a_day(
            an_entry(a_twitch(), at(9.1)),
            an_entry(a_water(), at(8)),
            an_entry(a_coffee(), at(10)),
            an_entry(a_beer(), at(16)),
            an_entry(a_night(), at(-0.5), until=at(6.5)),
        ),
        NOW,
        5.0,
    )
    found = [(event.kind, round(event.minute)) for event in state.events]
    assert found == [(SLEEP, -30), (WATER, 480), (TWITCH, 546), (CAFFEINE, 600), (ALCOHOL, 960)]
    assert state.events[0].until == 390


def test_the_hour_after_midnight_belongs_to_the_end_of_the_day():
    late = build_timeline(a_day(an_entry(a_twitch(), at(25))), at(25.5), 5.0)
    assert late.events[0].minute == 25 * 60
    assert late.now == 25.5 * 60


def test_a_day_that_is_not_today_has_no_now():
    assert build_timeline(a_day(), at(40), 5.0).now is None


def test_what_a_drink_counts_as():
    assert drink_kind(Drink("Decaf", 237, 236, 2)) == WATER
    assert drink_kind(Drink("Tea", 237, 236, 47)) == CAFFEINE
    assert drink_kind(Drink("Irish coffee", 200, 180, 60, 14)) == ALCOHOL


def test_the_curve_is_the_domains_at_every_point():
    day = a_day(an_entry(a_coffee(), at(8)), an_entry(a_coffee(), at(13.2)))
    state = build_timeline(day, NOW, 5.0)
    midnight_ms = at(0).utc_ms
    for minute, low, mid, high in state.curve:
        wanted = band(day.doses, midnight_ms + round(minute * MINUTE_MS), 5.0)
        assert (low, mid, high) == pytest.approx((wanted.low, wanted.mid, wanted.high))
        assert low <= mid <= high
    assert state.now_mg == remaining(day.doses, NOW.utc_ms, 5.0)
    assert state.most_mg == max(high for *_, high in state.curve)
    minutes = [point[0] for point in state.curve]
    assert minutes == sorted(set(minutes)) and minutes[0] == 0 and minutes[-1] == state.end


def test_after_a_journey_the_curve_keeps_to_the_hours_that_passed():
    entry = an_entry(a_coffee(), at(8, offset_min=60))  # 07:00 UTC
    state = build_timeline(a_day(entry), at(16.5, offset_min=0), 5.0)
    assert state.events[0].minute == 8 * 60  # as the clock there showed
    first = next(minute for minute, _, mid, _ in state.curve if mid > 0)
    assert 7 * 60 < first <= 7 * 60 + 20  # an hour earlier on the clock here


def test_an_unchanged_curve_is_kept():
    day = a_day(an_entry(a_coffee(), at(8)))
    before = build_timeline(day, NOW, 5.0)
    later = NOW.shifted(5 * MINUTE_MS)
    assert build_timeline(day, later, 5.0, before).curve is before.curve
    assert build_timeline(day, later, 6.0, before).curve != before.curve
    more = a_day(an_entry(a_coffee(), at(8)), an_entry(a_coffee(), at(9)))
    assert build_timeline(more, later, 5.0, before).curve != before.curve


@given(st.lists(st.floats(0, 500), max_size=60).map(sorted))
def test_marks_overlap_only_when_all_rows_are_full(places):
    rows = stacked_rows(places, 20, most=3)
    assert all(0 <= row < 3 for row in rows)
    for i, (place, row) in enumerate(zip(places, rows, strict=True)):
        under = [
            p for p, r in zip(places[:i], rows[:i], strict=True) if r == row and place < p + 20
        ]
        if under:
            busy = {r for p, r in zip(places[:i], rows[:i], strict=True) if place < p + 20}
            assert busy == {0, 1, 2}


@given(st.lists(st.floats(0, 500), max_size=60).map(sorted))
def test_every_tick_is_in_one_cluster(places):
    groups = clusters(places, 6)
    assert [i for group in groups for i in group] == list(range(len(places)))


def test_foods_of_one_meal_share_a_mark_while_they_are_close():
    ate = [("lunch", 12.0), ("snack", 12.2), ("lunch", 12.4), ("lunch", 13.5), ("snack", 16)]
    entries = [an_entry(Food(meal), at(hour), id=f"{i:032x}") for i, (meal, hour) in enumerate(ate)]
    meals = build_timeline(a_day(*entries), NOW, 5.0).of_kinds(MEAL)
    assert [(round(e.minute), len(e.more)) for e in meals] == [
        (720, 1),
        (732, 0),
        (810, 0),
        (960, 0),
    ]
