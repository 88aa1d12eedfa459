"""Looking back: open Trends, walk through the days, open one, save the picture."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.factory import log_a_day
from tests.stories.hands import CTRL
from tests.stubs import TUESDAY_AFTERNOON


@pytest.fixture
def looking(home, qtbot):
    """Return a person before three weeks of trends."""
    desk = home.desk()
    for back in range(20, 0, -1):
        log_a_day(desk.journal, home.clock.now(), TUESDAY_AFTERNOON - timedelta(days=back))
    desk.close()
    hands = home.open()
    hands.turn_to("Trends")
    qtbot.waitUntil(lambda: filled(hands), timeout=20_000)
    return hands


def filled(hands) -> bool:
    return hands.window.page("trends").board.is_filled()


def test_what_the_charts_say_stands_above_them(looking):
    assert looking.reads("18 twitches in the last 7 days")
    assert looking.reads("Most often:")


def test_a_day_is_found_and_opened_by_keyboard(looking):
    looking.tab_to("Twitches a day")
    looking.key(Qt.Key.Key_End)
    looking.key(Qt.Key.Key_Left)
    assert looking.reads("Mon 9 Mar 2026: 3 twitches. 7-day mean 3.")
    looking.key(Qt.Key.Key_Return)
    assert looking.sees("Close the day")
    assert looking.reads("Coffee, 240 ml, 07:30")
    looking.click("Open in the Diary")
    assert looking.is_open("Diary")
    assert looking.reads("Yesterday, Monday 9 March 2026")


def test_a_twitch_logged_now_is_in_the_chart(looking, qtbot):
    looking.click("Log a twitch")
    qtbot.waitUntil(lambda: looking.reads("19 twitches in the last 7 days"), timeout=10_000)


def test_two_weeks_by_a_click(looking, qtbot):
    looking.click("2 weeks")
    qtbot.waitUntil(lambda: looking.reads("25 Feb to 10 Mar 2026"), timeout=10_000)
    assert looking.is_selected("2 weeks")
    looking.click("Earlier days")
    looking.click("Fewer days, larger")


def test_the_numbers_are_copied_from_the_table(looking):
    looking.click("Twitches a day, as table")
    looking.key(Qt.Key.Key_C, CTRL)
    assert "Mon 9 Mar 2026\t3" in QGuiApplication.clipboard().text()


def test_coming_back_finds_everything_there(looking, qtbot):
    looking.turn_to("Drinks")
    looking.turn_to("Trends")
    assert filled(looking)
    assert looking.reads("18 twitches in the last 7 days")
