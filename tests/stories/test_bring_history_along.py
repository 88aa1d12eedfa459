"""Somebody comes from other programs: looks first, brings it in, takes it back, brings it again."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from steadyhands.services.export import Exporter
from tests.factory import a_desk, log_a_day
from tests.stories.hands import CTRL

COFFEES = "Day,Hour,Cups,Remark\n" + "".join(
    f"2026-03-{day:02},8:30,{1 + day % 2},{'late night' if day == 3 else ''}\n"
    for day in range(1, 10)
)
HABITS = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"


@pytest.fixture
def answers(monkeypatch, tmp_path):
    """Answer the questions for files: `answers["open"]`, `answers["save"]`."""
    given: dict[str, str] = {}
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (given["open"], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (given["save"], ""))
    return given


@pytest.fixture
def bringing(hands, qtbot, answers):
    """Return a person before the page, and a function that chooses a file there."""
    hands.turn_to("Diary")
    hands.click("Bring in, take out…")
    settled(hands, qtbot)

    def choose(path, press="Choose a file…"):
        answers["open"] = str(path)
        hands.click(press)
        settled(hands, qtbot)

    return hands, choose


def settled(hands, qtbot):
    qtbot.waitUntil(lambda: hands.window.page("transfer").is_settled(), timeout=20_000)


def count(home, kind=""):
    desk = home.desk()
    try:
        return sum(not kind or entry.kind == kind for entry in desk._diary.entries.stream())
    finally:
        desk.close()


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "coffees.csv"
    path.write_text(COFFEES)
    return path


@pytest.fixture
def sent(tmp_path):
    """Return our JSON of a day on another computer."""
    folder = tmp_path / "other"
    folder.mkdir()
    desk = a_desk(folder)
    log_a_day(desk.journal, desk.now())
    path = tmp_path / "diary.json"
    Exporter(desk.keeper, desk.clock).write(str(path), "json")
    desk.close()
    return path


def test_our_json_comes_in_goes_out_and_comes_again(bringing, home, sent, qtbot):
    hands, choose = bringing
    choose(sent)
    assert hands.reads("9 entries would come in, of 10 Mar 2026.")
    assert hands.reads("3 twitches")
    assert count(home) == 0

    hands.click("Bring in 9 entries")
    settled(hands, qtbot)
    assert hands.reads("9 entries came in.")
    assert count(home) == 9
    assert hands.toast() == "Saved: 9 entries"
    assert hands.figure("Twitches today") == "3"

    hands.click_action()
    assert count(home) == 0
    qtbot.waitUntil(lambda: hands.reads("Taken back"))

    choose(sent)
    hands.click("Bring in 9 entries")
    settled(hands, qtbot)
    assert count(home) == 9

    choose(sent, "Choose another file…")
    assert hands.reads("Nothing is new: 9 entries of this file are in your diary already.")
    assert not hands.sees("Bring in 0 entries")


def test_a_table_nobody_knows_is_named_column_by_column(bringing, home, table, qtbot):
    hands, choose = bringing
    choose(table)
    assert hands.is_selected("Day: Date")
    assert hands.is_selected("Hour: Time")
    assert hands.is_selected("Cups: Amount of it")
    hands.click("Cups: Ignore")
    hands.click("Each row is: Drink")
    hands.click("Which: Coffee")
    assert hands.reads("Coffee, 237 ml")
    hands.click("Cups: Amount of it")
    hands.click("Go on")
    settled(hands, qtbot)
    hands.click("Change what “Cups” becomes")
    hands.click("“Cups” becomes: Drink")
    settled(hands, qtbot)
    hands.click("Which: Coffee")
    settled(hands, qtbot)
    assert hands.reads("9 drinks")
    hands.click("Bring in 9 entries")
    settled(hands, qtbot)
    assert count(home, "drink") == 9


def test_what_was_said_of_a_table_is_there_for_the_next(bringing, table, tmp_path, qtbot):
    hands, choose = bringing
    choose(table)
    hands.click("Remark: Ignore")
    hands.click("Go on")
    settled(hands, qtbot)
    hands.click("Bring in 9 entries")
    settled(hands, qtbot)
    later = tmp_path / "later.csv"
    later.write_text(COFFEES.replace("2026", "2025"))
    choose(later, "Choose another file…")
    assert hands.is_selected("Remark: Ignore")
    assert hands.is_selected("Cups: Amount of it")


def test_rows_that_cannot_come_are_named_and_saved(bringing, answers, tmp_path, qtbot):
    hands, choose = bringing
    path = tmp_path / "habits.csv"
    path.write_text(HABITS + "Water,,Health,2026-03-01,500,\nWater,,Health,someday,500,\n")
    choose(path)
    assert hands.reads("1 entry would come in, of 1 Mar 2026.")
    assert hands.reads("line 3: “someday” is not a date.")
    answers["save"] = str(tmp_path / "rows.csv")
    hands.click("Save the list of rows…")
    qtbot.waitUntil(lambda: hands.reads("The list of rows is in"), timeout=10_000)
    assert "someday" in (tmp_path / "rows.csv").read_text(encoding="utf-8")


def test_an_old_import_is_taken_back_from_the_list(bringing, home, sent, qtbot):
    hands, choose = bringing
    choose(sent)
    hands.click("Bring in 9 entries")
    settled(hands, qtbot)
    home.close(hands)
    again = home.open()
    again.window.show_page("transfer")
    settled(again, qtbot)
    (button,) = [name for name in again.names() if name.startswith("Take back diary.json")]
    again.click(button)
    qtbot.waitUntil(lambda: again.reads("Taken back"), timeout=10_000)
    assert count(home) == 0
    assert again.toast() == "Removed: 9 entries"
    again.click_action()
    assert count(home) == 9


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cut.zip", b"PK\x03\x04" + b"x" * 500, "is damaged, or it was not copied whole"),
        ("empty.csv", b"", "is empty"),
        ("photo.jpg", b"\xff\xd8" + bytes(999), "neither of a program that is known here nor"),
        ("cut.json", b'{"steadyhands": "diary", "version": 1, "layout": "docu', "diary"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(bringing, home, tmp_path, name, content, said):
    hands, choose = bringing
    (tmp_path / name).write_bytes(content)
    choose(tmp_path / name)
    assert hands.reads(said)
    assert hands.sees("Choose another file…")
    assert count(home) == 0


def test_an_export_says_where_it_went(bringing, answers, tmp_path, qtbot):
    hands, _ = bringing
    hands.click("As: JSON")
    answers["save"] = str(tmp_path / "mine")
    hands.click("Save…")
    qtbot.waitUntil(lambda: hands.reads("Saved 0 entries in"), timeout=10_000)
    assert json.loads((tmp_path / "mine.json").read_text())["steadyhands"] == "diary"


def test_a_place_that_takes_no_file_is_said(bringing, answers, tmp_path, qtbot):
    hands, _ = bringing
    hands.click("As: JSON")
    (tmp_path / "taken.json").mkdir()
    answers["save"] = str(tmp_path / "taken.json")
    hands.click("Save…")
    qtbot.waitUntil(lambda: hands.reads("is a folder"), timeout=10_000)


def test_it_goes_by_the_keyboard_alone(bringing, answers, home, sent, qtbot):
    hands, _ = bringing
    answers["open"] = str(sent)
    hands.tab_to("Choose a file…")
    hands.key(Qt.Key.Key_Return)
    settled(hands, qtbot)
    assert hands.focus() == "Bring in 9 entries"
    hands.key(Qt.Key.Key_Return)
    settled(hands, qtbot)
    assert hands.focus() == "Choose another file…"
    hands.key(Qt.Key.Key_Z, CTRL)
    assert count(home) == 0
    assert hands.focus() == "Choose a file…"
