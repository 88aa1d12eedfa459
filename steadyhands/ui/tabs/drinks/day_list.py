"""Today's drinks, newest first, each to be changed or removed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.entries import Entry
from steadyhands.ui.tabs.drinks.presenter import State
from steadyhands.ui.tabs.drinks.row import DrinkRow
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.editable_row import EditableRow
from steadyhands.ui.widgets.row_list import RowList

_SHORT = 8


class DayList(Card):
    """Rows of today's drinks; a long day shows its newest eight and a button for the rest."""

    removed = Signal(str)  # entry id
    edited = Signal(str, float, object)  # entry id, ml, datetime.time

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Today's drinks"), parent=parent)
        self._guard = guard
        self._entries: tuple[Entry, ...] = ()
        self._units = ""
        self._open = False
        self._empty = label(self.tr("Nothing yet today. Press a drink above."), "muted")
        self._list = RowList(self._made)
        self.all = GuardedButton("", "quiet", guard)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._list)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.pressed_once.connect(self._on_all)

    def show_state(self, state: State) -> None:
        """Show the drinks; rows that stay keep the keyboard and what is being typed."""
        self._entries, self._units = state.entries, state.units
        self._show()

    def row(self, entry_id: str) -> EditableRow:
        """Return the row of a drink that is shown."""
        return self._list.row(entry_id)

    def shown_ids(self) -> list[str]:
        """Return the drinks that have a row, newest first."""
        return [entry.id for entry in self._shown()]

    def _shown(self) -> tuple[Entry, ...]:
        return self._entries if self._open else self._entries[:_SHORT]

    def _show(self) -> None:
        shown = self._shown()
        self._list.show_entries(shown, self._units)
        self._empty.setVisible(not shown)
        self._list.setVisible(bool(shown))
        self._show_button()

    def _show_button(self) -> None:
        count = len(self._entries)
        self.all.setVisible(count > _SHORT)
        every = self.tr("Show all {0} drinks").format(count)
        self.all.setText(self.tr("Show fewer") if self._open else every)

    def _made(self, entry_id: str) -> DrinkRow:
        row = DrinkRow(self._guard)
        row.removed.connect(lambda: self.removed.emit(entry_id))
        row.edited.connect(lambda said: self.edited.emit(entry_id, said["ml"], said["at"]))
        return row

    def _on_all(self) -> None:
        self._open = not self._open
        self._show()
