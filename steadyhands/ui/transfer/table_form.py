"""Saying what the columns of a table are: its first rows, a choice a column, what they become."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import Entry
from steadyhands.domain.problem import Problem
from steadyhands.exchange import any_table
from steadyhands.exchange.format import Item
from steadyhands.services.arrival import Wishes
from steadyhands.services.table_wishes import ROWS_SHOWN, FirstEntries, TableSeen, day_first
from steadyhands.ui.theme import current_look
from steadyhands.ui.transfer import wording
from steadyhands.ui.transfer.tracker_row import TargetChips
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import breakable, problem_text

COLUMNS_SHOWN, FEW_COLUMNS = 40, 6
_NO_ID = "0" * 32


class TableForm(QWidget):
    """Each press is told at once, and the first entries below follow."""

    role_chosen = Signal(str, str)  # column, role
    row_target_chosen = Signal(str)
    day_first_chosen = Signal(str)

    def __init__(
        self,
        table: TableSeen,
        presets: Sequence[DrinkPreset],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(12))
        outer.addWidget(
            label(self.tr("No program is known that writes this table. What are its columns?"))
        )
        outer.addWidget(_first_rows(table, self.tr("The first rows of the table")))
        self.roles: dict[str, ChipRow] = {}
        for column in table.header[:COLUMNS_SHOWN]:
            row = ChipRow(column or self.tr("(no name)"), self._role_names(), guard=guard)
            row.chosen.connect(lambda role, column=column: self._on_role(column, role))
            self.roles[column] = row
            outer.addWidget(row)
        self.order = ChipRow(self.tr("03/04/2026 is"), self._orders(), guard=guard)
        self.order.chosen.connect(lambda key: self.day_first_chosen.emit(key or "ask"))
        self.each = TargetChips(self.tr("Each row is"), "twitch", presets, guard)
        self.each.chosen.connect(self.row_target_chosen)
        self.said = label("", "notice")
        self.first = label("")
        self.first.setTextFormat(Qt.TextFormat.PlainText)
        self._caption = label(self.tr("The first entries it makes"), "caption")
        for part in (self.order, self.each, self._caption, self.first, self.said):
            outer.addWidget(part)

    def _role_names(self) -> list[tuple[str, str]]:
        return [
            (any_table.WHEN, self.tr("Date")),
            (any_table.TIME, self.tr("Time")),
            (any_table.VALUE, self.tr("Amount of it")),
            (any_table.WHAT, self.tr("What it was")),
            (any_table.NOTE, self.tr("Note")),
            (any_table.SKIP, self.tr("Ignore")),
        ]

    def _orders(self) -> list[tuple[str, str]]:
        return [("yes", self.tr("3 April")), ("no", self.tr("4 March"))]

    def _on_role(self, column: str, role: str) -> None:
        self.role_chosen.emit(column, role or any_table.SKIP)

    def show_wishes(
        self, wishes: Wishes, first: FirstEntries, problem: Problem | None, units: str
    ) -> None:
        """Show what was said so far and what comes of it."""
        roles = {c: wishes.answers.get(any_table.ROLE + c, any_table.SKIP) for c in self.roles}
        for column, row in self.roles.items():
            row.select(roles[column])
        when = next((c for c, role in roles.items() if role == any_table.WHEN), "")
        self.order.setVisible(day_first(self._table, when) == "ask")
        self.order.select(wishes.answers.get(any_table.DAY_FIRST, "").replace("ask", "yes"))
        named = {any_table.VALUE, any_table.WHAT} & set(roles.values())
        self.each.setVisible(not named)
        self.each.show_target(wishes.targets.get(any_table.EACH_ROW, "twitch"))
        self._show_first(first, problem, units)

    def _show_first(self, first: FirstEntries, problem: Problem | None, units: str) -> None:
        lines = [wording.entry_line(_entry(item), units) for item in first.items]
        self.first.setText(breakable("\n".join(lines)).replace(" \n", "\n"))
        self._caption.setVisible(bool(lines))
        self.first.setVisible(bool(lines))
        said = [problem_text(problem)] if problem is not None else []
        said += [f"{row.where}: {problem_text(row.reason)}" for row in first.refused[:3]]
        self.said.setText(breakable("\n".join(said)))
        self.said.setVisible(bool(said))


def _entry(item: Item) -> Entry:
    return Entry(_NO_ID, item.at, item.details, item.until, item.note)


def _first_rows(table: TableSeen, name: str) -> QTableWidget:
    """Return the first rows as they stand, only to be read."""
    look = current_look()
    rows, header = table.rows[:ROWS_SHOWN], table.header[:COLUMNS_SHOWN]
    shown = QTableWidget(len(rows), len(header))
    shown.setHorizontalHeaderLabels(list(header))
    shown.setAccessibleName(name)
    shown.setProperty("bare", True)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row[: len(header)]):
            shown.setItem(y, x, QTableWidgetItem(cell[:80]))
    shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    shown.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shown.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.verticalHeader().hide()
    shown.verticalHeader().setDefaultSectionSize(look.px(36))
    head = shown.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setStretchLastSection(True)
    head.setMaximumSectionSize(look.px(320))
    bar = look.px(22) if len(header) > FEW_COLUMNS else 0  # room to move it sideways
    shown.setFixedHeight(look.px(36) * len(rows) + look.px(44) + bar)
    return shown
