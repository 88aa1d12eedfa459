"""What charts can draw over time: each measure's unit, and which days it is a mean of."""

from __future__ import annotations

from steadyhands.domain import allowed
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile
from steadyhands.domain.quantities import QUANTITIES
from steadyhands.domain.value import Value

ANY, OWN, ENTRY = "any", "own", "entry"
DRINK, FOOD, EATEN = "drink", "food", "eaten"
KINDS_OF = {DRINK: ("drink",), FOOD: ("food",), EATEN: ("drink", "food")}


class Measure(Value):
    """One line of a chart: `quantity` in the diary, times `scale`, is in `unit`.

    `per` says which days count, and are zero when the quantity is not on them: `any`
    day with an entry, days with a `drink`, a `food` or either (`eaten`), the quantity's
    `own` days only (never zero by silence), or each `entry` for what a day averages.
    """

    name: str
    quantity: str
    unit: str
    per: str = OWN
    scale: float = 1.0


MID_SLEEP = "mid_sleep_h"

MEASURES: dict[str, Measure] = {
    m.name: m
    for m in (
        Measure("twitches", "twitches", "1", ANY),
        Measure("water_ml", "water_ml", "ml", DRINK),
        Measure("caffeine_mg", "caffeine_mg", "mg", DRINK),
        Measure("alcohol_g", "alcohol_g", "g", DRINK),
        Measure("sleep_h", "sleep_min", "h", OWN, 1 / 60),
        Measure(MID_SLEEP, "", "clock"),  # hours from midnight, -12 to 12
        Measure("stress", "stress", "score", ENTRY),
        Measure("tiredness", "tiredness", "score", ENTRY),
        Measure("mental_load", "mental_load", "score", ENTRY),
        Measure("workout_min", "workout_min", "min"),
        Measure("routine_min", "routine_min", "min", ANY),
        Measure("screen_hours", "screen_hours", "h", ENTRY),
        Measure("magnesium_mg", "magnesium_mg", "mg", EATEN),
        Measure("potassium_mg", "potassium_mg", "mg", EATEN),
        Measure("calcium_mg", "calcium_mg", "mg", EATEN),
        Measure("food_water_ml", "food_water_ml", "ml", FOOD),
        Measure("supplement_magnesium_mg", "supplement_magnesium_mg", "mg"),
        Measure("symptoms", "symptoms", "1", ANY),
    )
}


class Goal(Value):
    """Where a measure is meant to be: between `low` and `high`, either may be open."""

    name: str
    low: float | None = None
    high: float | None = None

    def check(self) -> None:
        """A goal has an edge at least, and its edges are in order."""
        if self.low is None and self.high is None:
            raise Problem("A goal needs a least or a most.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise Problem("A goal's least is above its most.")


def measure(name: str) -> Measure:
    """Return a measure by name; a quantity of the person's own becomes one."""
    found = MEASURES.get(name)
    if found is not None:
        return found
    known = QUANTITIES.get(name)
    averaged = known is not None and known.averaged
    return Measure(name, name, known.unit if known else "", ENTRY if averaged else OWN)


def offered(quantities: frozenset[str]) -> tuple[str, ...]:
    """Return the measures that a diary with these quantities can show, ours first."""
    ours = {m.quantity for m in MEASURES.values()}
    shown = [m.name for m in MEASURES.values() if (m.quantity or "sleep_min") in quantities]
    return (*shown, *sorted(quantities - ours))


def goals(water_goal_ml: float, profile: Profile) -> tuple[Goal, ...]:
    """Return the goals that a profile permits; the water goal is the person's own."""
    band, limit = allowed.sleep_band(profile), allowed.caffeine_limit(profile)
    found = [Goal("sleep_h", band.low_h, band.high_h)]
    if allowed.water_goal(profile).shown:
        found.append(Goal("water_ml", low=water_goal_ml))
    if limit.shown:
        found.append(Goal("caffeine_mg", high=limit.mg))
    return tuple(found)
