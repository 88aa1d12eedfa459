"""The two moves of a night: when asleep, when awake, and how it was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.domain.sleep import USUAL_ASLEEP, USUAL_AWAKE
from steadyhands.ui.tabs.sleep.presenter import SleepDraft
from steadyhands.ui.tabs.sleep.wording import quality_names
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.time_stepper import TimeStepper


class SleepForm(QWidget):
    """Two times and a quality. Holds on to what the person set until told to begin anew."""

    edited = Signal()
    save_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = SleepDraft(USUAL_ASLEEP, USUAL_AWAKE)
        self._touched = False
        self.fell = TimeStepper(self.tr("Fell asleep"), clock, guard=guard)
        self.woke = TimeStepper(self.tr("Woke up"), clock, guard=guard)
        words = [(str(number), name) for number, name in quality_names().items()]
        self.quality = ChipRow(self.tr("How was it? (optional)"), words, guard=guard)
        self.length = label("", "figure")
        self.dates = label("", "muted")
        self.problem = label("", "notice")
        self.save = GuardedButton("", "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(12))
        times = Columns(least=300)
        times.add(self.fell)
        times.add(self.woke)
        outer.addWidget(times)
        said = QVBoxLayout()
        said.setSpacing(look.px(2))
        for part in (self.length, self.dates, self.problem):
            said.addWidget(part)
        outer.addLayout(said)
        outer.addWidget(self.quality)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        outer.addLayout(buttons)

    def _connect(self) -> None:
        for stepper in (self.fell, self.woke):
            stepper.changed.connect(self._on_edited)
            stepper.edit.textEdited.connect(self._on_typing)
        self.quality.changed.connect(self._on_edited)
        self.save.pressed_once.connect(self._on_save)
        self.cancel.pressed_once.connect(self.cancel_asked)

    def begin(
        self, draft: SleepDraft, save: str, touched: bool = False, plain: bool = False
    ) -> None:
        """Show `draft`, with `save` on the button; `plain` has no Cancel."""
        self._begun = draft
        self._touched = touched
        self.fell.set_value(draft.fell)
        self.woke.set_value(draft.woke)
        self.quality.select("" if draft.quality is None else str(draft.quality))
        self.save.setText(save)
        self.cancel.setVisible(not plain)

    def is_touched(self) -> bool:
        """Return whether the person has set anything since `begin`."""
        return self._touched

    def draft(self) -> SleepDraft:
        """Return what the form holds."""
        chosen = self.quality.keys()
        quality = int(chosen[0]) if chosen else None
        times = {"fell": self.fell.value(), "woke": self.woke.value()}
        return self._begun.replaced(**times, quality=quality)

    def show_length(self, length: str, dates: str) -> None:
        """Show how long the sleep would be, and over which days."""
        self.length.setText(length)
        self.dates.setText(dates)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say in place of the length what does not fit; everything that was set stays."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.length.setVisible(not sentence)
        self.dates.setVisible(not sentence)

    def _on_typing(self) -> None:
        self._touched = True

    def _on_edited(self) -> None:
        self._touched = True
        self.edited.emit()

    def _on_save(self) -> None:
        for stepper in (self.fell, self.woke):
            # A press through a screen reader leaves the keyboard in the field.
            stepper.edit.editingFinished.emit()
            if stepper.problem():
                stepper.edit.setFocus()
                return
        self.save_asked.emit()
