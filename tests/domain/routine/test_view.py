import pytest
from hypothesis import given, settings

from steadyhands.domain.pose.joints import Finger, Pose
from steadyhands.domain.routine import player
from steadyhands.domain.routine.player import MOST_STEP_S, advance, begin
from steadyhands.domain.routine.steps import Shape
from steadyhands.domain.routine.view import COUNT, cues, view
from tests.domain.routine.routines import POSES, ROUTINES, a_routine, a_step
from tests.domain.routine.test_player import played

FAR = {
    "rest": Pose(extension=70),
    **{name: Pose(extension=-70 if place % 2 else 70) for place, name in enumerate(POSES)},
}


@settings(max_examples=30)
@given(ROUTINES)
def test_every_look_on_the_way_makes_sense(routine):
    state, progress = begin(routine), 0.0
    while not state.is_over:
        seen = view(state)
        assert 0 <= seen.ring <= 1
        assert 0 <= seen.move_share <= 1
        assert 0 <= seen.eased <= 1
        assert -70 <= seen.pose(FAR).extension <= 70
        assert 0 <= seen.seconds_left <= state.now.length_s
        assert progress <= seen.progress <= 1
        assert 1 <= seen.repetition <= seen.repetitions
        assert seen.title
        progress = seen.progress
        state = advance(state, MOST_STEP_S)
    done = view(state)
    assert (done.phase, done.progress, done.seconds_left, done.upcoming) == ("finished", 1, 0, None)
    assert done.share == pytest.approx(1)


@settings(max_examples=30)
@given(ROUTINES)
def test_each_beat_is_heard_once_as_it_begins(routine):
    state, heard = begin(routine), []
    while not state.is_over:
        later = advance(state, 0.25)
        heard += [cue.kind for cue in cues(state, later) if cue.kind != COUNT]
        state = later
    assert heard == [beat.phase for beat in state.plan.beats[1:]] + ["finished"]


def test_getting_ready_names_the_step_and_shows_what_comes():
    seen = view(played(begin(a_routine()), 1))
    assert (seen.phase, seen.title, seen.cue) == ("ready", "Fists", "Easy, never forced.")
    assert (seen.seconds_left, seen.ring) == (3, 0.25)
    assert (seen.upcoming.title, seen.upcoming.pose, seen.upcoming.side) == (
        "Fist",
        "full_fist",
        "right",
    )
    assert (seen.side, seen.turn, seen.turns) == ("right", 0, 2)


def test_a_hold_counts_down_and_names_its_pose():
    seen = view(played(begin(a_routine()), 7))
    assert (seen.phase, seen.title, seen.seconds_left, seen.ring) == ("hold", "Fist", 3, 0.4)
    assert (seen.repetition, seen.repetitions) == (1, 2)
    assert (seen.upcoming.pose, seen.upcoming.change) == ("spread", "pose")


def test_what_comes_next_says_what_changes():
    routine = a_routine(a_step(), a_step(name="Last", sides="left", repetitions=1))
    state, changes = begin(routine), []
    while not state.is_over:
        if state.now.phase == "hold":
            coming = view(state).upcoming
            changes.append(coming.change if coming else None)
        state = advance(state, MOST_STEP_S)
    assert list(dict.fromkeys(changes)) == ["pose", "repetition", "side", "step", None]


def test_the_hand_is_drawn_on_its_way():
    poses = {
        "rest": Pose(),
        "full_fist": Pose(index=Finger(80, 90, 60)),
        "spread": Pose(spread=15),
    }
    state = played(begin(a_routine()), 4.5)
    assert view(state).pose(poses).index.mcp == pytest.approx(40)
    assert view(state).eased == pytest.approx(0.5)
    assert view(played(state, 1)).pose(poses) == poses["full_fist"]
    assert view(played(state, 1)).pose({"rest": Pose()}) == Pose()


def test_a_poses_own_words_come_before_those_of_the_step():
    step = a_step(
        poses=(
            Shape("hook", highlight=("index",), helper="draws-in", cue="This one."),
            Shape("spread"),
        ),
        highlight=("thumb",),
        helper="palm-to-palm",
    )
    first = view(player.skip(begin(a_routine(step))))
    assert (first.title, first.cue, first.highlight, first.helper) == (
        "Fists",
        "This one.",
        ("index",),
        "draws-in",
    )
    second = view(player.skip(player.skip(begin(a_routine(step)))))
    assert (second.cue, second.highlight, second.helper) == (
        "Easy, never forced.",
        ("thumb",),
        "palm-to-palm",
    )


def test_a_rest_lets_the_hand_go():
    state = played(begin(a_routine(a_step(rest_s=3))), 4 + 9 + 2)
    seen = view(state)
    assert (seen.phase, seen.pose_from, seen.pose_to, seen.move_share) == (
        "rest",
        "spread",
        "rest",
        1,
    )
    assert (seen.highlight, seen.helper) == ((), "")
    assert seen.upcoming.change == "repetition"


def test_acts_are_heard():
    state = played(begin(a_routine()), 6)
    assert [c.kind for c in cues(state, player.pause(state))] == ["paused"]
    assert [c.kind for c in cues(player.pause(state), state)] == ["resumed"]
    assert [c.kind for c in cues(state, advance(state, 60))] == ["slept"]
    assert [c.kind for c in cues(state, player.end(state))] == ["ended"]
    assert [c.kind for c in cues(state, player.skip(state))] == ["move"]
    assert [c.kind for c in cues(state, player.back(state))] == ["move"]
    assert cues(state, state) == ()
    assert cues(player.end(state), player.end(state)) == ()


def test_only_longer_waits_are_counted_down():
    state, counted = begin(a_routine()), []
    while state.now.repetition == 1 and state.now.turn == 0:
        later = advance(state, 0.25)
        counted += [(state.now.phase, c.seconds) for c in cues(state, later) if c.kind == COUNT]
        state = later
    assert counted == [
        ("ready", 3),
        ("ready", 2),
        ("ready", 1),
        ("hold", 3),
        ("hold", 2),
        ("hold", 1),
    ]


def test_what_is_said_at_each_change():
    state = begin(a_routine())
    ready, move = player.skip_turn(state), player.skip(state)
    (cue,) = cues(state, ready)
    assert (cue.kind, cue.sound, cue.title, cue.words, cue.side) == (
        "ready",
        "ding",
        "Fists",
        "Easy, never forced.",
        "left",
    )
    (cue,) = cues(state, move)
    assert (cue.kind, cue.sound, cue.title, cue.words) == ("move", "tick", "Fist", "")
