import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain.routine import player
from steadyhands.domain.routine.plan import HOLD, MOVE, READY
from steadyhands.domain.routine.player import GAP_S, MOST_STEP_S, advance, begin
from tests.domain.routine.routines import ROUTINES, a_routine, a_step

TICK_S = 0.25  # adds up exactly with the quarters of the routines
STEPS_OF_TIME = st.lists(st.floats(0.001, MOST_STEP_S), min_size=1, max_size=60)
ACTS = st.sampled_from(
    [
        player.skip,
        player.back,
        player.skip_turn,
        player.back_turn,
        player.pause,
        player.resume,
        *(lambda state, dt=dt: advance(state, dt) for dt in (0.05, 0.4, 2.9, 10.0, -5.0)),
    ]
)


def played(state, seconds, dt_s=TICK_S):
    for _ in range(round(seconds / dt_s)):
        state = advance(state, dt_s)
    return state


def place(state):
    return state.beat, round(state.at_s, 6)


# ---- Time ----


@given(ROUTINES, STEPS_OF_TIME, STEPS_OF_TIME)
def test_however_time_is_chopped_the_same_place_is_reached(routine, one, other):
    same = min(sum(one), sum(other))
    for chopped in (one, other):
        state, gone = begin(routine), 0.0
        for dt in chopped:
            dt = min(dt, same - gone)
            state, gone = advance(state, dt), gone + dt
        assert state.played_s == pytest.approx(min(same, state.plan.length_s))
        at = state.plan.length_s if state.is_finished else state.plan.starts[state.beat]
        assert at + state.at_s == pytest.approx(state.played_s)


@given(ROUTINES, st.data())
def test_no_step_of_time_passes_over_a_beat(routine, data):
    state = begin(routine)
    deltas = st.floats(allow_nan=True, allow_infinity=True) | st.floats(0, GAP_S)
    for dt in data.draw(st.lists(deltas, max_size=40)):
        later = player.resume(advance(state, dt))
        assert later.beat in (state.beat, state.beat + 1)
        assert later.played_s - state.played_s <= MOST_STEP_S + 1e-9
        state = later


@settings(max_examples=30)
@given(ROUTINES)
def test_left_alone_it_goes_through_every_beat_and_holds_all(routine):
    state, seen = begin(routine), {0}
    while not state.is_finished:
        later = advance(state, MOST_STEP_S)
        assert player.finished_share(later) >= player.finished_share(state)
        state = later
        seen.add(state.beat)
    assert seen == set(range(len(state.plan.beats) + 1))
    assert player.finished_share(state) == pytest.approx(1)
    assert state.played_s == pytest.approx(routine.length_s())
    assert state.now is None


def test_a_blocked_second_stretches_a_hold_and_does_not_shorten_it():
    state = played(begin(a_routine()), 5.0)
    assert state.now.phase == HOLD
    assert advance(state, 1.0).at_s == MOST_STEP_S


@pytest.mark.parametrize("dt", [GAP_S + 0.01, 8 * 3600, math.inf])
def test_after_a_gap_it_waits_where_it_stood(dt):
    state = played(begin(a_routine()), 7.0)
    woken = advance(state, dt)
    assert (woken.paused, place(woken)) == (player.GAP, place(state))
    assert advance(woken, 0.1) == woken
    assert place(advance(player.resume(woken), 0.25)) == (state.beat, state.at_s + 0.25)


@pytest.mark.parametrize("dt", [0, -1, -math.inf, math.nan])
def test_time_that_stands_or_runs_back_moves_nothing(dt):
    state = played(begin(a_routine()), 7.0)
    assert advance(state, dt) == state


# ---- What a person does ----


@given(ROUTINES, st.lists(ACTS, max_size=40))
def test_whatever_is_pressed_it_stays_inside(routine, acts):
    state = begin(routine)
    for act in acts:
        state = act(state)
        assert 0 <= state.beat <= len(state.plan.beats)
        assert state.is_finished or 0 <= state.at_s < state.now.length_s
        assert 0 <= player.finished_share(state) <= 1
        assert state.played_s >= 0
        for beat, seconds in zip(state.plan.holds, player.held(state), strict=True):
            assert 0 <= seconds <= beat.length_s


@given(ROUTINES, st.lists(ACTS, max_size=30))
def test_going_back_never_takes_away_what_was_held(routine, acts):
    state = begin(routine)
    for act in acts:
        later = act(state)
        assert player.held_s(later) >= player.held_s(state) - 1e-9
        state = later


def test_pause_holds_the_time_and_resume_lets_it_go():
    state = played(begin(a_routine()), 6)
    paused = player.pause(state)
    assert advance(paused, 0.2) == paused
    assert player.pause(paused) == paused
    assert player.resume(paused) == state
    assert player.resume(state) == state


def test_skip_and_back_go_pose_by_pose():
    state = begin(a_routine())
    phases = []
    for _ in range(5):
        state = player.skip(state)
        phases.append((state.now.phase, state.now.end))
    assert phases == [
        (MOVE, "full_fist"),
        (MOVE, "spread"),
        (MOVE, "full_fist"),
        (MOVE, "spread"),
        (READY, "rest"),
    ]
    assert (player.back(state).now.phase, player.back(state).now.end) == (MOVE, "spread")


def test_back_in_a_hold_does_the_pose_again_and_at_the_start_stays_there():
    state = played(begin(a_routine()), 7)
    assert state.now.phase == HOLD
    again = player.back(state)
    assert (again.now.phase, again.beat, again.at_s) == (MOVE, state.beat - 1, 0)
    start = begin(a_routine())
    assert player.back(start) == start
    assert player.back_turn(start) == start


def test_turns_can_be_skipped_and_gone_back_to():
    routine = a_routine(a_step(), a_step(name="Again", sides="together"))
    state = player.skip_turn(begin(routine))
    assert (state.now.phase, state.now.side, state.now.step) == (READY, "left", 0)
    state = player.skip_turn(state)
    assert (state.now.side, state.now.step) == ("both", 1)
    assert player.back_turn(state).now.side == "left"
    assert player.back_turn(played(state, 6)).beat == state.beat
    assert player.skip_turn(state).is_finished


def test_skipping_to_the_end_finishes_with_nothing_held():
    state = begin(a_routine())
    while not state.is_over:
        state = player.skip(state)
    assert state.is_finished
    assert player.finished_share(state) == 0
    assert player.sides_held(state) == ()
    assert player.back(state) == state
    assert player.end(state) == state


def test_a_paused_routine_can_be_leafed_through():
    state = player.skip(player.pause(begin(a_routine())))
    assert (state.beat, state.paused) == (1, player.ASKED)


def test_ending_keeps_what_was_held():
    # 4 s ready, 1 s move, 3 s of the fist.
    state = player.end(played(begin(a_routine()), 8))
    assert state.is_over
    assert not state.is_finished
    assert player.held_s(state) == 3
    assert player.finished_share(state) == 3 / 28
    assert player.sides_held(state) == ("right",)
    for act in (player.skip, player.back, player.pause, player.resume, player.skip_turn):
        assert act(state) == state
    assert advance(state, 0.1) == state


def test_a_hold_done_twice_counts_once():
    state = played(begin(a_routine()), 8)
    again = played(player.back(state), 3)
    assert player.held_s(again) == 3
    assert player.held_s(played(again, 2)) == 4
    assert again.played_s == 11


def test_both_hands_count_where_they_work_together():
    state = played(begin(a_routine(a_step(sides="together"))), 8)
    assert player.sides_held(state) == ("left", "right")
