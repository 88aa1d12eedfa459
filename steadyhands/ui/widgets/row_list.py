"""Rows of today's entries that keep the keyboard and what is typed while the list changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import Entry
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.editable_row import EditableRow


class RowList(QWidget):
    """One row an entry, made by `make(entry_id)` and kept while the entry is shown."""

    def __init__(self, make: Callable[[str], EditableRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._rows: dict[str, EditableRow] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(current_look().px(8))

    def row(self, entry_id: str) -> EditableRow:
        """Return the row of an entry that is shown."""
        return self._rows[entry_id]

    def ids(self) -> list[str]:
        """Return the entries that have a row, from top to bottom."""
        return sorted(self._rows, key=lambda known: self._lines.indexOf(self._rows[known]))

    def show_entries(self, shown: Sequence[Entry], units: str) -> None:
        """Show these entries in this order."""
        was = self._focused()
        for gone in set(self._rows) - {entry.id for entry in shown}:
            row = self._rows.pop(gone)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, entry in enumerate(shown):
            row = self._rows.get(entry.id) or self._made(entry.id)
            if self._lines.indexOf(row) != place:
                self._lines.insertWidget(place, row)
            row.show_entry(entry, units)
        self._keep_focus(was, [entry.id for entry in shown])

    def _made(self, entry_id: str) -> EditableRow:
        row = self._rows[entry_id] = self._make(entry_id)
        return row

    def _focused(self) -> tuple[str, int] | None:
        """Return the entry and place of the row that has the keyboard."""
        focused = self.window().focusWidget()
        for entry_id, row in self._rows.items():
            if focused is not None and row.isAncestorOf(focused):
                return entry_id, self._lines.indexOf(row)
        return None

    def _keep_focus(self, was: tuple[str, int] | None, ids: Sequence[str]) -> None:
        """Give the keyboard to the row that took the place of one removed."""
        if was is not None and was[0] not in ids and ids:
            row = self._rows[ids[min(was[1], len(ids) - 1)]]
            row.remove.setFocus(Qt.FocusReason.OtherFocusReason)
