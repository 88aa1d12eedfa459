"""The numbers of the hours: what goes with the hours before, and the blocks of the day."""

from __future__ import annotations

from steadyhands.analysis.findings import WIDE, ratios, rule_of, told
from steadyhands.analysis.gls import Effect
from steadyhands.analysis.hours import Hours
from steadyhands.analysis.hours_before import (
    DAYS_NEEDED,
    EACH_NEEDED,
    EXPOSED_NEEDED,
    TWITCHES_NEEDED,
    HoursBefore,
    hours_before,
)
from steadyhands.analysis.looks import FRESH_DAYS, window
from steadyhands.analysis.rhythm import clock_blocks
from steadyhands.analysis.verdicts import Verdict, Verdicts
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.factors import own_factor
from steadyhands.domain.insight import (
    LITTLE,
    NONE,
    NOT_ENOUGH,
    Basis,
    ClockFinding,
    Finding,
    Needs,
)

BY_HOUR = "case-crossover"


class HourNumbers:
    """What the hours of one table say, as of the morning of `day`."""

    def __init__(self, table: DayTable, day: int, verdicts: Verdicts) -> None:
        self._table, self._day, self._verdicts = table, day, verdicts
        self._seen = table.cut(day, window(day))
        self._hours = Hours(self._seen)

    def hours(self) -> tuple[Finding, ...]:
        """Return what the hours before say."""
        return tuple(self._by_hour(answer) for answer in hours_before(self._seen, self._hours))

    def clock(self) -> tuple[ClockFinding, ...]:
        """Return the blocks of the day."""
        found = []
        for block in clock_blocks(self._seen, self._hours):
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
                rule=rule_of(level),
            )
            if looked and block.effect:
                ratio, low, high = ratios(block.effect, 1.0, None)
                finding = finding.replaced(ratio=ratio, low=low, high=high)
            found.append(finding)
        return tuple(found)

    def _by_hour(self, answer: HoursBefore) -> Finding:
        dose = answer.dose
        needs = Needs(
            answer.days,
            answer.twitches,
            answer.exposed_days,
            answer.inside,
            answer.outside,
            max(0, EXPOSED_NEEDED - answer.exposed_days, DAYS_NEEDED - answer.days),
            days_needed=DAYS_NEEDED,
            twitches_needed=TWITCHES_NEEDED,
            known_needed=EXPOSED_NEEDED,
            sides_needed=EACH_NEEDED,
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
            return finding if verdict is None else told(finding, verdict)
        fresh = self._later_hours(dose.key, verdict) if verdict and verdict.stands else None
        widths = WIDE if verdict and verdict.stands and fresh is None else None
        effect = fresh or answer.effect
        ratio, low, high = ratios(effect, 1.0, widths)
        finding = finding.replaced(
            ratio=ratio, low=low, high=high, p=effect.p, confirmed=fresh is not None
        )
        if verdict is not None:
            return told(finding, verdict)
        level = LITTLE if dose.key in last.small_hours else NONE
        return finding.replaced(level=level, rule=rule_of(level))

    def _later_hours(self, key: str, verdict: Verdict) -> Effect | None:
        later = self._table.cut(self._day, max(verdict.claimed, window(self._day)))
        if len(later.days) < FRESH_DAYS:
            return None
        return next((a.effect for a in hours_before(later) if a.dose.key == key), None)
