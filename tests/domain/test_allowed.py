import pytest

from steadyhands.domain.allowed import (
    caffeine_limit,
    mineral_hint,
    reference_bar,
    sleep_band,
    supplement_figures,
    water_goal,
)
from steadyhands.domain.intakes import MINERALS
from steadyhands.domain.measures import goals
from steadyhands.domain.profile import AGE_GROUPS, MEDICINES, Profile

NOBODY = Profile()


def with_(*conditions, **said):
    return Profile(conditions=conditions, **said)


@pytest.mark.parametrize("condition", ["kidney", "heart", "liver", "fluid_limit"])
def test_no_goal_for_drinks_where_drinking_is_a_clinicians_matter(condition):
    assert water_goal(with_(condition)).reason == condition
    assert not water_goal(with_(condition)).shown
    assert "water_ml" not in [goal.name for goal in goals(2000, with_(condition))]


def test_a_limit_in_ml_is_a_limit_too():
    assert water_goal(Profile(fluid_limit_ml=1500)).reason == "fluid_limit"


@pytest.mark.parametrize("profile", [NOBODY, with_("thyroid"), Profile(pregnant=True)])
def test_others_keep_their_goal(profile):
    assert water_goal(profile).shown
    assert water_goal(profile).reason == ""


@pytest.mark.parametrize("mineral", MINERALS)
def test_kidney_disease_shows_nothing_of_minerals(mineral):
    for said in ({}, {"medicines": MEDICINES}, {"pregnant": True}):
        profile = with_("kidney", **said)
        for rule in (reference_bar, mineral_hint):
            assert (rule(mineral, profile).shown, rule(mineral, profile).reason) == (
                False,
                "kidney",
            )
        assert not supplement_figures(profile).shown


def test_a_heart_leaves_hints_and_supplements_to_the_clinician_but_not_the_table():
    heart = with_("heart")
    assert reference_bar("magnesium", heart).shown
    assert mineral_hint("magnesium", heart).reason == "heart"
    assert supplement_figures(heart).reason == "heart"


@pytest.mark.parametrize("medicine", MEDICINES)
def test_only_medicines_that_keep_potassium_hide_potassium(medicine):
    profile = Profile(medicines=(medicine,))
    hidden = [m for m in MINERALS if not reference_bar(m, profile).shown]
    assert hidden == (["potassium"] if medicine in ("ace_arb", "potassium_sparing") else [])
    assert [m for m in MINERALS if not mineral_hint(m, profile).shown] == hidden


@pytest.mark.parametrize(
    ("profile", "mg"),
    [
        (NOBODY, 400),
        (Profile("71+"), 400),
        (Profile(pregnant=True), 200),
        (Profile(breastfeeding=True), 200),
        (Profile("14-17", weight_kg=50.0), 150),
        (Profile("14-17", weight_kg=150.0), 400),
        (Profile("14-17", weight_kg=90.0, pregnant=True), 200),
        (with_("kidney"), 400),
    ],
)
def test_caffeine_a_day(profile, mg):
    limit = caffeine_limit(profile)
    assert limit.shown
    assert limit.mg == mg
    assert ("caffeine_mg", mg) in [(goal.name, goal.high) for goal in goals(2000, profile)]


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        (Profile("14-17"), "minor"),
        (with_("heart"), "heart"),
        (with_("liver", pregnant=True), "liver"),
        (with_("heart", age_group="14-17", weight_kg=60), "heart"),
    ],
)
def test_no_limit_of_caffeine(profile, reason):
    limit = caffeine_limit(profile)
    assert (limit.shown, limit.reason, limit.mg) == (False, reason, 0)
    assert "caffeine_mg" not in [goal.name for goal in goals(2000, profile)]


@pytest.mark.parametrize(
    ("age", "band"),
    [("", (7, 9)), ("14-17", (8, 10)), ("18", (7, 9)), ("51-64", (7, 9)), ("65-70", (7, 8))],
)
def test_hours_of_sleep_by_age(age, band):
    found = sleep_band(Profile(age))
    assert (found.low_h, found.high_h) == band


def test_every_age_has_its_hours_of_sleep():
    bands = [
        (sleep_band(Profile(age)).low_h, sleep_band(Profile(age)).high_h) for age in AGE_GROUPS
    ]
    assert bands == [(8, 10), *[(7, 9)] * 5, *[(7, 8)] * 2]
