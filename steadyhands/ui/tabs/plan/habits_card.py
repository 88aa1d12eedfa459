"""The small tasks of finished steps that go on, because they did good or cost little."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.plan import wording
from steadyhands.ui.tabs.plan.done_line import DoneLine
from steadyhands.ui.tabs.plan.presenter import Habit, State
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard


class HabitLine(QWidget):
    """One habit: its name, its task, Done, and a way to let it go."""

    def __init__(self, step: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self._name = label(words.plan_step_names().get(step, step), "strong")
        self._task = label("", "muted")
        self.line = DoneLine(guard, "secondary")
        self.drop = GuardedButton(tr("Let it go"), "quiet", guard)
        self.drop.setAccessibleName(tr("{0}: let this habit go").format(self._name.text()))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current_look().px(4))
        for part in (self._name, self._task, self.line):
            lines.addWidget(part)
        self.line.add(self.drop)

    def show_habit(self, habit: Habit, low_h: float, high_h: float) -> None:
        """Show whether it was done today; where the profile says no, why."""
        task = wording.task(habit.step, low_h, high_h)
        self._task.setText(wording.left_out(habit.reason) if habit.reason else task)
        self.line.show_task(self._name.text(), habit.done, habit.recent, not habit.reason)


class HabitsCard(Card):
    """Hidden while no habit is kept."""

    done_asked = Signal(str)
    undone_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(tr("Habits that stay"), parent=parent)
        self._guard = guard
        self.lines: dict[str, HabitLine] = {}
        self.hide()

    def show_state(self, state: State) -> None:
        """Show a line a habit, in the order in which they were kept."""
        wanted = [habit.step for habit in state.habits]
        for step in [step for step in self.lines if step not in wanted]:
            gone = self.lines.pop(step)
            gone.hide()
            self.body.removeWidget(gone)
            gone.deleteLater()
        for habit in state.habits:
            if habit.step not in self.lines:
                self.lines[habit.step] = self._made(habit.step)
            self.lines[habit.step].show_habit(habit, state.low_h, state.high_h)
        self.setVisible(bool(state.habits))

    def _made(self, step: str) -> HabitLine:
        line = HabitLine(step, self._guard)
        line.line.done.connect(lambda: self.done_asked.emit(step))
        line.line.taken_back.connect(lambda: self.undone_asked.emit(step))
        line.drop.pressed_once.connect(lambda: self.drop_asked.emit(step))
        self.body.addWidget(line)
        return line
