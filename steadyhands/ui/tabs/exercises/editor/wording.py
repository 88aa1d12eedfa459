"""The words of the routine editor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.routine.steps import EACH, TOGETHER
from steadyhands.ui.tabs.exercises.editor.draft import DraftStep
from steadyhands.ui.words import number_text

NO_BREAK = "\u00a0"


def tr(text: str, number: int = -1) -> str:
    """Return a text of this package translated; `%n` takes `number`."""
    return QCoreApplication.translate("routine editor", text, "", number)


def pose_name(name: str) -> str:
    """Return what a pose is called; one's own has the name it was given."""
    names = {
        "rest": tr("Relaxed"),
        "straight": tr("Straight hand"),
        "spread": tr("Fingers spread"),
        "hook": tr("Hook fist"),
        "full_fist": tr("Full fist"),
        "tabletop": tr("Tabletop"),
        "straight_fist": tr("Straight fist"),
        "touch_index": tr("Thumb to index"),
        "touch_middle": tr("Thumb to middle"),
        "touch_ring": tr("Thumb to ring"),
        "touch_little": tr("Thumb to little"),
        "lift_index": tr("Lift index"),
        "lift_middle": tr("Lift middle"),
        "lift_ring": tr("Lift ring"),
        "lift_little": tr("Lift little"),
        "thumb_out": tr("Thumb out"),
        "thumb_across": tr("Thumb across"),
        "wrist_back": tr("Wrist back"),
        "wrist_bent": tr("Wrist bent"),
        "prayer": tr("Prayer hand"),
    }
    if name.startswith("nerve_"):
        return tr("Nerve glide {0}").format(name.removeprefix("nerve_"))
    return names.get(name, name)


def side_names() -> dict[str, str]:
    """Return which hands may do a step, by the routine's word."""
    return {
        EACH: tr("One hand, then the other"),
        TOGETHER: tr("Both at once"),
        "left": tr("Left only"),
        "right": tr("Right only"),
    }


def length_text(seconds: float) -> str:
    """Return a length to the second: "20 s", "3 min", "3 min 20 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        said = tr("{0} s").format(rest)
    elif not rest:
        said = tr("{0} min").format(minutes)
    else:
        said = tr("{0} min {1} s").format(minutes, rest)
    return said.replace(" ", NO_BREAK)


def seconds_text(seconds: float) -> str:
    """Return a short time: "2.5 s"."""
    return tr("{0} s").format(number_text(seconds, 1))


def step_name(step: DraftStep, number: int) -> str:
    """Return a step's name, or its number while it has none."""
    return step.name.strip() or tr("Step {0}").format(number)


def summary(step: DraftStep, ready_s: float) -> str:
    """Return a step in few words: "2 poses · 5 times · both at once · 40 s"."""
    if not step.poses:
        return tr("No pose chosen yet")
    count = len(step.poses)
    poses = tr("1 pose") if count == 1 else tr("{0} poses").format(count)
    times = tr("once") if step.repetitions == 1 else times_text(step.repetitions)
    sides = {
        EACH: tr("one hand, then the other"),
        TOGETHER: tr("both hands at once"),
        "left": tr("left hand"),
        "right": tr("right hand"),
    }
    took = length_text(step.length_s(ready_s))
    return tr("{0} · {1} · {2} · {3}").format(poses, times, sides[step.sides], took)


def times_text(times: float) -> str:
    """Return "1 time" or "5 times"."""
    return tr("1 time") if times == 1 else tr("{0} times").format(number_text(times))


def group_names() -> dict[str, str]:
    """Return the parts of a hand that sliders bend."""
    return {
        "fingers": tr("All fingers"),
        "index": tr("Index"),
        "middle": tr("Middle"),
        "ring": tr("Ring"),
        "little": tr("Little"),
        "thumb": tr("Thumb"),
        "wrist": tr("Wrist"),
    }


def joint_name(joint: str) -> str:
    """Return what a joint's slider is called."""
    return {
        "mcp": tr("Knuckle"),
        "pip": tr("Middle joint"),
        "dip": tr("End joint"),
        "spread": tr("Spread"),
        "abduction": tr("Away from the index finger"),
        "palmar": tr("Away from the palm"),
        "thumb_mcp": tr("Thumb knuckle"),
        "thumb_ip": tr("Thumb end joint"),
        "extension": tr("Back or down"),
        "deviation": tr("Sideways"),
    }[joint]


def joint_ends(joint: str) -> tuple[str, str]:
    """Return what the two ends of a joint's slider are."""
    bent = (tr("straight"), tr("bent"))
    return {
        "mcp": (tr("back"), tr("bent")),
        "pip": bent,
        "dip": bent,
        "spread": (tr("together"), tr("apart")),
        "abduction": (tr("across the palm"), tr("out")),
        "palmar": (tr("beside it"), tr("in front")),
        "thumb_mcp": (tr("back"), tr("bent")),
        "thumb_ip": (tr("back"), tr("bent")),
        "extension": (tr("down"), tr("back")),
        "deviation": (tr("little finger"), tr("thumb")),
    }[joint]
