"""The Sleep & day tab: last night, the nights before, and how the day is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import CheckIn, Note, Sleep
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Done, Journal
from steadyhands.services.look import Look
from steadyhands.services.profile import ProfileBook
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.sleep.checkin_card import CheckInCard
from steadyhands.ui.tabs.sleep.hours_card import HoursCard
from steadyhands.ui.tabs.sleep.night_card import NightCard
from steadyhands.ui.tabs.sleep.note_card import NoteCard
from steadyhands.ui.tabs.sleep.presenter import (
    SleepDraft,
    Slept,
    State,
    build_state,
    first_day,
)
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.scroll_page import ScrollPage


class SleepTab(Tab):
    """Shows the sleeps, check-in and notes of today's waking, and keeps new ones."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({"sleep", "checkin", "note", "settings"})

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        choices: ChoiceBook,
        profile: ProfileBook,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        at_local: Callable[[datetime], Moment],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look = look
        self._journal = journal
        self._choices = choices
        self._profile = profile
        self._acts = acts
        self._clock = clock
        self._at_local = at_local
        self._build(guard)
        self._connect()

    def _build(self, guard: ClickGuard) -> None:
        self.page = ScrollPage()
        self.night = NightCard(self._span_of, guard)
        self.hours = HoursCard(guard)
        self.checkin = CheckInCard(guard)
        self.note = NoteCard(guard)
        columns = Columns(least=440)
        columns.add(self.night, 5)
        columns.add(self.hours, 6)
        for part in (columns, self.checkin, self.note):
            self.page.body.addWidget(part)
        self.page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def _connect(self) -> None:
        self.hours.open_asked.connect(self._on_open_night)
        self.night.save_asked.connect(self._on_save_sleep)
        self.night.quality_asked.connect(self._on_quality)
        self.checkin.save_asked.connect(self._on_save_checkin)
        self.note.save_asked.connect(self._on_save_note)
        for card in (self.night, self.checkin, self.note):
            card.remove_asked.connect(self._on_remove)
            self._acts.waiting.connect(card.set_waiting)

    def refresh(self) -> None:
        """Read the nights and today's entries and show them."""
        now = self._clock()
        today = self._look.day_of(now)
        self.show_state(
            build_state(
                now,
                self._look.sleeps(first_day(today), today, now),
                self._look.entries_of(today, now, ("checkin", "note")),
                self._choices.read().day_starts_at,
                self._profile.read(),
            )
        )

    def show_state(self, state: State) -> None:
        """Show a state on every card."""
        for card in (self.night, self.hours, self.checkin, self.note):
            card.show_state(state)

    def _span_of(self, draft: SleepDraft) -> tuple[Moment, Moment]:
        return draft.span(self._clock(), self._at_local)

    def _on_open_night(self, day: date) -> None:
        self.night.open_day(day)
        page = self.page.widget()
        if page is not None:
            self.page.ensureVisible(0, self.night.mapTo(page, QPoint(0, 0)).y(), 0, 0)

    def _on_save_sleep(self, draft: SleepDraft) -> None:
        now = self._clock()
        try:
            began, woke = self._span_of(draft)
        except Problem as problem:
            self.night.show_problem(problem)
            return
        slept = Sleep(draft.quality)

        def act() -> Done:
            if draft.changes is None:
                return self._journal.log(slept, began, now, until=woke)
            changed = draft.changes.entry_id
            return self._journal.amend(changed, now, at=began, until=woke, details=slept)

        self._keep(self.night, act)

    def _on_quality(self, slept: Slept, quality: int | None) -> None:
        now = self._clock()
        changed = Sleep(quality)
        self._acts.perform(lambda: self._journal.amend(slept.entry_id, now, details=changed))

    def _on_save_checkin(self, answers: CheckIn, changes: str) -> None:
        now = self._clock()

        def act() -> Done:
            if changes:
                return self._journal.amend(changes, now, details=answers)
            return self._journal.log(answers, now, now)

        self._keep(self.checkin, act)

    def _on_save_note(self, words: str, changes: str) -> None:
        now = self._clock()

        def act() -> Done:
            if changes:
                return self._journal.amend(changes, now, note=words)
            return self._journal.log(Note(), now, now, note=words)

        self._keep(self.note, act)

    def _on_remove(self, entry_id: str) -> None:
        now = self._clock()
        self._acts.perform(lambda: self._journal.remove([entry_id], now))

    def _keep(self, place: NightCard | CheckInCard | NoteCard, act: Callable[[], Done]) -> None:
        """Have `act` performed; what the diary refuses is said at `place`, where it was asked."""

        def tried() -> Done | None:
            try:
                return act()
            except (DiaryBusy, DiaryUnusable):
                raise
            except Problem as problem:
                place.show_problem(problem)
                return None

        said = self.tr("Saved.")
        focused = place.window().focusWidget()
        self._acts.perform(tried, lambda done: place.saved_entry(done.entry.id, said))
        if focused is not None and place.isAncestorOf(focused) and not focused.isVisible():
            place.take_focus()
