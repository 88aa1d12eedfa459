import os

import pytest

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable
from steadyhands.ui.signals import Signals
from steadyhands.ui.watch import DiaryWatch
from tests.factory import a_desk, a_twitch

TWITCH = Changes(frozenset({"twitch"}))


class Journal:
    """Answers `others_changes` from a list: Changes, or a Problem to raise."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = 0

    def others_changes(self):
        self.asked += 1
        answer = self.answers.pop(0) if self.answers else Changes()
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "diary.sqlite")


@pytest.fixture
def signals(qapp):
    return Signals()


def touch(path):
    with open(path, "ab") as file:
        file.write(b"x")


def test_a_change_of_another_program_is_told(path, signals, qtbot):
    watch = DiaryWatch(path, Journal(TWITCH).others_changes, signals)
    with qtbot.waitSignal(signals.changed, timeout=1000) as told:
        touch(path + "-wal")
    assert told.args == [TWITCH]
    watch.stop()


def test_a_log_that_is_made_later_is_watched_too(path, signals, qtbot):
    journal = Journal(Changes(), TWITCH)
    watch = DiaryWatch(path, journal.others_changes, signals)
    touch(path + "-wal")
    qtbot.waitUntil(lambda: journal.asked == 1)
    with qtbot.waitSignal(signals.changed, timeout=1000):
        touch(path + "-wal")
    watch.stop()


def test_many_writes_are_one_question(path, signals, qtbot):
    touch(path + "-wal")
    journal = Journal()
    watch = DiaryWatch(path, journal.others_changes, signals)
    for _ in range(20):
        touch(path + "-wal")
        qtbot.wait(1)
    qtbot.waitUntil(lambda: journal.asked > 0)
    assert journal.asked <= 2
    watch.stop()


def test_ones_own_writes_are_no_news(path, signals, qtbot):
    journal = Journal(Changes())
    watch = DiaryWatch(path, journal.others_changes, signals)
    with qtbot.assertNotEmitted(signals.changed):
        touch(path + "-wal")
        qtbot.waitUntil(lambda: journal.asked == 1)
    watch.stop()


def test_a_busy_diary_is_asked_again(path, signals, qtbot):
    journal = Journal(DiaryBusy("busy"), TWITCH)
    watch = DiaryWatch(path, journal.others_changes, signals)
    with qtbot.waitSignal(signals.changed, timeout=3000):
        touch(path + "-wal")
    assert journal.asked == 2
    watch.stop()


def test_a_diary_that_cannot_be_read_is_not_asked_for_ever(path, signals, qtbot):
    journal = Journal(DiaryUnusable("gone"))
    watch = DiaryWatch(path, journal.others_changes, signals)
    touch(path + "-wal")
    qtbot.waitUntil(lambda: journal.asked == 1)
    qtbot.wait(800)
    assert journal.asked == 1
    watch.stop()


def test_a_stopped_watch_asks_nothing(path, signals, qtbot):
    journal = Journal(TWITCH)
    watch = DiaryWatch(path, journal.others_changes, signals)
    watch.stop()
    touch(path + "-wal")
    qtbot.wait(150)
    assert journal.asked == 0


def test_a_real_second_connection_is_seen(tmp_path, signals, qtbot):
    one, two = a_desk(tmp_path), a_desk(tmp_path)
    watch = DiaryWatch(one.keeper.path, one.journal.others_changes, signals)
    with qtbot.waitSignal(signals.changed, timeout=1000) as told:
        two.journal.log(a_twitch(), two.now(), two.now())
    assert told.args[0].touch("twitch")
    assert os.path.exists(one.keeper.path)
    watch.stop()
    one.close()
    two.close()
