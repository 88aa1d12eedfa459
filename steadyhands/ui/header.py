"""The strip above the tabs: today's figures, and the one large button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.header_state import HeaderState
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.stat import Stat

_CAFFEINE_DAY_MG = 400  # no safety concern for adults (EFSA 2015)
_SLEEP_GOAL_MIN = 9 * 60


class Header(QFrame):
    """Today in four figures; shows what it is told and logs nothing itself."""

    log_pressed = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._twitches = Stat(self.tr("Twitches today"), "twitch")
        self._water = Stat(self.tr("Water"), "water")
        self._caffeine = Stat(self.tr("Caffeine"), "caffeine")
        self._sleep = Stat(self.tr("Sleep"), "sleep")
        self._status = label("", "caption", wrap=False)
        self._button = GuardedButton(self.tr("Log a twitch"), "twitch", guard, self)
        keys = QKeySequence("Ctrl+T").toString(QKeySequence.SequenceFormat.NativeText)
        self._button.setText(self.tr("Log a twitch   {0}").format(keys))
        self._button.setAccessibleName(self.tr("Log a twitch"))
        self._button.pressed_once.connect(self.log_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
        row.setSpacing(look.px(16))
        figures = FlowLayout(gap=look.px(20))
        for stat in (self._twitches, self._water, self._caffeine, self._sleep):
            stat.setMinimumWidth(look.px(170))
            figures.addWidget(stat)
        row.addLayout(figures, 1)
        row.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, state: HeaderState) -> None:
        """Show today's figures."""
        self._twitches.set_figure(words.number_text(state.twitches), self._usual_text(state))
        self._water.set_figure(
            words.volume_text(state.water_ml, state.units),
            self.tr("of {0}").format(words.volume_text(state.goal_ml, state.units)),
            state.water_ml / state.goal_ml,
        )
        self._caffeine.set_figure(
            words.mg_text(state.caffeine_mg),
            self.tr("{0} in body now").format(words.mg_text(state.in_body_mg)),
            state.caffeine_mg / _CAFFEINE_DAY_MG,
        )
        if state.sleep_min is None:
            self._sleep.set_figure("–", self.tr("not logged yet"), 0)
        else:
            self._sleep.set_figure(
                words.duration_text(state.sleep_min),
                self.tr("goal 7–9 h"),
                state.sleep_min / _SLEEP_GOAL_MIN,
            )

    def show_waiting(self, waiting: bool) -> None:
        """Say that something is still being saved, or nothing when all is."""
        self._status.setText(self.tr("Saving…") if waiting else "")

    def _usual_text(self, state: HeaderState) -> str:
        if state.usual is None:
            return ""
        return self.tr("usually {0} by now").format(words.number_text(state.usual.count, 1))
