"""The diary as a file: opened, backed up, checked, restored."""

from __future__ import annotations

import os
from datetime import datetime

from steadyhands.domain.problem import DiaryUnusable
from steadyhands.storage import database
from steadyhands.storage.diary import Diary
from steadyhands.storage.faults import SaidPlainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Keeper:
    """Looks after the diary at `path`, with its backups in `backup_folder`.

    Each method opens a connection of its own, so that any thread may call it.
    """

    def __init__(self, path: str, backup_folder: str) -> None:
        self.path = path
        self.backup_folder = backup_folder

    def open(self, now: datetime, wait_ms: int = database.WAIT_MS) -> Diary:
        """Open the diary; make it, or bring it up to date after a backup, if need be.

        Raises DiaryUnusable (in words), its kinds DiaryDamaged and DiaryNewer, or DiaryBusy.
        """

        def back_up(connection: Any) -> None:
            from steadyhands.storage import backups

            backups.make_backup(connection, self.backup_folder, now)

        return Diary(database.open_database(self.path, back_up, wait_ms), self.path)

    def back_up(self, now: datetime) -> str:
        """Make a backup now, let old ones go, and return the new one's path."""
        from steadyhands.storage import backups

        self._must_exist()
        source = database.connect_reader(self.path)
        try:
            made = backups.make_backup(source, self.backup_folder, now)
        finally:
            source.close()
        backups.rotate(self.backup_folder)
        return made

    def back_up_daily(self, now: datetime) -> str | None:
        """Make a backup unless there is one of today."""
        from steadyhands.storage import backups

        made = backups.backups(self.backup_folder)
        if any(stamp.date() == now.date() for stamp, _ in made):
            return None
        return self.back_up(now)

    def is_sound(self) -> bool:
        """Return whether the whole file can be read and nothing in it is broken."""
        from steadyhands.storage import backups

        self._must_exist()
        return backups.is_sound(self.path)

    def newest_backup(self) -> tuple[datetime, str] | None:
        """Return when the newest sound backup was made, and its path."""
        from steadyhands.storage import backups

        return backups.newest_sound(self.backup_folder)

    def restore(self, backup: str, now: datetime) -> str:
        """Put a backup in the place of the closed diary; return where the old one lies now."""
        from steadyhands.storage import backups

        return backups.restore(self.path, backup, now)

    def put_aside(self, now: datetime) -> str:
        """Move a damaged, closed diary out of the way; return where it lies now."""
        from steadyhands.storage import backups

        return backups.put_aside(self.path, now)

    def checkpoint(self) -> None:
        """Move what the write-ahead log holds into the file, without waiting for anybody."""
        self._must_exist()
        connection = database.connect(self.path)
        try:
            with SaidPlainly(self.path):
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()

    def _must_exist(self) -> None:
        if not os.path.exists(self.path):
            raise DiaryUnusable("There is no diary at {path} yet.", path=self.path)
