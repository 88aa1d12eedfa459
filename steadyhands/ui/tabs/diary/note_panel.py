"""Words about a day, or added to several entries at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.diary.note_edit import NoteEdit
from steadyhands.ui.tabs.diary.panel import Panel
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard


class NotePanel(Panel):
    """A title, a field, Save and Cancel."""

    save_asked = Signal(str)

    def __init__(
        self, title: str, hint: str, guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, guard, parent)
        self.note = NoteEdit(self.tr("Note"))
        if hint:
            self.form.addWidget(label(hint, "muted"))
        self.form.addWidget(self.note)
        self.form.addStretch(1)
        self.save = self.add_button(self.tr("Save note"), "primary")
        self.cancel = self.add_button(self.tr("Cancel"), "quiet")
        self.save.pressed_once.connect(self._on_save)
        self.cancel.pressed_once.connect(self.closed)

    def _on_save(self) -> None:
        self.clear_problem()
        if self.note.text():
            self.save_asked.emit(self.note.text())
        else:
            self.show_problem(Problem("A note needs some words."))

    def take_focus(self) -> None:
        """Give the keyboard to the field."""
        self.note.edit.setFocus()
