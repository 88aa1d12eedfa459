"""Notices what other programs write into the diary, without ever asking in a loop."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import DiaryBusy, Problem
from steadyhands.ui.signals import Signals

SETTLE_MS = 60

log = logging.getLogger(__name__)


class DiaryWatch(QObject):
    """Watches the diary's write-ahead log; a change asks the journal what is new.

    The system tells of the change (inotify and its kin), so an idle window sleeps.
    """

    def __init__(
        self,
        path: str,
        others_changes: Callable[[], Changes],
        signals: Signals,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wal = path + "-wal"
        self._others_changes = others_changes
        self._signals = signals
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._ask)
        self._watcher = QFileSystemWatcher([os.path.dirname(os.path.abspath(path))], self)
        self._watcher.fileChanged.connect(self._on_touched)
        self._watcher.directoryChanged.connect(self._on_touched)
        self._watch_wal()

    def stop(self) -> None:
        """Ask no more; the diary is about to be closed."""
        self._settle.stop()
        self._watcher.removePaths(self._watcher.files() + self._watcher.directories())

    def _on_touched(self) -> None:
        self._watch_wal()
        if not self._settle.isActive():
            self._settle.start(SETTLE_MS)

    def _watch_wal(self) -> None:
        if self._wal not in self._watcher.files() and os.path.exists(self._wal):
            self._watcher.addPath(self._wal)

    def _ask(self) -> None:
        try:
            changes = self._others_changes()
        except DiaryBusy:
            self._settle.start(10 * SETTLE_MS)  # locked for a moment: ask again
            return
        except Problem as problem:
            log.info("Changes of other programs not read: %s", problem)
            return
        if changes:
            self._signals.changed.emit(changes)
