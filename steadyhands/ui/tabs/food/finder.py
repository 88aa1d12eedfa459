"""What there is to press: foods found by name, and what is usual before anything is typed."""

from __future__ import annotations

from collections.abc import Iterable

from steadyhands.domain.entries import Food
from steadyhands.domain.foods import FoodItem, word_of
from steadyhands.domain.helpings import helping
from steadyhands.domain.meals import OwnMeal
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.services.foods import FoodBook
from steadyhands.ui.tabs.food.amounts import split_amount

FOOD, MEAL, YESTERDAY = "food", "meal", "yesterday"
FOUND, AT_REST, OWN_MEALS = 6, 12, 3
# For a diary without any food yet: one of each kind, so that the list shows what it is.
_STARTERS = (
    "oatmeal",
    "wholewheat-bread",
    "yogurt-whole",
    "banana",
    "almonds",
    "spinach-boiled",
    "lentils",
    "baked-potato",
)


class Choice(Value):
    """One row to press and the foods that a press logs; `favourite` is None where there is no star.

    `kind` is food, meal or yesterday; `id` that of the food or own meal, else the meal's word.
    """

    kind: str
    id: str
    name: str
    foods: tuple[Food, ...]
    favourite: bool | None = None

    def total(self, name: str) -> float:
        """Return what all its foods hold of a quantity."""
        return sum(food.amounts().get(name, 0) for food in self.foods)


class Finder:
    """Asks the book of foods; each answer has the amount that the person last took."""

    def __init__(self, book: FoodBook) -> None:
        self._book = book

    def typed(self, text: str, meal: str, now: Moment) -> tuple[Choice, ...]:
        """Return own meals and foods for what was typed; an amount may stand at the end."""
        asked, amount = split_amount(text)
        meals = [m for m in self._book.meals() if _begins(m.name, asked)] if not amount else []
        found = self._book.search(asked, now, FOUND)
        choices = [*self._meals(meals, meal), *self._foods(found, meal, now, amount)]
        return tuple(choices[:FOUND])

    def at_rest(self, meal: str, eaten_today: bool, now: Moment) -> tuple[Choice, ...]:
        """Return yesterday's meal (unless eaten today), own meals, favourites, recent foods."""
        found = [] if eaten_today else self._yesterday(meal, now)
        found += self._meals(self._book.meals()[:OWN_MEALS], meal)
        usual = self._book.search("", now, AT_REST)
        return tuple(found + self._foods(usual or self._starters(), meal, now))

    def is_new(self, now: Moment) -> bool:
        """Return whether nothing is usual yet: the rows at rest are examples."""
        return not self._book.search("", now, 1)

    def _starters(self) -> list[FoodItem]:
        known = {food.id: food for food in self._book.all()}
        found = [known[food_id] for food_id in _STARTERS if food_id in known]
        return found or self._book.all()[:5]

    def _yesterday(self, meal: str, now: Moment) -> list[Choice]:
        foods = [food for food in self._book.as_yesterday(meal, now) if food.name]
        return [Choice(YESTERDAY, meal, "", tuple(foods))] if foods else []

    def _meals(self, meals: Iterable[OwnMeal], meal: str) -> list[Choice]:
        found = []
        for own in meals:
            try:
                foods = tuple(self._book.foods_of_meal(own, meal))
            except Problem:
                continue  # one of its foods is gone; its card says so
            found.append(Choice(MEAL, own.id, own.name, foods))
        return found

    def _foods(
        self, items: Iterable[FoodItem], meal: str, now: Moment, typed: str = ""
    ) -> list[Choice]:
        usual = {u.item.id: (u.grams, u.portion) for u in self._book.recent(now, 200)}
        starred = {food.id for food in self._book.favourites()}
        found = []
        for item in items:
            first = item.choices[0]
            amount = usual.get(item.id, (first.grams, first.name))
            food = item.eaten(meal, *(_read(item, typed) or amount))
            found.append(Choice(FOOD, item.id, item.name, (food,), item.id in starred))
        return found


def _read(item: FoodItem, typed: str) -> tuple[float, str] | None:
    """Return the amount typed after a food's name, None where it is none of this food."""
    try:
        return helping(item, typed) if typed else None
    except Problem:
        return None


def _begins(name: str, asked: str) -> bool:
    """Return whether every word asked for begins a word of the name."""
    words = word_of(name).split()
    parts = word_of(asked).split()
    return bool(parts) and all(any(word.startswith(part) for word in words) for part in parts)
