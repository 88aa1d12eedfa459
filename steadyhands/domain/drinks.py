"""Drinks to choose from: what 100 ml of each holds, and how much is usually drunk."""

from __future__ import annotations

from steadyhands.domain.amounts import plain, shown
from steadyhands.domain.entries import NAME_LIMIT, Drink
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUPS = ("water", "coffee", "tea", "soft", "energy", "juice-milk", "alcohol")

_MOST_PER_100_ML = {
    "water_g": 100,
    "caffeine_mg": 2000,
    "alcohol_g": 79,  # pure ethanol
    "magnesium_mg": 5000,
    "potassium_mg": 5000,
    "calcium_mg": 5000,
}


class DrinkPreset(Value):
    """A drink by name. Contents are per 100 ml; `serving_ml` is the amount offered first.

    `slow` marks cola and chocolate, whose caffeine is taken up slowly. `ndb_no` is the
    row of the USDA table that the figures come from, empty for a drink of one's own.
    """

    id: str
    name: str
    group: str
    serving_ml: float
    water_g: float
    caffeine_mg: float = 0
    alcohol_g: float = 0
    magnesium_mg: float = 0
    potassium_mg: float = 0
    calcium_mg: float = 0
    slow: bool = False
    ndb_no: str = ""
    aliases: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse a drink without a name, of no group, or with more in it than fits."""
        if not self.id or not self.name.strip() or len(self.name) > NAME_LIMIT:
            raise Problem("A drink needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        if self.group not in GROUPS:
            known = ", ".join(GROUPS)
            raise Problem(
                "“{given}” is no group of drinks: {known}.", given=self.group, known=known
            )
        if not 1 <= self.serving_ml <= 5000:
            given = f"{self.serving_ml:g}"
            raise Problem("A drink is between 1 and 5,000 ml, not {given}.", given=given)
        for field, most in _MOST_PER_100_ML.items():
            given = self.__dict__[field]
            if not 0 <= given <= most:
                what, _, unit = field.rpartition("_")
                raise Problem(
                    "100 ml hold 0 to {most} {unit} of {what}, not {given}.",
                    what=what,
                    unit=unit,
                    most=most,
                    given=f"{given:g}",
                )

    def serving(self, ml: float | None = None) -> Drink:
        """Return the drink as an entry says it: `ml` of it, or the usual serving.

        A gram of water counts as a millilitre.
        """
        ml = self.serving_ml if ml is None else ml
        held = {n: round(self.__dict__[n] * ml / 100, 3) for n in _MOST_PER_100_ML}
        water_ml = held.pop("water_g")
        slow = self.slow and held["caffeine_mg"] > 0
        return Drink(self.name, ml, water_ml, **held, preset=self.id, slow=slow)

    def called(self) -> Iterator[str]:
        """Yield every word by which the drink can be asked for, in small letters."""
        for word in (self.id, self.name, *self.aliases):
            yield _word(word)


def find(presets: Iterable[DrinkPreset], words: str) -> DrinkPreset:
    """Return the preset with this id, name or alias, whatever the capitals, also in the plural.

    Raises Problem that names the nearest ones.
    """
    known: dict[str, DrinkPreset] = {}
    for preset in presets:
        for word in preset.called():
            known.setdefault(word, preset)
    asked = _word(words)
    found = known.get(asked) or known.get(asked.removesuffix("s"))
    if found is None:
        raise _unknown(words, known)
    return found


def _unknown(words: str, known: dict[str, DrinkPreset]) -> Problem:
    import difflib  # only when somebody mistypes: it loads `re`

    near = difflib.get_close_matches(_word(words), known, n=3, cutoff=0.6)
    names = list(dict.fromkeys(known[word].name for word in near))
    if names:
        sentence = "I do not know the drink “{given}”. Did you mean {near}?"
        return Problem(sentence, given=shown(words), near=" or ".join(names))
    some = ", ".join(list(dict.fromkeys(preset.name for preset in known.values()))[:8])
    return Problem(
        "I do not know the drink “{given}”. Some that I know: {some}.",
        given=shown(words),
        some=some,
    )


def _word(text: str) -> str:
    return plain(text.replace("-", " ").replace("_", " "))
