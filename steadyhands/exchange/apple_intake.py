"""What Apple Health says was drunk and eaten: records of one thing put together, none twice.

Apps write each nutrient as a record of its own. What one app wrote of one second (and one
named food) is one thing: a drink if it holds alcohol, water with caffeine, or no minerals;
else a food, whose water counts as water in food. The same amount told of the same second by
another app is the same thing, passed on. A drink of which only caffeine or alcohol is known
has the least volume that holds it, and no water.
"""

from __future__ import annotations

from array import array
from itertools import groupby

from steadyhands.domain.entries import Drink, Food, clean_text
from steadyhands.domain.meals import meal_at
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.exchange.apple_scan import Taker
from steadyhands.exchange.apple_values import Names, amount, instant
from steadyhands.exchange.format import Item, Passed, Refused
from steadyhands.exchange.targets import mass_mg, volume_ml
from steadyhands.exchange.zones import offset_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadyhands.domain.entries import Details
    from steadyhands.exchange.apple_values import Attributes
    from steadyhands.exchange.format import Row

_PREFIX = "HKQuantityTypeIdentifier"
_FIELDS = ("water_ml", "caffeine_mg", "alcohol_g", "magnesium_mg", "potassium_mg", "calcium_mg")
_TYPES = {
    f"{_PREFIX}DietaryWater": 0,
    f"{_PREFIX}DietaryCaffeine": 1,
    f"{_PREFIX}NumberOfAlcoholicBeverages": 2,
    f"{_PREFIX}DietaryMagnesium": 3,
    f"{_PREFIX}DietaryPotassium": 4,
    f"{_PREFIX}DietaryCalcium": 5,
}
INTAKES = tuple(_TYPES)
STANDARD_DRINK_G = 14.0
"""Pure alcohol in one drink as Apple counts them: the US standard drink (NIAAA; LOINC 74013-4)."""

_ETHANOL_G_PER_ML = 0.789
_SAME_SHARE = 0.02  # apps round and convert what they pass on
_MOST_COMPARED = 200  # records of one second; nobody logs more by hand
TWICE, ELSEWHERE, NOTHING = (
    "record that stands twice",
    "amount that another app tells too",
    "amount of nothing",
)
SOURCE = "apple-health"


class Intakes(Taker):
    """Drinks and foods, some 40 bytes a record."""

    def __init__(self) -> None:
        self._at, self._offset, self._line = array("q"), array("h"), array("q")
        self._kind, self._amount = array("b"), array("d")
        self._app, self._food = array("l"), array("l")
        self._names = Names()

    def take(self, record: Attributes, line: int) -> int:
        """Keep one nutrient's record."""
        kind = _TYPES[record["type"]]
        value = _plain(kind, amount(record), record.get("unit", ""))
        at, offset = instant(record.get("startDate"))
        self._at.append(at)
        self._offset.append(offset)
        self._kind.append(kind)
        self._amount.append(value)
        self._app.append(self._names.number(record.get("sourceName", "")))
        self._food.append(0)
        self._line.append(line)
        return len(self._at) - 1

    def tell(self, number: int, key: str, value: str) -> None:
        """Hear the food's name, and the zone it was eaten in."""
        if key == "HKFoodType":
            self._food[number] = self._names.number(" ".join(clean_text(value).split()))
        elif key == "HKTimeZone":
            offset = offset_in(value, self._at[number] * 1000)
            if offset is not None:
                self._offset[number] = offset

    def rows(self) -> Iterator[Row]:
        """Yield drinks and foods in the order of time."""
        order = sorted(range(len(self._at)), key=self._at.__getitem__)
        for _, together in groupby(order, key=self._at.__getitem__):
            yield from self._of_second(list(together))

    def _of_second(self, records: list[int]) -> Iterator[Row]:
        things: dict[tuple[str, str], list[int]] = {}
        kept, twice, elsewhere = self._sifted(records)
        for record in kept:
            name, app = self._names.name(self._food[record]), self._names.name(self._app[record])
            things.setdefault((app, name), []).append(record)
        for (app, name), parts in things.items():
            yield self._thing(app, name, parts)
        for what, count in ((TWICE, twice), (ELSEWHERE, elsewhere)):
            if count:
                yield Passed(what, count)

    def _sifted(self, records: list[int]) -> tuple[list[int], int, int]:
        """Return the records of one second without repeats, and how many of each sort went."""
        once: dict[tuple[int, str, int, float], int] = {}
        for record in records:
            app = self._names.name(self._app[record])
            key = (self._kind[record], app, self._food[record], self._amount[record])
            once.setdefault(key, record)
        found = [once[key] for key in sorted(once)]
        twice = len(records) - len(found)
        if len(found) > _MOST_COMPARED:
            return found, twice, 0
        kept: list[int] = []
        for record in found:
            if not any(self._is_passed_on(record, other) for other in kept):
                kept.append(record)
        return kept, twice, len(found) - len(kept)

    def _is_passed_on(self, record: int, other: int) -> bool:
        """Return whether two apps tell the same."""
        value, known = self._amount[record], self._amount[other]
        return (
            self._kind[record] == self._kind[other]
            and self._app[record] != self._app[other]
            and abs(value - known) <= _SAME_SHARE * max(value, known)
        )

    def _thing(self, app: str, name: str, parts: list[int]) -> Row:
        first = min(parts, key=self._line.__getitem__)
        held = dict.fromkeys(_FIELDS, 0.0)
        for part in parts:
            held[_FIELDS[self._kind[part]]] += self._amount[part]
        if not any(held.values()):
            return Passed(NOTHING, len(parts))
        where, utc_ms = f"line {self._line[first]}", self._at[first] * 1000
        try:
            at = Moment(utc_ms, self._offset[first])
            key = f"intake|{utc_ms}|{app}" + (f"|{name}" if name else "")
            return Item(_details(name, held, at), at, None, "", SOURCE, key, where)
        except Problem as problem:
            return Refused(where, problem, f"{app} {name} {held}")


def _plain(kind: int, value: float, unit: str) -> float:
    """Return an amount in the diary's unit. Raises Problem."""
    if kind == 2:
        return value * STANDARD_DRINK_G
    if not unit:
        raise Problem("The record says no unit.")
    return volume_ml(value, unit) if kind == 0 else mass_mg(value, unit)


def _details(name: str, held: dict[str, float], at: Moment) -> Details:
    held = {field: round(value, 3) for field, value in held.items()}
    water, caffeine, alcohol, *minerals = (held[field] for field in _FIELDS)
    if any(minerals) and not alcohol and not (caffeine and water):
        return _food(name, held, at)
    return Drink(
        name or _called(water, caffeine, alcohol),
        round(max(water + alcohol / _ETHANOL_G_PER_ML, 1 if caffeine else 0), 3),
        water,
        caffeine,
        alcohol,
        held["magnesium_mg"],
        held["potassium_mg"],
        held["calcium_mg"],
        preset="" if name or caffeine or alcohol else "water",
    )


def _food(name: str, held: dict[str, float], at: Moment) -> Food:
    wall = at.local()
    return Food(
        meal_at(wall.hour * 60 + wall.minute),
        name,
        food_water_ml=held["water_ml"],
        caffeine_mg=held["caffeine_mg"],
        magnesium_mg=held["magnesium_mg"],
        potassium_mg=held["potassium_mg"],
        calcium_mg=held["calcium_mg"],
    )


def _called(water: float, caffeine: float, alcohol: float) -> str:
    if alcohol:
        return "Alcoholic drink"
    if caffeine:
        return "Drink with caffeine" if water else "Caffeine"
    return "Water"
