"""Foods to choose from: what 100 g of each hold, and the portions they are eaten in."""

from __future__ import annotations

from steadyhands.domain.amounts import plain
from steadyhands.domain.details import NAME_LIMIT, between, is_text
from steadyhands.domain.eating import Food
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = (
    "greens",
    "vegetables",
    "beans",
    "nuts-seeds",
    "grains",
    "dairy-eggs",
    "fruit",
    "fish-meat",
    "sweets",
    "own",
)
OWN_PREFIX = "own-"

MOST_GRAMS = 5000
# Per 100 g: what water itself is, and more than any food or pure salt of the element holds.
_MOST_PER_100_G = {
    "magnesium_mg": 60_000,
    "potassium_mg": 60_000,
    "calcium_mg": 60_000,
    "water_g": 100,
    "caffeine_mg": 10_000,
}


class Portion(Value):
    """A household measure of one food, "1 oz (23)", and what it weighs in grams."""

    name: str
    grams: float

    def check(self) -> None:
        """A portion has a name and weighs from 0.1 to 5,000 g."""
        if not self.name.strip() or len(self.name) > NAME_LIMIT or not is_text(self.name):
            raise Problem("A portion needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        between(self.grams, 0.1, MOST_GRAMS, "A portion weighs 0.1 to 5,000 g, not {given}.")


HUNDRED_GRAMS = Portion("100 g", 100)


class FoodItem(Value):
    """A food by name. Contents are per 100 g; the first of `portions` is offered first.

    `ndb_no` is the row of the USDA table that the figures come from, empty for a food of
    one's own. `revised` marks figures that a later table has probably changed.
    """

    id: str
    name: str
    group: str
    portions: tuple[Portion, ...] = ()
    magnesium_mg: float = 0
    potassium_mg: float = 0
    calcium_mg: float = 0
    water_g: float = 0
    caffeine_mg: float = 0
    ndb_no: str = ""
    revised: bool = False
    aliases: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse a food without a name, of no group, or with more in it than fits."""
        names = (self.id, self.name)
        if not all(n.strip() and len(n) <= NAME_LIMIT and is_text(n) for n in names):
            raise Problem("A food needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        if self.group not in GROUPS:
            known = ", ".join(GROUPS)
            raise Problem("“{given}” is no group of foods: {known}.", given=self.group, known=known)
        for field, most in _MOST_PER_100_G.items():
            given = self.__dict__[field]
            if not 0 <= given <= most:
                what, _, unit = field.rpartition("_")
                raise Problem(
                    "100 g hold 0 to {most} {unit} of {what}, not {given}.",
                    what=what,
                    unit=unit,
                    most=f"{most:,}",
                    given=f"{given:g}",
                )

    @property
    def choices(self) -> tuple[Portion, ...]:
        """Return the portions to choose from: the food's own, and always 100 g."""
        if any(portion.name == HUNDRED_GRAMS.name for portion in self.portions):
            return self.portions
        return (*self.portions, HUNDRED_GRAMS)

    def eaten(self, meal: str, grams: float, portion: str = "") -> Food:
        """Return the food as an entry says it: what `grams` of it hold, to a thousandth."""
        held = {n: round(self.__dict__[n] * grams / 100, 3) for n in _MOST_PER_100_G}
        water_ml = held.pop("water_g")  # a gram of water counts as a millilitre
        return Food(meal, self.name, grams, portion, food=self.id, food_water_ml=water_ml, **held)

    def called(self) -> Iterator[str]:
        """Yield every word by which the food can be asked for, in small letters."""
        for word in (self.name, self.id, *self.aliases):
            yield word_of(word)


def own_food(
    name: str,
    grams: float,
    magnesium_mg: float = 0,
    potassium_mg: float = 0,
    calcium_mg: float = 0,
    water_ml: float = 0,
    caffeine_mg: float = 0,
    portion: str = "1 serving",
    food_id: str = "",
) -> FoodItem:
    """Return a food of one's own from what one serving of `grams` holds, as labels say it.

    Without an id it gets one from its name, so that the same name is the same food.
    """
    offered = Portion(portion, grams)

    def per_100(amount: float) -> float:
        return round(amount * 100 / grams, 6)

    return FoodItem(
        food_id or own_id(name),
        name.strip(),
        "own",
        (offered,),
        per_100(magnesium_mg),
        per_100(potassium_mg),
        per_100(calcium_mg),
        per_100(water_ml),
        per_100(caffeine_mg),
    )


def own_id(name: str) -> str:
    """Return the id of an own food or meal with this name."""
    slug = "-".join(word_of(name).split())
    return (OWN_PREFIX + slug)[:NAME_LIMIT] if slug else ""


def word_of(text: str) -> str:
    """Return text as foods are looked up by: small letters, no dashes, commas or brackets."""
    return plain("".join(" " if c in "-_,()/" else c for c in text))
