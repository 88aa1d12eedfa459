"""How the day is: the check-in, once or more often, and what was answered."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.sleep.checkin_form import CheckInForm
from steadyhands.ui.tabs.sleep.entry_row import EntryRow
from steadyhands.ui.tabs.sleep.presenter import CheckedIn, State
from steadyhands.ui.tabs.sleep.wording import answers_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import clock_text, problem_text


class CheckInCard(Card):
    """The newest check-in of today, or the form for one; the form keeps what was set."""

    save_asked = Signal(object, str)  # CheckIn; the id of the entry to change, "" for a new one
    remove_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How is today?"), parent=parent)
        self._guard = guard
        self._day: date | None = None
        self._shown: CheckedIn | None = None
        self._open = False  # the form is open beside a check-in that is there
        self._changes = ""
        self._said_of = ""
        self._waiting = False
        self.row = EntryRow(guard)
        self.another = GuardedButton(self.tr("Check in again"), "secondary", guard)
        self.row.add_button(self.another)
        self.form = CheckInForm(guard)
        self.saved = label("", "good")
        self.problem = label("", "notice")
        self.save = GuardedButton(self.tr("Save check-in"), "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body.setSpacing(current_look().px(12))
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        self.body.addWidget(self.saved)
        self.body.addWidget(self.row)
        self.body.addWidget(self.form)
        self.body.addWidget(self.problem)
        self.body.addLayout(buttons)
        for part in (self.saved, self.problem):
            part.hide()

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.save.pressed_once.connect(self._on_save)
        self.row.change_asked.connect(self._on_change)
        self.row.remove_asked.connect(self._on_remove)
        self.another.pressed_once.connect(lambda: self._open_form(""))
        self.cancel.pressed_once.connect(self._on_cancel)

    def show_state(self, state: State) -> None:
        """Show what is in the diary; answers that are not saved yet stay."""
        found = state.checked_in
        gone = self._changes and (found is None or found.entry_id != self._changes)
        if gone or self._day not in (None, state.today):
            self._close_form()
        self._day = state.today
        if found != self._shown:
            self._show_row(found)
        self._show_parts()

    def saved_entry(self, entry_id: str, sentence: str) -> None:
        """Hear that the check-in is in the diary: say so, and close the form."""
        self._said_of = entry_id
        self.saved.setText(sentence)
        self._close_form()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.saved, sentence))

    def show_problem(self, problem: Problem) -> None:
        """Say at the form why the diary did not take it."""
        self.problem.setText(problem_text(problem))
        self.problem.show()
        said = QAccessibleAnnouncementEvent(self.problem, self.problem.text())
        QAccessible.updateAccessibility(said)

    def set_waiting(self, waiting: bool) -> None:
        """Hold the button back while something asked for is not written yet."""
        self._waiting = waiting
        self._show_save()

    def take_focus(self) -> None:
        """Give the keyboard a place here when the one it had is gone."""
        if not self.row.isHidden():
            self.row.change.setFocus()
        else:
            self.form.stress.track.setFocus()

    def _show_row(self, found: CheckedIn | None) -> None:
        self._shown = found
        if found is None:
            return
        at = self.tr("Checked in at {0}").format(clock_text(found.at))
        if found.count > 1:
            at = self.tr("{0}, {1} times today").format(at, found.count)
        self.row.show_text(at, at, answers_text(found.answers))

    def _on_change(self) -> None:
        if self._shown is not None:
            self._open_form(self._shown.entry_id)

    def _on_remove(self) -> None:
        if self._shown is not None:
            self.remove_asked.emit(self._shown.entry_id)

    def _show_parts(self) -> None:
        there = self._shown is not None
        open_ = self._open or not there
        for part in (self.form, self.save):
            part.setVisible(open_)
        self.cancel.setVisible(there and self._open)
        self.row.setVisible(there and not self._open)
        said = self._shown is not None and self._shown.entry_id == self._said_of
        self.saved.setVisible(said and not open_)
        self.save.setText(self.tr("Save the change") if self._changes else self.tr("Save check-in"))
        self._show_save()

    def _show_save(self) -> None:
        self.save.setEnabled(self.form.is_answered() and not self._waiting)

    def _open_form(self, changes: str) -> None:
        self._open = True
        self._changes = changes
        self._said_of = ""
        shown = self._shown
        self.form.show_answers(shown.answers if changes and shown is not None else None)
        self._show_parts()
        self.form.stress.track.setFocus()

    def _close_form(self) -> None:
        self._open = False
        self._changes = ""
        self.problem.hide()
        self.form.show_answers(None)

    def _on_edited(self) -> None:
        self.problem.hide()
        self._show_save()

    def _on_save(self) -> None:
        if not self.form.read_typed():
            return
        try:
            answers = self.form.answers()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.save_asked.emit(answers, self._changes)

    def _on_cancel(self) -> None:
        self._close_form()
        self._show_parts()
        self.take_focus()
