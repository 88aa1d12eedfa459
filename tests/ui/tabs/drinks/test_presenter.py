"""What the Drinks tab shows, without Qt."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain import caffeine
from steadyhands.domain.amounts import US_FL_OZ_ML
from steadyhands.domain.caffeine import doses_in
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import Drink
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile
from steadyhands.services.choices import Choices
from steadyhands.services.look import DayLook
from steadyhands.system.drinks import shipped_drinks
from steadyhands.ui.tabs.drinks import sizes
from steadyhands.ui.tabs.drinks.presenter import (
    GLASS,
    TILES,
    build_state,
    stepped_bedtime,
    stepped_goal,
    wall_in_day,
)
from tests.factory import a_beer, a_coffee, a_night, a_water, an_entry
from tests.stubs import moment_of

DAY = date(2026, 3, 10)
PRESETS = shipped_drinks()
NOBODY = Profile()
A_MATE = DrinkPreset("own-1", "Yerba mate", "tea", 300, 99, 30)


def at(hours: float):
    return moment_of(datetime(2026, 3, 10) + timedelta(hours=hours))


def a_state(*drinks, now=15.0, recent=(), presets=PRESETS, profile=NOBODY, **chosen):
    night = an_entry(a_night(), at(-1), until=at(7))
    entries = (night, *(an_entry(d, at(h), id=f"{i:032x}") for i, (d, h) in enumerate(drinks)))
    day = DayLook(DAY, 4, entries, tuple(doses_in(entries)))
    return build_state(day, recent, Choices(**chosen), profile, presets, at(now))


def used(*preset_ids):
    return [an_entry(Drink("A drink", 200, 190, preset=i)) for i in preset_ids]


def test_the_presenter_needs_no_qt():
    code = "import sys, steadyhands.ui.tabs.drinks.presenter; assert 'PySide6' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_glass_comes_first_in_its_own_size():
    state = a_state(glass_ml=330)
    assert (state.tiles[0].preset_id, state.tiles[0].ml) == (GLASS, 330)
    assert len(state.tiles) == TILES


def test_what_is_drunk_most_has_a_tile_and_keeps_its_place():
    state = a_state(recent=used("latte", "latte", "tomato-juice", "water"))
    ids = [tile.preset_id for tile in state.tiles]
    assert {"latte", "tomato-juice"} <= set(ids)
    assert "water" not in ids  # the glass is there for it
    order = [preset.id for preset in PRESETS]
    assert ids[1:] == sorted(ids[1:], key=order.index)


def test_own_drinks_have_a_tile_without_being_used():
    state = a_state(presets=[A_MATE, *PRESETS])
    (mate,) = [tile for tile in state.tiles if tile.own]
    assert (mate.name, mate.kind, mate.caffeine_mg) == ("Yerba mate", "caffeine", 90)


def test_every_drink_is_in_its_group():
    groups = dict(a_state(presets=[A_MATE, *PRESETS]).groups)
    assert sum(len(tiles) for tiles in groups.values()) == len(PRESETS) + 1
    assert groups["tea"][0].preset_id == "own-1"


def test_todays_drinks_come_newest_first():
    state = a_state((a_water(), 8), (a_coffee(), 9), (a_beer(), 14))
    assert [e.details.name for e in state.entries] == ["Beer", "Coffee", "Water"]
    assert state.alcohol_g == 13


@pytest.mark.parametrize(
    ("drunk", "now", "word"),
    [
        (0, 6.9, "start"),
        (1000, 14.5, "on_pace"),
        (750, 14.5, "under_glass"),
        (250, 14.5, "under"),
        (1500, 14.5, "ahead"),
        (2000, 14.5, "reached"),
        (1250, 22.5, "evening"),
    ],
)
def test_the_pace_in_a_word(drunk, now, word):
    sips = [(a_water(250), 6.5)] * (drunk // 250)
    goal = a_state(*sips, now=now).goal
    assert goal.word == word
    assert goal.drunk_ml == drunk


def test_the_pace_runs_evenly_from_waking_to_an_hour_before_bed():
    # Awake at 7, bedtime 23:00: 15 hours for two litres.
    assert a_state(now=14.5).goal.pace_ml == pytest.approx(1000)
    assert a_state(now=22).goal.pace_ml == 2000
    assert a_state(now=14.5).goal.gap_ml == pytest.approx(1000)


def test_more_than_a_litre_in_an_hour_is_noted():
    assert a_state(*[(a_water(350), 14.6)] * 3, now=15).goal.much_at_once
    assert not a_state(*[(a_water(350), 13.5)] * 3, now=15).goal.much_at_once


def test_caffeine_is_what_the_domain_says():
    state = a_state((a_coffee(), 8), (a_coffee(), 11), now=15)
    doses = [caffeine.Dose(at(8).utc_ms, 96), caffeine.Dose(at(11).utc_ms, 96)]
    found = state.caffeine
    assert found.today_mg == 192
    assert found.now_mg == caffeine.remaining(doses, at(15).utc_ms)
    assert found.at_bed == caffeine.band(doses, at(23).utc_ms)
    cup = next(p for p in PRESETS if p.id == "coffee").serving().caffeine_mg
    assert found.cup_mg == cup
    assert (found.now_min, found.bed_min) == (15 * 60, 23 * 60)
    assert found.span[0] < found.now_min < found.bed_min < found.span[1]


def test_the_latest_time_for_another_cup():
    state = a_state(now=9)
    latest_ms = caffeine.latest_time_for(state.caffeine.cup_mg, at(23).utc_ms, [])
    assert state.caffeine.more == "until"
    assert state.caffeine.latest == at(0).shifted(latest_ms - at(0).utc_ms).local().time()
    assert a_state(now=17).caffeine.more == "past"
    assert a_state((a_coffee(caffeine_mg=400), 14), now=15).caffeine.more == "none"
    assert a_state(now=23.5).caffeine.more == "bedtime"


def test_a_slower_body_moves_the_figures():
    usual, slow = a_state((a_coffee(), 8)), a_state((a_coffee(), 8), half_life_h=9.0)
    assert slow.caffeine.now_mg > usual.caffeine.now_mg


def test_a_bedtime_after_midnight_belongs_to_the_same_day():
    state = a_state(bedtime_min=30)
    assert state.caffeine.bed_min == 24 * 60 + 30
    assert stepped_bedtime(23 * 60 + 45, 30) == 15
    assert stepped_bedtime(0, -30) == 23 * 60 + 30


def test_a_goal_stays_within_its_limits():
    assert stepped_goal(2000, 250) == 2250
    assert stepped_goal(600, -250) == 500
    assert stepped_goal(4900, 250) == 5000


def test_a_time_of_day_is_taken_within_the_diarys_day():
    begins = datetime(2026, 3, 10, 4)
    assert wall_in_day(time(14, 5), begins) == datetime(2026, 3, 10, 14, 5)
    assert wall_in_day(time(1), begins) == datetime(2026, 3, 11, 1)


@given(st.sampled_from(PRESETS), st.booleans())
def test_the_usual_serving_is_always_among_the_sizes(preset, us):
    offered = sizes.offered_sizes(preset.id, preset.group, preset.serving_ml, us)
    assert preset.serving_ml in offered
    assert 3 <= len(offered) <= 4
    assert list(offered) == sorted(offered)
    for smaller, larger in pairwise(offered):
        assert larger / smaller > 1.1


@given(st.sampled_from(PRESETS), st.floats(1, 5000))
def test_another_size_holds_as_much_as_that_serving_does(preset, ml):
    usual = preset.serving()
    try:
        wanted = preset.serving(ml)
    except Problem:
        return  # nobody drinks five litres of espresso
    found = sizes.resized(usual, ml)
    assert found.water_ml == pytest.approx(wanted.water_ml, rel=0.01, abs=0.1)
    assert found.caffeine_mg == pytest.approx(wanted.caffeine_mg, rel=0.01, abs=0.1)
    assert (found.preset, found.slow) == (usual.preset, usual.slow)


def test_bare_amounts_are_in_the_persons_unit():
    assert sizes.volume_reader(us=False)("300") == 300
    assert sizes.volume_reader(us=True)("8") == pytest.approx(8 * US_FL_OZ_ML, abs=0.01)
    assert sizes.volume_reader(us=True)("300 ml") == 300
    for nonsense in ("", "a bucket", "-5", "nan", "9999 l"):
        for us in (False, True):
            with pytest.raises(Problem):
                sizes.volume_reader(us)(nonsense)


def test_strength_and_caffeine_as_typed():
    assert [sizes.read_percent(t) for t in ("", "5", "12,5 %", "4.8%")] == [0, 5, 12.5, 4.8]
    assert [sizes.read_caffeine(t) for t in ("", "95", "0.1 g")] == [0, 95, 100]
    for nonsense in ("strong", "nan", "inf", "-1", "97"):
        with pytest.raises(Problem):
            sizes.read_percent(nonsense)


def test_an_own_drink_holds_what_was_said():
    cider = sizes.own_preset("own-1", " Cider ", "alcohol", 500, (0, 4.5))
    drink = cider.serving()
    assert (cider.name, drink.ml) == ("Cider", 500)
    assert drink.alcohol_g == pytest.approx(500 * 0.045 * 0.789, abs=0.01)
    assert drink.water_ml + 500 * 0.045 <= 500
    mate = sizes.own_preset("own-2", "Mate", "tea", 300, (85, 0)).serving()
    assert mate.caffeine_mg == pytest.approx(85, abs=0.01)


def test_heart_disease_shows_what_was_drunk_without_goal_or_limit():
    heart = Profile(conditions=("heart",))
    state = a_state((a_water(), 9), (a_coffee(), 10), profile=heart)
    assert state.goal.drunk_ml > 250
    assert (state.goal.allowed.shown, state.goal.allowed.reason) == (False, "heart")
    assert (state.caffeine.limit.shown, state.caffeine.limit.reason) == (False, "heart")
    assert state.caffeine.today_mg > 0


def test_a_clinicians_limit_goes_with_the_missing_goal():
    state = a_state(profile=Profile(conditions=("fluid_limit",), fluid_limit_ml=1200))
    assert (state.goal.allowed.reason, state.goal.limit_ml) == ("fluid_limit", 1200)


def test_the_limit_of_caffeine_follows_the_profile():
    assert a_state().caffeine.limit.mg == 400
    expecting = a_state(profile=Profile(breastfeeding=True)).caffeine
    assert (expecting.limit.mg, expecting.expecting) == (200, True)
    minor = a_state(profile=Profile("14-17", weight_kg=50)).caffeine
    assert (minor.limit.mg, minor.minor) == (150, True)
