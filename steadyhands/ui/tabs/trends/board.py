"""The charts of the Trends tab: made one by one when they are first needed, then fed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from steadyhands.ui import words
from steadyhands.ui.charts.hand_map import HandMap
from steadyhands.ui.charts.week_map import WeekMap
from steadyhands.ui.charts.year_map import YearMap
from steadyhands.ui.tabs.trends.pair_card import TIME, PairCard
from steadyhands.ui.tabs.trends.presenter import FIELDS, State

if TYPE_CHECKING:
    from steadyhands.ui.tabs.trends.chart_card import ChartCard


def load_plots() -> None:
    """Import what draws along time; pyqtgraph and numpy take a quarter of a second."""
    import steadyhands.ui.charts.daily_chart
    import steadyhands.ui.charts.pair_chart
    import steadyhands.ui.charts.scatter_chart
    import steadyhands.ui.charts.share_chart  # noqa: F401


class Board(QObject):
    """Feeds each card its part of the state, one a turn of the event loop.

    The charts along time wait for `plots_ready`. All of them show the same days: one that
    pans or zooms takes the others along.
    """

    day_chosen = Signal(int)
    beyond = Signal(int)

    def __init__(self, cards: dict[str, ChartCard], skin: str, parent: QObject) -> None:
        super().__init__(parent)
        self._cards, self._skin = cards, skin
        self._charts: dict[str, Any] = {}
        self._state: State | None = None
        self._units, self._today, self._field = "auto", 0, FIELDS[0]
        self._ready = False
        self._moving = False
        self._todo: list[Callable[[], None]] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._next)

    def is_filled(self) -> bool:
        """Return whether every chart shows the newest state."""
        hand = self._charts.get("hand")
        drawn = hand is not None and (hand.is_drawn() or not hand.isVisible())
        return self._ready and self._state is not None and not self._todo and drawn

    def chart(self, name: str) -> Any:
        """Return a chart that was made, None before."""
        return self._charts.get(name)

    def time_charts(self) -> list[Any]:
        """Return the charts along time that were made."""
        names = ("daily", "pair", "words")
        return [self._charts[name] for name in names if name in self._charts]

    def show_state(self, state: State, units: str, today: int) -> None:
        """Feed the charts, those without pyqtgraph first."""
        self._state, self._units, self._today = state, units, today
        self._todo = [self._feed_week, self._feed_hand, self._feed_year]
        if self._ready:
            self._todo = [self._feed_daily, *self._todo, self._feed_pair, self._feed_words]
        self._turn.start(0)

    def plots_ready(self) -> None:
        """Make the charts along time from now on."""
        self._ready = True
        if self._state is not None:
            self._todo += [self._feed_daily, self._feed_pair, self._feed_words]
            self._turn.start(0)

    def show_field(self, field: str) -> None:
        """Show what was said of another question."""
        self._field = field
        if self._ready and self._state is not None:
            self._feed_words()

    def show_pair(self) -> None:
        """Show the two measures in the way now chosen."""
        if self._ready and self._state is not None:
            self._feed_pair()

    def pause(self) -> None:
        """Do nothing more; the tab is hidden."""
        self._todo.clear()
        self._turn.stop()

    def _next(self) -> None:
        if self._todo:
            self._todo.pop(0)()
        if self._todo:
            self._turn.start(0)

    def _take(self, name: str, make: Callable[[], Any], card: str = "") -> Any:
        """Return a chart, made and put into its card if it was not yet."""
        if name not in self._charts:
            chart = self._charts[name] = make()
            if hasattr(chart, "day_chosen"):
                chart.day_chosen.connect(self.day_chosen)
            if name in ("daily", "pair", "words"):
                chart.moved.connect(lambda low, high, me=chart: self._follow(me, low, high))
                chart.plot.beyond.connect(self.beyond)
        self._cards[card or name].set_chart(self._charts[name])
        return self._charts[name]

    def _follow(self, leader: object, low: float, high: float) -> None:
        if self._moving:
            return
        self._moving = True
        for chart in self.time_charts():
            if chart is not leader and chart.isVisible():
                chart.plot.show_range(low, high)
        self._moving = False

    def _fed(self, card: str, feed: Callable[[], None]) -> None:
        """Feed a chart without moving the others."""
        self._moving = True
        feed()
        self._moving = False
        self._cards[card].refreshed()

    def _feed_week(self) -> None:
        assert self._state is not None
        hours = self._state.hours
        self._fed("week", lambda: self._take("week", WeekMap).show_data(hours))

    def _feed_hand(self) -> None:
        assert self._state is not None
        shares = self._state.shares
        make = lambda: HandMap(self._skin)  # noqa: E731
        self._fed("hand", lambda: self._take("hand", make).show_data(shares))
        self._cards["hand"].reading.setText(self._charts["hand"].summary())

    def _feed_year(self) -> None:
        assert self._state is not None
        year, first = self._state.year, self._state.first_day
        if year is not None:
            self._cards["year"].rename(self.tr("{0} day by day").format(str(year.year)))
            self._fed(
                "year", lambda: self._take("year", YearMap).show_data(year, first, self._today)
            )

    def _feed_daily(self) -> None:
        from steadyhands.ui.charts.daily_chart import DailyChart

        assert self._state is not None
        daily, phases = self._state.daily, self._state.phases
        self._fed("daily", lambda: self._take("daily", DailyChart).show_data(daily, phases))

    def _feed_pair(self) -> None:
        from steadyhands.ui.charts.pair_chart import PairChart
        from steadyhands.ui.charts.scatter_chart import ScatterChart

        assert self._state is not None
        state, card = self._state, self._cards["pair"]
        assert isinstance(card, PairCard)
        card.show_state(state)
        if card.way() == TIME:
            chart = self._take("pair", PairChart)
            self._fed("pair", lambda: chart.show_data(state.left, state.right, self._units))
        else:
            dots = self._take("scatter", ScatterChart, "pair")
            self._fed("pair", lambda: dots.show_data(state.scatter, self._units))

    def _feed_words(self) -> None:
        from steadyhands.ui.charts.share_chart import ShareChart

        assert self._state is not None
        state = self._state
        names = {
            "felt": words.felt_names,
            "lasted": words.lasted_names,
            "doing": words.doing_names,
            "state": words.state_names,
        }[self._field]()
        make = lambda: ShareChart(self.tr("What twitches were like"))  # noqa: E731
        series = state.word_series(self._field)
        chart = self._take("words", make)
        self._fed("words", lambda: chart.show_data(series, names))
