"""The command line, or a second window, writes beside the open one; each sees the other."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess, Qt

from steadyhands.system.clock import Clock
from tests.stories.hands import CTRL


def run(home, *words):
    """Start `steadyhands …` on the same diary without waiting for it."""
    process = QProcess()
    environment = process.processEnvironment()
    for name, value in {**os.environ, "STEADYHANDS_DIARY": home.keeper.path}.items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.start(sys.executable, ["-m", "steadyhands", *words])
    assert process.waitForFinished(20_000)
    assert process.exitCode() == 0, bytes(process.readAllStandardError()).decode()
    return bytes(process.readAllStandardOutput()).decode()


@pytest.fixture
def today(new_home):
    """Return a machine in use whose clock is the real one, as other processes have."""
    new_home.clock = Clock()
    new_home.settle_in()
    return new_home


def test_what_the_command_line_logs_is_in_the_window_within_a_second(today, qtbot):
    hands = today.open()
    assert hands.figure("Twitches today").startswith("0")
    run(today, "log", "twitch", "left", "thumb")
    qtbot.waitUntil(lambda: hands.figure("Twitches today").startswith("1"), timeout=1000)
    assert hands.reads("Left thumb")


def test_each_undoes_its_own(today, qtbot):
    hands = today.open()
    hands.click_finger("right", "ring")
    run(today, "log", "twitch", "left", "thumb")
    qtbot.waitUntil(lambda: hands.figure("Twitches today").startswith("2"), timeout=1000)

    said = run(today, "undo")
    assert "thumb" in said
    qtbot.waitUntil(lambda: hands.figure("Twitches today").startswith("1"), timeout=1000)
    assert hands.reads("Right ring finger")

    hands.click_action()
    assert hands.toast().startswith("Removed: right ring finger")
    assert hands.figure("Twitches today").startswith("0")


def test_the_command_line_counts_what_the_window_saved(today):
    hands = today.open()
    hands.click_finger("right", "ring")
    assert "ring" in run(today, "list")


def test_two_windows_show_the_same(home, qtbot):
    one, two = home.open(), home.open()
    one.click_finger("right", "index")
    qtbot.waitUntil(lambda: two.figure("Twitches today").startswith("1"), timeout=1000)
    two.click("Felt like: Buzz")
    qtbot.waitUntil(lambda: one.is_selected("Felt like: Buzz"), timeout=1000)


def test_an_entry_changed_in_the_other_window_is_not_undone_by_halves(home, qtbot):
    one, two = home.open(), home.open()
    one.click_finger("right", "index")
    qtbot.waitUntil(lambda: two.figure("Twitches today").startswith("1"), timeout=1000)
    two.click("Felt like: Buzz")
    qtbot.waitUntil(lambda: one.is_selected("Felt like: Buzz"), timeout=1000)
    one.click_action()
    assert "changed again since" in one.toast()
    assert one.figure("Twitches today").startswith("1")


def test_a_killed_command_harms_nothing(today, qtbot):
    hands = today.open()
    child = subprocess.Popen(
        [sys.executable, "-m", "steadyhands", "log", "twitch"],
        env={**os.environ, "STEADYHANDS_DIARY": today.keeper.path},
        stdout=subprocess.DEVNULL,
    )
    child.kill()
    child.wait()
    hands.key(Qt.Key.Key_T, CTRL)
    assert hands.toast().startswith("Saved: ")
    assert today.keeper.is_sound()
