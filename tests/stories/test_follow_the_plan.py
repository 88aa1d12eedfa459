"""Following the plan: some weeks as one is, then one step, a pause, its end, a habit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.stories.hands import Hands

DAY_MIN = 24 * 60


@pytest.fixture
def hands(home):
    """Return a person whose second press within a moment is meant."""
    home.settle_in(guard_ms=0)
    return home.open()


@pytest.fixture
def waits(home, hands):
    """Return what lets days go by with the window open."""

    def go_on(days: int) -> None:
        home.clock.pass_minutes(days * DAY_MIN)
        hands.shell.conductor._on_minute()

    return go_on


def has_baseline(hands: Hands, waits) -> None:
    hands.turn_to("Plan")
    hands.click("Begin the baseline tomorrow")
    waits(29)
    hands.click("Finish the baseline")


def test_from_the_first_day_to_a_habit(hands, waits):
    hands.turn_to("Plan")
    assert hands.reads("Begin with some weeks as you are")
    hands.click("Begin the baseline tomorrow")
    assert hands.toast() == "Saved: Baseline starts tomorrow, 14:00"
    waits(1)
    assert hands.reads("Day 1 of 28")
    hands.click("Baseline: done today")
    assert hands.reads("✓ Done today")
    waits(28)
    assert hands.reads("All 28 days are done")
    hands.click("Finish the baseline")

    assert hands.reads("Next: Water and late caffeine")
    hands.click("Start tomorrow")
    waits(5)
    hands.click("Water and late caffeine: done today")
    assert hands.reads("1 of the last 7 days")
    hands.click("Pause")
    waits(10)
    assert hands.reads("Paused since")
    hands.click("Go on today")
    assert hands.reads("Day 5 of 28")
    waits(24)
    assert hands.reads("All 28 days are done")
    hands.click("Finish, keep the habit")
    assert hands.reads("Habits that stay")
    assert hands.reads("Not yet tested") or hands.reads("Nothing was recorded")
    assert hands.reads("Next: Magnesium-rich foods")


def test_a_wrong_press_is_taken_back_by_the_toast(hands, waits):
    has_baseline(hands, waits)
    hands.click("Start tomorrow")
    hands.click_action()
    assert hands.reads("Next: Water and late caffeine")
    hands.click_action()
    assert hands.reads("Begins tomorrow")


def test_by_keyboard_alone(hands, waits):
    hands.turn_to("Plan")
    hands.tab_to("Begin the baseline tomorrow")
    hands.key(Qt.Key.Key_Return)
    assert hands.focus() == "Not after all"
    waits(1)
    hands.tab_to("Baseline: done today")
    hands.key(Qt.Key.Key_Space)
    assert hands.focus() == "Baseline: not done today after all"


def test_a_bounce_does_not_press_what_has_just_come(home):
    home.settle_in(guard_ms=400)
    hands = home.open()
    hands.turn_to("Plan")
    hands.tab_to("Begin the baseline tomorrow")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert hands.reads("Begins tomorrow")
    home.clock.pass_minutes(DAY_MIN)
    hands.shell.conductor._on_minute()
    hands.tab_to("Baseline: done today")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    assert hands.reads("✓ Done today")


def test_another_order_before_anything_began(hands, waits):
    hands.turn_to("Plan")
    hands.click("More about Enough sleep at regular times")
    for _ in range(3):
        hands.click("Move Enough sleep at regular times up")
    hands.click("How long: 6 weeks")
    has_baseline(hands, waits)
    assert hands.reads("Next: Enough sleep at regular times")
    hands.click("Start tomorrow")
    assert hands.reads("for 6 weeks")


def test_the_command_line_and_the_window_follow_one_plan(home, hands, waits, qtbot):
    has_baseline(hands, waits)
    hands.click("Start tomorrow")
    waits(1)
    other = home.desk()
    now = home.clock.now()
    other.journal.log(other.plan.done(now), now, now)
    other.close()
    qtbot.waitUntil(lambda: hands.reads("✓ Done today"), timeout=5000)
