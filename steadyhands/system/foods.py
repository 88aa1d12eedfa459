"""The foods that come with the program, read from `resources/foods.csv`."""

from __future__ import annotations

from steadyhands.domain.foods import FoodItem, Portion
from steadyhands.domain.problem import Problem
from steadyhands.system.resources import read_resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FILE = "foods.csv"
_YES_NO = {"yes": True, "no": False}


def shipped_foods() -> list[FoodItem]:
    """Return the shipped foods in the order of the file."""
    return foods_in(read_resource(_FILE), _FILE)


def foods_in(text: str, file: str) -> list[FoodItem]:
    """Return the foods that a CSV text lists: a header of `FoodItem`'s fields, one a line.

    Cells with a comma stand in quotes and hold none; portions (`1 oz=28.35`) and aliases
    stand between semicolons. Raises Problem with file, line and field.
    """
    lines = text.splitlines()
    header = tuple(lines[0].split(",")) if lines else ()
    if header != FoodItem._fields:
        raise _wrong(file, 1, "header", f"it should read {','.join(FoodItem._fields)}")
    foods: list[FoodItem] = []
    taken: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            food = _food(line, file, number)
            _claim_words(food, taken, file, number)
            foods.append(food)
    return foods


def _cells(line: str) -> list[str]:
    """Return a line's cells, without `csv`, which `log food` would wait for."""
    cells: list[str] = []
    for at, piece in enumerate(line.split('"')):
        if at % 2:
            cells[-1] += piece
        else:
            first, *more = piece.split(",")
            cells = [*cells[:-1], (cells[-1] if cells else "") + first, *more]
    return cells


def _food(line: str, file: str, number: int) -> FoodItem:
    cells = _cells(line)
    expected = FoodItem._fields
    if len(cells) != len(expected):
        raise _wrong(file, number, "line", f"it has {len(cells)} cells instead of {len(expected)}")
    fields: dict[str, Any] = {}
    for name, cell in zip(expected, cells, strict=True):
        try:
            fields[name] = _value(name, cell.strip())
        except (KeyError, ValueError):
            raise _wrong(file, number, name, f"“{cell}” does not belong there") from None
    try:
        return FoodItem(**fields)
    except Problem as refused:
        raise _wrong(file, number, "food", str(refused).rstrip(".")) from refused


def _value(name: str, cell: str) -> object:
    if name == "revised":
        return _YES_NO[cell]
    parts = tuple(part.strip() for part in cell.split(";") if part.strip())
    if name == "aliases":
        return parts
    if name == "portions":
        return tuple(_portion(part) for part in parts)
    if name in ("id", "name", "group", "ndb_no"):
        if not cell:
            raise ValueError(name)
        return cell
    return _amount(cell)


def _portion(text: str) -> Portion:
    name, _, grams = text.rpartition("=")
    return Portion(name, _amount(grams))


def _amount(cell: str) -> float:
    amount = float(cell)
    if not 0 <= amount < 1e6:
        raise ValueError(cell)
    return amount


def _claim_words(food: FoodItem, taken: dict[str, int], file: str, number: int) -> None:
    """See to it that no two foods answer to the same word."""
    for word in food.called():
        line = taken.setdefault(word, number)
        if line != number:
            raise _wrong(file, number, "name", f"“{word}” is the food of line {line} already")


def _wrong(file: str, line: int, field: str, reason: str) -> Problem:
    return Problem(
        "{file}, line {line}, {field}: {reason}.", file=file, line=line, field=field, reason=reason
    )
