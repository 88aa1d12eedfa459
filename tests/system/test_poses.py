"""The shipped poses, and what is said about a broken file of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from steadyhands.domain.pose.joints import between
from steadyhands.domain.pose.kinematics import solve
from steadyhands.domain.problem import Problem
from steadyhands.system.poses import parse_poses, shipped_poses

GOOD = """
[rest]
mcp = [20, 25, 28, 30]
pip = 35
dip = 20
thumb = { abduction = 25, palmar = 22, mcp = 10, ip = 10 }
extension = 15
camera = { yaw = 28 }
"""


def test_every_pose_of_the_facts_is_shipped() -> None:
    names = set(shipped_poses())
    assert {"rest", "straight", "spread", "hook", "full_fist", "tabletop", "straight_fist"} <= names
    assert {"thumb_across", "wrist_back", "wrist_bent", "prayer"} <= names
    for finger in ("index", "middle", "ring", "little"):
        assert {f"touch_{finger}", f"lift_{finger}"} <= names
    assert {f"nerve_{step}" for step in range(1, 7)} <= names


def test_one_number_stands_for_all_four_fingers() -> None:
    rest = parse_poses(GOOD, "own.toml")["rest"]
    assert rest.pose.index.pip == rest.pose.little.pip == 35
    assert rest.pose.little.mcp == 30
    assert rest.pose.extension == 15 and rest.pose.spread == 0
    assert rest.camera.yaw == 28 and rest.camera.roll == 0


def test_touching_poses_bring_thumb_and_fingertip_together() -> None:
    for finger in ("index", "middle", "ring", "little"):
        digits = {
            str(k): v for k, v in solve(shipped_poses()[f"touch_{finger}"].pose).digits.items()
        }
        thumb, tip = digits["thumb"][-1], digits[finger][-1]
        apart = sum((a - b) ** 2 for a, b in zip(thumb.end, tip.end, strict=True)) ** 0.5
        assert apart < thumb.end_radius + tip.end_radius + 1, finger


def test_one_can_move_from_any_shipped_pose_to_the_next() -> None:
    for one, two in pairwise(shipped_poses().values()):
        for step in range(5):
            solve(between(one.pose, two.pose, step / 4))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("pip = 35", "pip = 135"), "own.toml, pose rest, pip: 135 degrees"),
        (("pip = 35", ""), "own.toml, pose rest, pip: a number of degrees is missing"),
        (("pip = 35", "pip = [1, 2]"), "pip: it needs one number, or four"),
        (("pip = 35", "pip = true"), "pip: a number of degrees is missing"),
        (("ip = 10", "ip = 99"), "thumb.ip: 99 degrees"),
        (("extension = 15", "extension = 'up'"), "extension: a number"),
        (("extension = 15", "extenson = 15"), "extenson: no such key"),
        (("yaw = 28", "jaw = 28"), "jaw: no such key"),
        (("thumb = {", "thumbs = {"), "thumbs: no such key"),
        (("pip = 35", "pip = nan"), "pip: nan degrees"),
        (("[rest]", "rest = 3\n[other]"), "pose rest, rest: a table is missing"),
        (("[rest]", "[rest"), "own.toml is not a file of poses"),
    ],
)
def test_a_broken_file_names_itself_the_pose_and_the_key(
    change: tuple[str, str], words: str
) -> None:
    with pytest.raises(Problem) as caught:
        parse_poses(GOOD.replace(*change), "own.toml")
    assert words in str(caught.value)
