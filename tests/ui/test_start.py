"""The program's start in a process of its own, as `python -m steadyhands` does it."""

import os
import subprocess
import sys

import pytest

from steadyhands.ui.start import NO_SCREEN

pytestmark = pytest.mark.slow

# Runs the window for half a second: `live(window)` first, at the end it says what is to be seen.
LIFE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from steadyhands import app as program
from steadyhands.ui.main_window import MainWindow

def the_window():
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    return window

def live(window):
    {body}

def leave():
    print(the_window().toast.text(), the_window().isVisible())
    the_window().close()

def exec_(app=None):
    QTimer.singleShot(100, lambda: live(the_window()))
    QTimer.singleShot(500, leave)
    return until_closed()

until_closed = QApplication.exec
QApplication.exec = exec_
sys.exit(program.main(sys.argv[1:]))
"""


def run(tmp_path, body="pass", *words, **environment):
    """Run the program for the length of `body` with a home of its own."""
    folders = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}
    homes = {name: str(tmp_path / folder) for name, folder in folders.items()}
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **homes, **environment}
    return subprocess.run(
        [sys.executable, "-c", LIFE.format(body=body), *words],
        env={name: value for name, value in env.items() if value},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_machine_that_names_no_place_still_groups_long_numbers(tmp_path):
    done = run(tmp_path, "from steadyhands.ui import words; print(words.mg_text(2650))", LC_ALL="C")
    assert "2,650 mg" in done.stdout


def test_it_opens_makes_a_diary_and_ends_well(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "data" / "steadyhands" / "diary.sqlite").exists()
    assert (tmp_path / "config" / "steadyhands" / "window.json").exists()
    assert not (tmp_path / "state").exists(), "nothing went wrong, so there is no log"


def test_the_sample_leaves_no_trace(tmp_path):
    done = run(tmp_path, "pass", "--demo", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "data").exists()
    assert [name for name in os.listdir(tmp_path) if name.startswith("steadyhands-sample")] == []


def test_a_mistake_of_ours_is_said_and_kept_and_the_window_stays(tmp_path):
    done = run(tmp_path, "raise KeyError('oops')")
    assert done.returncode == 0, done.stderr
    assert "Something went wrong. What was saved is safe" in done.stdout
    assert "True" in done.stdout
    log = tmp_path / "state" / "steadyhands" / "log" / "steadyhands.log"
    assert "KeyError: 'oops'" in log.read_text(encoding="utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a screen is named so on Linux")
def test_without_a_screen_it_says_so_and_ends(tmp_path):
    done = run(tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 3
    assert done.stderr.strip() == NO_SCREEN
    assert not (tmp_path / "data").exists()
