"""Adding what was forgotten: a night, a drink of yesterday, a time that never was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.entries import Drink, Sleep
from steadyhands.domain.problem import Problem
from tests.stories.hands import CTRL


@pytest.fixture
def adding(home):
    """Return a person before the form, on 10 March 2026, 14:00, with a steady hand."""
    home.settle_in(guard_ms=0)
    hands = home.open()
    hands.turn_to("Diary")
    hands.click("Add for a past time…")
    return hands


def fill(hands, name: str, text: str) -> None:
    hands.click(name)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.write(text)


def rows(hands) -> list[str]:
    model = hands.window.page("diary").model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_yesterdays_coffee(adding, qtbot):
    adding.click("What: Drink")
    adding.click("Which drink: Coffee")
    fill(adding, "Date", "yesterday")
    fill(adding, "Time", "3:20 pm")
    adding.click("Save")
    assert adding.toast().startswith("Saved: Coffee")
    qtbot.waitUntil(lambda: not adding.sees("Which drink: Coffee"))
    assert rows(adding)[0].startswith("Yesterday, Monday 9 March 2026")
    entry = adding.window.page("diary").model.entry(1)
    assert isinstance(entry.details, Drink) and entry.at.local().hour == 15
    assert adding.reads("Coffee, 15:20")  # chosen, to be changed or removed at once


def test_last_weeks_night(adding, qtbot):
    adding.click("What: Sleep")
    fill(adding, "Date of waking", "2026-03-04")
    fill(adding, "Fell asleep", "23:10")
    fill(adding, "Woke up", "6:40")
    adding.click("How was it? (optional): Good")
    adding.click("Save")
    qtbot.waitUntil(lambda: len(rows(adding)) == 2)
    entry = adding.window.page("diary").model.entry(1)
    assert entry.details == Sleep(4)
    assert (entry.at.local().day, entry.until.local().day) == (3, 4)


def test_by_keyboard_alone_and_undone(adding, qtbot):
    assert adding.focus() == "What: Twitch"
    adding.key(Qt.Key.Key_Space)
    adding.tab_to("Time")
    adding.key(Qt.Key.Key_Down)  # 13:45
    adding.tab_to("Where: Not sure")
    adding.key(Qt.Key.Key_Right)  # round to the first
    adding.key(Qt.Key.Key_Space)
    adding.tab_to("Save")
    adding.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(rows(adding)) == 2)
    assert rows(adding)[1].startswith("13:45. ")
    adding.key(Qt.Key.Key_Z, CTRL)
    assert rows(adding) == []
    adding.key(Qt.Key.Key_Y, CTRL)
    assert len(rows(adding)) == 2


def test_a_time_that_never_was_and_one_to_come_are_refused_kindly(adding, monkeypatch):
    adding.click("What: Twitch")
    fill(adding, "Date", "2026-03-11")
    adding.click("Save")
    assert adding.reads("lies ahead; the diary takes what has happened")
    fill(adding, "Date", "2026-03-08")

    def put_forward(wall):
        raise Problem("{time} did not exist on that day.", time=f"{wall:%H:%M}")

    monkeypatch.setattr(adding.window.page("diary")._panel, "_at_local", put_forward)
    adding.click("Save")
    assert adding.reads("did not exist on that day")
    assert rows(adding) == []


def test_escape_leaves_everything_as_it_was(adding):
    adding.click("What: Note")
    adding.click("Words")
    adding.write("never mind")
    adding.key(Qt.Key.Key_Escape)
    assert not adding.sees("Save")
    assert rows(adding) == []
