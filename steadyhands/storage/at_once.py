"""Counting anew once, instead of row by row, for acts that are a large part of the diary."""

from __future__ import annotations

from contextlib import contextmanager

from steadyhands.storage.recount import recount

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

LEAST = 2000
_PART = 4  # a recount of the whole diary costs about as much as triggers for a quarter of it


@contextmanager
def counted_at_once(connection: sqlite3.Connection, rows: int) -> Iterator[None]:
    """Let a block that writes `rows` entries go without triggers, if a recount is quicker.

    The caller holds the transaction, and rolls it back with the triggers if the block fails.
    """
    total: int = connection.execute("SELECT coalesce(max(seq), 0) FROM entry").fetchone()[0]
    if rows < LEAST or rows * _PART < total:
        yield
        return
    triggers = connection.execute(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER main."{name}"')
    yield
    recount(connection)
    for _, statement in triggers:
        connection.execute(statement)
