"""Height and weight as people write them: `172`, `1,72 m`, `5 ft 8`, `64 kg`, `141 lb`."""

from __future__ import annotations

import re

from steadyhands.domain.amounts import shown
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import HEIGHT_CM, WEIGHT_KG

CM_PER_INCH = 2.54
KG_PER_POUND = 0.45359237
_POUNDS_PER_STONE = 14
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_FEET = rf"{_NUMBER}\s*(?:ft|feet|foot|')\s*(?:{_NUMBER}\s*(?:in|inches|\"|'')?)?"
_STONES = rf"{_NUMBER}\s*(?:st|stones?)\s*(?:{_NUMBER}\s*(?:lbs?|pounds?)?)?"
_HEIGHTS = (
    (re.compile(rf"{_NUMBER}\s*(?:cm)?"), 1.0, 0.0),
    (re.compile(rf"{_NUMBER}\s*m"), 100.0, 0.0),
    (re.compile(_FEET), 12 * CM_PER_INCH, CM_PER_INCH),
    (re.compile(rf"{_NUMBER}\s*(?:in|inches|\")"), CM_PER_INCH, 0.0),
)
_WEIGHTS = (
    (re.compile(rf"{_NUMBER}\s*(?:kg|kilos?)?"), 1.0, 0.0),
    (re.compile(rf"{_NUMBER}\s*(?:lbs?|pounds?)"), KG_PER_POUND, 0.0),
    (re.compile(_STONES), _POUNDS_PER_STONE * KG_PER_POUND, KG_PER_POUND),
)


def height_cm(text: str) -> int | None:
    """Return whole centimetres, None for no text. A bare number is centimetres."""
    found = _size(text, _HEIGHTS, "I cannot read “{given}” as a height. Try 172 cm or 5 ft 8.")
    if found is None:
        return None
    if not HEIGHT_CM[0] <= round(found) <= HEIGHT_CM[1]:
        raise Problem("A height is between 100 and 250 cm.")
    return round(found)


def weight_kg(text: str) -> float | None:
    """Return kilograms to a tenth, None for no text. A bare number is kilograms."""
    found = _size(text, _WEIGHTS, "I cannot read “{given}” as a weight. Try 64 kg or 141 lb.")
    if found is None:
        return None
    if not WEIGHT_KG[0] <= round(found, 1) <= WEIGHT_KG[1]:
        raise Problem("A weight is between 25 and 350 kg.")
    return round(found, 1)


def _size(
    text: str, forms: tuple[tuple[re.Pattern[str], float, float], ...], help_: str
) -> float | None:
    said = " ".join(text[:40].casefold().replace("′", "'").replace("″", '"').split())
    if not said:
        return None
    for form, large, small in forms:
        match = form.fullmatch(said)
        if match:
            numbers = [float(n.replace(",", ".")) if n else 0.0 for n in match.groups()]
            return sum(n * each for n, each in zip(numbers, (large, small), strict=False))
    raise Problem(help_, given=shown(text))
