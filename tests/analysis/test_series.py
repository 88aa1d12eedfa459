from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.analysis.series import (
    from_midnight_h,
    from_noon_h,
    quartiles,
    running_mean,
    weeks_back,
)

DAYS = st.lists(st.none() | st.integers(0, 40), max_size=60)


def test_missing_days_are_left_out_of_the_mean():
    assert running_mean([None, 3, None, 6]) == [None, None, None, None]
    assert running_mean([1, 3, None, 8]) == [None, None, None, 4]


@given(DAYS)
def test_a_mean_lies_among_its_seven_days(values):
    means = running_mean(values)
    assert len(means) == len(values)
    for at, mean in enumerate(means):
        there = [v for v in values[max(0, at - 6) : at + 1] if v is not None]
        assert (mean is None) == (len(there) < 3)
        if mean is not None:
            assert min(there) <= mean <= max(there)
            assert mean * len(there) == pytest.approx(sum(there))


@given(st.lists(st.integers(0, 100), min_size=2))
def test_quartiles_are_those_of_the_textbook(values):
    low, _, high = quantiles(values, n=4, method="inclusive")
    assert quartiles(values) == pytest.approx((low, high))


def test_one_week_is_its_own_quartiles():
    assert quartiles([12]) == (12, 12)


def test_clock_times_run_through_midnight():
    assert [from_midnight_h(m) for m in (0, 180, 23 * 60, 12 * 60)] == [0, 3, -1, -12]
    assert [from_noon_h(m) for m in (0, 12 * 60, 15 * 60)] == [-12, 0, 3]


@given(DAYS)
def test_weeks_count_from_the_end(values):
    weeks = weeks_back(values)
    assert len(weeks) == len(values) // 7
    for number, mean in enumerate(weeks):
        week = values[len(values) - 7 * number - 7 : len(values) - 7 * number]
        there = [v for v in week if v is not None]
        assert (mean is None) == (len(there) < 5)
        assert mean is None or mean * len(there) == pytest.approx(sum(there))
