"""The flat picture: what lies before what, mirrored sides, marks, and what a press means."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain.hand import DIGITS
from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import Finger, Pose, Thumb
from steadyhands.domain.pose.project import Scene, bounds, picture
from steadyhands.domain.pose.touch import nearest
from steadyhands.domain.pose.webs import hull
from tests.domain.test_pose_joints import poses

OPEN = Pose(thumb=Thumb(50, 5), spread=12)
FIST = Finger(85, 95, 65)
BACK, PALM = Camera(), Camera(yaw=180)
cameras = st.builds(Camera, st.floats(-180, 360), st.floats(-90, 90), st.floats(-180, 180))


def kinds(scene: Scene) -> set[str]:
    marks = [mark for limb in scene.limbs() for mark in limb.marks] + list(scene.palm.marks)
    return {mark.kind for mark in marks}


@settings(deadline=None)
@given(poses, cameras, st.sampled_from(["left", "right"]))
def test_any_pose_from_anywhere_is_fifteen_limbs_and_no_nonsense(
    pose: Pose, camera: Camera, side: str
) -> None:
    scene = picture(pose, camera, side)
    assert len(scene.limbs()) == 15
    assert all(-600 < edge < 600 for edge in bounds(scene))
    for limb in scene.limbs():
        assert limb.ra > 0 and limb.rb > 0


@settings(deadline=None)
@given(poses, cameras)
def test_the_left_hand_is_the_right_one_in_a_mirror(pose: Pose, camera: Camera) -> None:
    right, left = picture(pose, camera, "right"), picture(pose, camera, "left")
    for one, two in zip(right.limbs(), left.limbs(), strict=True):
        assert (one.part, one.segment) == (two.part, two.segment)
        assert one.a == pytest.approx((-two.a[0], two.a[1]))


def test_backs_of_ones_own_hands_have_the_thumbs_inward() -> None:
    for side, inward in (("left", 1), ("right", -1)):
        scene = picture(OPEN, BACK, side)
        thumb = next(limb for limb in scene.limbs() if limb.part == "thumb" and limb.segment == 2)
        assert thumb.b[0] * inward > 50


def test_the_back_shows_nails_and_the_palm_its_lines() -> None:
    assert {"nail", "fold", "tendon"} <= kinds(picture(OPEN, BACK, "right"))
    assert "line" not in kinds(picture(OPEN, BACK, "right"))
    assert {"crease", "line"} <= kinds(picture(OPEN, PALM, "right"))
    assert not {"tendon", "fold"} & kinds(picture(OPEN, PALM, "right"))


def test_a_straight_hand_shows_no_fingernails_from_the_palm() -> None:
    scene = picture(Pose(), PALM, "right")
    for limb in scene.limbs():
        if limb.part != "thumb":
            assert all(mark.kind != "nail" for mark in limb.marks)


def test_a_fist_is_painted_before_the_palm_seen_from_there_and_behind_it_from_the_back() -> None:
    fist = Pose(FIST, FIST, FIST, FIST, Thumb(20, 40, 40, 30))
    from_palm, from_back = picture(fist, PALM, "right"), picture(fist, BACK, "right")
    before = [limb for limb in from_palm.before if limb.part == "ring"]
    behind = [limb for limb in from_back.behind if limb.part == "ring"]
    assert len(before) == 3 and len(behind) == 3
    order = [(limb.part, limb.segment) for limb in from_palm.before]
    assert order.index(("thumb", 2)) > order.index(("middle", 2))  # the thumb lies over the fingers


def test_the_other_face_of_a_view_is_the_other_face() -> None:
    camera = Camera(yaw=35, pitch=5)
    assert picture(OPEN, camera, "right").palm.is_back
    assert not picture(OPEN, camera.other_face(), "right").palm.is_back
    assert camera.other_face().other_face() == camera


def test_a_press_on_each_digit_means_that_digit() -> None:
    for side in ("left", "right"):
        scene = picture(OPEN, BACK, side)
        for limb in scene.limbs():
            if limb.segment > 1:
                x, y = (limb.a[0] + limb.b[0]) / 2, (limb.a[1] + limb.b[1]) / 2
                assert nearest(scene, x, y)[0] == limb.part


def test_between_two_fingers_there_is_no_dead_gap() -> None:
    scene = picture(OPEN, BACK, "right")
    tips = {limb.part: limb.b for limb in scene.limbs() if limb.is_tip}
    (ax, ay), (bx, by) = tips["index"], tips["middle"]
    steps = [nearest(scene, ax + (bx - ax) * s / 20, ay + (by - ay) * s / 20) for s in range(21)]
    assert {part for part, _ in steps} == {"index", "middle"}
    assert max(off for _, off in steps) < hypot(bx - ax, by - ay) / 2


def test_palm_and_wrist_are_found() -> None:
    scene = picture(OPEN, BACK, "right")
    assert nearest(scene, 0, 10)[0] == "palm"
    assert nearest(scene, 0, 95)[0] == "wrist"


@given(st.floats(-300, 300), st.floats(-300, 300))
def test_every_point_has_a_nearest_part(x: float, y: float) -> None:
    part, off = nearest(picture(OPEN, BACK, "right"), x, y)
    assert part in (*DIGITS, "palm", "wrist") and off < 600


def test_hull_of_a_square_leaves_the_middle_out() -> None:
    assert set(hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])) == {(0, 0), (2, 0), (2, 2), (0, 2)}
