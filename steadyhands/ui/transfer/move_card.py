"""The card for a new computer: one file, and how it is opened there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steadyhands.domain.problem import Problem
from steadyhands.services.export import COPY, ENDINGS
from steadyhands.ui.transfer import files
from steadyhands.ui.transfer.export_card import ExportModel
from steadyhands.ui.transfer.progress_line import ProgressLine
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import breakable, problem_text


class MoveCard(Card):
    """Writes the complete copy."""

    def __init__(
        self, model: ExportModel, guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(
            self.tr("Move to a new computer"),
            self.tr("The whole diary, with its history, your choices, drinks and routines."),
        )
        self._model = model
        steps = [
            self.tr("1.  Save it here, onto a stick or into a folder both computers see."),
            self.tr("2.  On the new computer open SteadyHands, and this page."),
            self.tr("3.  Press “Choose a file…”, choose it, then “Use this as my diary”."),
        ]
        for step in steps:
            self.body.addWidget(label(step))
        self.save = GuardedButton(self.tr("Save for the new computer…"), "secondary", guard)
        self.progress = ProgressLine(guard)
        self.said = label("")
        for part in (self.progress, self.said):
            self.body.addWidget(part)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.pressed_once.connect(self._on_save)
        self.progress.stopped.connect(model.stop)
        model.changed.connect(self.show_model)
        model.far.connect(self.progress.show_far)
        self.show_model()

    def show_model(self) -> None:
        """Show how it stands."""
        answer = self._model.answer
        self.save.setVisible(not self._model.is_busy())
        if self._model.is_busy():
            self.progress.begin(self.tr("Writing…"))
        else:
            self.progress.end()
        said = ""
        if isinstance(answer, Problem):
            said = problem_text(answer)
        elif answer is not None:
            said = self.tr("Saved: {0}").format(answer.path)
        if said and said != self.said.text():
            announce(self.said, said)
        self.said.setText(breakable(said))
        self.said.setVisible(bool(said))

    def _on_save(self) -> None:
        name = self._model.exporter.usual_name(COPY)
        path = files.ask_to_save(self, name, f"*{ENDINGS[COPY]}")
        if path:
            ending = ENDINGS[COPY]
            whole = path if path.casefold().endswith(ending) else path + ending
            self._model.write(whole, COPY, None)
