"""Taking back acts of thousands of entries, which never pass through memory."""

from __future__ import annotations

from steadyhands.domain.problem import Problem
from steadyhands.services.journal import Done, device_of
from steadyhands.storage.entries import Act

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.moment import Moment
    from steadyhands.services.keeper import Keeper
    from steadyhands.storage.diary import Diary

PATIENCE_MS = 10_000  # how long it waits for another program that writes


def take_back(diary: Diary, act: int, now: Moment, leave_changed: bool = False) -> Done | None:
    """Take back an act as one act; None if there is nothing left of it to take back.

    Entries that were changed since stay as they are if `leave_changed`; else they are a
    Problem, and nothing changes.
    """

    def reverse() -> Done | None:
        back = diary.reversal(act)
        if back.changed_since and not leave_changed:
            raise Problem("That entry was changed again since. Please undo the later change first.")
        if not back.possible:
            return None
        first = diary.entries.newest_seq() + 1
        mark = Act(first, now.utc_ms, act)
        changes = back.write(mark, device_of(diary))
        written = diary.entries.first_of_act(first)
        assert written is not None
        older = diary.entries.before(written.entry.id, first)
        before = older.entry if older else None
        return Done(first, (written.entry,), (before,), changes, True, back.possible)

    return diary.write(reverse)


def take_back_beside(keeper: Keeper, act: int, now: Moment) -> Done | None:
    """Take back an act on a connection of its own, on any thread; None if nothing is left of it.

    It holds the diary for seconds: whoever logs meanwhile waits, whoever reads does not.
    """
    diary = keeper.open(now.local(), PATIENCE_MS)
    try:
        return take_back(diary, act, now)
    finally:
        diary.close()
