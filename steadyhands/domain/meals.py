"""Meals: which one it is by the clock, own meals of several foods, and how regular they are."""

from __future__ import annotations

from math import sqrt

from steadyhands.domain.details import NAME_LIMIT, between, is_text
from steadyhands.domain.eating import MAIN_MEALS, Food
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from steadyhands.domain.entries import Entry
    from steadyhands.domain.moment import Moment

REGULAR_NEEDS_DAYS = 5
_DAY_MIN = 24 * 60
# Until which minute of the clock it is most likely which meal, later a snack; a design choice.
_WINDOWS = (
    (4 * 60, "snack"),
    (10 * 60 + 30, "breakfast"),
    (11 * 60 + 30, "snack"),
    (14 * 60 + 30, "lunch"),
    (17 * 60 + 30, "snack"),
    (21 * 60 + 30, "dinner"),
)


class OwnMeal(Value):
    """A meal of one's own: its foods as food id, grams, and how the amount was said."""

    id: str
    name: str
    parts: tuple[tuple[str, float, str], ...]

    def check(self) -> None:
        """A meal has a name and at least one food; a part weighs 0.1 to 5,000 g."""
        if not self.id or not self.name.strip() or len(self.name) > NAME_LIMIT:
            raise Problem("A meal needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        if not is_text(self.name):
            raise Problem("A meal needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        if not self.parts:
            raise Problem("A meal of your own needs at least one food.")
        for _, grams, _ in self.parts:
            between(grams, 0.1, 5000, "A portion weighs 0.1 to 5,000 g, not {given}.")


class Regularity(Value):
    """How regular a main meal is: over how many days, when on average, and the spread.

    `mean_min` is minutes after midnight, 0 to 1,439. `sd_min` is the standard deviation in
    minutes, None with fewer than five days: that least number is this program's choice.
    """

    meal: str
    days: int
    mean_min: float | None = None
    sd_min: float | None = None


def meal_at(minute_of_day: float) -> str:
    """Return the meal that somebody most likely eats so many minutes after midnight."""
    minute = minute_of_day % _DAY_MIN
    return next((meal for until, meal in _WINDOWS if minute < until), "snack")


def main_meal_times(
    entries: Mapping[date, Iterable[Entry]], starts_at: int
) -> dict[str, list[float]]:
    """Return when each main meal began, day by day, in minutes since the diary's day began.

    Only a day's first entry of a meal counts. Counted from the start of the day, a dinner
    after midnight lies after one before it.
    """
    times: dict[str, list[float]] = {meal: [] for meal in MAIN_MEALS}
    for day in sorted(entries):
        firsts: dict[str, float] = {}
        for entry in entries[day]:
            if isinstance(entry.details, Food) and entry.details.meal in times:
                minute = _since_start(entry.at, starts_at)
                meal = entry.details.meal
                firsts[meal] = min(minute, firsts.get(meal, minute))
        for meal, minute in firsts.items():
            times[meal].append(minute)
    return times


def regularity(entries: Mapping[date, Iterable[Entry]], starts_at: int) -> tuple[Regularity, ...]:
    """Return how regular each main meal is over the days given, breakfast first."""
    times = main_meal_times(entries, starts_at)
    return tuple(_regularity(meal, times[meal], starts_at) for meal in MAIN_MEALS)


def gap_since(last_meal: Moment | None, now: Moment) -> float | None:
    """Return the minutes since a meal, None without one; a meal just ahead is no gap."""
    if last_meal is None:
        return None
    return max(0.0, (now.utc_ms - last_meal.utc_ms) / MINUTE_MS)


def _regularity(meal: str, minutes: list[float], starts_at: int) -> Regularity:
    days = len(minutes)
    if not days:
        return Regularity(meal, 0)
    mean = sum(minutes) / days
    clock = (mean + starts_at * 60) % _DAY_MIN
    if days < REGULAR_NEEDS_DAYS:
        return Regularity(meal, days, clock)
    squares = sum((minute - mean) ** 2 for minute in minutes)
    return Regularity(meal, days, clock, sqrt(squares / (days - 1)))


def _since_start(at: Moment, starts_at: int) -> float:
    wall = at.local()
    minute = wall.hour * 60 + wall.minute + wall.second / 60
    return (minute - starts_at * 60) % _DAY_MIN
