"""Nights and naps told apart, their middle and its spread, and the times to offer."""

from __future__ import annotations

import statistics
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain import sleep
from steadyhands.domain.entries import Entry, Sleep
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem


def at(text: str, offset_min: int = 60) -> Moment:
    wall = datetime.fromisoformat(text) - datetime(1970, 1, 1)
    return Moment(wall // timedelta(milliseconds=1) - offset_min * MINUTE_MS, offset_min)


def at_local(wall: datetime) -> Moment:
    return at(wall.isoformat())


def slept(began: str, woke: str, offset: int = 60) -> Entry:
    return Entry(began, at(began, offset), Sleep(), at(woke, offset))


def night(began: str, woke: str) -> sleep.Night:
    return sleep.Night((slept(began, woke),))


def nights_with_mid(*minutes: int) -> list[sleep.Night]:
    first = datetime(2026, 3, 1)
    found = []
    for day, minute in enumerate(minutes):
        mid = first + timedelta(days=day, minutes=minute)
        began, woke = mid - timedelta(hours=4), mid + timedelta(hours=4)
        found.append(night(began.isoformat(), woke.isoformat()))
    return found


def test_a_night_belongs_to_the_day_of_waking() -> None:
    found = sleep.sleep_days([slept("2026-03-01 23:10", "2026-03-02 06:50")])
    assert list(found) == [date(2026, 3, 2)]
    kept = found[date(2026, 3, 2)].night
    assert kept is not None
    assert kept.minutes == 460
    assert kept.mid_min == 3 * 60


def test_naps_are_kept_apart_from_the_night() -> None:
    entries = [
        slept("2026-03-02 14:00", "2026-03-02 14:20"),
        slept("2026-03-01 23:00", "2026-03-02 07:00"),
        slept("2026-03-02 20:30", "2026-03-02 21:10"),
    ]
    day = sleep.sleep_days(entries)[date(2026, 3, 2)]
    assert day.night is not None and day.night.minutes == 480
    assert day.nap_minutes == 60
    assert [nap.at.local().hour for nap in day.naps] == [14, 20]


def test_a_nap_alone_is_no_night() -> None:
    day = sleep.sleep_days([slept("2026-03-02 14:00", "2026-03-02 15:30")])[date(2026, 3, 2)]
    assert day.night is None
    assert day.nap_minutes == 90


def test_a_very_short_night_is_still_a_night() -> None:
    day = sleep.sleep_days([slept("2026-03-02 04:10", "2026-03-02 06:00")])[date(2026, 3, 2)]
    assert day.night is not None


def test_sleep_by_day_after_a_shift_is_a_night() -> None:
    day = sleep.sleep_days([slept("2026-03-02 08:30", "2026-03-02 15:00")])[date(2026, 3, 2)]
    assert day.night is not None and day.night.minutes == 390


def test_a_broken_night_is_one_night_on_the_day_of_its_last_waking() -> None:
    pieces = [
        slept("2026-03-01 22:30", "2026-03-02 03:00"),
        slept("2026-03-02 04:30", "2026-03-02 07:00"),
    ]
    found = sleep.sleep_days(pieces)
    assert list(found) == [date(2026, 3, 2)]
    whole = found[date(2026, 3, 2)].night
    assert whole is not None
    assert whole.minutes == 270 + 150  # the hour and a half awake does not count
    assert whole.mid_min == 2 * 60 + 45


def test_a_doze_in_the_evening_does_not_join_the_night() -> None:
    pieces = [
        slept("2026-03-01 21:00", "2026-03-01 21:40"),
        slept("2026-03-01 23:00", "2026-03-02 07:00"),
    ]
    found = sleep.sleep_days(pieces)
    assert found[date(2026, 3, 1)].nap_minutes == 40
    kept = found[date(2026, 3, 2)].night
    assert kept is not None and kept.minutes == 480


def test_length_counts_what_passed_when_the_clocks_change() -> None:
    spring = Entry("s", at("2026-03-28 23:00", 60), Sleep(), at("2026-03-29 07:00", 120))
    autumn = Entry("a", at("2026-10-24 23:00", 120), Sleep(), at("2026-10-25 07:00", 60))
    assert sleep.minutes_asleep(spring) == 7 * 60
    assert sleep.minutes_asleep(autumn) == 9 * 60


def test_mean_length() -> None:
    assert sleep.mean_minutes([]) is None
    both = [night("2026-03-01 23:00", "2026-03-02 07:00")]
    both.append(night("2026-03-03 00:00", "2026-03-03 06:00"))
    assert sleep.mean_minutes(both) == 420


def test_spread_needs_five_nights() -> None:
    assert sleep.mid_sleep_spread_min(nights_with_mid(180, 190, 200, 210)) is None
    assert sleep.mid_sleep_spread_min(nights_with_mid(180, 180, 180, 180, 180)) == 0


def test_spread_crosses_midnight() -> None:
    across = sleep.mid_sleep_spread_min(nights_with_mid(1430, 1435, 0, 5, 10))
    plain = statistics.stdev([-10, -5, 0, 5, 10])
    assert across == pytest.approx(plain, abs=0.01)


@given(
    st.lists(st.integers(0, 300), min_size=5, max_size=14),
    st.integers(0, 1439),
)
def test_spread_is_the_same_at_any_hour(mids: list[int], turn: int) -> None:
    turned = [(mid + turn) % 1440 for mid in mids]
    found = sleep.mid_sleep_spread_min(nights_with_mid(*turned))
    assert found == pytest.approx(statistics.stdev(mids), abs=0.05)


@given(st.lists(st.integers(0, 1439), min_size=5, max_size=14))
def test_spread_is_never_more_than_half_a_turn(mids: list[int]) -> None:
    found = sleep.mid_sleep_spread_min(nights_with_mid(*mids))
    assert found is not None and 0 <= found <= 800


def test_usual_times_at_first() -> None:
    assert sleep.usual_times([]) == (time(23), time(7))


def test_usual_times_are_medians_across_midnight() -> None:
    nights = [
        night("2026-03-01 23:40", "2026-03-02 06:50"),
        night("2026-03-03 00:20", "2026-03-03 07:10"),
        night("2026-03-03 23:58", "2026-03-04 11:00"),
    ]
    assert sleep.usual_times(nights) == (time(0), time(7, 10))


@given(st.integers(0, 1439), st.integers(60, 1300))
def test_usual_times_of_equal_nights_are_theirs_to_five_minutes(fell: int, length: int) -> None:
    began = datetime(2026, 3, 1) + timedelta(minutes=fell)
    woke = began + timedelta(minutes=length)
    usual = sleep.usual_times([night(began.isoformat(), woke.isoformat())] * 3)
    for found, true in zip(usual, (began, woke), strict=True):
        away = (found.hour * 60 + found.minute - true.hour * 60 - true.minute + 720) % 1440 - 720
        assert abs(away) <= 3


@pytest.mark.parametrize(
    ("now", "woke"),
    [
        ("05:33", time(5, 30)),  # up early
        ("09:00", time(7)),
        ("23:30", time(7)),  # not in bed yet: the night before
        ("01:00", time(7)),
    ],
)
def test_times_to_offer_for_last_night(now: str, woke: time) -> None:
    at_desk = datetime.fromisoformat(f"2026-03-02 {now}")
    assert sleep.expected_times((time(23), time(7)), at_desk) == (time(23), woke)


def test_times_to_offer_for_a_nap() -> None:
    assert sleep.expected_nap(datetime(2026, 3, 2, 14, 3)) == (time(13, 40), time(14))
    assert sleep.expected_nap(datetime(2026, 3, 2, 0, 7)) == (time(23, 45), time(0, 5))


def test_span_is_the_last_one_that_has_ended() -> None:
    now = at("2026-03-02 09:00")
    found = sleep.span_before(time(23, 10), time(6, 50), now, at_local)
    assert found == (at("2026-03-01 23:10"), at("2026-03-02 06:50"))
    early = sleep.span_before(time(23, 10), time(6, 50), at("2026-03-02 06:30"), at_local)
    assert early == (at("2026-02-28 23:10"), at("2026-03-01 06:50"))
    by_day = sleep.span_before(time(8), time(15), at("2026-03-02 16:00"), at_local)
    assert by_day == (at("2026-03-02 08:00"), at("2026-03-02 15:00"))


def test_equal_times_are_refused() -> None:
    with pytest.raises(Problem, match="Both times are the same"):
        sleep.span_before(time(7), time(7), at("2026-03-02 09:00"), at_local)


def spring_local(wall: datetime) -> Moment:
    """Stand in for a zone whose clocks went from 02:00 to 03:00 on 29 March 2026."""
    gap = datetime(2026, 3, 29, 2)
    if gap <= wall < gap + timedelta(hours=1):
        raise Problem("{time} did not exist on that day.", time=f"{wall:%H:%M}")
    return at(wall.isoformat(), 60 if wall < gap else 120)


def test_a_time_left_out_by_summer_time_is_refused_where_it_matters() -> None:
    now = at("2026-03-29 09:00", 120)
    with pytest.raises(Problem, match="02:30 did not exist"):
        sleep.span_before(time(2, 30), time(8), now, spring_local)
    began, woke = sleep.span_before(time(23), time(7), now, spring_local)
    assert (woke.utc_ms - began.utc_ms) / MINUTE_MS == 7 * 60
    # At 01:00 that morning the gap lies ahead: 02:30 means the day before.
    early = sleep.span_before(time(1, 30), time(2, 30), at("2026-03-29 01:00"), spring_local)
    assert early[1] == at("2026-03-28 02:30")


def autumn_local(wall: datetime) -> Moment:
    """Stand in for a zone whose clocks went from 03:00 back to 02:00 on 25 October 2026."""
    return at(wall.isoformat(), 120 if wall < datetime(2026, 10, 25, 3) else 60)


def test_an_hour_that_comes_twice_is_not_taken_for_ahead() -> None:
    second_0230 = at("2026-10-25 02:30", 60)
    _began, woke = sleep.span_before(time(22), time(2, 45), second_0230, autumn_local)
    assert woke == at("2026-10-25 02:45", 120)


WAS = (at("2026-03-01 23:10:20"), at("2026-03-02 06:50:20"))


@pytest.mark.parametrize(
    ("fell", "woke", "began", "ended"),
    [
        (time(23, 10), time(6, 50), "2026-03-01 23:10:20", "2026-03-02 06:50:20"),
        (time(23, 10), time(7, 5), "2026-03-01 23:10:20", "2026-03-02 07:05"),
        (time(0, 10), time(6, 50), "2026-03-02 00:10", "2026-03-02 06:50:20"),
        (time(8), time(15), "2026-03-02 08:00", "2026-03-02 15:00"),
    ],
)
def test_a_corrected_sleep_stays_on_its_day(fell: time, woke: time, began: str, ended: str) -> None:
    now = at("2026-03-05 12:00")
    assert sleep.changed_span(WAS, fell, woke, now, at_local) == (at(began), at(ended))


def test_a_correction_a_little_ahead_is_left_for_the_diary_to_refuse() -> None:
    now = at("2026-03-02 06:55")
    assert sleep.changed_span(WAS, time(23), time(7, 5), now, at_local)[1] == at("2026-03-02 07:05")


def test_a_correction_well_ahead_means_the_day_before() -> None:
    was = (at("2026-03-02 22:20"), at("2026-03-02 22:40"))
    found = sleep.changed_span(was, time(6), time(6, 30), at("2026-03-02 23:00"), at_local)
    assert found == (at("2026-03-02 06:00"), at("2026-03-02 06:30"))


def test_a_correction_to_equal_times_is_refused() -> None:
    with pytest.raises(Problem, match="Both times are the same"):
        sleep.changed_span(WAS, time(7), time(7), at("2026-03-02 09:00"), at_local)
