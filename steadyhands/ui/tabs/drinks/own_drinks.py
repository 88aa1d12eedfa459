"""One's own drinks: a form to add or change one, and the list of those there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.drinks import GROUPS, DrinkPreset
from steadyhands.domain.entries import NAME_LIMIT, clean_text
from steadyhands.domain.problem import Problem
from steadyhands.ui import words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.sizes import (
    ETHANOL_G_PER_ML,
    own_preset,
    read_caffeine,
    read_percent,
    volume_reader,
)
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class OwnDrinks(Card):
    """Adds, changes and lets go of drinks of one's own."""

    kept = Signal(object)  # DrinkPreset
    forgotten = Signal(str)  # preset id

    def __init__(
        self, new_id: Callable[[], str], guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Your own drinks"), parent=parent)
        self._new_id = new_id
        self._guard = guard
        self._units = "auto"
        self._own: tuple[DrinkPreset, ...] = ()
        self._editing = ""
        self._gone: DrinkPreset | None = None
        self._answers: dict[str, object] = {}
        self._lines = QVBoxLayout()
        self._form_title = label("")
        self.name = AmountField(self.tr("Name"), read_name, self.tr("for example Yerba mate"))
        self.amount = AmountField(self.tr("Amount"), self._read_amount)
        self.caffeine = AmountField(self.tr("Caffeine in it, mg"), read_caffeine, "0")
        self.percent = AmountField(self.tr("Alcohol, %"), read_percent, "0")
        self.kind = ChipRow(self.tr("Kind"), guard=guard)
        self.save = GuardedButton(self.tr("Save this drink"), "primary", guard)
        self.clear = GuardedButton(self.tr("Clear"), "quiet", guard)
        self.put_back = GuardedButton("", "quiet", guard)
        self._build()
        self._connect()
        self._start_anew()
        self.hide()

    def _build(self) -> None:
        look = current_look()
        self.kind.set_choices([(group, wording.group_names()[group]) for group in GROUPS])
        fields = QHBoxLayout()
        fields.setSpacing(look.px(8))
        for field in (self.amount, self.caffeine, self.percent):
            fields.addWidget(field, 1)
        buttons = FlowLayout(gap=look.px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.clear)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._form_title)
        self.body.addWidget(self.name)
        self.body.addLayout(fields)
        self.body.addWidget(self.kind)
        self.body.addLayout(buttons)
        self.put_back.hide()

    def _fields(self) -> tuple[AmountField, ...]:
        return self.name, self.amount, self.caffeine, self.percent

    def _connect(self) -> None:
        named = ("name", self.name), ("ml", self.amount)
        for key, field in (*named, ("mg", self.caffeine), ("percent", self.percent)):
            field.submitted.connect(lambda value, key=key: self._answers.update({key: value}))
            field.edit.returnPressed.connect(self._on_save)
        self.save.pressed_once.connect(self._on_save)
        self.clear.pressed_once.connect(self._start_anew)
        self.put_back.pressed_once.connect(self._on_put_back)

    def show_own(self, own: tuple[DrinkPreset, ...], units: str) -> None:
        """Show the list; what is being typed below it stays."""
        if own == self._own and units == self._units:
            return
        self._own, self._units = own, units
        us = words.uses_fl_oz(units)
        self.amount.edit.setPlaceholderText(wording.tr("8 fl oz") if us else wording.tr("300 ml"))
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for preset in own:
            self._lines.addWidget(self._line(preset))

    def open(self) -> None:
        """Show the card with the keyboard in its first field."""
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def line_buttons(self, preset_id: str) -> tuple[GuardedButton, GuardedButton]:
        """Return Change and Remove of a drink in the list."""
        found = self.findChildren(GuardedButton, f"change {preset_id}")
        return found[0], self.findChildren(GuardedButton, f"remove {preset_id}")[0]

    def _line(self, preset: DrinkPreset) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_look().px(8))
        said = wording.tr("{0}, {1}").format(
            preset.name, words.volume_text(preset.serving_ml, self._units)
        )
        row.addWidget(label(words.breakable(said)), 1)
        for word, text, spoken, act in (
            ("change", self.tr("Change"), self.tr("Change {0}"), self._on_change),
            ("remove", self.tr("Remove"), self.tr("Remove {0}"), self._on_remove),
        ):
            button = GuardedButton(text, "quiet", self._guard)
            button.setObjectName(f"{word} {preset.id}")
            button.setAccessibleName(spoken.format(preset.name))
            button.pressed_once.connect(partial(act, preset))
            row.addWidget(button)
        return line

    def _on_change(self, preset: DrinkPreset) -> None:
        self._editing = preset.id
        self._form_title.setText(self.tr("Change {0}").format(words.breakable(preset.name)))
        drink = preset.serving()
        self.name.set_text(preset.name)
        self.amount.set_text(words.volume_text(preset.serving_ml, self._units))
        self.caffeine.set_text(f"{round(drink.caffeine_mg, 1):g}")
        self.percent.set_text(f"{preset.alcohol_g / ETHANOL_G_PER_ML:.3g}")
        self.kind.select(preset.group)
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, preset: DrinkPreset) -> None:
        self._gone = preset
        self.put_back.setText(self.tr("Put the drink back"))
        self.put_back.setAccessibleName(self.tr("Put {0} back").format(preset.name))
        self.put_back.show()
        if self._editing == preset.id:
            self._start_anew()
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forgotten.emit(preset.id)

    def _on_put_back(self) -> None:
        gone, self._gone = self._gone, None
        self.put_back.hide()
        if gone is not None:
            self.kept.emit(gone)

    def _on_save(self) -> None:
        self._answers.clear()
        fields = self._fields()
        for field in fields:
            field.submit()
        if len(self._answers) < len(fields):
            wrong = next(field for field in fields if field.problem())
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            preset = self._answered()
        except Problem as problem:
            self.name.show_problem(problem)
            return
        self.kept.emit(preset)
        self._start_anew()

    def _answered(self) -> DrinkPreset:
        said = self._answers
        group = (self.kind.keys() or ("water",))[0]
        contents = (float(str(said["mg"])), float(str(said["percent"])))
        preset_id = self._editing or self._new_id()
        preset = own_preset(preset_id, str(said["name"]), group, float(str(said["ml"])), contents)
        preset.serving()  # refuse now what could not be drunk later
        return preset

    def _start_anew(self) -> None:
        self._editing = ""
        self._form_title.setText(self.tr("Add your own drink"))
        for field in self._fields():
            field.set_text("")
        self.kind.select("coffee")

    def _read_amount(self, text: str) -> float:
        return volume_reader(words.uses_fl_oz(self._units))(text)


def read_name(text: str) -> str:
    """Return a drink's name of 1 to 80 letters on one line."""
    name = " ".join(clean_text(text).split())
    if not name or len(name) > NAME_LIMIT:
        raise Problem("A drink needs a name of 1 to {most} letters.", most=NAME_LIMIT)
    return name
