import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.moment import HOUR_MS, MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.domain.targets import (
    GOAL_ML,
    SLEEP_BAND_H,
    checked_goal,
    drunk_within_hour,
    much_at_once,
    pace_ml,
)

WAKE = 1_770_000_000_000
BED = WAKE + 16 * HOUR_MS


@pytest.mark.parametrize(
    ("after_h", "ml"), [(-2, 0), (0, 0), (3, 400), (7.5, 1000), (15, 2000), (16, 2000), (20, 2000)]
)
def test_the_pace_is_even_until_an_hour_before_bed(after_h, ml):
    assert pace_ml(2000, WAKE, BED, WAKE + round(after_h * HOUR_MS)) == pytest.approx(ml)


def test_a_day_too_short_for_a_pace_has_its_goal_at_once():
    assert pace_ml(2000, WAKE, WAKE + 30 * MINUTE_MS, WAKE + 1) == 2000
    assert pace_ml(2000, WAKE, WAKE - HOUR_MS, WAKE) == 0


@given(
    st.integers(500, 5000),
    st.integers(-HOUR_MS, 30 * HOUR_MS),
    st.integers(0, 24 * HOUR_MS),
    st.integers(0, HOUR_MS),
)
def test_the_pace_never_falls_and_stays_within_the_goal(goal, bed, now, later):
    first = pace_ml(goal, WAKE, WAKE + bed, WAKE + now)
    second = pace_ml(goal, WAKE, WAKE + bed, WAKE + now + later)
    assert 0 <= first <= second <= goal


@pytest.mark.parametrize("ml", [500, GOAL_ML, 5000])
def test_a_goal_within_reason_is_kept(ml):
    assert checked_goal(ml) == ml


@pytest.mark.parametrize("ml", [0, 499, 5001, -1, float("nan"), float("inf")])
def test_a_goal_beyond_reason_is_refused(ml):
    with pytest.raises(Problem, match="500 and 5,000"):
        checked_goal(ml)


def test_only_the_last_hour_counts_as_at_once():
    drunk = [
        (WAKE - HOUR_MS, 900.0),
        (WAKE - HOUR_MS + 1, 600.0),
        (WAKE, 400.0),
        (WAKE + 1, 900.0),
    ]
    assert drunk_within_hour(drunk, WAKE) == 1000
    assert not much_at_once(drunk, WAKE)
    assert much_at_once([*drunk, (WAKE, 1.0)], WAKE)


def test_the_sleep_band_is_seven_to_nine_hours():
    assert SLEEP_BAND_H == (7, 9)
