"""One's own meals: renamed or let go here; a new one is kept from a meal of today."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.meals import OwnMeal
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.amounts import read_name
from steadyhands.ui.tabs.food.own_line import OwnLine
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class OwnMeals(Card):
    """The list of own meals, with a name field while one is renamed."""

    kept = Signal(object)  # OwnMeal
    forgotten = Signal(str)  # meal id

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your own meals"), parent=parent)
        self._guard = guard
        self._shown: tuple[tuple[OwnMeal, str], ...] = ()
        self._renaming: OwnMeal | None = None
        self._gone: OwnMeal | None = None
        self._none = label(
            self.tr("None yet. “Keep this meal” under a meal of today keeps its foods together."),
            "muted",
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current_look().px(8))
        self.put_back = GuardedButton("", "quiet", guard)
        self.name = AmountField(self.tr("New name"), read_name)
        self.save = GuardedButton(self.tr("Save the name"), "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._form = QWidget()
        self._build()
        self.name.submitted.connect(self._on_named)
        self.save.pressed_once.connect(self.name.submit)
        self.cancel.pressed_once.connect(self._form.hide)
        self.put_back.pressed_once.connect(self._on_put_back)
        self.hide()

    def _build(self) -> None:
        form, buttons = QVBoxLayout(self._form), FlowLayout(gap=8)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(current_look().px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        form.addWidget(self.name)
        form.addLayout(buttons)
        self.body.addWidget(self._none)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._form)
        self.put_back.hide()
        self._form.hide()

    def show_own(self, meals: tuple[OwnMeal, ...], names: Mapping[str, str]) -> None:
        """Show the meals; `names` are those of all foods by id."""
        shown = tuple((meal, wording.own_meal_line(meal, dict(names))) for meal in meals)
        self._none.setVisible(not meals)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for meal, said in shown:
            line = OwnLine(meal.id, meal.name, said, self._guard, rename=True)
            line.change.pressed_once.connect(partial(self._on_rename, meal))
            line.remove.pressed_once.connect(partial(self._on_remove, meal))
            self._lines.addWidget(line)

    def line(self, meal_id: str) -> OwnLine:
        """Return the line of an own meal."""
        items = [self._lines.itemAt(place) for place in range(self._lines.count())]
        places = [item.widget() for item in items if item is not None]
        return next(w for w in places if isinstance(w, OwnLine) and w.objectName() == meal_id)

    def _on_rename(self, meal: OwnMeal) -> None:
        self._renaming = meal
        self.name.set_text(meal.name)
        self._form.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.edit.selectAll()

    def _on_named(self, name: object) -> None:
        meal, self._renaming = self._renaming, None
        self._form.hide()
        if meal is not None:
            self.kept.emit(meal.replaced(name=str(name)))

    def _on_remove(self, meal: OwnMeal) -> None:
        self._gone = meal
        self._form.hide()
        self.put_back.setText(self.tr("Put the meal back"))
        self.put_back.setAccessibleName(self.tr("Put {0} back").format(meal.name))
        self.put_back.show()
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forgotten.emit(meal.id)

    def _on_put_back(self) -> None:
        gone, self._gone = self._gone, None
        self.put_back.hide()
        if gone is not None:
            self.kept.emit(gone)
