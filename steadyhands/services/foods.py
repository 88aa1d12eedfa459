"""The foods and meals to choose from: shipped, one's own, favourite, recent."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.day import day_of
from steadyhands.domain.eating import Food
from steadyhands.domain.foods import FoodItem, Portion
from steadyhands.domain.meals import OwnMeal, Regularity
from steadyhands.domain.moment import DAY_MS, epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.services.food_search import matches
from steadyhands.system.foods import shipped_foods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from steadyhands.domain.entries import Entry
    from steadyhands.domain.moment import Moment
    from steadyhands.storage.diary import Diary

_OWN, _MEALS, _FAVOURITES = "own_foods", "own_meals", "favourite_foods"

RECENT_DAYS = 60
REGULAR_OVER_DAYS = 14
WEEK_DAYS = 7
_MEALS_OF_A_DAY = 2  # fewer logged, and the day's minerals say little
_ZONES_MARGIN_DAYS = 3


class Usual(Value):
    """A food with the amount it was last eaten in."""

    item: FoodItem
    grams: float
    portion: str = ""


class FoodBook:
    """Reads and changes the foods of one diary. Logging them is the journal's.

    An own food with a shipped one's id stands in its place: that is how a figure is
    changed. What the diary knows of recent foods is kept until the diary changes.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._shipped: list[FoodItem] = []
        self._all: list[FoodItem] = []
        self._all_for: tuple[object, ...] = ()
        self._recent: list[Usual] = []
        self._recent_for: tuple[object, ...] = ()

    def all(self) -> list[FoodItem]:
        """Return every food, own ones first where they are new, in place where they replace."""
        state = self._diary.state()
        if not self._all or state != self._all_for:
            self._shipped = self._shipped or shipped_foods()
            own = {food.id: food for food in self.own()}
            replaced = [own.pop(food.id, food) for food in self._shipped]
            self._all, self._all_for = [*own.values(), *replaced], state
        return list(self._all)

    def food(self, food_id: str) -> FoodItem:
        """Return one food by its id."""
        found = self._by_id().get(food_id)
        if found is None:
            raise Problem("There is no food “{name}” any more.", name=food_id)
        return found

    def search(self, text: str, now: Moment | None = None, limit: int = 8) -> list[FoodItem]:
        """Return the likeliest foods for what was typed; favourites and recents without words."""
        usual = [food.id for food in self.favourites()]
        usual += [u.item.id for u in self.recent(now, RECENT_DAYS)] if now else []
        usual = list(dict.fromkeys(usual))
        if not text.strip():
            known = self._by_id()
            return [known[food_id] for food_id in usual][:limit]
        return matches(self.all(), text, usual)[:limit]

    def favourites(self) -> list[FoodItem]:
        """Return the favourites in the order they became it."""
        known = self._by_id()
        return [known[food_id] for food_id in self._ids() if food_id in known]

    def set_favourite(self, food_id: str, is_favourite: bool) -> Changes:
        """Make a food a favourite, or no longer one."""
        ids = [known for known in self._ids() if known != food_id]
        if is_favourite:
            ids = [*ids, self.food(food_id).id]
        return self._set(_FAVOURITES, ids)

    def recent(self, now: Moment, limit: int = 8) -> list[Usual]:
        """Return the foods last eaten with the amount last taken, newest first."""
        today = self._today(now)
        asked = (*self._diary.state(), today)
        if asked != self._recent_for:
            self._recent, self._recent_for = self._read_recent(today), asked
        return self._recent[:limit]

    def own(self) -> list[FoodItem]:
        """Return the person's own foods, newest first, those that replace shipped ones too."""
        return [food for food in map(_food, self._stored(_OWN)) if food is not None]

    def is_own(self, food_id: str) -> bool:
        """Return whether a food is the person's own."""
        return any(food.id == food_id for food in self.own())

    def keep(self, food: FoodItem) -> Changes:
        """Keep an own food, replacing the one with its id."""
        return self._put(_OWN, food.id, _food_fields(food))

    def forget(self, food_id: str) -> Changes:
        """Let an own food go; a shipped one it replaced comes back."""
        return self._put(_OWN, food_id, None)

    def meals(self) -> list[OwnMeal]:
        """Return the person's own meals, newest first."""
        return [meal for meal in map(_meal, self._stored(_MEALS)) if meal is not None]

    def keep_meal(self, meal: OwnMeal) -> Changes:
        """Keep an own meal, replacing the one with its id."""
        return self._put(_MEALS, meal.id, dict(meal.__dict__))

    def forget_meal(self, meal_id: str) -> Changes:
        """Let an own meal go."""
        return self._put(_MEALS, meal_id, None)

    def foods_of_meal(self, own: OwnMeal, meal: str) -> list[Food]:
        """Return an own meal's foods as entries say them, eaten as `meal`."""
        known = self._by_id()
        for food_id, _, _ in own.parts:
            if food_id not in known:
                raise Problem(
                    "“{meal}” holds a food that is no longer kept. Please change the meal.",
                    meal=own.name,
                )
        return [known[food_id].eaten(meal, grams, said) for food_id, grams, said in own.parts]

    def as_yesterday(self, meal: str, now: Moment) -> list[Food]:
        """Return the foods of a meal of the diary's day before, as they were logged."""
        day = self._today(now) - timedelta(days=1)
        foods = [entry.details for entry in self._eaten(day, day)]
        return [food for food in foods if isinstance(food, Food) and food.meal == meal]

    def weekly_mean(self, name: str, now: Moment) -> tuple[float, int]:
        """Return a quantity's mean per day over the last 7 complete days, and of how many.

        Only days with at least two meals logged count: with fewer, what is missing would
        pass for what was not eaten. The mean of no days is 0.
        """
        today = self._today(now)
        first, last = today - timedelta(days=WEEK_DAYS), today - timedelta(days=1)
        meals = {day: _meals_in(entries) for day, entries in self._by_day(first, last).items()}
        days = [day for day, eaten in meals.items() if eaten >= _MEALS_OF_A_DAY]
        totals = self._diary.read(lambda: self._diary.totals.span(name, first, last))
        if not days:
            return 0.0, 0
        found = [totals[day].amount for day in days if day in totals]
        return sum(found) / len(days), len(days)

    def regularity(self, now: Moment) -> tuple[Regularity, ...]:
        """Return how regular the main meals were in the last two weeks, today with them."""
        from steadyhands.domain.meals import regularity

        today = self._today(now)
        first = today - timedelta(days=REGULAR_OVER_DAYS - 1)
        return regularity(self._by_day(first, today), self._diary.day_starts_at())

    def _by_id(self) -> dict[str, FoodItem]:
        return {food.id: food for food in self.all()}

    def _today(self, now: Moment) -> date:
        return day_of(now, self._diary.day_starts_at())

    def _read_recent(self, today: date) -> list[Usual]:
        known = self._by_id()
        found: dict[str, Usual] = {}
        for entry in reversed(self._eaten(today - timedelta(days=RECENT_DAYS), today)):
            eaten = entry.details
            if isinstance(eaten, Food) and eaten.grams and eaten.food in known:
                usual = Usual(known[eaten.food], eaten.grams, eaten.portion)
                found.setdefault(eaten.food, usual)
        return list(found.values())

    def _by_day(self, first: date, last: date) -> dict[date, list[Entry]]:
        starts_at = self._diary.day_starts_at()
        days: dict[date, list[Entry]] = {}
        for entry in self._eaten(first, last):
            days.setdefault(day_of(entry.at, starts_at), []).append(entry)
        return days

    def _eaten(self, first: date, last: date) -> list[Entry]:
        """Return the foods of days `first` to `last`, oldest first."""
        start_ms = (epoch_day(first) - _ZONES_MARGIN_DAYS) * DAY_MS
        end_ms = (epoch_day(last) + _ZONES_MARGIN_DAYS) * DAY_MS
        store = self._diary.entries
        return self._diary.read(
            lambda: store.between((Food.KIND,), start_ms, end_ms, days=(first, last))
        )

    def _ids(self) -> list[str]:
        return [known for known in self._stored(_FAVOURITES) if isinstance(known, str)]

    def _stored(self, name: str) -> list[Any]:
        stored = self._diary.read(lambda: self._diary.settings.get(name, []))
        return stored if isinstance(stored, list) else []

    def _put(self, name: str, id_: str, fields: dict[str, Any] | None) -> Changes:
        """Keep or drop one row of a list; rows that a newer version wrote stay."""
        rest = [
            row
            for row in self._stored(name)
            if not (isinstance(row, dict) and row.get("id") == id_)
        ]
        return self._set(name, [*([fields] if fields else []), *rest])

    def _set(self, name: str, rows: list[Any]) -> Changes:
        self._diary.write(lambda: self._diary.settings.set(name, rows))
        self._all = []
        return SETTINGS_CHANGED


def _meals_in(entries: list[Entry]) -> int:
    return len({e.details.meal for e in entries if isinstance(e.details, Food)})


def _food_fields(food: FoodItem) -> dict[str, Any]:
    portions = [[portion.name, portion.grams] for portion in food.portions]
    return {**food.__dict__, "portions": portions}


def _food(stored: Any) -> FoodItem | None:
    """Return a stored food, None for one that a newer version wrote; it stays in the diary."""
    try:
        fields = dict(stored)
        fields["portions"] = tuple(Portion(*part) for part in fields.get("portions", ()))
        fields["aliases"] = tuple(fields.get("aliases", ()))
        return FoodItem(**fields)
    except (ValueError, TypeError, AttributeError):
        return None


def _meal(stored: Any) -> OwnMeal | None:
    try:
        parts = tuple((str(f), float(grams), str(said)) for f, grams, said in stored["parts"])
        return OwnMeal(**{**stored, "parts": parts})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
