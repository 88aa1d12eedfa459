"""Conditions that take goals and hints away, a limit on fluids, and what moves caffeine."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import FLUID_LIMIT_ML, Profile
from steadyhands.services.choices import FASTEST_HALF_LIFE_H, SLOWEST_HALF_LIFE_H
from steadyhands.ui.about import wording
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.number_stepper import NumberStepper, Scale
from steadyhands.ui.words import volume_text

_LIMIT_STEP_ML, _LIMIT_START_ML = 100, 1500


class HealthCard(Card):
    """Conditions by chips; choosing one takes effect at once."""

    said = Signal(dict)

    def __init__(self, units: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        about = self.tr("With most of these, goals and hints are left to your clinician.")
        super().__init__(self.tr("Health"), about, parent=parent)
        self._units = units
        self.conditions = ChipRow(
            self.tr("I have, or had"), wording.condition_names(), exclusive=False, guard=guard
        )
        self.limit = NumberStepper(
            self.tr("My limit a day, if I know it"),
            Scale(_LIMIT_STEP_ML, *FLUID_LIMIT_ML, _LIMIT_START_ML),
            wording.read_limit,
            lambda ml: volume_text(ml, self._units),
            guard,
        )
        self.body.addWidget(self.conditions)
        self.body.addWidget(self.limit)
        self.conditions.changed.connect(self._on_conditions)
        self.limit.changed.connect(
            lambda ml: self.said.emit({"fluid_limit_ml": None if ml is None else round(ml)})
        )

    def show_profile(self, profile: Profile, units: str) -> None:
        """Show what was said."""
        self._units = units
        self.conditions.select(*profile.conditions)
        self.limit.setVisible(profile.has("fluid_limit"))
        self.limit.set_value(profile.fluid_limit_ml)

    def _on_conditions(self, keys: tuple[str, ...]) -> None:
        said: dict[str, object] = {"conditions": keys}
        if "fluid_limit" not in keys:
            said["fluid_limit_ml"] = None
        self.said.emit(said)


class CaffeineCard(Card):
    """How long caffeine stays in the body, and what is known to move that."""

    said = Signal(dict)
    half_life_set = Signal(float)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How long caffeine stays"), parent=parent)
        also = [("smokes", self.tr("I smoke")), ("contraceptive_pill", self.tr("I take the pill"))]
        self.also = ChipRow(self.tr("What changes it"), also, exclusive=False, guard=guard)
        self.hints = label("", "muted")
        self.half_life = NumberStepper(
            self.tr("Half of it is gone after"),
            Scale(0.5, FASTEST_HALF_LIFE_H, SLOWEST_HALF_LIFE_H, 5.0),
            read_hours,
            wording.half_life_text,
            guard,
        )
        for part in (self.also, self.half_life, self.hints):
            self.body.addWidget(part)
        self.also.changed.connect(
            lambda keys: self.said.emit({k: k in keys for k in ("smokes", "contraceptive_pill")})
        )
        self.half_life.changed.connect(self._on_half_life)

    def show_profile(self, profile: Profile, half_life_h: float) -> None:
        """Show what was said, and what is known about it."""
        keys = ("smokes", "contraceptive_pill")
        self.also.select(*(k for k in keys if profile.__dict__[k]))
        self.half_life.set_value(half_life_h)
        usual = self.tr(
            "In healthy adults it is 5 hours on average, 1.5 to 9.5 between people. The curve of "
            "caffeine in the body is drawn with this."
        )
        self.hints.setText(" ".join([*wording.half_life_hints(profile), usual]))

    def _on_half_life(self, hours: object) -> None:
        self.half_life_set.emit(hours if isinstance(hours, float) else 5.0)


def read_hours(text: str) -> float:
    """Return the hours a text says; none mean the usual five."""
    said = text.casefold().replace("h", "").replace(",", ".").strip()
    try:
        hours = float(said) if said else 5.0
    except ValueError:
        raise Problem("I cannot read “{given}” as hours. Try 5 or 5.5.", given=text) from None
    if not FASTEST_HALF_LIFE_H <= hours <= SLOWEST_HALF_LIFE_H:
        raise Problem("Caffeine's half-life is between 1.5 and 16 hours.")
    return hours
