from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Note, Sleep
from steadyhands.domain.moment import HOUR_MS, Moment
from tests.factory import (
    a_beer,
    a_checkin,
    a_coffee,
    a_desk,
    a_moment,
    a_twitch,
    a_water,
    log_a_day,
    log_a_night,
    without_sync,
)
from tests.stubs import TUESDAY_AFTERNOON, FixedClock, moment_of

TODAY = date(2026, 3, 10)
OFFSETS = st.sampled_from([-720, -600, -210, 0, 60, 345, 765, 840])


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    without_sync(desk.journal._diary)
    yield desk
    desk.close()


def test_an_empty_day_is_a_day_too(desk):
    look = desk.look.day(desk.now())
    assert (look.day, look.starts_at) == (TODAY, 4)
    assert look.entries == ()
    assert look.doses == ()
    assert look.usual is None
    assert look.total("water_ml") == 0


def test_a_day_shows_its_entries_by_time(desk):
    log_a_day(desk.journal, desk.now())
    look = desk.look.day(desk.now())
    assert [e.at.utc_ms for e in look.entries] == sorted(e.at.utc_ms for e in look.entries)
    assert len(look.entries) == 9
    assert len(look.of_kind("twitch")) == 3
    assert look.total("water_ml") == 726
    assert look.total("sleep_min") == 450
    assert [dose.mg for dose in look.doses] == [96, 96]


def test_until_four_it_is_still_yesterday(desk):
    desk.journal.log(a_twitch(), a_moment(3, 59), desk.now())
    desk.journal.log(a_coffee(), a_moment(4, 0), desk.now())
    assert [e.kind for e in desk.look.entries_of(TODAY, desk.now())] == ["drink"]
    yesterday = desk.look.day(a_moment(3, 59))
    assert yesterday.day == date(2026, 3, 9)
    assert [e.kind for e in yesterday.entries] == ["twitch"]


def test_only_the_kinds_that_are_asked_for(desk):
    log_a_day(desk.journal, desk.now())
    found = desk.look.entries_of(TODAY, desk.now(), kinds=("note", "sleep"))
    assert [e.kind for e in found] == ["sleep", "note"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-60 * 60, 40 * 60), OFFSETS, st.sampled_from([0.5, 8, 24])),
        max_size=5,
    ),
    OFFSETS,
    st.integers(0, 12),
)
@example([(28 * 60, -720, 1)], 840, 4)
@example([(-19 * 60, 840, 24)], -720, 4)
def test_a_day_holds_its_entries_wherever_they_were_made(desk, drawn, here, starts_at):
    """Wall times around the day, made at any offset, read from any other."""
    far_ahead = a_moment(day=20)
    if desk.choices.read().day_starts_at != starts_at:
        desk.choices.change(day_starts_at=starts_at)
    pieces = []
    for minutes, offset, hours in drawn:
        at = moment_of(datetime(2026, 3, 10) + timedelta(minutes=minutes), offset)
        pieces.append((a_twitch(), at, None, ""))
        pieces.append((Sleep(), at, at.shifted(round(hours * HOUR_MS)), ""))
    done = desk.journal.log_all(pieces, far_ahead)
    near = moment_of(TUESDAY_AFTERNOON, here)
    days = {e.id: day_of(e.belongs_at(), starts_at) for e in done.entries}
    wanted = {key for key, day in days.items() if day == TODAY}
    assert {e.id for e in desk.look.entries_of(TODAY, near)} == wanted
    assert {e.id for e in desk.look.entries(TODAY, TODAY, near)} == wanted
    slept = desk.look.sleeps(TODAY, TODAY, near).get(TODAY, [])
    assert {e.id for e in slept} == {e.id for e in done.entries if e.kind == "sleep"} & wanted
    desk.journal.undo(far_ahead, act=done.act)


def test_entries_of_a_span_come_newest_first(desk):
    for day in (7, 8, 9, 10):
        desk.journal.log(Note(), a_moment(9, day=day), desk.now(), note=f"day {day}")
    found = desk.look.entries(date(2026, 3, 8), date(2026, 3, 9), desk.now())
    assert [e.note for e in found] == ["day 9", "day 8"]


def test_the_day_the_clocks_change_has_all_its_hours(tmp_path):
    clock = FixedClock(datetime(2026, 3, 29, 20), offset_min=120)
    desk = a_desk(tmp_path / "spring", clock)
    for hour, offset in ((3, 120), (4, 120), (23, 120)):
        day = 29 if hour < 23 else 28
        at = a_moment(hour, day=day, offset_min=offset if day == 29 else 60)
        desk.journal.log(a_twitch(), at, clock.now())
    assert len(desk.look.day(clock.now()).entries) == 1
    assert len(desk.look.entries_of(date(2026, 3, 28), clock.now())) == 2
    desk.close()


# ---- The hours before ----


def test_before_tells_drinks_and_the_last_sleep(desk):
    now = desk.now()
    log_a_night(desk.journal, now, datetime(2026, 3, 10, 7))
    desk.journal.log(a_beer(), a_moment(9, 59), now)
    desk.journal.log(a_coffee(), a_moment(10), now)
    desk.journal.log(a_water(), a_moment(13), now)
    desk.journal.log(a_water(), a_moment(14), now)
    before = desk.look.before(a_moment(14), hours=4)
    assert [d.details.name for d in before.drinks] == ["Coffee", "Water", "Water"]
    assert before.total("caffeine_mg") == 96
    assert before.last_with("caffeine_mg").at == a_moment(10)
    assert before.last_with("alcohol_g") is None
    assert before.sleep.until == a_moment(7)


def test_a_sleep_that_goes_on_is_not_the_last_one(desk):
    now = desk.now()
    log_a_night(desk.journal, now, datetime(2026, 3, 9, 7))
    log_a_night(desk.journal, now, datetime(2026, 3, 10, 7))
    assert desk.look.before(a_moment(5)).sleep.until == a_moment(7, day=9)
    assert desk.look.before(a_moment(7)).sleep.until == a_moment(7)
    assert desk.look.before(a_moment(7, day=1)).sleep is None


# ---- The usual ----


def fill(desk, days, twitches_by_ten=2, later=1):
    for number in range(1, days + 1):
        day = datetime(2026, 3, 10) - timedelta(days=number)
        times = [day + timedelta(hours=9)] * twitches_by_ten + [day + timedelta(hours=22)] * later
        pieces = [(a_twitch(), moment_of(time), None, "") for time in times]
        desk.journal.log_all(
            [*pieces, (a_water(), moment_of(day.replace(hour=8)), None, "")], desk.now()
        )


def test_the_usual_needs_a_week_of_days(desk):
    fill(desk, 6)
    assert desk.look.day(desk.now()).usual is None
    fill(desk, 7)
    assert desk.look.day(desk.now()).usual.days == 7


def test_the_usual_counts_until_this_hour_of_the_day(desk):
    fill(desk, 10)
    usual = {hour: desk.look.day(a_moment(hour)).usual.count for hour in (5, 8, 9, 14, 21, 22, 23)}
    assert usual == {5: 0, 8: 0, 9: 2, 14: 2, 21: 2, 22: 3, 23: 3}
    after_midnight = desk.look.day(a_moment(2, day=11))
    assert after_midnight.day == TODAY
    assert after_midnight.usual.count == 3


def test_days_with_anything_but_twitches_count_as_none_and_empty_days_not_at_all(desk):
    fill(desk, 7)
    for number in range(10, 14):
        at = moment_of(datetime(2026, 3, 10, 12) - timedelta(days=number))
        desk.journal.log(a_water(), at, desk.now())
    assert desk.look.day(desk.now()).usual.days == 11
    assert desk.look.day(desk.now()).usual.count == 2


def test_today_and_long_ago_are_not_part_of_the_usual(desk):
    fill(desk, 8)
    for _ in range(9):
        desk.journal.log(a_twitch(), a_moment(10), desk.now())
    old = moment_of(datetime(2026, 3, 10, 10) - timedelta(days=29))
    desk.journal.log_all([(a_twitch(), old, None, "")] * 50, desk.now())
    assert desk.look.day(desk.now()).usual.count == 2


# ---- Small things ----


def test_nights_are_found_by_the_day_of_waking(desk):
    now = desk.now()
    log_a_night(desk.journal, now, datetime(2026, 3, 9, 7))
    log_a_night(desk.journal, now, datetime(2026, 3, 10, 7))
    desk.journal.log(Sleep(), a_moment(13), now, until=a_moment(13, 30))
    nights = desk.look.sleeps(date(2026, 3, 8), TODAY, now)
    assert {day: len(found) for day, found in nights.items()} == {date(2026, 3, 9): 1, TODAY: 2}


def test_the_last_of_a_kind_is_not_one_that_lies_ahead(desk):
    late = a_moment(18)
    desk.journal.log(a_twitch("left", "palm"), late, late)
    assert desk.look.last("twitch", desk.now()) is None
    assert desk.look.last("twitch", late).details == a_twitch("left", "palm")
    assert desk.look.last("meal", late) is None


def test_a_twitch_without_aim_is_where_the_last_one_was(desk):
    now = desk.now()
    assert desk.journal.last_place(now) == ("right", "index")
    desk.choices.change(hand="left")
    assert desk.journal.last_place(now) == ("left", "index")
    desk.journal.log(a_twitch("right", "wrist"), a_moment(9), now)
    assert desk.journal.last_place(now) == ("right", "wrist")


def test_totals_leave_out_days_without(desk):
    now = desk.now()
    desk.journal.log(a_checkin(stress=0), a_moment(9, day=8), now)
    desk.journal.log(a_checkin(stress=5), a_moment(9), now)
    assert desk.look.totals("stress", date(2026, 3, 1), TODAY) == {date(2026, 3, 8): 0, TODAY: 5}


@pytest.mark.parametrize("year", [1990, 2150])
def test_days_of_any_year_can_be_looked_at(desk, year):
    then = a_moment(12, year=year)
    desk.journal.log(a_twitch(), then, then)
    look = desk.look.day(then)
    assert (look.day, len(look.entries)) == (date(year, 3, 10), 1)
    assert desk.look.day_of(Moment(then.utc_ms - 9 * HOUR_MS, 60)) == date(year, 3, 9)
