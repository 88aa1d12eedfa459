"""Other programs' SQLite files, opened so that nothing in them or beside them changes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager

from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Cancelled
from steadyhands.exchange.mishaps import broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadyhands.exchange.source import Source

_WAL_MODE = 2
_STEPS = 20_000


def tables_in(source: Source) -> frozenset[str]:
    """Return the names of a database's tables, for recognising it; none if it is no database."""
    if not source.is_sqlite:
        return frozenset()
    try:
        with foreign(source) as connection:
            rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            return frozenset(str(name) for (name,) in rows)
    except Problem:
        return frozenset()


def columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """Return the names of a table's columns; none if there is no such table."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return frozenset(str(name) for (name,) in rows)


@contextmanager
def foreign(source: Source) -> Iterator[sqlite3.Connection]:
    """Open a database for reading within a `with` block; what is wrong with it is a Problem.

    Cancelling works while a query runs. Text that is no UTF-8 is read as far as it is.
    """
    stopped: list[Cancelled] = []

    def still_wanted() -> int:
        try:
            source.advance(source.done)
        except Cancelled as cancelled:
            stopped.append(cancelled)
            return 1
        return 0

    try:
        connection = _open(source.path)
        try:
            connection.set_progress_handler(still_wanted, _STEPS)
            yield connection
        finally:
            connection.close()
    except Problem:
        raise
    except (sqlite3.Error, OverflowError, ValueError) as error:  # its messages may be no text
        if stopped:
            raise stopped[0] from error
        if getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Problem(
                "Another program is using “{name}”. Please close it and try again.",
                name=source.name,
            ) from error
        raise broken(source.name) from error


def _open(path: str) -> sqlite3.Connection:
    name = os.path.abspath(path)
    for plain, quoted in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        name = name.replace(plain, quoted)
    connection = sqlite3.connect(
        f"file:{name}?mode=ro{'&immutable=1' if _is_at_rest(path) else ''}", uri=True, timeout=2
    )
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _is_at_rest(path: str) -> bool:
    """Return whether nobody else writes: then SQLite needs no lock and leaves no file beside it.

    A log beside it holds the newest rows, so that it has to be read with its locks.
    """
    for ending in ("-wal", "-journal"):
        beside = path + ending
        if os.path.exists(beside) and os.path.getsize(beside):
            return False
    with open(path, "rb") as file:
        header = file.read(20)
    return len(header) < 20 or header[18] == _WAL_MODE
