"""Settings that one of our own files carries: they fill what was never chosen here."""

from __future__ import annotations

from steadyhands.domain.day import DAY_STARTS_AT, check_day_start
from steadyhands.domain.problem import Problem
from steadyhands.exchange.own import NOT_CARRIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadyhands.storage.diary import Diary

STAYS_HERE = (*NOT_CARRIED, "imports")  # numbers of acts mean nothing in another diary
NAME_LIMIT = 80


def to_carry(diary: Diary) -> dict[str, object]:
    """Return the settings that an export takes along."""
    kept = diary.read(diary.settings.all)
    return {name: value for name, value in kept.items() if name not in STAYS_HERE}


def missing(diary: Diary, found: Mapping[str, object]) -> dict[str, object]:
    """Return the settings that would change, with what they would be.

    What was chosen here stays. Lists (own drinks, foods, routines) gain what they lack.
    """
    kept = diary.read(diary.settings.all)
    filled: dict[str, object] = {}
    for name, value in found.items():
        if name in STAYS_HERE or value is None or not 1 <= len(name) <= NAME_LIMIT:
            continue
        merged = _merged(kept.get(name), value)
        if merged != kept.get(name) and _is_storable(name, merged):
            filled[name] = merged
    return filled


def fill(diary: Diary, found: Mapping[str, object]) -> bool:
    """Fill the settings, within the caller's transaction; return whether any was."""
    filled = missing(diary, found)
    before = diary.day_starts_at()
    for name, value in filled.items():
        diary.settings.set(name, value)
    after = diary.day_starts_at()
    if after != before:
        diary.entries.redate(after)
        diary.totals.recount()
    return bool(filled)


def _merged(ours: object, theirs: object) -> object:
    if ours is None:
        return theirs
    if isinstance(ours, list) and isinstance(theirs, list):
        known = [_name(each) for each in ours]
        return [*ours, *(each for each in theirs if _name(each) not in known)]
    return ours


def _name(each: object) -> object:
    """Return what tells two of a list apart: their id, if they have one."""
    return each.get("id", each) if isinstance(each, dict) else each


def _is_storable(name: str, value: object) -> bool:
    import json

    try:
        json.dumps(value, allow_nan=False).encode()
        if name == "day_starts_at":
            check_day_start(value if type(value) is int else DAY_STARTS_AT + 100)
    except (ValueError, TypeError, RecursionError, Problem):
        return False
    return True
