"""Choosing a hand routine, following it to its end, and finding it in the diary."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.routine.steps import Routine, Shape, Step
from tests.stories.hands import Hands

MINE = Routine(
    "mine",
    "My fists",
    (Step("Fist", (Shape("full_fist"), Shape("spread")), "Soft.", hold_s=2, repetitions=1),),
    "From my clinician.",
    ready_s=2,
)
LENGTH_S = 2 * (2 + 2 * (1 + 2))


class Exercise:
    """The exercises' page, whose seconds pass when the story says so."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.time = hands, 0.0
        hands.turn_to("Exercises")
        self.tab = hands.window.page("exercises")
        self.tab._session._elapsed = lambda: self.time

    def pass_seconds(self, seconds: float) -> None:
        for _ in range(round(seconds * 5)):
            self.time += 0.2
            self.tab._on_tick()

    def choose(self) -> None:
        name = "My fists, 16 s. From my clinician."
        if not self.hands.sees(f"{name}, selected"):
            self.hands.tab_to(name)
            self.hands.key(Qt.Key.Key_Return)

    def start_by_keyboard(self) -> None:
        self.choose()
        self.hands.tab_to("Start My fists")
        self.hands.key(Qt.Key.Key_Return)


@pytest.fixture
def hands(home):
    """Return a person whose second press within a moment is meant."""
    home.settle_in(guard_ms=0)
    return home.open()


@pytest.fixture
def exercise(home, hands) -> Exercise:
    hands.shell._desk.routines.keep(MINE)
    return Exercise(hands)


def test_a_whole_routine_by_keyboard_alone(exercise, hands, diary):
    exercise.start_by_keyboard()
    assert hands.focus() == "Pause"
    assert hands.reads("Get ready") or hands.reads("Repetition 1 of 1")
    exercise.pass_seconds(3)
    hands.key(Qt.Key.Key_Space)
    assert hands.sees("Go on")
    exercise.time += 600  # a call came
    hands.key(Qt.Key.Key_Space)
    exercise.pass_seconds(LENGTH_S)
    (entry,) = diary("routine")
    assert (entry.details.name, entry.details.share) == ("My fists", 1)
    assert "Saved: My fists" in hands.toast()
    assert hands.reads("both sides")
    hands.tab_to("How do your hands feel now? Only if you want to say.: Easier")
    hands.key(Qt.Key.Key_Return)
    assert diary("routine")[0].details.felt == "easier"


def test_escape_ends_and_the_toast_takes_it_back(exercise, hands, diary):
    exercise.start_by_keyboard()
    exercise.pass_seconds(4.4)
    hands.key(Qt.Key.Key_Escape)
    assert 0 < diary("routine")[0].details.share < 1
    hands.click_action()
    assert diary("routine") == []
    assert hands.reads("Taken back")


def test_it_hurt_and_it_stops(exercise, hands, diary):
    exercise.start_by_keyboard()
    exercise.pass_seconds(4.4)
    hands.click("This hurt")
    exercise.pass_seconds(30)
    assert [entry.details.what for entry in diary("symptom")] == ["pain"]
    assert diary("routine")[0].details.hurt
    assert hands.reads("Let the hand rest")


def test_the_lid_is_closed_and_the_routine_waits(exercise, hands, diary):
    exercise.start_by_keyboard()
    exercise.pass_seconds(3)
    exercise.time += 7200
    exercise.tab._on_tick()
    assert hands.reads("Paused while the computer slept")
    hands.key(Qt.Key.Key_Space)
    exercise.pass_seconds(LENGTH_S)
    assert diary("routine")[0].details.share == 1


def test_another_page_pauses_it_and_coming_back_shows_it(exercise, hands):
    exercise.start_by_keyboard()
    exercise.pass_seconds(3)
    hands.turn_to("Twitches")
    exercise.pass_seconds(30)
    hands.turn_to("Exercises")
    assert hands.sees("Go on")


def test_larger_text_in_the_middle_of_it_ends_nothing(exercise, hands, qtbot):
    exercise.start_by_keyboard()
    exercise.pass_seconds(3)
    hands.window.rebuild()
    qtbot.waitUntil(lambda: hands.sees("Pause") or hands.sees("Go on"))
    exercise.tab = hands.window.page("exercises")
    exercise.pass_seconds(1)
    assert exercise.tab._session.is_on


def test_the_window_closes_and_the_part_done_is_kept(exercise, hands, home, diary):
    exercise.start_by_keyboard()
    exercise.pass_seconds(4.4)
    home.close(hands)
    assert diary("routine")[0].details.share > 0
