"""A backup is made beside the window; logging goes on, and the backup is whole."""

import sqlite3

from steadyhands.services.sample import sample_desk
from tests.stories.test_locked_diary import STILL, Pulse


def test_logging_goes_on_while_a_backup_is_made(home, qtbot):
    hands = home.open(sample_desk(home.clock))
    count = int(hands.figure("Twitches today").split(",")[0])
    hands.click("Settings")
    pulse = Pulse()
    hands.click("Back up now")
    hands.click("Log a twitch")
    assert hands.toast().startswith("Saved: ")
    qtbot.waitUntil(lambda: hands.reads("Backup made: "), timeout=10_000)
    pulse.stop()
    assert pulse.longest < STILL
    assert hands.figure("Twitches today").startswith(str(count + 1))


def test_the_backup_holds_what_was_there(home, qtbot):
    hands = home.open()
    hands.click_finger("right", "index")
    hands.click("Settings")
    hands.click("Back up now")
    qtbot.waitUntil(lambda: hands.reads("Backup made: "), timeout=10_000)
    _, path = home.keeper.newest_backup()
    copy = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert copy.execute("SELECT count(*) FROM entry").fetchone()[0] >= 1
    copy.close()


def test_the_daily_backup_is_made_without_being_asked(home, qtbot, monkeypatch):
    monkeypatch.setattr("steadyhands.ui.conductor.HOUSEWORK_AFTER_MS", 50)
    home.open()
    qtbot.waitUntil(lambda: home.keeper.newest_backup() is not None, timeout=5000)
