"""Today's meals with their foods, each to be changed or removed in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.foods import FoodItem
from steadyhands.ui import words
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.amounts import read_name
from steadyhands.ui.tabs.food.meal_row import FoodRow
from steadyhands.ui.tabs.food.presenter import MealGroup, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.row_list import RowList

ItemOf = Callable[[str], "FoodItem | None"]
"""Returns a food by its id, None when it is no longer kept."""


class MealBox(QWidget):
    """One meal: its name, its foods, and a way to keep it as a meal of one's own."""

    removed = Signal(str)  # entry id
    edited = Signal(str, dict)  # entry id, the editor's answers
    kept = Signal(str, object)  # name, MealGroup

    def __init__(self, item_of: ItemOf, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item_of, self._guard = item_of, guard
        self._group: MealGroup | None = None
        self._name = label("", "name", wrap=False)
        self._all = label("", "muted")
        self.list = RowList(self._made)
        self.keep = GuardedButton(self.tr("Keep this meal"), "quiet", guard)
        self.name = AmountField(self.tr("Name of the meal"), read_name)
        self.save = GuardedButton(self.tr("Keep it"), "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._saved = label("", "good")
        self._form = QWidget()
        self._build()
        self.keep.pressed_once.connect(self._on_keep)
        self.name.submitted.connect(self._on_named)
        self.save.pressed_once.connect(self.name.submit)
        self.cancel.pressed_once.connect(self._on_cancel)

    def _build(self) -> None:
        look = current_look()
        top = QHBoxLayout()
        top.setSpacing(look.px(8))
        top.addWidget(self._name)
        top.addWidget(self._all, 1)
        top.addWidget(self.keep)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(look.px(36), 0, 0, 0)
        form.setSpacing(look.px(8))
        form.addWidget(self.name)
        buttons = FlowLayout(gap=look.px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        form.addLayout(buttons)
        self._form.hide()
        self._saved.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, look.px(4))
        outer.setSpacing(look.px(8))
        outer.addLayout(top)
        outer.addWidget(self._form)
        outer.addWidget(self._saved)
        outer.addWidget(self.list)

    def show_group(self, group: MealGroup, units: str) -> None:
        """Show a meal as it stands."""
        self._group = group
        meal = words.meal_names()[group.meal]
        self._name.setText(meal)
        said = wording.group_line(group)
        self._all.setText(said)
        self.keep.setAccessibleName(self.tr("Keep this {0} as a meal").format(meal.lower()))
        self.keep.setVisible(len(group.parts) > 1 and self._form.isHidden())
        self.list.show_entries(group.entries, units)

    def _made(self, entry_id: str) -> FoodRow:
        row = FoodRow(self._item_of, self._guard)
        row.removed.connect(lambda: self.removed.emit(entry_id))
        row.edited.connect(lambda said: self.edited.emit(entry_id, said))
        return row

    def _on_keep(self) -> None:
        self.keep.hide()
        self._saved.hide()
        self._form.show()
        self.name.set_text("")
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        self._form.hide()
        self.keep.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_named(self, name: object) -> None:
        if self._group is not None:
            self.kept.emit(str(name), self._group)
            said = self.tr("Kept as “{0}”. It is found by its name above.")
            self._saved.setText(said.format(words.breakable(str(name))))
            self._saved.show()
            self._on_cancel()


class DayCard(Card):
    """The meals of today, in the order in which they began."""

    removed = Signal(str)
    edited = Signal(str, dict)
    kept = Signal(str, object)
    emptied = Signal()  # the list that had the keyboard is gone

    def __init__(self, item_of: ItemOf, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Today's meals"), parent=parent)
        self._item_of, self._guard = item_of, guard
        self._boxes: dict[str, MealBox] = {}
        self._empty = label(
            self.tr("Nothing yet today. Type above what you ate; the time alone helps too."),
            "muted",
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current_look().px(14))
        self.body.addWidget(self._empty)
        self.body.addLayout(self._lines)

    def show_state(self, state: State) -> None:
        """Show the meals; rows that stay keep the keyboard and what is being typed."""
        lost = self._drop({group.meal for group in state.groups})
        for place, group in enumerate(state.groups):
            box = self._boxes.get(group.meal) or self._made(group.meal)
            if self._lines.indexOf(box) != place:
                self._lines.insertWidget(place, box)
            box.show_group(group, state.units)
        self._empty.setVisible(not state.groups)
        if lost is not None:
            self._keep_focus(lost)

    def _drop(self, kept: set[str]) -> int | None:
        """Take away the meals that are no more; return the place of one that had the keyboard."""
        focused, lost = self.window().focusWidget(), None
        for gone in set(self._boxes) - kept:
            box = self._boxes.pop(gone)
            if focused is not None and box.isAncestorOf(focused):
                lost = self._lines.indexOf(box)
            self._lines.removeWidget(box)
            box.hide()
            box.deleteLater()
        return lost

    def _keep_focus(self, place: int) -> None:
        """Give the keyboard to the meal that took the place of one removed, if there is any."""
        meals = self.meals()
        if not meals:
            self.emptied.emit()
            return
        rows = self._boxes[meals[min(place, len(meals) - 1)]].list
        rows.row(rows.ids()[0]).remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def box(self, meal: str) -> MealBox:
        """Return a meal that is shown."""
        return self._boxes[meal]

    def meals(self) -> list[str]:
        """Return the meals shown, from top to bottom."""
        return sorted(self._boxes, key=lambda meal: self._lines.indexOf(self._boxes[meal]))

    def _made(self, meal: str) -> MealBox:
        box = self._boxes[meal] = MealBox(self._item_of, self._guard)
        box.removed.connect(self.removed)
        box.edited.connect(self.edited)
        box.kept.connect(self.kept)
        return box
