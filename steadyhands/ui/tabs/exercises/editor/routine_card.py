"""What a routine is called, what it is for, who should skip it and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt

from steadyhands.ui.tabs.exercises.editor.checks import Fault, line
from steadyhands.ui.tabs.exercises.editor.draft import Draft
from steadyhands.ui.tabs.exercises.editor.text_box import TextBox
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card


class RoutineCard(Card):
    """Writes what is typed into the draft."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.set_title(self.tr("About the routine"))
        self._tools = tools
        self.name = AmountField(self.tr("Name"), str, self.tr("for example Morning hands"))
        self.purpose = TextBox(self.tr("What it is for"))
        skip = self.tr("Who should skip it or ask first, one a line")
        self.cautions = TextBox(skip, lines=True)
        self.source = TextBox(self.tr("Where it comes from"))
        words = self.tr("My clinician gave me these")
        self.clinician = GuardedButton(words, "chip", tools.guard)
        self.clinician.setCheckable(True)
        for part in (self.name, *self._texts().values()):
            self.body.addWidget(part)
        self.body.addWidget(self.clinician, 0, Qt.AlignmentFlag.AlignLeft)
        self.name.edit.textEdited.connect(lambda text: self._change(name=text))
        for field, box in self._texts().items():
            box.edited.connect(lambda text, field=field: self._change(**{field: text}))
        self.clinician.pressed_once.connect(self._on_clinician)

    def show_draft(self, draft: Draft) -> None:
        """Show the texts as they are now; what is being typed is left alone."""
        if self.name.text() != draft.name:
            self.name.set_text(draft.name)
            self.name.edit.setCursorPosition(0)  # a long text is read from its beginning
        for field, box in self._texts().items():
            if box.text() != getattr(draft, field):
                box.set_text(getattr(draft, field))
        is_theirs = line(draft.source) == self._clinicians_words()
        self.clinician.setChecked(is_theirs)
        said = self.clinician.text()
        chosen = self.tr("{0}, selected").format(said)
        self.clinician.setAccessibleName(chosen if is_theirs else said)

    def show_fault(self, fault: Fault) -> None:
        """Show what is wrong at its field and bring the keyboard there."""
        field = self._texts().get(fault.field) or self.name
        field.show_problem(fault.problem)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _texts(self) -> dict[str, TextBox]:
        return {"purpose": self.purpose, "cautions": self.cautions, "source": self.source}

    def _on_clinician(self) -> None:
        theirs = self._clinicians_words()
        self._change(source="" if line(self.source.text()) == theirs else theirs)

    def _clinicians_words(self) -> str:
        return self.tr("My clinician gave me these.")

    def _change(self, **fields: str) -> None:
        self._tools.change(lambda draft: draft.replaced(**fields))
