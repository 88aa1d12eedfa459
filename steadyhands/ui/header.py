"""The strip above the tabs: today's figures, and the one large button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui import profile_words, words
from steadyhands.ui.header_state import HeaderState
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.stat import Stat

_FULL_STAT_PX = 170


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
        self._status.hide()
        self._button = GuardedButton(self.tr("Log a twitch"), "twitch", guard, self)
        keys = QKeySequence("Ctrl+T").toString(QKeySequence.SequenceFormat.NativeText)
        self._button.setText(self.tr("Log a twitch   {0}").format(keys))
        self._button.setAccessibleName(self.tr("Log a twitch"))
        self._button.pressed_once.connect(self.log_pressed)
        self._figures = FlowLayout(gap=look.px(20))
        for stat in self._stats():
            self._figures.addWidget(stat)
        action = QHBoxLayout()
        action.setSpacing(look.px(16))
        action.addWidget(self._status)
        action.addWidget(self._button, 1)
        self._news = label("", "caption")
        self._news.setContentsMargins(look.px(24), 0, look.px(24), look.px(8))
        self._news.setMinimumWidth(1)
        self._news.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        lines.addLayout(self._row)
        lines.addWidget(self._news)
        self._row.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
        self._row.setSpacing(look.px(12))
        self._row.addLayout(self._figures, 1)
        self._row.addLayout(action)

    def _stats(self) -> tuple[Stat, ...]:
        return self._twitches, self._water, self._caffeine, self._sleep

    def _fit(self, width: int) -> None:
        """Say less where there is less room, and at last give the button a line of its own."""
        look, edges = current_look(), self._row.contentsMargins()
        beside = width - edges.left() - edges.right() - self._row.spacing()
        beside -= self._button.sizeHint().width()
        if not self._status.isHidden():
            beside -= self._status.sizeHint().width() + look.px(16)
        stats = self._stats()
        gaps = look.px(20) * (len(stats) - 1)
        full = sum(max(look.px(_FULL_STAT_PX), s.width_wanted(brief=False)) for s in stats) + gaps
        brief = full > beside
        under = brief and sum(s.width_wanted(brief=True) for s in stats) + gaps > beside
        self._figures.setSpacing(look.px(12 if under else 20))
        for stat in stats:
            stat.set_brief(brief)
            stat.setMinimumWidth(0 if brief else look.px(_FULL_STAT_PX))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if under else across)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits the new width."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Return the least width: that of the button on its own line."""
        edges = self._row.contentsMargins()
        parts = [
            self._button.sizeHint().width(),
            *(s.minimumSizeHint().width() for s in self._stats()),
        ]
        size = super().minimumSizeHint()
        return QSize(min(size.width(), max(parts) + edges.left() + edges.right()), size.height())

    def show_state(self, state: HeaderState) -> None:
        """Show today's figures."""
        self._twitches.set_figure(words.number_text(state.twitches), self._usual_text(state))
        self._show_water(state)
        self._caffeine.set_figure(
            words.mg_text(state.caffeine_mg),
            self.tr("{0} in body now").format(words.mg_text(state.in_body_mg)),
            state.caffeine_mg / state.limit.mg if state.limit.shown else None,
        )
        if state.sleep_min is None:
            self._sleep.set_figure("–", self.tr("not logged yet"), 0)
        else:
            low, high = round(state.band.low_h), round(state.band.high_h)
            self._sleep.set_figure(
                words.duration_text(state.sleep_min),
                self.tr("goal {0}–{1} h").format(low, high),
                state.sleep_min / 60 / state.band.high_h,
            )
        self._fit(self.width())

    def _show_water(self, state: HeaderState) -> None:
        drunk = words.volume_text(state.water_ml, state.units)
        if state.water.shown:
            goal = self.tr("of {0}").format(words.volume_text(state.goal_ml, state.units))
            self._water.set_figure(drunk, goal, state.water_ml / state.goal_ml)
        else:
            why = profile_words.no_goal_text(state.water.reason)
            self._water.set_figure(drunk, self.tr("ask your clinician how much"), spoken=why)

    def show_waiting(self, waiting: bool) -> None:
        """Say that something is still being saved, or nothing when all is."""
        self._status.setText(self.tr("Saving…") if waiting else "")
        self._status.setVisible(waiting)

    def show_news(self, said: str) -> None:
        """Show one quiet line below the figures; nothing when there is nothing new."""
        self._news.setText(said)
        self._news.setVisible(bool(said))

    def _usual_text(self, state: HeaderState) -> str:
        if state.usual is None:
            return ""
        return self.tr("usually {0} by now").format(words.number_text(state.usual.count, 1))
