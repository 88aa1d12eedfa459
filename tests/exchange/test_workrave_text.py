"""Workrave's text files."""

from __future__ import annotations

import pytest

from steadyhands.exchange.desk_time import DESK
from tests.exchange import test_workrave
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, passed, refused, rows_in, rows_of
from tests.factory import a_moment

DAY = "D 6 2 126 9 0 6 2 126 17 0\n"
COUNTS = "B 0 7 15 16 17 18 19 20 21 \nB 1 7 1 1 1 1 1 1 1 \nm 6 18000 200 300 400 500 600 \n"
LATE = "D 9 2 126 18 0 10 2 126 1 5\nm 6 6000 2 3 4 5 6 \n"
GOOD = "WorkRaveStats 4\n" + DAY + COUNTS + LATE


def test_days_are_time_at_the_desk(tmp_path):
    rows = rows_in(GOOD, tmp_path)

    assert key_of(GOOD, tmp_path) == "workrave-text"
    first, late = items(rows)
    assert first.details.amounts() == {DESK: 300}
    assert (first.at, first.until) == (a_moment(9, day=6), a_moment(17, day=6))
    assert (late.at, late.until) == (a_moment(18, day=9), a_moment(1, 5, day=10))
    assert first.where == "line 2"


def test_a_day_has_the_name_it_has_in_the_database(tmp_path):
    old = items(rows_in(GOOD, tmp_path))
    new = items(rows_of(test_workrave.a_database(tmp_path / "new")))

    assert [i.replaced(where="") for i in old] == [i.replaced(where="") for i in new]


def test_days_without_a_count_are_passed_over(tmp_path):
    empty = DAY.replace("D 6", "D 5") + "m 6 0 0 0 0 0 0\n"
    rows = rows_in(GOOD + DAY + empty + DAY + "m\n" + DAY, tmp_path)

    assert len(items(rows)) == 2
    assert passed(rows) == {"day without time at the desk": 4}


@pytest.mark.parametrize(
    "bad",
    [
        "D 31 1 126 9 0 6 2 126 17 0\nm 1 60\n",
        "D 6 2 126 9 0\nm 1 60\n",
        "D 6 2 126 9 0 6 2 126 8 0\nm 1 60\n",
        "D 6 2 -126 9 0 6 2 126 17 0\nm 1 60\n",
        "D 6 2 999999999 9 0 6 2 126 17 0\nm 1 60\n",
        "D 6 2 1 9 0 6 2 126 17 0\nm 1 600000\n",
        "D 6 2 126 9 0 6 2 126 17 0\nm 1 many\n",
    ],
)
def test_bad_days_are_named_and_the_rest_read(bad, tmp_path):
    rows = rows_in(GOOD + bad, tmp_path)

    assert len(items(rows)) == 2
    assert [no.where for no in refused(rows)] == ["line 8"]


def test_broken_files_only_ever_raise_problems(tmp_path):
    assert try_broken(GOOD.encode(), tmp_path) >= 40
