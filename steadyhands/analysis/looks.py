"""One look a week at all that is tested, and the memory of earlier looks.

A look depends on the days of its window alone, so its key is made of them: a memory of looks can
be kept anywhere and is never wrong; entries added or mended later simply have other keys.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from hashlib import blake2b

from steadyhands.analysis.digests import row_digests
from steadyhands.analysis.factors import DayAnalysis, Link, threshold
from steadyhands.analysis.gls import Effect
from steadyhands.analysis.hours import HourLines, Hours
from steadyhands.analysis.hours_before import DOSES, hours_before
from steadyhands.analysis.rhythm import clock_blocks
from steadyhands.analysis.worsening import rising
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import CHECKUP_EVERY_DAYS, FIRST_CHECKUP_DAYS
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

WINDOW_DAYS = 365
"""Days that one check-up looks at."""

REPLAYED = 52
"""Check-ups that a standing remembers: a link not found again for a year is no longer shown."""

SMALL = math.log(1.25)
"""A link whose 95 % range lies within 1/1.25 to 1.25 is little or none."""

TRENDS_REPLAYED = 26
"""Check-ups of which trends are remembered: as long as a trend's days reach."""

FRESH_DAYS = 28
METHOD = "1"
"""Changes whenever the same days would be judged otherwise: earlier looks are then forgotten."""


class Look(Value):
    """What one check-up saw: claims by day, and of all that was tested coefficient and own p.

    `hours` goes by a dose's key, `clock` by a block's first hour. `small` and `small_hours` name
    what can have little effect only: its whole 95 % range lies near 1.
    """

    day: int
    q: float
    claims: tuple[Link, ...]
    links: dict[Link, tuple[float, float]]
    hours: dict[str, tuple[float, float]]
    clock: dict[int, tuple[float, float]]
    small: tuple[Link, ...] = ()
    small_hours: tuple[str, ...] = ()


class Looker:
    """Looks at one table on any of its check-up days, and remembers."""

    def __init__(
        self, table: DayTable, suspects: tuple[str, ...], memo: MutableMapping[str, str]
    ) -> None:
        self._table, self._suspects, self._memo = table, suspects, memo
        self._used: set[str] = set()
        self._rows = row_digests(table)
        self._lines = HourLines(table)

    def look(self, day: int) -> Look:
        """Return what a check-up on the morning of `day` sees."""
        text = self._remembered(day, "look", lambda: _as_json(self._looked(day)))
        return _from_json(text)

    def trends(self, day: int) -> dict[str, tuple[bool, float]]:
        """Return the alarm and z of all twitches and of each side."""

        def found() -> str:
            return json.dumps({e.side: (e.alarm, e.z) for e in rising(self._table, day)})

        told = json.loads(self._remembered(day, "trends", found))
        return {side: (alarm, z) for side, (alarm, z) in told.items()}

    def fresh(self, day: int, link: Link, since: int) -> tuple[float, float]:
        """Return coefficient and p of a link on the days from `since` to before `day`."""
        name = f"fresh {link[0]} {link[1]} {since}"
        text = self._remembered(day, name, lambda: json.dumps(self._fresh(day, link, since)))
        b, p = json.loads(text)
        return float(b), float(p)

    def fresh_hours(self, day: int, key: str, since: int) -> tuple[float, float]:
        """Return the same for the hours before."""
        name = f"hours {key} {since}"
        text = self._remembered(day, name, lambda: json.dumps(self._fresh_hours(day, key, since)))
        b, p = json.loads(text)
        return float(b), float(p)

    def fresh_days(self, day: int, since: int) -> int:
        """Return how many days were recorded from `since` to before `day`."""
        return bisect_left(self._table.days, day) - bisect_left(self._table.days, since)

    def forget_unused(self) -> None:
        """Take out of the memory what was not asked for."""
        for key in [key for key in self._memo if key not in self._used]:
            del self._memo[key]

    def _remembered(self, day: int, name: str, find: Callable[[], str]) -> str:
        key = f"{day} {name} {self._digest(day)}"
        if key not in self._memo:
            self._memo[key] = find()
        self._used.add(key)
        return self._memo[key]

    def _digest(self, day: int) -> str:
        table = self._table
        first, last = bisect_left(table.days, window(day)), bisect_left(table.days, day)
        about = (METHOD, table.first, table.starts_at, table.earlier + first, self._suspects)
        told = repr(about).encode() + b"".join(self._rows[first:last])
        return blake2b(told, digest_size=12).hexdigest()

    def _looked(self, day: int) -> Look:
        seen = self._table.cut(day, window(day))
        analysis = DayAnalysis(seen)
        q = threshold(seen.earlier + len(seen.days))
        claims = tuple(claim.link for claim in analysis.claims(q, self._suspects))
        links = [(r.factor.key, r.lag) for r in analysis.testable]
        tested = {link: (e.b, e.p) for link, e in zip(links, analysis.alone, strict=True)}
        small = tuple(
            link
            for link, r, e in zip(links, analysis.testable, analysis.alone, strict=True)
            if _is_small(e, r.per_ratio)
        )
        awake = Hours(seen, self._lines)
        doses = {a.dose.key: a.effect for a in hours_before(seen, awake) if a.effect}
        clock = {b.first: (b.effect.b, b.p) for b in clock_blocks(seen, awake) if b.effect}
        return Look(
            day,
            q,
            claims,
            tested,
            {key: (effect.b, effect.p) for key, effect in doses.items()},
            clock,
            small,
            tuple(key for key, effect in doses.items() if _is_small(effect, 1.0)),
        )

    def _fresh(self, day: int, link: Link, since: int) -> tuple[float, float]:
        analysis = DayAnalysis(self._table.cut(day, max(since, window(day))))
        for regressor in analysis.testable:
            if (regressor.factor.key, regressor.lag) == link:
                effect = analysis.effect(regressor)
                return effect.b, effect.p
        return 0.0, 1.0

    def _fresh_hours(self, day: int, key: str, since: int) -> tuple[float, float]:
        for answer in hours_before(self._table.cut(day, max(since, window(day)))):
            if answer.dose.key == key and answer.effect:
                return answer.effect.b, answer.effect.p
        return 0.0, 1.0


def window(day: int) -> int:
    """Return the first day that a look on `day` sees."""
    return day - WINDOW_DAYS


def hours_threshold(q: float) -> float:
    """Return the threshold of one dose: together they may spend half of what the factors may."""
    return q / 2 / len(DOSES)


def checkup_days(first: int, day: int) -> list[int]:
    """Return the check-ups that a standing on `day` rests on, oldest first."""
    last = (day - first - FIRST_CHECKUP_DAYS) // CHECKUP_EVERY_DAYS
    return [
        first + FIRST_CHECKUP_DAYS + CHECKUP_EVERY_DAYS * k
        for k in range(max(last - REPLAYED + 1, 0), last + 1)
    ]


def _is_small(effect: Effect, per: float) -> bool:
    """Return whether the 95 % range of the ratio lies within 1/1.25 to 1.25."""
    low, high = effect.range()
    return max(abs(low), abs(high)) * per <= SMALL


def _as_json(look: Look) -> str:
    told = dict(look.__dict__)
    told["links"] = [[*link, *seen] for link, seen in look.links.items()]
    return json.dumps(told)


def _from_json(text: str) -> Look:
    told = json.loads(text)
    for name in ("claims", "small"):
        told[name] = tuple((key, lag) for key, lag in told[name])
    told["small_hours"] = tuple(told["small_hours"])
    told["links"] = {(key, lag): (b, p) for key, lag, b, p in told["links"]}
    told["clock"] = {int(first): tuple(seen) for first, seen in told["clock"].items()}
    told["hours"] = {key: tuple(seen) for key, seen in told["hours"].items()}
    return Look(**told)
