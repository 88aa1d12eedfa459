"""What goes with the twitching, reckoned beside the window and kept for whoever shows it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from steadyhands.domain.changes import Changes
from steadyhands.domain.entries import PlanMark
from steadyhands.domain.problem import Problem
from steadyhands.services.insight import Headline, Insight, Outdated
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks

_TURN_S = 0.001


class Reader(Protocol):
    """What is asked of services.insight.InsightReader."""

    def insight(self, as_of: date, today: date, is_wanted: Callable[[], bool]) -> Insight:
        """Return what is known on the morning of a day; on a worker thread."""

    def headline(self, today: date) -> Headline | None:
        """Return what the last check-up said, at once."""

    def keep_seen(self, today: date) -> None:
        """Keep that it was looked at."""


class InsightFeed(QObject):
    """Holds the newest answers; `renewed` when there are others.

    Days that are over make them, so what is logged today changes nothing. An answer that is
    outdated before it is there is given up.
    """

    renewed = Signal()

    def __init__(
        self,
        reader: Reader,
        tasks: Callable[[], Tasks],
        signals: Signals,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._make_tasks, self._today = reader, tasks, today
        self._tasks: Tasks | None = None
        self._signals = signals
        self._number = 0  # of the newest question; others are no longer wanted
        self._asked_for: date | None = None
        self._is_running = False
        self._answered: Insight | None = None
        signals.changed.connect(self._on_changes)

    @property
    def insight(self) -> Insight | None:
        """Return the newest answers, None before the first; they may be about to be renewed."""
        return self._answered

    def want(self) -> None:
        """Have today's answers found, unless they are there or on their way."""
        today = self._today()
        if self._asked_for == today:
            return
        self._asked_for = today
        self._number += 1
        if self._tasks is None:
            self._tasks = self._make_tasks()
        number, self._is_running = self._number, True
        work = partial(_found, self._reader, today, lambda: number == self._number)
        self._tasks.run(work, partial(self._on_found, number))

    def is_settled(self) -> bool:
        """Return whether nothing is on its way."""
        return not self._is_running

    def stop(self) -> None:
        """Give up what is on its way: the window closes."""
        self._number += 1

    def headline(self) -> Headline | None:
        """Return what the last check-up said by itself, None while one is due."""
        return self._reader.headline(self._today())

    def keep_seen(self) -> None:
        """Keep that the newest answers were seen: they are no news any more."""
        self._reader.keep_seen(self._today())
        self.renewed.emit()

    def _on_found(self, number: int, found: object) -> None:
        if number != self._number:
            return
        self._is_running = False
        if isinstance(found, Problem):
            self._asked_for = None
            if not isinstance(found, Outdated):
                self._signals.trouble.emit(found)
            return
        assert isinstance(found, Insight)
        self._answered = found
        self.renewed.emit()

    def _on_changes(self, changes: Changes) -> None:
        """Forget answers that rest on what was changed."""
        is_past = any(day < self._today() for day in changes.days)
        if is_past or changes.touch("settings", PlanMark.KIND):
            self._number += 1
            self._asked_for, self._is_running = None, False


def _found(reader: Reader, today: date, is_wanted: Callable[[], bool]) -> Insight | Problem:
    """Read on the worker; a refusal is an answer too."""
    with _Gently():
        try:
            return reader.insight(today, today, is_wanted)
        except Problem as problem:
            return problem


class _Gently:
    """Leaves the window its turns while a worker reckons for some seconds.

    Collecting garbage stops every thread, and after the imports of numpy and scipy for longer
    than a frame; nor must the window wait 5 ms each time it asks for Python's lock.
    """

    def __enter__(self) -> None:
        self._collects, self._interval = gc.isenabled(), sys.getswitchinterval()
        self._imports = "scipy" not in sys.modules
        gc.disable()
        sys.setswitchinterval(_TURN_S)

    def __exit__(self, *_: object) -> None:
        sys.setswitchinterval(self._interval)
        if self._collects:
            if self._imports:
                gc.freeze()  # what was imported stays; no later collection need walk through it
            gc.enable()
