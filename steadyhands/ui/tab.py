"""What every tab is: it shows a state, and builds it anew only when seen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import DiaryBusy, Problem
from steadyhands.ui.signals import Signals

AGAIN_MS = 600  # after another program held the diary


class Tab(QWidget):
    """Base of the tabs. A subclass names its SUBJECTS and overrides `refresh`.

    SUBJECTS are the kinds of entry (and `settings`) whose change it shows. A hidden
    tab only notes that it is stale; it is brought up to date when next shown.
    """

    SUBJECTS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, signals: Signals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._trouble = signals.trouble
        signals.changed.connect(self.on_changes)
        signals.minute_passed.connect(self.on_minute)

    def refresh(self) -> None:
        """Read what the tab shows and show it."""
        raise NotImplementedError(type(self).__name__)

    def get_ready(self) -> None:
        """Make what the first press needs; called once the window has come to rest."""

    def is_settled(self) -> bool:
        """Return whether all that the tab shows is there; a tab that reads aside says when."""
        return True

    def on_changes(self, changes: Changes) -> None:
        """Refresh if the change concerns this tab and it can be seen."""
        if changes.touch(*self.SUBJECTS):
            self._renew()

    def on_minute(self) -> None:
        """Follow the time of day; a tab that does not show it may override this with nothing."""
        self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring a stale tab up to date before it is seen."""
        if self._stale:
            self._refresh_calmly()
        super().showEvent(event)

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh_calmly()

    def _refresh_calmly(self) -> None:
        """Refresh; a diary that cannot be read now leaves what was shown."""
        try:
            self.refresh()
            self._stale = False
        except DiaryBusy:
            QTimer.singleShot(AGAIN_MS, self, self._renew)
        except Problem as problem:
            self._trouble.emit(problem)
