"""The fields of one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises.editor import wording
from steadyhands.ui.tabs.exercises.editor.checks import Fault
from steadyhands.ui.tabs.exercises.editor.draft import DraftStep
from steadyhands.ui.tabs.exercises.editor.number_field import NumberField
from steadyhands.ui.tabs.exercises.editor.numbers import HOLD, REST, TIMES
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.step_poses import StepPoses
from steadyhands.ui.tabs.exercises.editor.text_box import TextBox
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.columns import Columns


class StepForm(QWidget):
    """Writes what is typed and pressed into the draft, key by key."""

    def __init__(self, key: int, tools: Tools) -> None:
        super().__init__()
        self._key = key
        self._tools = tools
        guard = tools.guard
        self.name = AmountField(self.tr("Name of the step"), str, self.tr("for example Hook fist"))
        slowly = self.tr("for example Bend slowly, never forced.")
        self.cue = TextBox(self.tr("What is said"), slowly)
        self.poses = StepPoses(tools)
        seconds, times = wording.seconds_text, wording.times_text
        self.hold = NumberField(self.tr("Hold each pose"), HOLD, seconds, guard)
        self.times = NumberField(self.tr("How often"), TIMES, times, guard)
        self.rest = NumberField(self.tr("Rest in between"), REST, seconds, guard)
        self.sides = ChipRow(self.tr("Which hands"), wording.side_names().items(), guard=guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(12))
        numbers = Columns(least=215)
        for field in (self.hold, self.times, self.rest):
            numbers.add(field)
        for part in (self.name, self.cue, self.poses, numbers, self.sides):
            outer.addWidget(part)

    def _connect(self) -> None:
        self.name.edit.textEdited.connect(lambda text: self._change(name=text))
        self.cue.edited.connect(lambda text: self._change(cue=text))
        self.hold.changed.connect(lambda number: self._change(hold_s=number))
        self.times.changed.connect(lambda number: self._change(repetitions=int(number)))
        self.rest.changed.connect(lambda number: self._change(rest_s=number))
        self.sides.chosen.connect(self._on_side)

    def show_step(self, step: DraftStep, shelf: Shelf) -> None:
        """Show a step as it is now; the field that is being typed in is left alone."""
        if self.name.text() != step.name:
            self.name.set_text(step.name)
            self.name.edit.setCursorPosition(0)  # a long text is read from its beginning
        if self.cue.text() != step.cue:
            self.cue.set_text(step.cue)
        self.hold.set_value(step.hold_s)
        self.times.set_value(step.repetitions)
        self.rest.set_value(step.rest_s)
        self.sides.select(step.sides)
        self.poses.show_step(step, shelf)

    def show_fault(self, fault: Fault) -> None:
        """Show what is wrong at its field and bring the keyboard there."""
        if fault.field == "poses":
            self.poses.say(fault.problem)
            self.poses.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if fault.place >= 0:
            self.poses.show_fault(fault)
            return
        numbers = {"hold_s": self.hold, "repetitions": self.times, "rest_s": self.rest}
        field = numbers.get(fault.field) or (self.cue if fault.field == "cue" else self.name)
        field.show_problem(fault.problem)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_typed(self) -> bool:
        """Take the numbers that are typed; return whether all could be read."""
        bad = [field for field in (self.hold, self.times, self.rest) if not field.read_typed()]
        if bad:
            bad[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return not bad

    def _on_side(self, side: str) -> None:
        if side:
            self._change(sides=side)
        else:  # one of them is always chosen
            self._tools.change(lambda draft: draft)

    def _change(self, **fields: object) -> None:
        key = self._key
        self._tools.change(lambda draft: draft.with_step(key, **fields))
