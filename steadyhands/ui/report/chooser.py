"""What goes into the report: days, parts, a name, questions, paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain.report_parts import PARTS_OF_REPORT
from steadyhands.services.report_wishes import PAPERS, ReportWishes
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard

WEEKS = (2, 4, 8, 12, 26, 52)
QUESTIONS = 3
_NAME_MOST, _QUESTION_MOST = 80, 200


class Chooser(Card):
    """Each choice is told by `wished` when it is made."""

    wished = Signal(dict)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What goes in"))
        self._weeks = 0
        self._paper = ""
        weeks = [(str(n), self.tr("{0} weeks").format(n)) for n in WEEKS]
        self.weeks = ChipRow(self.tr("How far back, up to yesterday"), weeks, guard=guard)
        self.parts = ChipRow(self.tr("Parts"), self._part_names(), exclusive=False, guard=guard)
        papers = dict(zip(PAPERS, (self.tr("A4"), self.tr("US Letter")), strict=True))
        self.paper = ChipRow(self.tr("Paper"), list(papers.items()), guard=guard)
        self.person = _field(self.tr("Name on the report, if you want one"), _NAME_MOST)
        self.questions = [
            _field(self.tr("Question {0}").format(n + 1), _QUESTION_MOST) for n in range(QUESTIONS)
        ]
        self._build()
        self._connect()

    def _part_names(self) -> list[tuple[str, str]]:
        names = {
            "where": self.tr("Where"),
            "when": self.tr("Time of day"),
            "doing": self.tr("At rest or in use"),
            "felt": self.tr("What it was like"),
            "background": self.tr("Sleep, drinks, stress"),
            "symptoms": self.tr("Symptoms"),
            "about": self.tr("Conditions and medicines"),
            "plan": self.tr("Plan steps"),
            "insight": self.tr("What goes with it"),
            "charts": self.tr("Charts"),
            "before": self.tr("The 6 hours before"),
            "notes": self.tr("My notes"),
        }
        return [(part, names[part]) for part in PARTS_OF_REPORT]

    def _build(self) -> None:
        for part in (self.weeks, self.parts, self.paper):
            self.body.addWidget(part)
        self._add_field(self.tr("Name on the report, if you want one"), self.person)
        self.body.addWidget(label(self.tr("Questions you want to ask"), "caption"))
        fields = QVBoxLayout()
        fields.setSpacing(current_look().px(8))
        for edit in self.questions:
            fields.addWidget(edit)
        self.body.addLayout(fields)

    def _add_field(self, caption: str, edit: QLineEdit) -> None:
        named = label(caption, "caption")
        named.setBuddy(edit)
        held = QVBoxLayout()
        held.setSpacing(current_look().px(4))
        held.addWidget(named)
        held.addWidget(edit)
        self.body.addLayout(held)

    def _connect(self) -> None:
        self.weeks.chosen.connect(self._on_weeks)
        self.paper.chosen.connect(self._on_paper)
        self.parts.changed.connect(lambda keys: self.wished.emit({"include": keys}))
        self.person.editingFinished.connect(
            lambda: self.wished.emit({"person": self.person.text().strip()})
        )
        for edit in self.questions:
            edit.editingFinished.connect(self._on_question)

    def show_wishes(self, wishes: ReportWishes, paper: str) -> None:
        """Show what is wished; `paper` is the one used while none is chosen."""
        self._weeks, self._paper = wishes.weeks, wishes.paper or paper
        self.weeks.select(str(wishes.weeks))
        self.parts.select(*wishes.include)
        self.paper.select(self._paper)
        self._show_text(self.person, wishes.person)
        for edit, question in zip(
            self.questions, (*wishes.questions, *[""] * QUESTIONS), strict=False
        ):
            self._show_text(edit, question)

    @staticmethod
    def _show_text(edit: QLineEdit, text: str) -> None:
        """Leave alone what is being written."""
        if not edit.hasFocus() and edit.text() != text:
            edit.setText(text)

    def _on_weeks(self, key: str) -> None:
        """A span is always chosen; pressing it again keeps it."""
        if key:
            self.wished.emit({"weeks": int(key)})
        else:
            self.weeks.select(str(self._weeks))

    def _on_paper(self, key: str) -> None:
        if key:
            self.wished.emit({"paper": key})
        else:
            self.paper.select(self._paper)

    def _on_question(self) -> None:
        self.wished.emit({"questions": tuple(edit.text().strip() for edit in self.questions)})


def _field(name: str, most: int) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setMaxLength(most)
    edit.setMinimumHeight(current_look().target)
    return edit
