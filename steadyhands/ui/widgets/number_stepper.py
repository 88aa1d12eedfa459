"""A number set by two large buttons or by typing it; it may stay unanswered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard


class Scale(Value):
    """What a stepper counts: its step, its ends, and where the first press begins."""

    step: float
    low: float
    high: float
    start: float


class NumberStepper(QWidget):
    """A captioned field between less and more; empty is no answer.

    `parse` turns typed text into a number, None for nothing, or raises Problem; `show`
    turns a number into text.
    """

    changed = Signal(object)  # float or None, as pressed, or typed and left or entered

    def __init__(
        self,
        caption: str,
        scale: Scale,
        parse: Callable[[str], float | None],
        show: Callable[[float], str],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._parse, self._show = parse, show
        self._value: float | None = None
        self.field = AmountField("", parse)
        self.field.edit.setAccessibleName(caption)
        self.less = GuardedButton("−", "round", guard)
        self.more = GuardedButton("+", "round", guard)
        self.less.setAccessibleName(self.tr("{0}: less").format(caption))
        self.more.setAccessibleName(self.tr("{0}: more").format(caption))
        self._build(caption)
        self.less.pressed_once.connect(lambda: self._on_stepped(-scale.step))
        self.more.pressed_once.connect(lambda: self._on_stepped(scale.step))
        self.field.edit.returnPressed.connect(self.read_typed)
        self.field.edit.editingFinished.connect(self.read_typed)

    def _build(self, caption: str) -> None:
        look = current_look()
        words = label(caption, "caption")
        words.setBuddy(self.field.edit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(4))
        grid.addWidget(words, 0, 0, 1, 4)
        self.field.setFixedWidth(look.px(120))
        for column, part in enumerate((self.less, self.field, self.more)):
            grid.addWidget(part, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(2, 1)

    def value(self) -> float | None:
        """Return the number last understood, None while there is no answer."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show an answer, or none, without any signal; what is being typed is left alone."""
        self._value = value
        if not self.field.edit.isModified():
            self.field.set_text(self._text())

    def read_typed(self) -> bool:
        """Take what was typed; return whether it could be read, else say why not."""
        if not self.field.edit.isModified():
            return not self.field.problem()
        try:
            value = self._parse(self.field.text())
        except Problem as problem:
            self.field.show_problem(problem)
            return False
        self._take(value)
        return True

    def _on_stepped(self, by: float) -> None:
        if not self.read_typed():
            return
        if self._value is None:
            self._take(self._scale.start)
        else:
            self._take(min(self._scale.high, max(self._scale.low, self._value + by)))

    def _take(self, value: float | None) -> None:
        self.field.edit.setModified(False)
        is_new = value != self._value
        self._value = value
        self.field.set_text(self._text())
        if is_new:
            self.changed.emit(value)

    def _text(self) -> str:
        return "" if self._value is None else self._show(self._value)
