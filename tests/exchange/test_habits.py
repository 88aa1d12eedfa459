"""HabitBull's CSV, Table Habit's and Beaver's JSON: a day and a value, or a tick."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import Symptom
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.exchange.formats import format_of
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

NINTH = date(2026, 3, 9)
BULL = (
    "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"
    '"Read, aloud",,Mind,2026-03-09,1,"two pages"\n'
    '"Read, aloud",,Mind,2026-03-08,0,\n'
    "Push-ups,,Body,2026-03-09,25,\n"
    "Push-ups,,Body,2026-03-08,1,\n"
)
TABLE = json.dumps(
    [
        {
            "name": "Tingling",
            "type": 1,
            "daily_goal": 1,
            "daily_goal_unit": "",
            "records": [
                {"record_date": epoch_day(NINTH), "record_type": 1, "record_value": 1,
                 "reason": "after work", "create_t": 1},
                {"record_date": epoch_day(NINTH) - 1, "record_type": 2, "record_value": 0},
            ],
        },
        {
            "name": "Water",
            "daily_goal_unit": "ml",
            "records": [{"record_date": epoch_day(NINTH), "record_type": 1, "record_value": 500}],
        },
    ]
)  # fmt: skip
BEAVER = json.dumps(
    {
        "habits": [
            {
                "id": "abc",
                "name": "Stretch",
                "star": False,
                "status": "normal",
                "records": [
                    {"day": "2026-03-09", "done": True, "text": "both hands"},
                    {"day": "2026-03-08", "done": False},
                ],
            }
        ]
    }
)
ALL = {"habitbull": BULL, "table-habit": TABLE, "beaver": BEAVER}


@pytest.mark.parametrize("key", ALL)
def test_each_is_known_by_what_is_in_it(key, tmp_path):
    assert key_of(ALL[key], tmp_path) == key
    assert not refused(rows_in(ALL[key], tmp_path))


def test_habitbull_tells_ticks_from_numbers_by_all_days_of_a_habit(tmp_path):
    read, _, pushups, _ = items(rows_in(BULL, tmp_path))

    assert (read.details.kind, read.note) == ("Read, aloud", "two pages")
    assert read.details.amounts() == {"Read, aloud": 1.0}
    assert pushups.details.amounts() == {"Push-ups": 25.0}
    assert pushups.at == a_moment(12, day=9)
    assert pushups.source_id == "Push-ups|2026-03-09"


def test_table_habit_has_days_since_1970(tmp_path):
    rows = rows_in(TABLE, tmp_path)
    tingling, water = items(rows)

    assert (tingling.details, tingling.at) == (Symptom("numbness"), a_moment(12, day=9))
    assert tingling.note.endswith("after work")
    assert water.details.ml == 500
    assert passed(rows) == {"skipped day": 1}


def test_table_habit_with_groups_has_its_habits_inside(tmp_path):
    text = json.dumps({"groups": [], "habits": json.loads(TABLE)})

    assert key_of(text, tmp_path) == "table-habit"
    assert len(items(rows_in(text, tmp_path))) == 2


def test_beaver_has_ticks_with_words(tmp_path):
    done, not_done = items(rows_in(BEAVER, tmp_path))

    assert (done.details.amounts(), done.note) == ({"Stretch": 1.0}, "both hands")
    assert not_done.details.amounts() == {"Stretch": 0.0}


def test_records_that_make_no_sense_are_named(tmp_path):
    habits = json.loads(BEAVER)["habits"]
    habits[0]["records"] += [{"day": "2026-02-30", "done": True}, {"day": "2026-03-01"}, 7]
    habits += [{"name": " ", "records": []}, {"name": "x"}, 3]
    rows = rows_in(json.dumps(habits), tmp_path)

    assert [no.where for no in refused(rows)] == [
        "habit 1, record 3", "habit 1, record 4", "habit 1, record 5",
        "habit 2", "habit 3", "habit 4",
    ]  # fmt: skip
    assert len(items(rows)) == 2


@pytest.mark.parametrize("value", ['"3"', "true", "null", "1e300", '"\\ud800"'])
def test_values_that_are_none(value, tmp_path):
    text = TABLE.replace('"record_value": 500', f'"record_value": {value}')
    (no,) = refused(rows_in(text, tmp_path))

    assert "is not a number" in str(no.reason)
    assert str(no.reason).encode()


@pytest.mark.parametrize("value", ["1e999", "9" * 30, "[" * 5000])
def test_what_no_program_writes_is_a_broken_file(value, tmp_path):
    with pytest.raises(Problem):
        rows_in(TABLE.replace("500", value), tmp_path)


def test_what_is_asked_names_the_habits(tmp_path):
    with Source(a_file(TABLE, tmp_path)) as source:
        found = list(format_of(source).subjects(source, some_options()))

    assert [(s.name, s.becomes, s.example) for s in found] == [
        ("Tingling", "symptom:numbness", "1"), ("Water", "drink:water", "500 ml"),
    ]  # fmt: skip


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
HABITS = st.dictionaries(
    NAMES.map(lambda name: f"q{name[:20]}q"),
    st.dictionaries(
        st.dates(date(1995, 1, 1), date(2026, 1, 1)), st.integers(0, 10**6), max_size=4
    ),
    max_size=4,
)


def as_table_habit(habits):
    return json.dumps(
        [{"name": "first", "records": [{"record_date": 1, "record_type": 2}]}]
        + [
            {"name": name, "records": [{"record_date": epoch_day(day), "record_value": value}
                                       for day, value in days.items()]}
            for name, days in habits.items()
        ]
    )  # fmt: skip


def as_habitbull(habits):
    lines = [BULL.splitlines()[0]]
    for name, days in habits.items():
        quoted = name.replace('"', '""')
        lines += [f'"{quoted}",,,{day},{value},' for day, value in days.items()]
    return "\n".join(lines) + "\n"


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(habits=HABITS, write=st.sampled_from((as_table_habit, as_habitbull)))
def test_every_value_comes_in(habits, write, tmp_path):
    rows = rows_in(write(habits), tmp_path, some_options(dict.fromkeys(habits, "own")))

    assert not refused(rows)
    got = sorted((i.at.local().date(), *entry_of(i).amounts().values()) for i in items(rows))
    assert got == sorted(
        (day, float(value)) for days in habits.values() for day, value in days.items()
    )


@pytest.mark.parametrize("key", ALL)
def test_broken_files_only_ever_raise_problems(key, tmp_path):
    assert try_broken(ALL[key].encode(), tmp_path) >= 40
