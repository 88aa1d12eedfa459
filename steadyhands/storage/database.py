"""Opening the diary's file: where it lies, how it is kept safe, which schema it has."""

from __future__ import annotations

import os
import sqlite3
import time

from steadyhands.domain.problem import DiaryDamaged, DiaryNewer, DiaryUnusable, Problem
from steadyhands.storage.faults import SaidPlainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

APPLICATION_ID = 0x53744864  # "StHd": tells a diary from any other SQLite file
WAIT_MS = 250
_SWITCH_PATIENCE_S = (0.005, 0.01, 0.02, 0.04, 0.08)
_MIGRATIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "migrations")


def connect(path: str, wait_ms: int = WAIT_MS) -> sqlite3.Connection:
    """Return a connection to the file at `path`, which it neither reads nor changes yet.

    Raises DiaryUnusable.
    """
    with SaidPlainly(path):
        return sqlite3.connect(path, isolation_level=None, timeout=wait_ms / 1000)


def connect_reader(path: str, wait_ms: int = 5000, at_rest: bool = False) -> sqlite3.Connection:
    """Return a read-only connection for work beside the window's own.

    A file `at_rest`, to which nobody writes, needs no lock and gets no files beside it.
    """
    uri = "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23") + "?mode=ro"
    uri += "&immutable=1" if at_rest else ""
    with SaidPlainly(path):
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=wait_ms / 1000)


def open_database(
    path: str,
    before_migrating: Callable[[sqlite3.Connection], object] = lambda _: None,
    wait_ms: int = WAIT_MS,
) -> sqlite3.Connection:
    """Return a connection to the diary at `path`, made or brought up to date if need be.

    `before_migrating` is handed the old diary before its schema changes: the place
    for a backup. Raises DiaryNewer, DiaryDamaged, DiaryBusy or DiaryUnusable and
    leaves the file as it was.
    """
    _make_private(path)
    connection = connect(path, wait_ms)
    try:
        with SaidPlainly(path):
            version = _checked_version(connection, path)
            _make_durable(connection)
            if version < newest_version():
                if version > 0:
                    before_migrating(connection)
                migrate(connection)
    except Problem:
        _close_untouched(connection, path)
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _make_durable(connection: sqlite3.Connection) -> None:
    """Set up for durable writes: WAL with synchronous=FULL makes a commit one fdatasync.

    It also lets others read meanwhile.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _switch_to_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Switch a new file to WAL; SQLite does not wait for another process that does the same."""
    for patience_s in (*_SWITCH_PATIENCE_S, None):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if patience_s is None or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(patience_s)


def _close_untouched(connection: sqlite3.Connection, path: str) -> None:
    """Close a file that is not ours to change.

    The last connection to close would move the write-ahead log into the file; one
    that may only read leaves it where it is.
    """
    log = path + "-wal"
    if not os.path.exists(log) or os.path.getsize(log) == 0:
        connection.close()
        return
    reader = None
    try:
        reader = connect_reader(path)
        reader.execute("PRAGMA user_version").fetchone()
    except (sqlite3.Error, Problem):
        return  # it cannot be read either
    finally:
        connection.close()
        if reader is not None:
            reader.close()


def is_current(connection: sqlite3.Connection) -> bool:
    """Return whether a diary has this program's schema, so that it can be read as it is."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    return (owner, version) == (APPLICATION_ID, newest_version())


def newest_version() -> int:
    """Return the schema this program writes."""
    return len(migration_files())


def migration_files() -> list[str]:
    """Return the paths of the numbered migrations, oldest first."""
    names = sorted(name for name in os.listdir(_MIGRATIONS) if name.endswith(".sql"))
    return [os.path.join(_MIGRATIONS, name) for name in names]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, each step in a transaction of its own."""
    for number, path in enumerate(migration_files(), start=1):
        _step(connection, number, path)


def _step(connection: sqlite3.Connection, number: int, path: str) -> None:
    """Run one migration unless it, or another process, has done so already."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < number:
            for statement in statements(path):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(path: str) -> list[str]:
    """Return a migration's SQL statements; `executescript` would commit between them."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines(keepends=True)
    found, pending = [], ""
    for line in lines:
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found


def _checked_version(connection: sqlite3.Connection, path: str) -> int:
    # One transaction: another process may be making the diary at this very moment.
    connection.execute("BEGIN")
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = _is_empty(connection)
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
    if owner not in (0, APPLICATION_ID) or (owner == 0 and not empty):
        raise DiaryUnusable("{path} is a file of another program, not a diary.", path=path)
    if version > newest_version():
        raise DiaryNewer(
            "This diary was written by a newer SteadyHands. "
            "Please update the program; the diary was left as it is."
        )
    if owner == APPLICATION_ID and version == 0:
        raise DiaryDamaged("The diary at {path} is damaged.", path=path)
    return version


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def _make_private(path: str) -> None:
    """Make the folder (0700) and the file (0600) if they are not there yet."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder, mode=0o700)
        if os.path.isdir(path):
            raise DiaryUnusable("{path} is a folder; the diary needs to be a file.", path=path)
        if not os.path.exists(path):
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise DiaryUnusable("{path} is not a folder to keep a diary in.", path=folder) from None
    except OSError as error:
        raise DiaryUnusable(
            "The diary cannot be made at {path}: {reason}.", path=path, reason=error.strerror
        ) from error
