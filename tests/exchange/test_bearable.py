"""Bearable's CSV: one row a rating, a night, a meal or a group of factors."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import Food, Note, Sleep, Symptom, Twitch
from tests.exchange.broken import try_broken
from tests.exchange.reading import entry_of, items, key_of, refused, rows_in, some_options
from tests.factory import a_moment

GOOD = (Path(__file__).parent / "fixtures" / "bearable.csv").read_text(encoding="utf-8")
HEAD = GOOD.splitlines()[0] + "\n"


def kinds(rows):
    return {item.details.kind: item for item in items(rows) if hasattr(item.details, "kind")}


def of(rows, type_):
    return [item for item in items(rows) if isinstance(item.details, type_)]


def test_scales_stay_scales_with_their_words(tmp_path):
    rows = rows_in(GOOD, tmp_path)
    found = kinds(rows)

    assert key_of(GOOD, tmp_path) == "bearable"
    assert not refused(rows)
    assert found["Mood"].details.fields() == {"value": 7.0, "label": "Calm"}
    assert found["Mood"].at == a_moment(9, day=9)
    assert found["Energy"].details.fields() == {"value": 1.0, "label": "v. low"}
    assert (found["Energy"].note, found["Energy"].at) == ("long day", a_moment(19, day=9))
    assert found["Sleep quality"].details.amounts() == {"Sleep quality": 2.0}
    assert found["step count"].details.amounts() == {"step count": 8412.0}
    assert found["Amount eaten"].details.fields() == {"value": 3.0, "label": "a lot"}


def test_symptoms_are_ours_where_we_have_them(tmp_path):
    rows = rows_in(GOOD, tmp_path)

    (numb,) = of(rows, Symptom)
    assert (numb.details, numb.note) == (Symptom("numbness"), "Mild · left hand")
    assert kinds(rows)["Brain fog"].details.fields() == {"value": 2.0, "label": "Moderate"}
    assert kinds(rows)["Muscle twitches"].details.amounts() == {"Muscle twitches": 3.0}
    assert not of(rows, Twitch)
    chosen = rows_in(GOOD, tmp_path, some_options({"Muscle twitches": "twitch"}))
    assert [i.details for i in of(chosen, Twitch)] == [Twitch()]


def test_a_night_ends_on_the_day_it_stands_at(tmp_path):
    rows = rows_in(GOOD, tmp_path)

    (night,) = of(rows, Sleep)
    assert (night.at, night.until) == (a_moment(23, 10, day=8), a_moment(6, 40, day=9))
    assert kinds(rows)["Sleep (tracker)"].details.fields() == {"value": 495.0, "unit": "min"}


def test_meals_and_factors_are_taken_apart(tmp_path):
    rows = rows_in(GOOD, tmp_path)

    foods = of(rows, Food)
    assert [f.details.name for f in foods] == ["Coffee", "Banana and yogurt"]
    assert {f.details.meal for f in foods} == {"snack"}
    assert [f.note for f in foods] == ["with Ann", ""]
    assert kinds(rows)["Caffeine"].details.fields() == {"value": 3.0, "label": "a lot"}
    assert kinds(rows)["Caffeine"].at == a_moment(12, day=9)
    assert kinds(rows)["Screen-free evening"].details.amounts() == {"Screen-free evening": 0.0}
    (beer,) = [i for i in items(rows) if getattr(i.details, "preset", "") == "beer"]
    assert beer.at == a_moment(12, day=9)


def test_words_alone_are_a_note(tmp_path):
    (note,) = of(rows_in(GOOD, tmp_path), Note)

    assert (note.note, note.at) == ("a good book", a_moment(20, 30, day=9))


@pytest.mark.parametrize(
    "head",
    [
        " Date , Date Formatted,Weekday,Time Of Day,Category,Rating/Amount,Detail,Notes",
        "date,date_formatted,weekday,time_of_day,category,rating / amount,details,note",
    ],
)
def test_headers_are_spelt_in_more_than_one_way(head, tmp_path):
    text = GOOD.replace(HEAD, head + "\n")

    assert [i.source_id for i in items(rows_in(text, tmp_path))] == [
        i.source_id for i in items(rows_in(GOOD, tmp_path))
    ]


def test_files_without_the_second_date_say_it_in_words(tmp_path):
    rows = rows_in(
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        "9th Mar 2026,Monday,am,Mood,7,,\n",
        tmp_path,
    )

    assert items(rows)[0].at == a_moment(9, day=9)


def test_rows_that_make_no_sense_are_named(tmp_path):
    rows = rows_in(HEAD + "x,soon,,am,Mood,7,,\nx,2026-03-09,,am,Mood,lots,,\n"
                   "x,2026-03-09,,am,Symptom,1,,\nx,2026-03-09,,am,,1,,\n", tmp_path)  # fmt: skip

    assert [no.where for no in refused(rows)] == ["line 2", "line 3", "line 4", "line 5"]


def test_rows_added_later_change_no_name(tmp_path):
    first = {i.source_id for i in items(rows_in(GOOD, tmp_path))}
    later = HEAD + 'x,2026-03-10,,am,Mood,5,,"new"\n' + GOOD.removeprefix(HEAD)

    assert first < {i.source_id for i in items(rows_in(later, tmp_path))}
    assert len(first) == len(items(rows_in(GOOD, tmp_path)))


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20)
DAYS = st.dates(date(2001, 1, 1), date(2026, 1, 1))


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(
        st.tuples(DAYS, st.sampled_from(("am", "mid", "pm", "")), NAMES, st.integers(0, 4)),
        min_size=1,
        max_size=6,
    )
)
def test_every_rating_comes_in(rows, tmp_path):
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    for day, part, name, rating in rows:
        writer.writerow(["", day, "", part, "Symptom", rating, f"q{name}q (Mild)", ""])
    options = some_options({f"q{name}q": "own" for _, _, name, _ in rows})
    found = rows_in(HEAD + made.getvalue(), tmp_path, options)

    assert not refused(found)
    got = sorted((i.at.local().date(), *entry_of(i).amounts().items()) for i in items(found))
    assert got == sorted((day, (f"q{name}q", float(rating))) for day, _, name, rating in rows)
    assert len({i.source_id for i in items(found)}) == len(rows)


def test_broken_files_only_ever_raise_problems(tmp_path):
    assert try_broken(GOOD.encode(), tmp_path) >= 40
