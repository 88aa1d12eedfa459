from datetime import datetime

import pytest

from steadyhands.domain.moment import HOUR_MS
from steadyhands.domain.profile import Profile
from steadyhands.services.choices import Choices
from steadyhands.services.look import DayLook
from steadyhands.ui.header_state import build_header, pace
from tests.factory import a_coffee, a_desk, a_moment, log_a_day
from tests.stubs import FixedClock

NIGHTFALL = datetime(2026, 3, 10, 23, 0)


def state_of(desk):
    profile = desk.profile.read()
    return build_header(desk.look.day(desk.now()), desk.choices.read(), profile, desk.now())


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def test_an_empty_day_knows_no_sleep_and_no_usual(desk):
    state = state_of(desk)
    assert (state.twitches, state.water_ml, state.caffeine_mg) == (0, 0, 0)
    assert (state.usual, state.sleep_min) == (None, None)
    assert state.goal_ml == 2000


def test_a_day_adds_up(desk):
    log_a_day(desk.journal, desk.now())
    state = state_of(desk)
    assert state.twitches == 3
    assert state.water_ml == pytest.approx(250 + 2 * 238, abs=2)
    assert state.caffeine_mg == 192
    assert 0 < state.in_body_mg < 192
    assert state.sleep_min == 450


def test_coffee_of_the_evening_before_is_in_the_body_but_not_of_today(desk):
    now = desk.now()
    desk.journal.log(a_coffee(), now.shifted(-16 * HOUR_MS), now)
    state = state_of(desk)
    assert state.caffeine_mg == 0
    assert state.in_body_mg > 1


def test_the_pace_runs_from_waking_to_bedtime():
    look = DayLook(a_moment().local().date(), 4)
    choices = Choices(water_goal_ml=1600)
    at = [pace(look, choices, a_moment(hour)) for hour in (5, 7, 15, 23)]
    assert at == pytest.approx([0, 0, 1600 * 8 / 15, 1600])  # reached an hour before bedtime


def test_the_pace_begins_at_the_waking_that_was_logged(desk):
    log_a_day(desk.journal, desk.now())  # woke at 6:45
    early = pace(desk.look.day(desk.now()), desk.choices.read(), a_moment(7))
    assert early > 0


def test_a_bedtime_after_midnight_belongs_to_the_evening(tmp_path):
    look = DayLook(NIGHTFALL.date(), 4)
    late = Choices(bedtime_min=60)  # 01:00
    assert 0 < pace(look, late, a_moment(23)) < late.water_goal_ml


def test_after_midnight_the_day_goes_on_until_it_ends(tmp_path):
    desk = a_desk(tmp_path, FixedClock(datetime(2026, 3, 11, 1, 30)))
    log_a_day(desk.journal, desk.now())
    assert state_of(desk).twitches == 3
    desk.close()


def test_the_strip_knows_what_the_profile_permits(desk):
    desk.profile.keep(Profile("65-70", conditions=("liver",)))
    state = state_of(desk)
    assert (state.water.shown, state.water.reason) == (False, "liver")
    assert (state.limit.shown, state.limit.reason) == (False, "liver")
    assert (state.band.low_h, state.band.high_h) == (7, 8)
