"""Another program holds the diary: nothing pressed is lost, and the window goes on."""

import sqlite3

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

STILL = 200  # ms that a window may at most not answer


@pytest.fixture
def other(home):
    """Return another program's connection, which has not locked anything yet."""
    connection = sqlite3.connect(home.keeper.path, isolation_level=None)
    yield connection
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.close()


class Pulse:
    """Ticks every 10 ms and remembers the longest pause."""

    def __init__(self):
        self.longest = 0
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._since.start()
        self._timer.start(10)

    def _tick(self):
        self.longest = max(self.longest, self._since.restart())

    def stop(self):
        self._timer.stop()


def test_a_press_waits_and_is_saved_with_its_own_time(home, hands, diary, other, qtbot):
    other.execute("BEGIN EXCLUSIVE")
    hands.click_finger("right", "index")
    assert hands.reads("Saving…")
    assert "kept here" in hands.toast()
    home.clock.pass_minutes(3)
    hands.click_finger("left", "thumb")
    pulse = Pulse()
    qtbot.wait(1200)
    pulse.stop()
    assert pulse.longest < STILL
    assert diary() == []

    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: len(diary()) == 2, timeout=2000)
    assert [f"{e.at.local():%H:%M} {e.details.part}" for e in diary()] == [
        "14:00 index",
        "14:03 thumb",
    ]
    assert not hands.reads("Saving…")
    assert hands.toast() == "Saved: left thumb, 14:03"
    assert hands.figure("Twitches today").startswith("2")


def test_it_is_said_once_and_not_again_and_again(hands, other, qtbot, monkeypatch):
    monkeypatch.setattr("steadyhands.ui.widgets.toast.SHOWN_MS", 100)
    other.execute("BEGIN EXCLUSIVE")
    hands.click_finger("right", "index")
    qtbot.waitUntil(lambda: not hands.toast(), timeout=1000)
    qtbot.wait(600)  # two more tries
    assert not hands.toast()
    assert hands.reads("Saving…")


def test_the_tabs_can_be_changed_meanwhile(hands, other):
    other.execute("BEGIN EXCLUSIVE")
    hands.click_finger("right", "index")
    hands.click("Settings")
    assert hands.reads("Your diary")
    assert hands.reads("Saving…")


def test_closing_waits_for_the_last_press_and_then_closes(home, hands, diary, other, qtbot):
    other.execute("BEGIN EXCLUSIVE")
    hands.click_finger("right", "index")
    pulse = Pulse()
    hands.window.close()
    qtbot.wait(300)
    pulse.stop()
    assert pulse.longest < STILL
    assert hands.window.isVisible()
    assert "closes by itself" in hands.toast()

    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not hands.window.isVisible(), timeout=2000)
    assert len(diary()) == 1


def test_one_may_insist_on_closing(hands, diary, other, qtbot):
    other.execute("BEGIN EXCLUSIVE")
    hands.click_finger("right", "index")
    hands.window.close()
    hands.click_action()
    qtbot.waitUntil(lambda: not hands.window.isVisible(), timeout=1000)
    other.execute("ROLLBACK")
    assert diary() == []


def test_a_setting_waits_too(home, hands, other, qtbot):
    hands.click("Settings")
    other.execute("BEGIN EXCLUSIVE")
    hands.click("The hand you use most: Left")
    assert hands.reads("Saving…")
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not hands.reads("Saving…"), timeout=2000)
    desk = home.desk()
    assert desk.choices.read().hand == "left"
    desk.close()
