"""What the page is for, that all of it is optional, and the way to take everything back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class IntroCard(Card):
    """The promise, and "Clear all" that can be put back until something new is said."""

    cleared = Signal()
    put_back = Signal()
    settings_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        promise = self.tr("All of it is optional. Kept only in your diary on this computer.")
        super().__init__(parent=parent)
        self.head_a_page()
        self.set_title(self.tr("About you"), promise)
        what = self.tr(
            "What you say here fits goals and limits to you, or takes them away where they could "
            "mislead. Press an answer again to take it back."
        )
        self.clear = GuardedButton(self.tr("Clear all"), "secondary", guard)
        self.back = GuardedButton(self.tr("Put back what was cleared"), "secondary", guard)
        self.settings = GuardedButton(self.tr("To the settings"), "quiet", guard)
        self.body.addWidget(label(what))
        buttons = FlowLayout(gap=8)
        for button in (self.clear, self.back, self.settings):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.clear.pressed_once.connect(self.cleared)
        self.back.pressed_once.connect(self.put_back)
        self.settings.pressed_once.connect(self.settings_asked)

    def show_state(self, has_answers: bool, was_cleared: bool) -> None:
        """Offer to clear what there is, or to put back what was cleared."""
        had_focus = self.clear.hasFocus() or self.back.hasFocus()
        self.clear.setVisible(has_answers)
        self.back.setVisible(was_cleared and not has_answers)
        if had_focus:
            shown = self.clear if has_answers else self.back if was_cleared else self.settings
            shown.setFocus()
