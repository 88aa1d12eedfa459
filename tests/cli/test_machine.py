"""The program as the machine meets it: what it loads, two at once, pipes, Ctrl+C, bad files."""

import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time

import pytest

from steadyhands.cli import main as cli
from steadyhands.domain.problem import DiaryBusy
from steadyhands.system import logs
from tests.cli.shell import START, call, child_env, finish, start

pytestmark = pytest.mark.slow
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a Unix")
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

NEVER = {"PySide6", "shiboken6", "numpy", "scipy", "pyqtgraph", "typst", "argparse"}
NOT_FOR_A_LOG = NEVER | {
    *("re", "typing", "enum", "json", "dataclasses", "pathlib", "platformdirs", "logging"),
    *("importlib.resources", "difflib", "subprocess", "random", "tempfile", "traceback"),
}
LOADED = """
import sys
before = set(sys.modules)
import sqlite3
before |= set(sys.modules)
from steadyhands import app
from steadyhands.cli import main
main.run(sys.argv[1:], app.open_desk)
print("\\n" + " ".join(sorted(set(sys.modules) - before)))
"""


def modules_of(diary, *words):
    """Return what a command loads beyond what Python and sqlite3 do."""
    script = [sys.executable, "-S", "-c", LOADED, *words]
    done = subprocess.run(script, env=child_env(diary), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@POSIX
def test_a_quick_log_loads_nothing_slow(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch")  # makes the diary, and this copy's name in it
    for words in (["right", "index"], ["left", "thumb", "--doing", "typing", "--strength", "2"]):
        loaded = modules_of(diary, "log", "twitch", *words)
        assert not loaded & NOT_FOR_A_LOG
        assert len([name for name in loaded if name.startswith("steadyhands")]) <= 36


@pytest.mark.parametrize(
    "words",
    [
        *(
            ["log", "twitch"],
            ["log", "coffee"],
            ["log", "sleep", "1:00-2:00"],
            ["log", "note", "x"],
        ),
        *(["log", "checkin", "--stress", "4"], ["log", "twitch", "--at", "15 min ago"]),
        *(["today"], ["list"], ["list", "--json"], ["undo"], ["redo"], ["where"], ["check"]),
        *(["backup"], ["restore"], ["completion", "bash"], ["--help"], ["--demo", "today"], ["oh"]),
    ],
    ids=" ".join,
)
def test_no_command_loads_qt_or_numbers(tmp_path, words):
    assert not {name.partition(".")[0] for name in modules_of_any(tmp_path, words)} & NEVER


def modules_of_any(folder, words):
    return modules_of(folder / "diary.sqlite", *words)


def test_a_log_ends_with_one_whole_file(tmp_path):
    diary = tmp_path / "diary.sqlite"
    code, out, err = call(diary, "log", "twitch", "right", "index")
    assert (code, err) == (0, "")
    assert out.startswith("Saved: right index finger, ")
    assert [path.name for path in tmp_path.iterdir()] == ["diary.sqlite"]


@POSIX
def test_the_diary_is_private(tmp_path):
    diary = tmp_path / "new" / "diary.sqlite"
    call(diary, "log", "note", "mine")
    assert stat.S_IMODE(diary.stat().st_mode) == 0o600
    assert stat.S_IMODE(diary.parent.stat().st_mode) == 0o700


def test_two_programs_at_once_lose_nothing(tmp_path):
    diary = tmp_path / "diary.sqlite"
    for _ in range(4):  # the first pair also makes the diary
        pair = [start(diary, "log", "twitch", side, "index") for side in ("left", "right")]
        assert [finish(each)[0] for each in pair] == [0, 0]
    entries = json.loads(call(diary, "list", "--json")[1])
    assert len(entries) == 8


def test_a_diary_that_is_busy_for_a_moment_is_waited_for(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    other = sqlite3.connect(diary, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = start(diary, "log", "twitch", "left", "thumb")
    assert waiting.stderr is not None
    line = waiting.stderr.readline()
    other.execute("COMMIT")
    other.close()
    assert line == "Another program is using the diary. Waiting for it …\n"
    code, out, err = finish(waiting)
    assert (code, err) == (0, "")
    assert out.startswith("Saved: left thumb, ")


def test_after_a_minute_it_gives_up_in_a_sentence(shell, monkeypatch):
    monkeypatch.setattr(cli, "GIVE_UP_AFTER_S", 0.1)

    def held(demo, wait_ms):
        raise DiaryBusy("Busy.")

    monkeypatch.setattr(shell, "open_desk", held)
    assert shell.failed("log", "twitch") == (
        "Another program has held the diary for a minute. Please try again later."
    )


def test_the_entry_has_the_time_it_was_typed_however_long_it_waited(shell, monkeypatch):
    began = time.monotonic()
    opened = shell.open_desk

    def late(demo, wait_ms):
        monkeypatch.setattr("steadyhands.cli.call.monotonic", lambda: began + 600)
        return opened(demo, wait_ms)

    monkeypatch.setattr(shell, "open_desk", late)
    assert shell.type("log", "twitch", "right", "palm") in (
        "Saved: right palm, 13:50.",
        "Saved: right palm, 13:49.",
    )


@POSIX
def test_a_closed_pipe_is_quiet(tmp_path):
    diary = tmp_path / "diary.sqlite"
    script = [sys.executable, "-c", START, "--help"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(script, env=child_env(diary), stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_told(tmp_path):
    diary = tmp_path / "diary.sqlite"
    script = [sys.executable, "-c", START, "log", "twitch", "right", "index"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(script, env=child_env(diary), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == (
        b"That is done, but the answer could not be shown: No space left on device.\n"
    )
    assert len(json.loads(call(diary, "list", "--json")[1])) == 1


@POSIX
def test_ctrl_c_ends_it_quietly(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    other = sqlite3.connect(diary, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = start(diary, "log", "twitch", "left", "thumb")
    assert waiting.stderr is not None
    waiting.stderr.readline()
    waiting.send_signal(signal.SIGINT)
    code, out, err = finish(waiting)
    other.close()
    assert (code, out) == (130, "")
    assert "Traceback" not in err


def test_a_terminal_with_few_letters_gets_what_it_can_show(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "note", "😀 hé")
    code, out, err = call(diary, "list", PYTHONUTF8="0", PYTHONIOENCODING="ascii:strict")
    assert (code, err) == (0, "")
    assert "note: ? h" in out


@POSIX
def test_a_time_that_summer_time_leaves_out_is_refused(tmp_path):
    diary = tmp_path / "diary.sqlite"
    for at in ("2026-03-29 02:30", "2026-03-29T02:30"):
        code, out, err = call(diary, "log", "twitch", "palm", "--at", at, TZ="Europe/Berlin")
        assert (code, out) == (2, "")
        assert err == "02:30 did not exist on that day: the clocks were put forward.\n"
    span = ("--from", "2026-03-29 02:30", "--until", "2026-03-29 08:00")
    assert call(diary, "log", "sleep", *span, TZ="Europe/Berlin")[0] == 2
    span = ("--from", "2026-03-28 23:00", "--until", "2026-03-29 07:00")
    assert "(7 h)" in call(diary, "log", "sleep", *span, TZ="Europe/Berlin")[1]


# ---- Files that are no diary ----


def test_a_diary_path_that_is_a_folder(tmp_path):
    code, _, err = call(tmp_path, "today")
    assert (code, err) == (1, f"{tmp_path} is a folder; the diary needs to be a file.\n")


def test_a_file_of_garbage_is_said_to_be_damaged_and_a_backup_offered(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    code, out, _ = call(diary, "backup")
    assert (code, out.startswith("Backed up to ")) == (0, True)
    diary.write_bytes(b"garbage" * 1000)
    code, _, err = call(diary, "log", "twitch")
    assert code == 1
    assert err == f"The diary at {diary} is damaged. Please try steadyhands check.\n"
    code, _, err = call(diary, "check")
    assert code == 1
    assert "There is a good backup of 2" in err
    code, out, _ = call(diary, "restore")
    assert (code, "is the diary now" in out) == (0, True)
    assert call(diary, "check")[0] == 0
    assert len(json.loads(call(diary, "list", "--json")[1])) == 1
    kept = list(tmp_path.glob("diary.sqlite.damaged-*[0-9]"))
    assert [path.read_bytes() for path in kept] == [b"garbage" * 1000]


def test_a_sound_diary_stays_and_its_backups_are_listed(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    assert "there is no backup" in call(diary, "restore")[1]
    call(diary, "backup")
    code, out, _ = call(diary, "restore")
    assert (code, out.splitlines()[0]) == (0, "The diary is sound. Its backups:")
    assert "kept for the day" in out.splitlines()[1]


@pytest.mark.parametrize("by", ["day", "file"])
def test_a_named_backup_takes_the_place_and_the_present_diary_is_kept(tmp_path, by):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    call(diary, "backup")
    call(diary, "log", "twitch", "left", "thumb")
    (made,) = (tmp_path / "backups").iterdir()
    code, out, err = call(diary, "restore", made.name[6:16] if by == "day" else str(made))
    assert (code, err) == (0, "")
    (aside,) = tmp_path.glob("diary.sqlite.before-*")
    assert out == f"{made} is the diary now. The diary before it is kept as {aside}\n"
    assert len(json.loads(call(diary, "list", "--json")[1])) == 1
    assert len(json.loads(call(aside, "list", "--json")[1])) == 2


def test_what_is_no_backup_restores_nothing(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    call(diary, "backup")
    text = tmp_path / "letter.txt"
    text.write_text("Dear all")
    before = diary.read_bytes()
    assert "There is no backup of “2020-01-01”" in call(diary, "restore", "2020-01-01")[2]
    assert "There is no backup of “2”" in call(diary, "restore", "2")[2]
    assert call(diary, "restore", str(text))[2] == f"{text} is no diary of SteadyHands.\n"
    assert diary.read_bytes() == before
    assert not list(tmp_path.glob("*.before-*")) + list(tmp_path.glob("*.coming*"))


def test_a_damaged_diary_without_a_backup(tmp_path):
    diary = tmp_path / "diary.sqlite"
    diary.write_bytes(b"garbage" * 1000)
    assert "No good backup was found" in call(diary, "check")[2]
    assert "There is no good backup in" in call(diary, "restore")[2]
    assert diary.read_bytes() == b"garbage" * 1000


@pytest.mark.parametrize("words", [["today"], ["log", "twitch"], ["check"], ["restore"]])
def test_another_programs_file_is_left_alone(tmp_path, words):
    diary = tmp_path / "diary.sqlite"
    other = sqlite3.connect(diary)
    other.execute("CREATE TABLE bookmarks (x)")
    other.close()
    before = diary.read_bytes()
    code, _, err = call(diary, *words)
    assert (code, err) == (1, f"{diary} is a file of another program, not a diary.\n")
    assert diary.read_bytes() == before


@pytest.mark.parametrize("words", [["today"], ["log", "twitch"]])
def test_a_newer_diary_is_left_alone(tmp_path, words):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    newer = sqlite3.connect(diary)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    before = diary.read_bytes()
    code, _, err = call(diary, *words)
    assert code == 1
    assert err.startswith("This diary was written by a newer SteadyHands.")
    assert diary.read_bytes() == before


@pytest.mark.parametrize("words", [["check"], ["backup"], ["restore"]])
def test_upkeep_makes_no_diary(tmp_path, words):
    diary = tmp_path / "diary.sqlite"
    code, _, err = call(diary, *words)
    assert (code, err) == (1, f"There is no diary at {diary} yet.\n")
    assert not diary.exists()


def test_where_needs_no_diary(tmp_path):
    diary = tmp_path / "diary.sqlite"
    code, out, _ = call(diary, "where")
    assert code == 0
    assert f"Diary     {diary}  (not there yet)" in out
    assert [line.split()[0] for line in out.splitlines()] == ["Diary", "Backups", "Settings", "Log"]


def test_check_names_the_newest_backup(tmp_path):
    diary = tmp_path / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    assert call(diary, "check")[:2] == (0, "The diary is sound. There is no backup of it yet.\n")
    call(diary, "backup")
    assert "Its newest good backup is of 2" in call(diary, "check")[1]


@POSIX
def test_a_diary_that_may_only_be_read(tmp_path):
    folder = tmp_path / "kept"
    diary = folder / "diary.sqlite"
    call(diary, "log", "twitch", "right", "index")
    diary.chmod(0o444)
    folder.chmod(0o555)
    tmp_path.chmod(0o755)
    try:
        code, err = _as_nobody(diary, "log", "twitch", "left", "thumb")
    finally:
        folder.chmod(0o700)
    assert code == 1
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert str(diary) in err


def _as_nobody(diary, *words):
    """Run the program as somebody who is not root, to whom read-only means something."""
    lower = []
    if AS_ROOT:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root may write everywhere, and there is no setpriv here")
        lower = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"]
        for folder in diary.parents:
            if not folder.stat().st_mode & stat.S_IXOTH:
                folder.chmod(folder.stat().st_mode | 0o055)
    done = subprocess.run(
        [*lower, sys.executable, "-c", START, *words],
        env=child_env(diary, HOME="/nonexistent", PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        encoding="utf-8",
        cwd="/",
    )
    return done.returncode, done.stderr


@pytest.mark.expects_log("Unexpected error")
def test_what_nobody_foresaw_goes_to_the_log_file_and_not_to_the_person(
    shell, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def broken(demo, wait_ms):
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(shell, "open_desk", broken)
    said = shell.failed("today")
    logs.close_log()
    assert said == f"Something went wrong; the details are in {logs.log_path()}."
    with open(logs.log_path(), encoding="utf-8") as log:
        assert "RuntimeError: a secret of the inside" in log.read()
