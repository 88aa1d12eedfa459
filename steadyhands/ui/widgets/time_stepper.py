"""A time of day set by two large buttons or by typing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.problem_line import ProblemLine
from steadyhands.ui.words import clock_text

STEP_MIN = 15
_DAY_MIN = 24 * 60
_KEYS = {
    Qt.Key.Key_Up: STEP_MIN,
    Qt.Key.Key_Down: -STEP_MIN,
    Qt.Key.Key_PageUp: 60,
    Qt.Key.Key_PageDown: -60,
}


class _ClockEdit(QLineEdit):
    """The large time itself; arrow keys step it."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by arrows and page keys, otherwise type."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class TimeStepper(QWidget):
    """Shows a time large between −15 and +15 minutes; wraps at midnight.

    `parse` reads typed clock text and raises `Problem` for what is no time.
    """

    changed = Signal(object)  # datetime.time

    def __init__(
        self,
        caption: str,
        parse: Callable[[str], time],
        at: time = time(),
        show: Callable[[time], str] = clock_text,
        guard: ClickGuard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._show = show
        self._at = at
        self._build(caption, guard if guard is not None else ClickGuard())
        self._connect()
        self.set_value(at)

    def _build(self, caption: str, guard: ClickGuard) -> None:
        look = current_look()
        self.edit = _ClockEdit()
        self.edit.setProperty("big", True)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setAccessibleName(caption)
        words = label(caption, "caption")
        words.setBuddy(self.edit)
        self._problem = ProblemLine(self.edit)
        self.earlier = GuardedButton(self.tr("−{0}").format(STEP_MIN), "round", guard)
        self.later = GuardedButton(self.tr("+{0}").format(STEP_MIN), "round", guard)
        self.earlier.setAccessibleName(
            self.tr("{0}: {1} minutes earlier").format(caption, STEP_MIN)
        )
        self.later.setAccessibleName(self.tr("{0}: {1} minutes later").format(caption, STEP_MIN))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part, stretch in ((self.earlier, 0), (self.edit, 1), (self.later, 0)):
            row.addWidget(part, stretch)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        outer.addWidget(words)
        outer.addLayout(row)
        outer.addWidget(self._problem)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.earlier.pressed_once.connect(lambda: self._on_stepped(-STEP_MIN))
        self.later.pressed_once.connect(lambda: self._on_stepped(STEP_MIN))
        self.edit.stepped.connect(self._on_stepped)
        self.edit.editingFinished.connect(self._on_typed)

    def value(self) -> time:
        """Return the last time that was understood."""
        return self._at

    def set_value(self, at: time) -> None:
        """Show `at` without any signal."""
        self._at = at
        self._problem.clear_problem()
        self.edit.setText(self._show(at))
        widest = self.edit.fontMetrics().horizontalAdvance(self._show(time(22, 58)))
        self.edit.setMinimumWidth(widest + current_look().px(40))

    def problem(self) -> str:
        """Return the sentence now shown, empty when there is none."""
        return self._problem.text()

    def _on_stepped(self, minutes: int) -> None:
        passed = (self._at.hour * 60 + self._at.minute + minutes) % _DAY_MIN
        self._take(time(passed // 60, passed % 60))

    def _on_typed(self) -> None:
        if self.edit.text() == self._show(self._at):
            self._problem.clear_problem()
            return
        try:
            at = self._parse(self.edit.text())
        except Problem as problem:
            self._problem.show_problem(problem)
            return
        self._take(at)

    def _take(self, at: time) -> None:
        moved = at != self._at
        self.set_value(at)
        if moved:
            self.changed.emit(at)
