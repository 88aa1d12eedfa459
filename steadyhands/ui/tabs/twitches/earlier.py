"""Today's other twitches, each a press away from being described or taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import Entry, Twitch
from steadyhands.ui import words
from steadyhands.ui.tabs.twitches.wording import said_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard

SHOWN = 6


class EarlierToday(QWidget):
    """A row for each of the newest few; `chosen` carries the id of the one pressed."""

    chosen = Signal(str)

    def __init__(self, guard: ClickGuard) -> None:
        super().__init__()
        self._guard = guard
        self._rows: list[GuardedButton] = []
        self._ids: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, current_look().px(8), 0, 0)
        self._column.setSpacing(current_look().px(8))
        self._column.addWidget(label(self.tr("Also today"), "caption"))
        self._rest = label("", "muted")
        self._column.addWidget(self._rest)

    def show_entries(self, twitches: Sequence[Entry]) -> None:
        """Show twitches, newest first; rows stay where they are and change their words."""
        shown = list(twitches[:SHOWN])
        self._ids = [entry.id for entry in shown]
        for place, entry in enumerate(shown):
            self._name(self._row(place), entry)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
        more = len(twitches) - len(shown)
        self._rest.setText(self.tr("and {0} more").format(words.number_text(more)))
        self._rest.setVisible(more > 0)
        self.setVisible(bool(shown))

    def _row(self, place: int) -> GuardedButton:
        if place == len(self._rows):
            row = GuardedButton("", "row", self._guard)
            row.pressed_once.connect(lambda: self.chosen.emit(self._ids[place]))
            self._rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
        return self._rows[place]

    def _name(self, row: GuardedButton, entry: Entry) -> None:
        details = entry.details
        assert isinstance(details, Twitch)
        at = words.clock_text(entry.at.local())
        place = words.capital(words.part_name(details.side, details.part))
        row.setText(self.tr("{0}   {1}").format(at, place))
        said = ", ".join(part for part in (words.entry_text(entry), said_text(details)) if part)
        row.setAccessibleName(self.tr("Show {0}").format(said))
