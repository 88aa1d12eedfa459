"""What was logged last, with its amount, meal and time to change in one press."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.domain.eating import MEALS
from steadyhands.domain.entries import Entry, Food
from steadyhands.domain.foods import FoodItem, Portion
from steadyhands.ui import words
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.amounts import amount_reader
from steadyhands.ui.tabs.food.presenter import AGO_MIN
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.beside import beside
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns

_HALF_AND_DOUBLE = (0.5, 1.0, 2.0)


class JustEaten(Card):
    """Chips that amend the newest food, or all the foods of one act; hidden while there is none."""

    resized = Signal(float, str)  # grams, how the amount is said
    meal_chosen = Signal(str)
    moved = Signal(int)  # minutes before it was pressed
    timed = Signal(object)  # datetime.time
    figures_asked = Signal(str)  # food id: change what it holds

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._food: Food | None = None
        self._item: FoodItem | None = None
        self._sizes: dict[str, Portion] = {}
        self._meal = ""
        self._name = label("", "title")
        self._saved = label(self.tr("Saved"), "good", wrap=False)
        self._said = label("", "muted")
        self.sizes = ChipRow(self.tr("Amount"), guard=guard)
        self.grams = AmountField(self.tr("Another amount"), self._read, self.tr("40 g"))
        self.set_grams = GuardedButton(self.tr("Set"), "secondary", guard)
        self.meals = ChipRow(self.tr("Meal"), self._meal_choices(), guard=guard)
        self.times = ChipRow(self.tr("When"), self._ago_choices(), guard=guard)
        self.clock = AmountField(self.tr("Or at"), clock, self.tr("12:30"))
        self.set_clock = GuardedButton(self.tr("Set the time"), "secondary", guard)
        self._revised = label(
            self.tr("Newer tables may differ for this food; change what it holds if yours does."),
            "caption",
        )
        self.figures = GuardedButton(self.tr("Change what it holds"), "quiet", guard)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        look = current_look()
        for field in (self.grams, self.clock):
            field.setMinimumWidth(look.px(100))
            field.setMaximumWidth(look.px(180))
        self._grams_line = beside(self.grams, self.set_grams)
        typed = Columns(250)
        typed.add(self._grams_line)
        typed.add(beside(self.clock, self.set_clock))
        top = QVBoxLayout()
        top.setSpacing(look.px(2))
        top.addWidget(self._name)
        top.addWidget(self._saved)
        self.body.addLayout(top)
        for part in (self._said, self.sizes, self.meals, self.times, typed, self._revised):
            self.body.addWidget(part)
        self.body.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.sizes.chosen.connect(self._on_size)
        self.grams.submitted.connect(self._on_grams)
        self.set_grams.pressed_once.connect(self.grams.submit)
        self.meals.chosen.connect(self._on_meal)
        self.times.chosen.connect(lambda key: self.moved.emit(int(key or 0)))
        self.clock.submitted.connect(self._on_clock)
        self.set_clock.pressed_once.connect(self.clock.submit)
        self.figures.pressed_once.connect(self._on_figures)

    def show_entries(
        self, entries: Sequence[Entry], item: FoodItem | None, ago: int | None
    ) -> None:
        """Show foods as they now stand; `ago` minutes back, None for a time of the clock."""
        foods = [entry.details for entry in entries if isinstance(entry.details, Food)]
        if not foods:
            self.hide()
            return
        self._food, self._meal = (foods[0] if len(foods) == 1 else None), foods[0].meal
        self._item = item
        self._name.setText(self._named(foods))
        self._said.setText(words.breakable(self._line(entries)))
        self._show_sizes(item)
        self.meals.select(self._meal)
        self.times.select("" if ago is None else str(ago))
        self.figures.setVisible(item is not None)
        self._revised.setVisible(item is not None and item.revised)
        self.show()

    def _named(self, foods: list[Food]) -> str:
        if len(foods) == 1:
            return words.breakable(wording.food_name(foods[0]))
        return self.tr("{0} foods").format(words.number_text(len(foods)))

    def _line(self, entries: Sequence[Entry]) -> str:
        if len(entries) == 1:
            return wording.food_line(entries[0])
        foods = [entry.details for entry in entries]
        return wording.foods_text([food.name for food in foods if isinstance(food, Food)])

    def _show_sizes(self, item: FoodItem | None) -> None:
        food = self._food
        with_amount = food is not None and bool(food.grams)
        for part in (self.sizes, self._grams_line):
            part.setVisible(with_amount)
        if food is None or not with_amount:
            return
        self._sizes = {said.name: said for said in _offered(food, item)}
        texts = [(said, said) for said in self._sizes]
        if [(chip.key, chip.text()) for chip in self.sizes.chips()] != texts:
            self.sizes.set_choices(texts)
        self.sizes.select(_chosen(food, self._sizes))

    def _meal_choices(self) -> list[tuple[str, str]]:
        names = words.meal_names()
        return [(meal, names[meal]) for meal in MEALS]

    def _ago_choices(self) -> list[tuple[str, str]]:
        ago = [(str(m), self.tr("{0} ago").format(words.duration_text(m))) for m in AGO_MIN[1:]]
        return [("0", self.tr("Now")), *ago]

    def _on_size(self, key: str) -> None:
        if key and key in self._sizes:
            self.resized.emit(self._sizes[key].grams, key)
        elif self._food is not None:  # pressed again: an amount is changed, never taken back
            self.sizes.select(_chosen(self._food, self._sizes))

    def _on_grams(self, amount: object) -> None:
        if isinstance(amount, tuple):
            self.grams.set_text("")
            self.resized.emit(*amount)

    def _read(self, text: str) -> tuple[float, str]:
        return amount_reader(self._item)(text)

    def _on_meal(self, meal: str) -> None:
        if meal:
            self.meal_chosen.emit(meal)
        else:
            self.meals.select(self._meal)

    def _on_clock(self, at: object) -> None:
        if isinstance(at, time):
            self.clock.set_text("")
            self.timed.emit(at)

    def _on_figures(self) -> None:
        if self._food is not None:
            self.figures_asked.emit(self._food.food)


def _offered(food: Food, item: FoodItem | None) -> list[Portion]:
    """Return the amounts to choose from: the food's portions, half and twice the first of them."""
    known = list(item.choices) if item is not None else []
    if not known:
        amount = Portion(wording.grams_text(food.grams), food.grams)
        return [amount]
    first = known[0]
    shares = [(share, first.grams * share) for share in _HALF_AND_DOUBLE]
    names = {0.5: wording.tr("½ × {0}"), 1.0: "{0}", 2.0: wording.tr("2 × {0}")}
    scaled = [Portion(names[share].format(first.name), grams) for share, grams in shares]
    if first.grams == 100:
        scaled = [Portion(wording.grams_text(grams), grams) for _, grams in shares]
    taken = {portion.name for portion in scaled}
    return scaled + [portion for portion in known if portion.name not in taken]


def _chosen(food: Food, sizes: dict[str, Portion]) -> str:
    """Return the amount that the food has now, empty if it is none of those offered."""
    same = [name for name, portion in sizes.items() if abs(portion.grams - food.grams) < 0.01]
    return food.portion if food.portion in same else next(iter(same), "")
