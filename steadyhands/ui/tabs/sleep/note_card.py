"""A few words about the day, in one's own words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from steadyhands.domain.entries import NOTE_LIMIT, clean_text
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.sleep.entry_row import EntryRow
from steadyhands.ui.tabs.sleep.presenter import Noted, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import clock_text, number_text, problem_text

NEAR_LIMIT = NOTE_LIMIT - 400
_SHOWN = 280  # letters of a saved note


class NoteCard(Card):
    """The notes of today and a field for another."""

    save_asked = Signal(str, str)  # the words; the id of the note to change, "" for a new one
    remove_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A note about today"), parent=parent)
        self._guard = guard
        self._notes: tuple[Noted, ...] = ()
        self._rows: list[EntryRow] = []
        self._day: date | None = None
        self._changes = ""
        self._kept = ""  # words not saved yet, while a saved note is changed
        self._said_of = ""
        self._waiting = False
        self.edit = QPlainTextEdit()
        self.count = label("", "caption")
        self.problem = label("", "notice")
        self.saved = label("", "good")
        self.save = GuardedButton("", "secondary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        self.body.setSpacing(look.px(12))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(16))
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(self.tr("Anything that may matter later"))
        self.edit.setAccessibleName(self.tr("Note about today"))
        self.edit.setFixedHeight(look.px(112))
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        self.body.addWidget(self.saved)
        self.body.addLayout(self._list)
        for part in (self.edit, self.count, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        for hidden in (self.saved, self.problem, self.count):
            hidden.hide()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_edited)
        self.save.pressed_once.connect(self._on_save)
        self.cancel.pressed_once.connect(self._on_cancel)

    def show_state(self, state: State) -> None:
        """Show today's notes; words that are not saved yet stay."""
        ids = {note.entry_id for note in state.notes}
        if self._changes and self._changes not in ids:
            self._end_change()
        if state.notes != self._notes or self._day is None:
            self._show_rows(state.notes)
        self._day = state.today
        self._show_parts()

    def saved_entry(self, entry_id: str, sentence: str) -> None:
        """Hear that the note is in the diary: say so, and empty the field."""
        self._said_of = entry_id
        self.saved.setText(sentence)
        if self._changes:
            self._end_change()
        else:
            self.edit.clear()
        announce(self.saved, sentence)

    def show_problem(self, problem: Problem) -> None:
        """Say at the field why the diary did not take it."""
        self.problem.setText(problem_text(problem))
        self.problem.show()
        announce(self.problem, self.problem.text())

    def set_waiting(self, waiting: bool) -> None:
        """Hold the button back while something asked for is not written yet."""
        self._waiting = waiting
        self._show_parts()

    def take_focus(self) -> None:
        """Give the keyboard a place here when the one it had is gone."""
        self.edit.setFocus()

    def rows(self) -> tuple[EntryRow, ...]:
        """Return the rows of today's notes."""
        return tuple(self._rows)

    def _show_rows(self, notes: tuple[Noted, ...]) -> None:
        self._notes = notes
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(note) for note in notes]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, note: Noted) -> EntryRow:
        text = note.text if len(note.text) <= _SHOWN else note.text[: _SHOWN - 1].rstrip() + "…"
        spoken = self.tr("note of {0}").format(clock_text(note.at))
        row = EntryRow(self._guard)
        row.show_text(text, spoken, clock_text(note.at))
        row.change_asked.connect(lambda: self._on_change(note))
        row.remove_asked.connect(lambda: self.remove_asked.emit(note.entry_id))
        return row

    def _show_parts(self) -> None:
        length = len(clean_text(self.edit.toPlainText()))
        over = length > NOTE_LIMIT
        words = self.tr("{0} of {1} characters").format(
            number_text(length), number_text(NOTE_LIMIT)
        )
        if over:
            words = self.tr("{0}. Please shorten it a little to save it.").format(words)
        self.count.setText(words)
        self.count.setVisible(length >= NEAR_LIMIT)
        self.save.setEnabled(0 < length <= NOTE_LIMIT and not self._waiting)
        self.save.setText(self.tr("Save the change") if self._changes else self.tr("Save note"))
        self.cancel.setVisible(bool(self._changes))
        said = self._said_of in {note.entry_id for note in self._notes}
        self.saved.setVisible(said)
        for row, note in zip(self._rows, self._notes, strict=True):
            row.setVisible(note.entry_id != self._changes)

    def _on_edited(self) -> None:
        self.problem.hide()
        if self.edit.toPlainText():
            self._said_of = ""
        self._show_parts()

    def _on_save(self) -> None:
        self.save_asked.emit(self.edit.toPlainText(), self._changes)

    def _on_change(self, note: Noted) -> None:
        if not self._changes:
            self._kept = self.edit.toPlainText()
        self._changes = note.entry_id
        self.edit.setPlainText(note.text)
        self._show_parts()
        self.edit.setFocus()

    def _on_cancel(self) -> None:
        self._end_change()
        self._show_parts()
        self.edit.setFocus()

    def _end_change(self) -> None:
        self._changes = ""
        self.edit.setPlainText(self._kept)
        self._kept = ""
