"""The Diary: everything there is, newest first; found, mended, added and taken away here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.browse import DayCounts, Wanted
from steadyhands.domain.changes import Changes
from steadyhands.domain.day import day_of
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import KINDS, Entry
from steadyhands.domain.moment import Moment, epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Journal
from steadyhands.services.look import Look
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.diary import wording
from steadyhands.ui.tabs.diary.entry_form import AddPanel, EditPanel
from steadyhands.ui.tabs.diary.filter_panel import FilterPanel
from steadyhands.ui.tabs.diary.finder import Finder, Search
from steadyhands.ui.tabs.diary.list_card import ListCard
from steadyhands.ui.tabs.diary.mender import Mender
from steadyhands.ui.tabs.diary.model import Pages
from steadyhands.ui.tabs.diary.note_panel import NotePanel
from steadyhands.ui.tabs.diary.panel import Panel
from steadyhands.ui.tabs.diary.presenter import MOST_AT_ONCE, Filters
from steadyhands.ui.tabs.diary.top_bar import TopBar
from steadyhands.ui.tabs.diary.vocabulary import typed_words
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage

NARROW_PX = 860  # below it, a form takes the list's place


class DiaryTab(Tab):
    """A list of everything, and one form at a time beside it."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({*KINDS, "settings"})

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        choices: ChoiceBook,
        pages: Pages,
        search: Search,
        presets: Callable[[], Sequence[DrinkPreset]],
        tasks: Tasks,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        at_local: Callable[[datetime], Moment],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look, self._choices, self._presets = look, choices, presets
        self._clock, self._at_local, self._guard = clock, at_local, guard
        self._filters = Filters()
        self._panel: Panel | None = None
        self._seek: Entry | None = None  # to be shown as soon as the rows are there
        self._shown_on: date | None = None
        self._finder = Finder(pages, search, tasks, self)
        self._mender = Mender(journal, acts, clock, at_local, lambda: self._panel, self._on_saved)
        self._build(pages)
        self._connect()
        acts.waiting.connect(self._on_waiting)

    def _build(self, pages: Pages) -> None:
        look = current_look()
        self.top = TopBar(self._guard)
        self.card = ListCard(pages, self._guard)
        self.list, self.model = self.card.list, self.card.model
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(16))
        self._row.addWidget(self.card, 5)
        page = ScrollPage()
        page.body.setSpacing(look.px(10))
        page.body.addWidget(self.top)
        page.body.addLayout(self._row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        bar = self.card.bar
        self.top.filters_changed.connect(self.show_only)
        self.top.filter_asked.connect(self._on_filter)
        self.top.add_asked.connect(lambda: self.add_entry())
        self.top.several_asked.connect(self._on_several)
        self.top.search.left.connect(self.list.setFocus)
        self.card.edit_asked.connect(self.edit_chosen)
        self.card.day_asked.connect(self._on_day_note)
        self.list.remove_asked.connect(self.remove_chosen)
        bar.change_asked.connect(self.edit_chosen)
        bar.remove_asked.connect(self.remove_chosen)
        bar.note_asked.connect(self._on_note)
        bar.none_asked.connect(self.list.clearSelection)
        bar.day_note_asked.connect(self._on_day_note)
        bar.day_entry_asked.connect(lambda: self.add_entry(self.model.day(self.list.current_row())))
        self._finder.found.connect(self._on_found)
        self._finder.found_more.connect(self._on_found_more)
        self._finder.failed.connect(self._trouble)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(
            self._on_search
        )

    def add_tool(self, button: GuardedButton) -> None:
        """Put another button behind those above the list."""
        self.top.tools.addWidget(button)

    # -- what is shown -------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what is looked for anew; the list stays where it is."""
        self._shown_on = self._today()
        wanted = self._wanted()
        self._finder.look_for(wanted, again=wanted == self.model.wanted)

    def is_settled(self) -> bool:
        """Return whether all that was looked for is there."""
        return not self._finder.is_busy()

    def on_changes(self, changes: Changes) -> None:
        """Follow any change: a kind of one's own is in the list too."""
        if changes:
            self._renew()

    def on_minute(self) -> None:
        """Follow a new day only."""
        if self._shown_on is not None and self._shown_on != self._today():
            self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let a search rest while nobody looks."""
        if self._finder.is_busy():
            self._finder.stop()
            self._stale = True
        super().hideEvent(event)

    def show_only(self, filters: Filters) -> None:
        """Look for something else."""
        self._filters = filters
        self.top.show_filters(filters)
        if isinstance(self._panel, FilterPanel):
            self._panel.show_filters(filters)
        self._refresh_calmly()

    def open_at(self, day: object) -> None:
        """Show a day's entries, whatever was looked for before."""
        if not isinstance(day, date):
            return
        self._close_panel()
        if not self._filters.is_empty() and not self.model.has_day(epoch_day(day)):
            self.show_only(Filters())
        row = self.model.heading_row(epoch_day(day))
        if row >= 0:
            self.list.go_to(row)
            self.list.setFocus()

    def _wanted(self) -> Wanted:
        return self._filters.wanted(typed_words(self._filters.text), self._today())

    def _today(self) -> date:
        return self._look.day_of(self._clock())

    def _on_found(self, wanted: Wanted, found: DayCounts, is_all: bool) -> None:
        kept = self.list.kept() if wanted == self.model.wanted else None
        self.model.show_days(wanted, found, self._choices.read().units, self._today())
        if kept is not None:
            self.list.restore(kept)
        else:
            self.list.scrollToTop()
        self._find_sought()
        self.card.show_choice()
        self._show_found(is_all)

    def _on_found_more(self, found: DayCounts, is_all: bool) -> None:
        self.model.add_days(found)
        self._show_found(is_all)

    def _show_found(self, is_all: bool) -> None:
        self.top.show_found(self.card.show_found(is_all, self._filters.is_empty()))

    def _find_sought(self) -> None:
        """Go to the entry that was just saved, if it is among what is shown."""
        entry, self._seek = self._seek, None
        if entry is None or entry.deleted:
            return
        day = day_of(entry.belongs_at(), self._choices.read().day_starts_at)
        row = self.model.entry_row(epoch_day(day), entry.id)
        if row is not None:
            self.list.show_row(row)

    # -- forms ---------------------------------------------------------------------------

    def _open(self, panel: Panel) -> None:
        """Show a form in the place of the one before."""
        self._close_panel(keep_focus=False)
        self._panel = panel
        self._row.addWidget(panel, 4)
        panel.show()
        panel.closed.connect(self._close_panel)
        self._suit_width()
        panel.take_focus()

    def _close_panel(self, keep_focus: bool = True) -> None:
        panel, self._panel = self._panel, None
        if panel is None:
            return
        self._row.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._suit_width()
        if keep_focus:
            self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a form the whole width where list and form do not fit beside each other."""
        super().resizeEvent(event)
        self._suit_width()

    def _suit_width(self) -> None:
        alone = self._panel is not None and self.width() < current_look().px(NARROW_PX)
        self.card.setVisible(not alone)
        self.top.setVisible(not alone)
        if self._panel is not None:
            self._panel.set_whole(alone)

    def _on_filter(self) -> None:
        if isinstance(self._panel, FilterPanel):
            self._close_panel()
            return
        panel = FilterPanel(self._guard, self._today)
        panel.show_filters(self._filters)
        panel.chosen.connect(self.show_only)
        self._open(panel)

    def _on_search(self) -> None:
        self._close_panel()
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _on_several(self, on: bool) -> None:
        self.list.set_several(on)
        self.list.setFocus()

    def edit_chosen(self) -> None:
        """Open the form for the entry that is chosen, or that the keyboard is at."""
        entry = next(iter(self.list.chosen(1)), None) or self.model.entry(self.list.current_row())
        if entry is None or self.list.count_chosen() > 1:
            return
        panel = EditPanel(entry, self.model.units, self._guard, self._at_local, self._today)
        panel.save_asked.connect(self._mender.change)
        panel.remove_asked.connect(lambda entry: self._mender.remove([entry.id]))
        self._open(panel)

    def add_entry(self, day: date | None = None) -> None:
        """Open the form for one more entry, of a day or of just before now."""
        now = self._clock().local()
        at = now if day is None or day == self._today() else datetime.combine(day, time(12))
        panel = AddPanel(
            at.replace(second=0, microsecond=0),
            self.model.units,
            self._presets(),
            self._guard,
            self._at_local,
            lambda: self._clock().local().date(),
        )
        panel.save_asked.connect(self._mender.add)
        self._open(panel)

    def _on_note(self) -> None:
        number = self.list.count_chosen()
        if self._are_too_many(number):
            return
        hint = self.tr("The words are added below the note of each of them.")
        title = self.tr("A note for {0}").format(wording.entries_text(number))
        panel = NotePanel(title, hint, self._guard)
        ids = [entry.id for entry in self.list.chosen(MOST_AT_ONCE)]
        panel.save_asked.connect(lambda words: self._mender.annotate(ids, words))
        self._open(panel)

    def _on_day_note(self) -> None:
        day = self.model.day(self.list.current_row())
        panel = NotePanel(wording.day_title(day, self._today()), "", self._guard)
        starts_at = self._choices.read().day_starts_at
        panel.save_asked.connect(lambda words: self._mender.note_day(day, words, starts_at))
        self._open(panel)

    # -- acts ----------------------------------------------------------------------------

    def remove_chosen(self) -> None:
        """Take what is chosen out of the diary; the line at the bottom can put it back."""
        if self._are_too_many(self.list.count_chosen()):
            return
        chosen = self.list.chosen(MOST_AT_ONCE) or self.model.entries((self.list.current_row(),))
        self._mender.remove([entry.id for entry in chosen])

    def _are_too_many(self, number: int) -> bool:
        if number <= MOST_AT_ONCE:
            return False
        self._trouble.emit(
            Problem("Please choose at most {most} entries at a time.", most=MOST_AT_ONCE)
        )
        return True

    def _on_saved(self, panel: Panel | None, entry: Entry | None) -> None:
        """Close the form that asked, and look at the entry once the rows are there."""
        self._seek = entry
        if panel is not None and panel is self._panel:
            QTimer.singleShot(0, self, self._close_panel)

    def _on_waiting(self, waiting: bool) -> None:
        if self._panel is not None:
            self._panel.set_waiting(waiting)
