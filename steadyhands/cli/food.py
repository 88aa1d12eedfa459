"""steadyhands log food almonds 1oz, and foods: what one ate, and what there is to choose from."""

from __future__ import annotations

from steadyhands.cli.say import amount, entry_line, when
from steadyhands.cli.twitch import save
from steadyhands.domain.eating import MEALS, Food
from steadyhands.domain.foods import word_of
from steadyhands.domain.helpings import helping
from steadyhands.domain.meals import meal_at
from steadyhands.domain.problem import Problem
from steadyhands.services.food_search import direct, the_one, unknown
from steadyhands.services.journal import AHEAD_MS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadyhands.cli.call import Call
    from steadyhands.domain.foods import FoodItem
    from steadyhands.domain.meals import OwnMeal
    from steadyhands.domain.moment import Moment

_BEGIN_AMOUNTS = "-.0123456789½¼¾×"


def log_food(call: Call) -> str:
    """Log a food: its name first, then how much; or a meal by its name, foods unnamed."""
    words = " ".join(call.asked.operands).split()
    if not words:
        raise Problem("Which food? Try steadyhands log food almonds 1oz.")
    at = _asked_at(call)
    meal = _asked_meal(call, words) or _meal_by_clock(at)
    if not words:
        return save(call, Food(meal), at)
    own = _own_meal(call, words)
    if own is not None:
        return _save_meal(call, own, meal, at)
    item, grams, said = _chosen(call.desk.foods.all(), words)
    return save(call, item.eaten(meal, grams, said), at)


def list_foods(call: Call) -> str:
    """Return the foods that words may mean, or all, with a portion's minerals."""
    words = " ".join(call.asked.operands)
    every = call.desk.foods.all()
    found = direct(every, words) if words.strip() else every
    if not found:
        raise unknown(every, words)
    wide = max(len(food.name) for food in found)
    lines = [f"  {food.name:<{wide}}  {_portion(food)}" for food in found]
    return "\n".join([*lines, "", "Figures are estimates; brands and kitchens differ."])


def _portion(food: FoodItem) -> str:
    first = food.choices[0]
    held = food.eaten("snack", first.grams)
    named = f"{first.name}, {amount(first.grams)} g" if first.name != "100 g" else first.name
    minerals = (
        f"Mg {amount(held.magnesium_mg)}, K {amount(held.potassium_mg)},"
        f" Ca {amount(held.calcium_mg)} mg"
    )
    return f"{named + ':':<24} {minerals}"


def _asked_at(call: Call) -> Moment:
    typed = call.asked.get("at")
    if typed is None:
        return call.now
    from steadyhands.cli.when import moment_at

    return moment_at(typed, call.now, call.desk.clock)


def _asked_meal(call: Call, words: list[str]) -> str:
    """Return the meal of --meal, or take the one off the front that words begin with."""
    asked = (call.asked.get("meal") or "").strip().casefold()
    if words[0].casefold() in MEALS and asked in ("", words[0].casefold()):
        asked = words.pop(0).casefold()
    if asked and asked not in MEALS:
        raise Problem("A meal is {known}.", known=", ".join(MEALS[:-1]) + f" or {MEALS[-1]}")
    return asked


def _meal_by_clock(at: Moment) -> str:
    wall = at.local()
    return meal_at(wall.hour * 60 + wall.minute)


def _own_meal(call: Call, words: Sequence[str]) -> OwnMeal | None:
    asked = word_of(" ".join(words))
    own = call.desk.foods.meals()
    return next((meal for meal in own if word_of(meal.name) == asked), None)


def _save_meal(call: Call, own: OwnMeal, meal: str, at: Moment) -> str:
    """Log the foods of an own meal as one act, so that one undo takes all of them back."""
    if at.utc_ms > call.now.utc_ms + AHEAD_MS:
        raise Problem("That time lies ahead; the diary takes what has happened.")
    note = call.asked.get("note") or ""
    foods = call.desk.foods.foods_of_meal(own, meal)
    pieces = [(food, at, None, "" if n else note) for n, food in enumerate(foods)]
    done = call.desk.journal.log_all(pieces, call.now)
    if len(done.entries) == 1:
        return f"Saved: {entry_line(done.entry, call.now)}."
    names = ", ".join(f"{food.name} {amount(food.grams)} g" for food in foods)
    held = amount(sum(food.magnesium_mg for food in foods))
    told = f"{own.name}, {when(done.entry, call.now)}"
    return f"Saved: {told} ({meal}: {names}; {held} mg magnesium)."


def _chosen(foods: Sequence[FoodItem], words: Sequence[str]) -> tuple[FoodItem, float, str]:
    """Return the food that the first words name, as many as do, and its helping."""
    refused: Problem | None = None
    for place, end in enumerate(_ends(words)):
        item = the_one(foods, " ".join(words[:end]), whole=place > 0)
        if item is not None:
            try:
                return (item, *helping(item, " ".join(words[end:])))
            except Problem as problem:
                refused = refused or problem
    if refused is None and words[0][0] in _BEGIN_AMOUNTS:
        refused = Problem("Please say the food first and then how much, as in almonds 1oz.")
    raise refused or unknown(foods, " ".join(words[: next(_ends(words))]))


def _ends(words: Sequence[str]) -> Iterator[int]:
    """Yield where the name may end: before a number, if there is one, else ever sooner."""
    numbers = (end for end, word in enumerate(words) if end and word[0] in _BEGIN_AMOUNTS)
    first = next(numbers, len(words))
    yield first
    yield from (end for end in range(len(words), 0, -1) if end != first)
