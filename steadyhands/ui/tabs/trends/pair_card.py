"""Any measure against any other: over time, or day against day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from steadyhands.ui.charts.wording import series_name
from steadyhands.ui.tabs.trends.chart_card import AskPath, ChartCard, ask_path
from steadyhands.ui.tabs.trends.presenter import State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard

TIME, SAME, NEXT = "time", "same", "next"


class PairCard(ChartCard):
    """Two lists choose the measures, chips how they are compared."""

    picked = Signal(str, str)  # left and right
    compared = Signal(str)  # TIME, SAME or NEXT

    def __init__(self, guard: ClickGuard, ask: AskPath = ask_path) -> None:
        super().__init__(self.tr("One thing against another"), guard, ask)
        self.left, self.right = QComboBox(), QComboBox()
        self.left.setAccessibleName(self.tr("First thing"))
        self.right.setAccessibleName(self.tr("Second thing"))
        choices = (
            (TIME, self.tr("Over time")),
            (SAME, self.tr("Same day")),
            (NEXT, self.tr("Day before")),
        )
        self.ways = ChipRow("", choices, guard=guard)
        self.ways.setAccessibleName(self.tr("How to compare"))
        self.ways.select(TIME)
        for box in (self.left, self.right):
            box.setMinimumWidth(current_look().px(130))
            box.activated.connect(self._on_picked)
            self.head.addWidget(box)
        self.head.addWidget(self.ways)
        self.ways.chosen.connect(self._on_way)
        self._way = TIME

    def way(self) -> str:
        """Return how the two are compared now."""
        return self._way

    def show_state(self, state: State) -> None:
        """Offer what the diary can show, with what is shown chosen."""
        both = ((self.left, state.left.key), (self.right, state.right.key))
        for box, key in both:
            _offer(box, state.offered, key)

    def _on_picked(self) -> None:
        self.picked.emit(self.left.currentData(), self.right.currentData())

    def _on_way(self, key: str) -> None:
        if not key:
            self.ways.select(self._way)
            return
        self._way = key
        self.compared.emit(key)


def _offer(box: QComboBox, keys: Sequence[str], chosen: str) -> None:
    """Fill a list with the measures; nothing happens if it holds them already."""
    wanted = list(keys) if chosen in keys else [*keys, chosen]
    with QSignalBlocker(box):
        if [box.itemData(n) for n in range(box.count())] != wanted:
            box.clear()
            for key in wanted:
                box.addItem(series_name(key), key)
        box.setCurrentIndex(wanted.index(chosen))
