"""A field that understands what people type, or says in a sentence what it could not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.problem_line import ProblemLine


class AmountField(QWidget):
    """A captioned line edit; `parse` turns its text into a value or raises `Problem`."""

    submitted = Signal(object)  # the parsed value, on Enter

    def __init__(
        self,
        caption: str,
        parse: Callable[[str], object],
        example: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(example)
        self.edit.setAccessibleName(caption)
        self._caption = label(caption, "caption")
        self._caption.setBuddy(self.edit)
        self._problem = ProblemLine(self.edit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(4))
        for part in (self._caption, self.edit, self._problem):
            outer.addWidget(part)
        outer.addStretch(1)
        if not caption:
            self._caption.hide()
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self.submit)

    def submit(self) -> None:
        """Hand on what was typed, as Enter does, or show what is wrong with it."""
        try:
            value = self._parse(self.edit.text())
        except Problem as problem:
            self._problem.show_problem(problem)
            return
        self._problem.clear_problem()
        self.submitted.emit(value)

    def show_problem(self, problem: Problem) -> None:
        """Show a problem found later, such as one the diary has with the value."""
        self._problem.show_problem(problem)

    def problem(self) -> str:
        """Return the sentence now shown, empty when there is none."""
        return self._problem.text()

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Replace what is typed."""
        self.edit.setText(text)
        self._problem.clear_problem()
