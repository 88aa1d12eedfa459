"""Where a routine comes from a file, goes into one, or is deleted."""

from __future__ import annotations

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class FileCard(Card):
    """Three buttons, and the name of the file that was written."""

    def __init__(self, guard: ClickGuard) -> None:
        super().__init__()
        self.set_title(self.tr("To share it, or bring one"))
        self.bring = GuardedButton(self.tr("Import from a file"), "secondary", guard)
        self.share = GuardedButton(self.tr("Export to a file"), "secondary", guard)
        self.delete = GuardedButton(self.tr("Delete this routine"), "quiet", guard)
        self._written = label("", "good")
        flow = FlowLayout(gap=current_look().px(8))
        for button in (self.bring, self.share, self.delete):
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.body.addWidget(self._written)
        self.say_written("")

    def say_written(self, file: str) -> None:
        """Tell which file was written, or of none."""
        self._written.setText(self.tr("Written: {0}").format(file))
        self._written.setVisible(bool(file))
