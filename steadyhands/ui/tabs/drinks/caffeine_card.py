"""Caffeine: today, in the body now, at bedtime, and the time for one more cup."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.domain.caffeine import BEDTIME_RESIDUE_MG
from steadyhands.ui import profile_words, words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.caffeine_chart import CaffeineChart
from steadyhands.ui.tabs.drinks.presenter import CaffeineFigures, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.stat import Stat

BEDTIME_STEP_MIN = 30


class CaffeineCard(Card):
    """Three figures, a small picture, one sentence, and bedtime to move."""

    bedtime_moved = Signal(int)  # minutes

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Caffeine"), parent=parent)
        self.today = Stat(self.tr("Today"), "caffeine")
        self.now = Stat(self.tr("In body now"), "caffeine")
        self.at_bed = Stat(self.tr("At bedtime"), "caffeine")
        self.chart = CaffeineChart()
        self._sentence = label("")
        self._limit = label("", "muted")
        self._bedtime = label("", "", wrap=False)
        step = BEDTIME_STEP_MIN
        self.earlier = GuardedButton(self.tr("−{0} min").format(step), "secondary", guard)
        self.later = GuardedButton(self.tr("+{0} min").format(step), "secondary", guard)
        self.earlier.setAccessibleName(self.tr("Bedtime {0} minutes earlier").format(step))
        self.later.setAccessibleName(self.tr("Bedtime {0} minutes later").format(step))
        self._build()
        self.earlier.pressed_once.connect(lambda: self.bedtime_moved.emit(-step))
        self.later.pressed_once.connect(lambda: self.bedtime_moved.emit(step))

    def _build(self) -> None:
        look = current_look()
        figures = FlowLayout(gap=look.px(20))
        for stat in (self.today, self.now, self.at_bed):
            figures.addWidget(stat)
        bed = QHBoxLayout()
        bed.setSpacing(look.px(8))
        for part in (self._bedtime, self.earlier, self.later):
            bed.addWidget(part)
        bed.addStretch(1)
        self.body.addLayout(figures)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.chart)
        self.body.addLayout(bed)
        self.body.addWidget(label(self._about(), "muted"))
        self.body.addWidget(self._limit)

    def _about(self) -> str:
        return self.tr(
            "A rough population model: the band shows how much people differ. The dashed "
            "{0} mg line is a rule of thumb for bedtime."
        ).format(BEDTIME_RESIDUE_MG)

    def _limit_text(self, figures: CaffeineFigures) -> str:
        if not figures.limit.shown:
            return profile_words.no_limit_text(figures.limit.reason)
        if figures.minor:
            return self.tr(
                "Under 18 there is no firm limit; 3 mg for each kg of weight is a starting point "
                "(EFSA 2015)."
            )
        if figures.expecting:
            return self.tr(
                "Up to {0} mg a day raises no safety concern when pregnant or breastfeeding "
                "(EFSA 2015)."
            ).format(round(figures.limit.mg))
        return self.tr(
            "Up to 400 mg a day (200 mg when pregnant or breastfeeding) raises no safety concern "
            "in adults (EFSA 2015)."
        )

    def show_state(self, state: State) -> None:
        """Show the figures as they stand."""
        figures = state.caffeine
        today, limit = words.mg_text(round(figures.today_mg)), figures.limit
        if limit.shown:
            of = self.tr("of {0}").format(words.mg_text(round(limit.mg)))
            self.today.set_figure(today, of, figures.today_mg / limit.mg)
        else:
            self.today.set_figure(today)
        self._limit.setText(self._limit_text(figures))
        self.now.set_figure(self._about_mg(figures.now_mg))
        low_high = wording.range_text(figures) if figures.at_bed.high >= 1 else ""
        self.at_bed.set_figure(self._about_mg(figures.at_bed.mid), low_high)
        self._sentence.setText(wording.more_coffee(figures))
        self._bedtime.setText(self.tr("Bedtime {0}").format(words.clock_text(figures.bedtime)))
        self.chart.setVisible(bool(figures.curve))
        self.chart.show_figures(figures)

    def sentence(self) -> str:
        """Return the sentence now shown."""
        return self._sentence.text()

    def _about_mg(self, mg: float) -> str:
        return (
            self.tr("about {0}").format(words.mg_text(round(mg))) if mg >= 1 else words.mg_text(0)
        )
