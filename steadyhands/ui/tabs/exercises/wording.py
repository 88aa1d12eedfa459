"""The words of the Exercises tab."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.routine.plan import BOTH, HOLD, MOVE, READY, REST
from steadyhands.domain.routine.view import (
    COUNT,
    ENDED,
    FINISHED,
    PAUSED,
    RESUMED,
    SLEPT,
    Cue,
    View,
)
from steadyhands.ui import words
from steadyhands.ui.tabs.exercises.presenter import BOTH_AT_ONCE, ONE_AFTER_OTHER, Finish


def tr(text: str, number: int = -1) -> str:
    """Return a text of this module translated; `%n` takes `number`."""
    return QCoreApplication.translate("Exercises", text, "", number)


def length_text(seconds: float) -> str:
    """Return how long a routine takes: "40 s", "3 min"."""
    return words.practice_text(seconds)


def clock_text(seconds: float) -> str:
    """Return a length as a clock shows it, "1:05"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def side_name(side: str) -> str:
    """Return which hand it is the turn of."""
    return {"left": tr("Left hand"), "right": tr("Right hand")}.get(side, tr("Both hands"))


def ring_word(phase: str, is_paused: bool) -> str:
    """Return the word below the number in the ring."""
    if is_paused:
        return tr("paused")
    known = {READY: tr("get ready"), MOVE: tr("move"), REST: tr("let go")}
    return known.get(phase, tr("seconds left"))


def repetition_text(view: View) -> str:
    """Return which repetition it is."""
    return tr("Repetition {0} of {1}").format(
        words.number_text(view.repetition), words.number_text(view.repetitions)
    )


def next_text(view: View) -> str:
    """Return what comes next; the side is said when it changes."""
    upcoming = view.upcoming
    if upcoming is None:
        return tr("Then it is done")
    if upcoming.change == "repetition" and upcoming.title == view.title:
        return tr("Next: once more")
    if upcoming.side != view.side and upcoming.side != BOTH:
        hand = side_name(upcoming.side).lower()
        return tr("Next: {0}, {1}").format(upcoming.title, hand)
    return tr("Next: {0}").format(upcoming.title)


def hands_text(hands: str, first: str) -> str:
    """Return which hands a routine asks for."""
    if hands == ONE_AFTER_OTHER:
        return {
            "left": tr("One hand after the other, the left one first."),
            "right": tr("One hand after the other, the right one first."),
        }[first]
    return tr("Both hands together.") if hands == BOTH_AT_ONCE else side_name(hands)


def done_text(finish: Finish) -> str:
    """Return how much was done, and with which hands: "6 of 6 min, both sides"."""
    if finish.length_s < 55:
        done, whole = round(finish.done_s), round(finish.length_s)
        much = tr("{0} of {1} s")
    else:
        whole = max(1, round(finish.length_s / 60))
        done = whole if finish.is_whole else min(whole, int(finish.done_s / 60))
        if done == 0:
            return _with_sides(tr("{0} s").format(words.number_text(ceil(finish.done_s))), finish)
        much = tr("{0} of {1} min")
    return _with_sides(much.format(words.number_text(done), words.number_text(whole)), finish)


def _with_sides(much: str, finish: Finish) -> str:
    if len(finish.sides) == 2:
        return tr("{0}, both sides").format(much)
    sides = {"left": tr("{0}, left side"), "right": tr("{0}, right side")}
    return sides[finish.sides[0]].format(much) if finish.sides else much


def felt_names() -> tuple[tuple[str, str], ...]:
    """Return how hands may feel afterwards, by the diary's word."""
    return (("easier", tr("Easier")), ("same", tr("The same")), ("worse", tr("Worse")))


def said(cue: Cue) -> str:
    """Return what a voice says of a cue, nothing if the sound is enough."""
    if cue.kind == READY:
        parts = [tr("Get ready"), cue.title, side_name(cue.side), cue.words]
    elif cue.kind == MOVE:
        parts = [cue.title, cue.words]
    elif cue.kind in (HOLD, REST):
        template = tr("Hold, {0} seconds") if cue.kind == HOLD else tr("Let go, {0} seconds")
        parts = [template.format(cue.seconds)]
    elif cue.kind == COUNT:
        parts = [words.number_text(cue.seconds)]
    else:
        parts = [_events()[cue.kind]]
    return " ".join(_sentence(part) for part in parts if part)


def _events() -> dict[str, str]:
    return {
        PAUSED: tr("Paused"),
        SLEPT: tr("Paused while the computer slept"),
        RESUMED: tr("Going on"),
        FINISHED: tr("Finished. Well done"),
        ENDED: tr("Ended"),
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
