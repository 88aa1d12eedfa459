"""Workrave's database."""

from __future__ import annotations

import sqlite3

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.exchange.desk_time import DESK, desk_time
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, passed, refused, rows_of
from tests.factory import a_moment

SCHEMA = """
    CREATE TABLE schema_info (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE stats_day (
        day TEXT PRIMARY KEY, start_time INTEGER NOT NULL, stop_day TEXT NOT NULL,
        stop_time INTEGER NOT NULL);
    CREATE TABLE stats_break (
        day TEXT NOT NULL REFERENCES stats_day(day) ON DELETE CASCADE, break_id INTEGER NOT NULL,
        counter INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (day, break_id, counter)
    ) WITHOUT ROWID;
    CREATE TABLE stats_misc (
        day TEXT NOT NULL REFERENCES stats_day(day) ON DELETE CASCADE, counter INTEGER NOT NULL,
        value INTEGER NOT NULL, PRIMARY KEY (day, counter)) WITHOUT ROWID;
    INSERT INTO schema_info VALUES ('schema_version', '1'), ('today', '2026-03-09');
"""
DAYS = (
    ("2026-03-06", 9 * 3600, "2026-03-06", 17 * 3600, 5 * 3600),
    ("2026-03-09", 18 * 3600, "2026-03-10", 3900, 6000),
)


def a_database(path, days=DAYS, script=""):
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    for day, start, stop_day, stop, active in days:
        connection.execute(
            "INSERT INTO stats_day VALUES (?, ?, ?, ?)", (day, start, stop_day, stop)
        )
        connection.execute("INSERT INTO stats_break VALUES (?, 0, 1, 12)", (day,))
        if active is not None:
            connection.execute("INSERT INTO stats_misc VALUES (?, 0, ?)", (day, active))
            connection.execute("INSERT INTO stats_misc VALUES (?, 5, 20000)", (day,))
    connection.executescript(script)
    connection.commit()
    connection.close()
    return path


def test_days_are_time_at_the_desk(tmp_path):
    path = a_database(tmp_path / "download")
    rows = rows_of(path)

    assert key_of(path.read_bytes(), tmp_path) == "workrave"
    first, late = items(rows)
    assert first.details.kind == DESK
    assert first.details.amounts() == {DESK: 300}
    assert (first.at, first.until) == (a_moment(9, day=6), a_moment(17, day=6))
    assert (late.at, late.until) == (a_moment(18, day=9), a_moment(1, 5, day=10))
    assert late.source_id == "day|2026-03-09"
    assert [p.name for p in tmp_path.iterdir()] == ["download"]


def test_days_without_a_count_are_passed_over(tmp_path):
    days = (*DAYS, ("2026-03-07", 0, "2026-03-07", 0, None), ("2026-03-08", 0, "2026-03-08", 9, 0))

    assert passed(rows_of(a_database(tmp_path / "a", days))) == {"day without time at the desk": 2}
    rows = rows_of(a_database(tmp_path / "b", script="DROP TABLE stats_misc"))
    assert items(rows) == []
    assert passed(rows) == {"day without time at the desk": 2}


@pytest.mark.parametrize(
    "bad",
    [
        ("someday", 0, "2026-03-07", 0, 60),
        ("2026-03-07", -1, "2026-03-07", 0, 60),
        ("2026-03-07", 3600, "2026-03-07", 60, 60),
        ("2026-03-07", "x", "2026-03-07", 60, 60),
        ("2026-03-07", 0, b"\xff\xfe", 60, 60),
        ("2026-03-07", 0, "2026-03-07", 10**12, 60),
        ("2026-03-07", 0, "2026-03-08", 60, 90_000),
    ],
)
def test_bad_days_are_named_and_the_rest_read(bad, tmp_path):
    rows = rows_of(a_database(tmp_path / "a", (*DAYS, bad)))

    assert len(items(rows)) == 2
    assert [no.where for no in refused(rows)] == [f"day {bad[0]}"]


def test_another_version_is_said(tmp_path):
    path = a_database(tmp_path / "a", script="ALTER TABLE stats_day RENAME start_time TO s")
    with pytest.raises(Problem, match="another version"):
        rows_of(path)


def test_nobody_sits_longer_than_a_day():
    for minutes in (0, -5, 1441, float("nan")):
        with pytest.raises(Problem):
            desk_time(minutes, "x")


def test_broken_files_only_ever_raise_problems(tmp_path):
    good = a_database(tmp_path / "good").read_bytes()

    assert try_broken(good, tmp_path) >= 20
