"""FHIR R4: what other programs' own models accept, with the codes that were checked."""

from __future__ import annotations

import json
import warnings

import pytest

from steadyhands.domain.entries import (
    Food,
    Note,
    Other,
    PlanMark,
    RoutineSession,
    Supplement,
    Symptom,
)
from steadyhands.exchange import fhir_codes
from steadyhands.exchange.fhir_out import observation, write_bundle
from steadyhands.exchange.out import Head
from tests.factory import (
    a_beer,
    a_checkin,
    a_coffee,
    a_moment,
    a_night,
    a_twitch,
    an_entry,
)

OWNER = "urn:uuid:00000000-0000-0000-0000-000000000000"
HEAD = Head(a_moment(), "1.0", 3)
ONE_OF_EACH = [
    an_entry(a_twitch("left", "little", doing="typing", felt="flutter", strength=3), note="hm"),
    an_entry(a_twitch("unsure", "unsure")),
    an_entry(a_twitch("right", "wrist")),
    an_entry(a_coffee()),
    an_entry(a_beer(), a_moment(offset_min=-1080)),
    an_entry(a_night(), until=a_moment(21, 30)),
    an_entry(a_checkin(symptoms=("stiffness", "pain"), workout_min=30)),
    an_entry(Note(), note="words"),
    an_entry(RoutineSession("fists", "Fists", 0.5, ("left",), 10, 60, "easier", True)),
    an_entry(Symptom("dropping-things", "right", "thumb", 4)),
    an_entry(Food("breakfast", "Oats", 40, magnesium_mg=55)),
    an_entry(Supplement("Magnesium citrate", magnesium_mg=100)),
    an_entry(Other("mood", (("w", "calm"),), (("mood", 2.5), ("more", 1.0)))),
]


@pytest.fixture(scope="module")
def models():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from fhir.resources.R4B import bundle, observation
    return bundle.Bundle, observation.Observation


@pytest.mark.parametrize("entry", ONE_OF_EACH, ids=lambda entry: entry.kind)
def test_each_kind_is_an_observation(entry, models):
    made = observation(entry, OWNER)

    read = models[1].model_validate_json(json.dumps(made))
    assert read.status == "final"
    assert read.subject.reference == OWNER
    assert json.loads(read.model_dump_json())["code"] == made["code"]
    codes = {part["code"]["text"] for part in made.get("component", [])}
    assert made["code"]["text"] not in codes  # obs-7


def test_the_bundle_is_read_by_others(models, tmp_path):
    plan = an_entry(PlanMark("start", "water", 14), id="e" * 32)

    left_out = write_bundle(str(tmp_path / "a"), HEAD, [*ONE_OF_EACH, plan])

    text = (tmp_path / "a").read_text(encoding="utf-8")
    read = models[0].model_validate_json(text)
    assert left_out == 1
    assert (read.type, len(read.entry)) == ("collection", len(ONE_OF_EACH) + 1)
    assert "e" * 12 not in text


def codings(made):
    """Return every code in a resource with its system."""
    if isinstance(made, dict):
        if "system" in made and "code" in made:
            yield made["system"], made["code"]
        for value in made.values():
            yield from codings(value)
    elif isinstance(made, list):
        for value in made:
            yield from codings(value)


def test_only_codes_that_were_checked_are_used():
    used = {code for entry in ONE_OF_EACH for code in codings(observation(entry, OWNER))}

    assert {c for s, c in used if s == fhir_codes.LOINC} == {"9000-1", "93832-4"}
    confirmed = {"85562004", "7569003", "76505004", "83738005", "65531009", "82002001", "24028007"}
    assert {c for s, c in used if s == fhir_codes.SNOMED} <= confirmed
    assert {c for s, c in used if s == fhir_codes.UCUM} == {
        "mL", "mg", "g", "{score}", "{count}", "min", "h", "s", "1",
    }  # fmt: skip


def test_a_coffee_says_how_much_of_what():
    made = observation(an_entry(a_coffee()), OWNER)

    assert made["code"]["coding"][0]["code"] == "9000-1"
    assert made["code"]["text"] == "Coffee"
    assert made["valueQuantity"]["value"] == 240
    assert made["effectiveDateTime"] == "2026-03-10T14:00:00.000+01:00"
    amounts = {c["code"]["text"]: c["valueQuantity"] for c in made["component"]}
    assert (amounts["Caffeine"]["value"], amounts["Caffeine"]["code"]) == (96, "mg")


def test_sleep_is_a_period_in_hours():
    made = observation(an_entry(a_night(), until=a_moment(21, 30)), OWNER)

    assert made["valueQuantity"]["value"] == 7.5
    assert made["effectivePeriod"]["end"] == "2026-03-10T21:30:00.000+01:00"


def test_a_side_that_has_no_confirmed_code_is_said_in_words():
    left = observation(an_entry(a_twitch("left", "index")), OWNER)
    right = observation(an_entry(a_twitch("right", "index")), OWNER)

    assert left["bodySite"]["text"] == "left index finger"
    assert left["component"][0]["valueCodeableConcept"] == {"text": "Left"}
    assert right["component"][0]["valueCodeableConcept"]["coding"][0]["code"] == "24028007"


def test_offsets_that_fhir_does_not_know_become_utc():
    made = observation(an_entry(a_beer(), a_moment(offset_min=-1080)), OWNER)

    assert made["effectiveDateTime"] == "2026-03-11T08:00:00.000+00:00"
