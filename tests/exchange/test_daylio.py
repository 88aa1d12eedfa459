"""Daylio's CSV of several years, and its backup that only it can read."""

from __future__ import annotations

import base64
import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import Note, Other, Twitch
from steadyhands.domain.problem import Problem
from steadyhands.exchange.formats import format_of
from steadyhands.exchange.source import Source
from tests.exchange.broken import try_broken
from tests.exchange.reading import (
    a_file,
    entry_of,
    items,
    key_of,
    refused,
    rows_in,
    some_options,
)
from tests.factory import a_moment

GOOD = (Path(__file__).parent / "fixtures" / "daylio.csv").read_text(encoding="utf-8")
HEAD = "full_date,date,weekday,time,mood,activities,note_title,note\n"
OLD = (
    "year,date,weekday,time,mood,activities,note\n"
    '2018,28 September,Friday,21:05,good,"walk | tea","slow"\n'
    "2018,Sep 27,Thursday,9:05 PM,meh,,\n"
)


def by_key(rows):
    return {item.source_id: item for item in items(rows)}


def test_a_row_is_a_mood_with_its_note_and_activities(tmp_path):
    rows = rows_in(GOOD, tmp_path)
    found = by_key(rows)

    assert key_of(GOOD, tmp_path) == "daylio"
    assert not refused(rows)
    late = found["2021-09-28 22:00"]
    assert late.at == a_moment(22, day=28, month=9, year=2021)
    assert late.details == Other("Mood", (("word", "sad"),))
    assert [k for k in found if k.startswith("2021-09-28 22:00|")] == [
        f"2021-09-28 22:00|{word}" for word in ("clean", "music", "bad sleep", "tired")
    ]
    assert found["2021-09-28 22:00|bad sleep"].details.amounts() == {"bad sleep": 1.0}


def test_moods_count_by_the_five_shipped_words_or_as_chosen(tmp_path):
    options = some_options({"mood|sad": "own:2", "mood|rad": "skip", "music": "skip"})
    found = by_key(rows_in(GOOD, tmp_path, options))

    assert found["2021-09-28 22:00"].details.amounts() == {"Mood": 2.0}
    assert found["2021-09-28 00:05"].details.fields() == {"value": 4.0, "word": "good"}
    assert "2021-09-28 00:05|2" not in found
    assert "2021-09-28 22:00|music" not in found
    assert by_key(rows_in(GOOD, tmp_path))["2021-09-28 00:05|2"].details.amounts() == {"Mood": 5.0}


def test_notes_are_plain_text_under_their_title(tmp_path):
    found = by_key(rows_in(GOOD, tmp_path))

    assert found["2021-09-28 00:05"].note == "Early\nWoke up & wrote\ntwo lines"
    assert found["2021-03-27 20:39"].note == "• a < b\n• I <3 it"
    alone = found["2021-03-26 07:15"]
    assert (alone.details, alone.note) == (Note(), "no mood, a note")


def test_activities_may_be_ours(tmp_path):
    found = by_key(rows_in(GOOD, tmp_path))

    assert found["2021-09-28 00:05|coffee"].details.preset == "coffee"
    assert found["2021-03-27 20:39|finger twitch"].details == Twitch()


def test_moods_and_activities_are_asked_about(tmp_path):
    with Source(a_file(GOOD, tmp_path)) as source:
        found = list(format_of(source).subjects(source, some_options({"mood|sad": "own:1"})))

    assert [(s.name, s.becomes) for s in found][:4] == [
        ("Mood: sad", "own:1"), ("Mood: good", "own:4"), ("Mood: rad", "own:5"),
        ("Mood: irritable", "own"),
    ]  # fmt: skip
    assert ("coffee", "drink:coffee") in [(s.name, s.becomes) for s in found]
    assert len({s.key for s in found}) == len(found)


def test_files_of_2018_say_the_year_apart(tmp_path):
    rows = rows_in(OLD, tmp_path)

    assert key_of(OLD, tmp_path) == "daylio"
    assert not refused(rows)
    assert list(by_key(rows)) == [
        "2018-09-28 21:05", "2018-09-28 21:05|walk", "2018-09-28 21:05|tea", "2018-09-27 21:05",
    ]  # fmt: skip
    assert items(rows)[0].note == "slow"


def test_newer_files_have_scales_and_nine_columns(tmp_path):
    text = (
        "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
        "2026-03-09,March 9,Monday,13:48,meh,work | walk,Pain: 3,Title,Text\n"
    )
    rows = rows_in(text, tmp_path)

    assert items(rows)[0].note == "Title\nPain: 3\nText"
    assert len(items(rows)) == 3


def test_rows_that_make_no_sense_are_named(tmp_path):
    rows = rows_in(GOOD + "2021-02-30,x,x,10:00,good,,,\n2021-02-03,x,x,noon,good,,,\n", tmp_path)

    assert [(no.where, str(no.reason)) for no in refused(rows)] == [
        ("line 7", "“2021-02-30” is not a date."),
        ("line 8", "“noon” is not a time of day."),
    ]


def test_a_target_that_is_none_refuses_the_row(tmp_path):
    rows = rows_in(GOOD, tmp_path, some_options({"mood|sad": "nonsense"}))

    assert [no.where for no in refused(rows)] == ["line 2"]


def a_backup():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("backup.daylio", base64.b64encode(b'{"version": 15, "dayEntries": []}'))
        archive.writestr("assets/x.jpg", b"\xff\xd8")
    return made.getvalue()


def test_a_backup_is_known_and_says_what_to_do(tmp_path):
    assert key_of(a_backup(), tmp_path) == "daylio"
    with pytest.raises(Problem, match=r"Export Entries, CSV, and bring in that file"):
        rows_in(a_backup(), tmp_path)
    with Source(a_file(a_backup(), tmp_path)) as source, pytest.raises(Problem, match="backup"):
        list(format_of(source).subjects(source, some_options()))


def test_entries_added_later_change_no_name(tmp_path):
    later = HEAD + "2021-10-01,x,x,08:00,good,coffee,,\n" + GOOD.removeprefix(HEAD)

    assert set(by_key(rows_in(GOOD, tmp_path))) < set(by_key(rows_in(later, tmp_path)))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
NAMES = WORDS.map(lambda word: f"q{word[:20].replace('|', '')}q")
WALLS = st.datetimes(datetime(2001, 1, 1), datetime(2026, 1, 1))


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    entries=st.dictionaries(
        WALLS.map(lambda wall: wall.replace(second=0, microsecond=0)),
        st.tuples(NAMES, st.lists(NAMES, unique=True, max_size=4), WORDS.map(lambda n: f"n{n}n")),
        min_size=1,
        max_size=5,
    ),
    clock=st.sampled_from(("%H:%M", "%I:%M %p", "%I:%M %P")),
)
def test_whatever_was_noted_comes_in_whole(entries, clock, tmp_path):
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    for wall, (mood, activities, note) in entries.items():
        said = wall.strftime(clock.replace("%P", "%p"))
        said = said.lower() if "%P" in clock else said
        writer.writerow(
            [wall.date(), "x", "x", said, mood, " | ".join(activities), "", f"<b>{note}</b>"]
        )
    names = {name: "own" for _, activities, _ in entries.values() for name in activities}
    rows = rows_in(HEAD + made.getvalue(), tmp_path, some_options(names))

    assert not refused(rows)
    assert all(entry_of(item) for item in items(rows))
    moods = [item for item in items(rows) if item.details.kind == "Mood"]
    assert {item.at.local(): item.details.fields()["word"] for item in moods} == {
        wall: mood for wall, (mood, _, _) in entries.items()
    }
    assert len(items(rows)) == sum(1 + len(activities) for _, activities, _ in entries.values())


def test_broken_files_only_ever_raise_problems(tmp_path):
    assert try_broken(GOOD.encode(), tmp_path) >= 40


def test_broken_backups_only_ever_raise_problems(tmp_path):
    assert try_broken(a_backup(), tmp_path) >= 40
