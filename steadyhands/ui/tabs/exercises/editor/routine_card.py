"""What a routine is called, what it is for, who should skip it and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.exercises.editor.checks import Fault, line
from steadyhands.ui.tabs.exercises.editor.draft import Draft
from steadyhands.ui.tabs.exercises.editor.notice import Notice
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.words import problem_text

_LINES = 4


class RoutineCard(Card):
    """Writes what is typed into the draft."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.set_title(self.tr("About the routine"))
        self._tools = tools
        self.name = AmountField(self.tr("Name"), str, self.tr("for example Morning hands"))
        self.purpose = AmountField(self.tr("What it is for"), str)
        self.cautions = QPlainTextEdit()
        self.cautions_notice = Notice()
        self.source = AmountField(self.tr("Where it comes from"), str)
        self.clinician = GuardedButton(self.tr("My clinician gave me these"), "chip", tools.guard)
        self.clinician.setCheckable(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        words = self.tr("Who should skip it or ask first, one a line")
        caption = label(words, "caption")
        caption.setBuddy(self.cautions)
        self.cautions.setAccessibleName(words)
        self.cautions.setTabChangesFocus(True)
        high = self.cautions.fontMetrics().lineSpacing() * _LINES + look.px(28)
        self.cautions.setFixedHeight(high)
        told = QVBoxLayout()
        told.setSpacing(look.px(4))
        for part in (caption, self.cautions, self.cautions_notice):
            told.addWidget(part)
        self.body.addWidget(self.name)
        self.body.addWidget(self.purpose)
        self.body.addLayout(told)
        self.body.addWidget(self.source)
        self.body.addWidget(self.clinician, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.name.edit.textEdited.connect(lambda text: self._change(name=text))
        self.purpose.edit.textEdited.connect(lambda text: self._change(purpose=text))
        self.source.edit.textEdited.connect(lambda text: self._change(source=text))
        self.cautions.textChanged.connect(self._on_cautions)
        self.clinician.pressed_once.connect(self._on_clinician)

    def show_draft(self, draft: Draft) -> None:
        """Show the texts as they are now; what is being typed is left alone."""
        texts = ((self.name, draft.name), (self.purpose, draft.purpose))
        for field, text in (*texts, (self.source, draft.source)):
            if field.text() != text:
                field.set_text(text)
                field.edit.setCursorPosition(0)  # a long text is read from its beginning
        if self.cautions.toPlainText() != draft.cautions:
            self.cautions.setPlainText(draft.cautions)
        is_theirs = line(draft.source) == self._clinicians_words()
        self.clinician.setChecked(is_theirs)
        said = self.clinician.text()
        chosen = self.tr("{0}, selected").format(said)
        self.clinician.setAccessibleName(chosen if is_theirs else said)

    def show_fault(self, fault: Fault) -> None:
        """Show what is wrong at its field and bring the keyboard there."""
        if fault.field == "cautions":
            self._say_cautions(fault.problem)
            self.cautions.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        field = {"purpose": self.purpose, "source": self.source}.get(fault.field, self.name)
        field.show_problem(fault.problem)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_cautions(self, problem: Problem | None) -> None:
        self.cautions_notice.say(problem)
        self.cautions.setAccessibleDescription(problem_text(problem) if problem else "")

    def _on_cautions(self) -> None:
        self._say_cautions(None)
        self._change(cautions=self.cautions.toPlainText())

    def _on_clinician(self) -> None:
        theirs = self._clinicians_words()
        self._change(source="" if line(self.source.text()) == theirs else theirs)

    def _clinicians_words(self) -> str:
        return self.tr("My clinician gave me these.")

    def _change(self, **fields: str) -> None:
        self._tools.change(lambda draft: draft.replaced(**fields))
