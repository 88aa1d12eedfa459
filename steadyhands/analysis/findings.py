"""The numbers of the day beside the verdicts of the last check-up."""

from __future__ import annotations

import math

from steadyhands.analysis.factors import DayAnalysis, Link
from steadyhands.analysis.gls import Effect
from steadyhands.analysis.hours import Hours
from steadyhands.analysis.hours_before import EXPOSED_NEEDED, HoursBefore, hours_before
from steadyhands.analysis.hours_before import TWITCHES_NEEDED as HOURS_TWITCHES
from steadyhands.analysis.looks import FRESH_DAYS, window
from steadyhands.analysis.regressor import (
    DAYS_NEEDED,
    KNOWN_NEEDED,
    SIDE_NEEDED,
    TWITCHES_NEEDED,
    Regressor,
)
from steadyhands.analysis.rhythm import clock_blocks
from steadyhands.analysis.verdicts import Verdict, Verdicts
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.factors import own_factor
from steadyhands.domain.insight import (
    LIKELY,
    LITTLE,
    NONE,
    NOT_ENOUGH,
    Basis,
    ClockFinding,
    Finding,
    Needs,
)

WIDE = 3.7
"""Standard errors of a claimed link's range until later days tell: the claim picked the day."""

SMALL = 1.25
"""A link whose 95 % range lies within 1/1.25 to 1.25 is little or none."""

BY_DAY, BY_HOUR = "count-gls", "case-crossover"


class Numbers:
    """Findings of one table as of the morning of `day`."""

    def __init__(self, table: DayTable, day: int, verdicts: Verdicts) -> None:
        self._table, self._day, self._verdicts = table, day, verdicts
        self.seen = table.cut(day, window(day))
        self._analysis = DayAnalysis(self.seen)
        self._hours = Hours(self.seen)
        self._fresh: dict[int, DayAnalysis] = {}

    def factors(self) -> tuple[Finding, ...]:
        """Return what goes with twitching by day: each factor on both lags."""
        return tuple(self._by_day(regressor) for regressor in self._analysis.regressors)

    def hours(self) -> tuple[Finding, ...]:
        """Return what the hours before say."""
        return tuple(self._by_hour(answer) for answer in hours_before(self.seen, self._hours))

    def clock(self) -> tuple[ClockFinding, ...]:
        """Return the blocks of the day."""
        found = []
        for block in clock_blocks(self.seen, self._hours):
            verdict = self._verdicts.clock.get(block.first)
            looked = self._verdicts.last is not None and block.effect is not None
            level = verdict.level if verdict else NONE if looked else NOT_ENOUGH
            since = verdict.since if verdict else 0
            finding = ClockFinding(
                block.first,
                block.last,
                level,
                days=block.days,
                twitches=block.twitches,
                per=block.per,
                since=since,
                rule=_rule(level),
            )
            if looked and block.effect:
                ratio, low, high = _ratios(block.effect, 1.0, None)
                finding = finding.replaced(ratio=ratio, low=low, high=high)
            found.append(finding)
        return tuple(found)

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
            return bare if verdict is None else _told(bare, verdict)
        if verdict is None and link not in last.links:
            return bare  # became testable since the last check-up, which is yet to come
        others = self._others(link[0])
        if verdict is not None and verdict.stands:
            bare = bare.replaced(partner=analysis.partner(regressor))
            later = self._later(verdict.claimed)
            held = [r for r in later.testable if (r.factor.key, r.lag) == link]
            if held and len(later.frame) >= FRESH_DAYS:
                return self._estimated(_told(bare, verdict), held[0], later.effect(held[0]), None)
            effect = analysis.effect(regressor, others)
            return self._estimated(_told(bare, verdict), regressor, effect, WIDE)
        effect = analysis.effect(regressor, others)
        finding = self._estimated(bare, regressor, effect, None)
        if verdict is not None:
            return _told(finding, verdict)
        level = _level(finding.low, finding.high)
        return finding.replaced(level=level, rule=_rule(level))

    def _estimated(
        self, finding: Finding, regressor: Regressor, effect: Effect, widths: float | None
    ) -> Finding:
        ratio, low, high = _ratios(effect, regressor.per_ratio, widths)
        confirmed = widths is None and finding.level not in (NOT_ENOUGH,) and bool(finding.since)
        return finding.replaced(
            ratio=ratio,
            low=low,
            high=high,
            p=effect.p,
            confirmed=confirmed,
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

    def _by_hour(self, answer: HoursBefore) -> Finding:
        dose = answer.dose
        needs = Needs(
            answer.days,
            answer.twitches,
            answer.exposed_days,
            answer.inside,
            answer.outside,
            max(0, EXPOSED_NEEDED - answer.exposed_days),
            twitches_needed=HOURS_TWITCHES,
            known_needed=EXPOSED_NEEDED,
            sides_needed=25,
        )
        finding = Finding(
            dose.key,
            dose.nearest,
            NOT_ENOUGH,
            needs,
            days=answer.days,
            twitches=answer.twitches,
            method=BY_HOUR,
            basis=Basis(dose.unit, 0.0, own_factor(dose.key).unit),
        )
        verdict, last = self._verdicts.hours.get(dose.key), self._verdicts.last
        if answer.effect is None or last is None or (not verdict and dose.key not in last.hours):
            return finding if verdict is None else _told(finding, verdict)
        fresh = self._later_hours(dose.key, verdict) if verdict and verdict.stands else None
        widths = WIDE if verdict and verdict.stands and fresh is None else None
        effect = fresh or answer.effect
        ratio, low, high = _ratios(effect, 1.0, widths)
        finding = finding.replaced(
            ratio=ratio, low=low, high=high, p=effect.p, confirmed=fresh is not None
        )
        if verdict is not None:
            return _told(finding, verdict)
        level = _level(low, high)
        return finding.replaced(level=level, rule=_rule(level))

    def _later_hours(self, key: str, verdict: Verdict) -> Effect | None:
        later = self._table.cut(self._day, max(verdict.claimed, window(self._day)))
        if len(later.days) < FRESH_DAYS:
            return None
        return next((a.effect for a in hours_before(later) if a.dose.key == key), None)


def _told(finding: Finding, verdict: Verdict) -> Finding:
    return finding.replaced(level=verdict.level, since=verdict.since, rule=_rule(verdict.level))


def _level(low: float | None, high: float | None) -> str:
    small = low is not None and high is not None and low >= 1 / SMALL and high <= SMALL
    return LITTLE if small else NONE


def _rule(level: str) -> str:
    """Return which rule gave the level, for those who want to check."""
    return {
        NOT_ENOUGH: "minimum data",
        NONE: "tested at weekly check-ups, not claimed",
        LITTLE: "95 % range within 1/1.25 to 1.25",
        LIKELY: "one-sided p ≤ 0.01 on at least 28 later days, or a step agreed",
    }.get(level, "family threshold 0.005 at a weekly check-up; fades at p > 0.05")


def _ratios(effect: Effect, per: float, widths: float | None) -> tuple[float, float, float]:
    """Return ratio, low and high for `per` units, drawn in where they would be no numbers."""
    low, high = effect.range(widths)
    ratio, least, most = (math.exp(max(min(v * per, 50), -50)) for v in (effect.b, low, high))
    return ratio, least, most
