"""Made-up people with known truth, few and with fixed seeds; the benchmark has hundreds.

Bounds are far enough from the benchmark's means that chance alone does not break them, and near
enough that raw correlations (which tell two thirds of these people a trigger) could not pass.
"""

from functools import cache

import numpy as np

from steadyhands.analysis.factors import DayAnalysis, threshold
from steadyhands.analysis.hours_before import hours_before
from steadyhands.analysis.rhythm import clock_blocks
from steadyhands.analysis.table import day_table
from steadyhands.analysis.worsening import rising
from tests.simulate.diary import Diary
from tests.simulate.person import FIRST_DAY, Person, Scenario
from tests.simulate.rows import STEPS, Design, step_row

PEOPLE = 10
LOOKS = (63, 112)


@cache
def tables(**truth):
    """Return the diaries of some people of whom this is true."""
    effects = {(key, lag): ratio for key, lag, ratio in truth.pop("effects", ())}
    scenario = Scenario(effects=effects, **truth)
    days = LOOKS[-1]
    return [
        day_table(Diary(Person(scenario, 70_000 + n, days)).entries, FIRST_DAY + days)
        for n in range(PEOPLE)
    ]


def told(table):
    """Return every link by day claimed at any of the looks."""
    found = set()
    for day in LOOKS:
        analysis = DayAnalysis(table.cut(FIRST_DAY + day))
        found |= {c.link for c in analysis.claims(threshold(len(analysis.frame)))}
    return found


def test_hardly_anybody_without_a_trigger_is_told_of_one():
    plain, hard = tables(), tables(hard=True, reactive=True, gappy=True)
    people = [*plain, *hard]

    assert sum(bool(told(table)) for table in people) <= 2
    clocks = [block.p <= 0.005 for table in plain for block in clock_blocks(table)]
    assert sum(clocks) <= 1
    hours = [a.effect for t in people for a in hours_before(t) if a.effect]
    assert sum(effect.p <= 0.005 / 3 for effect in hours) <= 1


def test_ranges_of_what_does_nothing_hold_no_effect():
    held = [
        effect.range()[0] <= 0 <= effect.range()[1]
        for table in (*tables(), *tables(hard=True, reactive=True, gappy=True))
        for effect in DayAnalysis(table).alone
    ]

    assert len(held) > 400
    assert 0.93 <= np.mean(held) <= 0.99


def test_a_strong_trigger_is_found_in_most_and_hardly_any_other():
    people = tables(effects=(("caffeine_mg", 0, 3.0),))
    found = [told(table) for table in people]

    assert sum(("caffeine_mg", 0) in links for links in found) >= PEOPLE // 2
    assert sum(any("caffeine" not in key for key, _ in links) for links in found) <= 2


def test_steps_that_change_nothing_are_seldom_called_a_change():
    design, _ = STEPS["step-28+28"]
    rows = [step_row(design, 71_000 + n) for n in range(30)]
    big = [step_row(Design(28, 1, 28, 0.25), 72_000 + n) for n in range(8)]
    held = [row["95 % range holds the truth"] for row in rows]

    assert sum(row["a change is called possible or likely"] for row in rows) <= 5
    assert len(held) > 25 and np.mean(held) >= 0.85
    assert sum(row["a change is called possible or likely"] for row in big) >= 3


def test_a_steep_rise_is_told_within_four_months_and_steady_people_are_left_in_peace():
    day = FIRST_DAY + LOOKS[-1]
    steep = [rising(table, day)[0] for table in tables(rise=1.15)]
    steady = [rising(table, day)[0] for table in tables(easy=True, fading=0.45)]

    assert sum(each.alarm for each in steep) >= PEOPLE * 2 // 3
    assert sum(each.alarm for each in steady) <= 1
