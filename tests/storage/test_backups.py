import os
import sqlite3
import stat
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.problem import DiaryBusy, DiaryUnusable
from steadyhands.storage import backups as module
from steadyhands.storage.backups import (
    KEEP_DAYS,
    KEEP_MONTHS,
    KEEP_WEEKS,
    backups,
    is_sound,
    make_backup,
    newest_sound,
    restore,
    rotate,
    to_keep,
)
from steadyhands.storage.database import connect_reader
from tests.factory import a_desk, a_moment, a_twitch, log_a_day

NOON = datetime(2026, 3, 10, 12)
STAMPS = st.sets(st.datetimes(datetime(2020, 1, 1), datetime(2026, 3, 10)), max_size=60)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    log_a_day(desk.journal, desk.now())
    yield desk
    desk.close()


def back_up(desk, now=NOON):
    source = connect_reader(desk.keeper.path)
    try:
        return make_backup(source, desk.keeper.backup_folder, now)
    finally:
        source.close()


def count(path):
    reader = connect_reader(path)
    try:
        return reader.execute("SELECT count(*) FROM entry").fetchone()[0]
    finally:
        reader.close()


# ---- Which are kept ----


def newest_of_periods(stamps, period_of, most):
    """Return the newest stamp of each of the newest `most` periods, said another way."""
    periods = sorted({period_of(stamp) for stamp in stamps})[-most:]
    return {max(s for s in stamps if period_of(s) == period) for period in periods}


def day(stamp):
    return stamp.toordinal()


def week(stamp):
    return (stamp.toordinal() - 1) // 7  # 1 January of year 1 was a Monday


def month(stamp):
    return (stamp.year, stamp.month)


@given(STAMPS)
def test_days_weeks_and_months_are_kept(stamps):
    assert to_keep(stamps) == (
        newest_of_periods(stamps, day, KEEP_DAYS)
        | newest_of_periods(stamps, week, KEEP_WEEKS)
        | newest_of_periods(stamps, month, KEEP_MONTHS)
    )


@given(STAMPS)
def test_letting_go_again_lets_go_of_nothing(stamps):
    kept = to_keep(stamps)
    assert to_keep(kept) == kept
    assert len(kept) <= KEEP_DAYS + KEEP_WEEKS + KEEP_MONTHS
    assert not stamps or max(stamps) in kept


@pytest.mark.parametrize("start", [datetime(2023, 1, 1), datetime(2024, 2, 29, 23, 59)])
def test_a_year_of_days_one_at_a_time_keeps_seven_days_four_weeks_twelve_months(start):
    kept: set[datetime] = set()
    for number in range(500):
        kept = to_keep(kept | {start + timedelta(days=number)})
    last = start + timedelta(days=499)
    assert {last - timedelta(days=n) for n in range(7)} <= kept
    assert len({week(stamp) for stamp in kept if last - stamp < timedelta(days=28)}) >= 4
    assert len({month(stamp) for stamp in kept}) == 12
    assert 18 <= len(kept) <= 23


def test_rotate_deletes_only_what_is_given_up(tmp_path):
    days = [NOON - timedelta(days=n) for n in range(40)]
    for stamp in days:
        (tmp_path / stamp.strftime("diary-%Y-%m-%dT%H%M%S.sqlite")).touch()
    strangers = ["notes.txt", "diary-2001-01-01T000000.sqlite.part", "diary-kept-by-hand.sqlite"]
    for name in strangers:
        (tmp_path / name).touch()
    gone = rotate(str(tmp_path))
    assert {stamp for stamp, _ in backups(str(tmp_path))} == to_keep(days)
    assert len(gone) == 40 - len(to_keep(days))
    assert all((tmp_path / name).exists() for name in strangers)


def test_a_folder_that_is_not_there_holds_no_backups(tmp_path):
    assert backups(str(tmp_path / "none")) == []
    assert newest_sound(str(tmp_path / "none")) is None


# ---- Making one ----


def test_a_backup_is_a_whole_diary_of_ones_own(desk):
    path = back_up(desk)
    assert is_sound(path)
    assert count(path) == count(desk.keeper.path) == 9
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(desk.keeper.backup_folder).st_mode) == 0o700
    assert os.listdir(desk.keeper.backup_folder) == [os.path.basename(path)]


def test_a_backup_holds_what_is_still_in_the_log_only(desk):
    desk.keep_quick()
    desk.journal.log(a_twitch(), a_moment(13, 30), desk.now())
    assert count(back_up(desk)) == 10


def test_writing_goes_on_while_a_backup_is_made(desk, monkeypatch):
    monkeypatch.setattr(module, "_PAGES_A_STEP", 1)
    done: list[str] = []
    thread = threading.Thread(target=lambda: done.append(back_up(desk)))
    before, logged = count(desk.keeper.path), 0
    thread.start()
    while thread.is_alive() and logged < 300:
        desk.journal.log(a_twitch(), a_moment(13), desk.now())
        logged += 1
    thread.join(20)
    assert is_sound(done[0])
    assert before <= count(done[0]) <= before + logged
    assert count(desk.keeper.path) == before + logged


def test_a_backup_that_fails_leaves_nothing_and_is_not_taken_for_one(desk, monkeypatch):
    def fail(path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_sync", fail)
    with pytest.raises(DiaryUnusable, match="No space left"):
        back_up(desk)
    assert os.listdir(desk.keeper.backup_folder) == []


def test_a_copy_cut_off_by_a_power_cut_is_not_taken_for_a_backup(desk):
    path = back_up(desk)
    for name in (".part", ".123-abc.part", ".123-abc.part-journal"):
        Path(path + name).write_bytes(b"half a diary")
    assert [found for _, found in backups(desk.keeper.backup_folder)] == [path]


def test_two_in_one_second_do_not_hurt_each_other(desk):
    threads = [threading.Thread(target=back_up, args=(desk,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    (_, path), *others = backups(desk.keeper.backup_folder)
    assert others == []
    assert is_sound(path)
    assert len(os.listdir(desk.keeper.backup_folder)) == 1


@pytest.mark.parametrize("hindrance", ["a file", "an unwritable place"])
def test_a_folder_that_cannot_be_is_said_in_a_sentence(desk, tmp_path, hindrance):
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    folder = blocked if hindrance == "a file" else Path("/proc/none")
    source = connect_reader(desk.keeper.path)
    with pytest.raises(DiaryUnusable, match="backup could not be made"):
        make_backup(source, str(folder), NOON)
    source.close()


# ---- Is it whole? ----


def test_a_damaged_newest_backup_is_passed_over(desk):
    good = back_up(desk, NOON - timedelta(days=1))
    bad = Path(back_up(desk))
    bad.write_bytes(bad.read_bytes()[:8192] + b"\xff" * 4096)
    assert newest_sound(desk.keeper.backup_folder) == (NOON - timedelta(days=1), good)
    Path(good).write_bytes(b"")
    assert newest_sound(desk.keeper.backup_folder) is None


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"garbage" * 1000])
def test_what_is_no_diary_is_not_sound(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    assert not is_sound(str(tmp_path / "x"))
    assert not is_sound(str(tmp_path / "absent"))


def test_another_programs_file_is_not_sound(tmp_path):
    connection = sqlite3.connect(tmp_path / "x")
    connection.execute("CREATE TABLE bookmark (name)")
    connection.close()
    assert not is_sound(str(tmp_path / "x"))


def test_a_diary_that_somebody_holds_is_busy_not_broken(desk, monkeypatch):
    path = back_up(desk)
    monkeypatch.setattr(module, "connect_reader", lambda path: connect_reader(path, wait_ms=1))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DiaryBusy):
        is_sound(path)
    holder.close()
    assert is_sound(path)


# ---- Putting one back ----


def test_restoring_keeps_the_damaged_file_aside(desk):
    good = back_up(desk)
    desk.close()
    diary = Path(desk.keeper.path)
    broken = b"broken" * 999
    diary.write_bytes(broken)
    Path(f"{diary}-wal").write_bytes(b"old log")
    aside = restore(str(diary), good, NOON)
    assert Path(aside).read_bytes() == broken
    assert Path(f"{aside}-wal").read_bytes() == b"old log"
    assert not Path(f"{diary}-wal").exists()
    assert stat.S_IMODE(os.stat(diary).st_mode) == 0o600
    again = a_desk(diary.parent)
    assert len(again.look.day(again.now()).entries) == 9
    again.close()


def test_restoring_where_no_diary_is_left(desk):
    good = back_up(desk)
    desk.close()
    for ending in ("", "-wal", "-shm"):
        Path(desk.keeper.path + ending).unlink(missing_ok=True)
    restore(desk.keeper.path, good, NOON)
    assert is_sound(desk.keeper.path)


def test_a_backup_that_is_gone_changes_nothing(desk):
    before = count(desk.keeper.path)
    with pytest.raises(DiaryUnusable):
        restore(desk.keeper.path, desk.keeper.path + ".absent", NOON)
    assert count(desk.keeper.path) == before


def test_a_damaged_backup_never_takes_the_diarys_place(desk):
    bad = Path(back_up(desk))
    bad.write_bytes(b"garbage" * 1000)
    desk.close()
    before = Path(desk.keeper.path).read_bytes()
    with pytest.raises(DiaryUnusable):
        restore(desk.keeper.path, str(bad), NOON)
    assert Path(desk.keeper.path).read_bytes() == before
