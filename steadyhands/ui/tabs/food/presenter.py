"""What the Food tab shows, as numbers and keys; Qt-free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from steadyhands.domain.allowed import reference_bar, supplement_figures
from steadyhands.domain.entries import Entry, Food, Supplement
from steadyhands.domain.intakes import (
    MINERALS,
    Intake,
    Limit,
    reference,
    supplement_limit,
)
from steadyhands.domain.meals import Regularity, meal_at
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.profile import Profile
from steadyhands.domain.value import Value
from steadyhands.services.look import DayLook
from steadyhands.ui.tabs.food.finder import Choice

FOLLOWS_MIN = 20  # so long, what is logged next goes into the meal said last
AGO_MIN = (0, 15, 30, 60)
DOT_DAYS = 14
_DAY_MIN = 24 * 60


class Into(Value):
    """The meal and time that the next food goes into; `said` when the person chose them."""

    meal: str
    at: Moment
    said: bool = False


class Added(Value):
    """What was logged last: its entries, when it was pressed, and what was chosen since.

    `ago` is minutes before the press, None for a time of the clock.
    """

    ids: tuple[str, ...]
    pressed: Moment
    ago: int | None = 0
    said: bool = False


class MineralFigure(Value):
    """One mineral: today so far, the mean of a week's logged days, and the reference if any.

    `hidden` is the profile's reason why none is shown, `missing` why there is none:
    "profile" (age or sex not said), "table" (no checked figure).
    """

    mineral: str
    today_mg: float
    mean_mg: float
    days: int
    reference: Intake | None = None
    hidden: str = ""
    missing: str = ""

    @property
    def share(self) -> float | None:
        """Return the mean's share of the reference, None where either is missing."""
        if self.reference is None or not self.days:
            return None
        return self.mean_mg / self.reference.amount_mg


class MealGroup(Value):
    """One meal of today with its foods, by time."""

    meal: str
    entries: tuple[Entry, ...]

    def total(self, name: str) -> float:
        """Return what the meal holds of a quantity."""
        return sum(entry.amounts().get(name, 0) for entry in self.entries)

    @property
    def parts(self) -> tuple[tuple[str, float, str], ...]:
        """Return what an own meal can keep: the foods that are known, with their amounts."""
        foods = [e.details for e in self.entries if isinstance(e.details, Food)]
        return tuple((f.food, f.grams, f.portion) for f in foods if f.food and f.grams)


class SupplementFigures(Value):
    """Supplements of today and those known; `over` is the limit that today passes."""

    today: tuple[Entry, ...]
    known: tuple[Supplement, ...]
    magnesium_mg: float
    over: Limit | None = None
    hidden: str = ""


class MealTimes(Value):
    """When meals began over two weeks: `dots` are (day's place, minute, meal), 0 the oldest."""

    regular: tuple[Regularity, ...]
    last_day: date
    starts_at: int
    dots: tuple[tuple[int, float, str], ...] = ()


class State(Value):
    """Everything on the tab."""

    units: str
    now: Moment
    into: Into
    choices: tuple[Choice, ...]
    is_new: bool
    groups: tuple[MealGroup, ...]
    minerals: tuple[MineralFigure, ...]
    ref_set: str
    supplements: SupplementFigures
    times: MealTimes


def guess(now: Moment) -> Into:
    """Return the meal of this time of day, now."""
    wall = now.local()
    return Into(meal_at(wall.hour * 60 + wall.minute), now)


def into(now: Moment, added: Added | None, day: Sequence[Entry]) -> Into:
    """Return where the next food goes: after a meal or time was chosen, with that food."""
    newest = next((e for e in day if added is not None and e.id == added.ids[0]), None)
    if added is None or newest is None or not added.said:
        return guess(now)
    since_min = (now.utc_ms - added.pressed.utc_ms) / MINUTE_MS
    if not 0 <= since_min <= FOLLOWS_MIN or not isinstance(newest.details, Food):
        return guess(now)
    return Into(newest.details.meal, newest.at, said=True)


def groups(day: DayLook) -> tuple[MealGroup, ...]:
    """Return today's meals in the order in which they began."""
    found: dict[str, list[Entry]] = {}
    for entry in day.of_kind(Food.KIND):
        if isinstance(entry.details, Food):
            found.setdefault(entry.details.meal, []).append(entry)
    return tuple(MealGroup(meal, tuple(entries)) for meal, entries in found.items())


def minerals(
    day: DayLook, means: Mapping[str, tuple[float, int]], profile: Profile, ref_set: str
) -> tuple[MineralFigure, ...]:
    """Return each mineral beside its reference; `means` are of a week's logged days."""
    return tuple(_mineral(name, day, means[name], profile, ref_set) for name in MINERALS)


def _mineral(
    name: str, day: DayLook, mean: tuple[float, int], profile: Profile, ref_set: str
) -> MineralFigure:
    found = reference(name, profile, ref_set)
    hidden = reference_bar(name, profile).reason
    missing = "" if found or hidden else _missing(name, profile, ref_set)
    return MineralFigure(name, day.total(f"{name}_mg"), *mean, found, hidden, missing)


def _missing(name: str, profile: Profile, ref_set: str) -> str:
    """Return why there is no reference: would age and sex bring one?"""
    told = profile.replaced(age_group=profile.age_group or "31-50", sex=profile.sex or "women")
    return "profile" if reference(name, told, ref_set) else "table"


def supplements(
    day: DayLook, known: Iterable[Supplement], profile: Profile, ref_set: str
) -> SupplementFigures:
    """Return today's supplements; the limit only when today passes it."""
    taken = day.total("supplement_magnesium_mg")
    limit = supplement_limit("magnesium", profile, ref_set)
    passed = limit if limit is not None and taken > limit.amount_mg else None
    hidden = supplement_figures(profile).reason
    entries = tuple(day.of_kind(Supplement.KIND))
    return SupplementFigures(entries, tuple(known), taken, passed, hidden)


def dots(
    days: Mapping[date, Iterable[Entry]], last: date, starts_at: int
) -> tuple[tuple[int, float, str], ...]:
    """Return each day's first entry of each meal and every snack, as dots."""
    found = []
    for day, entries in sorted(days.items()):
        place = DOT_DAYS - 1 - (last - day).days
        seen: set[str] = set()
        for entry in entries:
            meal = entry.details.meal if isinstance(entry.details, Food) else ""
            if meal and (meal == "snack" or meal not in seen):
                seen.add(meal)
                found.append((place, _minute(entry.at.local(), starts_at), meal))
    return tuple(found)


def _minute(wall: datetime, starts_at: int) -> float:
    """Return minutes after the midnight of the diary's day; the small hours lie past 24:00."""
    minute = wall.hour * 60 + wall.minute
    return float(minute if minute >= starts_at * 60 else minute + _DAY_MIN)
