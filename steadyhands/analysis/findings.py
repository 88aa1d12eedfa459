"""The numbers of the day beside the verdicts of the last check-up."""

from __future__ import annotations

import math

from steadyhands.analysis.factors import DayAnalysis, Link
from steadyhands.analysis.gls import Effect
from steadyhands.analysis.looks import FRESH_DAYS, window
from steadyhands.analysis.regressor import (
    DAYS_NEEDED,
    KNOWN_NEEDED,
    SIDE_NEEDED,
    TWITCHES_NEEDED,
    Regressor,
)
from steadyhands.analysis.verdicts import Verdict, Verdicts
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import (
    LIKELY,
    LITTLE,
    NONE,
    NOT_ENOUGH,
    Finding,
    Needs,
)

WIDE = 3.7
"""Standard errors of a claimed link's range until later days tell: the claim picked the day."""

BY_DAY, BY_HOUR = "count-gls", "case-crossover"


class Numbers:
    """What goes with twitching by day, as of the morning of `day`."""

    def __init__(self, table: DayTable, day: int, verdicts: Verdicts) -> None:
        self._table, self._day, self._verdicts = table, day, verdicts
        self.seen = table.cut(day, window(day))
        self._analysis = DayAnalysis(self.seen)
        self._fresh: dict[int, DayAnalysis] = {}

    def factors(self) -> tuple[Finding, ...]:
        """Return what goes with twitching by day: each factor on both lags."""
        return tuple(self._by_day(regressor) for regressor in self._analysis.regressors)

    def _by_day(self, regressor: Regressor) -> Finding:
        link = (regressor.factor.key, regressor.lag)
        analysis, last = self._analysis, self._verdicts.last
        needs = self._needs(regressor)
        bare = Finding(
            *link,
            NOT_ENOUGH,
            needs,
            days=needs.days,
            twitches=needs.twitches,
            basis=regressor.basis,
            method=BY_DAY,
            natural=regressor.natural,
        )
        verdict = self._verdicts.links.get(link)
        if last is None or not analysis.enough or not regressor.testable:
            return bare if verdict is None else told(bare, verdict)
        if verdict is None and link not in last.links:
            return bare  # became testable since the last check-up, which is yet to come
        others = self._others(link[0])
        if verdict is not None and verdict.stands:
            bare = bare.replaced(partner=analysis.partner(regressor))
            later = self._later(verdict.claimed)
            held = [r for r in later.testable if (r.factor.key, r.lag) == link]
            if held and len(later.frame) >= FRESH_DAYS:
                used = {"days": len(later.frame), "twitches": sum(later.table.twitches)}
                bare = told(bare, verdict).replaced(confirmed=True, **used)
                return self._estimated(bare, held[0], later.effect(held[0]), None)
            effect = analysis.effect(regressor, others)
            return self._estimated(told(bare, verdict), regressor, effect, WIDE)
        effect = analysis.effect(regressor, others)
        finding = self._estimated(bare, regressor, effect, None)
        if verdict is not None:
            return told(finding, verdict)
        level = LITTLE if link in last.small else NONE
        return finding.replaced(level=level, rule=rule_of(level))

    def _estimated(
        self, finding: Finding, regressor: Regressor, effect: Effect, widths: float | None
    ) -> Finding:
        ratio, low, high = ratios(effect, regressor.per_ratio, widths)
        return finding.replaced(
            ratio=ratio,
            low=low,
            high=high,
            p=effect.p,
            basis=regressor.basis,
        )

    def _others(self, key: str) -> tuple[Link, ...]:
        """Return the standing links of other factors, which stand in the mean beside this one."""
        testable = {(r.factor.key, r.lag) for r in self._analysis.testable}
        return tuple(
            link
            for link, verdict in self._verdicts.links.items()
            if verdict.stands and link[0] != key and link in testable
        )

    def _later(self, since: int) -> DayAnalysis:
        if since not in self._fresh:
            self._fresh[since] = DayAnalysis(
                self._table.cut(self._day, max(since, window(self._day)))
            )
        return self._fresh[since]

    def _needs(self, regressor: Regressor) -> Needs:
        days, twitches = len(self.seen.days), sum(self.seen.twitches)
        missing = (
            DAYS_NEEDED - days,
            KNOWN_NEEDED - regressor.known,
            SIDE_NEEDED - regressor.high_days,
            SIDE_NEEDED - regressor.low_days,
            math.ceil((TWITCHES_NEEDED - twitches) / max(twitches / days, 0.1)) if days else 0,
        )
        return Needs(
            days,
            twitches,
            regressor.known,
            regressor.high_days,
            regressor.low_days,
            max(0, *missing),
            DAYS_NEEDED,
            TWITCHES_NEEDED,
            KNOWN_NEEDED,
            SIDE_NEEDED,
        )


def told(finding: Finding, verdict: Verdict) -> Finding:
    """Return the finding with a verdict's level."""
    return finding.replaced(level=verdict.level, since=verdict.since, rule=rule_of(verdict.level))


def rule_of(level: str) -> str:
    """Return which rule gave the level, for those who want to check."""
    return {
        NOT_ENOUGH: "minimum data",
        NONE: "tested at weekly check-ups, not claimed",
        LITTLE: "95 % range within 1/1.25 to 1.25",
        LIKELY: "one-sided p ≤ 0.01 on at least 28 later days, or a step agreed",
    }.get(level, "family threshold at a weekly check-up; fades at p > 0.05")


def ratios(effect: Effect, per: float, widths: float | None) -> tuple[float, float, float]:
    """Return ratio, low and high for `per` units, drawn in where they would be no numbers."""
    low, high = effect.range(widths)
    ratio, least, most = (math.exp(max(min(v * per, 50), -50)) for v in (effect.b, low, high))
    return ratio, least, most
