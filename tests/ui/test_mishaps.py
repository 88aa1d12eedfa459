import logging
import os
import stat
import sys

import pytest
from PySide6.QtCore import QTimer

from steadyhands.system import logs
from steadyhands.ui.mishaps import Mishaps

LOGGED = pytest.mark.expects_log("Unexpected error")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("steadyhands.system.paths.log_folder", lambda: str(tmp_path / "log"))
    yield tmp_path / "log"
    logs.close_log()


@pytest.fixture
def mishaps(qapp, folder):
    mishaps = Mishaps(quiet_ms=10_000)
    before = sys.excepthook
    mishaps.install()
    yield mishaps
    mishaps.remove()
    sys.excepthook = before


def stumble():
    raise KeyError("oops")


def written():
    with open(logs.log_path(), encoding="utf-8") as file:
        return file.read()


@LOGGED
def test_an_error_in_a_slot_is_kept_and_said(mishaps, qtbot, capsys):
    with qtbot.waitSignal(mishaps.happened) as said:
        QTimer.singleShot(0, stumble)
    assert "What was saved is safe" in said.args[0]
    assert "KeyError: 'oops'" in written()
    assert "in stumble" in written()
    assert "Something went wrong" in capsys.readouterr().err


@LOGGED
def test_the_log_is_the_persons_own(mishaps, qtbot):
    with qtbot.waitSignal(mishaps.happened):
        QTimer.singleShot(0, stumble)
    assert stat.S_IMODE(os.stat(logs.log_path()).st_mode) == 0o600


@LOGGED
def test_many_errors_are_said_once_and_all_kept(mishaps, qtbot):
    said = []
    mishaps.happened.connect(said.append)
    for _ in range(5):
        QTimer.singleShot(0, stumble)
    qtbot.waitUntil(lambda: os.path.exists(logs.log_path()) and written().count("oops") >= 5)
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1


def test_a_log_that_cannot_be_written_is_no_second_error(mishaps, folder, qtbot):
    folder.write_text("a file where the folder should be")
    with qtbot.waitSignal(mishaps.happened):
        QTimer.singleShot(0, stumble)
    assert folder.is_file()


def test_leaving_the_program_is_no_mishap(qapp, folder, monkeypatch):
    passed = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: passed.append(error[0]))
    mishaps = Mishaps()
    mishaps.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    mishaps.remove()
    assert passed == [KeyboardInterrupt]
    assert not folder.exists()


def test_removed_it_leaves_errors_to_who_had_them(qapp, folder):
    before = sys.excepthook
    mishaps = Mishaps()
    mishaps.install()
    assert sys.excepthook is not before
    mishaps.remove()
    assert sys.excepthook is before


@pytest.mark.expects_log("task failed")
def test_the_log_file_is_opened_by_the_first_record(mishaps, folder):
    assert not folder.exists()
    logging.getLogger("steadyhands.ui.tasks").error("A task failed: %s", "why")
    assert written().count("A task failed: why") == 1
    logging.getLogger("steadyhands.ui.tasks").error("A task failed again")
    assert written().count("A task failed again") == 1
