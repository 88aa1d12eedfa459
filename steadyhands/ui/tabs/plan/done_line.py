"""One small task of today, with one press to say that it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.plan.wording import recently, tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton, Variant
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class DoneLine(QWidget):
    """The button, or that it was done; no streaks, only how often in the last seven days."""

    done = Signal()
    taken_back = Signal()

    def __init__(
        self, guard: ClickGuard, variant: Variant = "primary", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = label("", "good", wrap=False)
        self._recent = label("", "muted", wrap=False)
        self.button = GuardedButton(tr("Done today"), variant, guard)
        self.back = GuardedButton(tr("Take back"), "quiet", guard)
        self._words.setText(tr("✓ Done today"))
        self._flow = FlowLayout(gap=current_look().px(12))
        for part in (self.button, self._words, self.back, self._recent):
            part.setMinimumHeight(current_look().target)
            self._flow.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._flow)
        self.button.spot = self.back.spot = object()
        self.button.pressed_once.connect(self.done)
        self.back.pressed_once.connect(self.taken_back)

    def add(self, button: GuardedButton) -> None:
        """Add a button at the end of the line."""
        self._flow.addWidget(button)

    def show_task(self, name: str, done: bool, recent: int, may_do: bool = True) -> None:
        """Show whether the task of the step `name` is done; no button if it is not to be."""
        had_focus = self.button.hasFocus() or self.back.hasFocus()
        self.button.setAccessibleName(tr("{0}: done today").format(name))
        self.back.setAccessibleName(tr("{0}: not done today after all").format(name))
        self.button.setVisible(may_do and not done)
        self._words.setVisible(done)
        self.back.setVisible(done)
        self._recent.setText(recently(recent))
        self._recent.setVisible(recent > 0)
        if had_focus:
            (self.back if done else self.button).setFocus(Qt.FocusReason.OtherFocusReason)
