"""What the answers change elsewhere, as it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from steadyhands.domain.profile import Profile
from steadyhands.ui.about.effects import effect_lines
from steadyhands.ui.about.lines import Lines
from steadyhands.ui.widgets.card import Card


class EffectsCard(Card):
    """One caption and one sentence for each thing the profile decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What this changes"), parent=parent)
        self._lines = Lines()
        self.body.addWidget(self._lines)

    def show_profile(self, profile: Profile, goal_ml: float, units: str) -> None:
        """Show what a profile decides."""
        self._lines.show_lines(effect_lines(profile, goal_ml, units))
