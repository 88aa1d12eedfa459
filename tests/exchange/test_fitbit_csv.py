"""Fitbit's table of sleep."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import Sleep
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, passed, refused, rows_in
from tests.factory import a_moment

HEAD = (
    "Start Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,"
    "Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n"
)
NIGHT = '"2026-03-08 11:12PM","2026-03-09 7:12AM","430","50","30","480","100","230","100"\n'
NAP = '"2026-03-09 2:00PM","2026-03-09 2:40PM","38","2","0","40","N/A","N/A","N/A"\n'
GOOD = f"Sleep\n{HEAD}{NIGHT}{NAP}\n"


@pytest.mark.parametrize(
    "content",
    [GOOD, f'Body\nDate,Weight\n"2026-03-09","80"\n\n{GOOD}', GOOD.replace(",", ";"), HEAD],
)
def test_it_is_known_by_its_header(content, tmp_path):
    assert key_of(content, tmp_path) == "fitbit-csv"


def test_nights_and_naps(tmp_path):
    rows = rows_in(GOOD, tmp_path)

    night, nap = items(rows)
    assert night.details == nap.details == Sleep()
    assert (night.at, night.until) == (a_moment(23, 12, day=8), a_moment(7, 12, day=9))
    assert (nap.at, nap.until) == (a_moment(14, 0, day=9), a_moment(14, 40, day=9))
    assert night.source_id == "sleep|2026-03-09T07:12:00"
    assert night.where == "line 3"
    assert refused(rows) == []


def test_other_sections_are_counted_by_name(tmp_path):
    more = 'Body\nDate,Weight\n"2026-03-09","80"\n"2026-03-10","80"\n\n'
    rows = rows_in(more + GOOD + "\nActivities\nDate,Steps\n2026-03-09,5000\n", tmp_path)

    assert len(items(rows)) == 2
    assert passed(rows) == {"Body": 2, "Activities": 1}


def test_the_start_is_counted_back_where_the_clock_lies(tmp_path):
    night = NIGHT.replace("11:12PM", "10:12PM")  # the clocks were put back
    (found,) = items(rows_in(GOOD.replace(NIGHT, night).replace(NAP, ""), tmp_path))

    assert found.at == a_moment(23, 12, day=8)


@pytest.mark.parametrize(
    "row",
    [
        '"2026-03-08 13:12PM","2026-03-09 27:12AM","430","50"\n',
        '"2026-03-08 11:12PM","2026-03-09 7:12AM","?","50","","","","",""\n',
        '"2026-03-08 11:12PM","2026-03-09 7:12AM","43000","50","","","","",""\n',
        '"2026-03-09 11:12PM","2026-03-09 7:12AM","0","0","","","","",""\n',
        "2026-03-09\n",
    ],
)
def test_bad_rows_are_named_and_the_rest_read(row, tmp_path):
    rows = rows_in(GOOD + row, tmp_path)

    assert len(items(rows)) == 2
    assert [no.where for no in refused(rows)] == ["line 6"]


def test_broken_files_only_ever_raise_problems(tmp_path):
    assert try_broken(GOOD.encode(), tmp_path) >= 40
