"""The old computer writes one file; the new one opens it as its diary, and keeps what it had."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.factory import a_desk, a_keeper, a_twitch, log_a_day


@pytest.fixture
def copy(tmp_path):
    """Return the file that the old computer wrote; its glass holds 300 ml."""
    folder = tmp_path / "old"
    folder.mkdir()
    desk = a_desk(folder)
    log_a_day(desk.journal, desk.now())
    desk.choices.change(glass_ml=300, welcomed=True)
    path = str(tmp_path / "moved.sqlite")
    desk.exporter.write(path, "sqlite")
    desk.close()
    return path


@pytest.fixture
def arriving(home, copy, qtbot, monkeypatch):
    """Return a person at the new computer, where one twitch was logged, before the file."""
    home.settle_in(guard_ms=0)
    desk = home.desk()
    desk.journal.log(a_twitch("left", "thumb"), home.clock.now(), home.clock.now())
    desk.close()
    hands = home.open()
    hands.window.show_page("transfer")
    page = hands.window.page("transfer")
    qtbot.waitUntil(page.is_settled)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (copy, ""))
    hands.click("Choose a file…")
    qtbot.waitUntil(page.is_settled, timeout=10_000)
    assert hands.reads("This is a whole diary.")
    return hands


def test_the_file_becomes_the_diary_and_the_present_one_is_kept(arriving, home, qtbot):
    before = arriving.window
    arriving.click("Use this as my diary")
    assert arriving.reads("Open this file's diary instead of the present one?")
    arriving.click("Yes, open it")
    qtbot.waitUntil(lambda: arriving.window is not before, timeout=10_000)
    assert arriving.figure("Twitches today") == "3"
    (aside,) = home.folder.glob("diary.sqlite.before-*")
    kept = a_keeper(aside.parent)
    kept.path = str(aside)
    old = kept.open(home.clock.now().local())
    assert old.entries.count() == 1
    old.close()
    again = home.desk()
    assert again.choices.read().glass_ml == 300
    again.close()


def test_it_can_also_be_brought_into_the_present_diary(arriving, home, qtbot):
    arriving.click("Bring in 9 entries")
    qtbot.waitUntil(lambda: arriving.reads("9 entries came in."), timeout=10_000)
    assert arriving.figure("Twitches today") == "4"
    assert not list(home.folder.glob("*.before-*"))


def test_never_mind_leaves_all_as_it_is(arriving, home):
    arriving.click("Use this as my diary")
    arriving.click("Never mind")
    assert arriving.sees("Use this as my diary")
    assert not list(home.folder.glob("*.before-*"))
    assert arriving.figure("Twitches today") == "1"


def test_the_old_computer_writes_one_file(home, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "stick" / "mine.sqlite"
    path.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    hands = home.open()
    hands.window.show_page("transfer")
    hands.click("Save for the new computer…")
    qtbot.waitUntil(lambda: hands.reads("Saved: "), timeout=10_000)
    assert [file.name for file in path.parent.iterdir()] == ["mine.sqlite"]
