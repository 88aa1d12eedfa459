"""A diary that does not open: said plainly, nothing destroyed, the newest good backup offered."""

import os
import sqlite3

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from steadyhands.domain.problem import DiaryNewer, Problem
from steadyhands.ui.rescue import RescueDialog, rescue
from steadyhands.ui.widgets.buttons import GuardedButton
from tests.factory import a_twitch


class Answerer:
    """Presses one button after another in the dialogs that come, and keeps what they said."""

    def __init__(self, *presses):
        self.presses = list(presses)
        self.said = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self):
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RescueDialog) or not dialog.isVisible():
            return
        if not self.presses:
            self._timer.stop()
            dialog.reject()
            raise AssertionError(f"one dialog too many: {_words(dialog)}")
        self.said.append(_words(dialog))
        wanted = self.presses.pop(0)
        if not self.presses:
            self._timer.stop()
        if wanted == "Escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        button = next(b for b in dialog.findChildren(GuardedButton) if b.text() == wanted)
        where = button.mapTo(dialog, button.rect().center())
        QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton, pos=where)


def _words(dialog):
    return " ".join(part.text() for part in dialog.findChildren(QLabel))


def _ask(home, problem):
    return rescue(problem, home.keeper, home.desk, home.clock.now().local())


def _fill(home):
    """Log two twitches, make a backup after the first, and close."""
    desk = home.desk()
    now = home.clock.now()
    desk.journal.log(a_twitch("right", "ring"), now, now)
    home.keeper.back_up(now.local())
    desk.journal.log(a_twitch("left", "thumb"), now, now)
    desk.close()


def _damage(home):
    for ending in ("-wal", "-shm"):
        if os.path.exists(home.keeper.path + ending):
            os.remove(home.keeper.path + ending)
    with open(home.keeper.path, "r+b") as file:
        file.write(b"This is no diary any more. " * 100)


def _refusal(home):
    with pytest.raises(Problem) as caught:
        home.desk()
    return caught.value


def test_the_newest_good_backup_takes_its_place(home):
    _fill(home)
    _damage(home)
    answerer = Answerer("Use that backup")

    hands = home.open(_ask(home, _refusal(home)))
    assert "damaged" in answerer.said[0]
    assert "made today at 14:00" in answerer.said[0]
    assert hands.figure("Twitches today").startswith("1")
    kept = [name for name in os.listdir(home.folder) if "damaged" in name]
    assert kept, "the damaged file is kept aside"
    with open(home.folder / kept[0], "rb") as file:
        assert file.read(20) == b"This is no diary any"


def test_quitting_changes_nothing(home):
    _fill(home)
    _damage(home)
    with open(home.keeper.path, "rb") as file:
        before = file.read()
    for way in ("Quit", "Escape"):
        answerer = Answerer(way)
        assert _ask(home, _refusal(home)) is None
        assert len(answerer.said) == 1
    with open(home.keeper.path, "rb") as file:
        assert file.read() == before


def test_without_a_backup_it_says_so_and_still_may_try_again(home, monkeypatch):
    _damage(home)
    answerer = Answerer("Try again", "Quit")
    assert _ask(home, _refusal(home)) is None
    assert len(answerer.said) == 2
    assert "No good backup was found" in answerer.said[1]


def test_without_a_backup_a_new_diary_can_be_started(home):
    _damage(home)
    answerer = Answerer("Start a new diary")
    hands = home.open(_ask(home, _refusal(home)))
    assert "kept beside it" in answerer.said[0]
    assert hands.reads("A quiet diary for twitching fingers")
    (kept,) = [name for name in os.listdir(home.folder) if "damaged" in name]
    with open(home.folder / kept, "rb") as file:
        assert file.read(20) == b"This is no diary any"


def test_a_newer_diary_is_refused_and_untouched(home):
    connection = sqlite3.connect(home.keeper.path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with open(home.keeper.path, "rb") as file:
        before = file.read()
    problem = _refusal(home)
    assert isinstance(problem, DiaryNewer)
    answerer = Answerer("Quit")
    assert _ask(home, problem) is None
    assert "newer" in answerer.said[0].lower() or "later" in answerer.said[0].lower()
    assert "backup" not in answerer.said[0]
    with open(home.keeper.path, "rb") as file:
        assert file.read() == before


def test_a_folder_where_the_diary_should_be(new_home):
    os.makedirs(new_home.keeper.path)
    answerer = Answerer("Quit")
    assert _ask(new_home, _refusal(new_home)) is None
    assert new_home.keeper.path in answerer.said[0]
    assert os.path.isdir(new_home.keeper.path)


def test_a_diary_held_by_another_program_may_be_tried_again(home):
    other = sqlite3.connect(home.keeper.path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    problem = None
    try:
        home.desk().close()
    except Problem as caught:
        problem = caught
    other.execute("ROLLBACK")
    other.close()
    if problem is None:
        pytest.skip("opening needs no lock here")
    answerer = Answerer("Try again")
    desk = _ask(home, problem)
    assert desk is not None
    assert len(answerer.said) == 1
    desk.close()


def test_the_file_is_checked_from_the_settings(home, qtbot):
    hands = home.open()
    hands.click("Settings")
    hands.click("Check the file")
    qtbot.waitUntil(lambda: hands.reads("The file is sound."), timeout=3000)
