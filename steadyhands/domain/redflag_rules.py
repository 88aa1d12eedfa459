"""Which red flags the diary tells of now, which of them are to be shown, and which were read.

Nothing here measures or weighs: what was logged fits a pattern or does not, and no
figure can keep a flag from speaking.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from steadyhands.domain.redflags import (
    BOTH,
    URGENCIES,
    Notice,
    Pattern,
    RedFlag,
    Rising,
    Sign,
    Spoken,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORSE_BY = 2
"""So many more of 10 than before it was read, and a flag speaks again at once: our choice."""


def spoken(
    flags: Sequence[RedFlag],
    signs: Iterable[Sign],
    notices: Iterable[Notice],
    today: date,
    profile: Iterable[str] = (),
    rising: Iterable[Rising] = (),
) -> list[Spoken]:
    """Return the flags that fit the diary, the most urgent first; `due` are those to show.

    A flag is due until it is read, however old its signs have become by then; only when
    they are taken out of the diary does it go. Once read, it is due again when a sign is
    logged after its quiet days, or at once when it is worse by WORSE_BY. Reading a flag
    counts as reading those it covers.
    """
    told = _Told(tuple(signs), tuple(notices), today, frozenset(profile), tuple(rising))
    found = [one for flag in flags if (one := told.flag(flag, flags)) is not None]
    covered = {name for one in found for name in one.flag.covers}
    kept = [one for one in found if one.flag.id not in covered]
    return sorted(kept, key=lambda one: (not one.due, URGENCIES.index(one.urgency)))


def longest_days(flags: Iterable[RedFlag]) -> int:
    """Return how many days back the patterns look at most."""
    return max((pattern.within for flag in flags for pattern in flag.when), default=0)


class _Told:
    """What the diary tells on one day."""

    def __init__(
        self,
        signs: tuple[Sign, ...],
        notices: tuple[Notice, ...],
        today: date,
        profile: frozenset[str],
        rising: tuple[Rising, ...],
    ) -> None:
        self._signs = sorted(signs, key=lambda sign: sign.at_ms)
        self._notices = notices
        self._today = today
        self._profile = profile
        self._rising = rising

    def flag(self, flag: RedFlag, flags: Sequence[RedFlag]) -> Spoken | None:
        """Return the flag if it fits now, or fitted when it was shown and is still unread."""
        if not flag.when:
            return None
        names = {flag.id, *(other.id for other in flags if flag.id in other.covers)}
        read = max(
            (n for n in self._notices if n.act == "read" and n.rule in names),
            key=lambda notice: notice.at_ms,
            default=None,
        )
        unread = [
            n
            for n in self._notices
            if n.rule == flag.id and n.act == "shown" and (read is None or n.at_ms > read.at_ms)
        ]
        now = self._best(flag, self._today)
        if now is not None and (read is None or unread or _anew(flag, now.signs, read)):
            return now
        for notice in unread:
            then = self._best(flag, notice.day, lasting=True)
            if then is not None:
                return then
        return None if now is None or read is None else now.replaced(due=False, read=read.day)

    def _best(self, flag: RedFlag, as_of: date, lasting: bool = False) -> Spoken | None:
        """Return the flag by the most urgent of its patterns that fit.

        With `lasting`, a trend counts that has since gone.
        """
        fits = [
            Spoken(flag, pattern.urgency or flag.urgency, tuple(found))
            for pattern in flag.when
            if (found := self._fit(pattern, as_of, lasting))
        ]
        return min(fits, key=lambda one: URGENCIES.index(one.urgency), default=None)

    def _fit(self, pattern: Pattern, as_of: date, lasting: bool) -> list[Sign]:
        """Return the signs by which a pattern fits, none if it does not."""
        if pattern.profile and self._profile.isdisjoint(pattern.profile):
            return []
        if pattern.trend:
            fits = lasting or any(map(partial(_rises, pattern), self._rising))
            return [Sign(pattern.trend, as_of, 0)] if fits else []
        first = as_of - timedelta(days=pattern.within - 1)
        recent = [sign for sign in self._signs if first <= sign.day <= as_of]
        found = [sign for sign in recent if sign.what in pattern.signs]
        beside = [sign for sign in recent if sign.what in pattern.also]
        days = {sign.day for sign in found}
        if len(days) < pattern.days or (max(days) - min(days)).days < pattern.span:
            return []
        if pattern.also and not beside:
            return []
        fits = _on_sides(pattern.side, found) and _has_risen(pattern.rise, found)
        return found if fits else []


def _anew(flag: RedFlag, signs: Iterable[Sign], read: Notice) -> bool:
    """Return whether something is new since a flag was read."""
    from_day = read.day + timedelta(days=flag.quiet_days())
    before = [s.severity for s in signs if s.severity is not None and s.at_ms <= read.at_ms]
    since = [s.severity for s in signs if s.severity is not None and s.at_ms > read.at_ms]
    worse = bool(before and since) and max(since) >= max(before) + WORSE_BY
    return worse or any(sign.day >= from_day for sign in signs)


def _rises(pattern: Pattern, one: Rising) -> bool:
    return one.what == pattern.trend and one.weeks >= pattern.weeks


def _on_sides(wanted: str, signs: Iterable[Sign]) -> bool:
    """Return whether signs are on the one side, or on both, that a pattern asks for."""
    if not wanted:
        return True
    sides = {sign.side for sign in signs if sign.side}
    both = BOTH in sides or len(sides) > 1
    return both if wanted == BOTH else bool(sides) and not both


def _has_risen(rise: int, signs: Sequence[Sign]) -> bool:
    """Return whether the newest severity is `rise` above the least before it."""
    known = [sign.severity for sign in signs if sign.severity is not None]
    return not rise or (len(known) > 1 and known[-1] >= min(known[:-1]) + rise)
