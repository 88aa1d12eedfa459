"""What one day's entries add up to."""

from __future__ import annotations

from steadyhands.domain.day_table import HourRow
from steadyhands.domain.eating import MAIN_MEALS
from steadyhands.domain.entries import CheckIn, Drink, Entry, Food, RoutineSession, Sleep, Twitch
from steadyhands.domain.quantities import QUANTITIES

LATE_FROM = 14
"""Caffeine drunk from this hour of the clock on counts as late (the article: not after 2 p.m.)."""

FULL_MEALS = 3
MEALS_NEEDED = 2
"""A day's minerals are known from two main meals on, scaled to three."""

_MINERALS = ("magnesium_mg", "potassium_mg", "calcium_mg")
_ANSWERS = ("stress", "tiredness", "mental_load", "screen_hours")
_ZERO_IF_SILENT = (
    "caffeine_mg",
    "caffeine_late_mg",
    "alcohol_g",
    "workout_min",
    "routine_min",
    "supplement_magnesium_mg",
)


class DaySum:
    """The sums of a day that has entries. Amounts asked once a day are unknown if not answered."""

    def __init__(self) -> None:
        self.left = self.right = 0
        self.slept = False
        self.sums: dict[str, float] = {}
        self.answers: dict[str, list[float]] = {}
        self.meals: dict[str, float] = {}
        self.fed: set[str] = set()
        self.eaten: dict[str, float] = {}
        self.own: dict[str, float] = {}
        self.tags: dict[str, int] = {}
        self.hours: dict[int, dict[str, float]] = {}

    def add(self, entry: Entry, hour: int) -> None:
        """Add an entry of this day, in an hour of the diary's scale."""
        details = entry.details
        if isinstance(details, Twitch):
            self._add_twitch(details, hour)
        elif isinstance(details, Drink):
            self._add_drink(details, entry, hour)
        elif isinstance(details, Food):
            self._add_food(details, entry, hour)
        elif isinstance(details, CheckIn):
            self._add_answers(details)
        elif isinstance(details, Sleep):
            self.slept = True
        else:
            self._add_others(entry, hour)

    def total(self, name: str) -> float:
        """Return the sum of a quantity, 0 without any."""
        return self.sums.get(name, 0)

    def factor(self, key: str) -> float | None:
        """Return the day's value of a factor, None where the day does not tell it."""
        if key in _ZERO_IF_SILENT:
            return self.total(key)
        if key in _ANSWERS:
            given = self.answers.get(key)
            return sum(given) / len(given) if given else None
        if key in _MINERALS:
            if len(self.fed) < MEALS_NEEDED:
                return None
            return self.eaten.get(key, 0) * FULL_MEALS / len(self.fed) + self.total(key)
        return self.sums.get(key)

    def main_meals(self) -> dict[str, float]:
        """Return the hour of the day at which each main meal began."""
        return self.meals

    def hour_rows(self) -> list[HourRow]:
        """Return the day's hours in which something happened, by time."""
        return [_hour_row(hour, counted) for hour, counted in sorted(self.hours.items())]

    def _count(self, hour: int, **amounts: float) -> None:
        counted = self.hours.setdefault(hour, {})
        for name, amount in amounts.items():
            counted[name] = counted.get(name, 0) + amount

    def _sum(self, name: str, amount: float) -> None:
        self.sums[name] = self.sums.get(name, 0) + amount

    def _add_twitch(self, twitch: Twitch, hour: int) -> None:
        self._sum("twitches", 1)
        self._count(hour, twitches=1)
        self.left += twitch.side == "left"
        self.right += twitch.side == "right"
        for kind, word in (("doing", twitch.doing), ("state", twitch.state)):
            if word:
                tag = f"{kind}:{word}"
                self.tags[tag] = self.tags.get(tag, 0) + 1

    def _add_drink(self, drink: Drink, entry: Entry, hour: int) -> None:
        if not drink.caffeine_mg and not drink.alcohol_g:
            self._sum("water_ml", drink.water_ml)
        for name in _MINERALS:
            self._sum(name, drink.__dict__[name])
        self._add_caffeine(drink.caffeine_mg, entry, hour)
        if drink.alcohol_g:
            self._sum("alcohol_g", drink.alcohol_g)
            self._count(hour, alcohol_g=drink.alcohol_g, alcoholic=1)
        self._count(hour, drinks=1)

    def _add_caffeine(self, mg: float, entry: Entry, hour: int) -> None:
        if mg:
            self._sum("caffeine_mg", mg)
            self._count(hour, caffeine_mg=mg, caffeinated=1)
            clock = entry.at.local().hour
            if clock >= LATE_FROM or clock < hour % 24:  # past midnight, the day goes on
                self._sum("caffeine_late_mg", mg)

    def _add_food(self, food: Food, entry: Entry, hour: int) -> None:
        held = [food.__dict__[name] for name in _MINERALS]
        for name, amount in zip(_MINERALS, held, strict=True):
            self.eaten[name] = self.eaten.get(name, 0) + amount
        self._add_caffeine(food.caffeine_mg, entry, hour)
        if food.meal in MAIN_MEALS:
            shown = entry.at.local()
            self.meals.setdefault(food.meal, shown.hour + shown.minute / 60)
            if any(held):
                self.fed.add(food.meal)

    def _add_answers(self, checkin: CheckIn) -> None:
        for name, amount in checkin.amounts().items():
            if name == "workout_min":
                self._sum(name, amount)
            else:
                self.answers.setdefault(name, []).append(amount)

    def _add_others(self, entry: Entry, hour: int) -> None:
        for name, amount in entry.amounts().items():
            if name not in QUANTITIES:
                self.own[name] = self.own.get(name, 0) + amount
            elif name in _ANSWERS:
                self.answers.setdefault(name, []).append(amount)
            else:
                self._sum(name, amount)
                if name == "twitches":
                    self._count(hour, twitches=amount)
        if isinstance(entry.details, RoutineSession):
            self._count(hour, routine_min=entry.details.total_s / 60, routines=1)


def _hour_row(hour: int, counted: dict[str, float]) -> HourRow:
    def whole(name: str) -> int:
        return round(counted.get(name, 0))

    return HourRow(
        hour,
        twitches=whole("twitches"),
        drinks=whole("drinks"),
        caffeine_mg=counted.get("caffeine_mg", 0),
        caffeinated=whole("caffeinated"),
        alcohol_g=counted.get("alcohol_g", 0),
        alcoholic=whole("alcoholic"),
        routine_min=counted.get("routine_min", 0),
        routines=whole("routines"),
    )
