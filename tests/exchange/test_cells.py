"""Numbers, dates and clocks of other people's tables."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steadyhands.domain.problem import Problem
from steadyhands.exchange import cells
from tests.exchange.reading import at_local
from tests.factory import a_moment


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("-0,25", -0.25),
        ("1,250", 1250),
        ("1.250", 1.25),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1'234", 1234),
        ("0,250", 0.25),
        ("-0,125", -0.125),
        ("1e3", 1000),
        (" 7 ", 7),
        ("−3", -3),
        ("٣", 3),
    ],
)
def test_numbers(text, value):
    assert cells.number(text) == value


def test_where_a_comma_is_always_decimal():
    assert cells.number("1,250", comma_decides=True) == 1.25
    assert cells.number("1.250", comma_decides=True) == 1.25
    assert cells.number("1.234,5", comma_decides=True) == 1234.5
    assert cells.number("1,234.5", comma_decides=True) == 1234.5


@pytest.mark.parametrize("text", ["", "x", "nan", "inf", "1,2,3", "1e99", "9" * 400, "1-2"])
def test_what_is_no_number(text):
    with pytest.raises(Problem):
        cells.number(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("20:39", time(20, 39)),
        ("10:00 pm", time(22)),
        ("12:05 AM", time(0, 5)),
        ("12:05 p.m.", time(12, 5)),
        ("8.15", time(8, 15)),
        ("7 am", time(7)),
        ("11:12PM", time(23, 12)),
        ("10:00\u202fpm", time(22)),
        ("21:30:41.432", time(21, 30, 41, 432000)),
    ],
)
def test_clocks(text, shown):
    assert cells.clock(text) == shown


@pytest.mark.parametrize("text", ["", "25:00", "13:00 pm", "0:30 am", "12:60", "noon"])
def test_what_is_no_clock(text):
    with pytest.raises(Problem):
        cells.clock(text)


@pytest.mark.parametrize(
    ("text", "day_first", "found"),
    [
        ("2026-03-10", None, date(2026, 3, 10)),
        ("2026/3/9", None, date(2026, 3, 9)),
        ("10.03.2026", None, date(2026, 3, 10)),
        ("03/04/2026", None, date(2026, 4, 3)),
        ("03/04/2026", False, date(2026, 3, 4)),
        ("03/14/2026", None, date(2026, 3, 14)),
    ],
)
def test_dates(text, day_first, found):
    assert cells.day(text, day_first) == found


def test_a_zone_in_the_text_is_kept():
    assert cells.moment("2026-03-10T14:00:00.000+01:00", at_local) == a_moment()
    assert cells.moment("2026-03-10 14:00:00 +0200", at_local) == a_moment(offset_min=120)
    assert cells.moment("2026-03-10T14:00Z", at_local) == a_moment(offset_min=0)
    assert cells.moment("2026-03-10 14:00:00 -0330", at_local) == a_moment(offset_min=-210)


def test_without_a_zone_the_parameter_decides():
    assert cells.moment("2026-03-10 02:00 PM", at_local) == a_moment()
    assert cells.wall_clock("2026-03-10") == (datetime(2026, 3, 10), None)


def test_lengths():
    assert cells.seconds("7:30") == 7.5 * 3600
    assert cells.seconds("-0:01:30") == -90
    with pytest.raises(Problem):
        cells.seconds("7.5")


_TWO = st.integers(0, 99).map("{:02}".format)
_ZONES = st.one_of(
    st.sampled_from(("", "Z", "+01", "-05:30")),
    st.builds("{}{}:{}".format, st.sampled_from("+-"), _TWO, _TWO),
)


@given(
    st.builds("{:04}-{}-{}".format, st.integers(0, 9999), _TWO, _TWO),
    st.sampled_from("T "),
    st.builds("{}:{}".format, _TWO, _TWO),
    st.one_of(st.just(""), st.builds(":{}".format, _TWO), st.builds(":{}.{}".format, _TWO, _TWO)),
    _ZONES,
)
@example("2026-03-10", "T", "10:30", ":05.432", "+01:00")
@example("2026-02-29", " ", "10:30", "", "")
@example("2026-03-10", " ", "24:00", "", "Z")
@example("2026-03-10", " ", "10:30", "", "-24:00")
def test_the_usual_form_reads_as_its_parts_do(day, between, clock, rest, zone):
    text = f"{day}{between}{clock}{rest}{zone}"

    def said(read):
        try:
            return read(text)
        except Problem as problem:
            return str(problem)

    assert said(cells.wall_clock) == said(lambda cell: cells._wall_of_parts(cell, None))


@pytest.mark.parametrize("text", ["0001-01-01 00:00+01:00", "9999-12-31 23:59-01:00"])
def test_a_year_that_no_calendar_leads_to_is_a_problem(text):
    with pytest.raises(Problem, match="1900 to 2200"):
        cells.moment(text, at_local)
