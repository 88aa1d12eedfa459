from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.entries import PlanMark
from steadyhands.report.period import Period, by_hour, shares, spread
from tests.factory import a_beer, a_checkin, a_moment, a_twitch, a_water, an_entry

MARCH = date(2026, 3, 2)


def entry(details, hour, day):
    return an_entry(details, at=a_moment(hour, 0, day, 3))


def a_period(*entries, days=7):
    return Period(entries, MARCH, MARCH + timedelta(days=days - 1), 4)


def test_a_day_without_entries_is_missing_and_one_without_twitches_is_zero():
    period = a_period(entry(a_twitch(), 10, 2), entry(a_water(), 10, 3), entry(a_twitch(), 11, 2))
    assert period.counts() == {date(2026, 3, 2): 2, date(2026, 3, 3): 0}


def test_what_the_plan_writes_records_no_day():
    period = a_period(entry(PlanMark("task", "water"), 10, 2))
    assert period.recorded == []
    assert period.counts() == {}


def test_entries_outside_the_days_are_left_out_and_the_small_hours_are_yesterday():
    early, late = entry(a_twitch(), 3, 2), entry(a_twitch(), 3, 9)
    assert a_period(early, late).counts() == {date(2026, 3, 8): 1}


def test_amounts_are_sums_or_means_of_a_day():
    period = a_period(
        entry(a_water(200), 9, 2),
        entry(a_water(300), 10, 2),
        entry(a_checkin(2), 10, 2),
        entry(a_checkin(5), 12, 2),
        entry(a_twitch(), 10, 3),
    )
    assert period.amounts("water_ml", ("drink",)) == {date(2026, 3, 2): 500}
    assert period.amounts("stress", ("checkin",)) == {date(2026, 3, 2): 3.5}
    assert period.amounts("alcohol_g", ("drink",)) == {date(2026, 3, 2): 0}
    everyday = period.amounts("alcohol_g", ("drink",), logged=False)
    assert everyday == {date(2026, 3, 2): 0, date(2026, 3, 3): 0}


def test_hours_are_of_the_clock_where_it_happened():
    counts = by_hour([entry(a_beer(), 21, 2)])
    assert counts[21] == 1
    assert sum(counts) == 1


def test_shares_leave_out_what_was_not_said():
    assert shares(["jerk", "", "buzz", "jerk"]) == [("jerk", 2, 2 / 3), ("buzz", 1, 1 / 3)]


def test_no_amounts_have_no_spread():
    assert spread([]) is None


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
def test_a_spread_is_in_order_and_inside_the_amounts(amounts):
    found = spread(amounts)
    inside = [found.least, found.low, found.median, found.high, found.most]
    assert inside == sorted(inside)
    assert (found.least, found.most, found.days) == (min(amounts), max(amounts), len(amounts))
