"""One made-up person judged as the program would have judged them, week by week.

Each function takes a seed and returns figures whose means over people are what the benchmark
prints and the tests bound.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from steadyhands.analysis.experiment import step_verdict
from steadyhands.analysis.factors import DayAnalysis
from steadyhands.analysis.findings import Numbers
from steadyhands.analysis.looks import Looker, checkup_days
from steadyhands.analysis.regressor import Regressor
from steadyhands.analysis.table import day_table
from steadyhands.analysis.verdicts import Verdicts
from steadyhands.analysis.worsening import rising
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import LIKELY, POSSIBLE, Finding, StepRun
from tests.simulate.diary import Diary
from tests.simulate.person import FIRST_DAY, Person, Scenario

DAYS = 180
BY = (56, 91, 126, 175)
SAME = {"caffeine_late_mg": "caffeine_mg"}
"""Caffeine after 14:00 is caffeine too: to find it where caffeine is true is not wrong."""

_NULL = "any link ≤ .05 (variants .07), likely ≤ .02, ranges .94–.98"
_NULLS = {
    "null": Scenario(),
    "hard": Scenario(hard=True),
    "confounded-null": Scenario(confounded=True),
    "drifting": Scenario(drifting=True),
    "gappy": Scenario(gappy=True),
    "reactive": Scenario(reactive=True),
}
_EFFECTS: dict[str, tuple[Scenario, str]] = {
    "caffeine-1.5": (
        Scenario(effects={("caffeine_mg", 0): 1.5}),
        "all .03/.09/.20/.31, base ≥ 3 .04/.15/.32/.48",
    ),
    "caffeine-2": (
        Scenario(effects={("caffeine_mg", 0): 2.0}),
        "all .23/.47/.65/.74, base ≥ 3 .35/.66/.80/.90",
    ),
    "caffeine-3": (
        Scenario(effects={("caffeine_mg", 0): 3.0}),
        "all .53/.78/.86/.94, base ≥ 3 .71/.92/.96/1",
    ),
    "sleep-0.5": (
        Scenario(effects={("sleep_h", 0): 0.5}),
        "all .12/.28/.50/.66, base ≥ 3 .19/.42/.70/.87",
    ),
    "stress-2": (
        Scenario(effects={("stress", 0): 2.0}),
        "all .12/.30/.44/.58, base ≥ 3 .18/.42/.62/.77",
    ),
    "alcohol-2": (
        Scenario(effects={("alcohol_g", 1): 2.0}),
        "all .15/.44/.62/.76, base ≥ 3 .22/.63/.75/.88",
    ),
    "water-0.5": (
        Scenario(effects={("water_ml", 0): 0.5}),
        "all .12/.27/.41/.55, base ≥ 3 .20/.45/.62/.76",
    ),
    "confounded-sleep": (
        Scenario(effects={("sleep_h", 0): 0.5}, confounded=True),
        "all .15/.34/.51/.66, base ≥ 3 .25/.49/.68/.87; wrong ≤ .13",
    ),
    "acute-1.4": (Scenario(acute=1.4), "hours before .17/.30/-/.49, base ≥ 3 .29/.53/-/.79"),
    "acute-2": (Scenario(acute=2.0), "hours before .47/.65/-/.78, base ≥ 3 .71/.90/-/.96"),
}
BY_DAY: dict[str, tuple[Scenario, str]] = {
    **{name: (scenario, _NULL) for name, scenario in _NULLS.items()},
    **_EFFECTS,
}


def by_day_row(scenario: Scenario, seed: int, days: int = DAYS) -> dict[str, float]:
    """Return what weekly check-ups told one person about factors and hours before."""
    person = Person(scenario, seed, days)
    table = day_table(Diary(person).entries, FIRST_DAY + days)
    verdicts = Verdicts(Looker(table, (), {}))
    links: dict[object, int] = {}
    hours: dict[str, int] = {}
    likely: set[object] = set()
    for day in checkup_days(table.first, FIRST_DAY + days):
        verdicts.fold(day)
        for link, verdict in verdicts.links.items():
            links.setdefault(link, day - FIRST_DAY)
            likely |= {link} if verdict.level == LIKELY else set()
        for key, verdict in verdicts.hours.items():
            hours.setdefault(key, day - FIRST_DAY)
            likely |= {key} if verdict.level == LIKELY else set()
    big = sum(table.twitches) / len(table.days) >= 3
    told = _claims(scenario, links, hours, likely, big)
    if scenario.evening == 1 and scenario.acute == 1:
        told["clock: a pattern on flat days"] = float(bool(verdicts.clock))
    if scenario.effects:
        told |= _shown(person, table, Numbers(table, FIRST_DAY + days, verdicts).factors())
    return told | _ranges(person, table)


def _claims(
    scenario: Scenario,
    links: dict[object, int],
    hours: dict[str, int],
    likely: set[object],
    big: bool,
) -> dict[str, float]:
    true = {key for key, _ in scenario.effects}
    if scenario.acute != 1:
        true.add("caffeine_mg")
    wrong = {k for k, _ in links if SAME.get(k, k) not in true} | (set(hours) - true)  # type: ignore[misc]
    sure = {k if isinstance(k, str) else k[0] for k in likely}  # type: ignore[index]
    told = {
        "any wrong link": float(bool(wrong)),
        "    of factors by day": float(any(SAME.get(k, k) not in true for k, _ in links)),  # type: ignore[misc]
        "    of the hours before": float(bool(set(hours) - true)),
        "any wrong link called likely": float(any(SAME.get(k, k) not in true for k in sure)),
    }
    when = [d for link, d in links.items() if link in scenario.effects]
    if scenario.acute != 1:
        when = [d for key, d in hours.items() if key == "caffeine_mg"]
    for day in BY if true else ():
        told[f"found by day {day}"] = float(any(d <= day for d in when))
    for day in BY if true and big else ():
        told[f"found by day {day}, 3 a day or more"] = float(any(d <= day for d in when))
    if when and not hours:
        told["found links called likely by day 180"] = float(bool(likely & set(scenario.effects)))
    return told


def _ranges(person: Person, table: DayTable) -> dict[str, float]:
    """Return how many 95 % ranges hold no effect where there is none, and the true one."""
    if person.scenario.acute != 1:
        return {}
    analysis = DayAnalysis(table)
    told: dict[str, float] = {}
    null = [effect.range() for effect in analysis.alone]
    if null and not person.scenario.effects:
        told["95 % ranges that hold no effect"] = float(np.mean([a <= 0 <= b for a, b in null]))
    for (key, lag), ratio in person.scenario.effects.items():
        regressor = analysis.of((key, lag))
        if not regressor.testable:
            continue
        low, high = analysis.effect(regressor).range()
        truth = np.log(ratio) / _true_width(person, key) * regressor.sd
        logged = logged_truth(person, table, analysis, regressor)
        told["95 % range holds the truth as logged"] = float(low <= logged <= high)
        told["95 % range holds the truth as lived"] = float(low <= truth <= high)
    return told


def _shown(person: Person, table: DayTable, findings: tuple[Finding, ...]) -> dict[str, float]:
    """Return whether the ranges shown with claims hold the truth as logged."""
    analysis = DayAnalysis(table)
    told: dict[str, float] = {}
    for finding in findings:
        true = (finding.key, finding.lag) in person.scenario.effects
        if true and finding.level in (POSSIBLE, LIKELY) and finding.low and finding.high:
            regressor = analysis.of((finding.key, finding.lag))
            truth = logged_truth(person, table, analysis, regressor) / regressor.sd
            basis = finding.basis
            wide = (basis.high - basis.low) if basis else 0.0
            held = finding.low <= np.exp(truth * wide) <= finding.high
            told["range shown with the claim holds it"] = float(held)
    return told


def logged_truth(
    person: Person, table: DayTable, analysis: DayAnalysis, regressor: Regressor
) -> float:
    """Return what a perfect fit would find: forgotten and rounded entries shrink an effect."""
    rows = np.array(table.days) - FIRST_DAY
    z = np.column_stack([analysis.frame.columns(), regressor.x])
    return float(np.linalg.lstsq(z, person.log_effect[rows], rcond=None)[0][-1])


def _true_width(person: Person, key: str) -> float:
    x = person.truth(key)
    if np.median(x) == 0:
        return float(x[x > 0].mean())
    return float(np.percentile(x, 80) - np.percentile(x, 20))


@dataclass(frozen=True)
class Design:
    """A step of the plan: days of baseline, spans of blocks on and off, and what is true."""

    baseline: int
    blocks: int
    length: int
    ratio: float = 1.0


_STEP_NULL = "possible or likely ≤ .06, likely ≤ .02, ranges .93–.98"
STEPS: dict[str, tuple[Design, str]] = {
    "step-28+28": (Design(28, 1, 28), _STEP_NULL),
    "step-17+17": (Design(17, 1, 17), _STEP_NULL),
    "step-56+28": (Design(56, 1, 28), _STEP_NULL),
    "step-14/14x4": (Design(14, 7, 14), _STEP_NULL),
    "step-28+28-half": (Design(28, 1, 28, 0.5), "p < .05 .33, p < .01 .17"),
    "step-14/14x4-half": (Design(14, 7, 14, 0.5), "p < .05 .53, p < .01 .32"),
    "step-14/14x4-third": (Design(14, 7, 14, 0.35), "p < .05 .73, p < .01 .57"),
}


def step_row(design: Design, seed: int) -> dict[str, float]:
    """Return the verdict on one person's step, at its planned end."""
    spans = tuple(
        (design.baseline + block * design.length, design.baseline + (block + 1) * design.length)
        for block in range(0, design.blocks, 2)
    )
    days = spans[-1][1]
    person = Person(Scenario(step=design.ratio, on=spans), seed, days)
    table = day_table(Diary(person).entries, FIRST_DAY + days)
    run = StepRun(
        "water",
        FIRST_DAY,
        FIRST_DAY + design.baseline,
        FIRST_DAY + days - 1,
        tuple((FIRST_DAY + first, FIRST_DAY + end - 1) for first, end in spans),
    )
    verdict = step_verdict(table, run, FIRST_DAY + days)
    if verdict.ratio is None:
        return {"too few logged days": 1.0}
    told = {"too few logged days": 0.0}
    told["a change is called possible or likely"] = float(verdict.level in (POSSIBLE, LIKELY))
    told["a change is called likely"] = float(verdict.level == LIKELY)
    if verdict.ratio and verdict.low and verdict.high and verdict.expect:
        told["95 % range holds the truth"] = float(verdict.low <= design.ratio <= verdict.high)
        width = np.log(verdict.high / verdict.low) / 2
        told["width expected / seen"] = float(-np.log(verdict.expect) / width)
    return told


_YEAR = "steady: .05 by day 175"
TRENDS: dict[str, tuple[Scenario, str]] = {
    "steady-year": (Scenario(), "alarm ≤ .06 by day 175 (as lived: drift of its own included)"),
    "easy-year": (Scenario(easy=True), "alarm ≤ .06 by day 175"),
    "rise-5": (Scenario(rise=1.05), "alarm .16/.34/.85 by day 84/112/175"),
    "rise-10": (Scenario(rise=1.10), "alarm .52/.85/.99 by day 84/112/175; ≥ .80 by 112"),
    "rise-12-from-60": (Scenario(rise=1.12, rise_from=60), "alarm .05/.30/.98"),
    "fading": (Scenario(fading=0.45), "“improving” ≤ .15"),
}


def trend_row(scenario: Scenario, seed: int) -> dict[str, float]:
    """Return at which weekly looks twitching, or one side, was said to be rising."""
    year = scenario.rise == 1 and not scenario.fading
    days = 366 if year else 182
    person = Person(scenario, seed, days)
    table = day_table(Diary(person).entries, FIRST_DAY + days)
    alarms: dict[str, int] = {}
    improving = False
    for day in range(56, days, 7):
        for each in rising(table, FIRST_DAY + day):
            if each.alarm:
                alarms.setdefault(each.side and "one side", day)
            improving |= each.side == "" and each.z <= -2.5 and day <= 175
    told = {
        f"alarm by day {by}": float(alarms.get("", 999) <= by)
        for by in ((84, 112, 175, 364) if year else (84, 112, 175))
    }
    told["alarm for one side"] = float("one side" in alarms)
    told["z ≤ -2.5 at any look (“improving”)"] = float(improving)
    return told
