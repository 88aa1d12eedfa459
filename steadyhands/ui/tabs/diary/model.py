"""The diary as a list of rows: a heading for each day, its entries below, read when looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from steadyhands.domain.browse import DayCounts, Wanted
from steadyhands.domain.entries import Entry
from steadyhands.domain.moment import date_of_epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.diary import wording

BLOCK = 32  # entries read in one go
KEPT_BLOCKS = 96

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Pages(Protocol):
    """What the model asks of services.browse.DiaryPages."""

    def days(self, wanted: Wanted) -> DayCounts | None:
        """Return every day with entries wanted, None if it takes a search."""

    def page(self, wanted: Wanted, day: int, skipped: int, most: int) -> Sequence[Entry]:
        """Return some of a day's entries, newest first."""

    def kinds_on(self, day: int) -> dict[str, int]:
        """Return how many entries of each kind a day has."""


class DiaryModel(QAbstractListModel):
    """Knows how many rows each day takes; entries come a block at a time and go again.

    A row is found by halving, so a diary of any length scrolls alike.
    """

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._wanted = Wanted()
        self._found = DayCounts()
        self._starts: list[int] = []  # the row of each day's heading
        self._rows = 0
        self._blocks: OrderedDict[tuple[int, int], tuple[Entry, ...]] = OrderedDict()
        self._kinds: dict[int, dict[str, int]] = {}
        self._units = "auto"
        self._today = date.min

    def show_days(
        self, wanted: Wanted, found: DayCounts, units: str = "auto", today: date = date.min
    ) -> None:
        """Show these days in place of all others."""
        self.beginResetModel()
        self._wanted, self._found, self._units, self._today = wanted, found, units, today
        self._forget()
        self._rows = 0
        self._starts = self._laid_out(found)
        self.endResetModel()

    def add_days(self, older: DayCounts) -> None:
        """Show older days below those there are."""
        if not older.days:
            return
        added = older.total() + len(older.days)
        self.beginInsertRows(QModelIndex(), self._rows, self._rows + added - 1)
        self._found = self._found.joined(older)
        self._starts += self._laid_out(older)
        self.endInsertRows()

    def _laid_out(self, found: DayCounts) -> list[int]:
        """Give the days their rows below the last one; return those of the headings."""
        ends = list(accumulate((count + 1 for count in found.counts), initial=self._rows))
        self._rows = ends.pop()
        return ends

    def _forget(self) -> None:
        self._blocks.clear()
        self._kinds.clear()

    @property
    def wanted(self) -> Wanted:
        """What the rows were chosen by."""
        return self._wanted

    @property
    def units(self) -> str:
        """The units that volumes are shown in."""
        return self._units

    def total(self) -> int:
        """Return the number of entries, headings left out."""
        return self._rows - len(self._starts)

    # -- rows ---------------------------------------------------------------------------

    def place(self, row: int) -> tuple[int, int]:
        """Return the day of a row since 1970, and which of its entries it is: −1 for a heading."""
        number = bisect_right(self._starts, row) - 1
        return self._found.days[number], row - self._starts[number] - 1

    def is_heading(self, row: int) -> bool:
        """Return whether a row is the heading of a day."""
        return self.place(row)[1] < 0

    def day(self, row: int) -> date:
        """Return the day that a row belongs to."""
        return date_of_epoch_day(self.place(row)[0])

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row; None for a heading, or for one that has just gone."""
        if not 0 <= row < self._rows:
            return None
        day, nth = self.place(row)
        if nth < 0:
            return None
        block = self._block(day, nth // BLOCK)
        return block[nth % BLOCK] if nth % BLOCK < len(block) else None

    def count_on(self, day: int) -> int:
        """Return how many rows a day has below its heading."""
        number = self._number(day)
        return self._found.counts[number] if self._has(day, number) else 0

    def heading_row(self, day: int) -> int:
        """Return the row of a day's heading; without one, that of the next older, else the last."""
        if not self._starts:
            return -1
        return self._starts[min(self._number(day), len(self._starts) - 1)]

    def has_day(self, day: int) -> bool:
        """Return whether a day has a heading."""
        return self._has(day, self._number(day))

    def entry_row(self, day: int, entry_id: str) -> int | None:
        """Return the row of an entry of a day, None if it is not there."""
        for block in range((self.count_on(day) + BLOCK - 1) // BLOCK):
            for nth, entry in enumerate(self._block(day, block)):
                if entry.id == entry_id:
                    return self.heading_row(day) + 1 + block * BLOCK + nth
        return None

    def entries_in(self, first: int, last: int) -> int:
        """Return how many rows of a range are entries."""
        headings = bisect_right(self._starts, last) - bisect_right(self._starts, first - 1)
        return last - first + 1 - headings

    def entries(self, rows: Iterable[int]) -> list[Entry]:
        """Return the entries of rows, headings left out."""
        found = (self.entry(row) for row in rows)
        return [entry for entry in found if entry is not None]

    def kinds_on(self, day: int) -> dict[str, int]:
        """Return how many entries of each kind a day has in all."""
        if day not in self._kinds:
            self._kinds[day] = self._quietly(lambda: self._pages.kinds_on(day), {})
        return self._kinds[day]

    def _number(self, day: int) -> int:
        """Return the place among the days of a day, or of the next older one."""
        return bisect_left(self._found.days, -day, key=lambda known: -known)

    def _has(self, day: int, number: int) -> bool:
        return number < len(self._found.days) and self._found.days[number] == day

    def _block(self, day: int, block: int) -> tuple[Entry, ...]:
        key = (day, block)
        if key not in self._blocks:
            skipped = block * BLOCK
            read = self._quietly(
                lambda: tuple(self._pages.page(self._wanted, day, skipped, BLOCK)), ()
            )
            self._blocks[key] = read
            if len(self._blocks) > KEPT_BLOCKS:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(key)
        return self._blocks[key]

    @staticmethod
    def _quietly(read: Callable[[], Any], empty: Any) -> Any:
        """Read; while the diary cannot be read, rows stay blank and painting goes on."""
        try:
            return read()
        except Problem:
            return empty

    # -- Qt -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, headings included."""
        return 0 if parent.isValid() else self._rows

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be walked to, but not chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        walked = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return walked if self.is_heading(index.row()) else walked | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row in words; the delegate asks `entry` itself."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = index.row()
        if not index.isValid() or row >= self._rows:
            return None
        if self.is_heading(row):
            return self.heading_text(row)
        entry = self.entry(row)
        return wording.row_words(entry, self._units).spoken() if entry is not None else ""

    def heading_text(self, row: int) -> str:
        """Return the heading of a day with its counts, as it is spoken."""
        return f"{wording.day_title(self.day(row), self._today)}. {self.counts_text(row)}"

    def counts_text(self, row: int) -> str:
        """Return the counts in the heading of a day: all of it, or what was found of all."""
        day, _ = self.place(row)
        kinds, shown = self.kinds_on(day), self.count_on(day)
        if self._wanted.replaced(first=None, last=None).is_everything():
            return wording.counts_text(kinds)
        return wording.found_text(shown, max(shown, sum(kinds.values())))

    def day_title(self, row: int) -> str:
        """Return the name of a row's day."""
        return wording.day_title(self.day(row), self._today)
