"""The form for one entry: when it was, what belongs to its kind, a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import Details, Drink, Entry, Note
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.ui.tabs.diary import wording
from steadyhands.ui.tabs.diary.fields import Field, Typed
from steadyhands.ui.tabs.diary.note_edit import NoteEdit
from steadyhands.ui.tabs.diary.panel import Panel
from steadyhands.ui.tabs.diary.presenter import AtLocal, changed, moved, span_of
from steadyhands.ui.tabs.diary.questions import ADDED, blank, questions, unanswered
from steadyhands.ui.tabs.diary.when_fields import WhenFields
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.reading_order import put_in_reading_order

PRESETS_OFFERED = 10


class Draft(Value):
    """What a form holds, ready for the diary."""

    details: Details
    at: Moment
    until: Moment | None
    note: str


class EntryBody(QWidget):
    """The fields of one kind of entry; `draft` reads them."""

    def __init__(
        self,
        details: Details,
        kind: str,
        units: str,
        guard: ClickGuard,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details = details
        self._sleeps = kind == "sleep"
        self.when = WhenFields(self._sleeps, guard, today)
        self.fields: list[Field] = questions(kind, units, guard)
        self.note = NoteEdit(self.tr("Words") if kind == "note" else self.tr("Note"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(14))
        words = [self.note] if kind == "note" else []
        rest = [] if kind == "note" else [self.note]
        for part in (*words, self.when, *(field.widget for field in self.fields), *rest):
            outer.addWidget(part)

    def show_details(self, details: Details, over: dict[str, object] | None = None) -> None:
        """Show details; `over` takes the place of some of their fields."""
        self._details = details
        for field in self.fields:
            field.show_value((over or {}).get(field.name, details.__dict__[field.name]))

    def draft(self, old: Entry | None, at_local: AtLocal) -> Draft | None:
        """Return what the form holds, None if a field says what is wrong; else raises Problem."""
        if not self.when.read_typed():
            return None
        values = {}
        for field in self.fields:
            try:
                values[field.name] = field.value()
            except Problem:
                if not isinstance(field, Typed):
                    raise
                field.field.edit.setFocus()
                return None
        began, ended = self.when.span()
        at, until = self._moments(old, began, ended, at_local)
        return Draft(changed(self._details, values), at, until, self.note.text())

    def _moments(
        self, old: Entry | None, began: datetime, ended: datetime, at_local: AtLocal
    ) -> tuple[Moment, Moment | None]:
        if old is None:
            return at_local(began), at_local(ended) if self._sleeps else None
        at = moved(old.at, began, at_local)
        if self._sleeps and old.until is not None:
            return at, moved(old.until, ended, at_local)
        if old.until is None:
            return at, None
        return at, old.until.shifted(at.utc_ms - old.at.utc_ms)


class EditPanel(Panel):
    """Changes one entry."""

    save_asked = Signal(object, object)  # Entry as it was, Draft
    remove_asked = Signal(object)  # Entry

    def __init__(
        self,
        entry: Entry,
        units: str,
        guard: ClickGuard,
        at_local: AtLocal,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(wording.title(entry), guard, parent)
        self.entry = entry
        self._at_local = at_local
        is_note = isinstance(entry.details, Note)
        self.set_title(
            self.tr("Note") if is_note else wording.title(entry), self._subtitle_of(units)
        )
        self.entry_body = EntryBody(entry.details, entry.kind, units, guard, today)
        self.entry_body.when.show_span(*span_of(entry))
        self.entry_body.show_details(entry.details)
        self.entry_body.note.set_text(entry.note)
        self.form.addWidget(self.entry_body)
        self.form.addStretch(1)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.remove = self.add_button(self.tr("Remove"), "secondary")
        self.cancel = self.add_button(self.tr("Cancel"), "quiet")
        self.save.pressed_once.connect(self._on_save)
        self.entered.connect(self._on_save)
        self.remove.pressed_once.connect(lambda: self.remove_asked.emit(self.entry))
        self.cancel.pressed_once.connect(self.closed)

    def _subtitle_of(self, units: str) -> str:
        """Return what cannot be changed here, for kinds without questions."""
        if isinstance(self.entry.details, Note) or questions_are_asked(self.entry.kind):
            return ""
        return wording.more(self.entry, units)

    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        self.clear_problem()
        try:
            draft = self.entry_body.draft(self.entry, self._at_local)
        except Problem as problem:
            self.show_problem(problem)
            return
        if draft is not None:
            self.save_asked.emit(self.entry, draft)

    def take_focus(self) -> None:
        """Give the keyboard to the time, or to the words of a note."""
        if isinstance(self.entry.details, Note):
            self.entry_body.note.edit.setFocus()
        else:
            self.entry_body.when.time.edit.setFocus()


class AddPanel(Panel):
    """Adds an entry for a time that has passed."""

    save_asked = Signal(object)  # Draft

    def __init__(
        self,
        at: datetime,
        units: str,
        presets: Sequence[DrinkPreset],
        guard: ClickGuard,
        at_local: AtLocal,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", guard, parent)
        self.set_title(self.tr("Add for a past time"))
        self._at, self._units, self._today = at, units, today
        self._at_local = at_local
        self._presets = {preset.id: preset for preset in presets[:PRESETS_OFFERED]}
        self.entry_body: EntryBody | None = None
        self._kind = ""
        names = [(kind, wording.kind_name(kind)) for kind in ADDED]
        self.kinds = ChipRow(self.tr("What"), names, guard=guard)
        drinks = [(preset.id, preset.name) for preset in self._presets.values()]
        self.drinks = ChipRow(self.tr("Which drink"), drinks, guard=guard)
        self._hint = label(self.tr("Choose what to add."), "muted")
        for part in (self.kinds, self.drinks, self._hint):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.cancel = self.add_button(self.tr("Cancel"), "quiet")
        self.drinks.hide()
        self.save.setEnabled(False)
        self.kinds.chosen.connect(self.choose)
        self.drinks.chosen.connect(self._on_drink)
        self.save.pressed_once.connect(self._on_save)
        self.entered.connect(self._on_save)
        self.cancel.pressed_once.connect(self.closed)

    def choose(self, kind: str) -> None:
        """Show the questions of a kind; the times set before stay."""
        kind = kind or self._kind
        self.kinds.select(kind)
        if not kind or (kind == self._kind and self.entry_body is not None):
            return
        body = EntryBody(blank(kind), kind, self._units, self._guard, self._today)
        began = self._at if self.entry_body is None else self.entry_body.when.span()[0]
        ended = began
        body.when.show_span(began, ended)
        body.show_details(blank(kind), unanswered(kind))
        if self.entry_body is not None:
            body.note.set_text(self.entry_body.note.text())
            self.form.removeWidget(self.entry_body)
            self.entry_body.hide()
            self.entry_body.deleteLater()
        self.entry_body, self._kind = body, kind
        self.form.insertWidget(self.form.count() - 1, body)
        self._hint.hide()
        self.drinks.setVisible(kind == "drink" and bool(self._presets))
        self.drinks.select("water")
        self.save.setEnabled(True)
        self.clear_problem()
        put_in_reading_order(self)

    def _on_drink(self, key: str) -> None:
        body = self.entry_body
        if key and body is not None:
            served: Drink = self._presets[key].serving()
            body.show_details(served)
        elif body is not None:
            self.drinks.select(key)

    def _on_save(self) -> None:
        if self.entry_body is None or not self.save.isEnabled():
            return
        self.clear_problem()
        try:
            draft = self.entry_body.draft(None, self._at_local)
        except Problem as problem:
            self.show_problem(problem)
            return
        if draft is not None:
            self.save_asked.emit(draft)

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        chips = self.kinds.chips()
        next((chip for chip in chips if chip.isChecked()), chips[0]).setFocus()


def questions_are_asked(kind: str) -> bool:
    """Return whether the details of a kind can be changed here."""
    return kind in ADDED
