"""What people type about food: names, grams, milligrams; Qt-free."""

from __future__ import annotations

import re
from collections.abc import Callable

from steadyhands.domain.amounts import mass_mg, shown
from steadyhands.domain.details import NAME_LIMIT
from steadyhands.domain.entries import Food, clean_text
from steadyhands.domain.foods import FoodItem
from steadyhands.domain.helpings import helping
from steadyhands.domain.problem import Problem

OUNCE_G = 28.35
MOST_G = 5000
_UNITS = {
    "": 1.0,
    "g": 1.0,
    "gr": 1.0,
    "gram": 1.0,
    "grams": 1.0,
    "ml": 1.0,  # of watery food
    "kg": 1000.0,
    "oz": OUNCE_G,
    "ounce": OUNCE_G,
    "ounces": OUNCE_G,
    "lb": 16 * OUNCE_G,
}
_WEIGHT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)\.?")
_AT_THE_END = re.compile(r"^(.*?[^\W\d].*?)\s+([\d½¼¾×].*)$")
_HELD = ("magnesium_mg", "potassium_mg", "calcium_mg", "food_water_ml", "caffeine_mg")


def read_grams(text: str) -> float:
    """Return the grams that a text says, 0.1 to 5,000; a bare number is grams."""
    found = _WEIGHT.fullmatch(text.strip().casefold())
    size = _UNITS.get(found[2]) if found else None
    if found is None or size is None:
        help_ = "I cannot read “{given}” as an amount of food. Try 40, 40 g or 1.5 oz."
        raise Problem(help_, given=shown(text))
    grams = float(found[1].replace(",", ".")) * size
    if not 0.1 <= grams <= MOST_G:
        raise Problem("A portion is 0.1 to 5,000 g, so not “{given}”.", given=shown(text))
    return round(grams, 2)


def read_mg(text: str) -> float:
    """Return milligrams; nothing typed is none."""
    return mass_mg(text) if text.strip() else 0.0


def read_some_mg(text: str) -> float:
    """Return milligrams, of which there must be some."""
    mg = read_mg(text)
    if mg <= 0:
        raise Problem("How many milligrams? Try 400 or 0.4 g.")
    return mg


def read_water(text: str) -> float:
    """Return the millilitres (grams) of water in a food; nothing typed is none."""
    said = text.strip()
    return read_grams(said) if said and said not in ("0", "0 ml", "0 g") else 0.0


def read_name(text: str) -> str:
    """Return a name of 1 to 80 letters on one line."""
    name = " ".join(clean_text(text).split())
    if not name or len(name) > NAME_LIMIT:
        raise Problem("It needs a name of 1 to {most} letters.", most=NAME_LIMIT)
    return name


def amount_reader(item: FoodItem | None) -> Callable[[str], tuple[float, str]]:
    """Return a reader of grams and how they are said; a known food has measures of its own."""

    def read(text: str) -> tuple[float, str]:
        if item is not None and text.strip():
            return helping(item, text)
        return read_grams(text), ""

    return read


def split_amount(text: str) -> tuple[str, str]:
    """Return the food asked for and the amount typed after it, "almonds 40 g", empty if none."""
    found = _AT_THE_END.match(text.strip())
    return (found[1].strip(), found[2]) if found else (text.strip(), "")


def resized(food: Food, grams: float, portion: str = "") -> Food:
    """Return the same food in another amount; all that it holds goes with it."""
    if not food.grams:
        return food.replaced(grams=grams, portion=portion)
    share = grams / food.grams
    held = {name: round(getattr(food, name) * share, 3) for name in _HELD}
    return food.replaced(grams=grams, portion=portion, **held)
