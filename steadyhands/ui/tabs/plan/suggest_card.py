"""The step that would answer most next: which, how, for how long, and what it could show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.insight import Suggestion
from steadyhands.ui import words
from steadyhands.ui.insight_words import expect_text, factor_name
from steadyhands.ui.tabs.plan import wording
from steadyhands.ui.tabs.plan.presenter import State
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class SuggestCard(Card):
    """A suggestion, and one press to take it; any other step is as welcome."""

    taken = Signal(str, int, str)  # step, days, rhythm
    page_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(tr("What would answer most next"), parent=parent)
        self._suggestion: Suggestion | None = None
        self._what = label("", "lead")
        self._why = label("")
        self._expect = label("", "muted")
        self.take = GuardedButton(tr("Make it the next step"), "secondary", guard)
        self.how = GuardedButton(tr("How we know"), "quiet", guard)
        for part in (self._what, self._why, self._expect):
            self.body.addWidget(part)
        row = FlowLayout(gap=current_look().px(8))
        row.addWidget(self.take)
        row.addWidget(self.how)
        self.body.addLayout(row)
        self.take.pressed_once.connect(self._on_take)
        self.how.pressed_once.connect(lambda: self.page_asked.emit("how-we-know"))
        self.hide()

    def show_state(self, state: State) -> None:
        """Show the suggestion while a step may be chosen and it tells more than the plan does."""
        found = self._suggestion = state.suggestion
        adds = found is not None and not (found.why == "order" and _is_planned(found, state))
        self.setVisible(adds)
        if found is None:
            return
        name = words.plan_step_names()[found.step]
        length = wording.length(found.weeks * 7, found.design)
        self._what.setText(tr("{0}: {1}").format(name, length))
        self._why.setText(_why(found))
        self._expect.setText(
            "" if found.expect is None else expect_text(found.expect, found.weeks * 7)
        )
        self._expect.setVisible(found.expect is not None)
        self.take.setVisible(not _is_planned(found, state))
        is_next = state.next == found.step
        self.take.setText(tr("Do it like this") if is_next else tr("Make it the next step"))

    def _on_take(self) -> None:
        found = self._suggestion
        if found is not None:
            self.taken.emit(found.step, found.weeks * 7, found.design)


def _is_planned(found: Suggestion, state: State) -> bool:
    """Return whether the next step is the suggested one, as long and in that rhythm."""
    row = state.row(found.step)
    as_wished = (row.days, row.rhythm) == (found.weeks * 7, found.design)
    return state.next == found.step and as_wished


def _why(found: Suggestion) -> str:
    if found.why == "link":
        said = tr("“{0}” is a possible link. A step on it tells more than more weeks of looking.")
        return said.format(factor_name(found.factor))
    if found.design == "fortnights":
        return tr(
            "Nothing asks for a test of its own, so your order of steps holds. Taking turns shows"
            " an effect sooner."
        )
    return tr("Nothing asks for a test of its own, so your order of steps holds.")
