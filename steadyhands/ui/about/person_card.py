"""Age, the table to use, pregnancy, height and weight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.bodysize import CM_PER_INCH, KG_PER_POUND, height_cm, weight_kg
from steadyhands.domain.profile import HEIGHT_CM, WEIGHT_KG, Profile
from steadyhands.ui import profile_words
from steadyhands.ui.about import wording
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.number_stepper import NumberStepper, Scale
from steadyhands.ui.words import uses_fl_oz


class PersonCard(Card):
    """What the tables of reference values ask; `said` carries the fields that changed."""

    said = Signal(dict)

    def __init__(self, units: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("For reference values"), parent=parent)
        self._units = units
        self._shown_set = ""
        self.age = ChipRow(self.tr("Age"), wording.age_names(), guard=guard)
        self.sex = ChipRow(self.tr("Sex for reference values"), wording.sex_names(), guard=guard)
        now = [
            ("pregnant", self.tr("Pregnant")),
            ("breastfeeding", self.tr("Breastfeeding")),
        ]
        self.now = ChipRow(self.tr("At present"), now, exclusive=False, guard=guard)
        self.table = ChipRow(self.tr("Reference values from"), wording.set_names(), guard=guard)
        us = uses_fl_oz(units)
        height = Scale(CM_PER_INCH if us else 1.0, *HEIGHT_CM, 170.0)
        weight = Scale(KG_PER_POUND if us else 1.0, *WEIGHT_KG, 70.0)
        self.height_field = NumberStepper(
            self.tr("Height"), height, height_cm, self._height_text, guard
        )
        self.weight = NumberStepper(self.tr("Weight"), weight, weight_kg, self._weight_text, guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        for part in (self.age, self.sex, self.now, self.table):
            self.body.addWidget(part)
        note = self.tr(
            "Height and weight are kept for your clinician. Under 18, weight also gives the "
            "amount of caffeine to begin from."
        )
        sizes = FlowLayout(gap=current_look().px(20))
        sizes.addWidget(self.height_field)
        sizes.addWidget(self.weight)
        self.body.addLayout(sizes)
        self.body.addWidget(label(note, "muted"))

    def _connect(self) -> None:
        self.age.chosen.connect(lambda key: self.said.emit({"age_group": key}))
        self.sex.chosen.connect(lambda key: self.said.emit({"sex": key}))
        self.now.changed.connect(
            lambda keys: self.said.emit({k: k in keys for k in ("pregnant", "breastfeeding")})
        )
        self.table.chosen.connect(self._on_table)
        self.height_field.changed.connect(
            lambda cm: self.said.emit({"height_cm": None if cm is None else round(cm)})
        )
        self.weight.changed.connect(
            lambda kg: self.said.emit({"weight_kg": None if kg is None else round(kg, 1)})
        )

    def show_profile(self, profile: Profile, units: str) -> None:
        """Show what was said."""
        self._units = units
        self.age.select(profile.age_group)
        self.sex.select(profile.sex)
        self.now.select(*(k for k in ("pregnant", "breastfeeding") if profile.__dict__[k]))
        self._shown_set = profile_words.reference_set(profile)
        self.table.select(self._shown_set)
        self.height_field.set_value(profile.height_cm)
        self.weight.set_value(profile.weight_kg)

    def _on_table(self, key: str) -> None:
        """One of the tables is always chosen; pressing it again keeps it."""
        if key:
            self.said.emit({"reference_set": key})
        else:
            self.table.select(self._shown_set)

    def _height_text(self, cm: float) -> str:
        return wording.height_text(cm, self._units)

    def _weight_text(self, kg: float) -> str:
        return wording.weight_text(kg, self._units)
