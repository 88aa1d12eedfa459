"""One's own foods: a form to add or change one, and the list of those there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.foods import FoodItem, own_food
from steadyhands.domain.problem import Problem
from steadyhands.ui import words
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.amounts import read_grams, read_mg, read_name, read_water
from steadyhands.ui.tabs.food.own_line import OwnLine
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.field_grid import FieldGrid
from steadyhands.ui.widgets.flow_layout import FlowLayout

PORTION, HUNDRED = "portion", "100"
_ITEM_FIELDS = {"water_ml": "water_g"}


class OwnFoods(Card):
    """Adds, changes and lets go of foods of one's own."""

    kept = Signal(object)  # FoodItem
    forgotten = Signal(str)  # food id

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Your own foods"),
            self.tr("Take the figures from the label; what it does not say may stay empty."),
            parent=parent,
        )
        self._guard = guard
        self._own: tuple[FoodItem, ...] = ()
        self._editing = ""
        self._gone: FoodItem | None = None
        self._answers: dict[str, object] = {}
        self._lines = QVBoxLayout()
        self._form_title = label("", "name")
        self._make_fields(guard)
        self.save = GuardedButton(self.tr("Save this food"), "primary", guard)
        self.clear = GuardedButton(self.tr("Clear"), "quiet", guard)
        self.put_back = GuardedButton("", "quiet", guard)
        self._build()
        self._connect()
        self._start_anew()
        self.hide()

    def _make_fields(self, guard: ClickGuard) -> None:
        tr = self.tr
        self.name = AmountField(tr("Name"), read_name, tr("for example Muesli"))
        self.portion = AmountField(tr("Portion"), _read_portion, tr("1 bowl"))
        self.grams = AmountField(tr("Grams of it"), read_grams, "60")
        self.per = ChipRow(
            tr("The figures below are for"),
            [(PORTION, tr("this portion")), (HUNDRED, tr("100 g"))],
            guard=guard,
        )
        self.held = {
            "magnesium_mg": AmountField(tr("Magnesium, mg"), read_mg, "0"),
            "potassium_mg": AmountField(tr("Potassium, mg"), read_mg, "0"),
            "calcium_mg": AmountField(tr("Calcium, mg"), read_mg, "0"),
            "water_ml": AmountField(tr("Water, ml"), read_water, "0"),
            "caffeine_mg": AmountField(tr("Caffeine, mg"), read_mg, "0"),
        }

    def _build(self) -> None:
        first, second = FieldGrid(180), FieldGrid(130, 5)
        for field in (self.name, self.portion, self.grams):
            first.add(field)
        for field in self.held.values():
            second.add(field)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.clear)
        self._lines.setSpacing(current_look().px(8))
        self.body.addLayout(self._lines)
        self.body.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._form_title, first, self.per, second):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.put_back.hide()

    def _fields(self) -> dict[str, AmountField]:
        said = {"name": self.name, "portion": self.portion, "grams": self.grams}
        return said | self.held

    def _connect(self) -> None:
        for key, field in self._fields().items():
            field.submitted.connect(lambda value, key=key: self._answers.update({key: value}))
            field.edit.returnPressed.connect(self._on_save)
        self.per.chosen.connect(lambda key: self.per.select(key or PORTION))
        self.save.pressed_once.connect(self._on_save)
        self.clear.pressed_once.connect(self._start_anew)
        self.put_back.pressed_once.connect(self._on_put_back)

    def show_own(self, own: tuple[FoodItem, ...]) -> None:
        """Show the list; what is being typed below it stays."""
        if own == self._own:
            return
        self._own = own
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for food in own:
            self._lines.addWidget(self._line(food))

    def open(self, name: str = "") -> None:
        """Show the card with the keyboard in its first field, a name filled in if one is given."""
        self.show()
        if name:
            self._start_anew()
            self.name.set_text(name)
        field = self.portion if name else self.name
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def change(self, food: FoodItem) -> None:
        """Show a food's figures to change; a shipped one's then stand in its place."""
        self.show()
        self._editing = food.id
        self._form_title.setText(self.tr("Change {0}").format(words.breakable(food.name)))
        first = food.choices[0]
        self.name.set_text(food.name)
        self.portion.set_text(first.name)
        self.grams.set_text(f"{first.grams:g}")
        self.per.select(PORTION)
        for key, field in self.held.items():
            amount = getattr(food, _ITEM_FIELDS.get(key, key)) * first.grams / 100
            field.set_text(f"{round(amount, 1):g}")
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self, food_id: str) -> OwnLine:
        """Return the line of an own food in the list."""
        items = [self._lines.itemAt(place) for place in range(self._lines.count())]
        places = [item.widget() for item in items if item is not None]
        return next(w for w in places if isinstance(w, OwnLine) and w.objectName() == food_id)

    def _line(self, food: FoodItem) -> OwnLine:
        held = wording.held_text(food.eaten("snack", food.choices[0].grams).amounts())
        said = " · ".join(part for part in (food.choices[0].name, held) if part)
        line = OwnLine(food.id, food.name, said, self._guard)
        line.change.pressed_once.connect(partial(self.change, food))
        line.remove.pressed_once.connect(partial(self._on_remove, food))
        return line

    def _on_remove(self, food: FoodItem) -> None:
        self._gone = food
        self.put_back.setText(self.tr("Put the food back"))
        self.put_back.setAccessibleName(self.tr("Put {0} back").format(food.name))
        self.put_back.show()
        if self._editing == food.id:
            self._start_anew()
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forgotten.emit(food.id)

    def _on_put_back(self) -> None:
        gone, self._gone = self._gone, None
        self.put_back.hide()
        if gone is not None:
            self.kept.emit(gone)

    def _on_save(self) -> None:
        self._answers.clear()
        fields = self._fields()
        for field in fields.values():
            field.submit()
        if len(self._answers) < len(fields):
            wrong = next(field for field in fields.values() if field.problem())
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            food = self._answered()
        except Problem as problem:
            self.name.show_problem(problem)
            return
        self.kept.emit(food)
        self._start_anew()

    def _answered(self) -> FoodItem:
        said = self._answers
        grams = float(str(said["grams"]))
        share = grams / 100 if self.per.keys() == (HUNDRED,) else 1
        magnesium, potassium, calcium, water, caffeine = (
            float(str(said[key])) * share for key in self.held
        )
        return own_food(
            str(said["name"]),
            grams,
            magnesium,
            potassium,
            calcium,
            water,
            caffeine,
            portion=str(said["portion"]) or wording.grams_text(grams),
            food_id=self._editing,
        )

    def _start_anew(self) -> None:
        self._editing = ""
        self._form_title.setText(self.tr("Add your own food"))
        for field in self._fields().values():
            field.set_text("")
        self.per.select(PORTION)


def _read_portion(text: str) -> str:
    """Return a portion's name; nothing typed is just its grams."""
    return read_name(text) if text.strip() else ""
