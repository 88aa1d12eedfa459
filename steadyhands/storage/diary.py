"""The open diary: its tables behind one connection, and its transactions."""

from __future__ import annotations

import sqlite3
from datetime import date

from steadyhands.domain.changes import Changes
from steadyhands.domain.day import DAY_STARTS_AT, LATEST_START, day_of
from steadyhands.domain.entries import Entry
from steadyhands.storage.entries import Entries
from steadyhands.storage.faults import SaidPlainly
from steadyhands.storage.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from steadyhands.storage.browse import Browse
    from steadyhands.storage.incoming import Incoming
    from steadyhands.storage.reversal import Reversal
    from steadyhands.storage.totals import Totals

    T = TypeVar("T")


class Diary:
    """One connection's view of the diary; used by one thread only."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.path = path
        self.entries = Entries(connection)
        self.settings = Settings(connection)
        self._connection = connection
        self._browse: Browse | None = None
        with SaidPlainly(path):
            self._seen_seq = self.entries.newest_seq()
            self._seen_version = self._data_version()

    @property
    def totals(self) -> Totals:
        """Return the reader of day totals, which a log never asks."""
        from steadyhands.storage.totals import Totals

        return Totals(self._connection)

    @property
    def incoming(self) -> Incoming:
        """Return a staging for an import; the connection should serve nothing else meanwhile."""
        from steadyhands.storage.incoming import Incoming

        return Incoming(self._connection)

    def stands(self, act: int, count: int) -> bool:
        """Return whether anything of an act of `count` entries is still as the act left it."""
        from steadyhands.storage.reversal import stands

        return self.read(lambda: stands(self._connection, act, count))

    def reversal(self, act: int) -> Reversal:
        """Return what taking back an act of many entries comes to, within a transaction."""
        from steadyhands.storage.reversal import Reversal

        return Reversal(self._connection, act, self.entries.size_of_act(act))

    @property
    def browse(self) -> Browse:
        """Return the reader of pages, made when the diary is first looked through."""
        if self._browse is None:
            from steadyhands.storage.browse import Browse

            self._browse = Browse(self._connection)
        return self._browse

    def write(self, act: Callable[[], T]) -> T:
        """Run `act` in one transaction; when this returns, what it wrote is on the disk.

        Raises DiaryBusy when another program holds the diary, DiaryUnusable when
        the disk is full or the file cannot be written; then nothing was written.
        """
        return self._in_transaction("BEGIN IMMEDIATE", act)

    def aside(self, act: Callable[[], T]) -> T:
        """Run `act` in a transaction that locks nothing: it writes temporary tables only."""
        return self._in_transaction("BEGIN", act)

    def _in_transaction(self, begin: str, act: Callable[[], T]) -> T:
        with SaidPlainly(self.path):
            self._connection.execute(begin)
            try:
                result = act()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            return result

    def read(self, look: Callable[[], T]) -> T:
        """Run `look` with SQLite's errors said plainly."""
        with SaidPlainly(self.path):
            return look()

    def state(self) -> tuple[int, int]:
        """Return numbers that are others as soon as anybody has changed the diary."""
        with SaidPlainly(self.path):
            return self._data_version(), self._connection.total_changes

    def day_starts_at(self) -> int:
        """Return the hour at which a new day begins."""
        hour = self.read(lambda: self.settings.get("day_starts_at", DAY_STARTS_AT))
        known = type(hour) is int and 0 <= hour <= LATEST_START
        return hour if known else DAY_STARTS_AT  # type: ignore[return-value]

    def day_of(self, entry: Entry) -> date:
        """Return the day that an entry counts towards."""
        return day_of(entry.belongs_at(), self.day_starts_at())

    def others_changes(self, known: tuple[int, int] | None = None) -> Changes:
        """Return what other connections have changed since this was last asked.

        Settings have no history, so any commit from elsewhere counts as touching them. `known`
        is an act and its number of rows that the caller knows of: they are not looked at.
        """
        with SaidPlainly(self.path):
            # In this order: a commit between the two is then told twice, not never.
            seq, version = self.entries.newest_seq(), self._data_version()
            if version == self._seen_version:
                self._seen_seq = seq
                return Changes()
            act, count = known or (seq + 1, 0)
            changed = self.entries.changes_since(self._seen_seq, act)
            changed = changed.joined(
                self.entries.changes_since(max(self._seen_seq, act + count - 1))
            )
            self._seen_version, self._seen_seq = version, seq
            return Changes(changed.kinds | {"settings"}, changed.days)

    def copy_to(self, path: str, told: Callable[[int, int], None]) -> None:
        """Copy the whole diary to a new file; `told(done, total)` hears of pages, and may raise."""
        from steadyhands.storage.backups import copy_whole

        copy_whole(self._connection, path, told)

    def checkpoint_by_hand(self) -> None:
        """Leave checkpoints to `checkpoint`, so that no log ever waits for one."""
        self._connection.execute("PRAGMA wal_autocheckpoint = 0")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _data_version(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version
