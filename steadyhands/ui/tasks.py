"""Slow work off the GUI thread: one worker, answers delivered back to the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from steadyhands.domain.problem import Problem

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs functions one after another on a thread of its own.

    `then` hears the answer on the GUI thread; a Problem goes to `failed`, a mistake of
    ours to the log. The thread is started for the first task.
    """

    failed = Signal(object)  # Problem
    finishing = Signal()  # the window closes: what takes long should stop
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        # Queued also when the work was done before anybody could wait for it.
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        """Call `work` on the worker thread, then `then` with its answer here."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="steadyhands-task")
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._answered.emit((done, then)))

    def beside(self) -> Tasks:
        """Return a second worker, for answers somebody waits for; it finishes with this one."""
        other = Tasks(self)
        other.failed.connect(self.failed)
        return other

    def finish(self) -> None:
        """Wait for what runs, forget what has not begun."""
        self.finishing.emit()
        for other in self.findChildren(Tasks):
            other.finish()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _deliver(self, answered: tuple[Future[object], Callable[[object], object]]) -> None:
        future, then = answered
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            then(future.result())
        elif isinstance(error, Problem):
            self.failed.emit(error)
        else:
            log.error("A task failed", exc_info=error)
