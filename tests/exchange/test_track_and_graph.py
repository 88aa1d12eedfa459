"""Track & Graph: its CSV and its backup, which say the same."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import CheckIn, Drink, Sleep, Twitch
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.exchange.track_and_graph import Measured, measured_in, unit_in
from tests.exchange.broken import try_broken
from tests.exchange.reading import a_file, entry_of, items, key_of, refused, rows_in, some_options
from tests.factory import a_moment

GOOD = (Path(__file__).parent / "fixtures" / "track_and_graph.csv").read_text(encoding="utf-8")
HEAD = "FeatureName,Timestamp,Value,Label,Note\r\n"
POINTS = (
    # tracker, epoch ms, offset in seconds, value, label, note
    ("Finger twitch", a_moment(9, day=9), 1.0, "right index", "while typing"),
    ("Water (ml)", a_moment(10, day=9, offset_min=-210), 250.0, "", ""),
    ("Sleep", a_moment(6, 40, day=9), 27000.0, "", ""),
    ("Piano", a_moment(18, day=9, offset_min=0), -90.0, "scales", "x"),
)
LENGTHS = ("Sleep", "Piano")


def a_backup(folder, points=POINTS, lengths=LENGTHS, version=60, type_=1, columns=None):
    path = folder / "made.db"
    path.unlink(missing_ok=True)
    names = list(dict.fromkeys(point[0] for point in points))
    columns = columns or (
        "epoch_milli INTEGER NOT NULL, feature_id INTEGER NOT NULL, utc_offset_sec INTEGER"
        " NOT NULL, value REAL NOT NULL, label TEXT NOT NULL, note TEXT NOT NULL,"
        " PRIMARY KEY (epoch_milli, feature_id)"
    )
    with sqlite3.connect(path) as base:
        base.execute(f"CREATE TABLE data_points_table ({columns})")
        base.execute(
            "CREATE TABLE features_table (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
            " name TEXT NOT NULL, feature_description TEXT NOT NULL)"
        )
        base.execute(
            "CREATE TABLE trackers_table (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
            " feature_id INTEGER NOT NULL, type INTEGER NOT NULL)"
        )
        for name in names:
            base.execute("INSERT INTO features_table (name, feature_description) VALUES (?, '')",
                         (name,))  # fmt: skip
            base.execute("INSERT INTO trackers_table (feature_id, type) VALUES (?, ?)",
                         (names.index(name) + 1, type_ if name in lengths else 0))  # fmt: skip
        if "epoch_milli" in columns:
            for name, at, value, label, note in points:
                row = (at.utc_ms, names.index(name) + 1, at.offset_min * 60, value, label, note)
                base.execute("INSERT INTO data_points_table VALUES (?, ?, ?, ?, ?, ?)", row)
        base.execute(f"PRAGMA user_version = {version}")
    base.close()
    return path.read_bytes()


def csv_of(points, lengths=LENGTHS):
    """Return the file that the app writes: lengths as H:MM:SS, all times with their zone."""
    import csv

    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    for name, at, value, label, note in points:
        shown = f"{value}"
        if name in lengths:
            whole = abs(int(value))
            clock = f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
            shown = "-" * (value < 0) + clock
        writer.writerow([name, at.iso(), shown, label, note])
    return HEAD + made.getvalue()


def by_name(rows):
    found = {}
    for item in items(rows):
        found.setdefault(item.source_id.split("|")[0], []).append(item)
    return found


def test_rows_keep_their_zone_to_the_millisecond(tmp_path):
    rows = rows_in(GOOD, tmp_path)

    assert key_of(GOOD, tmp_path) == "track-and-graph"
    assert not refused(rows)
    found = by_name(rows)
    first, second, third = found["Finger twitch"]
    assert first.at.iso() == "2026-03-09T21:30:41.432+01:00"
    assert (first.details, first.note) == (Twitch("right", "index"), "while typing, twice")
    assert second.at == third.at == Moment(first.at.utc_ms + 3_620_568, 0)
    assert found["Coffee"][0].at.offset_min == -210


def test_rows_become_what_their_trackers_are(tmp_path):
    found = by_name(rows_in(GOOD, tmp_path))

    assert found["Water (ml)"][0].details.ml == 250
    assert found["Coffee"][0].details.preset == "coffee"
    assert found["Caffeine (mg)"][0].details == Drink("Caffeine (mg)", 1, 0, caffeine_mg=95)
    assert (found["Stress"][0].details, found["Stress"][0].note) == (CheckIn(stress=6), "work")
    (night,) = found["Sleep"]
    assert (night.details, night.at) == (Sleep(), a_moment(23, 10, day=8))
    assert night.until == a_moment(6, 40, day=9)
    piano = found["Piano practice"][0].details
    assert piano.fields() == {"value": 45.5, "unit": "min", "label": "scales"}
    assert found["Correction"][0].details.amounts() == {"Correction": -1.5}
    assert found["Mood"][0].details.fields() == {"value": 3.0, "label": "calm: very"}
    assert found["Walk"][0].details.fields() == {
        "value": 65.0, "unit": "min", "label": "in the park",
    }  # fmt: skip
    assert found["Walk"][0].note == "two\nlines"


@pytest.mark.parametrize(
    ("cell", "measured"),
    [
        ("1.5", Measured(1.5)),
        ("-2", Measured(-2.0)),
        ("1.0E7", Measured(1e7)),
        ("0:00:30", Measured(0.5, "min")),
        ("-1:00:00", Measured(-60.0, "min")),
        ("100:00:00:long", Measured(6000.0, "min", "long")),
        ("2:yes", Measured(2.0, "", "yes")),
        ("2.0:", Measured(2.0)),
    ],
)
def test_values(cell, measured):
    assert measured_in(cell) == measured


@pytest.mark.parametrize("cell", ["", "x", "1.2.3:4", "yes:1", "NaN", "Infinity"])
def test_what_is_no_value(cell):
    with pytest.raises(Problem):
        measured_in(cell)


def test_units_stand_in_names():
    assert [unit_in(n) for n in ("Water (ml)", "Tea [ cup ]", "Run (short) fast", "x")] == [
        "ml", "cup", "", "",
    ]  # fmt: skip


def test_old_files_without_label_and_note(tmp_path):
    rows = rows_in("FeatureName,Timestamp,Value\r\nMood,2020-01-01T10:00:00Z,2:ok\r\n", tmp_path)

    assert items(rows)[0].details.fields() == {"value": 2.0, "label": "ok"}


def test_a_time_without_a_zone_is_the_zone_handed_in(tmp_path):
    rows = rows_in(HEAD + "Mood,2026-03-10T14:00:00,2,,\r\n", tmp_path)

    assert items(rows)[0].at == a_moment()


def test_bad_rows_are_named_and_the_rest_read(tmp_path):
    rows = rows_in(GOOD + "Mood,yesterday,2,,\n,2026-03-10T14:00Z,1,,\nMood,2026-03-10T14:00Z,,,\n",
                   tmp_path)  # fmt: skip

    assert [no.where for no in refused(rows)] == ["line 14", "line 15", "line 16"]
    assert len(items(rows)) == 12


def test_the_backup_brings_the_same_under_the_same_names(tmp_path):
    backup = rows_in(a_backup(tmp_path), tmp_path)
    table = rows_in(csv_of(POINTS), tmp_path)

    assert key_of(a_backup(tmp_path), tmp_path) == "track-and-graph-db"
    assert len(items(backup)) == 4

    def told(rows):
        return {i.source_id: i.replaced(where="") for i in items(rows)}

    assert told(backup) == told(table)
    assert items(backup)[1].at.offset_min == -210


def test_before_version_49_lengths_had_another_number(tmp_path):
    old = rows_in(a_backup(tmp_path, version=48, type_=2), tmp_path)
    new = rows_in(a_backup(tmp_path), tmp_path)

    assert [i.details for i in items(old)] == [i.details for i in items(new)]


def test_backups_of_the_oldest_versions_are_told_apart(tmp_path):
    columns = "timestamp TEXT, feature_id INTEGER, value REAL, label TEXT, note TEXT"

    with pytest.raises(Problem, match="old Track & Graph"):
        rows_in(a_backup(tmp_path, columns=columns), tmp_path)


def test_a_backup_stays_untouched(tmp_path):
    path = a_file(a_backup(tmp_path), tmp_path)
    before = path.read_bytes()
    rows_in(before, tmp_path)

    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["download", "made.db"]


def test_rows_of_no_tracker_and_endless_values_are_refused(tmp_path):
    content = a_backup(tmp_path, [*POINTS, ("Endless", a_moment(), float("inf"), "", "")])
    (no,) = refused(rows_in(content, tmp_path))

    assert "inf" in str(no.reason)


def test_more_rows_change_no_name(tmp_path):
    first = {i.source_id for i in items(rows_in(csv_of(POINTS), tmp_path))}
    more = [("Water (ml)", a_moment(11), 100.0, "", ""), *POINTS]

    assert first < {i.source_id for i in items(rows_in(csv_of(more), tmp_path))}


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
MOMENTS = st.builds(
    lambda ms, quarters: Moment(ms, quarters * 15),
    st.integers(631_152_000_000, 1_700_000_000_000),
    st.integers(-48, 56),
)
A_POINT = st.tuples(
    NAMES.map(lambda name: f"q{name[:30]}q"),
    MOMENTS,
    st.integers(-(10**6), 10**6).map(float),
    NAMES.map(lambda label: f"l{label[:20]}l"),
    NAMES.map(lambda note: f"n{note}n"[:100]),
)


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(points=st.lists(A_POINT, min_size=1, max_size=6, unique_by=lambda p: (p[0], p[1].utc_ms)))
def test_whatever_was_tracked_comes_in_whole_both_ways(points, tmp_path):
    lengths = [point[0] for point in points[::2]]
    options = some_options({point[0]: "own" for point in points})
    wanted = sorted(
        (at.utc_ms, at.offset_min, round(value / 60 if name in lengths else value, 6), label, note)
        for name, at, value, label, note in points
    )

    for content in (csv_of(points, lengths), a_backup(tmp_path, points, lengths)):
        rows = rows_in(content, tmp_path, options)
        assert not refused(rows)
        got = [(i, i.details.fields()) for i in items(rows) if entry_of(i)]
        assert wanted == sorted(
            (i.at.utc_ms, i.at.offset_min, round(f["value"], 6), f["label"], i.note) for i, f in got
        )


def test_broken_tables_only_ever_raise_problems(tmp_path):
    assert try_broken(GOOD.encode(), tmp_path) >= 40


def test_broken_backups_only_ever_raise_problems(tmp_path):
    assert try_broken(a_backup(tmp_path), tmp_path) >= 25
