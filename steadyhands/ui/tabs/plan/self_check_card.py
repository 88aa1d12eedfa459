"""The 30-second self-check: ten taps at most, and what to log next. Nothing is kept unasked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.selfcheck import ASKED, EATEN, FELT, Outcome, outcome
from steadyhands.ui.tabs.plan import check_wording as wording
from steadyhands.ui.tabs.plan.presenter import State
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class SelfCheckCard(Card):
    """Folded until asked for; answers live in the chips only, unless kept as a note."""

    note_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(tr("30-second self-check"), parent=parent)
        self._state: State | None = None
        self._text = ""
        self._intro = label(tr("Ten presses at most, then what is worth logging. {0}").format(
            wording.limits()))  # fmt: skip
        self.open = GuardedButton(tr("Start the self-check"), "secondary", guard)
        self.eaten = ChipRow(tr("On most days I eat"), wording.answers(EATEN), False, guard)
        self.felt = ChipRow(tr("Lately"), wording.answers(FELT), False, guard)
        self.asked = ChipRow(tr("I take"), wording.answers(ASKED), False, guard)
        self._rows = (self.eaten, self.felt, self.asked)
        self.show_button = GuardedButton(tr("See what to log"), "primary", guard)
        self._result = label("")
        self.note = GuardedButton(tr("Keep as a note"), "secondary", guard)
        self.again = GuardedButton(tr("Answer anew"), "quiet", guard)
        self.close_button = GuardedButton(tr("Close"), "quiet", guard)
        self.close_button.setAccessibleName(tr("Close the self-check"))
        self._build()
        self._connect()
        self._show_stage("folded")

    def _build(self) -> None:
        self._questions = QWidget()
        lines = QVBoxLayout(self._questions)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current_look().px(12))
        lines.addWidget(label(tr("Press what is so; leave the rest."), "muted"))
        for row in self._rows:
            lines.addWidget(row)
        self._result.setTextFormat(Qt.TextFormat.RichText)
        for part in (self._intro, self._questions, self._result):
            self.body.addWidget(part)
        flow = FlowLayout(gap=8)
        for button in (self.open, self.show_button, self.note, self.again, self.close_button):
            button.spot = "self-check"
            flow.addWidget(button)
        self.body.addLayout(flow)

    def _connect(self) -> None:
        self.open.pressed_once.connect(lambda: self._turn_to("questions"))
        self.again.pressed_once.connect(self._on_again)
        self.show_button.pressed_once.connect(self._on_show)
        self.close_button.pressed_once.connect(self._on_close)
        self.note.pressed_once.connect(lambda: self.note_asked.emit(self._text))

    def show_state(self, state: State) -> None:
        """Know the plan, whose order and profile the outcome follows."""
        self._state = state

    def _show_stage(self, stage: str) -> None:
        shown = {
            "folded": (self._intro, self.open),
            "questions": (self._questions, self.show_button, self.close_button),
            "result": (self._result, self.note, self.again, self.close_button),
        }[stage]
        for part in (
            self._intro, self._questions, self._result, self.open, self.show_button, self.note,
            self.again, self.close_button,
        ):  # fmt: skip
            part.setVisible(part in shown)

    def _turn_to(self, stage: str) -> None:
        self._show_stage(stage)
        first = {
            "folded": self.open,
            "questions": self.eaten.chips()[0],
            "result": self.note,
        }[stage]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_again(self) -> None:
        for row in self._rows:
            row.select()
        self._turn_to("questions")

    def _on_close(self) -> None:
        for row in self._rows:
            row.select()
        self._turn_to("folded")

    def _on_show(self) -> None:
        state = self._state
        given = [chip.key for row in self._rows for chip in row.chips() if chip.isChecked()]
        if state is None:
            return
        found: Outcome = outcome(
            given,
            [row.step for row in state.rows],
            state.left_out,
            state.done,
            state.has_baseline,
        )
        self._result.setText(wording.shown(found))
        self._text = wording.as_note(given, found)
        self._turn_to("result")
