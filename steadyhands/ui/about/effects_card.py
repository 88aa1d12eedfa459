"""What the answers change elsewhere, as it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steadyhands.domain.profile import Profile
from steadyhands.ui.about.effects import effect_lines
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import Card, label


class EffectsCard(Card):
    """One caption and one sentence for each thing the profile decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What this changes"), parent=parent)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_profile(self, profile: Profile, goal_ml: float, units: str) -> None:
        """Show what a profile decides."""
        lines = effect_lines(profile, goal_ml, units)
        while len(self._lines) < len(lines):
            self._lines.append(self._add_line())
        for place, (subject, sentence) in enumerate(self._lines):
            name, said = lines[place] if place < len(lines) else ("", "")
            subject.setText(name)
            sentence.setText(said)
            for part in (subject, sentence):
                part.setVisible(bool(name))

    def _add_line(self) -> tuple[QLabel, QLabel]:
        pair = label("", "caption"), label("")
        line = QVBoxLayout()
        line.setSpacing(current_look().px(2))
        for part in pair:
            part.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(part)
        self.body.addLayout(line)
        return pair
