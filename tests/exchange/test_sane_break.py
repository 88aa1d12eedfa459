"""Sane Break's database."""

from __future__ import annotations

import sqlite3

import pytest

from steadyhands.exchange.desk_time import DESK
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, passed, refused, rows_of
from tests.factory import a_moment

SCHEMA = """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        type TEXT NOT NULL, data TEXT NOT NULL CHECK (json_valid(data)));
    CREATE TABLE spans (
        id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL,
        started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, ended_at TIMESTAMP,
        data TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(data)));
"""
SPANS = (
    ("normal", "2026-03-09T08:30:00Z", "2026-03-09T08:50:00Z"),
    ("break", "2026-03-09T08:50:00Z", "2026-03-09T08:50:20Z"),
    ("normal", "2026-03-09 08:50:20", "2026-03-09 09:10:20"),
    ("focus", "2026-03-09T08:30:00Z", "2026-03-09T09:10:00Z"),
    ("meeting", "2026-03-09T09:10:20Z", "2026-03-09T09:40:20Z"),
    ("sleep", "2026-03-09T18:00:00Z", "2026-03-10T07:00:00Z"),
    ("normal", "2026-03-10T12:00:00Z", None),
)


def a_database(path, spans=SPANS):
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO spans (type, started_at, ended_at) VALUES (?, ?, ?)", spans)
    connection.execute("INSERT INTO events (type, data) VALUES ('postpone', '{}')")
    connection.commit()
    connection.close()
    return path


def read(folder, *spans):
    return rows_of(a_database(folder / "download", spans))


def hours(rows):
    return [(f"{i.at.local():%H:%M}", round(i.details.amounts()[DESK], 1)) for i in items(rows)]


def test_hours_hold_the_time_between_breaks(tmp_path):
    path = a_database(tmp_path / "download")
    rows = rows_of(path)

    assert key_of(path.read_bytes(), tmp_path) == "sane-break"
    assert hours(rows) == [("09:00", 29.7), ("10:00", 40.3)]
    first = items(rows)[0]
    assert (first.details.kind, first.details.fields()) == (
        DESK,
        {"minutes": 30, "program": "Sane Break"},
    )
    assert (first.at, first.until) == (a_moment(9, day=9), a_moment(10, day=9))
    assert first.source_id == f"hour|{first.at.utc_ms}"
    assert passed(rows) == {
        "break span": 1,
        "focus span": 1,
        "sleep span": 1,
        "stretch that was still going on": 1,
    }


def test_spans_over_one_another_count_once(tmp_path):
    rows = read(
        tmp_path,
        ("meeting", "2026-03-09 08:10:00", "2026-03-09 08:20:00"),
        ("normal", "2026-03-09 08:00:00", "2026-03-09 08:30:00"),
        ("normal", "2026-03-09 08:20:00", "2026-03-09 08:40:00"),
    )

    assert hours(rows) == [("09:00", 40)]


def test_a_long_span_is_parted_by_hours(tmp_path):
    rows = read(tmp_path, ("normal", "2026-03-09 22:30:00", "2026-03-10 01:15:00"))

    assert hours(rows) == [("23:00", 30), ("00:00", 60), ("01:00", 60), ("02:00", 15)]


@pytest.mark.parametrize(
    ("started", "ended"),
    [
        ("yesterday", "2026-03-09 08:00:00"),
        ("2026-03-09 08:00:00", "2026-03-09 07:00:00"),
        ("2026-03-01 08:00:00", "2026-03-09 07:00:00"),
        ("2026-03-09 08:00:00", 5),
        (b"\xff", "2026-03-09 07:00:00"),
    ],
)
def test_bad_spans_are_named_and_the_rest_read(started, ended, tmp_path):
    rows = read(tmp_path, *SPANS[:1], ("normal", started, ended))

    assert hours(rows) == [("09:00", 20)]
    assert [no.where for no in refused(rows)] == ["span 2"]


def test_spans_of_other_programs_are_not_its(tmp_path):
    connection = sqlite3.connect(tmp_path / "a")
    connection.executescript("CREATE TABLE spans (a); CREATE TABLE events (b)")
    connection.close()

    from steadyhands.domain.problem import Problem

    with pytest.raises(Problem, match="no kind"):
        rows_of(tmp_path / "a")


def test_broken_files_only_ever_raise_problems(tmp_path):
    good = a_database(tmp_path / "good").read_bytes()

    assert try_broken(good, tmp_path) >= 20
