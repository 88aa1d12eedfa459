"""Between a click and the diary: does the act, says how it went, keeps it if it must wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.services.journal import Done
from steadyhands.ui.signals import Signals
from steadyhands.ui.words import problem_text

RETRY_MS = 250

Act = Callable[[], "Done | Changes | None"]


class Acts(QObject):
    """Performs what a person asked for, in order, on the diary of one window.

    A diary held by another program makes an act wait here, at the time it was asked
    for, and tries again until it is written; nothing asked for is dropped.
    """

    done = Signal(object)  # Done: an act on entries, for the toast
    refused = Signal(str, object)  # a sentence for the person; what tries again, or None
    waiting = Signal(bool)  # acts are waiting for the diary, or no more

    def __init__(self, signals: Signals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._queue: deque[tuple[Act, Callable[[Done], object] | None]] = deque()
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setTimerType(Qt.TimerType.CoarseTimer)
        self._retry.timeout.connect(self.try_waiting)

    def perform(self, act: Act, then: Callable[[Done], object] | None = None) -> None:
        """Do `act` now, or as soon as the diary is free; `then` hears what was done."""
        self._queue.append((act, then))
        if len(self._queue) == 1:
            self._work()

    def has_waiting(self) -> bool:
        """Return whether something asked for is not written yet."""
        return bool(self._queue)

    def try_waiting(self) -> bool:
        """Try what waits once more; return whether all is written."""
        if self._queue:
            self._work()
        return not self._queue

    def forget_waiting(self) -> None:
        """Give up what waits, as the person chose."""
        self._queue.clear()
        self._retry.stop()

    def _work(self) -> None:
        try:
            while self._queue and self._try_first():
                pass
        finally:
            if self._queue:
                self._retry.start(RETRY_MS)
            else:
                self._retry.stop()
            self.waiting.emit(bool(self._queue))

    def _try_first(self) -> bool:
        """Do the act that waits longest; return False if the diary is not free."""
        act, then = self._queue[0]
        try:
            result = act()
        except DiaryBusy:
            return False
        except Problem as problem:
            self._queue.popleft()
            again = partial(self.perform, act, then)
            may_again = isinstance(problem, DiaryUnusable)  # a full disk may have room again
            self.refused.emit(problem_text(problem), again if may_again else None)
            return True
        except Exception:  # our own mistake: it must not hold up what was asked for after it
            self._queue.popleft()
            raise
        self._queue.popleft()
        self._finish(result, then)
        return True

    def _finish(self, result: Done | Changes | None, then: Callable[[Done], object] | None) -> None:
        if isinstance(result, Done):
            if then is not None:
                then(result)
            self._signals.changed.emit(result.changes)
            self.done.emit(result)
        elif result is not None:
            self._signals.changed.emit(result)
