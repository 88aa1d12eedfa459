"""The names of what is counted, with their units and how a day adds them up."""

from __future__ import annotations

from steadyhands.domain.value import Value

THOUSANDTHS = 1000


class Quantity(Value):
    """A counted thing: its name in the diary, its unit, and whether a day sums or averages it."""

    name: str
    unit: str
    averaged: bool = False


QUANTITIES: dict[str, Quantity] = {
    q.name: q
    for q in (
        Quantity("twitches", "1"),
        Quantity("water_ml", "ml"),
        Quantity("caffeine_mg", "mg"),
        Quantity("alcohol_g", "g"),
        Quantity("magnesium_mg", "mg"),
        Quantity("potassium_mg", "mg"),
        Quantity("calcium_mg", "mg"),
        Quantity("food_water_ml", "ml"),
        Quantity("supplement_magnesium_mg", "mg"),
        Quantity("supplement_potassium_mg", "mg"),
        Quantity("supplement_calcium_mg", "mg"),
        Quantity("sleep_min", "min"),
        Quantity("stress", "score", averaged=True),
        Quantity("tiredness", "score", averaged=True),
        Quantity("mental_load", "score", averaged=True),
        Quantity("workout_min", "min"),
        Quantity("screen_hours", "h", averaged=True),
        Quantity("routine_min", "min"),
        Quantity("symptoms", "1"),
    )
}


def to_thousandths(amount: float) -> int:
    """Return an amount as the whole thousandths that the diary stores, so that sums never drift."""
    return round(amount * THOUSANDTHS)


def from_thousandths(stored: int) -> float:
    """Return the amount that `to_thousandths` stored."""
    return stored / THOUSANDTHS
