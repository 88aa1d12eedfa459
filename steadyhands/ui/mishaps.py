"""What to do about our own mistakes: keep the details in the log, say it once, stay up."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal

from steadyhands.system import logs

QUIET_MS = 10_000  # a mistake in painting comes with every frame; a person is told once


class Mishaps(QObject):
    """Takes Python's unexpected errors from `install` until `remove`.

    Each goes to the log file with its traceback. `happened` carries a sentence for the
    person, on the thread of the window and never from within the code that failed.
    """

    happened = Signal(str)
    _caught = Signal()

    def __init__(self, parent: QObject | None = None, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(parent)
        self._quiet_ms = quiet_ms
        self._since = QElapsedTimer()
        self._hook_before = sys.excepthook
        self._late = _LateFile()
        self._caught.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take unexpected errors from now on; the log file is opened for the first record."""
        self._hook_before = sys.excepthook
        sys.excepthook = self._on_error
        logger = logging.getLogger(logs.NAME)
        logger.setLevel(logging.INFO)
        logger.addHandler(self._late)

    def remove(self) -> None:
        """Leave errors to whoever had them before."""
        sys.excepthook = self._hook_before
        logging.getLogger(logs.NAME).removeHandler(self._late)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):  # SystemExit and the like mean what they say
            self._hook_before(kind, error, trace)
            return
        logging.getLogger(logs.NAME).removeHandler(self._late)
        said = logs.keep_details(error.with_traceback(trace))
        if sys.stderr is not None:  # a program without a console has none
            print(said, file=sys.stderr)
        self._caught.emit()

    def _say(self) -> None:
        if self._since.isValid() and self._since.elapsed() < self._quiet_ms:
            return
        self._since.start()
        self.happened.emit(
            self.tr("Something went wrong. What was saved is safe; the details are in the log.")
        )


class _LateFile(logging.Handler):
    """Opens the log file when there is something to write: a quiet start loads nothing for it."""

    def emit(self, record: logging.LogRecord) -> None:
        """Let the log file take this handler's place, and the record."""
        logger = logging.getLogger(logs.NAME)
        logger.removeHandler(self)
        try:
            opened = logs.open_log().handlers
        except OSError:
            return  # nowhere to write; the window itself goes on
        for handler in opened:
            handler.handle(record)
