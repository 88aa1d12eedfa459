"""What may go with twitching: the factors that insight tests together."""

from __future__ import annotations

from steadyhands.domain.value import Value

SAME_DAY, DAY_BEFORE = 0, 1
OWN = "own:"
"""Begins the key of a factor that is a tracker of the person's own."""

DESK = "desk_min"
"""Minutes at the desk, which a program counts: no tracker, and no sign that somebody logged."""

OWN_MOST = 8
"""Own trackers that are tested at most, those logged on most days first (design choice)."""

FURTHER = 0.25
"""What a factor beyond the calibrated eleven weighs against one of them (tests/bench)."""


class Factor(Value):
    """Something that may go with twitching: `lag` is the day it most plausibly acts on.

    `forgotten` tells how strongly its daily sum shrinks when entries are forgotten, 0 for
    what is asked once a day (the effort guard); `weight` its share of the family's error.
    """

    key: str
    unit: str
    lag: int = SAME_DAY
    forgotten: float = 0
    weight: float = 1


FACTORS = (
    Factor("water_ml", "ml", forgotten=1),
    Factor("caffeine_mg", "mg", forgotten=1),
    Factor("alcohol_g", "g", DAY_BEFORE, forgotten=0.7),
    Factor("workout_min", "min", forgotten=0.6),
    Factor("routine_min", "min", forgotten=0.6),
    Factor("sleep_h", "h"),
    Factor("stress", "score"),
    Factor("screen_hours", "h"),
    Factor("magnesium_mg", "mg"),
    Factor("potassium_mg", "mg"),
    Factor("calcium_mg", "mg"),
    Factor("caffeine_late_mg", "mg", DAY_BEFORE, forgotten=1, weight=FURTHER),
    Factor("sleep_shift_h", "h", weight=FURTHER),
    Factor("tiredness", "score", weight=FURTHER),
    Factor("mental_load", "score", weight=FURTHER),
    Factor("meal_shift_h", "h", weight=FURTHER),
    Factor("supplement_magnesium_mg", "mg", forgotten=0.6, weight=FURTHER),
)
"""The family that is tested together; a person's own trackers join it (`own_factor`).

`caffeine_late_mg` is drunk after 14:00; `sleep_shift_h` and `meal_shift_h` are how far the
middle of the night, or the main meals, lay from their usual time of the 28 days before.
"""

FACTOR_OF = {factor.key: factor for factor in FACTORS}


def own_factor(key: str) -> Factor:
    """Return the factor of a key: one of the list, or an own tracker's."""
    return FACTOR_OF.get(key) or Factor(key, "", forgotten=0.6, weight=FURTHER)
