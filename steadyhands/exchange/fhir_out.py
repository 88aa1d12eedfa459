"""Writes the diary as a FHIR R4 Bundle of Observations, self-reported, one an entry.

Not written: marks of the plan and safety notices, which observe nothing. `status` is "final",
an entry is known by its own UUID, times keep the offset of the clock that was looked at.
"""

from __future__ import annotations

import json

from steadyhands.domain.entries import (
    CheckIn,
    Drink,
    Food,
    Note,
    Other,
    PlanMark,
    RoutineSession,
    SafetyNotice,
    Sleep,
    Supplement,
    Symptom,
    Twitch,
)
from steadyhands.domain.hand import DIGITS, UNSURE
from steadyhands.domain.moment import HOUR_MS, Moment
from steadyhands.exchange import fhir_codes as codes
from steadyhands.exchange.out import fresh_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from steadyhands.domain.entries import Details, Entry
    from steadyhands.exchange.out import Head

    Parts = dict[str, Any]

_WIDEST_OFFSET_MIN = 14 * 60  # FHIR knows no zone beyond
_NOT_OBSERVED = (PlanMark, SafetyNotice)
_SURVEY, _SOCIAL, _ACTIVITY = "survey", "social-history", "activity"


def write_bundle(path: str, head: Head, entries: Iterable[Entry]) -> int:
    """Write the bundle, an entry a line; return how many entries observe nothing."""
    left_out = 0
    owner = _urn(head.owner)
    with fresh_text(path) as stream:
        beginning = {"resourceType": "Bundle", "type": "collection", "timestamp": _time(head.made)}
        patient = {"resourceType": "Patient", "id": _uuid(head.owner)}
        stream.write(_text(beginning).removesuffix("}") + ',"entry":[\n')
        stream.write(_text({"fullUrl": owner, "resource": patient}))
        for entry in entries:
            if isinstance(entry.details, _NOT_OBSERVED):
                left_out += 1
                continue
            resource = observation(entry, owner)
            stream.write(",\n" + _text({"fullUrl": _urn(entry.id), "resource": resource}))
        stream.write("\n]}\n")
    return left_out


def observation(entry: Entry, owner: str) -> Parts:
    """Return an entry as an Observation about the Patient at the URN `owner`."""
    own = _SAYS.get(type(entry.details), _say_other)(entry.details, entry)
    category = own.pop("category", _SOCIAL)
    found: Parts = {
        "resourceType": "Observation",
        "id": _uuid(entry.id),
        "identifier": [{"system": "urn:ietf:rfc:3986", "value": _urn(entry.id)}],
        "status": "final",
        "category": [{"coding": [{"system": codes.CATEGORY, "code": category}]}],
        "code": own.pop("code"),
        "subject": {"reference": owner},
        **_effective(entry),
        "performer": [{"reference": owner}],
        "method": {"text": "self-report"},
        **own,
    }
    if entry.note and "note" not in found and not isinstance(entry.details, Note):
        found["note"] = [{"text": entry.note}]
    if not found.get("component"):
        found.pop("component", None)
    return found


def _effective(entry: Entry) -> Parts:
    if entry.until is None:
        return {"effectiveDateTime": _time(entry.at)}
    return {"effectivePeriod": {"start": _time(entry.at), "end": _time(entry.until)}}


def _say_twitch(details: Any, entry: Entry) -> Parts:
    twitch: Twitch = details
    return {
        "category": _SURVEY,
        "code": codes.local("twitch", "Twitch in the hand"),
        "valueQuantity": _quantity(1, "{count}"),
        **_place(twitch.side, twitch.part),
        "component": [
            *_side(twitch.side),
            *_components(twitch, ("strength", "doing", "felt", "lasted", "state")),
        ],
    }


def _say_drink(details: Any, entry: Entry) -> Parts:
    drink: Drink = details
    held = ("water_ml", "caffeine_mg", "alcohol_g", "magnesium_mg", "potassium_mg", "calcium_mg")
    return {
        "code": {**codes.coded(*codes.FLUID_INTAKE), "text": drink.name},
        "valueQuantity": _quantity(drink.ml, "mL"),
        "component": _components(drink, held),
    }


def _say_food(details: Any, entry: Entry) -> Parts:
    food: Food = details
    held = ("magnesium_mg", "potassium_mg", "calcium_mg", "food_water_ml", "caffeine_mg")
    return {
        "code": codes.local("food", "Food eaten"),
        "valueString": food.name or food.meal,
        "component": _components(food, ("meal", "portion", "grams", *held)),
    }


def _say_supplement(details: Any, entry: Entry) -> Parts:
    supplement: Supplement = details
    return {
        "code": codes.local("supplement", "Supplement taken"),
        "valueString": supplement.name,
        "component": _components(supplement, ("magnesium_mg", "potassium_mg", "calcium_mg")),
    }


def _say_sleep(details: Any, entry: Entry) -> Parts:
    asleep = entry.until.utc_ms - entry.at.utc_ms if entry.until else 0
    return {
        "category": _ACTIVITY,
        "code": codes.coded(*codes.SLEEP_DURATION),
        "valueQuantity": _quantity(round(asleep / HOUR_MS, 4), "h"),
        "component": _components(details, ("quality",)),
    }


def _say_checkin(details: Any, entry: Entry) -> Parts:
    return {
        "category": _SURVEY,
        "code": codes.local("check-in", "How the day feels"),
        "component": _components(details, CheckIn._fields),
    }


def _say_routine(details: Any, entry: Entry) -> Parts:
    session: RoutineSession = details
    told: Parts = {
        "category": _ACTIVITY,
        "code": {**codes.local("hand-routine", "Hand routine"), "text": session.name},
        "component": _components(session, ("share", "sides", "held_s", "felt", "hurt")),
    }
    if session.total_s:
        told["valueQuantity"] = _quantity(round(session.total_s / 60, 4), "min")
    return told


def _say_symptom(details: Any, entry: Entry) -> Parts:
    symptom: Symptom = details
    words = symptom.what.replace("-", " ").capitalize()
    return {
        "category": _SURVEY,
        "code": codes.local(f"symptom-{symptom.what}", words),
        "valueBoolean": True,
        **_place(symptom.side, symptom.part),
        "component": [*_side(symptom.side), *_components(symptom, ("severity", "during"))],
    }


def _say_note(details: Any, entry: Entry) -> Parts:
    return {
        "category": _SURVEY,
        "code": codes.local("note", "Note"),
        "valueString": entry.note,
    }


def _say_other(details: Any, entry: Entry) -> Parts:
    other: Other = details
    told: Parts = {
        "category": _SURVEY,
        "code": {**codes.local("tracker", "Tracker"), "text": other.kind},
    }
    amounts = other.amounts()
    if other.kind in amounts:
        told["valueQuantity"] = _quantity(amounts.pop(other.kind), "1")
    told["component"] = [
        {"code": {"text": name}, "valueQuantity": _quantity(amount, "1")}
        for name, amount in amounts.items()
    ]
    return told


_SAYS: dict[type[Details], Callable[[Any, Entry], Parts]] = {
    Twitch: _say_twitch,
    Drink: _say_drink,
    Food: _say_food,
    Supplement: _say_supplement,
    Sleep: _say_sleep,
    CheckIn: _say_checkin,
    RoutineSession: _say_routine,
    Symptom: _say_symptom,
    Note: _say_note,
}


def _components(details: Details, names: Iterable[str]) -> list[Parts]:
    """Return the fields that were answered, each with its code and unit."""
    held = details.fields()
    found: list[Parts] = []
    for name in names:
        value = held.get(name)
        if value is None or value is False:
            continue
        if name in codes.AMOUNTS:
            words, unit = codes.AMOUNTS[name]
            part = {"code": codes.local(name, words), "valueQuantity": _quantity(value, unit)}
        else:
            code = codes.local(name, codes.TEXTS[name])
            part = {"code": code, **_worded(value)}
        found.append(part)
    return found


def _worded(value: object) -> Parts:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    words = ", ".join(value) if isinstance(value, tuple | list) else str(value)
    return {"valueString": words.replace("-", " ")}


def _place(side: str, part: str) -> Parts:
    if side == part == UNSURE:
        return {}
    what = f"{part} finger" if part in DIGITS and part != "thumb" else part
    words = " ".join(word for word in (side, "hand" if part == UNSURE else what) if word != UNSURE)
    return {"bodySite": codes.body_site(side, part, words)}


def _side(side: str) -> list[Parts]:
    return [] if side == UNSURE else [codes.laterality(side)]


def _quantity(value: object, unit: str) -> Parts:
    return {"value": value, "unit": unit, "system": codes.UCUM, "code": unit}


def _time(moment: Moment) -> str:
    if abs(moment.offset_min) > _WIDEST_OFFSET_MIN:
        return Moment(moment.utc_ms, 0).iso()
    return moment.iso()


def _uuid(key: str) -> str:
    return "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))


def _urn(key: str) -> str:
    return f"urn:uuid:{_uuid(key)}"


def _text(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
