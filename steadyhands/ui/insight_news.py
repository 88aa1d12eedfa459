"""Tells the strip and the safety card what a weekly check-up found, without being asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from steadyhands.domain.problem import Problem
from steadyhands.domain.redflags import Rising
from steadyhands.services.safety import SafetyDesk
from steadyhands.ui.insight_feed import InsightFeed
from steadyhands.ui.insight_words import news_text
from steadyhands.ui.main_window import MainWindow

CHECKUP_AFTER_MS = 20_000
"""Once the window has long been at rest: a check-up is due once a week, and can wait."""


class InsightNews(QObject):
    """One quiet line at most; most weeks, and most starts, there is nothing to do or say.

    With `checks` a check-up that is due is done unasked; of a sample it need not be.
    """

    trends_changed = Signal()

    def __init__(
        self, feed: InsightFeed, window: MainWindow, safety: SafetyDesk, checks: bool = True
    ) -> None:
        super().__init__(window)
        self._feed, self._window, self._safety, self._checks = feed, window, safety, checks
        self._rising: tuple[Rising, ...] = ()
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(feed.want)
        feed.renewed.connect(self.look)
        window.rebuilt.connect(self.look)
        window.closing.connect(self._due.stop)

    def look(self) -> None:
        """Read what the last check-up said; if one is due, let it be done in a while."""
        try:
            headline = self._feed.headline()
        except Problem:  # the strip says so itself
            return
        self._window.header.show_news("" if headline is None else news_text(headline))
        if headline is None and self._checks:
            self._due.start(CHECKUP_AFTER_MS)
        if headline is not None and headline.rising != self._rising:
            self._rising = headline.rising
            self._safety.hear(headline.rising)
            self.trends_changed.emit()
