"""The supplements that a person already takes, known from what they logged."""

from __future__ import annotations

from datetime import timedelta

from steadyhands.domain.day import day_of
from steadyhands.domain.eating import Supplement
from steadyhands.domain.moment import DAY_MS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.moment import Moment
    from steadyhands.storage.diary import Diary

KNOWN_DAYS = 120


class SupplementBook:
    """Reads one diary's supplements; logging them is the journal's."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def known(self, now: Moment, limit: int = 6) -> list[Supplement]:
        """Return those of the last 120 days as last logged, each name once, newest first.

        Nothing is known that was never logged: none is ever proposed.
        """
        store = self._diary.entries
        today = day_of(now, self._diary.day_starts_at())
        start_ms = now.utc_ms - (KNOWN_DAYS + 2) * DAY_MS
        days = (today - timedelta(days=KNOWN_DAYS), today)
        taken = self._diary.read(
            lambda: store.between((Supplement.KIND,), start_ms, now.utc_ms + 1, days=days)
        )
        found: dict[str, Supplement] = {}
        for entry in reversed(taken):
            if isinstance(entry.details, Supplement):
                found.setdefault(entry.details.name.casefold(), entry.details)
        return list(found.values())[:limit]
