"""The posed hand in space: bones keep their lengths, joints hold, limits show."""

from __future__ import annotations

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given

from steadyhands.domain.pose import skeleton as sk
from steadyhands.domain.pose.joints import FINGERS, Finger, Pose, Thumb
from steadyhands.domain.pose.kinematics import solve
from steadyhands.domain.pose.vectors import dot
from tests.domain.test_pose_joints import poses

FIST = Finger(85, 95, 65)


@given(poses)
def test_bones_keep_their_length_and_stay_joined_in_every_pose(pose: Pose) -> None:
    for part, chain in solve(pose).digits.items():
        lengths = sk.bones(part) if part != "thumb" else (sk.THUMB_PALM_BONE, *sk.bones(part))
        for bone, length in zip(chain, lengths, strict=True):
            flesh = bone.end_radius if bone is chain[-1] else 0.0
            assert dist(bone.start, bone.end) == pytest.approx(length - flesh, abs=1e-6)
        for one, two in pairwise(chain):
            assert dist(one.end, two.start) < 1e-6


@given(poses)
def test_axis_and_back_of_every_bone_stay_square(pose: Pose) -> None:
    for chain in solve(pose).digits.values():
        for bone in chain:
            assert dot(bone.axis, bone.back) == pytest.approx(0, abs=1e-6)
            assert dot(bone.back, bone.back) == pytest.approx(1, abs=1e-6)


def test_fingers_have_the_lengths_of_the_facts() -> None:
    assert sk.LENGTH["middle"] == 70.7 and sk.LENGTH["little"] == 53.3
    assert sum(sk.SPLIT) == pytest.approx(1) and sum(sk.THUMB_SPLIT) == pytest.approx(1)


def test_straight_fingers_point_away_from_the_wrist() -> None:
    for part in FINGERS:
        tip = solve(Pose()).digits[part][-1].end
        assert tip[1] > sk.KNUCKLE[part][1] + 50 and abs(tip[2] - sk.KNUCKLE[part][2]) < 1


def test_a_fist_brings_the_fingertips_to_the_palm() -> None:
    solved = solve(Pose(FIST, FIST, FIST, FIST))
    for part in FINGERS:
        tip = solved.digits[part][-1].end
        assert -36 < tip[2] < -5, part  # before the palm, not inside it
        assert 15 < tip[1] < 80, part


def test_tabletop_fingers_stand_square_to_the_palm() -> None:
    table = Finger(85, 0, 0)
    for part in FINGERS:
        axis = solve(Pose(table, table, table, table)).digits[part][-1].axis
        assert axis[2] < -0.95, part


def test_a_lifted_finger_rises_above_the_back() -> None:
    solved = solve(Pose(index=Finger(-20, 0, 0)))
    assert solved.digits["index"][-1].end[2] > 20


def test_spreading_parts_the_fingertips() -> None:
    def apart(pose: Pose, one: str, two: str) -> float:
        found = {str(part): chain for part, chain in solve(pose).digits.items()}
        return dist(found[one][-1].end, found[two][-1].end)

    for one, two in (("index", "middle"), ("middle", "ring"), ("ring", "little")):
        assert apart(Pose(spread=15), one, two) > apart(Pose(), one, two) + 8


def test_the_thumb_leads_away_from_the_index_finger() -> None:
    close = solve(Pose(thumb=Thumb(5, 5))).digits["thumb"][-1].end
    wide = solve(Pose(thumb=Thumb(55, 5))).digits["thumb"][-1].end
    assert wide[0] < close[0] - 40


def test_bending_the_thumb_sweeps_it_across_the_palm() -> None:
    out = solve(Pose(thumb=Thumb(10, 30))).digits["thumb"][-1].end
    across = solve(Pose(thumb=Thumb(10, 30, 50, 60))).digits["thumb"][-1].end
    assert across[0] > out[0] + 20


def test_the_wrist_carries_the_whole_hand_but_not_the_forearm() -> None:
    flat, back = solve(Pose()), solve(Pose(extension=65))
    assert back.digits["middle"][-1].end[2] > 100
    assert back.arm == flat.arm
