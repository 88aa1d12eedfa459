"""An amount of time set by two large buttons or by typing it; it may stay unanswered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import duration_text

MOST_MIN = 24 * 60


class AmountStepper(QWidget):
    """Minutes from 0 to a day in steps of `step`; empty is no answer, which is not 0."""

    changed = Signal()

    def __init__(
        self,
        caption: str,
        step: int,
        parse: Callable[[str], float | None],
        example: str,
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step = step
        self._parse = parse
        self._value: float | None = None
        by = duration_text(step)
        self.field = AmountField("", parse, example)
        self.field.edit.setAccessibleName(caption)
        self.less = GuardedButton(self.tr("−{0}").format(by), "round", guard)
        self.more = GuardedButton(self.tr("+{0}").format(by), "round", guard)
        self.less.setAccessibleName(self.tr("{0}: {1} less").format(caption, by))
        self.more.setAccessibleName(self.tr("{0}: {1} more").format(caption, by))
        self._build(caption)
        self._connect()

    def _build(self, caption: str) -> None:
        look = current_look()
        words = label(caption, "title")
        words.setBuddy(self.field.edit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(4))
        grid.addWidget(words, 0, 0, 1, 3)
        for column, part in enumerate((self.less, self.field, self.more)):
            grid.addWidget(
                part, 1, column, Qt.AlignmentFlag.AlignTop if column != 1 else Qt.AlignmentFlag(0)
            )
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.less.pressed_once.connect(lambda: self._on_stepped(-self._step))
        self.more.pressed_once.connect(lambda: self._on_stepped(self._step))
        self.field.edit.editingFinished.connect(self.read_typed)
        self.field.edit.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> float | None:
        """Return the minutes last understood, None while there is no answer."""
        return self._value

    def has_text(self) -> bool:
        """Return whether anything is typed or set."""
        return bool(self.field.text().strip())

    def set_value(self, minutes: float | None) -> None:
        """Show an answer, or none, without any signal."""
        self._value = minutes
        self.field.set_text("" if minutes is None else duration_text(minutes))

    def read_typed(self) -> bool:
        """Take what is typed; return whether it could be read, else say why not."""
        shown = "" if self._value is None else duration_text(self._value)
        if self.field.text() == shown:
            return not self.field.problem()
        try:
            minutes = self._parse(self.field.text())
        except Problem as problem:
            self.field.show_problem(problem)
            return False
        self._take(minutes)
        return True

    def _on_stepped(self, by: int) -> None:
        if not self.read_typed():
            return
        if self._value is None:
            self._take(by if by > 0 else 0)
        else:
            self._take(min(MOST_MIN, max(0, self._value + by)))

    def _take(self, minutes: float | None) -> None:
        self.set_value(minutes)
        self.changed.emit()
