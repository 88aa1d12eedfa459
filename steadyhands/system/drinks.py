"""The drinks that come with the program, read from `resources/drinks.csv`."""

from __future__ import annotations

from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.problem import Problem
from steadyhands.system.resources import read_resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FILE = "drinks.csv"
_YES_NO = {"yes": True, "no": False}


def shipped_drinks() -> list[DrinkPreset]:
    """Return the shipped drinks in the order of the file."""
    return drinks_in(read_resource(_FILE), _FILE)


def drinks_in(text: str, file: str) -> list[DrinkPreset]:
    """Return the drinks that a CSV text lists: a header of `DrinkPreset`'s fields, one a line.

    No cell is quoted, so a split does for the `csv` module, which `log coffee` would
    wait for; aliases stand between semicolons. Raises Problem with file, line and field.
    """
    lines = text.splitlines()
    header = tuple(lines[0].split(",")) if lines else ()
    if header != DrinkPreset._fields:
        columns = ",".join(DrinkPreset._fields)
        raise _wrong(file, 1, "header", f"it should read {columns}")
    drinks: list[DrinkPreset] = []
    taken: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            drink = _drink(line, file, number)
            _claim_words(drink, taken, file, number)
            drinks.append(drink)
    return drinks


def _drink(line: str, file: str, number: int) -> DrinkPreset:
    cells = line.split(",")
    if len(cells) != len(DrinkPreset._fields):
        expected = len(DrinkPreset._fields)
        raise _wrong(file, number, "line", f"it has {len(cells)} cells instead of {expected}")
    fields: dict[str, Any] = {}
    for name, cell in zip(DrinkPreset._fields, cells, strict=True):
        try:
            fields[name] = _value(name, cell.strip())
        except (KeyError, ValueError):
            raise _wrong(file, number, name, f"“{cell}” does not belong there") from None
    try:
        return DrinkPreset(**fields)
    except Problem as refused:
        raise _wrong(file, number, "drink", str(refused).rstrip(".")) from refused


def _value(name: str, cell: str) -> object:
    if name == "slow":
        return _YES_NO[cell]
    if name == "aliases":
        return tuple(alias.strip() for alias in cell.split(";") if alias.strip())
    if name in ("id", "name", "group", "ndb_no"):
        if not cell:
            raise ValueError(name)
        return cell
    amount = float(cell)
    if not 0 <= amount < 1e6:
        raise ValueError(name)
    return amount


def _claim_words(drink: DrinkPreset, taken: dict[str, int], file: str, number: int) -> None:
    """See to it that no two drinks answer to the same word."""
    for word in drink.called():
        line = taken.setdefault(word, number)
        if line != number:
            raise _wrong(file, number, "name", f"“{word}” is the drink of line {line} already")


def _wrong(file: str, line: int, field: str, reason: str) -> Problem:
    return Problem(
        "{file}, line {line}, {field}: {reason}.", file=file, line=line, field=field, reason=reason
    )
