"""What eating leaves in the diary: a food, and a supplement, whose minerals are never added up."""

from __future__ import annotations

from steadyhands.domain.details import NAME_LIMIT, Details, between, is_text, one_of
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

MEALS = ("breakfast", "lunch", "dinner", "snack")
MAIN_MEALS = ("breakfast", "lunch", "dinner")

_HELD = ("magnesium_mg", "potassium_mg", "calcium_mg", "food_water_ml", "caffeine_mg")
_SALT_PARTS = ("magnesium_mg", "potassium_mg", "calcium_mg")


class Food(Details):
    """One food eaten, or a meal of which no food was named.

    The foods of one `meal` and day are that meal. `food` is the id of the row or own food it
    came from, `portion` how the amount was said ("1 oz"); contents are those of all `grams`.
    Water in food counts apart from drinks, whose goal it is no part of.
    """

    KIND: ClassVar[str] = "food"

    meal: str
    name: str = ""
    grams: float = 0
    portion: str = ""
    food: str = ""
    magnesium_mg: float = 0
    potassium_mg: float = 0
    calcium_mg: float = 0
    food_water_ml: float = 0
    caffeine_mg: float = 0

    def check(self) -> None:
        """A meal is one of four; grams 0–5,000; contents such as a plate can hold."""
        one_of(self.meal, MEALS, "a meal")
        for text in (self.name, self.portion, self.food):
            if len(text) > NAME_LIMIT or not is_text(text):
                raise Problem("A food's name can have {most} letters.", most=NAME_LIMIT)
        between(self.grams, 0, 5000, "A portion is 0 to 5,000 g, not {given}.")
        for name in _HELD:
            between(self.__dict__[name], 0, 20_000, "One food holds 0 to 20,000, not {given}.")

    def fields(self) -> dict[str, object]:
        """Return the food without the contents that are zero."""
        return {n: v for n, v in super().fields().items() if v}

    def amounts(self) -> dict[str, float]:
        """Return minerals, water and caffeine, whichever there are."""
        return {n: self.__dict__[n] for n in _HELD if self.__dict__[n]}


class Supplement(Details):
    """A supplement taken: milligrams of the element itself, as labels say, not of its salt."""

    KIND: ClassVar[str] = "supplement"

    name: str
    magnesium_mg: float = 0
    potassium_mg: float = 0
    calcium_mg: float = 0

    def check(self) -> None:
        """A name, and 0–10,000 mg of each element."""
        if not self.name.strip() or len(self.name) > NAME_LIMIT or not is_text(self.name):
            raise Problem("A supplement needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        for name in _SALT_PARTS:
            between(
                self.__dict__[name], 0, 10_000, "A supplement holds 0 to 10,000 mg, not {given}."
            )

    def fields(self) -> dict[str, object]:
        """Return the supplement without the elements it has none of."""
        return {n: v for n, v in super().fields().items() if v}

    def amounts(self) -> dict[str, float]:
        """Return the elements under names of their own: limits for supplements leave food out."""
        held = {n: self.__dict__[n] for n in _SALT_PARTS}
        return {f"supplement_{name}": amount for name, amount in held.items() if amount}
