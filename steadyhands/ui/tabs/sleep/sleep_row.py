"""One sleep in the diary; how it was can be said or changed right here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.ui.tabs.sleep.entry_row import EntryRow
from steadyhands.ui.tabs.sleep.presenter import Slept
from steadyhands.ui.tabs.sleep.wording import quality_names, slept_text, times_text
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import duration_text


class SleepRow(EntryRow):
    """A night's sleep large, with chips for its quality; a nap in one line."""

    quality_asked = Signal(object)  # 1–5, or None when taken back

    def __init__(self, slept: Slept, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(guard, parent)
        words = [(str(number), name) for number, name in quality_names().items()]
        self.quality = ChipRow(self.tr("How was it?"), words, guard=guard)
        self.quality.chosen.connect(lambda key: self.quality_asked.emit(int(key) if key else None))
        self.body.addWidget(self.quality)
        self.show_slept(slept)

    def show_slept(self, slept: Slept) -> None:
        """Show the sleep as it now is; the same buttons stay, so that a bounce meets them."""
        self.slept = slept
        said = slept_text(slept)
        if slept.nap:
            self.show_text(said, said)
        else:
            self.show_text(times_text(slept), said, figure=duration_text(slept.minutes))
        self.quality.setVisible(not slept.nap)
        self.quality.select("" if slept.quality is None else str(slept.quality))
