"""Reading the whole diary page by page, and searching it."""

from __future__ import annotations

import time

from steadyhands.domain.browse import DayCounts, Finding
from steadyhands.domain.problem import Problem
from steadyhands.storage.browse import Browse
from steadyhands.storage.database import connect_reader, newest_version
from steadyhands.storage.faults import SaidPlainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from steadyhands.domain.browse import Wanted
    from steadyhands.domain.entries import Entry
    from steadyhands.storage.diary import Diary

    T = TypeVar("T")

STEP_S = 0.04  # a search gives what it found so far after about this long
_FIRST_DAYS = 8
_MORE_DAYS, _MORE_TIMES = 64, 2  # once somebody has something to read, in larger steps


class DiaryPages:
    """Reads pages on the window's own connection; each answer takes a few milliseconds."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def days(self, wanted: Wanted) -> DayCounts | None:
        """Return every day that has entries wanted, newest first; None if it takes a search."""
        return self._diary.read(lambda: self._diary.browse.days(wanted))

    def page(self, wanted: Wanted, day: int, skipped: int, most: int) -> Sequence[Entry]:
        """Return some of the wanted entries of a day since 1970, newest first."""
        return self._diary.read(lambda: self._diary.browse.page(wanted, day, skipped, most))

    def kinds_on(self, day: int) -> dict[str, int]:
        """Return how many entries of each kind a day has, wanted or not."""
        return self._diary.read(lambda: self._diary.browse.kinds_on(day))


class DiarySearch:
    """Searches the diary at `path` in steps; any thread may call it.

    Raises Problem in words when the diary cannot be read.
    """

    def __init__(self, path: str, step_s: float = STEP_S) -> None:
        self._path = path
        self._step_s = step_s

    def start(self, wanted: Wanted) -> Finding:
        """Return what is found first: the newest days."""

        began = time.monotonic()

        def look(browse: Browse) -> Finding:
            ends = began + self._step_s
            return _step(browse, wanted, browse.candidates(wanted), _FIRST_DAYS, ends)

        return self._in_one_look(look)

    def go_on(self, wanted: Wanted, rest: tuple[int, ...]) -> Finding:
        """Return what is found in the days not looked at yet."""
        ends = time.monotonic() + self._step_s * _MORE_TIMES
        return self._in_one_look(lambda browse: _step(browse, wanted, rest, _MORE_DAYS, ends))

    def whole(self, wanted: Wanted) -> Finding:
        """Return all that is found, however long it takes."""

        def look(browse: Browse) -> Finding:
            return Finding(browse.counts(wanted, browse.candidates(wanted)))

        return self._in_one_look(look)

    def _in_one_look(self, look: Callable[[Browse], T]) -> T:
        connection = connect_reader(self._path)
        try:
            with SaidPlainly(self._path):
                connection.execute("BEGIN")
                if connection.execute("PRAGMA user_version").fetchone()[0] < newest_version():
                    raise Problem("The diary needs to be opened once before it can be searched.")
                return look(Browse(connection))
        finally:
            connection.close()


def _step(browse: Browse, wanted: Wanted, days: tuple[int, ...], size: int, ends: float) -> Finding:
    """Count in more and more days at a time, until the next ones would take too long."""
    found = DayCounts()
    while days:
        before = time.monotonic()
        found = found.joined(browse.counts(wanted, days[:size]))
        days, size = days[size:], size * 2
        now = time.monotonic()
        if now + 2 * (now - before) > ends:
            break
    return Finding(found, days)
