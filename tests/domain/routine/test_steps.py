import math

import pytest
from hypothesis import given

from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.plan import HOLD, MOVE, READY, RELAXED, plan_of
from steadyhands.domain.routine.steps import Shape
from tests.domain.routine.routines import ROUTINES, a_routine, a_step


def refused(**more):
    with pytest.raises(Problem) as caught:
        a_step(**more)
    return str(caught.value)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("hold_s", (0, -1, 61, math.nan, math.inf, True, "3")),
        ("repetitions", (0, 31, 2.5, math.nan, False)),
        ("rest_s", (0.5, -1, 121, math.nan)),
        ("move_s", (0.4, 1.3, math.nan)),
        ("sides", ("both", "", "Left")),
        ("helper", ("pushes",)),
        ("highlight", (("toe",),)),
        ("name", ("", " x", "a\nb", "x" * 81, "a\ud800", 3)),
        ("cue", ("x" * 301, "a\tb")),
        ("poses", ((), (Shape("hook"),) * 25)),
    ],
)
def test_what_nobody_could_do_is_refused_by_the_name_of_its_field(field, values):
    for value in values:
        said = refused(**{field: value})
        assert said.startswith(f"{field}: ")
        assert said.endswith(".")
        assert len(said) < 140


def test_a_sentence_says_what_would_be_right():
    assert refused(hold_s=90) == "hold_s: it goes from 0.5 to 60, not 90."
    assert refused(sides="both") == ("sides: it is one of each, together, left, right; not “both”.")


def test_a_pose_that_is_repeated_alone_needs_a_rest_to_come_back_from():
    assert refused(poses=(Shape("hook"),)).startswith("rest_s: ")
    assert a_step(poses=(Shape("hook"),), rest_s=2)
    assert a_step(poses=(Shape("hook"),), repetitions=1)


@pytest.mark.parametrize("routine_id", ["", "Tendon", "a b", "é", "x" * 81])
def test_an_id_is_plain(routine_id):
    with pytest.raises(Problem, match=r"^id: "):
        a_routine(id=routine_id)


def test_a_routine_has_steps_and_ends_within_an_hour():
    with pytest.raises(Problem, match=r"^step: there are 1 to 30"):
        a_routine(steps=())
    long = a_step(hold_s=60, repetitions=30)
    with pytest.raises(Problem, match="an hour is the most"):
        a_routine(long)


def test_lengths_are_those_of_a_stopwatch():
    # 4 s ready, then twice (1 s move, 5 s fist, 1 s move, 2 s spread), for each hand.
    assert a_routine().length_s() == 2 * (4 + 2 * 9)
    assert a_routine().hold_s() == 2 * 2 * 7
    rested = a_routine(a_step(rest_s=3, sides="together"))
    assert rested.length_s() == 4 + 2 * 9 + 3


def test_poses_are_named_once():
    assert a_routine().pose_names() == ("full_fist", "spread")


@given(ROUTINES)
def test_the_plan_lasts_as_long_as_the_routine_says(routine):
    plan = plan_of(routine)
    assert plan.length_s == pytest.approx(routine.length_s())
    assert plan.hold_s == pytest.approx(routine.hold_s())


@given(ROUTINES)
def test_the_hand_never_jumps_but_when_hands_change(routine):
    pose, side = RELAXED, None
    for beat in plan_of(routine, "left").beats:
        assert beat.length_s >= 0.5
        assert beat.move_s <= beat.length_s
        assert beat.start == (pose if beat.side == side else RELAXED)
        assert beat.phase != HOLD or beat.start == beat.end
        pose, side = beat.end, beat.side


def test_both_hands_have_their_turn_the_first_one_first():
    beats = plan_of(a_routine(), "left").beats
    assert [b.side for b in beats if b.phase == READY] == ["left", "right"]
    moves = [(b.side, b.repetition, b.end) for b in beats if b.phase == MOVE]
    assert moves[:4] == [
        ("left", 1, "full_fist"),
        ("left", 1, "spread"),
        ("left", 2, "full_fist"),
        ("left", 2, "spread"),
    ]
    with pytest.raises(Problem):
        plan_of(a_routine(), "up")


@pytest.mark.parametrize(
    ("sides", "said"), [("together", ["both"]), ("left", ["left"]), ("right", ["right"])]
)
def test_one_turn_where_one_is_meant(sides, said):
    beats = plan_of(a_routine(a_step(sides=sides))).beats
    assert [b.side for b in beats if b.phase == READY] == said
