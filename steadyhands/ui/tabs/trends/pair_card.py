"""Any measure against any other: over time, or day against day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from steadyhands.ui.charts.wording import series_name
from steadyhands.ui.tabs.trends.chart_card import AskPath, ChartCard, ask_path
from steadyhands.ui.tabs.trends.presenter import State
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard

TIME, SAME, NEXT = "time", "same", "next"


class Picker(QObject):
    """A button that names a measure and opens the chips of all there are."""

    picked = Signal(str)

    def __init__(self, caption: str, guard: ClickGuard, parent: QObject) -> None:
        super().__init__(parent)
        self._caption = caption
        self.key = ""
        self._keys: tuple[str, ...] = ()
        self.button = GuardedButton("", "secondary", guard)
        self.button.setCheckable(True)
        self.chips = ChipRow(caption, guard=guard)
        self.chips.hide()
        self.button.pressed_once.connect(self.toggle)
        self.chips.chosen.connect(self._on_chosen)

    def toggle(self) -> None:
        """Open or close the chips."""
        opened = self.chips.isHidden()
        self.chips.setVisible(opened)
        self.button.setChecked(opened)

    def offer(self, keys: Sequence[str], chosen: str) -> None:
        """Name the chosen measure, with others to choose from."""
        self.key = chosen
        wanted = tuple(keys) if chosen in keys else (*keys, chosen)
        if wanted != self._keys:
            self._keys = wanted
            self.chips.set_choices([(key, series_name(key)) for key in wanted])
        self.chips.select(chosen)
        name = series_name(chosen)
        self.button.setText(self.tr("{0} ▾").format(name))
        self.button.setAccessibleName(self.tr("{0}: {1}, change").format(self._caption, name))

    def _on_chosen(self, key: str) -> None:
        if self.button.isChecked():
            self.toggle()
        if key and key != self.key:
            self.picked.emit(key)
        else:
            self.chips.select(self.key)


class PairCard(ChartCard):
    """Two buttons choose the measures, chips how they are compared."""

    picked = Signal(str, str)  # left and right
    compared = Signal(str)  # TIME, SAME or NEXT

    def __init__(self, guard: ClickGuard, ask: AskPath = ask_path) -> None:
        super().__init__(self.tr("One thing against another"), guard, ask)
        self.left = Picker(self.tr("First"), guard, self)
        self.right = Picker(self.tr("Second"), guard, self)
        choices = (
            (TIME, self.tr("Over time")),
            (SAME, self.tr("Same day")),
            (NEXT, self.tr("Day before")),
        )
        self.ways = ChipRow("", choices, guard=guard)
        self.ways.setAccessibleName(self.tr("How to compare"))
        self.ways.select(TIME)
        self.left.offer(("twitches",), "twitches")
        self.right.button.setText("…")
        self.right.button.setAccessibleName(self.tr("Second"))
        for picker in (self.left, self.right):
            self.head.addWidget(picker.button)
        self.head.addWidget(self.ways)
        self.ways.chosen.connect(self._on_way)
        self._way = TIME
        for place, picker in enumerate((self.left, self.right), start=1):
            self.body.insertWidget(place, picker.chips)
        self.left.picked.connect(lambda key: self.picked.emit(key, self.right.key))
        self.right.picked.connect(lambda key: self.picked.emit(self.left.key, key))

    def way(self) -> str:
        """Return how the two are compared now."""
        return self._way

    def show_state(self, state: State) -> None:
        """Offer what the diary can show, with what is shown chosen."""
        self.left.offer(state.offered, state.left.key)
        self.right.offer(state.offered, state.right.key)

    def choose_way(self, key: str) -> None:
        """Compare the two in another way from now on."""
        self.ways.select(key)
        self._way = key

    def _on_way(self, key: str) -> None:
        if not key:
            self.ways.select(self._way)
            return
        self._way = key
        self.compared.emit(key)
