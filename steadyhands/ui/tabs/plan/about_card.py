"""What is known about the present or the next step, and what is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.plan.steps import BASELINE
from steadyhands.ui import words
from steadyhands.ui.tabs.plan.known import why
from steadyhands.ui.tabs.plan.presenter import State
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard


class AboutCard(Card):
    """A few honest lines."""

    page_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(tr("What is known"), parent=parent)
        self._why = label("")
        self._when = label(
            tr(
                "What a step did is looked at once, at its planned end: looking every day would"
                " take chance for an effect."
            ),
            "muted",
        )
        self.how = GuardedButton(tr("How we know"), "quiet", guard)
        self.how.pressed_once.connect(lambda: self.page_asked.emit("how-we-know"))
        self.body.addWidget(self._why)
        self.body.addWidget(self._when)
        self.body.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: State) -> None:
        """Speak of the step that is open, or of the one to begin with."""
        step = state.present.step if state.present is not None else state.next
        # A step that the profile leaves to the clinician is given no reasons to take it.
        text = "" if step in state.left_out else why(step)
        self.setVisible(bool(text))
        if text:
            name = words.plan_step_names()[step]
            title = tr("Why: {0}").format(name[:1].lower() + name[1:])
            self.set_title(tr("Why a baseline") if step == BASELINE else title)
            self._why.setText(text)
