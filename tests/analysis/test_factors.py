"""Factors by day: what can be tested, what is claimed, and what effort could fake."""

from itertools import pairwise

import numpy as np
import pytest

from steadyhands.analysis.effort import EffortGuard
from steadyhands.analysis.factors import DayAnalysis, _weights, threshold
from steadyhands.analysis.frame import Frame
from tests.simulate.tables import FIRST, a_table

CHANCE = np.random.default_rng(5)
DAYS = 120
COFFEE = np.repeat([0.0, 100.0, 200.0, 300.0], 30)
CHANCE.shuffle(COFFEE)


def counts(log_rate):
    return tuple(int(n) for n in CHANCE.poisson(np.exp(log_rate)))


def found(analysis, q=0.005):
    return [claim.link for claim in analysis.claims(q)]


def test_a_strong_effect_is_found_and_measured():
    table = a_table(
        DAYS,
        twitches=counts(1.2 + COFFEE / 300 * np.log(3)),
        caffeine_mg=COFFEE,
        stress=CHANCE.integers(0, 10, DAYS),
    )
    analysis = DayAnalysis(table)
    regressor = analysis.of(("caffeine_mg", 0))
    low, high = (np.exp(v * regressor.per_ratio) for v in analysis.effect(regressor).range())

    assert found(analysis) == [("caffeine_mg", 0)]
    assert (regressor.basis.low, regressor.basis.high) == (0, 300)
    assert low < 3 < high < 4.5


def test_the_day_before_is_told_from_the_same_day():
    before = np.concatenate([[0], COFFEE[:-1]])
    table = a_table(DAYS, twitches=counts(1.2 + before / 300 * np.log(3)), caffeine_mg=COFFEE)

    assert found(DayAnalysis(table)) == [("caffeine_mg", 1)]


def test_the_day_before_a_missing_day_is_unknown():
    table = a_table(DAYS, caffeine_mg=COFFEE)
    gone = {name: column[:50] + column[51:] for name, column in column_fields(table).items()}
    factors = tuple((key, values[:50] + values[51:]) for key, values in table.factors)
    analysis = DayAnalysis(table.replaced(factors=factors, **gone))

    assert analysis.of(("caffeine_mg", 0)).known == DAYS - 1
    assert analysis.of(("caffeine_mg", 1)).known == DAYS - 3  # the first day, and after the gap


def column_fields(table):
    names = ("days", "twitches", "left", "right", "sleep_told", "stress_told", "meals")
    return {name: getattr(table, name) for name in names}


def test_too_little_is_not_tested():
    sparse = np.where(np.arange(DAYS) < 5, 20.0, 0.0)
    unknown = [3.0 if day < 20 else None for day in range(DAYS)]
    analysis = DayAnalysis(a_table(DAYS, alcohol_g=sparse, stress=unknown, caffeine_mg=COFFEE))

    assert {r.factor.key for r in analysis.testable} == {"caffeine_mg"}
    assert not DayAnalysis(a_table(20, caffeine_mg=COFFEE[:20])).testable
    assert not DayAnalysis(
        a_table(DAYS, twitches=[0] * 100 + [1] * 20, caffeine_mg=COFFEE)
    ).testable


def test_a_stricter_threshold_never_claims_more():
    for seed in range(6):
        rng = np.random.default_rng(seed)
        factors = {key: rng.normal(5, 2, DAYS) for key in ("sleep_h", "stress", "screen_hours")}
        log_rate = 1 + 0.15 * factors["sleep_h"] - 0.1 * factors["stress"]
        analysis = DayAnalysis(a_table(DAYS, twitches=counts(log_rate), **factors))
        claims = [found(analysis, q) for q in (0.3, 0.05, 0.005, 1e-6, 0)]

        for loose, strict in pairwise(claims):
            assert loose[: len(strict)] == strict
        assert claims[0] and not claims[-1]


def test_weights_share_one_error_and_suspects_take_half():
    table = a_table(DAYS, caffeine_mg=COFFEE, alcohol_g=COFFEE, stress=COFFEE, tiredness=COFFEE)
    among = DayAnalysis(table).testable
    plain, named = _weights(among, ()), _weights(among, ("stress",))

    assert sum(plain) == pytest.approx(1) and sum(named) == pytest.approx(1)
    of = {(r.factor.key, r.lag): w for r, w in zip(among, plain, strict=True)}
    assert of["caffeine_mg", 0] == pytest.approx(4 * of["caffeine_mg", 1])
    assert of["alcohol_g", 1] == pytest.approx(4 * of["alcohol_g", 0]), "acts on the day after"
    assert of["caffeine_mg", 0] == pytest.approx(4 * of["tiredness", 0]), "a further factor"
    stress = sum(w for r, w in zip(among, named, strict=True) if r.factor.key == "stress")
    assert stress == pytest.approx(0.5)


def test_the_threshold_shrinks_after_180_days():
    assert threshold(28) == threshold(180) == 0.004
    assert threshold(720) == pytest.approx(0.001)


def careless_days(seed=3, days=150):
    """Return days on which care of logging thins twitches, drinks and answers together."""
    rng = np.random.default_rng(seed)
    care = 1 / (1 + np.exp(-1.2 * rng.normal(size=days)))
    return a_table(
        days,
        twitches=rng.binomial(rng.poisson(8, days), care),
        sleep_told=rng.binomial(1, care),
        stress_told=rng.binomial(1, care),
        meals=rng.binomial(3, care),
        water_ml=250.0 * rng.binomial(8, care),
    )


def test_the_effort_guard_takes_the_fake_link_of_water_away():
    analysis = DayAnalysis(careless_days())
    water = analysis.of(("water_ml", 0))
    raw = analysis.fit().effect(water.x)

    assert raw.t > 2, "careless days alone look like a link"
    assert abs(analysis.effect(water).t) < 2
    assert not found(analysis, 0.05)


def test_the_guard_leaves_negative_links_and_careful_diaries_alone():
    careful = DayAnalysis(a_table(DAYS, water_ml=COFFEE))
    careless = DayAnalysis(careless_days())
    water = careless.of(("water_ml", 0))

    assert careful.guard.guarded(0.4, careful.of(("water_ml", 0))) == 0.4
    assert EffortGuard(Frame(careless.table)).guarded(-0.4, water) == -0.4
    assert careless.guard.guarded(0.01, water) == 0


def test_two_that_go_together_are_both_named():
    magnesium = CHANCE.normal(300, 50, DAYS)
    potassium = 10 * magnesium + CHANCE.normal(0, 200, DAYS)
    analysis = DayAnalysis(a_table(DAYS, magnesium_mg=magnesium, potassium_mg=potassium))

    assert analysis.partner(analysis.of(("magnesium_mg", 0))) == "potassium_mg"
    apart = DayAnalysis(a_table(DAYS, magnesium_mg=magnesium, caffeine_mg=COFFEE))
    assert apart.partner(apart.of(("magnesium_mg", 0))) == ""


def test_days_elsewhere_in_the_calendar_give_the_same_numbers():
    table = a_table(DAYS, caffeine_mg=COFFEE)
    moved = table.replaced(first=FIRST + 700, days=tuple(day + 700 for day in table.days))
    here, there = (DayAnalysis(t) for t in (table, moved))

    assert [e.p for e in here.effects(here.testable)] == pytest.approx(
        [e.p for e in there.effects(there.testable)]
    )
