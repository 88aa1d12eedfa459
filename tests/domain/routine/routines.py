"""Routines to play with in tests: any that hypothesis can think of, and a small ordinary one."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from steadyhands.domain.hand import DIGITS
from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import LIMITS, Finger, Pose, Thumb
from steadyhands.domain.routine.steps import HELPERS, STEP_SIDES, OwnPose, Routine, Shape, Step
from tests.strategies import TEXTS

POSES = ("straight", "hook", "full_fist", "spread", "wrist_back")
_NAMES = TEXTS.filter(lambda text: text and "\n" not in text and "\t" not in text)
_LINES = st.just("") | _NAMES
_HIGHLIGHTS = st.lists(st.sampled_from(DIGITS), unique=True, max_size=2).map(tuple)


def _seconds(least: float, most: float) -> st.SearchStrategy[float]:
    # Halves and quarters add up exactly, however time is chopped.
    return st.integers(int(least * 4), int(most * 4)).map(lambda quarters: quarters / 4)


SHAPES = st.builds(
    Shape,
    pose=st.sampled_from(POSES),
    name=_LINES,
    cue=_LINES,
    hold_s=st.none() | _seconds(0.5, 3),
    highlight=_HIGHLIGHTS,
    helper=st.sampled_from(("", *HELPERS)),
)
STEPS = st.builds(
    Step,
    name=_NAMES,
    poses=st.lists(SHAPES, min_size=1, max_size=2).map(tuple),
    cue=_LINES,
    hold_s=_seconds(0.5, 5),
    repetitions=st.integers(1, 2),
    sides=st.sampled_from(STEP_SIDES),
    rest_s=_seconds(1, 3),
    move_s=st.just(1.0),
    highlight=_HIGHLIGHTS,
    helper=st.sampled_from(("", *HELPERS)),
)


def _angles(joint: str) -> st.SearchStrategy[float]:
    low, high = LIMITS[joint]
    return st.integers(round(low * 10), round(high * 10)).map(lambda tenths: tenths / 10)


_FINGERS = st.builds(Finger, mcp=_angles("mcp"), pip=_angles("pip"), dip=_angles("dip"))
_OWN_POSES = st.builds(
    OwnPose,
    name=_NAMES.map(lambda name: ("own " + name)[:80].strip()),
    pose=st.builds(
        Pose,
        index=_FINGERS,
        little=_FINGERS,
        thumb=st.builds(Thumb, abduction=_angles("abduction"), ip=_angles("thumb_ip")),
        extension=_angles("extension"),
    ),
    camera=st.builds(Camera, yaw=st.integers(0, 360), roll=st.floats(-90, 90)),
)
ROUTINES = st.builds(
    Routine,
    id=st.text("abcxyz019-", min_size=1, max_size=12),
    name=_NAMES,
    steps=st.lists(STEPS, min_size=1, max_size=2).map(tuple),
    purpose=_LINES,
    cautions=st.lists(_NAMES, max_size=2).map(tuple),
    source=_LINES,
    ready_s=_seconds(2, 4),
)
ROUTINES_WITH_POSES = st.builds(
    lambda routine, poses: routine.replaced(poses=tuple(poses)),
    ROUTINES,
    st.lists(_OWN_POSES, max_size=2, unique_by=lambda own: own.name),
)


def a_step(**more: Any) -> Step:
    """Return a step of two poses, twice on each side."""
    ordinary: dict[str, Any] = {
        "name": "Fists",
        "cue": "Easy, never forced.",
        "poses": (Shape("full_fist", name="Fist"), Shape("spread", name="Spread", hold_s=2)),
        "hold_s": 5.0,
        "repetitions": 2,
    }
    return Step(**{**ordinary, **more})


def a_routine(*steps: Step, **more: Any) -> Routine:
    """Return a short routine of one step, or of those given."""
    return Routine(**{"id": "fists", "name": "Fists", "steps": steps or (a_step(),), **more})
