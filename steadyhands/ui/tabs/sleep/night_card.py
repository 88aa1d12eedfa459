"""Last night: saved in two moves, shown once it is in the diary, naps beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.sleep.presenter import Bar, SleepDraft, Slept, State
from steadyhands.ui.tabs.sleep.sleep_form import SleepForm
from steadyhands.ui.tabs.sleep.sleep_row import SleepRow
from steadyhands.ui.tabs.sleep.wording import weekday_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import clock_text, day_text, duration_text, problem_text

Mode = Literal["night", "nap", "change"]


class NightCard(Card):
    """Shows the sleeps of today's waking and the form for one more.

    `span_of` finds the two moments that a draft means, or raises Problem.
    """

    save_asked = Signal(object)  # SleepDraft
    quality_asked = Signal(object, object)  # Slept; 1–5, or None to take it back
    remove_asked = Signal(str)  # the id of an entry

    def __init__(
        self,
        span_of: Callable[[SleepDraft], tuple[Moment, Moment]],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Last night"), parent=parent)
        self._span_of = span_of
        self._guard = guard
        self._mode: Mode = "night"
        self._state: State | None = None
        self._said_of = ""  # the entry that the line "Saved" speaks of
        self._rows: list[SleepRow] = []
        self._day: date | None = None  # an earlier day that was opened; else today
        self._kept: dict[date, SleepDraft] = {}  # nights not saved yet, while others are at hand
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        self.body.setSpacing(look.px(12))
        self.saved = label("", "good")
        self.saved.hide()
        self.body.addWidget(self.saved)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(16))
        self.body.addLayout(self._list)
        self.form_title = label("", "title")
        self.body.addWidget(self.form_title)
        self.form = SleepForm(self._guard)
        self.body.addWidget(self.form)
        self.add_nap = GuardedButton(self.tr("Add a nap"), "secondary", self._guard)
        self.back = GuardedButton(self.tr("Back to last night"), "quiet", self._guard)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.add_nap)
        buttons.addWidget(self.back)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.save_asked.connect(lambda: self.save_asked.emit(self.form.draft()))
        self.form.cancel_asked.connect(self._on_cancel)
        self.add_nap.pressed_once.connect(self._on_add_nap)
        self.back.pressed_once.connect(self._on_back)

    def show_state(self, state: State) -> None:
        """Show what is in the diary; what the person is setting stays as it is."""
        another_day = self._state is None or self._state.today != state.today
        self._state = state
        if another_day:
            self._day = None
            self._kept.clear()
        if another_day or self._changes_nothing():
            self._mode = "night"
            self._begin()
        elif not self.form.is_touched():
            self._begin()
        self._show_rows()
        self._show_parts()

    def open_day(self, day: date) -> None:
        """Show the night before a day, to add or change it; what was being set is kept."""
        if self._state is None:
            return
        self._stash()
        self._mode = "night"
        self._day = None if day == self._state.today else day
        self._begin()
        self._show_rows()
        self._show_parts()
        if self.form.isHidden():
            self.take_focus()
        else:
            self.form.fell.edit.setFocus()

    def _bar(self) -> Bar:
        """Return the day that is shown."""
        state = self._state
        if state is None:
            return Bar(date.min)
        return state.bar(self._day or state.today)

    def _changes_nothing(self) -> bool:
        """Return whether the sleep that is being changed is no longer there."""
        changed = self.form.draft().changes
        ids = {one.entry_id for one in self._bar().slept}
        return self._mode == "change" and changed is not None and changed.entry_id not in ids

    def saved_entry(self, entry_id: str, sentence: str) -> None:
        """Hear that a sleep is in the diary: say so, and close the form."""
        self._said_of = entry_id
        self.saved.setText(sentence)
        if self._mode != "night":
            self._return_to_night()
        announce(self.saved, sentence)

    def show_problem(self, problem: Problem) -> None:
        """Say at the form why the diary did not take it."""
        said = problem_text(problem)
        self.form.show_problem(said)
        announce(self.form.problem, said)

    def set_waiting(self, waiting: bool) -> None:
        """Hold the button back while something asked for is not written yet."""
        self.form.save.setEnabled(not waiting)

    def rows(self) -> tuple[SleepRow, ...]:
        """Return the rows of what is saved."""
        return tuple(self._rows)

    def _begin(self) -> None:
        """Fill the form anew for the mode it is in."""
        state = self._state
        if state is None or self._mode == "change":
            return
        day = self._day or state.today
        if self._mode == "nap":
            self.form.begin(state.nap_draft(day), self.tr("Save nap"))
        else:
            kept = self._kept.pop(day, None)
            save = self.tr("Save this night") if self._day else self.tr("Save last night")
            self.form.begin(kept or state.draft(day), save, touched=kept is not None, plain=True)
        self._show_length()

    def _stash(self) -> None:
        """Keep what was set for a night that is not saved yet."""
        if self._mode == "night" and self.form.is_touched() and not self.form.isHidden():
            self._kept[self._bar().day] = self.form.draft()

    def _leave_night(self, mode: Mode) -> None:
        self._stash()
        self._mode = mode
        self._begin()

    def _return_to_night(self) -> None:
        self._mode = "night"
        self._begin()

    def _show_rows(self) -> None:
        bar = self._bar()
        pieces = sum(not one.nap for one in bar.slept)
        in_all = self.tr("{0} in all").format(duration_text(bar.minutes or 0))
        before = self.tr("Night before {0}").format(weekday_text(bar.day))
        title = before if self._day else self.tr("Last night")
        self.set_title(title, in_all if pieces > 1 else "")
        kept = {row.slept.entry_id: row for row in self._rows}
        self._rows = [self._row(one, kept.pop(one.entry_id, None)) for one in bar.slept]
        for row in kept.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row in enumerate(self._rows):
            self._list.insertWidget(place, row)

    def _row(self, slept: Slept, row: SleepRow | None) -> SleepRow:
        if row is not None:
            row.show_slept(slept)
            return row
        made = SleepRow(slept, self._guard)
        made.change_asked.connect(lambda: self._on_change(made.slept))
        made.remove_asked.connect(lambda: self.remove_asked.emit(slept.entry_id))
        made.quality_asked.connect(lambda quality: self.quality_asked.emit(made.slept, quality))
        return made

    def _show_parts(self) -> None:
        bar = self._bar()
        open_ = self._mode != "night" or bar.minutes is None
        titles = {
            "night": "",
            "nap": self.tr("A nap"),
            "change": self.tr("Change these times"),
        }
        self.form_title.setText(titles[self._mode])
        self.form_title.setVisible(bool(titles[self._mode]))
        self.form.setVisible(open_)
        self.add_nap.setVisible(self._mode == "night")
        self.back.setVisible(self._mode == "night" and self._day is not None)
        shown = self._said_of in {one.entry_id for one in bar.slept}
        self.saved.setVisible(shown and self._mode == "night")

    def _show_length(self) -> None:
        try:
            began, woke = self._span_of(self.form.draft())
        except Problem as problem:
            self.form.show_problem(problem_text(problem))
            return
        minutes = (woke.utc_ms - began.utc_ms) / MINUTE_MS
        self.form.show_length(duration_text(minutes), self._dates_text(began, woke))

    def _dates_text(self, began: Moment, woke: Moment) -> str:
        now = self._state.now if self._state is not None else woke.local()
        return self.tr("From {0} to {1}").format(_when(began, now), _when(woke, now))

    def _on_edited(self) -> None:
        self._said_of = ""
        self.saved.hide()
        self._show_length()

    def _on_add_nap(self) -> None:
        self._leave_night("nap")
        self._show_parts()
        self.form.fell.edit.setFocus()

    def _on_change(self, slept: Slept) -> None:
        self._leave_night("change")
        times = (_clock(slept.began), _clock(slept.woke))
        self.form.begin(SleepDraft(*times, slept.quality, slept), self.tr("Save the change"))
        self._show_length()
        self._show_parts()
        self.form.fell.edit.setFocus()

    def _on_back(self) -> None:
        if self._state is not None:
            self.open_day(self._state.today)

    def _on_cancel(self) -> None:
        self._return_to_night()
        self._show_parts()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard a place here when the one it had is gone."""
        first = self._rows[0].change if self._rows else self.add_nap
        first.setFocus()


def _clock(moment: Moment) -> time:
    return moment.local().time().replace(second=0, microsecond=0)


def _when(moment: Moment, now: datetime) -> str:
    shown = moment.local()
    recent = 0 <= (now.date() - shown.date()).days <= 1
    day = day_text(shown, now) if recent else weekday_text(shown.date())
    return f"{day} {clock_text(shown)}"
