"""What the diary tells that a clinician should look at: what is due, and that it was read."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import SafetyNotice
from steadyhands.domain.moment import DAY_MS
from steadyhands.domain.redflag_rules import spoken
from steadyhands.domain.redflags import MEDICINE_CHANGED, Notice, Sign, signs_of
from steadyhands.services.journal import AHEAD_MS
from steadyhands.services.profile import ProfileBook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from steadyhands.domain.changes import Changes
    from steadyhands.domain.entries import Entry
    from steadyhands.domain.moment import Moment
    from steadyhands.domain.redflags import Rising, Spoken
    from steadyhands.services.journal import Journal
    from steadyhands.storage.diary import Diary
    from steadyhands.system.redflags import Safety

KINDS = ("symptom", "checkin", "supplement", "notice")
"""What may make a flag due, besides a twitch that felt like one of FELT and the profile."""

FELT = ("lock", "shake")

LOOK_BACK_DAYS = 56
"""No rule of `redflags.toml` looks back further (a test says so)."""


class SafetyDesk:
    """Reads one diary for the rules of the red flags, and keeps what was shown and read.

    No choice or figure keeps a rule from speaking; there is nothing here to turn off.
    """

    def __init__(self, diary: Diary, journal: Journal) -> None:
        self._diary = diary
        self._journal = journal
        self._shipped: Safety | None = None
        self._rising: tuple[Rising, ...] = ()

    def shipped(self) -> Safety:
        """Return every flag and reassuring fact of the Safety page."""
        if self._shipped is None:
            from steadyhands.system.redflags import shipped_safety

            self._shipped = shipped_safety()
        return self._shipped

    def hear(self, rising: Iterable[Rising]) -> None:
        """Take what the statistics of the last weeks found, for every later question.

        The window asks again when it hears of a change (`SETTINGS_CHANGED` will do).
        """
        self._rising = tuple(rising)

    def due(self, now: Moment) -> list[Spoken]:
        """Return the flags to show now, the most urgent first; each stays until it is read."""
        return [one for one in self.told(now) if one.due]

    def told(self, now: Moment) -> list[Spoken]:
        """Return the flags that fit the diary: those due first, then those read already."""
        trends, today = self._rising, self.day(now)
        notices = self._notices(now)
        unread = _unread(notices)
        first = min(today, *(notice.day for notice in unread)) if unread else today
        signs = self._signs(first - timedelta(days=LOOK_BACK_DAYS), unread, now)
        if not signs and not trends and not unread:
            return []  # most days: nothing that any rule asks for, so none is read
        flags = self.shipped().flags
        return spoken(flags, signs, notices, today, self._profile(today), trends)

    def keep_shown(self, told: Sequence[Spoken], now: Moment) -> Changes | None:
        """Keep that flags were shown; one that is still unread is kept once."""
        unread = {notice.rule for notice in _unread(self._notices(now))}
        return self._keep("shown", [one for one in told if one.flag.id not in unread], now)

    def keep_read(self, told: Sequence[Spoken], now: Moment) -> Changes | None:
        """Keep that flags were read: they are not due any more."""
        return self._keep("read", told, now)

    def _keep(self, act: str, told: Sequence[Spoken], now: Moment) -> Changes | None:
        if not told:
            return None
        pieces = [(SafetyNotice(one.flag.id, act), now, None, "") for one in told]
        return self._journal.log_all(pieces, now).changes

    def _notices(self, now: Moment) -> list[Notice]:
        """Return what was shown and read so far, by time."""
        starts_at = self._diary.day_starts_at()
        return [
            Notice(e.details.rule, e.details.act, day_of(e.at, starts_at), e.at.utc_ms)
            for e in self._between(("notice",), 0, now.utc_ms + AHEAD_MS)
            if isinstance(e.details, SafetyNotice)
        ]

    def _signs(self, first: date, unread: Iterable[Notice], now: Moment) -> list[Sign]:
        """Return what was logged since a day that a rule may ask for."""
        starts_at = self._diary.day_starts_at()
        days = (day_of(now, starts_at) - first).days
        start_ms, end_ms = now.utc_ms - (days + 1) * DAY_MS, now.utc_ms + AHEAD_MS
        store = self._diary.entries
        found = self._between(("symptom", "checkin", "supplement"), start_ms, end_ms)
        found += self._diary.read(lambda: store.felt(FELT, start_ms, end_ms))
        signs = [sign for entry in found for sign in signs_of(entry, day_of(entry.at, starts_at))]
        if not signs:
            return []
        for at_ms in (now.utc_ms, *(notice.at_ms for notice in unread)):
            twitch = self._diary.read(partial(store.last, "twitch", at_ms))
            signs += signs_of(twitch, day_of(twitch.at, starts_at)) if twitch is not None else []
        return signs

    def _profile(self, today: date) -> set[str]:
        """Return the conditions and medicines that the person noted."""
        profile = ProfileBook(self._diary).read()
        changed = {MEDICINE_CHANGED} if profile.changed_medicine_by(today) else set()
        limited = {"fluid_limit"} if profile.fluid_limit_ml is not None else set()
        return {*profile.conditions, *profile.medicines} | changed | limited

    def _between(self, kinds: Iterable[str], start_ms: int, end_ms: int) -> list[Entry]:
        return self._diary.read(lambda: self._diary.entries.between(kinds, start_ms, end_ms))

    def day(self, moment: Moment) -> date:
        """Return the diary's day of a moment."""
        return day_of(moment, self._diary.day_starts_at())


def _unread(notices: Iterable[Notice]) -> list[Notice]:
    """Return the notices of flags that were shown and not read since."""
    last = {notice.rule: notice for notice in notices}
    return [notice for notice in last.values() if notice.act == "shown"]
