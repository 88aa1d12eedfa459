"""Loop Habit Tracker: the zip of CSV and the database, which say the same."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import Drink, Supplement, Twitch
from steadyhands.domain.problem import Problem
from steadyhands.exchange.source import Source
from tests.exchange.broken import try_broken
from tests.exchange.reading import (
    a_file,
    entry_of,
    items,
    key_of,
    passed,
    refused,
    rows_in,
    some_options,
)
from tests.factory import a_moment

HEAD = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,"
    "Color,Unit,Target Type,Target Value,Archived?\n"
)
WORDS = {-1: "UNKNOWN", 0: "NO", 1: "YES_AUTO", 2: "YES_MANUAL", 3: "SKIP"}
HABITS = (
    ("Zucken, links (Zeigefinger)", "", "YES_NO"),
    ("Water", "ml", "NUMERICAL"),
    ("Magnesium", "", "YES_NO"),
    ("Klavier", "km", "NUMERICAL"),
)
MARKS = (
    (0, date(2026, 3, 9), 2, "beim Tippen, abends"),
    (0, date(2026, 3, 8), 3, ""),
    (0, date(2026, 3, 7), 1, ""),
    (0, date(2026, 3, 6), 0, ""),
    (1, date(2026, 3, 9), 1_250_000, ""),
    (1, date(2026, 3, 8), 330_500, "after\n\"sport\", late"),
    (2, date(2026, 3, 9), 2, ""),
    (2, date(2026, 3, 8), -1, ""),
    (3, date(2026, 3, 9), 12_500, ""),
    (3, date(2026, 3, 8), 0, ""),
)  # fmt: skip


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',"\n') else text


def word(mark, old=False):
    return str(mark) if old else WORDS.get(mark, str(mark))


def checkmarks(marks, habit, notes=True, old=False):
    lines = ["Date,Value,Notes" if notes else "Date,Value"]
    for number, day, mark, note in marks:
        if number == habit:
            lines.append(f"{day},{word(mark, old)}" + (f",{quoted(note)}" if notes else ""))
    return "\n".join(lines) + "\n"


def all_marks(marks, habits, old=False):
    """Return the file of all habits, whose names nobody quotes."""
    held = {(number, day): mark for number, day, mark, _ in marks}
    lines = ["Date," + "".join(f"{name}," for name, _, _ in habits)]
    for day in sorted({day for _, day, _, _ in marks}, reverse=True):
        row = [word(held.get((n, day), -1), old) for n in range(len(habits))]
        lines.append(f"{day}," + "".join(f"{cell}," for cell in row))
    return "\n".join(lines) + "\n"


def a_zip(habits=HABITS, marks=MARKS, folders=True, **how):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = [
            f"{n:03},{quoted(name)},{kind},,,1,1,#1976D2,{quoted(unit)},,,false"
            for n, (name, unit, kind) in enumerate(habits, start=1)
        ]
        archive.writestr("Habits.csv", HEAD + "\n".join(rows) + "\n")
        for number, (name, _, _) in enumerate(habits) if folders else ():
            safe = "".join(c for c in name if c.isascii() and (c.isalnum() or c in " ._-"))[:100]
            folder = f"{number + 1:03} {safe}".strip()
            archive.writestr(f"{folder}/Scores.csv", "Date,Score\n2026-03-09,0.0519\n")
            archive.writestr(f"{folder}/Checkmarks.csv", checkmarks(marks, number, **how))
        archive.writestr("Scores.csv", "Date,x,\n2026-03-09,0.0519,\n")
        archive.writestr("Checkmarks.csv", all_marks(marks, habits, how.get("old", False)))
    return made.getvalue()


def a_database(folder, habits=HABITS, marks=MARKS, version=25, old=False):
    path = folder / "made.db"
    path.unlink(missing_ok=True)
    extra = "" if old else ", type integer, unit text, uuid text, question text"
    with sqlite3.connect(path) as base:
        base.execute(
            "CREATE TABLE Habits (id integer primary key autoincrement, archived integer,"
            " color integer, description text, freq_den integer, freq_num integer,"
            f" highlight integer, name text, position integer{extra})"
        )
        notes = "" if old else ", notes text"
        base.execute(
            "CREATE TABLE Repetitions (id integer primary key autoincrement, habit integer"
            f" references habits(id), timestamp integer, value integer not null{notes})"
        )
        for place, (name, unit, kind) in enumerate(habits):
            base.execute("INSERT INTO Habits (name, position) VALUES (?, ?)", (name, place))
            if not old:
                base.execute(
                    "UPDATE Habits SET type = ?, unit = ? WHERE position = ?",
                    (int(kind == "NUMERICAL"), unit, place),
                )
        for habit, day, mark, note in marks:
            stamp = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
            row = (habit + 1, stamp, mark) + (() if old else (note,))
            names = "habit, timestamp, value" + ("" if old else ", notes")
            base.execute(
                f"INSERT INTO Repetitions ({names}) VALUES ({','.join('?' * len(row))})", row
            )
        base.execute(f"PRAGMA user_version = {version}")
    base.close()
    return path.read_bytes()


def of(rows, name):
    return [i for i in items(rows) if name in i.source_id]


def test_the_zip_is_known_by_what_is_in_it(tmp_path):
    assert key_of(a_zip(), tmp_path) == "loop"
    assert key_of(a_database(tmp_path), tmp_path) == "loop-db"


def test_days_become_entries_at_noon(tmp_path):
    rows = rows_in(a_zip(), tmp_path)

    assert not refused(rows)
    (twitch,) = of(rows, "Zucken")
    assert twitch.details == Twitch("unsure", "unsure")
    assert twitch.at == a_moment(12, day=9)
    assert twitch.note.endswith("beim Tippen, abends")
    assert [(i.details.ml, i.at.local().day) for i in of(rows, "Water")] == [(1250, 9), (330.5, 8)]
    assert of(rows, "Water")[1].note == 'after\n"sport", late'
    assert [i.details for i in of(rows, "Magnesium")] == [Supplement("Magnesium")]
    assert [i.details.amounts() for i in of(rows, "Klavier")] == [{"Klavier": 12.5}, {"Klavier": 0}]
    assert passed(rows) == {
        "skipped day": 1,
        "day that Loop ticked by itself": 1,
        "no Zucken, links (Zeigefinger)": 1,
    }


def test_the_database_brings_the_same_under_the_same_names(tmp_path):
    from_zip = {(i.source, i.source_id, i.at, i.note) for i in items(rows_in(a_zip(), tmp_path))}
    backup = rows_in(a_database(tmp_path), tmp_path)

    assert {(i.source, i.source_id, i.at, i.note) for i in items(backup)} == from_zip


@pytest.mark.parametrize("how", [{"old": True}, {"notes": False}])
def test_older_zips(how, tmp_path):
    new = [(i.source_id, i.details) for i in items(rows_in(a_zip(), tmp_path))]

    assert [(i.source_id, i.details) for i in items(rows_in(a_zip(**how), tmp_path))] == new


def test_without_folders_the_file_of_all_serves_though_a_name_has_a_comma(tmp_path):
    new = {(i.source_id, i.details) for i in items(rows_in(a_zip(), tmp_path))}
    rows = rows_in(a_zip(folders=False), tmp_path)

    assert {(i.source_id, i.details) for i in items(rows)} == new


def test_a_file_of_some_habits_gives_nothing_to_the_others(tmp_path):
    good = zipfile.ZipFile(io.BytesIO(a_zip(habits=HABITS[1:])))
    held = {name: good.read(name) for name in good.namelist() if not name.startswith("003")}
    held["Checkmarks.csv"] = b"Date,Water,Magnesium,\n2026-03-01,5000,YES_MANUAL,\n"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)

    assert not of(rows_in(made.getvalue(), tmp_path), "Klavier")


def test_habits_of_one_name_stay_apart(tmp_path):
    habits = (("Klavier", "", "NUMERICAL"), ("Klavier", "", "NUMERICAL"))
    marks = ((0, date(2026, 3, 9), 1000, ""), (1, date(2026, 3, 9), 2000, ""))

    for content in (a_zip(habits, marks), a_database(tmp_path, habits, marks)):
        found = items(rows_in(content, tmp_path))
        assert [i.source_id for i in found] == ["Klavier|2026-03-09", "Klavier|2|2026-03-09"]


def test_more_rows_and_another_order_change_no_name(tmp_path):
    first = {i.source_id for i in items(rows_in(a_zip(), tmp_path))}
    habits = (("New", "", "YES_NO"), *HABITS)
    marks = [(n + 1, *rest) for n, *rest in MARKS] + [(2, date(2026, 3, 10), 500_000, "")]

    later = {i.source_id for i in items(rows_in(a_zip(habits, marks), tmp_path))}

    assert later - first == {"Water|2026-03-10"}
    assert first <= later


def test_a_choice_overrules_the_guess(tmp_path):
    options = some_options({"Klavier": "screen_hours", "Water": "drink:coffee"})
    rows = rows_in(a_zip(), tmp_path, options)

    assert of(rows, "Water")[0].details.preset == "coffee"
    assert str(refused(rows)[0].reason) == "The unit “km” does not fit here."
    assert refused(rows)[0].where == "004 Klavier/Checkmarks.csv, line 2"


def test_old_databases_know_neither_kinds_nor_notes(tmp_path):
    rows = rows_in(a_database(tmp_path, old=True, version=18), tmp_path)

    assert [i.details for i in of(rows, "Magnesium")] == [Supplement("Magnesium")]
    assert not any(isinstance(i.details, Drink) for i in items(rows))


def test_a_newer_database_is_refused_and_nothing_beside_it_made(tmp_path):
    path = a_file(a_database(tmp_path, version=26), tmp_path)

    with pytest.raises(Problem, match="newer Loop"):
        rows_in(path.read_bytes(), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["download", "made.db"]


def test_a_row_that_makes_no_sense_is_named(tmp_path):
    marks = ((0, date(2026, 3, 9), 2, ""), (9, date(2026, 3, 9), 2, ""))
    (no,) = refused(rows_in(a_database(tmp_path, marks=marks), tmp_path))

    assert (no.where, str(no.reason)) == ("row 2", "Its habit is not in the file.")


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
DAYS = st.dates(date(1995, 1, 1), date(2049, 1, 1))


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    names=st.lists(NAMES.map(lambda n: f"x{n[:40]}x"), min_size=1, max_size=4),
    marks=st.lists(st.tuples(DAYS, st.integers(4, 10**9)), max_size=6, unique_by=lambda m: m[0]),
)
def test_whatever_was_counted_comes_in_whole_both_ways(names, marks, tmp_path):
    habits = [(name, "laps", "NUMERICAL") for name in names]
    rows = [(n % len(names), day, mark, "") for n, (day, mark) in enumerate(marks)]
    targets = {key: "own" for n in range(9) for name in names for key in (name, f"{name}|{n}")}

    for content in (a_zip(habits, rows), a_database(tmp_path, habits, rows)):
        found = items(rows_in(content, tmp_path, some_options(targets)))
        assert sorted(v for i in found for v in entry_of(i).amounts().values()) == sorted(
            mark / 1000 for _, mark in marks
        )
        assert {i.at.local().date() for i in found} == {day for day, _ in marks}


def test_broken_zips_only_ever_raise_problems(tmp_path):
    assert try_broken(a_zip(), tmp_path) >= 100


def test_broken_databases_only_ever_raise_problems(tmp_path):
    assert try_broken(a_database(tmp_path), tmp_path) >= 25


def test_subjects_name_the_habits(tmp_path):
    from steadyhands.exchange.formats import format_of

    with Source(a_file(a_zip(), tmp_path)) as source:
        found = format_of(source).subjects(source, some_options())

    assert [(s.name, s.becomes) for s in found] == [
        ("Zucken, links (Zeigefinger)", "twitch"),
        ("Water", "drink:water"),
        ("Magnesium", "supplement:magnesium_mg"),
        ("Klavier", "own"),
    ]
