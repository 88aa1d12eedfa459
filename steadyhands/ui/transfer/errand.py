"""Work that takes a while: it runs beside the window, says how far it is, and can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from steadyhands.domain.problem import Problem
from steadyhands.services.transfer import Cancelled
from steadyhands.ui.tasks import Tasks

TOLD_EVERY_S = 0.05

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], object]


class Errand(QObject):
    """One errand at a time; a new one takes the place of one that runs.

    `ended` carries the answer, a Problem, or None if it was stopped.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._turn = 0
        self._running = 0  # the turn that runs, 0 for none
        tasks.finishing.connect(self.stop)

    def is_busy(self) -> bool:
        """Return whether something runs."""
        return self._running != 0

    def start(self, work: Work) -> None:
        """Run `work(progress, cancelled)`; it raises Cancelled once it hears that it is."""
        self._turn += 1
        turn = self._running = self._turn

        def run() -> tuple[int, object]:
            try:
                answer = None if turn != self._running else self._call(work, turn)
            except Cancelled:
                answer = None
            except Problem as problem:
                answer = problem
            return turn, answer

        self._tasks.run(run, self._on_answer)

    def stop(self) -> None:
        """Stop what runs, as soon as it hears of it; `ended` says None at once."""
        if self._running:
            self._running = 0
            self.ended.emit(None)

    def _call(self, work: Work, turn: int) -> object:
        last = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if turn == self._running and now - last >= TOLD_EVERY_S:
                last = now
                # Per mille: a signal's whole number ends at 2 GiB, files do not.
                self.progressed.emit(done * 1000 // max(total, 1), 1000)

        return work(progress, lambda: turn != self._running)

    def _on_answer(self, answered: object) -> None:
        turn, answer = answered if isinstance(answered, tuple) else (0, None)
        if turn == self._running:
            self._running = 0
            self.ended.emit(answer)
