"""A supplement to log: its name and the elements in it, with a helper for labels of salts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import Supplement
from steadyhands.domain.problem import Problem
from steadyhands.domain.salts import SALTS, Salt, elemental_mg
from steadyhands.ui import words
from steadyhands.ui.tabs.food.amounts import read_mg, read_name, read_some_mg
from steadyhands.ui.tabs.food.wording import mineral_names
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.beside import beside
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.field_grid import FieldGrid
from steadyhands.ui.widgets.flow_layout import FlowLayout

_FIRST = "1"  # magnesium citrate, which many are


class SaltHelper(QWidget):
    """Turns milligrams of a salt into milligrams of its element."""

    worked_out = Signal(str, float)  # mineral, mg

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = [(str(place), self.name(known)) for place, known in enumerate(SALTS)]
        self.salts = ChipRow(self.tr("Which salt"), names, guard=guard)
        self.amount = AmountField(self.tr("Of the salt, mg"), read_some_mg, "400")
        self.fill = GuardedButton(self.tr("Work it out"), "secondary", guard)
        self._said = label("", "muted")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current_look().px(8))
        self.amount.setMaximumWidth(current_look().px(220))
        for part in (self.salts, beside(self.amount, self.fill), self._said):
            lines.addWidget(part)
        self._said.hide()
        self.salts.select(_FIRST)
        self.salts.chosen.connect(self._on_salt)
        self.amount.submitted.connect(self._on_amount)
        self.fill.pressed_once.connect(self.amount.submit)

    def name(self, known: Salt) -> str:
        """Return a salt's name in the person's language."""
        return {
            ("magnesium", "oxide"): self.tr("Magnesium oxide"),
            ("magnesium", "citrate"): self.tr("Magnesium citrate"),
            ("magnesium", "bisglycinate"): self.tr("Magnesium bisglycinate"),
            ("magnesium", "chloride"): self.tr("Magnesium chloride"),
            ("magnesium", "sulfate"): self.tr("Magnesium sulfate"),
            ("potassium", "chloride"): self.tr("Potassium chloride"),
            ("potassium", "citrate"): self.tr("Potassium citrate"),
            ("calcium", "carbonate"): self.tr("Calcium carbonate"),
            ("calcium", "citrate"): self.tr("Calcium citrate"),
        }[(known.element, known.name)]

    def said(self) -> str:
        """Return the sentence now shown."""
        return self._said.text()

    def _on_salt(self, key: str) -> None:
        if not key:  # there is always one
            self.salts.select(_FIRST)

    def _on_amount(self, mg: object) -> None:
        if not isinstance(mg, float):
            return
        chosen = SALTS[int(self.salts.keys()[0])]
        held = round(elemental_mg(chosen, mg))
        self._said.setText(
            self.tr("{0} of {1} hold about {2} of {3}. The label's own figure counts more.").format(
                words.mg_text(mg),
                self.name(chosen).lower(),
                words.mg_text(held),
                mineral_names()[chosen.element].lower(),
            )
        )
        self._said.show()
        self.worked_out.emit(chosen.element, held)


class SupplementForm(QWidget):
    """Name and milligrams of each element; Save hands on a Supplement."""

    saved = Signal(object)  # Supplement
    cancelled = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = mineral_names()
        self.name = AmountField(self.tr("Name"), read_name, self.tr("as the label says"))
        self.held = {
            key: AmountField(self.tr("{0} in it, mg").format(name), read_mg, "0")
            for key, name in names.items()
        }
        self.by_salt = GuardedButton(
            self.tr("The label names a salt: citrate, oxide…"), "quiet", guard
        )
        self.by_salt.setCheckable(True)
        self.helper = SaltHelper(guard)
        self.save = GuardedButton(self.tr("Log it"), "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._answers: dict[str, object] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        grid = FieldGrid(140)
        for field in self.held.values():
            grid.add(field)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(8))
        lines.addWidget(self.name)
        lines.addWidget(grid)
        hint = self.tr("Milligrams of the element itself, as most labels give them.")
        lines.addWidget(label(hint, "caption"))
        lines.addWidget(self.by_salt, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.helper)
        lines.addLayout(buttons)
        self.helper.hide()

    def _connect(self) -> None:
        for key, field in {"name": self.name, **self.held}.items():
            field.submitted.connect(lambda value, key=key: self._answers.update({key: value}))
            field.edit.returnPressed.connect(self._on_save)
        self.by_salt.pressed_once.connect(self._on_by_salt)
        self.helper.worked_out.connect(self._on_worked_out)
        self.save.pressed_once.connect(self._on_save)
        self.cancel.pressed_once.connect(self.cancelled)

    def open(self) -> None:
        """Start anew with the keyboard in the first field."""
        for field in (self.name, *self.held.values()):
            field.set_text("")
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, supplement: Supplement) -> None:
        """Show a supplement to change."""
        self.name.set_text(supplement.name)
        for key, field in self.held.items():
            field.set_text(f"{getattr(supplement, f'{key}_mg'):g}")

    def _on_by_salt(self) -> None:
        self.by_salt.setChecked(not self.by_salt.isChecked())
        self.helper.setVisible(self.by_salt.isChecked())

    def _on_worked_out(self, mineral: str, mg: float) -> None:
        self.held[mineral].set_text(f"{mg:g}")

    def _on_save(self) -> None:
        self._answers.clear()
        fields: Mapping[str, AmountField] = {"name": self.name, **self.held}
        for field in fields.values():
            field.submit()
        if len(self._answers) < len(fields):
            wrong = next(field for field in fields.values() if field.problem())
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            held = {f"{key}_mg": float(str(self._answers[key])) for key in self.held}
            self.saved.emit(Supplement(str(self._answers["name"]), **held))
        except Problem as problem:
            self.name.show_problem(problem)
