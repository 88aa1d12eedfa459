"""Backups by hand: one more, a look whether it is sound, back to it, and a second folder."""

from __future__ import annotations

import os
import shutil

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.factory import a_twitch


@pytest.fixture
def keeping(home, qtbot):
    """Return a person before the backups of a diary with one twitch."""
    home.settle_in(guard_ms=0)
    desk = home.desk()
    desk.journal.log(a_twitch("right", "ring"), home.clock.now(), home.clock.now())
    desk.close()
    hands = home.open()
    hands.window.show_page("transfer")
    qtbot.waitUntil(lambda: hands.window.page("transfer").is_settled())
    return hands


@pytest.fixture
def cloud(tmp_path, monkeypatch):
    folder = tmp_path / "cloud"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def made(hands, qtbot):
    hands.click("Back up now")
    qtbot.waitUntil(lambda: hands.reads("kept for the day"), timeout=10_000)


def press(hands, beginning):
    (name,) = [name for name in hands.names() if name.startswith(beginning)]
    hands.click(name)


def copies(folder):
    return [name for _, _, names in os.walk(folder) for name in names]


def test_a_backup_is_made_listed_and_checked(keeping, qtbot):
    assert keeping.reads("There is no backup yet.")
    made(keeping, qtbot)
    assert keeping.reads("Backup made: ")
    assert keeping.reads("10 Mar 2026, 14:00")
    press(keeping, "Check the backup of")
    qtbot.waitUntil(lambda: keeping.reads("kept for the day, sound"), timeout=10_000)


def test_a_broken_backup_is_told_and_not_used(keeping, home, qtbot):
    made(keeping, qtbot)
    (backup,) = (home.folder / "backups").iterdir()
    with open(backup, "r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)
    press(keeping, "Check the backup of")
    qtbot.waitUntil(lambda: keeping.reads("kept for the day, damaged"), timeout=10_000)
    press(keeping, "Go back to the backup of")
    keeping.click("Yes, go back to it")
    qtbot.waitUntil(lambda: "is damaged, so it was not used" in keeping.toast(), timeout=10_000)
    assert keeping.figure("Twitches today") == "1"
    assert not list(home.folder.glob("*.before-*")) + list(home.folder.glob("*.coming*"))


def test_back_to_a_backup_and_the_present_diary_is_kept(keeping, home, qtbot):
    made(keeping, qtbot)
    keeping.click("Log a twitch")
    assert keeping.figure("Twitches today") == "2"
    before = keeping.window

    press(keeping, "Go back to the backup of")
    assert keeping.reads("Go back to the diary as it was then?")
    keeping.click("Yes, go back to it")
    qtbot.waitUntil(lambda: keeping.window is not before, timeout=10_000)

    assert keeping.figure("Twitches today") == "1"
    (aside,) = home.folder.glob("diary.sqlite.before-*")
    assert str(aside) in keeping.toast().replace("\u200b", "")
    assert keeping.window.isVisible()
    keeping.click("Log a twitch")  # the new window writes to the diary that is open now
    assert keeping.figure("Twitches today") == "2"


def test_no_leaves_all_as_it_is(keeping, home, qtbot):
    made(keeping, qtbot)
    press(keeping, "Go back to the backup of")
    keeping.click("No")
    assert not keeping.reads("Go back to the diary as it was then?")
    assert not list(home.folder.glob("*.before-*"))


def test_another_program_that_has_the_diary_open_is_waited_for_by_nobody(keeping, home, qtbot):
    made(keeping, qtbot)
    other = home.desk()
    before = keeping.window
    press(keeping, "Go back to the backup of")
    keeping.click("Yes, go back to it")
    qtbot.waitUntil(lambda: keeping.window is not before, timeout=10_000)
    assert "Another program has the diary open" in keeping.toast()
    assert keeping.figure("Twitches today") == "1"
    other.close()


def test_a_second_folder_gets_the_backups_from_then_on(keeping, home, cloud, qtbot):
    keeping.click("Choose a folder…")
    qtbot.waitUntil(lambda: len(copies(cloud)) == 1, timeout=10_000)
    assert keeping.reads("Each backup is copied to")
    home.clock.pass_minutes(60)
    keeping.click("Back up now")
    qtbot.waitUntil(lambda: len(copies(cloud)) == 1 and "T150000" in copies(cloud)[0])
    assert home.file.read().backup_folder == str(cloud)
    keeping.click("No second folder")
    assert home.file.read().backup_folder == ""


def test_the_look_can_change_without_losing_the_folder(keeping, home, cloud, qtbot):
    keeping.click("Choose a folder…")
    qtbot.waitUntil(lambda: len(copies(cloud)) == 1, timeout=10_000)
    keeping.click("Settings")
    keeping.click("Theme: Dark")
    assert home.file.read().backup_folder == str(cloud)


def test_a_folder_that_is_gone_is_said_quietly_and_once(keeping, home, cloud, qtbot):
    keeping.click("Choose a folder…")
    qtbot.waitUntil(lambda: len(copies(cloud)) == 1, timeout=10_000)
    shutil.rmtree(cloud)
    conductor = keeping.shell.conductor
    conductor.do_housework()
    qtbot.waitUntil(lambda: "is not there now" in keeping.toast(), timeout=10_000)
    keeping.window.toast.hide()
    conductor.do_housework()
    keeping.shell.tasks.run(lambda: None, lambda _: keeping.window.say("done"))
    qtbot.waitUntil(lambda: keeping.toast() != "", timeout=10_000)
    assert keeping.toast() == "done"


def test_the_place_of_the_first_backups_is_no_second(keeping, home, monkeypatch, qtbot):
    folder = str(home.folder)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    keeping.click("Choose a folder…")
    qtbot.waitUntil(lambda: keeping.reads("Please choose another folder."), timeout=10_000)
    assert home.file.read().backup_folder == ""


def test_what_waits_to_be_saved_is_never_left_behind(keeping, home, qtbot):
    made(keeping, qtbot)
    other = home.desk()
    other._diary._connection.execute("BEGIN IMMEDIATE")  # another program writes for long
    keeping.click("Log a twitch")
    assert keeping.shell.acts.has_waiting()
    press(keeping, "Go back to the backup of")
    keeping.click("Yes, go back to it")
    qtbot.waitUntil(lambda: "Not all is saved yet." in keeping.toast(), timeout=10_000)
    other._diary._connection.execute("COMMIT")
    other.close()
    qtbot.waitUntil(lambda: not keeping.shell.acts.has_waiting(), timeout=10_000)
    assert keeping.figure("Twitches today") == "2"
    assert not list(home.folder.glob("*.before-*")) + list(home.folder.glob("*.coming*"))
