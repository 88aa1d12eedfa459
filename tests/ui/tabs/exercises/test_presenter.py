"""What the Exercises tab shows, and which stands its hands go through."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import RoutineSession
from steadyhands.domain.routine import player
from steadyhands.domain.routine.steps import Routine, Shape, Step
from steadyhands.system.poses import shipped_poses
from steadyhands.system.routines import shipped_routines
from steadyhands.ui.tabs.exercises.presenter import (
    BOTH_AT_ONCE,
    CHOOSE,
    DONE,
    ONE_AFTER_OTHER,
    PLAY,
    build_state,
    finish_of,
    hands_of,
    now_of,
    ring_of,
)
from steadyhands.ui.tabs.exercises.session import Session
from steadyhands.ui.tabs.exercises.stands import Stands
from tests.factory import a_moment

FISTS = Routine(
    "fists",
    "Fists",
    (Step("Fist", (Shape("full_fist"), Shape("spread")), "Soft.", hold_s=2, repetitions=1),),
    ready_s=2,
)
SHIPPED = shipped_routines()


def played(routine, seconds, first="right"):
    state = player.begin(routine, first)
    for _ in range(round(seconds * 4)):
        state = player.advance(state, 0.25)
    return state


def test_without_a_session_there_is_a_routine_to_read_about():
    state = build_state(SHIPPED, "", "left")
    assert (state.face, state.chosen) == (CHOOSE, SHIPPED[0].id)
    assert state.intro is not None
    assert state.intro.first == "left"
    assert len(state.cards) == len(SHIPPED)


def test_ones_own_routine_is_told_from_a_shipped_one():
    routines = [*SHIPPED, FISTS.replaced(id="mine")]
    own = {"mine"}
    mine = build_state(routines, "mine", "left", own=own).intro
    theirs = build_state(routines, SHIPPED[0].id, "left", own=own).intro
    assert mine is not None
    assert theirs is not None
    assert (mine.is_own, theirs.is_own) == (True, False)


def test_no_routines_at_all_is_no_fault():
    assert build_state([], "gone", "right").intro is None


def test_a_routine_that_is_gone_gives_way_to_the_first():
    assert build_state(SHIPPED, "gone", "right").chosen == SHIPPED[0].id


def test_while_playing_the_player_is_shown():
    state = build_state(SHIPPED, "", "right", played(FISTS, 1))
    assert (state.face, state.chosen) == (PLAY, "fists")


@pytest.mark.parametrize(
    ("at_s", "phase", "seconds", "ring"),
    [
        (0.5, "ready", 2, 0.25),
        (2.5, "move", 2, 0.0),
        (3.5, "hold", 2, 0.25),
        (4.5, "hold", 1, 0.75),
    ],
)
def test_the_ring_counts_what_is_waited_for(at_s, phase, seconds, ring):
    now = now_of(played(FISTS, at_s))
    assert (now.view.phase, now.seconds) == (phase, seconds)
    assert ring_of(now) == pytest.approx(ring)


def test_a_pose_is_marked_only_while_it_is_made_or_held():
    assert now_of(played(FISTS, 1)).shape == -1
    assert now_of(played(FISTS, 2.5)).shape == 0
    assert now_of(played(FISTS, 6.5)).shape == 1


@pytest.mark.parametrize(
    ("routine", "hands"),
    [("tendon-glides", ONE_AFTER_OTHER), ("prayer-stretch", BOTH_AT_ONCE)],
)
def test_hands(routine, hands):
    assert hands_of(next(r for r in SHIPPED if r.id == routine)) == hands


def test_a_whole_routine_is_whole():
    finish = finish_of(played(FISTS, 60), RoutineSession("fists", "Fists", felt="easier"), False)
    assert finish.is_whole
    assert finish.done_s == pytest.approx(finish.length_s)
    assert (finish.sides, finish.felt, finish.kept) == (("left", "right"), "easier", True)


def test_an_entry_taken_back_is_not_kept_and_nothing_held_is_neither():
    ended = player.end(played(FISTS, 4))
    assert finish_of(ended, None, False).kept is False
    assert finish_of(player.end(played(FISTS, 1)), None, False).kept is None
    assert build_state(SHIPPED, "", "right", ended).face == DONE


def test_the_time_of_a_pause_does_not_count():
    time = [0.0]
    session = Session(lambda: time[0])
    session.start(FISTS, "right", a_moment())
    time[0] = 0.3
    session.tick()
    session.toggle()
    time[0] = 500.0
    session.toggle()
    time[0] = 500.2
    session.tick()
    assert session.playing is not None
    assert session.playing.at_s == pytest.approx(0.5)


def test_a_gap_pauses_by_itself():
    time = [0.0]
    session = Session(lambda: time[0])
    session.start(FISTS, "right", a_moment())
    time[0] = 900.0
    heard = session.tick()
    assert [cue.kind for cue in heard] == ["slept"]
    assert not session.is_running
    assert now_of(session.playing).slept


@pytest.mark.parametrize("routine", SHIPPED, ids=lambda r: r.id)
def test_hands_never_jump_within_a_turn(routine):
    """Each motion begins where the one before it ended."""
    stands = Stands(shipped_poses())
    state, before = player.begin(routine), None
    while not state.is_over:
        motion, beat = stands.motion(state), state.now
        if before is not None and before[1].turn == beat.turn and before[1].step == beat.step:
            assert motion.start == before[0].end
        before = (motion, beat)
        state = player._moved(state, state.beat + 1)


def test_plain_poses_are_seen_from_where_the_others_are():
    glides = next(r for r in SHIPPED if r.id == "tendon-glides")
    stands = Stands(shipped_poses())
    step = glides.steps[0]
    relaxed, straight, hook, *_ = stands.of_step(glides, step)
    assert relaxed.camera == straight.camera == hook.camera


def test_the_other_hand_is_near_only_in_the_pose():
    forearm = next(r for r in SHIPPED if r.id == "forearm-stretches")
    relaxed, stretch = Stands(shipped_poses()).of_step(forearm, forearm.steps[0])
    assert (relaxed.reach, stretch.reach, stretch.helper) == (0.0, 1.0, "draws-back")
