"""What charts along time are drawn from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.trends import Series, Span, bucket_starts
from steadyhands.ui.charts.steps import nice_range, nice_top, steps_of
from tests.ui.charts.made_up import FIRST, steps, weeks


@given(st.floats(0.001, 1e6))
def test_a_round_top_holds_the_most_in_few_lines(most):
    top, step = nice_top(most)
    assert top >= most * (1 - 1e-9)
    assert 1 <= round(top / step) <= 5
    assert top <= most * 2.6


@given(st.integers(0, 5000))
def test_counts_have_whole_lines(most):
    top, step = nice_top(most, whole=True)
    assert step >= 1 and step == int(step) and top >= most


@given(st.floats(-12, 12), st.floats(0, 14))
def test_a_range_holds_both_ends(low, more):
    bottom, top, step = nice_range(low, low + more, 1.0)
    assert bottom <= low and top >= low + more and (top - bottom) / step <= 8


def test_missing_neighbours_are_one_gap():
    assert steps(1.0, None, None, 2.0, None).gaps() == [
        (FIRST + 1, FIRST + 3),
        (FIRST + 4, FIRST + 5),
    ]


@pytest.mark.parametrize(
    ("day", "place"),
    [(FIRST - 9, 0), (FIRST, 0), (FIRST + 6.9, 0), (FIRST + 7, 1), (FIRST + 99, 2)],
)
def test_a_day_belongs_to_its_step(day, place):
    assert weeks(1.0, 2.0, 3.0).place_of(day) == place


def test_a_leap_february_is_29_days_long():
    from datetime import date

    days = bucket_starts(Span(date(2024, 1, 1), date(2024, 3, 31)), "month")
    series = Series("twitches", "1", days, (1.0, 2.0, 3.0), (1, 1, 1), (1, 1, 1))
    assert steps_of(series, "month").lengths == (31, 29, 31)


def test_nothing_at_all_has_an_end_after_its_first():
    empty = steps()
    assert empty.is_empty and empty.end > empty.first
