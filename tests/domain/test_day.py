from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steadyhands.domain.day import check_day_start, day_bounds, day_of
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from tests.domain.test_moment import MOMENTS, WALLS, ZONES
from tests.factory import a_moment

STARTS = st.integers(0, 12)


@given(MOMENTS, STARTS)
def test_a_moment_lies_within_its_day_and_no_other(moment, starts_at):
    day = day_of(moment, starts_at)
    begins, ends = day_bounds(day, starts_at)
    assert begins <= moment.local() < ends
    assert day_bounds(day + timedelta(days=1), starts_at)[0] == ends


@given(WALLS, STARTS, st.integers(-1080, 1080))
def test_only_the_wall_clock_decides(wall, starts_at, offset):
    wall = wall.replace(microsecond=0)
    ms = (wall - datetime(1970, 1, 1)) // timedelta(milliseconds=1)
    here = Moment(ms, 0)
    there = Moment(ms - offset * 60_000, offset)
    assert day_of(here, starts_at) == day_of(there, starts_at)


@pytest.mark.parametrize("month", range(1, 13))
def test_four_in_the_morning_is_where_a_day_begins(month):
    before = Moment(a_moment(4, 0, 10, month).utc_ms - 1, 60)
    assert day_of(before) == date(2026, month, 9)
    assert day_of(a_moment(4, 0, 10, month)) == date(2026, month, 10)
    assert day_of(a_moment(0, 0, 10, month)) == date(2026, month, 9)
    assert day_of(a_moment(0, 0, 10, month), starts_at=0) == date(2026, month, 10)


@given(WALLS, ZONES, STARTS)
@example(datetime(2026, 3, 29, 0, 0), ZoneInfo("Europe/Berlin"), 4)
@example(datetime(2026, 10, 25, 0, 0), ZoneInfo("Europe/Berlin"), 2)
@example(datetime(2011, 12, 29, 12, 0), ZoneInfo("Pacific/Apia"), 4)
def test_time_going_on_in_one_zone_never_goes_back_a_day_but_where_clocks_do(wall, zone, starts_at):
    start = wall.replace(tzinfo=zone).astimezone(UTC)
    moments = [Moment.of((start + timedelta(minutes=20 * n)).astimezone(zone)) for n in range(80)]
    for earlier, later in pairwise(moments):
        if later.local() >= earlier.local():
            assert day_of(later, starts_at) >= day_of(earlier, starts_at)


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)), ZONES)
def test_noon_is_in_its_own_day_whatever_clocks_did_at_night(day, zone):
    noon = datetime.combine(day, time(12), zone)
    assert day_of(Moment.of(noon)) == day


def test_the_night_of_the_change_keeps_both_its_hours():
    berlin = ZoneInfo("Europe/Berlin")
    for fold in (0, 1):
        twice = Moment.of(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold))
        assert day_of(twice) == date(2026, 10, 24)
        assert day_of(twice, starts_at=2) == date(2026, 10, 25)


def test_a_journey_moves_no_older_entry():
    lisbon = a_moment(23, 30, offset_min=0)
    assert day_of(lisbon) == date(2026, 3, 10)
    read_in_tokyo = Moment(lisbon.utc_ms, lisbon.offset_min)
    assert day_of(read_in_tokyo) == date(2026, 3, 10)


@pytest.mark.parametrize("hour", [-1, 13, 24, 10**9, float("nan")])
def test_a_day_starts_in_the_morning(hour):
    with pytest.raises(Problem, match="between 0 and 12"):
        check_day_start(hour)


@given(STARTS)
def test_any_hour_till_noon_may_start_a_day(hour):
    assert check_day_start(hour) == hour


@pytest.mark.parametrize("hour", [3.5, True, "4"])
def test_a_day_starts_on_the_hour(hour):
    with pytest.raises(Problem, match="between 0 and 12"):
        check_day_start(hour)
