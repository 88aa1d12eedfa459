"""Other programs' databases are read, never touched."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.exchange.foreign import columns_of, foreign, tables_in
from steadyhands.exchange.format import Cancelled
from steadyhands.exchange.source import Source


def a_database(path, *more):
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("CREATE TABLE habit (id INTEGER, name TEXT)", *more):
            connection.execute(statement)
        connection.execute("INSERT INTO habit VALUES (1, 'Coffee')")
        connection.commit()
    return path


def test_tables_and_columns_are_seen(tmp_path):
    with Source(a_database(tmp_path / "a b#c?.db")) as source:
        assert tables_in(source) == {"habit"}
        with foreign(source) as connection:
            assert columns_of(connection, "habit") == {"id", "name"}
            assert columns_of(connection, "nothing") == frozenset()
            assert connection.execute("SELECT name FROM habit").fetchall() == [("Coffee",)]


def test_nothing_can_be_written(tmp_path):
    with (
        Source(a_database(tmp_path / "a.db")) as source,
        pytest.raises(Problem, match="damaged"),
        foreign(source) as connection,
    ):
        connection.execute("DELETE FROM habit")


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_nothing_is_left_beside_it(mode, tmp_path):
    path = a_database(tmp_path / "a.db", f"PRAGMA journal_mode = {mode}")
    before = path.read_bytes()

    with Source(path) as source:
        assert tables_in(source) == {"habit"}

    assert os.listdir(tmp_path) == ["a.db"]
    assert path.read_bytes() == before


def test_what_a_running_program_has_just_written_is_seen(tmp_path):
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as running:
        running.execute("PRAGMA journal_mode = WAL")
        running.execute("CREATE TABLE fresh (id INTEGER)")
        with Source(path) as source:
            assert tables_in(source) == {"fresh"}


def test_garbage_is_no_database(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with Source(path) as source:
        assert tables_in(source) == frozenset()
        with pytest.raises(Problem), foreign(source) as connection:
            connection.execute("SELECT * FROM sqlite_schema").fetchall()


def test_text_of_another_encoding_does_not_stop_it(tmp_path):
    path = a_database(tmp_path / "a.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE habit SET name = CAST(x'ff41' AS TEXT)")
        connection.commit()
    with Source(path) as source, foreign(source) as connection:
        assert connection.execute("SELECT name FROM habit").fetchall() == [("\ufffdA",)]


def test_a_long_query_can_be_stopped(tmp_path):
    def on_read(done, total):
        raise Cancelled

    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    with (
        Source(a_database(tmp_path / "a.db"), on_read) as source,
        pytest.raises(Cancelled),
        foreign(source) as connection,
    ):
        connection.execute(endless)
