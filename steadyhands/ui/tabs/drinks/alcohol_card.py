"""Alcohol today, shown only when there is some."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.presenter import State
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.stat import Stat


class AlcoholCard(Card):
    """Grams and standard drinks, and how its water counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Alcohol"), parent=parent)
        self.today = Stat(self.tr("Today"), "caffeine")
        note = self.tr(
            "The water in it counts as it is: in one study of older men, 30 g of alcohol did not "
            "raise the fluid lost over 24 hours (Polhuis 2017)."
        )
        self.body.addWidget(self.today)
        self.body.addWidget(label(note, "muted"))
        self.hide()

    def show_state(self, state: State) -> None:
        """Show today's alcohol, or nothing at all."""
        grams = state.alcohol_g
        self.setVisible(grams >= 0.5)
        said = self.tr("{0} g").format(words.number_text(grams))
        self.today.set_figure(said, wording.alcohol_text(grams, state.units))
