from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.measures import Goal, goals, measure, offered
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile
from steadyhands.domain.trends import (
    BUCKETS,
    Places,
    Series,
    Span,
    Week,
    YearDays,
    bucket_start,
    bucket_starts,
    next_start,
)

DATES = st.dates(date(1970, 1, 1), date(2199, 1, 1))


@given(DATES, st.integers(1, 900), st.sampled_from(BUCKETS))
def test_steps_cover_a_span_without_gaps(first, days, bucket):
    span = Span(first, first + timedelta(days=days - 1))
    starts = bucket_starts(span, bucket)
    assert starts[0] == bucket_start(first, bucket)
    assert starts[-1] == bucket_start(span.last, bucket)
    assert all(next_start(a, bucket) == b for a, b in pairwise(starts))
    assert span.days == days
    assert span.before().last + timedelta(days=1) == first
    assert span.before().days == days


def test_a_leap_day_has_its_place():
    counts = tuple(range(366))
    assert YearDays(2024, counts).count(date(2024, 2, 29)) == 59
    assert bucket_start(date(2024, 2, 29), "quarter") == date(2024, 1, 1)


def test_points_are_the_columns():
    days = (date(2026, 3, 1), date(2026, 3, 2))
    series = Series("stress", "score", days, (None, 4.0), (0, 2), (0, 1))
    assert [point.value for point in series.points] == [None, 4.0]
    assert series.points[1].entries == 2
    assert not series.is_empty


def test_shares_are_of_all_twitches():
    places = Places((("left", "thumb", 1), ("right", "index", 3)))
    assert places.share("right", "index") == 0.75
    assert places.share("right", "thumb") == 0


@pytest.mark.parametrize(
    ("value", "standing"), [(1.0, "fewer"), (5.0, "usual"), (9.0, "more"), (None, "unknown")]
)
def test_a_week_stands_against_the_usual_range(value, standing):
    assert Week("twitches", 3, value, 7, 4.0, 6.0, 8).standing == standing


def test_goals_have_edges_in_order():
    assert [goal.name for goal in goals(2000, Profile())] == ["sleep_h", "water_ml", "caffeine_mg"]
    for edges in ({}, {"low": 9, "high": 7}):
        with pytest.raises(Problem):
            Goal("sleep_h", **edges)


def test_own_quantities_become_measures():
    assert offered(frozenset({"twitches", "pills", "sleep_min"})) == (
        "twitches",
        "sleep_h",
        "mid_sleep_h",
        "pills",
    )
    assert measure("pills").quantity == "pills"
