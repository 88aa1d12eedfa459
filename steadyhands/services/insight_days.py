"""The days that no longer change, kept while the program runs: heavy diaries are read once."""

from __future__ import annotations

from steadyhands.domain.moment import epoch_day
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.domain.day_table import DayTable
    from steadyhands.storage.diary import Diary

SETTLED_DAYS = 35
"""Days nearer than this are read anew each time."""


class _Kept(Value):
    """Days from `since` to before `boundary`, as they stood at the diary's row `seq`.

    `newest` is the id of that row's entry: another diary may take the file's place.
    """

    seq: int
    newest: tuple[str, ...]
    since: int
    boundary: int
    starts_at: int
    table: DayTable


class KeptDays:
    """Makes day tables of one diary, of which it keeps what lies some weeks back."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None

    def table(
        self, diary: Diary, day: int, since: int, make: Callable[[int], DayTable]
    ) -> DayTable:
        """Return the days from `since` to before `day`; `make` reads those from a day on.

        To be called within one transaction of reading.
        """
        from steadyhands.analysis.table_memory import LOOK_BACK_DAYS, joined

        seq, starts_at = diary.entries.newest_seq(), diary.day_starts_at()
        kept = self._kept
        if kept is not None and self._holds(kept, diary, day, since, starts_at):
            made = make(kept.boundary - LOOK_BACK_DAYS)
            table = joined(kept.table.cut(kept.boundary, since), made, kept.boundary)
        else:
            table = make(since)
        boundary = day - SETTLED_DAYS
        if kept is None or boundary >= kept.boundary or kept.seq != seq:
            self._kept = _Kept(
                seq, _id_at(diary, seq), since, boundary, starts_at, table.cut(boundary)
            )
        return table

    def _holds(self, kept: _Kept, diary: Diary, day: int, since: int, starts_at: int) -> bool:
        """Return whether the kept days are as they were, and those that are wanted."""
        if kept.starts_at != starts_at or not kept.since <= since < kept.boundary <= day:
            return False
        if _id_at(diary, kept.seq) != kept.newest:
            return False
        changed = diary.entries.changes_since(kept.seq).days
        return all(epoch_day(each) >= kept.boundary for each in changed)


def _id_at(diary: Diary, seq: int) -> tuple[str, ...]:
    return tuple(entry.id for entry in diary.entries.by_seq([seq]))
