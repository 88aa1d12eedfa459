"""What takes weeks: a step of the plan, a trend, and the next experiment."""

import numpy as np
import pytest

from steadyhands.analysis.experiment import expected_change, step_verdict
from steadyhands.analysis.suggest import planned_run, suggest
from steadyhands.analysis.worsening import rising
from steadyhands.domain.insight import (
    LIKELY,
    NONE,
    NOT_ENOUGH,
    POSSIBLE,
    Finding,
    Needs,
    Standing,
    StepRun,
)
from tests.simulate.tables import FIRST, a_table

RUN = StepRun("water", FIRST, FIRST + 28, FIRST + 55, ((FIRST + 28, FIRST + 55),))
DUE = FIRST + 56


def halved(days=70, ratio=0.4, seed=3, on=range(28, 56)):
    rng = np.random.default_rng(seed)
    rate = [5 * (ratio if day in on else 1) for day in range(days)]
    return a_table(days, twitches=rng.poisson(rate))


def test_a_step_that_changed_much_is_told_at_its_end_and_no_sooner():
    table = halved()
    early, due, later = (step_verdict(table, RUN, day) for day in (DUE - 1, DUE, DUE + 9))

    assert early.level == NOT_ENOUGH and early.ratio is None and early.due == DUE
    assert due.level == LIKELY and due.low < 0.4 < due.high
    assert due == later, "looked at once, at the planned end"
    assert (due.baseline_days, due.step_days) == (28, 28)


def test_a_step_that_changed_nothing_is_no_change():
    verdict = step_verdict(halved(ratio=1), RUN, DUE)

    assert verdict.level == NONE and verdict.low < 1 < verdict.high


def test_a_step_of_few_logged_days_is_not_judged():
    table = halved()
    kept = {n: getattr(table, n)[:40] for n in ("days", "twitches", "left", "right", "meals")}
    short = table.replaced(**kept, sleep_told=(1,) * 40, stress_told=(1,) * 40)

    assert step_verdict(short, RUN, DUE).level == NOT_ENOUGH


def test_fortnights_on_and_off_show_a_smaller_change_than_one_long_step():
    calm = halved(28, ratio=1)
    steady = expected_change(calm, planned_run("x", FIRST + 28, "steady", 4))
    fortnights = expected_change(calm, planned_run("x", FIRST + 28, "fortnights", 14))

    assert steady < fortnights < 1
    assert planned_run("x", 0, "fortnights", 6).on == ((0, 13), (28, 41))


def test_what_a_step_can_show_is_about_what_it_then_showed():
    verdict = step_verdict(halved(ratio=1), RUN, DUE)
    width = np.log(verdict.high / verdict.low) / 2

    assert -np.log(verdict.expect) == pytest.approx(width, rel=0.35)


def growing(weekly, days=120, seed=8, **more):
    rng = np.random.default_rng(seed)
    rate = 3 * weekly ** (np.arange(days) / 7)
    return a_table(days, twitches=rng.poisson(rate), **more)


def test_a_rise_over_weeks_raises_an_alarm_and_is_measured():
    found = rising(growing(1.12), FIRST + 120)[0]

    assert found.alarm and found.low < 1.12 < found.high and found.weeks == 17
    assert not rising(growing(1.0), FIRST + 120)[0].alarm


def test_no_alarm_before_eight_weeks():
    assert not rising(growing(1.3, 55), FIRST + 55)[0].alarm
    assert rising(growing(1.3, 56), FIRST + 56)[0].alarm


def test_logging_that_fades_is_not_taken_for_improving():
    rng = np.random.default_rng(6)
    care = 1 / (1 + np.exp(-(1.5 - 0.45 * np.arange(120) / 30)))
    table = a_table(
        120,
        twitches=rng.binomial(rng.poisson(6, 120), care),
        sleep_told=rng.binomial(1, care),
        stress_told=rng.binomial(1, care),
        meals=rng.binomial(3, care),
    )

    assert rising(table, FIRST + 120)[0].z > -2.5


def test_one_side_that_takes_over_is_told_and_two_even_sides_are_not():
    rng = np.random.default_rng(9)
    right = rng.binomial(6, np.linspace(0.4, 0.95, 120))
    lopsided = a_table(120, twitches=[6] * 120, left=6 - right, right=right)
    even = rng.binomial(6, 0.5, 120)
    both = a_table(120, twitches=[6] * 120, left=6 - even, right=even)

    assert [r.alarm for r in rising(lopsided, FIRST + 120)] == [False, False, True]
    assert not any(r.alarm for r in rising(both, FIRST + 120))


def test_without_sides_or_days_nothing_is_said():
    assert [r.weekly for r in rising(a_table(20), FIRST + 20)] == [None, None, None]


ORDER = (("water", "water_ml"), ("caffeine", "caffeine_mg"), ("hands", ""))


def standing(*findings):
    return Standing(FIRST + 60, FIRST + 56, FIRST + 63, 60, 240, findings)


def link(key, level=POSSIBLE, since=FIRST + 35):
    return Finding(key, 0, level, Needs(60, 240, 60, 30, 30, 0), since=since)


def test_a_possible_link_is_tested_before_the_articles_order():
    table = a_table(60)
    plain = suggest(standing(), table, ORDER)
    linked = suggest(standing(link("caffeine_mg")), table, ORDER)

    assert (plain.step, plain.why) == ("water", "order")
    assert (linked.step, linked.factor, linked.why) == ("caffeine", "caffeine_mg", "link")
    assert linked.design == "fortnights" and 0 < linked.expect < 1 and linked.weeks in (6, 10, 14)


def test_what_has_a_verdict_is_not_suggested_again():
    table = a_table(60)

    assert suggest(standing(link("water_ml")), table, ORDER, ("water",)).step == "caffeine"
    assert suggest(standing(), table, ORDER, [step for step, _ in ORDER]) is None
    assert suggest(standing(), table, ORDER, (), ("water",)).design == "steady"
