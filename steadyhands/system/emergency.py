"""The number that reaches an ambulance, read from `resources/emergency.toml`."""

from __future__ import annotations

import tomllib

from steadyhands.domain.problem import Problem
from steadyhands.system.resources import read_resource

_NUMBERS = "emergency.toml"


def emergency_number(territory: str) -> str:
    """Return the emergency number of a territory (`DE`), empty where none was checked."""
    return numbers_in(read_resource(_NUMBERS), _NUMBERS).get(territory.upper(), "")


def numbers_in(text: str, file: str) -> dict[str, str]:
    """Return the emergency number of each territory. Raises Problem for two of one place."""
    numbers: dict[str, str] = {}
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem("{file} cannot be read: {reason}", file=file, reason=error) from None
    for number, territories in data.items():
        for place in territories if isinstance(territories, list) else [None]:
            if not isinstance(place, str) or not number.isdecimal() or place in numbers:
                raise _misplaced(file, number, place)
            numbers[place] = number
    return numbers


def _misplaced(file: str, number: str, place: object) -> Problem:
    sentence = "{file}, {number}: “{place}” does not belong there."
    return Problem(sentence, file=file, number=number, place=place)
