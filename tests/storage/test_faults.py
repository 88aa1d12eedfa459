"""A disk that is full, fails or may not be written: one sentence each, and nothing is lost."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest

from steadyhands.domain.problem import DiaryBusy, DiaryDamaged, DiaryUnusable, Problem
from steadyhands.storage.backups import is_sound
from steadyhands.storage.faults import SaidPlainly, explained
from tests.factory import a_desk, a_keeper, a_moment, a_twitch, log_a_day
from tests.stubs import FixedClock

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
TODAY = date(2026, 3, 10)
is_root = hasattr(os, "geteuid") and os.geteuid() == 0
needs_root = pytest.mark.skipif(not is_root, reason="needs root")


def strace_works() -> bool:
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0


needs_strace = pytest.mark.skipif(not strace_works(), reason="strace is not here or may not trace")


@pytest.fixture
def path(tmp_path):
    """Make a diary with a day in it, closed, and return its path."""
    desk = a_desk(tmp_path)
    log_a_day(desk.journal, desk.now())
    desk.close()
    return desk.keeper.path


def write_under_strace(path, *options, logs="12", like="window"):
    """Let a program log while strace meddles; return its lines and strace's."""
    trace, out = path + ".trace", path + ".out"
    files = [word for ending in ("", "-wal", "-shm") for word in ("-P", path + ending)]
    words = [sys.executable, "-m", "tests.storage.writer", path, logs, "250", like]
    with open(out, "wb") as said:
        subprocess.run(
            ["strace", "-f", "-qq", "-o", trace, *files, "-P", out, *options, *words],
            stdout=said,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
    return Path(out).read_text().splitlines(), Path(trace).read_text().splitlines()


def check_kept(path, said):
    """Check that a diary is whole and holds what was there and what was acknowledged."""
    assert is_sound(path)
    desk = a_desk(os.path.dirname(path))
    there = {entry.id for entry in desk.look.entries_of(TODAY, desk.now())}
    acknowledged = {line for line in said if re.fullmatch("[0-9a-f]{32}", line)}
    assert acknowledged <= there
    assert 9 <= len(there) - len(acknowledged) <= 10  # at most the one that was under way
    assert desk.journal._diary.totals.wrong() == 0
    desk.journal.log(a_twitch(), a_moment(13), desk.now())
    desk.close()
    return acknowledged


# ---- The disk, by strace ----


@needs_strace
def test_a_log_from_the_window_costs_exactly_one_sync(path):
    said, trace = write_under_strace(path, "-e", "trace=fdatasync,fsync,write")
    calls = [re.sub(r"^\d+ +", "", line).partition("(")[0] for line in trace]
    first = calls.index("write")  # "ready"
    # The first commit after opening also starts the write-ahead log's file anew.
    assert calls[first + 1 : -1].count("fsync") == 0
    syncs = "".join({"fdatasync": "s", "write": "w"}[call] for call in calls[first:])
    assert re.fullmatch(r"ws{1,2}w(sw){11}s*w", syncs), syncs
    assert len(check_kept(path, said)) == 12


@needs_strace
@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("pwrite64:error=ENOSPC:when=12", "The disk is full. Free some space"),
        ("pwrite64:error=ENOSPC:when=14..19", "The disk is full. Free some space"),
        ("pwrite64:error=EIO:when=12", "The disk does not answer as it should"),
        ("fdatasync:error=EIO:when=3", "The disk does not answer as it should"),
        ("fdatasync:error=EIO:when=3..6", "The disk does not answer as it should"),
        ("pwrite64:error=EDQUOT:when=12", "The disk does not answer as it should"),
    ],
)
def test_a_disk_that_fails_is_said_in_a_sentence_and_nothing_is_lost(path, fault, sentence):
    said, trace = write_under_strace(
        path, "-e", "trace=pwrite64,fdatasync", "-e", f"inject={fault}"
    )
    assert any("INJECTED" in line for line in trace)
    refused = [line for line in said if line.startswith("refused")]
    assert refused
    assert all(line.startswith(f"refused: {sentence}") for line in refused)
    assert said[-1] == "closed"
    assert len(check_kept(path, said)) == 12 - len(refused)


@needs_strace
@pytest.mark.parametrize(
    "fault", ["pwrite64:error=ENOSPC", "openat:error=EIO", "pread64:error=EIO"]
)
def test_a_disk_that_fails_at_the_start_is_said_in_a_sentence(path, fault):
    call = fault.partition(":")[0]
    said, trace = write_under_strace(
        path, "-e", f"trace={call}", "-e", f"inject={fault}:when=1..50"
    )
    assert any("INJECTED" in line for line in trace)
    (line,) = said
    assert re.fullmatch(r"not opened: [A-Z].*\.", line)
    check_kept(path, said)


@needs_strace
@pytest.mark.parametrize("when", [2, 5, 9, 14])
@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
def test_a_power_cut_at_any_write_loses_nothing(path, call, when):
    said, _ = write_under_strace(
        path, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}"
    )
    assert "closed" not in said
    check_kept(path, said)


# ---- A full disk ----


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 800 KB and return its folder."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=800k,mode=700", "tmpfs", str(folder)]
    if not is_root or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_takes_nothing_more_and_keeps_what_it_has(small_disk):
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 300_000)
    desk = a_desk(small_disk)
    desk.keep_quick()
    logged = 0
    with pytest.raises(DiaryUnusable, match="The disk is full"):
        while logged < 1000:
            desk.journal.log(a_twitch(), a_moment(13), desk.now(), note="x" * 999)
            logged += 1
    assert 5 < logged < 1000
    for _ in range(3):
        with pytest.raises(DiaryUnusable, match="full"):
            desk.journal.log(a_twitch(), a_moment(13), desk.now(), note="x" * 999)
    assert len(desk.look.entries_of(TODAY, desk.now())) == logged
    with pytest.raises(DiaryUnusable):
        desk.keeper.back_up(datetime(2026, 3, 10))
    assert os.listdir(desk.keeper.backup_folder) == []
    filler.unlink()
    desk.keeper.checkpoint()
    desk.journal.log(a_twitch(), a_moment(13), desk.now())
    assert len(desk.look.entries_of(TODAY, desk.now())) == logged + 1
    assert desk.keeper.is_sound()
    desk.close()


def test_a_disk_full_from_the_start_is_said_in_a_sentence(small_disk):
    filler = small_disk / "filler"
    with pytest.raises(OSError), filler.open("wb") as file:
        file.write(b"x" * 10**6)
    with pytest.raises(DiaryUnusable, match="full"):
        a_desk(small_disk)
    filler.unlink()
    a_desk(small_disk).close()


# ---- A place that may not be written ----


def as_nobody(act):
    """Run an act in a child that has no rights; return what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        try:
            said = f"done: {act()}"
        except Problem as problem:
            said = f"{type(problem).__name__}: {problem}"
        except BaseException as error:
            said = f"RAW {error!r}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def public():
    """Make a folder that others may look into, for tmp_path lies in a private one."""
    folder = Path(tempfile.mkdtemp(prefix="steadyhands-public-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def open_and_log(folder):
    def act():
        desk = a_desk(folder)
        desk.journal.log(a_twitch(), a_moment(13), desk.now())
        desk.close()

    return act


@needs_root
def test_a_folder_that_may_not_be_written_is_said_in_a_sentence(public):
    for folder in (public, public / "deeper"):
        said = as_nobody(open_and_log(folder))
        assert said.startswith("DiaryUnusable: The diary cannot be made at")
        assert "Permission denied." in said
    assert list(public.iterdir()) == []


@needs_root
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o755, 0o644), (0o755, 0o600), (0o777, 0o644), (0o777, 0o600)]
)
def test_a_diary_that_may_not_be_written_is_said_in_a_sentence(public, folder_mode, file_mode):
    desk = a_desk(public)
    log_a_day(desk.journal, desk.now())
    desk.close()
    public.chmod(folder_mode)
    os.chmod(desk.keeper.path, file_mode)
    before = Path(desk.keeper.path).read_bytes()
    said = as_nobody(open_and_log(public))
    assert re.fullmatch(r"DiaryUnusable: The diary at .* (opened there|not written)\.", said)
    assert Path(desk.keeper.path).read_bytes() == before
    public.chmod(0o755)
    again = a_desk(public)
    again.journal.log(a_twitch(), a_moment(13), again.now())
    assert len(again.look.entries_of(TODAY, again.now())) == 10
    again.close()


@needs_root
def test_a_diary_that_becomes_unreadable_is_not_called_damaged(public):
    desk = a_desk(public)
    desk.close()
    os.chmod(desk.keeper.path, 0o600)
    said = as_nobody(lambda: a_keeper(public).open(FixedClock().now().local()))
    assert said.startswith("DiaryUnusable")


# ---- Held by another program ----


def test_a_diary_that_another_program_keeps_to_itself_is_busy(path):
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DiaryBusy, match="Please try again"):
        a_desk(os.path.dirname(path))
    holder.execute("COMMIT")
    holder.close()
    a_desk(os.path.dirname(path)).close()


# ---- The words ----


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, DiaryBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, DiaryBusy),
        (sqlite3.SQLITE_LOCKED, DiaryBusy),
        (sqlite3.SQLITE_PROTOCOL, DiaryBusy),
        (sqlite3.SQLITE_FULL, DiaryUnusable),
        (sqlite3.SQLITE_IOERR_FSYNC, DiaryUnusable),
        (sqlite3.SQLITE_READONLY_DIRECTORY, DiaryUnusable),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, DiaryUnusable),
        (sqlite3.SQLITE_CORRUPT_INDEX, DiaryDamaged),
        (sqlite3.SQLITE_NOTADB, DiaryDamaged),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, type(None)),
        (None, type(None)),
    ],
)
def test_every_fault_has_its_sentence(code, kind):
    error = sqlite3.OperationalError("says SQLite")
    if code is not None:
        error.sqlite_errorcode = code
    problem = explained(error, "/diaries/{diary}.sqlite")
    assert type(problem) is kind
    if problem is not None:
        assert str(problem).endswith(".")
        assert "sqlite" not in str(problem).replace("/diaries/{diary}.sqlite", "").lower()


def test_our_own_mistakes_pass_through():
    with pytest.raises(sqlite3.ProgrammingError), SaidPlainly("x"):
        raise sqlite3.ProgrammingError("ours")
    with pytest.raises(KeyError), SaidPlainly("x"):
        raise KeyError("ours")
