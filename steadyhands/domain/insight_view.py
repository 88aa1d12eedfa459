"""Findings as a person wants them: one a factor, those that stand first, in numbers that round."""

from __future__ import annotations

from math import floor, log10

from steadyhands.domain.factors import FACTORS
from steadyhands.domain.insight import (
    FADED,
    FIRST_CHECKUP_DAYS,
    LIKELY,
    NONE,
    POSSIBLE,
)
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from steadyhands.domain.insight import Finding, Standing

HOURLY = "case-crossover"
"""The method of the findings about the hours before."""

MORE, FEWER, TIMES = "more", "fewer", "times"
HOURS_AFTER = {"caffeine_mg": (1, 6), "alcohol_g": (1, 8), "routine_min": (0, 4)}
"""The hours after it in which each dose may act, as `analysis.hours_before` tests them."""

_STANDS = (LIKELY, POSSIBLE, FADED)
_ORDER = tuple(factor.key for factor in FACTORS)
_DERIVED = ("caffeine_late_mg", "sleep_shift_h", "meal_shift_h")  # nobody logs these
_TWICE = 2.0
_ROUGH_FROM, _ROUGH_TO = 10, 5


class Change(Value):
    """A ratio as people say it: `amount` per cent `more` or `fewer`, or so many `times`."""

    kind: str
    amount: float


class Wanting(Value):
    """What is still missing for an answer: `have` of `need` of `what`.

    `what` is age, days, known, twitches, high, low, or next if only the check-up is awaited;
    of the hours before, inside and outside, which are twitches.
    """

    what: str
    have: int = 0
    need: int = 0


class Shown(Value):
    """What a card shows: `rows` in order, and the keys of factors that were never logged."""

    rows: tuple[Finding, ...] = ()
    hours: tuple[Finding, ...] = ()
    unlogged: tuple[str, ...] = ()


def shown(standing: Standing, unlogged: Container[str] = ()) -> Shown:
    """Return one finding a factor: the natural lag, unless the other one stands.

    What stands comes first, likely links before possible and faded ones; all else keeps the
    fixed order of factors, so that nothing unproven is ranked. `unlogged` are the factors that
    no day tells of.
    """
    chosen: dict[str, Finding] = {}
    for finding in standing.findings:
        kept = chosen.get(finding.key)
        if kept is None or (_place(finding), not finding.natural) < (
            _place(kept),
            not kept.natural,
        ):
            chosen[finding.key] = finding
    logged = [f for f in chosen.values() if f.key not in unlogged]
    silent = [f.key for f in sorted(chosen.values(), key=_fixed) if f.key in unlogged]
    hours = [finding for finding in standing.hours if finding.key not in unlogged]
    return Shown(
        tuple(sorted(logged, key=lambda f: (_place(f), _fixed(f)))),
        tuple(sorted(hours, key=_place)),
        tuple(key for key in silent if key not in _DERIVED),
    )


def by_hour(finding: Finding) -> bool:
    """Return whether a finding is about the hours before, within a day."""
    return finding.method == HOURLY


def is_chance(finding: Finding) -> bool:
    """Return whether its range leaves out “no difference”, and yet it is no link: one of many."""
    if finding.level != NONE or finding.low is None or finding.high is None:
        return False
    return finding.low > 1 or finding.high < 1


def stands(finding: Finding) -> bool:
    """Return whether a finding counts: only then may it have a colour or a direction."""
    return finding.level in (LIKELY, POSSIBLE)


def wanting(finding: Finding, standing: Standing) -> Wanting:
    """Return what a finding without an answer still waits for."""
    needs = finding.needs
    if not standing.checkup:
        age = FIRST_CHECKUP_DAYS - (standing.next_checkup - standing.day)
        return Wanting("age", max(age, 0), FIRST_CHECKUP_DAYS)
    for what, have, need in (
        ("days", needs.days, needs.days_needed),
        ("known", needs.known, needs.known_needed),
        ("twitches", needs.twitches, needs.twitches_needed),
        ("inside" if by_hour(finding) else "high", needs.high, needs.sides_needed),
        ("outside" if by_hour(finding) else "low", needs.low, needs.sides_needed),
    ):
        if have < need:
            return Wanting(what, have, need)
    return Wanting("next")


def change(ratio: float, rough: bool = False) -> Change:
    """Return a ratio in whole per cent, or in times from twice on; never nought per cent.

    `rough` rounds to the nearest five per cent from ten on, as an estimate deserves.
    """
    if ratio >= _TWICE:
        return Change(TIMES, round(ratio, 1) if ratio < 10 else float(round(ratio)))
    percent = max(1, round(abs(ratio - 1) * 100))
    if rough and percent >= _ROUGH_FROM:
        percent = round(percent / _ROUGH_TO) * _ROUGH_TO
    if percent >= 100 and ratio > 1:
        return Change(TIMES, _TWICE)
    return Change(MORE if ratio >= 1 else FEWER, min(percent, 99))


def span(low: float, high: float) -> tuple[Change, Change]:
    """Return both ends of a range, the smaller change first if they are of one kind."""
    ends = (change(low), change(high))
    if ends[1].kind == TIMES and ends[0].kind == MORE:  # 1.8 to 2.4 times as many
        return Change(TIMES, round(low, 1)), ends[1]
    return (ends[1], ends[0]) if ends[0].kind == ends[1].kind == FEWER else ends


def difference(finding: Finding) -> float:
    """Return how much more of it the high days had, in two digits that count; hours as they are."""
    basis = finding.basis
    if basis is None:
        return 0.0
    amount = basis.high - basis.low
    if amount <= 0 or basis.unit == "h":
        return max(0.0, round(amount, 6))
    step: float = 10 ** (floor(log10(amount)) - 1)
    return float(round(round(amount / step) * step, 6))


def _place(finding: Finding) -> int:
    return _STANDS.index(finding.level) if finding.level in _STANDS else len(_STANDS)


def _fixed(finding: Finding) -> tuple[int, str]:
    known = finding.key in _ORDER
    return (_ORDER.index(finding.key) if known else len(_ORDER), finding.key)


def with_level(findings: Iterable[Finding], *levels: str) -> list[Finding]:
    """Return the findings of some levels."""
    return [finding for finding in findings if finding.level in levels]
