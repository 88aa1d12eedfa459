"""One food of today: what it was, and its amount, meal and time to change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.domain.eating import MEALS
from steadyhands.domain.entries import Entry, Food
from steadyhands.domain.foods import FoodItem
from steadyhands.ui import words
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.amounts import amount_reader
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.drink_icons import paint_icon
from steadyhands.ui.widgets.editable_row import EditableRow, RowEditor


class FoodIcon(QWidget):
    """The drawing that stands before everything eaten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = current_look().px(26)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing."""
        with QPainter(self) as painter:
            paint_icon(painter, "apple", QRectF(self.rect()), "minerals")


class FoodRow(EditableRow):
    """Name, time, amount and minerals of a food."""

    def __init__(
        self,
        item_of: Callable[[str], FoodItem | None],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(FoodIcon(), guard, parent)
        self._item_of = item_of

    def describe(self, entry: Entry, units: str) -> tuple[str, str]:
        """Return the food's name, and time, amount and minerals."""
        food = entry.details
        name = wording.food_name(food) if isinstance(food, Food) else ""
        return name, wording.food_line(entry)

    def make_editor(self, entry: Entry, units: str) -> RowEditor:
        """Return fields for amount and time, and chips for the meal."""
        food = entry.details
        item = self._item_of(food.food) if isinstance(food, Food) else None
        return FoodEditor(entry, item, self._guard)

    @property
    def editor(self) -> FoodEditor | None:
        """The fields while they are open."""
        return self._editor if isinstance(self._editor, FoodEditor) else None


class FoodEditor(RowEditor):
    """Amount (where one is known), time and meal of one food."""

    def __init__(
        self,
        entry: Entry,
        item: FoodItem | None,
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        food = entry.details
        grams = food.grams if isinstance(food, Food) else 0
        self._meal = food.meal if isinstance(food, Food) else MEALS[0]
        self.amount = AmountField(wording.tr("Amount"), amount_reader(item))
        self.time = AmountField(wording.tr("Time"), clock)
        self.meals = ChipRow(
            wording.tr("Meal"), [(m, words.meal_names()[m]) for m in MEALS], guard=guard
        )
        fields = {"amount": self.amount, "at": self.time} if grams else {"at": self.time}
        super().__init__(fields, guard, self.meals, parent)
        self.amount.set_text(f"{grams:g} g")
        self.time.set_text(f"{entry.at.local():%H:%M}")
        self.meals.select(self._meal)
        self.meals.chosen.connect(self._on_meal)

    def answers(self) -> dict[str, object]:
        """Return the meal that is chosen."""
        return {"meal": self._meal}

    def _on_meal(self, meal: str) -> None:
        self._meal = meal or self._meal
        self.meals.select(self._meal)
