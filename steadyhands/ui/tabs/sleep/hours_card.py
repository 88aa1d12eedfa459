"""Hours asleep over the last nights, and how regular they were."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.sleep import REGULARITY_NEEDS
from steadyhands.ui.tabs.sleep.legend import LegendItem
from steadyhands.ui.tabs.sleep.night_bars import NightBars
from steadyhands.ui.tabs.sleep.presenter import State
from steadyhands.ui.tabs.sleep.wording import bar_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import duration_text


class HoursCard(Card):
    """The chart, the chosen night in words, and the averages with the nights behind them."""

    open_asked = Signal(object)  # the date of an earlier day, to add or change its night

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hours asleep"), " ", fills=True, parent=parent)
        self.bars = NightBars()
        self._night = LegendItem("night", self.tr("night"))
        self._nap = LegendItem("nap", self.tr("nap"))
        self._gap = LegendItem("gap", self.tr("not recorded"))
        self.chosen = label()
        self.regular = label("", "muted")
        self.why = GuardedButton("", "quiet", guard)
        self._today: date | None = None
        self.open = GuardedButton("", "secondary", guard)
        self.why.setCheckable(True)
        self.reasons = label(self._reasons(), "muted")
        self.reasons.hide()
        self._build()
        self.bars.selected.connect(self._on_selected)
        self.open.pressed_once.connect(self._on_open)
        self.why.pressed_once.connect(self._on_why)

    def _build(self) -> None:
        legend = FlowLayout(gap=8)
        for item in (self._night, self._nap, self._gap):
            legend.addWidget(item)
        self.body.addWidget(self.bars, 1)
        self.body.addLayout(legend)
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.regular)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.why)
        buttons.addWidget(self.open)
        self.body.addLayout(buttons)
        self.body.addWidget(self.reasons)
        self.body.setSpacing(current_look().px(6))

    def show_state(self, state: State) -> None:
        """Show the nights and what they come to."""
        self._today = state.today
        self.bars.show_bars(state.bars, state.band)
        low, high = round(state.band.low_h), round(state.band.high_h)
        self.why.setText(self.tr("Why {0}–{1} h?").format(low, high))
        self.set_title(self.tr("Hours asleep"), self._mean_text(state))
        self.regular.setText(self._regular_text(state))
        self._night.setVisible(state.recorded > 0)
        self._nap.setVisible(any(bar.nap_minutes for bar in state.bars))
        self._gap.setVisible(state.recorded < len(state.bars))
        self._on_selected()

    def _mean_text(self, state: State) -> str:
        if state.mean_min is None:
            return self.tr("The last {0} nights; yours will show here.").format(len(state.bars))
        return self.tr("{0} on average, {1} of {2} nights").format(
            duration_text(state.mean_min), state.recorded, len(state.bars)
        )

    def _regular_text(self, state: State) -> str:
        if state.spread_min is None:
            return self.tr("How regular your nights are shows from {0} nights on.").format(
                REGULARITY_NEEDS
            )
        return self.tr("The middle of your sleep moves by about {0} ({1} nights).").format(
            duration_text(state.spread_min), state.recorded
        )

    def _reasons(self) -> str:
        return self.tr(
            "For adults of 18 to 64 the National Sleep Foundation names 7–9 hours a night, from "
            "65 on 7–8, from 14 to 17 8–10 (2015). For adults the American Academy of Sleep "
            "Medicine and the Sleep Research Society name 7 hours or more (2015). It is a guide, "
            "and people differ. How regular sleep is: the standard deviation of its middle, over "
            "nights that are recorded; naps are kept apart."
        )

    def _on_selected(self) -> None:
        chosen = self.bars.chosen()
        self.chosen.setText(bar_text(chosen) if chosen is not None else "")
        missing = chosen is None or chosen.minutes is None
        self.open.setText(self.tr("Add this night") if missing else self.tr("Change this night"))
        self.open.setVisible(chosen is not None and chosen.day != self._today)

    def _on_open(self) -> None:
        chosen = self.bars.chosen()
        if chosen is not None:
            self.open_asked.emit(chosen.day)

    def _on_why(self) -> None:
        self.reasons.setVisible(self.reasons.isHidden())
        self.why.setChecked(not self.reasons.isHidden())
