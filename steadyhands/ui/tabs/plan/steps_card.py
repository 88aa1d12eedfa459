"""The baseline and the steps, in the person's own order."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.plan.steps import BASELINE, STEP_KEYS
from steadyhands.ui.tabs.plan.presenter import State
from steadyhands.ui.tabs.plan.step_row import StepRow
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.widgets.card import Card
from steadyhands.ui.widgets.click_guard import ClickGuard


class StepsCard(Card):
    """A row a step; rows keep their place under the hand unless they are moved."""

    start_asked = Signal(str)
    habit_asked = Signal(str)
    profile_asked = Signal()
    moved = Signal(str, int)
    days_chosen = Signal(str, int)
    rhythm_chosen = Signal(str, str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("The steps"),
            tr("One at a time, each two weeks or more, so that you can tell what changed."),
            parent=parent,
        )
        self.rows = {step: StepRow(step, guard) for step in (BASELINE, *STEP_KEYS)}
        for step, row in self.rows.items():
            row.start_asked.connect(lambda step=step: self.start_asked.emit(step))
            row.habit_asked.connect(lambda step=step: self.habit_asked.emit(step))
            row.profile_asked.connect(self.profile_asked)
            row.moved.connect(lambda way, step=step: self.moved.emit(step, way))
            row.days_chosen.connect(lambda days, step=step: self.days_chosen.emit(step, days))
            row.rhythm_chosen.connect(lambda key, step=step: self.rhythm_chosen.emit(step, key))
            self.body.addWidget(row)
        self._order = tuple(self.rows)

    def show_state(self, state: State) -> None:
        """Show every step as it stands, in order."""
        order = tuple(row.step for row in state.rows)
        if order != self._order:
            self._order = order
            for place, step in enumerate(order):
                self.body.removeWidget(self.rows[step])
                self.body.insertWidget(place, self.rows[step])
            for before, after in pairwise(order):
                _tab_after(self.rows[before], self.rows[after])
        for row in state.rows:
            self.rows[row.step].show_row(row, state)


def _tab_after(before: StepRow, after: StepRow) -> None:
    """Let the keyboard go through the rows in the order in which they stand."""
    last = before.inside.down if before.inside is not None else before.more
    QWidget.setTabOrder(last, after.more)
    if after.inside is not None:
        inner = [after.more, *after.inside.stops()]
        for one, other in pairwise(inner):
            QWidget.setTabOrder(one, other)
