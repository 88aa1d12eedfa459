"""What a day may aim at: water, its pace, and hours of sleep. Guides, never verdicts."""

from __future__ import annotations

from steadyhands.domain.moment import HOUR_MS
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

TOTAL_WATER_ML = {"men": 2500, "women": 2000}
"""Adequate intake of water from drinks and food, 14 years and older, in a moderate
climate (EFSA Journal 2010;8(3):1459)."""

DRUNK_WATER_ML = {"men": 2000, "women": 1600}
"""The part of it that is drunk; food brings about a fifth (NAP 10925, 2005)."""

GOAL_ML = 2000
GOAL_LEAST_ML, GOAL_MOST_ML = 500, 5000

DONE_BEFORE_BED_MS = HOUR_MS
"""The pace is through an hour before bed, so that nobody drinks to catch up at night."""

MUCH_IN_AN_HOUR_ML = 1000
"""More than about a litre an hour can thin the blood's sodium; a note, not a limit."""

SLEEP_BAND_H = (7.0, 9.0)
"""Hours a night for adults of 18 to 64 (National Sleep Foundation 2015, PubMed 29073398;
at least 7 h: AASM/SRS consensus 2015)."""


def checked_goal(ml: float) -> float:
    """Return a day's goal of water from drinks if it is 500 to 5,000 ml, else raise Problem."""
    if not GOAL_LEAST_ML <= ml <= GOAL_MOST_ML:
        raise Problem("A water goal is between 500 and 5,000 ml, not {given}.", given=f"{ml:g}")
    return ml


def pace_ml(goal_ml: float, wake_ms: int, bed_ms: int, now_ms: int) -> float:
    """Return how much of a goal an even pace would have drunk by now.

    It grows evenly from getting up until an hour before bed and then stays. It is
    there to spread drinking over the day; being under it is nothing to make up for.
    """
    end_ms = bed_ms - DONE_BEFORE_BED_MS
    if now_ms <= wake_ms:
        return 0
    if now_ms >= end_ms:
        return goal_ml
    return goal_ml * (now_ms - wake_ms) / (end_ms - wake_ms)


def drunk_within_hour(drunk: Iterable[tuple[int, float]], now_ms: int) -> float:
    """Return the ml drunk in the hour up to now, from pairs of time and ml."""
    return sum(ml for at_ms, ml in drunk if now_ms - HOUR_MS < at_ms <= now_ms)


def much_at_once(drunk: Iterable[tuple[int, float]], now_ms: int) -> bool:
    """Return whether more than a litre was drunk in the hour up to now."""
    return drunk_within_hour(drunk, now_ms) > MUCH_IN_AN_HOUR_ML
