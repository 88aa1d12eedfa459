"""A sentence that comes up when something could not be done, and is read aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.words import problem_text


class Notice(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setWordWrap(True)
        self.hide()

    def say(self, problem: Problem | None) -> None:
        """Show a problem's sentence, or nothing."""
        said = problem_text(problem) if problem is not None else ""
        self.setText(said)
        self.setVisible(bool(said))
        if said:
            announce(self, said)
