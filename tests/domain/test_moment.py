from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steadyhands.domain.moment import DAY_MS, Moment, date_of_epoch_day, epoch_day
from steadyhands.domain.problem import Problem

ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/Berlin",
            "America/St_Johns",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Kiritimati",
            "Pacific/Apia",
            "Africa/Casablanca",
            "UTC",
        )
    ]
)
WALLS = st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1))
MOMENTS = st.builds(
    Moment,
    st.integers(-2_208_988_800_000 + DAY_MS, 7_258_118_400_000 - DAY_MS),
    st.integers(-1080, 1080),
)


@given(WALLS, ZONES, st.integers(0, 1))
@example(datetime(2026, 10, 25, 2, 30), ZoneInfo("Europe/Berlin"), 0)
@example(datetime(2026, 10, 25, 2, 30), ZoneInfo("Europe/Berlin"), 1)
@example(datetime(2026, 3, 29, 2, 30), ZoneInfo("Europe/Berlin"), 0)
def test_it_keeps_the_wall_clock_that_was_seen(wall, zone, fold):
    aware = wall.replace(tzinfo=zone, fold=fold)
    moment = Moment.of(aware)
    assert moment.local() == wall.replace(microsecond=wall.microsecond // 1000 * 1000)
    assert moment.utc_ms == (aware.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        milliseconds=1
    )


def test_the_hour_that_comes_twice_is_two_moments():
    berlin = ZoneInfo("Europe/Berlin")
    first = Moment.of(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=0))
    second = Moment.of(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1))
    assert first.local() == second.local()
    assert second.utc_ms - first.utc_ms == 3_600_000


@given(MOMENTS)
def test_iso_text_reads_back_as_the_same_moment(moment):
    assert Moment.of(datetime.fromisoformat(moment.iso())) == moment
    assert Moment.of(moment.aware()) == moment


@given(MOMENTS, st.integers(-DAY_MS, DAY_MS))
def test_shifted_moves_both_clocks_alike(moment, ms):
    later = moment.shifted(ms)
    assert later.utc_ms - moment.utc_ms == ms
    assert later.local() - moment.local() == timedelta(milliseconds=ms)


@pytest.mark.parametrize("ms", [-(10**15), 10**15, float("nan"), float("inf"), -(10**400)])
def test_no_calendar_shows_it(ms):
    with pytest.raises(Problem, match="1900 to 2200"):
        Moment(ms, 0)


@pytest.mark.parametrize("offset", [-1081, 1081, 100_000])
def test_no_zone_is_that_far_from_utc(offset):
    with pytest.raises(Problem, match="No time zone"):
        Moment(0, offset)


def test_a_datetime_without_zone_is_a_mistake_of_ours():
    with pytest.raises(TypeError):
        Moment.of(datetime(2026, 1, 1))


def test_an_offset_with_seconds_keeps_the_instant():
    old = timezone(timedelta(minutes=19, seconds=32))  # Amsterdam until 1937
    moment = Moment.of(datetime(1930, 5, 1, 12, 0, tzinfo=old))
    assert moment.aware().astimezone(UTC) == datetime(1930, 5, 1, 11, 40, 28, tzinfo=UTC)


@given(st.dates())
def test_epoch_days_go_both_ways(day):
    assert date_of_epoch_day(epoch_day(day)) == day


def test_epoch_days_count_from_1970():
    assert epoch_day(date(1970, 1, 1)) == 0
    assert epoch_day(date(1969, 12, 31)) == -1
