"""The codes that FHIR export uses, and only those that were checked against a source.

LOINC 9000-1 and 93832-4 and the SNOMED CT body sites are those of the health facts (section 8)
with status V or V2. What has no code there, or one that could not be confirmed (twitch, symptoms,
caffeine, magnesium, stress, the left hand, the little finger), has a local code instead.

This material contains content from LOINC (http://loinc.org). LOINC is copyright (c) Regenstrief
Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee, and is
available at no cost under the license at http://loinc.org/license. The SNOMED CT codes belong to
the International Patient Set, which is licensed under CC BY 4.0.
"""

from __future__ import annotations

from steadyhands.domain.hand import UNSURE

LOINC, SNOMED, UCUM = "http://loinc.org", "http://snomed.info/sct", "http://unitsofmeasure.org"
LOCAL = "urn:steadyhands:codes"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"

FLUID_INTAKE = (LOINC, "9000-1", "Fluid intake oral")
SLEEP_DURATION = (LOINC, "93832-4", "Sleep duration")

_HAND = ("85562004", "Hand")
_FINGER = ("7569003", "Finger")
_PARTS = {
    "thumb": ("76505004", "Thumb"),
    "index": ("83738005", "Index finger"),
    "middle": ("65531009", "Middle finger"),
    "ring": ("82002001", "Ring finger"),
    "little": _FINGER,
    "palm": _HAND,
    UNSURE: _HAND,
}
_RIGHT = ("24028007", "Right")

# By the diary's name of a quantity: what it is called, and its unit in UCUM.
AMOUNTS: dict[str, tuple[str, str]] = {
    "water_ml": ("Water", "mL"),
    "food_water_ml": ("Water in food", "mL"),
    "caffeine_mg": ("Caffeine", "mg"),
    "alcohol_g": ("Alcohol", "g"),
    "magnesium_mg": ("Magnesium", "mg"),
    "potassium_mg": ("Potassium", "mg"),
    "calcium_mg": ("Calcium", "mg"),
    "grams": ("Weight", "g"),
    "strength": ("Strength, 1 to 5", "{score}"),
    "quality": ("Quality, 1 to 5", "{score}"),
    "stress": ("Stress, 0 to 10", "{score}"),
    "tiredness": ("Tiredness, 0 to 10", "{score}"),
    "mental_load": ("Mental load, 0 to 10", "{score}"),
    "severity": ("Severity, 0 to 10", "{score}"),
    "workout_min": ("Exercise", "min"),
    "screen_hours": ("Time at screens", "h"),
    "share": ("Share done", "1"),
    "held_s": ("Time held", "s"),
}
TEXTS: dict[str, str] = {
    "doing": "What the hand was doing",
    "felt": "What it felt like",
    "lasted": "How long it lasted",
    "state": "Hand at rest or in use",
    "meal": "Meal",
    "portion": "Portion",
    "symptoms": "Noticed",
    "sides": "Hands",
    "hurt": "It hurt",
    "during": "During the routine",
}


def coded(system: str, code: str, display: str) -> dict[str, object]:
    """Return a CodeableConcept of one code."""
    coding = {"system": system, "code": code, "display": display}
    return {"coding": [coding], "text": display}


def local(code: str, text: str) -> dict[str, object]:
    """Return a CodeableConcept of one of our own codes."""
    return coded(LOCAL, code.replace("_", "-"), text)


def body_site(side: str, part: str, words: str) -> dict[str, object]:
    """Return where on a hand; the words say all, the code what a confirmed one says."""
    site: dict[str, object] = {"text": words}
    if part in _PARTS:
        code, display = _PARTS[part]
        site["coding"] = [{"system": SNOMED, "code": code, "display": display}]
    return site


def laterality(side: str) -> dict[str, object]:
    """Return a component that says which hand."""
    value: dict[str, object] = {"text": side.capitalize()}
    if side == "right":
        value = coded(SNOMED, *_RIGHT)
    return {"code": local("laterality", "Side"), "valueCodeableConcept": value}
