"""The list itself: walked by keys, chosen by a press, kept in its place when the diary changes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from steadyhands.domain.entries import Entry
from steadyhands.domain.value import Value
from steadyhands.ui.tabs.diary.model import DiaryModel
from steadyhands.ui.tabs.diary.row_painter import RowPainter, row_height
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import now_ms
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.focus_ring import KEYBOARD_REASONS

_Flag = QItemSelectionModel.SelectionFlag
_KEPT_IDS = 500  # chosen entries that are looked for one by one after a change

Ids = tuple[tuple[int, str], ...]


class Kept(Value):
    """Where the list was: what stood on top, how far, the current row, what was chosen.

    A row is told by its day and its entry's id; "" is the heading of the day.
    """

    top: tuple[int, str] | None = None
    below: int = 0
    current: tuple[int, str] | None = None
    row: int = -1
    chosen: Ids = ()


class EntryList(QTableView):
    """One column of rows of one height. A table, because Qt's list walks through every row.

    A press chooses a row; with `several` on, presses and Space add to what is chosen.
    """

    edit_asked = Signal()
    remove_asked = Signal()
    chosen_changed = Signal()

    def __init__(self, model: DiaryModel, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._guard = guard
        self._several = False
        self._painter = RowPainter(self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self._set_up()
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        chosen.currentChanged.connect(lambda *_: self.chosen_changed.emit())

    def _set_up(self) -> None:
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        heights = self.verticalHeader()
        heights.hide()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setMinimumSectionSize(1)
        heights.setDefaultSectionSize(row_height())
        self.verticalScrollBar().setSingleStep(row_height())
        self.setMinimumHeight(row_height() * 4)
        self.setAccessibleName(self.tr("Entries, newest first"))

    # -- what is chosen -----------------------------------------------------------------

    def set_several(self, on: bool) -> None:
        """Let each press add to what is chosen, or take it away again."""
        self._several = on
        if not on:
            self.clearSelection()

    def count_chosen(self) -> int:
        """Return how many entries are chosen."""
        return sum(self._rows.entries_in(first, last) for first, last in self._ranges())

    def chosen(self, most: int) -> list[Entry]:
        """Return the entries chosen, at most so many."""
        found: list[Entry] = []
        for first, last in self._ranges():
            for row in range(first, last + 1):
                if len(found) == most:
                    return found
                found += self._rows.entries((row,))
        return found

    def current_row(self) -> int:
        """Return the row that the keyboard is at, −1 for none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one, with its day's heading in sight above it."""
        index = self._rows.index(row)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        top = row * row_height()
        if not self._rows.is_heading(row):
            top -= row_height()
        self.verticalScrollBar().setValue(top)

    def show_row(self, row: int) -> None:
        """Make a row the current and only chosen one, and bring it into sight."""
        index = self._rows.index(row)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def _ranges(self) -> list[tuple[int, int]]:
        spans = ((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        return sorted((top, bottom) for top, bottom in spans if top >= 0)

    # -- staying in place ----------------------------------------------------------------

    def kept(self) -> Kept:
        """Return where the list is, to `restore` after the rows have changed."""
        height, at = row_height(), self.verticalScrollBar().value()
        top = None
        if at > 0 and self._rows.rowCount():
            top = self._tell(min(at // height, self._rows.rowCount() - 1))
        row = self.current_row()
        current = self._tell(row) if row >= 0 else None
        return Kept(top, at % height, current, row, tuple(self._chosen_ids()))

    def restore(self, kept: Kept) -> None:
        """Go back there. At the very top the list stays there, so that what is new is seen."""
        model = self.selectionModel()
        selection = QItemSelection()
        for told in kept.chosen:
            row = self._find(told)
            if row is not None:
                index = self._rows.index(row)
                selection.select(index, index)
        model.select(selection, _Flag.ClearAndSelect | _Flag.Rows)
        current = self._find(kept.current) if kept.current else None
        if current is None and kept.row >= 0:  # it has gone: its neighbour
            current = min(kept.row, self._rows.rowCount() - 1)
        if current is not None and current >= 0:
            model.setCurrentIndex(self._rows.index(current), _Flag.NoUpdate)
        self.updateGeometries()
        top = self._near(kept.top) if kept.top else 0
        self.verticalScrollBar().setValue(top * row_height() + (kept.below if top else 0))

    def _tell(self, row: int) -> tuple[int, str]:
        entry = self._rows.entry(row)
        return self._rows.place(row)[0], entry.id if entry is not None else ""

    def _find(self, told: tuple[int, str]) -> int | None:
        day, entry_id = told
        if entry_id:
            return self._rows.entry_row(day, entry_id)
        return self._rows.heading_row(day) if self._rows.has_day(day) else None

    def _near(self, told: tuple[int, str]) -> int:
        """Return the row, or the one nearest to where it was."""
        row = self._find(told)
        return row if row is not None else max(0, self._rows.heading_row(told[0]))

    def _chosen_ids(self) -> Iterator[tuple[int, str]]:
        left = _KEPT_IDS
        for first, last in self._ranges():
            for row in range(first, min(last, first + left) + 1):
                if not self._rows.is_heading(row):
                    yield self._tell(row)
            left = max(0, left - (last - first + 1))

    # -- hands ---------------------------------------------------------------------------

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Say what a press or key does to what is chosen."""
        usual = super().selectionCommand(index, event)
        if not self._several or event is None:
            return usual
        if isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                return _Flag.Toggle | _Flag.Rows
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return usual if extends else _Flag.NoUpdate
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return usual if extends else _Flag.Toggle | _Flag.Rows
        return _Flag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row by the press; a bounce on the same row counts once."""
        self._walk(False)
        row = self.indexAt(event.position().toPoint()).row()
        if self._guard.allows((self, row), now_ms()):
            super().mousePressEvent(event)
        else:
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second quick press like any other."""
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            event.position(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        self.mousePressEvent(press)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stay with the row pressed: sliding off it is a shaking hand."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes; the rest walks and chooses."""
        self._walk(True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End go to the newest and oldest row, not along the row."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._rows.rowCount() - 1,
        }
        if action in ends:
            return self._rows.index(ends[action])
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: Qt would read every row to find one that begins so."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, when it came by the keyboard."""
        self._walk(event.reason() in KEYBOARD_REASONS)
        if self.current_row() < 0 and self._rows.rowCount() > 1:
            self.selectionModel().setCurrentIndex(self._rows.index(1), _Flag.NoUpdate)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the rows: where nothing shows through, scrolling is quick."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), current_look().colour("card"))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the one column as wide as the list."""
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(row_height())

    def _walk(self, by_keys: bool) -> None:
        if self._painter.walked != by_keys:
            self._painter.walked = by_keys
            self.viewport().update()
