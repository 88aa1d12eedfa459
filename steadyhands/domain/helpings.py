"""How much of a food somebody means: `30g`, `1 oz`, `1/2 cup`, `2 slices`, `2x`."""

from __future__ import annotations

from steadyhands.domain.amounts import number_and_unit, plain, shown
from steadyhands.domain.details import between
from steadyhands.domain.foods import MOST_GRAMS, FoodItem
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

OUNCE_G = 28.35  # as the USDA tables weigh it
POUND_G = 453.6
_GRAMS = {
    **dict.fromkeys(("g", "gr", "gram", "gramme"), 1.0),
    **dict.fromkeys(("kg", "kilo", "kilogram"), 1000.0),
    **dict.fromkeys(("oz", "ounce"), OUNCE_G),
    **dict.fromkeys(("lb", "pound"), POUND_G),
}
_SPOONS = {"cup": 16.0, "tbsp": 1.0, "tsp": 1 / 3}  # a US cup is 16 tablespoons
_SAME = {
    "tablespoon": "tbsp",
    "teaspoon": "tsp",
    "ounce": "oz",
    "piece": "",
    "serving": "",
    "portion": "",
}
_TIMES = ("x", "×")


def helping(item: FoodItem, typed: str) -> tuple[float, str]:
    """Return the grams that a text means of a food, and how they are said; "" for plain grams.

    Nothing typed is the first portion. A household measure is one that the food's portions
    name, or a spoon or cup where they name another; a bare number counts pieces.
    """
    text = plain(typed)
    first = item.choices[0]
    found = _helping(item, text) if typed.strip() else (first.grams, first.name)
    if found is None:
        raise Problem(
            "I cannot read “{given}” as an amount of {food}. Try 30g, 2x or {portion}.",
            given=shown(typed),
            food=item.name,
            portion=first.name,
        )
    between(found[0], 0.1, MOST_GRAMS, "A portion weighs 0.1 to 5,000 g, not {given}.")
    return found


def _helping(item: FoodItem, text: str) -> tuple[float, str] | None:
    named = next((each for each in item.portions if plain(each.name) == text), None)
    if named is not None:
        return named.grams, named.name
    times = _times(text)
    if times is not None:
        first = item.choices[0]
        return round(first.grams * times, 2), f"{times:g} × {first.name}"
    number, rest = number_and_unit(text)
    if number is None:
        return None
    unit = _words(rest)
    for size, words in _measures(item):
        if _means(unit, words):
            return _as_said(item, round(number * size, 2), text)
    grams = _weight(unit)
    return None if grams is None else (round(number * grams, 2), "")


def _times(text: str) -> float | None:
    """Return how many portions `2x`, `x2` or `0.5x` are; None if the text is no such thing."""
    for sign in _TIMES:
        number = text.removeprefix(sign) if text.startswith(sign) else text.removesuffix(sign)
        if number != text:
            times, rest = number_and_unit(number.strip())
            return times if times and times <= 100 and not rest else None
    return None


def _weight(unit: tuple[str, ...]) -> float | None:
    return _GRAMS.get(unit[0]) if len(unit) == 1 else None


def _measures(item: FoodItem) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the grams of one of each household measure, with its words; none for a piece."""
    for portion in item.portions:
        outside, _, inside = portion.name.partition("(")
        number, unit = number_and_unit(outside)
        size, words = portion.grams / (number or 1), _words(unit)
        yield size, words
        pieces, what = number_and_unit(inside.rstrip(" )"))
        if words and words[0] in _SPOONS:
            for spoon, spoons in _SPOONS.items():
                yield size * spoons / _SPOONS[words[0]], (spoon, *words[1:])
        elif pieces and _weight(_words(what)) is None:  # 1 oz (23), not 1 pot (6 oz)
            yield portion.grams / pieces, ()
            yield portion.grams / pieces, _words(what)
        elif not (words and words[0] in _GRAMS):
            yield size, ()


def _means(asked: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Return whether words typed after a number are those of a measure, or some of them."""
    return set(asked) <= set(words) if asked else not words


def _words(unit: str) -> tuple[str, ...]:
    """Return a unit's words in the singular; none for `pieces`."""
    found = (_one(word) for word in unit.replace(".", " ").split())
    return tuple(word for word in (_SAME.get(each, each) for each in found) if word)


def _one(word: str) -> str:
    if word.endswith("xes"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 2 else word


def _as_said(item: FoodItem, grams: float, text: str) -> tuple[float, str]:
    """Return the grams with the portion's own name where it is just that portion."""
    same = (portion.name for portion in item.portions if portion.grams == grams)
    return grams, next(same, text)
