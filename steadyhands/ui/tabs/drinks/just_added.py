"""What was added last, with its size and time to change in one press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.entries import Drink, Entry
from steadyhands.ui import words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.sizes import offered_sizes, volume_reader
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.beside import beside
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard

AGO_MIN = (0, 15, 30, 60)


class JustAdded(Card):
    """Chips that amend the newest drink; hidden while there is none."""

    resized = Signal(float)  # ml
    moved = Signal(int)  # minutes before it was added

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._guard = guard
        self._units = ""
        self._ml = 0.0
        self._saved = label(self.tr("Saved"), "good")
        self.sizes = ChipRow(self.tr("Size"), guard=guard)
        self.times = ChipRow(self.tr("When"), self._ago_choices(), guard=guard)
        self.body.addWidget(self._saved)
        self.body.addWidget(self.sizes)
        self.body.addWidget(self._build_other())
        self.body.addWidget(self.times)
        self.sizes.chosen.connect(self._on_size)
        self.times.chosen.connect(self._on_when)
        self.set_button.pressed_once.connect(self.amount.submit)
        self.hide()

    def _build_other(self) -> QWidget:
        self.amount = AmountField(self.tr("Another amount"), self._read)
        self.amount.submitted.connect(self._on_amount)
        self.set_button = GuardedButton(self.tr("Set"), "secondary", self._guard)
        self.set_button.setAccessibleName(self.tr("Set this amount"))
        self.amount.setMaximumWidth(current_look().px(260))
        return beside(self.amount, self.set_button)

    def show_entry(self, entry: Entry, group: str, usual_ml: float, ago: int, units: str) -> None:
        """Show a drink as it now stands; `ago` is how many minutes back it was put."""
        drink = entry.details
        if not isinstance(drink, Drink):
            return
        self._units, self._ml = units, drink.ml
        name = words.breakable(drink.name)
        said = wording.tr("{0}: {1}").format(name, wording.drink_line(entry, units))
        self.set_title(said)
        us = words.uses_fl_oz(units)
        sizes = offered_sizes(drink.preset, group, usual_ml, us)
        texts = [(f"{ml:.3f}", words.volume_text(ml, units)) for ml in sizes]
        if [(chip.key, chip.text()) for chip in self.sizes.chips()] != texts:
            self.sizes.set_choices(texts)
        self.sizes.select(f"{drink.ml:.3f}")
        self.times.select(str(ago))
        self.amount.edit.setPlaceholderText(wording.tr("8 fl oz") if us else wording.tr("300 ml"))
        self.show()

    def _ago_choices(self) -> list[tuple[str, str]]:
        ago = [(str(m), self.tr("{0} ago").format(words.duration_text(m))) for m in AGO_MIN[1:]]
        return [("0", self.tr("Now")), *ago]

    def _read(self, text: str) -> float:
        return volume_reader(words.uses_fl_oz(self._units))(text)

    def _on_size(self, key: str) -> None:
        if key:
            self.resized.emit(float(key))
        else:  # pressed again: a size cannot be taken back, only changed
            self.sizes.select(f"{self._ml:.3f}")

    def _on_when(self, key: str) -> None:
        self.moved.emit(int(key or 0))

    def _on_amount(self, ml: object) -> None:
        if isinstance(ml, float):
            self.amount.set_text("")
            self.resized.emit(ml)
