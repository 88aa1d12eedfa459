"""A number set by two large buttons, by arrow keys or by typing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.exercises.editor.numbers import Numbers, read_number
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.problem_line import ProblemLine

_KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class _NumberEdit(QLineEdit):
    """The number itself; up and down step it."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by arrows, otherwise type."""
        by = _KEYS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class NumberField(QWidget):
    """Keeps the last number that was understood; what was not is told below."""

    changed = Signal(float)

    def __init__(
        self, caption: str, numbers: Numbers, show: Callable[[float], str], guard: ClickGuard
    ) -> None:
        super().__init__()
        self._numbers = numbers
        self._show = show
        self._value = numbers.low
        self.edit = _NumberEdit()
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setAccessibleName(caption)
        self.less = GuardedButton("−", "round", guard)
        self.more = GuardedButton("+", "round", guard)
        self.less.setAccessibleName(self.tr("{0}: less").format(caption))
        self.more.setAccessibleName(self.tr("{0}: more").format(caption))
        self._problem = ProblemLine(self.edit)
        self._build(caption)
        self.less.pressed_once.connect(lambda: self._on_stepped(-1))
        self.more.pressed_once.connect(lambda: self._on_stepped(1))
        self.edit.stepped.connect(self._on_stepped)
        self.edit.editingFinished.connect(self.read_typed)

    def _build(self, caption: str) -> None:
        look = current_look()
        words = label(caption, "caption")
        words.setBuddy(self.edit)
        widest = self.edit.fontMetrics().horizontalAdvance(self._show(self._numbers.high))
        self.edit.setMinimumWidth(widest + look.px(36))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part, stretch in ((self.less, 0), (self.edit, 1), (self.more, 0)):
            row.addWidget(part, stretch)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        outer.addWidget(words)
        outer.addLayout(row)
        outer.addWidget(self._problem)
        outer.addStretch(1)

    def value(self) -> float:
        """Return the number last understood."""
        return self._value

    def set_value(self, number: float) -> None:
        """Show a number without any signal; what is being typed and not understood stays."""
        moved, self._value = number != self._value, number
        if moved or not self.problem():
            self._write()

    def problem(self) -> str:
        """Return the sentence now shown, empty when there is none."""
        return self._problem.text()

    def show_problem(self, problem: Problem) -> None:
        """Show a problem found later."""
        self._problem.show_problem(problem)

    def read_typed(self) -> bool:
        """Take what is typed; return whether it could be read, else say why not."""
        if self.edit.text() == self._show(self._value):
            return True
        try:
            number = read_number(self.edit.text(), self._numbers)
        except Problem as problem:
            self.show_problem(problem)
            return False
        self._take(number)
        return True

    def _on_stepped(self, by: int) -> None:
        if self.edit.text() != self._show(self._value) and not self.read_typed():
            return
        self._take(self._numbers.stepped(self._value, by))

    def _take(self, number: float) -> None:
        moved, self._value = number != self._value, number
        self._write()
        if moved:
            self.changed.emit(number)

    def _write(self) -> None:
        self._problem.clear_problem()
        said = self._show(self._value)
        if self.edit.text() != said:
            self.edit.setText(said)
