import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from steadyhands.domain.problem import DiaryDamaged, DiaryNewer, DiaryUnusable, Problem
from steadyhands.storage import database
from steadyhands.storage.backups import backups, is_sound
from steadyhands.storage.database import (
    APPLICATION_ID,
    connect_reader,
    migrate,
    migration_files,
    newest_version,
    open_database,
    statements,
)
from tests.factory import a_desk, a_diary, a_keeper, a_moment, a_twitch, log_a_day
from tests.fixtures.frozen import FOLDER, all_entries, frozen_name
from tests.stubs import FixedClock

NOW = FixedClock().now().local()


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "diary.sqlite")


@pytest.fixture
def diary(path):
    """Make a diary with a day in it, closed, and return its path."""
    desk = a_desk(os.path.dirname(path))
    log_a_day(desk.journal, desk.now())
    desk.close()
    return path


@pytest.fixture
def next_migration(tmp_path, monkeypatch):
    """Return a function that adds a migration to those the program ships."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for shipped in migration_files():
        shutil.copy(shipped, folder)
    monkeypatch.setattr(database, "_MIGRATIONS", str(folder))

    def add(sql: str) -> int:
        number = newest_version() + 1
        (folder / f"{number:04}_test.sql").write_text(sql)
        return number

    return add


def run_raw(path, *sql):
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        return [connection.execute(line).fetchall() for line in sql][-1]
    finally:
        connection.close()


def schema_of(path):
    return sorted(run_raw(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema"), key=str)


def files_in(folder):
    return {file.name: file.read_bytes() for file in Path(folder).iterdir() if file.is_file()}


def mode_of(path):
    return stat.S_IMODE(os.stat(path).st_mode)


# ---- A new diary ----


def test_a_new_diary_and_its_folder_are_the_persons_alone(tmp_path):
    old_mask = os.umask(0)
    try:
        diary = a_diary(tmp_path / "a" / "home" / "diary.sqlite")
    finally:
        os.umask(old_mask)
    assert mode_of(tmp_path / "a" / "home") == 0o700
    for name in ("diary.sqlite", "diary.sqlite-wal", "diary.sqlite-shm"):
        assert mode_of(tmp_path / "a" / "home" / name) == 0o600
    diary.close()


def test_it_is_durable_and_lets_others_read(path):
    connection = open_database(path)
    asked = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
    }
    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": APPLICATION_ID,
    }
    assert connection.execute("PRAGMA user_version").fetchone()[0] == newest_version()
    connection.close()


def test_opening_again_changes_nothing(diary):
    before = files_in(os.path.dirname(diary))
    open_database(diary).close()
    assert files_in(os.path.dirname(diary)) == before


def test_relative_and_odd_paths_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("diary.sqlite", "50% of #1?.sqlite", "Tagebuch – é🙂.sqlite", "a'b.sqlite"):
        open_database(name).close()
        reader = connect_reader(name)
        assert reader.execute("SELECT count(*) FROM entry").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError):
            reader.execute("DELETE FROM entry")
        reader.close()


def test_many_processes_may_make_it_at_once(path):
    code = (
        "import sys, time\nfrom steadyhands.storage.database import open_database\n"
        "time.sleep(max(0, float(sys.argv[2]) - time.time()))\n"
        "open_database(sys.argv[1], wait_ms=5000).close()\n"
    )
    start = str(time.time() + 0.3)
    children = [
        subprocess.Popen([sys.executable, "-c", code, path, start], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [child.communicate()[1] for child in children] == [b""] * 4
    assert is_sound(path)


# ---- What is refused, and left as it was ----


def test_a_newer_diary_is_refused_and_untouched(diary):
    run_raw(diary, f"PRAGMA user_version = {newest_version() + 1}")
    before = files_in(os.path.dirname(diary))
    with pytest.raises(DiaryNewer, match="newer SteadyHands"):
        open_database(diary)
    assert files_in(os.path.dirname(diary)) == before


def test_a_newer_diary_that_was_not_closed_is_untouched_too(diary, tmp_path):
    copy = tmp_path / "left"
    copy.mkdir()
    writer = sqlite3.connect(diary, isolation_level=None)
    writer.execute(f"PRAGMA user_version = {newest_version() + 1}")
    for ending in ("", "-wal"):
        shutil.copy(diary + ending, copy / f"diary.sqlite{ending}")
    writer.close()
    before = files_in(copy)
    assert before["diary.sqlite-wal"]
    with pytest.raises(DiaryNewer):
        open_database(str(copy / "diary.sqlite"))
    after = files_in(copy)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("owner", [0, 0x12345678])
def test_another_programs_database_is_refused_and_untouched(path, mode, owner):
    run_raw(
        path,
        f"PRAGMA journal_mode = {mode}",
        f"PRAGMA application_id = {owner}",
        "CREATE TABLE bookmark (name)",
    )
    before = files_in(os.path.dirname(path))
    with pytest.raises(DiaryUnusable, match="another program") as caught:
        open_database(path)
    assert not isinstance(caught.value, DiaryDamaged)
    assert files_in(os.path.dirname(path)) == before


@pytest.mark.parametrize(
    "content", [b"garbage", b"\0" * 5000, os.urandom(9000), b"Liebes Tagebuch" * 400]
)
def test_garbage_is_said_to_be_damaged_and_left(path, content):
    Path(path).write_bytes(content)
    with pytest.raises(DiaryDamaged, match="damaged"):
        open_database(path)
    assert Path(path).read_bytes() == content


@pytest.mark.parametrize("at", [0, 28, 100])
def test_a_damaged_header_is_said_plainly(diary, at):
    content = bytearray(Path(diary).read_bytes())
    content[at : at + 16] = b"\xff" * 16
    Path(diary).write_bytes(content)
    with pytest.raises(DiaryDamaged):
        a_keeper(os.path.dirname(diary)).open(NOW)
    assert Path(diary).read_bytes() == content


def test_any_damaged_page_is_said_plainly_when_met(diary):
    whole = Path(diary).read_bytes()
    pages = range(4096, len(whole), 4096)
    seen = 0
    for page in pages:
        content = bytearray(whole)
        content[page : page + 64] = b"\xff" * 64
        Path(diary).write_bytes(content)
        try:
            desk = a_desk(os.path.dirname(diary))
        except DiaryDamaged:
            seen += 1
            continue
        for act in (
            lambda desk=desk: desk.look.day(desk.now()),
            lambda desk=desk: desk.journal.next_undo(),
            lambda desk=desk: desk.journal.undo(desk.now()),
            lambda desk=desk: desk.journal.redo(desk.now()),
            lambda desk=desk: desk.choices.read(),
            lambda desk=desk: desk.journal.log(a_twitch(), a_moment(), desk.now()),
            lambda desk=desk: desk.journal.others_changes(),
        ):
            try:
                act()
            except DiaryDamaged:
                seen += 1
            except Problem:
                pass
        desk.close()
        Path(diary + "-wal").unlink(missing_ok=True)
    assert seen >= len(pages) / 2


def test_a_diary_cut_short_is_not_sound(diary):
    content = Path(diary).read_bytes()
    Path(diary).write_bytes(content[: len(content) // 2])
    assert not is_sound(diary)


def test_a_diary_without_its_schema_is_damaged(path):
    run_raw(path, f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE entry (x)")
    with pytest.raises(DiaryDamaged):
        open_database(path)


def test_a_folder_is_no_diary(tmp_path):
    with pytest.raises(DiaryUnusable, match="is a folder"):
        open_database(str(tmp_path))


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "taken").write_text("")
    for path in (tmp_path / "taken" / "diary.sqlite", tmp_path / "taken" / "a" / "diary.sqlite"):
        with pytest.raises(DiaryUnusable) as caught:
            open_database(str(path))
        assert str(caught.value).endswith(".")


# ---- Migrations ----


def test_migrations_are_numbered_without_gaps_and_whole():
    names = [os.path.basename(path) for path in migration_files()]
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    for path in migration_files():
        text = Path(path).read_text(encoding="utf-8")
        assert "".join(statements(path)).strip() == text.strip(), f"{path} ends in mid-statement"


def test_a_fresh_schema_equals_every_migrated_one(path, tmp_path):
    open_database(path).close()
    for frozen in FOLDER.glob("v*.sqlite"):
        old = tmp_path / frozen.name
        shutil.copy(frozen, old)
        open_database(str(old)).close()
        assert schema_of(old) == schema_of(path), frozen.name


def test_the_folder_holds_a_frozen_diary_of_every_schema():
    wanted = {frozen_name(number) for number in range(1, newest_version() + 1)}
    assert {file.name for file in FOLDER.glob("*.sqlite")} == wanted


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDER.glob("*.sqlite")))
def test_every_frozen_diary_opens_and_reads_as_it_was_written(tmp_path, name):
    shutil.copy(FOLDER / name, tmp_path / "diary.sqlite")
    diary = a_diary(tmp_path / "diary.sqlite")
    written = (FOLDER / name).with_suffix(".txt").read_text(encoding="utf-8")
    assert all_entries(diary) == written.splitlines()
    assert diary.totals.wrong() == 0
    diary.close()
    assert is_sound(str(tmp_path / "diary.sqlite"))


def test_a_backup_is_made_before_migrating(diary, next_migration):
    old_schema, was = schema_of(diary), newest_version()
    next_migration("ALTER TABLE setting ADD COLUMN changed INTEGER;")
    keeper = a_keeper(os.path.dirname(diary))
    keeper.open(NOW).close()
    (_, backup), *others = backups(keeper.backup_folder)
    assert not others
    assert schema_of(backup) == old_schema
    assert run_raw(backup, "PRAGMA user_version") == [(was,)]
    assert run_raw(diary, "PRAGMA user_version") == [(was + 1,)]
    assert run_raw(backup, "SELECT count(*) FROM entry") == [(9,)]


def test_a_new_diary_needs_no_backup(tmp_path, next_migration):
    next_migration("CREATE TABLE plan (name TEXT) STRICT;")
    keeper = a_keeper(tmp_path)
    keeper.open(NOW).close()
    assert backups(keeper.backup_folder) == []


def test_without_its_backup_no_migration_starts(diary, next_migration):
    next_migration("CREATE TABLE plan (name TEXT) STRICT;")
    keeper = a_keeper(os.path.dirname(diary))
    Path(keeper.backup_folder).write_text("a file is in the way")
    before = schema_of(diary)
    with pytest.raises(DiaryUnusable, match="backup could not be made"):
        keeper.open(NOW)
    assert schema_of(diary) == before


def test_a_failing_migration_leaves_nothing_of_itself(diary, next_migration):
    was = newest_version()
    before, entries = schema_of(diary), run_raw(diary, "SELECT * FROM entry")
    next_migration("CREATE TABLE plan (name TEXT);\nDELETE FROM quantity;\nSELECT nonsense();")
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        open_database(diary)
    assert schema_of(diary) == before
    assert run_raw(diary, "SELECT * FROM entry") == entries
    assert run_raw(diary, "PRAGMA user_version") == [(was,)]


def test_a_migration_that_works_stays_when_the_next_one_fails(diary, next_migration):
    good = next_migration("CREATE TABLE plan (name TEXT) STRICT;")
    next_migration("CREATE TABLE step (name TEXT);\nINSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_database(diary)
    assert run_raw(diary, "PRAGMA user_version") == [(good,)]
    names = [row[1] for row in schema_of(diary)]
    assert "plan" in names
    assert "step" not in names


def test_two_processes_may_migrate_at_once(diary, next_migration):
    number = next_migration("CREATE TABLE plan (name TEXT);\nINSERT INTO plan VALUES ('once');")
    code = (
        "import sys, time\nfrom datetime import datetime\n"
        "from steadyhands.storage import database\n"
        "database._MIGRATIONS = sys.argv[2]\n"
        "from steadyhands.services.keeper import Keeper\n"
        "time.sleep(max(0, float(sys.argv[4]) - time.time()))\n"
        "Keeper(sys.argv[1], sys.argv[3]).open(datetime(2026, 3, 10), 5000).close()\n"
    )
    folder = os.path.join(os.path.dirname(diary), "backups")
    words = [diary, database._MIGRATIONS, folder, str(time.time() + 0.3)]
    children = [
        subprocess.Popen([sys.executable, "-c", code, *words], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [child.communicate()[1] for child in children] == [b""] * 4
    assert run_raw(diary, "SELECT name FROM plan") == [("once",)]
    assert run_raw(diary, "PRAGMA user_version") == [(number,)]
    assert [is_sound(path) for _, path in backups(folder)] == [True]
    assert len(os.listdir(folder)) == 1


def test_migrating_again_does_nothing(diary):
    connection = open_database(diary)
    before = schema_of(diary)
    migrate(connection)
    connection.close()
    assert schema_of(diary) == before
