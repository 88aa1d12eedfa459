"""Reading the amounts that people type: `250ml`, `0,25 l`, `8 oz`, `1h30`.

Without `re`: the command line imports this for every log. What cannot be read
raises a Problem that says what can.
"""

from __future__ import annotations

from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

US_FL_OZ_ML = 29.5735
US_CUP_ML = 240  # the cup of US food labels
US_PINT_ML = 16 * US_FL_OZ_ML
UK_PINT_ML = 568.261

MOST_ML = 5000
MOST_MG = 10_000
MOST_MINUTES = 24 * 60

_SHOWN = 40  # letters of the person's text that a sentence repeats
_FEW = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "half": 0.5}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ML = {
    **dict.fromkeys(("", "ml", "millilitre", "milliliter", "cc"), 1.0),
    **dict.fromkeys(("cl", "centilitre", "centiliter"), 10.0),
    **dict.fromkeys(("dl", "decilitre", "deciliter"), 100.0),
    **dict.fromkeys(("l", "lt", "ltr", "litre", "liter"), 1000.0),
    **dict.fromkeys(("oz", "ounce", "fl oz", "floz", "fluid ounce"), US_FL_OZ_ML),
    "cup": US_CUP_ML,
    **dict.fromkeys(("pint", "pt", "uk pint"), UK_PINT_ML),
    "us pint": US_PINT_ML,
}
_MG = {
    **dict.fromkeys(("", "mg", "milligram", "milligramme"), 1.0),
    **dict.fromkeys(("g", "gr", "gram", "gramme"), 1000.0),
    **dict.fromkeys(("mcg", "ug", "μg"), 0.001),  # casefold turns the micro sign into mu
}
_HOURS = ("h", "hr", "hour", ":")
_MINUTES = ("m", "min", "minute", "")
_LONGEST_READ = 60  # letters; nobody says an amount in more


def volume_ml(text: str) -> float:
    """Return the millilitres that a text says, 1 to 5,000; a bare number is millilitres.

    Ounces are US fluid ounces and a cup is 240 ml. A pint is the British one
    (568 ml), for that is where people drink by the pint; `US pint` is 473 ml.
    """
    help_ = "I cannot read “{given}” as an amount. Try 250ml, 0.25l or 8oz."
    ml = _measure(text, _ML, help_)
    if not 1 <= ml <= MOST_ML:
        raise Problem("An amount goes from 1 to 5,000 ml, so not “{given}”.", given=shown(text))
    return ml


def mass_mg(text: str) -> float:
    """Return the milligrams that a text says, 0 to 10,000; a bare number is milligrams."""
    mg = _measure(text, _MG, "I cannot read “{given}” as a weight. Try 95mg or 0.1g.")
    if not 0 <= mg <= MOST_MG:
        raise Problem("A weight goes from 0 to 10,000 mg, so not “{given}”.", given=shown(text))
    return mg


def minutes(text: str) -> float:
    """Return the minutes that a text says, 0 to 1,440: `45`, `45 min`, `1h30`, `1.5 h`."""
    total = _duration(plain(text))
    if total is None:
        help_ = "I cannot read “{given}” as a length of time. Try 45, 45min or 1h30."
        raise Problem(help_, given=shown(text))
    if not total <= MOST_MINUTES:
        raise Problem("A length of time is at most 24 hours, so not “{given}”.", given=shown(text))
    return total


def scale_0_10(text: str) -> int:
    """Return a whole number from 0 to 10; `4/10` is 4."""
    number = plain(text).removesuffix("/10").rstrip()
    if number.isdecimal() and len(number) <= 2 and int(number) <= 10:
        return int(number)
    help_ = "I cannot read “{given}” on the scale. Try a whole number from 0 to 10."
    raise Problem(help_, given=shown(text))


def number_and_unit(text: str) -> tuple[float | None, str]:
    """Split `1 1/2 cups` into its number, None if there is none, and the words after it."""
    number, rest = _leading_number(plain(text), text)
    whole, mark, _ = rest.partition("/")
    if number is None or number % 1 or not mark or not whole.isdecimal():
        return number, rest
    part, rest = _leading_number(rest, text)
    return (number + part if part is not None and part < 1 else None), rest


def to_fl_oz(ml: float) -> float:
    """Return millilitres as US fluid ounces."""
    return ml / US_FL_OZ_ML


def from_fl_oz(ounces: float) -> float:
    """Return US fluid ounces as millilitres."""
    return ounces * US_FL_OZ_ML


def shown(text: str) -> str:
    """Return a person's text as a sentence can repeat it: on one line and short."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: _SHOWN * 4]).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def plain(text: str) -> str:
    """Return text in small letters with single spaces; nothing if it is far too long."""
    words = " ".join(text.casefold().replace("’", "'").split())
    return words if len(words) <= _LONGEST_READ else ""


def _measure(text: str, units: Mapping[str, float], help_: str) -> float:
    """Return a number times the size of its unit, to a thousandth."""
    number, rest = _leading_number(plain(text), text)
    unit = " ".join(rest.replace(".", " ").split())
    size = units.get(unit) or units.get(unit.removesuffix("s"))
    if number is None or size is None:
        raise Problem(help_, given=shown(text))
    return round(number * size, 3)


def _duration(said: str) -> float | None:
    number, rest = _leading_number(said, said)
    if number is None:
        return None
    unit, rest = _leading_unit(rest)
    if unit in _MINUTES and not rest:
        return round(number, 3)
    if unit not in _HOURS:
        return None
    if not rest:
        return None if unit == ":" else round(number * 60, 3)
    more, rest = _leading_number(rest, said)
    if more is None or more >= 60 or number % 1 or not _ends_in_minutes(rest):
        return None
    return number * 60 + more


def _ends_in_minutes(rest: str) -> bool:
    unit, rest = _leading_unit(rest)
    return unit in _MINUTES and not rest


def _leading_unit(text: str) -> tuple[str, str]:
    """Split `h 30 min` into its unit and the rest."""
    if text.startswith(":"):
        return ":", text[1:]
    end = 0
    while end < len(text) and text[end].isalpha():
        end += 1
    unit = text[:end]
    rest = text[end:].removeprefix(".").strip()
    return (unit.removesuffix("s") if len(unit) > 1 else unit), rest


def _leading_number(said: str, text: str) -> tuple[float | None, str]:
    """Split `0,25 l` into its number, None if there is none, and the rest.

    Digits of any script, a point or comma, `1/2`, `½`, `1½`, and `a`, `half a`, `two`.
    """
    end = 0
    while end < len(said) and (said[end].isdecimal() or said[end] in ".,٫"):
        end += 1
    digits, rest = said[:end], said[end:].lstrip()
    if not digits:
        return _worded_number(said)
    number = _decimal(digits, text)
    if number is not None and rest[:1] in _FRACTIONS:
        return number + _FRACTIONS[rest[0]], rest[1:].lstrip()
    if number is not None and rest.startswith("/"):
        under, rest = _leading_number(rest[1:].lstrip(), text)
        return (number / under if under else None), rest
    return number, rest


def _worded_number(said: str) -> tuple[float | None, str]:
    if said[:1] in _FRACTIONS:
        return _FRACTIONS[said[0]], said[1:].lstrip()
    word, _, rest = said.partition(" ")
    if word == "half":
        rest = rest.removeprefix("an ").removeprefix("a ")
    return _FEW.get(word), rest


def _decimal(digits: str, text: str) -> float | None:
    """Return the number in digits with at most one point or comma, None if it is none."""
    whole, mark, part = digits.replace(",", ".").replace("٫", ".").partition(".")
    if "." in part or not (whole or part) or (mark and not part):
        return None
    if len(part) == 3 and whole.strip("0"):
        # 1,500 is fifteen hundred to some and one and a half to others.
        help_ = "“{given}” can be read in two ways. Please write {one} or {other}."
        other = f"{whole}.{part[:2]}".rstrip("0").rstrip(".")
        raise Problem(help_, given=shown(text), one=whole + part, other=other)
    return float(f"{whole or 0}.{part or 0}")
