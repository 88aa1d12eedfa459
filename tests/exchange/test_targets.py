"""What trackers of other programs become."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import CheckIn, Drink, Note, Other, Supplement, Symptom, Twitch
from steadyhands.domain.problem import Problem
from steadyhands.exchange.targets import PLAIN, become, check_target, guess
from steadyhands.system.drinks import shipped_drinks

PRESETS = shipped_drinks()


@pytest.mark.parametrize(
    ("name", "unit", "target"),
    [
        ("Finger twitch", "", "twitch"),
        ("Left thumb twitches", "", "twitch:left:thumb"),
        ("Water", "", "drink:water"),
        ("Fluids", "ml", "drink:water"),
        ("Cups of coffee", "", "drink:coffee"),
        ("Iced tea", "ml", "drink:iced-tea"),
        ("Magnesium", "mg", "supplement:magnesium_mg"),
        ("Stress level", "", "stress"),
        ("Meditate", "min", "own"),
        ("Caffeine", "mg", "caffeine"),
        ("No coffee", "", "own"),
        ("Caffeine-free", "", "own"),
        ("Eyelid twitch", "", "own"),
    ],
)
def test_names_say_what_they_are(name, unit, target):
    assert guess(name, unit, PRESETS) == target
    assert check_target(target, PRESETS) == target


@pytest.mark.parametrize(
    ("target", "value", "unit", "made"),
    [
        ("skip", 3, "", ()),
        ("twitch", 2, "", (Twitch(), Twitch())),
        ("twitch:left:thumb", 1, "", (Twitch("left", "thumb"),)),
        ("stress", 7, "", (CheckIn(stress=7),)),
        ("workout_min", 1.5, "h", (CheckIn(workout_min=90),)),
        ("screen_hours", 90, "min", (CheckIn(screen_hours=1.5),)),
        ("supplement:magnesium_mg", 0.2, "g", (Supplement("x", magnesium_mg=200),)),
        ("symptom:pain", 1, "", (Symptom("pain"),)),
        ("symptom:pain", 0, "", ()),
        ("drink:water", 0, "", ()),
        ("note", 1, "", (Note(),)),
        ("caffeine", 0.08, "g", (Drink("x", 1, 0, caffeine_mg=80),)),
        ("own:4", 0, "", (Other("x", (("value", 4.0),), (("x", 4.0),)),)),
        ("own", 2.5, "km", (Other("x", (("value", 2.5), ("unit", "km")), (("x", 2.5),)),)),
    ],
)
def test_values_become_details(target, value, unit, made):
    assert become(target, "x", value, unit, PRESETS) == made


def test_drinks_are_volumes_or_servings():
    (litre,) = become("drink:water", "x", 1.5, "L", PRESETS)
    (cups,) = become("drink:coffee", "x", 2, "", PRESETS)

    assert litre.ml == 1500
    assert (cups.ml, cups.preset) == (474, "coffee")


@pytest.mark.parametrize(
    ("target", "value", "unit"),
    [
        ("twitch", 1.5, ""),
        ("twitch", 1e6, ""),
        ("twitch", -1, ""),
        ("stress", 11, ""),
        ("stress", 2.5, ""),
        ("drink:water", 99, "l"),
        ("drink:nectar", 1, ""),
        ("workout_min", 3, "km"),
        ("nonsense", 1, ""),
        ("sleep", 8, "h"),
        ("own:nan", 1, ""),
        ("twitch:left", 1, ""),
    ],
)
def test_what_cannot_be(target, value, unit):
    with pytest.raises(Problem):
        become(target, "x", value, unit, PRESETS)


def test_a_tracker_never_adds_to_ours_under_our_name():
    (made,) = become("own", "Stress", 4, "", PRESETS)

    assert made.amounts() == {"Stress (tracker)": 4}


def test_every_plain_word_is_a_target():
    assert [check_target(word, PRESETS) for word in PLAIN] == list(PLAIN)
