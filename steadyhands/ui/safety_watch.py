"""Shows the safety card when something logged calls for it, and puts it away once read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.entries import Twitch
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import DiaryBusy, Problem
from steadyhands.domain.redflags import Spoken
from steadyhands.services.journal import Done
from steadyhands.services.safety import FELT, KINDS, SafetyDesk
from steadyhands.ui.acts import Acts
from steadyhands.ui.main_window import MainWindow
from steadyhands.ui.safety_card import SafetyCard
from steadyhands.ui.signals import Signals
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard

AGAIN_MS = 600  # after another program held the diary
PAGE = "safety"


class SafetyWatch(QObject):
    """Asks the rules only when something changed that they ask for: a plain twitch costs nothing.

    What another program writes comes with `settings` among its kinds (see `Diary.others_changes`).
    """

    def __init__(
        self,
        *,
        safety: SafetyDesk,
        window: MainWindow,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
    ) -> None:
        super().__init__(window)
        self._safety = safety
        self._window = window
        self._acts = acts
        self._signals = signals
        self._clock = clock
        self._guard = guard
        self._due: list[Spoken] = []
        self._shown: SafetyCard | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look)
        signals.changed.connect(self._on_changes)
        acts.done.connect(self._on_done)
        window.closing.connect(self._soon.stop)

    def look(self) -> None:
        """Show the card of what is due, none if nothing is."""
        now = self._clock()
        try:
            due = self._safety.due(now)
        except DiaryBusy:
            self._soon.start(AGAIN_MS)
            return
        except Problem as problem:
            self._signals.trouble.emit(problem)
            return
        if _names(due) == _names(self._due):
            return
        self._due = due
        if not due:
            self._window.show_card(None)
            return
        self._window.show_card(self._card)
        if self._shown is not None:
            self._shown.announce()  # once; the card is built anew with another theme
        self._acts.perform(lambda: self._safety.keep_shown(due, now))

    def _card(self) -> QWidget:
        """Build the card of what is most urgent, within the window's margins."""
        today = self._safety.day(self._clock())
        card = SafetyCard(self._due[0], len(self._due) - 1, today, self._guard)
        card.read.connect(self._on_read)
        card.page_asked.connect(lambda: self._signals.page_asked.emit(PAGE, "told"))
        card.stay_in(self._window)
        self._shown = card
        place = _Place(card)
        if self._window.current_page() == PAGE:  # shown without a parent, it would be a window
            place.hide()
        self._window.page_shown.connect(place.on_page)
        return place

    def _on_read(self) -> None:
        read, now = self._due[:1], self._clock()
        self._acts.perform(lambda: self._safety.keep_read(read, now))

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch("settings", *KINDS):
            self._soon.start(0)

    def _on_done(self, done: Done) -> None:
        for entry in (*done.entries, *done.before):
            if (
                entry is not None
                and isinstance(entry.details, Twitch)
                and entry.details.felt in FELT
            ):
                self._soon.start(0)


class _Place(QWidget):
    """Where the card lies; the Safety page says it all itself, so not above that."""

    def __init__(self, card: SafetyCard) -> None:
        super().__init__()
        look = current_look()
        around = QVBoxLayout(self)
        around.setContentsMargins(look.px(24), 0, look.px(24), look.px(6))
        around.addWidget(card)

    def on_page(self, key: str) -> None:
        """Follow the page that is shown."""
        self.setHidden(key == PAGE)


def _names(due: list[Spoken]) -> list[tuple[str, str]]:
    return [(one.flag.id, one.urgency) for one in due]
