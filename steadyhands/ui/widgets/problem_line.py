"""The sentence under a field that says what could not be understood."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.words import problem_text


class ProblemLine(QLabel):
    """Hidden until its field has a problem; then shown, and read aloud."""

    def __init__(self, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setProperty("role", "notice")
        self.setWordWrap(True)
        self.hide()
        field.textEdited.connect(self.clear_problem)

    def show_problem(self, problem: Problem) -> None:
        """Show the problem's sentence and mark the field; what was typed stays."""
        said = problem_text(problem)
        self.setText(said)
        self.show()
        self._field.setAccessibleDescription(said)
        self._mark(True)
        announce(self, said)

    def clear_problem(self) -> None:
        """Take the sentence away."""
        if self.text():
            self.setText("")
            self.hide()
            self._field.setAccessibleDescription("")
            self._mark(False)

    def _mark(self, on: bool) -> None:
        self._field.setProperty("problem", on)
        style = self._field.style()
        style.unpolish(self._field)
        style.polish(self._field)
