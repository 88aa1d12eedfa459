"""Looks for what is wanted: at once where the rollups tell, else on the worker, step by step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from steadyhands.domain.browse import Finding, Wanted
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.diary.model import Pages
from steadyhands.ui.tasks import Tasks


class Search(Protocol):
    """What is asked of services.browse.DiarySearch, on a worker thread."""

    def start(self, wanted: Wanted) -> Finding:
        """Return what is found first."""

    def go_on(self, wanted: Wanted, rest: tuple[int, ...]) -> Finding:
        """Return what is found next."""

    def whole(self, wanted: Wanted) -> Finding:
        """Return all that is found."""


class Finder(QObject):
    """One search at a time; what is asked for meanwhile is the next one, the rest is dropped."""

    found = Signal(object, object, bool)  # Wanted, DayCounts, whether that is all
    found_more = Signal(object, bool)  # DayCounts of older days, whether that is all
    failed = Signal(object)  # Problem

    def __init__(
        self, pages: Pages, search: Search, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._search = search
        self._tasks = tasks
        self._wanted: Wanted | None = None
        self._again = False
        self._busy = False

    def is_busy(self) -> bool:
        """Return whether more is to come."""
        return self._busy

    def look_for(self, wanted: Wanted, again: bool = False) -> None:
        """Find what is wanted; `again` for what is shown already, to be replaced in one go.

        Raises Problem when the diary cannot be read now.
        """
        self._wanted, self._again = wanted, again
        quick = self._pages.days(wanted)
        if quick is not None:
            self._wanted = None
            self.found.emit(wanted, quick, True)
        elif not self._busy:
            self._begin()

    def stop(self) -> None:
        """Look no further; what comes still is dropped."""
        self._wanted = None

    def _begin(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._busy = True
        work = self._search.whole if self._again else self._search.start
        again, self._again = self._again, False
        self._tasks.run(
            partial(_tried, partial(work, wanted)), partial(self._on_first, wanted, again)
        )

    def _on_first(self, wanted: Wanted, again: bool, answer: object) -> None:
        if self._is_over(wanted, answer) or not isinstance(answer, Finding):
            return
        self.found.emit(wanted, answer.found, not answer.rest)
        self._go_on(wanted, answer.rest)

    def _on_more(self, wanted: Wanted, answer: object) -> None:
        if self._is_over(wanted, answer) or not isinstance(answer, Finding):
            return
        self.found_more.emit(answer.found, not answer.rest)
        self._go_on(wanted, answer.rest)

    def _go_on(self, wanted: Wanted, rest: tuple[int, ...]) -> None:
        if not rest:
            self._wanted = None
            return
        self._busy = True
        work = partial(self._search.go_on, wanted, rest)
        self._tasks.run(partial(_tried, work), partial(self._on_more, wanted))

    def _is_over(self, wanted: Wanted, answer: object) -> bool:
        """Return whether an answer is of no use any more, and begin what is wanted now."""
        self._busy = False
        if wanted is not self._wanted:
            self._begin()
            return True
        if isinstance(answer, Problem):
            self._wanted = None
            self.failed.emit(answer)
            return True
        return False


def _tried(work: Callable[[], object]) -> object:
    try:
        return work()
    except Problem as problem:
        return problem
