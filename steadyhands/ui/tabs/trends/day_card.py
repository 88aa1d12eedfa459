"""One day opened from a chart: its hours with the caffeine curve, and its entries in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.entries import Entry
from steadyhands.domain.moment import Moment, epoch_day
from steadyhands.services.look import DayLook
from steadyhands.ui import words
from steadyhands.ui.charts.wording import date_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.timeline import Timeline
from steadyhands.ui.widgets.timeline_state import build_timeline

MOST_LINES = 60


class DayCard(Card):
    """Shown when a day is chosen; goes to the day before or after, or away again."""

    moved = Signal(int)  # days
    closed = Signal()
    diary_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.timeline = Timeline()
        self.entries = label("", "")
        self.entries.setTextFormat(Qt.TextFormat.PlainText)
        self.before = GuardedButton(self.tr("‹ Day before"), "secondary", guard)
        self.after = GuardedButton(self.tr("Day after ›"), "secondary", guard)
        self.diary = GuardedButton(self.tr("Open in the Diary"), "secondary", guard)
        self.close_button = GuardedButton(self.tr("Close"), "quiet", guard)
        self.before.setAccessibleName(self.tr("Day before"))
        self.after.setAccessibleName(self.tr("Day after"))
        self.close_button.setAccessibleName(self.tr("Close the day"))
        row = FlowLayout(gap=8)
        for button in (self.before, self.after, self.diary, self.close_button):
            row.addWidget(button)
        self.body.addLayout(row)
        self.timeline.setMinimumHeight(current_look().px(200))
        self.body.addWidget(self.timeline)
        self.body.addWidget(self.entries)
        self.before.pressed_once.connect(lambda: self.moved.emit(-1))
        self.after.pressed_once.connect(lambda: self.moved.emit(1))
        self.close_button.pressed_once.connect(self.closed)
        self.diary.pressed_once.connect(self.diary_asked)

    def show_day(self, day: DayLook, now: Moment, half_life_h: float, units: str) -> None:
        """Show a day's hours and entries."""
        self.set_title(date_text(epoch_day(day.day)))
        self.timeline.show_state(build_timeline(day, now, half_life_h), units)
        self.entries.setText(self._lines(day.entries, units))
        self.after.setEnabled(self._may_go_on(day.day, now))

    @staticmethod
    def _may_go_on(day: date, now: Moment) -> bool:
        return day < now.local().date()

    def _lines(self, entries: tuple[Entry, ...], units: str) -> str:
        if not entries:
            return self.tr("Nothing was recorded on this day.")
        said = []
        for entry in entries[:MOST_LINES]:
            line = words.capital(words.entry_text(entry, units))
            said.append(self.tr("{0}. {1}").format(line, entry.note) if entry.note else line)
        more = len(entries) - MOST_LINES
        if more > 0:
            said.append(self.tr("and {0} more").format(words.number_text(more)))
        return " · ".join(said) if len(said) > 12 else "\n".join(said)
