import sqlite3
import subprocess
import sys
import time
from datetime import date

import pytest

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import DiaryBusy
from steadyhands.storage.backups import is_sound
from tests.bench.crash import a_writer, crash
from tests.factory import a_coffee, a_desk, a_keeper, a_moment, a_twitch

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(tmp_path):
    """Return a desk as the window has it, its diary in `tmp_path`."""
    desk = a_desk(tmp_path)
    desk.keep_quick()
    yield desk
    desk.close()


@pytest.fixture
def command_line(tmp_path):
    """Return a second desk on the same diary."""
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def ids_of(said: bytes) -> set[str]:
    lines = said.decode().splitlines()
    assert lines[0] == "ready"
    assert lines[-1] == "closed"
    assert not [line for line in lines if line.startswith("refused")]
    return set(lines[1:-1])


def patiently(act):
    """Do as the window does: try again while another program holds the diary."""
    deadline = time.monotonic() + 10
    while True:
        try:
            return act()
        except DiaryBusy:
            assert time.monotonic() < deadline


def test_window_and_command_lines_log_at_once_and_nothing_is_lost(window):
    path, now = window.keeper.path, window.now()
    own, heard = set(), Changes()
    with a_writer(path, 100) as one, a_writer(path, 100) as other:
        assert one.stdout.readline() == other.stdout.readline() == b"ready\n"
        for _ in range(100):
            done = patiently(lambda: window.journal.log(a_twitch(), a_moment(9), now))
            own.add(done.entry.id)
            heard = heard.joined(window.journal.others_changes())
        theirs = [ids_of(b"ready\n" + child.communicate()[0]) for child in (one, other)]
    heard = heard.joined(window.journal.others_changes())
    assert heard == Changes(frozenset({"settings", "twitch", "drink"}), frozenset({TODAY}))
    there = {entry.id for entry in window.look.entries_of(TODAY, now)}
    assert there == own.union(*theirs)
    assert len(there) == 300
    assert window.journal._diary.totals.wrong() == 0
    assert is_sound(path)


def test_an_open_window_hears_of_a_log_within_a_second(window):
    assert not window.journal.others_changes()
    child = a_writer(window.keeper.path, 1)
    said = ids_of(child.communicate()[0])
    began = time.monotonic()
    heard = window.journal.others_changes()
    assert heard.touch("twitch")
    assert heard.days == {TODAY}
    assert {e.id for e in window.look.entries_of(TODAY, window.now())} == said
    assert time.monotonic() - began < 1
    assert not window.journal.others_changes()


def test_ones_own_logs_are_no_news(window, command_line):
    window.journal.log(a_twitch(), a_moment(9), window.now())
    assert not window.journal.others_changes()
    assert command_line.journal.others_changes().kinds == {"settings", "twitch"}


def test_own_and_others_mixed_lose_no_news(window, command_line):
    window.journal.log(a_twitch(), a_moment(9), window.now())
    command_line.journal.log(a_coffee(), a_moment(9, day=8), window.now())
    window.journal.log(a_twitch(), a_moment(9), window.now())
    assert {"drink"} <= window.journal.others_changes().kinds


def test_news_of_a_commit_in_the_middle_of_asking_is_told_later(window, command_line, monkeypatch):
    """Another program may commit between the two questions that asking is made of."""
    diary = window.journal._diary
    asked = diary.entries.newest_seq

    def commit_then_ask():
        monkeypatch.setattr(diary.entries, "newest_seq", asked)
        found = asked()
        command_line.journal.log(a_coffee(), a_moment(9), window.now())
        return found

    def ask_then_commit():
        monkeypatch.setattr(diary, "_data_version", version)
        found = version()
        command_line.journal.log(a_coffee(), a_moment(9), window.now())
        return found

    version = diary._data_version
    for name, owner, trick in (
        ("newest_seq", diary.entries, commit_then_ask),
        ("_data_version", diary, ask_then_commit),
    ):
        monkeypatch.setattr(owner, name, trick)
        first = window.journal.others_changes()
        assert first.joined(window.journal.others_changes()).touch("drink")


def test_what_others_amend_remove_and_undo_is_news(window, command_line):
    now = window.now()
    entry = window.journal.log(a_twitch(), a_moment(9, day=8), now).entry
    command_line.journal.amend(entry.id, now, at=a_moment(9))
    assert window.journal.others_changes().days == {date(2026, 3, 8), TODAY}
    command_line.journal.remove([entry.id], now)
    assert window.journal.others_changes().kinds == {"settings", "twitch"}
    command_line.journal.undo(now)
    assert window.journal.others_changes().days == {TODAY}
    command_line.choices.change(glass_ml=300)
    assert window.journal.others_changes().kinds == {"settings"}


def test_a_diary_held_for_long_is_busy_in_a_sentence_then_works_again(window):
    holder = sqlite3.connect(window.keeper.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    with pytest.raises(DiaryBusy, match="Another program is using the diary"):
        window.journal.log(a_twitch(), a_moment(9), window.now())
    assert time.monotonic() - began < 1
    assert window.look.entries_of(TODAY, window.now()) == ()
    holder.execute("ROLLBACK")
    holder.close()
    window.journal.log(a_twitch(), a_moment(9), window.now())
    assert len(window.look.entries_of(TODAY, window.now())) == 1


def test_a_short_hold_is_waited_for(tmp_path):
    a_desk(tmp_path).close()
    path = a_keeper(tmp_path).path
    code = (
        "import sqlite3, sys, time\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); time.sleep(0.1)\n"
        "c.execute('ROLLBACK')\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    desk = a_desk(tmp_path)
    desk.journal.log(a_twitch(), a_moment(9), desk.now())
    desk.close()
    holder.communicate()


@pytest.mark.slow
def test_killing_one_of_two_loses_nothing(tmp_path):
    outcome = crash(str(tmp_path), logs=600, kills=6)
    assert outcome.good, outcome
    assert outcome.acknowledged >= 600
