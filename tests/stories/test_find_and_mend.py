"""Finding an entry in the Diary, mending it, taking things out and putting them back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPointF, Qt

from steadyhands.domain.entries import Note
from steadyhands.ui.tabs.diary.row_painter import row_height
from tests.factory import a_coffee, a_moment, a_twitch, log_a_night
from tests.stories.hands import CTRL, SHIFT


@pytest.fixture
def looking(home):
    """Return a person before the Diary of three quiet days."""
    desk, now = home.desk(), home.clock.now()
    for day in (8, 9, 10):
        log_a_night(desk.journal, now, datetime(2026, 3, day, 6, 45))
        desk.journal.log(a_coffee(), a_moment(10, 0, day), now)
        told = a_twitch("left", "thumb", doing="typing", felt="flutter")
        desk.journal.log(told, a_moment(10, 30, day), now)
        desk.journal.log(Note(), a_moment(12, 30, day), now, note="Long morning.")
    desk.close()
    hands = home.open()
    hands.turn_to("Diary")
    return hands


def rows(hands) -> list[str]:
    """Return what a screen reader finds in the list."""
    model = hands.window.page("diary").model
    return [
        model.data(model.index(n), Qt.ItemDataRole.AccessibleTextRole)
        for n in range(model.rowCount())
    ]


def found(hands, qtbot, text: str) -> None:
    hands.key(Qt.Key.Key_F, CTRL)
    hands.write(text)
    page = hands.window.page("diary")
    qtbot.waitUntil(lambda: page.is_settled() and page.model.wanted.words != ())


def test_a_twitch_is_found_by_its_words_and_told_better(looking, qtbot):
    found(looking, qtbot, "typing")
    assert looking.reads("3 entries found")
    looking.key(Qt.Key.Key_Down)
    assert looking.focus() == "Entries, newest first"
    looking.key(Qt.Key.Key_Return)
    looking.click("Felt like: Buzz")
    looking.click("Save")
    assert looking.toast().startswith("Changed: left thumb")
    qtbot.waitUntil(lambda: "Buzz" in rows(looking)[1])
    looking.click_action()
    qtbot.waitUntil(lambda: "Flutter" in rows(looking)[1])


def test_keyboard_only_find_change_and_undo(looking, qtbot):
    found(looking, qtbot, "long morning")
    looking.key(Qt.Key.Key_Down)
    looking.key(Qt.Key.Key_Return)
    looking.key(Qt.Key.Key_End, CTRL)
    looking.write(" And a long day.")
    looking.tab_to("Save")
    looking.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Long morning. And a long day." in rows(looking)[1])
    assert looking.focus() == "Entries, newest first"
    looking.key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "And a long day" not in rows(looking)[1])
    looking.key(Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: "And a long day" in rows(looking)[1])


def test_several_are_taken_out_and_put_back_at_once(looking):
    before = rows(looking)
    looking.tab_to("Entries, newest first")
    for _ in range(3):
        looking.key(Qt.Key.Key_Down, SHIFT)
    looking.key(Qt.Key.Key_Delete)
    assert looking.toast().startswith("Removed: ")
    assert len(rows(looking)) < len(before)
    looking.click_action()
    assert rows(looking) == before


def press_row(hands, row: int) -> None:
    view = hands.window.page("diary").list.viewport()
    hands.click_at(view, QPointF(200, (row + 0.5) * row_height()))


def test_select_several_by_presses_alone(looking):
    looking.click("Select several")
    press_row(looking, 1)
    press_row(looking, 3)
    assert looking.reads("2 entries chosen")
    looking.click("Remove: 2 entries chosen")
    assert looking.toast().startswith("Removed: 2 entries")


def test_kinds_and_days_narrow_the_list(looking):
    looking.click("Show only…")
    looking.click("Kind (any that fit): Sleep")
    assert looking.reads("3 entries found")
    looking.click("When: This week")
    assert looking.reads("2 entries found")
    looking.click("Done")
    looking.click("Do not ask for: Sleep")
    looking.click("Show everything")
    assert looking.reads("12 entries")


def test_another_page_opens_a_day_in_the_diary(looking):
    looking.turn_to("Drinks")
    looking.shell.signals.page_asked.emit("diary", date(2026, 3, 9))
    assert looking.is_open("Diary")
    assert looking.reads("Yesterday, Monday 9 March 2026")
    looking.click("Add a note about this day")
    looking.write("A calm one.")
    looking.click("Save note")
    assert looking.toast().startswith("Saved: note, 12:00")


def test_what_another_program_logs_shows_on_top(looking, home, qtbot):
    desk = home.desk()
    desk.journal.log(a_twitch("left", "ring"), desk.now(), desk.now())
    desk.close()
    qtbot.waitUntil(lambda: "Left ring finger" in rows(looking)[1], timeout=5000)
