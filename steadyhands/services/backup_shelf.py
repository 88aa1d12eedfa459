"""The backups of one diary: what there is, more of them, a second place, and the way back."""

from __future__ import annotations

import os
from datetime import datetime

from steadyhands.domain.problem import DiaryUnusable, Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.services.keeper import Keeper

    Told = Callable[[int, int], None]

DAY, WEEK, MONTH = "day", "week", "month"
SECOND_NAME = "SteadyHands backups"


class Backup(Value):
    """One backup: when it was made, where it lies, its bytes, and what it is `kept` as."""

    made: datetime
    path: str
    size: int
    kept: str = DAY


class Made(Value):
    """A backup that was made, and what kept it from the second folder, if anything did."""

    path: str
    second: str = ""
    problem: Problem | None = None


class BackupShelf:
    """Looks after the backups beside the diary and, if `second` names a folder, there too.

    In that folder each machine has a folder of its own, so that two that share it, as a
    synced folder is shared, never clear away each other's. The live diary never lies there.
    Any thread may call it.
    """

    def __init__(self, keeper: Keeper, second: str = "", machine: str = "") -> None:
        self._keeper = keeper
        self._second = second
        self._machine = machine

    def all(self) -> list[Backup]:
        """Return the backups beside the diary, newest first."""
        from steadyhands.storage import backups

        found = backups.backups(self._keeper.backup_folder)
        kept = backups.kept_for(made for made, _ in found)
        return [
            Backup(made, path, os.path.getsize(path), kept.get(made, DAY))
            for made, path in found
            if os.path.exists(path)
        ]

    def is_sound(self, path: str) -> bool:
        """Return whether a backup can be read whole and nothing in it is broken."""
        from steadyhands.storage import backups

        return backups.is_sound(path)

    def make(self, now: datetime) -> Made:
        """Make a backup now, and copy it to the second folder. Raises Problem for the first."""
        return self._told(self._keeper.back_up(now))

    def keep_up(self, now: datetime) -> Made | None:
        """Make today's backup unless there is one; see that the second folder has the newest."""
        made = self._keeper.back_up_daily(now)
        newest = self.all()[:1]
        if made is not None or (self._second and newest and self._lacks(newest[0].path)):
            return self._told(made or newest[0].path)
        return None

    def second_folder(self) -> str:
        """Return where this machine's copies lie in the second folder; empty without one."""
        if not self._second:
            return ""
        return os.path.join(self._second, SECOND_NAME, self._machine or _this_machine())

    def check_second(self) -> None:
        """Raise Problem unless the second folder is a good place."""
        self._check_there()
        first = os.path.realpath(os.path.dirname(self._keeper.path))
        if os.path.realpath(self._second) in (first, os.path.realpath(self._keeper.backup_folder)):
            raise Problem("The first backups lie there already. Please choose another folder.")

    def copy_newest(self) -> str:
        """Copy the newest backup to the second folder. Raises Problem."""
        self.check_second()
        newest = self.all()[:1]
        return self._copy(newest[0].path) if newest else ""

    def stage(self, path: str, told: Told | None = None) -> str:
        """Make a copy of a backup, or another diary, ready to take the diary's place.

        Raises Problem for what is no sound diary, or one of a newer version.
        """
        from steadyhands.storage import swap

        return swap.stage(path, self._keeper.path, told)

    def take_place(self, staged: str, now: datetime) -> str:
        """Put what was staged in the closed diary's place; return where that lies now.

        Raises DiaryBusy while another program has the diary open. Nothing is changed then.
        """
        from steadyhands.storage import swap

        return swap.take_place(self._keeper.path, staged, now)

    def discard(self, staged: str) -> None:
        """Let go of what was staged."""
        from steadyhands.storage import swap

        swap.discard(staged)

    def _told(self, path: str) -> Made:
        if not self._second:
            return Made(path)
        try:
            return Made(path, self._copy(path))
        except Problem as problem:
            return Made(path, "", problem)

    def _lacks(self, path: str) -> bool:
        return not os.path.exists(os.path.join(self.second_folder(), os.path.basename(path)))

    def _copy(self, path: str) -> str:
        from steadyhands.storage import backups

        self._check_there()
        folder = self.second_folder()
        copied = backups.copy_into(path, folder)
        backups.rotate(folder)
        return copied

    def _check_there(self) -> None:
        """A drive that was unplugged must not be made anew as an empty folder."""
        if not os.path.isdir(self._second):
            raise DiaryUnusable(
                "The second folder for backups, {folder}, is not there now.", folder=self._second
            )


def is_diary_file(path: str) -> bool:
    """Return whether a file is a diary of ours, by its content; False if it cannot be read."""
    from steadyhands.storage import swap

    try:
        with open(path, "rb") as file:
            return swap.is_diary(file.read(100))
    except OSError:
        return False


def _this_machine() -> str:
    import platform

    plain = "".join(c if c.isalnum() or c in "-_" else "-" for c in platform.node())
    return plain.strip("-") or "this computer"
