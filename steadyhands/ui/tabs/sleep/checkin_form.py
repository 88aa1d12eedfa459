"""The questions of a check-in: three scales, two amounts, what was noticed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import CheckIn
from steadyhands.ui.tabs.sleep.amount_stepper import AmountStepper
from steadyhands.ui.tabs.sleep.presenter import screen_minutes, workout_minutes
from steadyhands.ui.tabs.sleep.symptom_chips import SymptomChips
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.stepped_slider import SteppedSlider

WORKOUT_STEP_MIN = 10
SCREEN_STEP_MIN = 30


class CheckInForm(QWidget):
    """Every question may stay open; one answer is enough."""

    edited = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        low, high = self.tr("none"), self.tr("a great deal")
        self.stress = SteppedSlider(self.tr("Stress"), low, high, guard=guard)
        self.tiredness = SteppedSlider(self.tr("Tiredness"), low, high, guard=guard)
        self.mental_load = SteppedSlider(self.tr("Mental load"), low, high, guard=guard)
        self.workout = AmountStepper(
            self.tr("Workout"), WORKOUT_STEP_MIN, workout_minutes, self.tr("such as 45 min"), guard
        )
        self.screens = AmountStepper(
            self.tr("Screen time"), SCREEN_STEP_MIN, screen_minutes, self.tr("such as 6 h"), guard
        )
        self.symptoms = SymptomChips(guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        columns = Columns(least=400)
        columns.add(_column(self._scales(), 0))
        columns.add(_column((self.workout, self.screens, self.symptoms), look.px(10)))
        if (row := columns.layout()) is not None:
            row.setSpacing(look.px(36))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(columns)

    def _connect(self) -> None:
        for scale in self._scales():
            scale.changed.connect(lambda _value: self.edited.emit())
        for amount in (self.workout, self.screens):
            amount.changed.connect(self.edited)
        self.symptoms.changed.connect(self.edited)

    def is_answered(self) -> bool:
        """Return whether there is at least one answer."""
        scales = any(scale.value() is not None for scale in self._scales())
        amounts = self.workout.has_text() or self.screens.has_text()
        return scales or amounts or bool(self.symptoms.keys())

    def read_typed(self) -> bool:
        """Take what is typed; if some of it cannot be read, go there and return False."""
        for amount in (self.workout, self.screens):
            if not amount.read_typed():
                amount.field.edit.setFocus()
                return False
        return True

    def answers(self) -> CheckIn:
        """Return the answers; Problem if there are none."""
        screen = self.screens.value()
        return CheckIn(
            stress=self.stress.value(),
            tiredness=self.tiredness.value(),
            mental_load=self.mental_load.value(),
            workout_min=self.workout.value(),
            screen_hours=None if screen is None else screen / 60,
            symptoms=self.symptoms.keys(),
        )

    def show_answers(self, answers: CheckIn | None) -> None:
        """Show a check-in's answers, or an empty form, without any signal."""
        given = answers.__dict__ if answers is not None else {}
        self.stress.set_value(given.get("stress"))
        self.tiredness.set_value(given.get("tiredness"))
        self.mental_load.set_value(given.get("mental_load"))
        self.workout.set_value(given.get("workout_min"))
        hours = given.get("screen_hours")
        self.screens.set_value(None if hours is None else hours * 60)
        self.symptoms.select(given.get("symptoms", ()))

    def _scales(self) -> tuple[SteppedSlider, ...]:
        return self.stress, self.tiredness, self.mental_load


def _column(parts: Iterable[QWidget], above: int) -> QWidget:
    """Return the parts one under the other; `above` evens out titles of unlike height."""
    column = QWidget()
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, above, 0, 0)
    lines.setSpacing(current_look().px(16))
    for part in parts:
        lines.addWidget(part)
    lines.addStretch(1)
    return column
