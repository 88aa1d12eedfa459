"""Which factors go with twitching by day: step-down claims for weekly looks, and estimates.

Weighted step-down of Holm (1979, Scand J Stat 6:65) over all factors on both lags; a factor found
stands in the mean of those after it. The looks are paid for by a strict family threshold.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from steadyhands.analysis.effort import EffortGuard
from steadyhands.analysis.frame import Frame
from steadyhands.analysis.gls import CountGLS, Effect
from steadyhands.analysis.noise import Floats
from steadyhands.analysis.regressor import (
    DAYS_NEEDED,
    TWITCHES_NEEDED,
    Regressor,
    regressors,
)
from steadyhands.domain.day_table import DayTable

Q_A_LOOK = 0.004
Q_DAYS = 180
"""The family's threshold at one weekly look; after 180 recorded days it shrinks as 180/days.

So strict, all the looks of half a year tell about one person in thirty of a link that is not
there (measured: tests/bench); the hours before are paid for apart.
"""

NATURAL_SHARE = 0.8
MOST_CLAIMS = 4
SUSPECTS_SHARE, SUSPECTS_MOST = 0.5, 3
CORRELATED = 0.5

_DULL = 1.5
Link = tuple[str, int]


class Claim:
    """What a look found: the link, its p within the family's other claims, weight and p/weight."""

    def __init__(self, regressor: Regressor, p: float, weight: float) -> None:
        self.regressor, self.p, self.weight = regressor, p, weight

    @property
    def link(self) -> Link:
        """Return the factor's key and the lag."""
        return self.regressor.factor.key, self.regressor.lag


class DayAnalysis:
    """All factors of one table, which a caller has cut to the days that count."""

    def __init__(self, table: DayTable) -> None:
        self.table = table
        self.frame = Frame(table)
        self.regressors = regressors(table, self.frame)
        self.guard = EffortGuard(self.frame)
        self.enough = len(self.frame) >= DAYS_NEEDED and sum(table.twitches) >= TWITCHES_NEEDED
        self.testable = [r for r in self.regressors if self.enough and r.testable]
        self._fits: dict[tuple[Link, ...], CountGLS] = {}

    def fit(self, others: tuple[Link, ...] = ()) -> CountGLS:
        """Return the fit with the links `others` standing in the mean."""
        if others not in self._fits:
            z = self.frame.columns()
            extra = [self.of(link).x for link in others]
            wide = np.column_stack([z, *extra]) if extra else z
            self._fits[others] = CountGLS(self.frame.day, self.frame.y, wide)
        return self._fits[others]

    def of(self, link: Link) -> Regressor:
        """Return a link's regressor."""
        return next(r for r in self.regressors if (r.factor.key, r.lag) == link)

    def effect(self, regressor: Regressor, others: tuple[Link, ...] = ()) -> Effect:
        """Return a factor's effect for one standard deviation, guarded against effort."""
        return self._guarded(self.fit(others).effect(regressor.x), regressor)

    @cached_property
    def alone(self) -> list[Effect]:
        """Return the effect of everything testable, no other factor beside it."""
        return self.effects(self.testable)

    def effects(self, among: list[Regressor], others: tuple[Link, ...] = ()) -> list[Effect]:
        """Return each factor's own effect; the full fit only where one step shows something."""
        if not among:
            return []
        fit = self.fit(others)
        quick = fit.screened(_columns(among))
        return [
            self._guarded(fit.effect(r.x) if abs(e.t) > _DULL else e, r)
            for r, e in zip(among, quick, strict=True)
        ]

    def claims(self, q: float, suspects: tuple[str, ...] = ()) -> list[Claim]:
        """Return what is claimed at family threshold `q`, strongest first."""
        left, found = list(self.testable), list[Claim]()
        while left and len(found) < MOST_CLAIMS:
            weights = _weights(left, suspects)
            effects = self.effects(left, tuple(c.link for c in found)) if found else self.alone
            ps = [effect.p for effect in effects]
            best = min(range(len(left)), key=lambda k: ps[k] / weights[k])
            if ps[best] / weights[best] > q:
                break
            claim = Claim(left[best], ps[best], weights[best])
            found.append(claim)
            left = [r for r in left if r.factor.key != claim.link[0]]
        return found

    def partner(self, regressor: Regressor) -> str:
        """Return the factor that goes so much with this one that days cannot tell them apart."""
        others = [
            r
            for r in self.testable
            if r.lag == regressor.lag and r.factor.key != regressor.factor.key
        ]
        if not others:
            return ""
        alike = np.abs(_columns(others).T @ regressor.x) / len(self.frame)
        best = int(alike.argmax())
        return others[best].factor.key if alike[best] > CORRELATED else ""

    def _guarded(self, effect: Effect, regressor: Regressor) -> Effect:
        return effect.replaced(b=self.guard.guarded(effect.b, regressor))


def threshold(recorded: int) -> float:
    """Return the family's threshold of a look after so many recorded days."""
    return Q_A_LOOK * min(1.0, Q_DAYS / max(recorded, 1))


def _columns(among: list[Regressor]) -> Floats:
    return np.column_stack([regressor.x for regressor in among])


def _weights(among: list[Regressor], suspects: tuple[str, ...]) -> list[float]:
    """Return each test's share of the family's error; they add up to 1."""
    raw = [r.factor.weight * (NATURAL_SHARE if r.natural else 1 - NATURAL_SHARE) for r in among]
    named = [r.factor.key in suspects[:SUSPECTS_MOST] for r in among]
    of_named = sum(w for w, is_named in zip(raw, named, strict=True) if is_named)
    of_rest = sum(raw) - of_named
    if not of_named or not of_rest:
        return [w / sum(raw) for w in raw]
    return [
        w / of_named * SUSPECTS_SHARE if is_named else w / of_rest * (1 - SUSPECTS_SHARE)
        for w, is_named in zip(raw, named, strict=True)
    ]
