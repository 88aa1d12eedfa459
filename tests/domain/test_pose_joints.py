"""Joint limits, and moving from one pose to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.pose.joints import (
    FINGERS,
    LIMITS,
    Finger,
    Pose,
    Thumb,
    between,
    checked,
    clamped,
    minimum_jerk,
)
from steadyhands.domain.problem import Problem


def within(joint: str) -> st.SearchStrategy[float]:
    return st.floats(*LIMITS[joint])


fingers = st.builds(Finger, within("mcp"), within("pip"), within("dip"))
thumbs = st.builds(
    Thumb, within("abduction"), within("palmar"), within("thumb_mcp"), within("thumb_ip")
)
poses = st.builds(
    Pose,
    fingers,
    fingers,
    fingers,
    fingers,
    thumbs,
    within("spread"),
    within("extension"),
    within("deviation"),
)


def test_a_finger_bent_beyond_its_joint_is_refused_with_the_range() -> None:
    with pytest.raises(Problem, match="pip bends from 0 to 100 degrees, not 140"):
        Finger(pip=140)


def test_a_wrist_bent_beyond_its_joint_is_refused() -> None:
    with pytest.raises(Problem, match="extension"):
        Pose(extension=90)


def test_a_thumb_bent_beyond_its_joint_is_refused() -> None:
    with pytest.raises(Problem, match="thumb_ip"):
        Thumb(ip=120)


def test_not_a_number_is_refused() -> None:
    with pytest.raises(Problem):
        Finger(mcp=float("nan"))


@given(st.sampled_from(sorted(LIMITS)), st.floats(-1e6, 1e6))
def test_clamping_always_gives_an_angle_a_joint_allows(joint: str, angle: float) -> None:
    moved = clamped(joint, angle)
    assert checked(joint, moved) == moved


@given(st.floats(0, 1), st.floats(0, 1))
def test_easing_never_turns_back(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= minimum_jerk(low) <= minimum_jerk(high) + 1e-12 <= 1.0 + 1e-9


def test_easing_starts_and_ends_at_rest() -> None:
    assert minimum_jerk(0) == 0 and minimum_jerk(1) == 1 and minimum_jerk(0.5) == 0.5
    assert minimum_jerk(0.01) < 1e-4
    assert minimum_jerk(-3) == 0 and minimum_jerk(7) == 1


@given(poses, poses, st.floats(-0.5, 1.5))
def test_a_move_between_two_poses_stays_between_them(a: Pose, b: Pose, share: float) -> None:
    on_the_way = between(a, b, share)
    for name in FINGERS:
        for joint in ("mcp", "pip", "dip"):
            ends = sorted(getattr(pose.finger(name), joint) for pose in (a, b))
            assert ends[0] - 1e-9 <= getattr(on_the_way.finger(name), joint) <= ends[1] + 1e-9


@given(poses, poses)
def test_a_move_begins_and_ends_exactly_at_its_poses(a: Pose, b: Pose) -> None:
    assert between(a, b, 0) == a
    assert between(a, b, 1) == b


def test_the_last_instant_of_a_move_stays_within_the_limits():
    assert between(Pose(), Pose(extension=70), 0.9999954).extension <= 70
