"""The columns of our CSV files: one file a kind, one row an entry, one column a field."""

from __future__ import annotations

import json

from steadyhands.domain.entries import KINDS, Entry, Other
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import number
from steadyhands.exchange.out import plain_cell, safe_cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

BEFORE = ("day", "kind", "at", "until")
AFTER = ("note", "id")
OTHER = "other"
OTHER_FIELDS = ("fields", "amounts")
WORDS: dict[str, str] = {
    "day": "the day it counts towards, which ends at the hour you chose (4:00 unless changed)",
    "kind": "what kind of entry it is",
    "at": "when it happened or began: date, time and hours from UTC, as the clock there showed",
    "until": "when it ended; empty if it has no end",
    "note": "your own words",
    "id": "the entry's name, by which it never comes in twice",
    "side": "left, right or unsure",
    "part": "thumb, index, middle, ring, little, palm, wrist or unsure",
    "doing": "what the hand was doing",
    "felt": "how a twitch felt; after a routine: how the hands are",
    "lasted": "how long: moment, seconds, minutes, longer",
    "strength": "1 (hardly there) to 5",
    "state": "the hand at rest or in use",
    "name": "its name",
    "ml": "volume, ml",
    "water_ml": "water in it, ml",
    "caffeine_mg": "caffeine in it, mg",
    "alcohol_g": "pure alcohol in it, g",
    "magnesium_mg": "magnesium in it, mg of the element",
    "potassium_mg": "potassium in it, mg of the element",
    "calcium_mg": "calcium in it, mg of the element",
    "food_water_ml": "water in the food, ml",
    "preset": "the drink it was chosen as",
    "slow": "yes if its caffeine is taken up slowly",
    "quality": "1 (poor) to 5",
    "stress": "0 to 10",
    "tiredness": "0 to 10",
    "mental_load": "0 to 10",
    "workout_min": "exercise, minutes",
    "screen_hours": "hours at a screen",
    "symptoms": "what was noticed, parted by semicolons",
    "routine": "the routine's short name",
    "share": "the share that was done, 0 to 1",
    "sides": "the hands it was done with, parted by semicolons",
    "held_s": "seconds that poses were held",
    "total_s": "seconds in all, pauses left out",
    "hurt": "yes if it hurt",
    "what": "what was felt",
    "severity": "0 to 10",
    "during": "the routine it came with",
    "meal": "which meal",
    "grams": "weight, g",
    "portion": "the portion as it was chosen",
    "food": "the food's number in the table it comes from",
    "act": "what was marked",
    "step": "the step of the plan",
    "days": "how many days were agreed",
    "rhythm": "steady, or fortnights on and off in turn",
    "keep": "yes if the habit stays",
    "rule": "the rule that spoke",
    "fields": "all it says, as JSON",
    "amounts": "what it counts, as JSON",
}


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the columns that only this kind's file has."""
    return KINDS[kind]._fields if kind in KINDS else OTHER_FIELDS


def header(kind: str) -> tuple[str, ...]:
    """Return the columns of a kind's file."""
    return (*BEFORE, *fields_of(kind), *AFTER)


def row_of(entry: Entry, day: date) -> list[str]:
    """Return an entry as the cells of its kind's file."""
    details = entry.details
    until = entry.until.iso() if entry.until else ""
    if isinstance(details, Other):
        cells = [_json(details.fields()), _json(details.amounts())]
    else:
        held = details.fields()
        cells = [_cell(held.get(name)) for name in details._fields]
    before = (day.isoformat(), safe_cell(entry.kind), entry.at.iso(), until)
    return [*before, *cells, safe_cell(entry.note), entry.id]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return ";".join(map(str, value))
    return safe_cell(value) if isinstance(value, str) else repr(value)


def record_in(cells: Mapping[str, str]) -> dict[str, object]:
    """Return a row as the record that `own.item_of` reads. Raises Problem."""
    kind = plain_cell(cells["kind"])
    record: dict[str, object] = {"kind": kind, "at": cells["at"].strip()}
    if cells["until"].strip():
        record["until"] = cells["until"].strip()
    if "fields" in cells:
        record["fields"], record["amounts"] = _loaded(cells["fields"]), _loaded(cells["amounts"])
    elif kind in KINDS:
        types = KINDS[kind].__annotations__
        read = {n: _value(cells.get(n, ""), str(types[n])) for n in KINDS[kind]._fields}
        record["fields"] = {name: value for name, value in read.items() if value is not None}
    else:
        raise Problem("“{given}” is no kind of entry.", given=kind[:80])
    record["note"] = plain_cell(cells["note"])
    record["id"] = cells["id"].strip().lower()
    return record


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Problem("That is no JSON; it may have been cut off.") from None


def _value(cell: str, type_: str) -> object:
    """Return what a cell says, None for an empty one. Raises Problem."""
    if not cell:
        return None
    if "tuple" in type_:
        return [word.strip() for word in cell.split(";") if word.strip()]
    if "bool" in type_:
        return _yes(cell)
    if "int" in type_ or "float" in type_:
        value = number(cell)
        return int(value) if cell.strip().lstrip("-").isdecimal() else value
    return plain_cell(cell)


def _yes(cell: str) -> bool:
    said = cell.strip().casefold()
    if said not in ("yes", "no", "true", "false", "1", "0"):
        raise Problem("“{given}” should be yes or no.", given=cell[:40])
    return said in ("yes", "true", "1")
