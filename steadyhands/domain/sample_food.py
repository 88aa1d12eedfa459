"""What the person of the sample diary eats: a few usual meals at fairly regular times."""

from __future__ import annotations

from steadyhands.domain.entries import Sleep
from steadyhands.domain.moment import MINUTE_MS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from steadyhands.domain.foods import FoodItem
    from steadyhands.domain.moment import Moment
    from steadyhands.domain.sample_day import Piece, Wall

    # A food's id, how many of its first portion, and how that is said if it is not one.
    Part = tuple[str, float, str]
    Dish = tuple[Part, ...]

_TWO_SLICES: Part = ("wholewheat-bread", 2, "2 slices")
_LENTILS: Part = ("lentils", 2, "1 cup")
_SALMON: Part = ("salmon", 2, "6 oz")
_BROCCOLI: Part = ("broccoli-boiled", 2, "1 cup")
_RICE: Part = ("white-rice", 2, "1 cup")
_TOMATO: Part = ("tomato", 1, "")

_DISHES: dict[str, tuple[Dish, ...]] = {
    "breakfast": (
        (("oatmeal", 1, ""), ("banana", 1, "")),
        (_TWO_SLICES, ("peanut-butter", 1, "")),
        (("greek-yogurt", 1, ""), ("strawberries", 1, "")),
        (("white-bread", 2, "2 slices"), ("boiled-egg", 1, "")),
    ),
    "lunch": (
        (_TWO_SLICES, ("hummus", 2, "4 tbsp"), _TOMATO),
        (_LENTILS, ("carrot", 1, "")),
        (("chicken-breast", 1, ""), ("romaine-lettuce", 2, "2 cups"), _TOMATO),
        (_RICE, ("white-beans", 1, "")),
        (("white-bread", 2, "2 slices"), ("cheddar", 2, "2 oz"), ("apple", 1, "")),
    ),
    "dinner": (
        (_SALMON, ("baked-potato", 1, ""), _BROCCOLI),
        (_RICE, ("tofu-firm", 1, ""), ("pak-choi-boiled", 1, "")),
        (("wholewheat-pasta", 2, "2 cups"), _TOMATO, ("cheddar", 1, "")),
        (("chicken-breast", 2, "6 oz"), ("sweet-potato", 1, "")),
    ),
    "snack": (
        (("apple", 1, ""),),
        (("milk-chocolate", 1, ""),),
        (("orange", 1, ""),),
        (("yogurt-low-fat", 1, ""),),
    ),
}
# What there is more of since the person took to food with more magnesium.
_RICHER: dict[str, tuple[Dish, ...]] = {
    "breakfast": ((("oatmeal", 1, ""), ("pumpkin-seeds", 0.5, "1/2 oz"), ("banana", 1, "")),),
    "lunch": ((("brown-rice", 2, "1 cup"), ("black-beans", 2, "1 cup"), ("avocado", 1, "")),),
    "dinner": ((_SALMON, ("spinach-boiled", 2, "1 cup"), ("quinoa", 2, "1 cup")),),
    "snack": ((("almonds", 1, ""),), (("dark-chocolate-70", 1, ""),)),
}
_RICHER_SINCE = 28  # days before the last one
# How likely each meal is written down, when on average, and how many minutes it varies.
_TIMES = (
    ("breakfast", 0.8, 7 * 60 + 35, 14),
    ("lunch", 0.9, 12 * 60 + 40, 16),
    ("snack", 0.5, 15 * 60 + 50, 25),
    ("dinner", 0.85, 19 * 60 + 5, 32),
)
_WRITTEN_SHARE = 0.93  # of days on which any food was written down
_AFTER_WAKING_MIN = 20
_LATER_ON_FREE_DAYS = 35  # minutes

_TODAY: tuple[tuple[str, str, Dish], ...] = (
    (
        "07:30",
        "breakfast",
        (("oatmeal", 1, ""), ("pumpkin-seeds", 0.5, "1/2 oz"), ("banana", 1, "")),
    ),
    ("12:40", "lunch", (_TWO_SLICES, ("hummus", 2, "4 tbsp"), _TOMATO)),
    ("15:30", "snack", (("almonds", 1, ""),)),
    ("19:10", "dinner", (_SALMON, ("spinach-boiled", 1, ""), ("baked-potato", 1, ""))),
)


def meals_of_today(wall: Wall, foods: Mapping[str, FoodItem]) -> Iterator[Piece]:
    """Yield the meals of the day that the window opens on."""
    for clock, meal, dish in _TODAY:
        yield from _served(dish, meal, wall.clock(clock), foods)


def made_up_meals(
    wall: Wall, chance: Random, foods: Mapping[str, FoodItem], back: int, day: Sequence[Piece]
) -> Iterator[Piece]:
    """Yield the meals of a day `back` days ago; they wait until who sleeps on that `day` wakes."""
    if chance.random() > _WRITTEN_SHARE and back > 1:
        return
    later = _LATER_ON_FREE_DAYS if wall.day.weekday() >= 5 else 0
    for meal, share, mean, spread in _TIMES:
        at = _awake(wall.minute(chance.gauss(mean + later, spread)), day)
        dish = chance.choice(_DISHES[meal] + (_RICHER[meal] if back < _RICHER_SINCE else ()))
        if chance.random() < share or back == 1:  # "the same as yesterday" has what to offer
            yield from _served(dish, meal, at, foods)


def _awake(at: Moment, day: Sequence[Piece]) -> Moment:
    """Return a moment, or some minutes after waking if it lies in a sleep or just after."""
    for what, asleep, woke, _ in day:
        if isinstance(what, Sleep) and woke is not None:
            ready = woke.shifted(_AFTER_WAKING_MIN * MINUTE_MS)
            if asleep.utc_ms <= at.utc_ms < ready.utc_ms:
                at = ready
    return at


def _served(dish: Dish, meal: str, at: Moment, foods: Mapping[str, FoodItem]) -> Iterator[Piece]:
    for food_id, times, said in dish:
        food = foods[food_id]
        portion = food.portions[0]
        yield food.eaten(meal, portion.grams * times, said or portion.name), at, None, ""
