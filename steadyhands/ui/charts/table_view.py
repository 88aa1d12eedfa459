"""A chart's numbers as a table: read row by row, copied with Ctrl+C."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from steadyhands.ui.charts.table import Table
from steadyhands.ui.theme import current_look

_ROOT = QModelIndex()
_ROWS_SHOWN = 7
FEW_COLUMNS = 4  # share the width; more are as wide as they need, and scroll


class TableModel(QAbstractTableModel):
    """The rows of one table."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def table(self) -> Table:
        """Return what is shown."""
        return self._table

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.headers)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a cell's words; a screen reader hears its column too."""
        if not index.isValid():
            return None
        words = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._table.headers[index.column()]}: {words}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's name."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._table.headers[section]


class TableView(QTableView):
    """Shows a table; whole rows are chosen, and copied as tab-separated text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._model = TableModel(Table(), self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Arrow keys move through the rows. Ctrl+C copies the chosen rows, or all.")
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setDefaultSectionSize(look.target)
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show the rows, the first one current."""
        self._model.show_table(table)
        few = len(table.headers) <= FEW_COLUMNS
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(mode.Stretch if few else mode.ResizeToContents)
        if table.rows:
            self.setCurrentIndex(self._model.index(0, 0))
        self.updateGeometry()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard; all of them if none or one is chosen."""
        places = frozenset(index.row() for index in self.selectionModel().selectedRows())
        chosen = places if len(places) > 1 else frozenset()
        QGuiApplication.clipboard().setText(self._model.table().tsv(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with the platform's keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for some rows; the rest scrolls."""
        look = current_look()
        rows = min(max(self._model.rowCount(), 2), _ROWS_SHOWN)
        return QSize(look.px(320), look.target * rows + look.px(48))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: rows are not squeezed."""
        return QSize(look_width(), self.sizeHint().height())


def look_width() -> int:
    """Return the least width a table reads well in."""
    return current_look().px(160)
