"""At four in the morning a new day begins, also for a window that is open."""

from datetime import datetime

from tests.factory import a_twitch, log_a_day


def test_the_strip_begins_anew_when_the_day_does(home, qtbot, monkeypatch):
    monkeypatch.setattr("steadyhands.ui.conductor.MINUTE_MS", 1000)  # very coarse: whole seconds
    home.clock.set(datetime(2026, 3, 11, 3, 58))
    hands = home.open()
    hands.click_finger("right", "index")
    home.clock.set(datetime(2026, 3, 11, 4, 1))
    qtbot.waitUntil(lambda: hands.figure("Twitches today").startswith("0"), timeout=4000)
    hands.click("Log a twitch")
    assert hands.figure("Twitches today").startswith("1")
    hands.key(*undo())
    assert hands.reads("Nothing logged yet today")


def undo():
    from PySide6.QtCore import Qt

    from tests.stories.hands import CTRL

    return Qt.Key.Key_Z, CTRL


def test_another_start_of_the_day_counts_anew_at_once(home):
    home.clock.set(datetime(2026, 3, 10, 14, 0))
    desk = home.desk()
    now = home.clock.now()
    desk.journal.log(a_twitch(), home.clock.at_local(datetime(2026, 3, 10, 3, 30)), now)
    desk.close()
    hands = home.open()
    assert hands.figure("Twitches today").startswith("0")
    hands.click("Settings")
    hands.click("A new day starts at: 03:00")
    assert hands.figure("Twitches today").startswith("1")


def test_a_traveller_sees_the_clock_of_where_they_are(home):
    desk = home.desk()
    log_a_day(desk.journal, home.clock.now())
    desk.close()
    home.clock.travel(-300)  # from 14:00 at home to 08:00 there
    hands = home.open()
    hands.click("Log a twitch")
    assert hands.toast().endswith("08:00")
    assert hands.figure("Twitches today").startswith("4")
