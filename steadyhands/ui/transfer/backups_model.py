"""The backups as the window knows them, read and made beside it. It outlives the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from steadyhands.domain.problem import Problem
from steadyhands.services.backup_shelf import Backup, BackupShelf, Made
from steadyhands.services.keeper import Keeper
from steadyhands.ui.tasks import Tasks

LIVE = ""  # the key under which the diary itself is checked


class BackupsModel(QObject):
    """What there is, what was found sound, and what has just happened (`news`)."""

    changed = Signal()

    def __init__(
        self,
        keeper: Keeper,
        second: Callable[[], str],
        now: Callable[[], datetime],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper, self._second, self._now, self._tasks = keeper, second, now, tasks
        self.backups: list[Backup] = []
        self.sound: dict[str, bool] = {}
        self.checking: set[str] = set()
        self.is_making = False
        self.made: Made | None = None
        self.problem: Problem | None = None
        self.is_read = False

    def second(self) -> str:
        """Return the second folder, empty without one."""
        return self._second()

    def shelf(self, second: str | None = None) -> BackupShelf:
        """Return who does the work."""
        return BackupShelf(self._keeper, self._second() if second is None else second)

    def read(self) -> None:
        """Read the list anew."""
        self._run(self.shelf().all, self._on_read)

    def check(self, path: str = LIVE) -> None:
        """Read a backup, or the diary itself, from end to end."""
        self.checking.add(path)
        shelf, keeper = self.shelf(), self._keeper

        def work() -> object:
            return keeper.is_sound() if path == LIVE else shelf.is_sound(path)

        def then(answer: object) -> None:
            self.checking.discard(path)
            if isinstance(answer, Problem):
                self.problem = answer
            else:
                self.sound[path] = bool(answer)
            self.changed.emit()

        self._run(work, then)

    def make(self) -> None:
        """Make a backup now."""
        now, shelf = self._now(), self.shelf()
        self.is_making, self.made, self.problem = True, None, None
        self._run(lambda: shelf.make(now), self._on_made)

    def may_be_second(self, folder: str) -> bool:
        """Return whether a folder is a good second place; if not, `problem` says why."""
        self.made, self.problem = None, None
        try:
            self.shelf(folder).check_second()
        except Problem as problem:
            self.problem = problem
        return self.problem is None

    def copy_there(self) -> None:
        """Copy the newest backup to the second folder, which was just chosen."""
        now, shelf = self._now(), self.shelf()

        def work() -> object:
            made = shelf.keep_up(now)
            shelf.copy_newest()
            return made

        self.made, self.problem = None, None
        self._run(work, self._on_made)

    def _run(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        def plainly() -> object:
            try:
                return work()
            except Problem as problem:
                return problem

        self._tasks.run(plainly, then)
        self.changed.emit()

    def _on_read(self, answer: object) -> None:
        if isinstance(answer, list):
            self.backups = answer
        self.is_read = True
        self.changed.emit()

    def _on_made(self, answer: object) -> None:
        self.is_making = False
        if isinstance(answer, Problem):
            self.problem = answer
        elif isinstance(answer, Made):
            self.made = answer
            self.problem = answer.problem
        self.read()
