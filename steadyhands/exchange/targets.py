"""What a tracker that somebody named elsewhere becomes here: a twitch, a drink, stress, …

A target is a word: one of `PLAIN`, `twitch:SIDE:PART`, `drink:PRESET`, `symptom:WORD`,
`supplement:NUTRIENT`, or `own:NUMBER` for a word (a mood) that counts as that number. `guess`
proposes one from the tracker's name, `become` makes details of it.
"""

from __future__ import annotations

from steadyhands.domain.entries import (
    KINDS,
    NAME_LIMIT,
    SYMPTOMS,
    CheckIn,
    Details,
    Drink,
    Note,
    Other,
    Supplement,
    Symptom,
    Twitch,
    clean_text,
)
from steadyhands.domain.hand import PARTS, SIDES, UNSURE
from steadyhands.domain.problem import Problem
from steadyhands.domain.quantities import QUANTITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steadyhands.domain.drinks import DrinkPreset

SKIP, OWN, NOTE, TWITCH = "skip", "own", "note", "twitch"
SLEEP, CAFFEINE = "sleep", "caffeine"
SCALES = ("stress", "tiredness", "mental_load")
LENGTHS = ("workout_min", "screen_hours")
PLAIN = (TWITCH, *SCALES, *LENGTHS, CAFFEINE, SLEEP, NOTE, OWN, SKIP)
NUTRIENTS = ("magnesium_mg", "potassium_mg", "calcium_mg")
MOST_AT_ONCE = 200  # twitches that one row may count
_ML = {
    **dict.fromkeys(("ml", "milliliter", "millilitre", "milliliters", "millilitres"), 1.0),
    **dict.fromkeys(("cl", "centiliter", "centilitre"), 10.0),
    **dict.fromkeys(("dl", "deciliter", "decilitre"), 100.0),
    **dict.fromkeys(("l", "liter", "litre", "liters", "litres"), 1000.0),
    **dict.fromkeys(("oz", "fl oz", "fl_oz_us", "floz", "fl. oz", "ounces"), 29.5735),
    "fl_oz_imp": 28.4131,
    "cup_us": 236.588,
    "cup_imp": 284.131,
    "pt_us": 473.176,
    "pt_imp": 568.261,
}
_MG = {
    **dict.fromkeys(("mg", "milligram", "milligrams", ""), 1.0),
    **dict.fromkeys(("g", "gram", "grams"), 1000.0),
    **dict.fromkeys(("mcg", "ug", "µg", "μg"), 0.001),
}
_MINUTES = {
    **dict.fromkeys(("min", "mins", "minute", "minutes", "m", ""), 1.0),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60.0),
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1 / 60),
}
_MEANT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (TWITCH, ("twitch", "fasciculation", "flutter", "tremor", "zuck")),
    (CAFFEINE, ("caffeine", "koffein", "caféine", "cafeína")),
    ("supplement:magnesium_mg", ("magnesium",)),
    ("supplement:potassium_mg", ("potassium", "kalium")),
    ("supplement:calcium_mg", ("calcium",)),
    ("stress", ("stress", "anxiety")),
    ("tiredness", ("tired", "fatigue", "exhaust")),
    ("mental_load", ("mental load", "brain fog")),
    ("workout_min", ("workout", "exercise", "gym", "training", "running", "sport")),
    ("screen_hours", ("screen", "computer")),
    ("symptom:numbness", ("numb", "tingling")),
    ("symptom:weakness", ("weak",)),
    ("symptom:stiffness", ("stiff",)),
    ("symptom:pain", ("hand pain", "finger pain", "wrist pain")),
)
# What is left out, or is no hand's, is not what its name has in it: "No coffee", "Eyelid twitch".
_NOT_IT = frozenset(
    ("no", "not", "without", "avoid", "quit", "stop", "less", "free", "limit", "zero", "skip")
)
_NOT_HAND = ("eye", "lid", "face", "cheek", "lip", "leg", "calf", "calves", "foot", "feet", "toe")


def guess(name: str, unit: str, presets: Sequence[DrinkPreset]) -> str:
    """Return what a tracker of this name probably is; `own` if nothing fits."""
    said = f" {name.casefold()} "
    if _NOT_IT & set(said.replace("-", " ").split()):
        return OWN
    if unit.strip().casefold() in _ML:
        return f"drink:{_drink_in(said, presets) or 'water'}"
    if "water" in said or "hydration" in said:
        return "drink:water"
    for target, words in _MEANT:
        if any(word in said for word in words):
            return _hand_s(said) if target == TWITCH else target
    found = _drink_in(said, presets)
    return f"drink:{found}" if found else OWN


def _drink_in(said: str, presets: Sequence[DrinkPreset]) -> str:
    """Return the drink whose longest word is one of a name's words."""
    called = [(word, preset.id) for preset in presets for word in preset.called()]
    fits = [(word, key) for word, key in called if f" {word} " in said or f" {word}s " in said]
    return max(fits, key=lambda fit: len(fit[0]))[1] if fits else ""


def _hand_s(said: str) -> str:
    return OWN if any(word.startswith(_NOT_HAND) for word in said.split()) else placed(said)


def placed(said: str) -> str:
    """Return the twitch target of the side and finger that a name says, in small letters."""
    side = next((side for side in SIDES if side in said), UNSURE)
    part = next((part for part in PARTS if part in said), UNSURE)
    return TWITCH if side == part == UNSURE else f"{TWITCH}:{side}:{part}"


def check_target(target: str, presets: Sequence[DrinkPreset]) -> str:
    """Return a target if it is one. Raises Problem."""
    if target in PLAIN:
        return target
    first, *rest = target.split(":")
    if not (_is_place(rest) if first == TWITCH else _is_known(first, rest, presets)):
        raise Problem("“{target}” is nothing that a tracker can become.", target=target[:80])
    return target


def _is_place(rest: list[str]) -> bool:
    return len(rest) == 2 and {*rest} <= {*SIDES, *PARTS, UNSURE}


def _is_known(first: str, rest: list[str], presets: Sequence[DrinkPreset]) -> bool:
    if len(rest) != 1:
        return False
    word = rest[0]
    if first == "drink":
        return any(preset.id == word for preset in presets)
    if first == OWN:
        return _is_number(word)
    return word in {"symptom": SYMPTOMS, "supplement": NUTRIENTS}.get(first, ())


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) <= 1e6
    except ValueError:
        return False


def become(
    target: str, name: str, value: float, unit: str, presets: Sequence[DrinkPreset]
) -> tuple[Details, ...]:
    """Return the details that a tracker's value makes: none for `skip` and for amounts of zero.

    A twitch tracker's value counts twitches; a drink's is a volume if its unit is one, else
    servings; lengths are in their unit, minutes without one; `own` keeps name and value.
    Caffeine without its drink is a drink of 1 ml. Raises Problem for what cannot be; sleep
    can be only where its end is known (`exchange/trackers.py`).
    """
    first, _, rest = check_target(target, presets).partition(":")
    made: Callable[[], tuple[Details, ...]] = {
        SKIP: lambda: (),
        TWITCH: lambda: _twitches(rest, value),
        "drink": lambda: (_drink(rest, value, unit, presets),) if value else (),
        "supplement": lambda: (
            (Supplement(_named(name), **{rest: _mg(value, unit)}),) if value else ()
        ),
        "symptom": lambda: (Symptom(rest),) if value else (),
        "stress": lambda: (CheckIn(stress=_scale(value)),),
        "tiredness": lambda: (CheckIn(tiredness=_scale(value)),),
        "mental_load": lambda: (CheckIn(mental_load=_scale(value)),),
        "workout_min": lambda: (CheckIn(workout_min=_min(value, unit)),),
        "screen_hours": lambda: (CheckIn(screen_hours=_min(value, unit or "h") / 60),),
        CAFFEINE: lambda: (_caffeine(name, _mg(value, unit)),) if value else (),
        SLEEP: _no_sleep,
        NOTE: lambda: (Note(),),
        OWN: lambda: (own(name, float(rest) if rest else value, unit),),
    }[first]
    return made()


def own(name: str, value: float, unit: str = "") -> Other:
    """Return an entry of a tracker of one's own: the name is the kind and the quantity."""
    known = _named(name)
    kind = known if known.casefold() not in _RESERVED else f"{known} (tracker)"
    contents: tuple[tuple[str, object], ...] = (("value", value),)
    if unit.strip():
        contents += (("unit", clean_text(unit)[:NAME_LIMIT]),)
    return Other(kind, contents, ((kind, value),))


# Kinds and quantities of ours: a tracker must not add to them under their own name.
_RESERVED = frozenset((*KINDS, *QUANTITIES, "settings"))


def _named(name: str) -> str:
    cleaned = " ".join(clean_text(name).split())[: NAME_LIMIT - 10].strip()
    if not cleaned:
        raise Problem("A tracker without a name cannot be brought in.")
    return cleaned


def _twitches(place: str, value: float) -> tuple[Twitch, ...]:
    if value != int(value) or not 0 <= value <= MOST_AT_ONCE:
        raise Problem("{given} twitches at once cannot be counted.", given=f"{value:g}")
    side, _, part = place.partition(":")
    return (Twitch(side or UNSURE, part or UNSURE),) * int(value)


def _drink(key: str, value: float, unit: str, presets: Sequence[DrinkPreset]) -> Drink:
    preset = next(preset for preset in presets if preset.id == key)
    factor = _ML.get(unit.strip().casefold())
    ml = value * (preset.serving_ml if factor is None else factor)
    return preset.serving(round(ml, 3))


def _caffeine(name: str, mg: float) -> Drink:
    return Drink(_named(name), 1, 0, caffeine_mg=mg)


def _no_sleep() -> tuple[Details, ...]:
    raise Problem("Sleep needs the time of waking and how long it was.")


def volume_ml(value: float, unit: str) -> float:
    """Return a volume in ml. Raises Problem for a unit that is none of volume."""
    return round(value * _factor(_ML, unit), 3)


def _mg(value: float, unit: str) -> float:
    return mass_mg(value, unit)


def mass_mg(value: float, unit: str) -> float:
    """Return a mass in mg; a bare number is mg. Raises Problem for a unit that is none of mass."""
    return round(value * _factor(_MG, unit), 6)


def _min(value: float, unit: str) -> float:
    return minutes_of(value, unit)


def minutes_of(value: float, unit: str) -> float:
    """Return a length in minutes; a bare number is minutes. Raises Problem for another unit."""
    return round(value * _factor(_MINUTES, unit), 3)


def _factor(units: dict[str, float], unit: str) -> float:
    factor = units.get(unit.strip().casefold())
    if factor is None:
        raise Problem("The unit “{unit}” does not fit here.", unit=unit.strip()[:40])
    return factor


def _scale(value: float) -> int:
    if value != int(value):
        raise Problem("The scales go from 0 to 10, not {given}.", given=f"{value:g}")
    return int(value)
