"""SQLite's errors in words a person can act on."""

from __future__ import annotations

import sqlite3

from steadyhands.domain.problem import DiaryBusy, DiaryDamaged, DiaryUnusable, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

_PRIMARY = 0xFF  # an extended result code keeps its family in the low byte


def explained(error: sqlite3.Error, path: str) -> Problem | None:
    """Return what an SQLite error means for the person, or None if it is our own mistake."""
    code = getattr(error, "sqlite_errorcode", None)
    family = code & _PRIMARY if code is not None else None
    if family in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return DiaryBusy("Another program is using the diary just now. Please try again.")
    if family == sqlite3.SQLITE_FULL:
        return DiaryUnusable(
            "The disk is full. Free some space, then try again; what was saved before is safe."
        )
    if family in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return DiaryUnusable("The diary at {path} may only be read, not written.", path=path)
    if family == sqlite3.SQLITE_CANTOPEN:
        return DiaryUnusable("The diary at {path} cannot be opened there.", path=path)
    if family == sqlite3.SQLITE_IOERR:
        return DiaryUnusable("The disk does not answer as it should. Please try again.")
    if family in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DiaryDamaged("The diary at {path} is damaged.", path=path)
    return None


class SaidPlainly:
    """A `with` block in which SQLite's errors turn into Problems; ours pass through."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, sqlite3.Error):
            problem = explained(error, self._path)
            if problem is not None:
                raise problem from error
