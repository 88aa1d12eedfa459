"""From weekly looks to verdicts that do not flicker: possible, then likely or faded.

A link enters at the family's threshold and leaves only when its own p rises above .05. It is
likely once it held up on later days alone, or once a step of the plan agreed with it.
"""

from __future__ import annotations

from steadyhands.analysis.factors import Link
from steadyhands.analysis.looks import FRESH_DAYS, Look, Looker, hours_threshold
from steadyhands.analysis.rhythm import P_CLAIM
from steadyhands.domain.insight import FADED, LIKELY, POSSIBLE
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from steadyhands.domain.insight import StepRun, StepVerdict

    K = TypeVar("K")
    Step = tuple[StepRun, StepVerdict]

P_FADED = 0.05
Z_SETTLED = 1.64
"""A rise counts as settled once its one-sided p is above .05."""

P_FRESH = 0.01
"""One-sided, in the direction of the claim, on later days only."""


class Verdict(Value):
    """The level of one link, the check-up that gave it, the one that claimed it, and its sign."""

    level: str
    since: int
    claimed: int
    b: float

    @property
    def stands(self) -> bool:
        """Return whether the link counts now."""
        return self.level in (POSSIBLE, LIKELY)


class Verdicts:
    """All verdicts after some check-ups, folded one after another.

    `hours` goes by a dose's key, `clock` by a block's first hour, `rising` holds the check-up
    at which the alarm of all twitches ("") or of a side was first raised in a row.
    """

    def __init__(self, looker: Looker, steps: Sequence[Step] = ()) -> None:
        self._looker, self._steps = looker, steps
        self.links: dict[Link, Verdict] = {}
        self.hours: dict[str, Verdict] = {}
        self.clock: dict[int, Verdict] = {}
        self.rising: dict[str, int] = {}
        self.last: Look | None = None

    def fold(self, day: int) -> None:
        """Let one check-up change the verdicts."""
        looker, look = self._looker, self._looker.look(day)
        self.last = look
        strict = hours_threshold(look.q)
        doses = [key for key, (_, p) in look.hours.items() if p <= strict]
        blocks = [first for first, (_, p) in look.clock.items() if p <= P_CLAIM]
        _judge(self.links, self._new_claims(look), look.links, day)
        _judge(self.hours, doses, look.hours, day)
        _judge(self.clock, blocks, look.clock, day)
        for link, was in _asking(self.links):
            held = self._is_later(day, was) and _held_up(was, looker.fresh(day, link, was.claimed))
            if held or self._step_agrees(link[0], was, day):
                self.links[link] = was.replaced(level=LIKELY, since=day)
        for key, was in _asking(self.hours):
            later = self._is_later(day, was)
            if later and _held_up(was, looker.fresh_hours(day, key, was.claimed)):
                self.hours[key] = was.replaced(level=LIKELY, since=day)

    def fold_trends(self, day: int) -> None:
        """Let one check-up raise alarms, or end those that have settled."""
        for side, (alarm, z) in self._looker.trends(day).items():
            if alarm:
                self.rising.setdefault(side, day)
            elif z < Z_SETTLED:
                self.rising.pop(side, None)

    def _new_claims(self, look: Look) -> list[Link]:
        """Return the claims, less those of a factor whose other lag stands."""
        standing = {link[0]: link for link, verdict in self.links.items() if verdict.stands}
        return [link for link in look.claims if standing.get(link[0], link) == link]

    def _is_later(self, day: int, was: Verdict) -> bool:
        return self._looker.fresh_days(day, was.claimed) >= FRESH_DAYS

    def _step_agrees(self, key: str, was: Verdict, day: int) -> bool:
        """Return whether a step on the factor, begun after the claim, changed what it should."""
        for run, verdict in self._steps:
            tells = verdict.level in (POSSIBLE, LIKELY) and verdict.ratio is not None
            if run.factor == key and was.claimed <= run.first and verdict.due <= day and tells:
                fewer = verdict.ratio is not None and verdict.ratio < 1
                if fewer == ((was.b < 0) == run.raises):
                    return True
        return False


def _held_up(was: Verdict, fresh: tuple[float, float]) -> bool:
    """Return whether later days alone say the same, in the same direction."""
    b, p = fresh
    return b * was.b > 0 and p / 2 <= P_FRESH


def _asking(verdicts: dict[K, Verdict]) -> list[tuple[K, Verdict]]:
    """Return what is possible and may become likely."""
    return [(key, verdict) for key, verdict in verdicts.items() if verdict.level == POSSIBLE]


def _judge(
    verdicts: dict[K, Verdict], claims: list[K], seen: dict[K, tuple[float, float]], day: int
) -> None:
    """Let claims enter, and what no longer shows at all fade."""
    for key in claims:
        if key not in verdicts or not verdicts[key].stands:
            verdicts[key] = Verdict(POSSIBLE, day, day, seen[key][0])
    for key, verdict in verdicts.items():
        if verdict.stands and seen.get(key, (0.0, 0.0))[1] > P_FADED:
            verdicts[key] = verdict.replaced(level=FADED, since=day)
