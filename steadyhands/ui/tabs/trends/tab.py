"""Trends: graphs to look at and to read, from weeks to the whole diary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import ClassVar, Protocol

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.day import day_bounds
from steadyhands.domain.entries import KINDS
from steadyhands.domain.insight import Finding
from steadyhands.domain.moment import Moment, date_of_epoch_day, epoch_day
from steadyhands.domain.trends import Span, TrendAsk, TrendData
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.look import DayLook, Look
from steadyhands.ui.insight_feed import InsightFeed
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.trends import wording
from steadyhands.ui.tabs.trends.board import Board, load_plots
from steadyhands.ui.tabs.trends.chart_card import AskPath, ChartCard, ask_path
from steadyhands.ui.tabs.trends.controls import Controls
from steadyhands.ui.tabs.trends.day_card import DayCard
from steadyhands.ui.tabs.trends.insight_card import InsightCard
from steadyhands.ui.tabs.trends.pair_card import NEXT, SAME, PairCard
from steadyhands.ui.tabs.trends.presenter import (
    State,
    Wish,
    ask_for,
    behind,
    build_state,
    moved,
    opened,
    wider,
    wish_behind,
)
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN
from steadyhands.ui.widgets.scroll_page import ScrollPage

ZOOM = 1.5


class Reader(Protocol):
    """What the tab asks of services.trends.TrendReader, on a worker thread."""

    def read(self, ask: TrendAsk) -> TrendData:
        """Return all that a look at the trends shows."""

    def extent(self) -> Span | None:
        """Return the first and last recorded day."""


class TrendsTab(Tab):
    """Shows quiet shapes at once; reads and imports beside the window, then fills in."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({*KINDS, "settings"})

    def __init__(
        self,
        *,
        look: Look,
        choices: ChoiceBook,
        reader: Reader,
        tasks: Tasks,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        insight: InsightFeed | None = None,
        skin: str = DEFAULT_SKIN,
        ask: AskPath = ask_path,
        load: Callable[[], None] = load_plots,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look, self._choices, self._reader = look, choices, reader
        self._tasks, self._clock, self._load = tasks, clock, load
        self._feed, self._pages = insight, signals.page_asked
        self._wish = Wish()
        self._asked = 0
        self._loads = False
        self._extent: Span | None = None
        self._offered: tuple[str, ...] = ()
        self._state: State | None = None
        self._day: date | None = None
        self._build(guard, ask)
        self.board = Board(self.cards, skin, self)
        self._connect()
        self.day.diary_asked.connect(lambda: signals.page_asked.emit("diary", self._day))

    def _build(self, guard: ClickGuard, ask: AskPath) -> None:
        walk = self.tr("Press a day, or walk with the arrow keys.")
        self.controls = Controls(guard)
        self.day = DayCard(guard)
        self.day.hide()
        self.pair = PairCard(guard, ask)
        self.cards: dict[str, ChartCard] = {
            "daily": ChartCard(self.tr("Twitches a day"), guard, ask, walk),
            "week": ChartCard(self.tr("When in the week"), guard, ask),
            "pair": self.pair,
            "hand": ChartCard(self.tr("Where"), guard, ask),
            "words": ChartCard(self.tr("What twitches were like"), guard, ask),
            "year": ChartCard(self.tr("The year day by day"), guard, ask),
        }
        self.fields = ChipRow("", wording.field_names(), guard=guard)
        self.fields.setAccessibleName(self.tr("What was said about twitches"))
        self.fields.select("felt")
        self.cards["words"].head.addWidget(self.fields)
        self.links = InsightCard(guard)
        if self._feed is None:
            self.links.hide()
        self.page = page = ScrollPage()
        page.body.addWidget(self.controls)
        page.body.addWidget(_row(self.cards["daily"], 5, self.cards["week"], 3))
        page.body.addWidget(self.day)
        page.body.addWidget(self.links)
        page.body.addWidget(_row(self.pair, 5, self.cards["hand"], 4))
        page.body.addWidget(_row(self.cards["words"], 4, self.cards["year"], 5))
        page.body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self.controls.range_chosen.connect(self._on_range)
        self.controls.moved.connect(self._on_moved)
        self.controls.zoomed.connect(self._on_zoomed)
        self.pair.picked.connect(self._on_picked)
        self.pair.compared.connect(self._on_compared)
        self.fields.chosen.connect(self._on_field)
        self.board.day_chosen.connect(self._on_day_chosen)
        self.board.beyond.connect(self._on_beyond)
        self.day.moved.connect(self._on_day_moved)
        self.day.closed.connect(self._on_day_closed)
        self.links.days_asked.connect(self._on_days_behind)
        self.links.page_asked.connect(lambda key: self._pages.emit(key, None))
        if self._feed is not None:
            self._feed.renewed.connect(self._on_insight)

    def refresh(self) -> None:
        """Read what is wished for on the worker, and import the plots there the first time."""
        self._asked += 1
        work = partial(_read, self._reader, self._wish, self._offered, self._today())
        self._tasks.run(work, partial(self._on_read, self._asked))
        if not self._loads:
            self._loads = True
            self._tasks.run(self._load, lambda _: self.board.plots_ready())
        if self._day is not None:
            self._show_day()
        if self._feed is not None:
            self._feed.want()
            self._on_insight()

    def is_settled(self) -> bool:
        """Return whether every chart is drawn."""
        known = self._feed is None or self._feed.is_settled()
        return known and self.board.is_filled()

    def on_changes(self, changes: Changes) -> None:
        """Follow any change: a tracker of one's own may be on a chart too."""
        if changes:
            self._renew()

    def on_minute(self) -> None:
        """Follow a new day only."""
        state, follows = self._state, self._wish.last is None
        if state is not None and follows and state.span.last < self._today():
            self._renew()

    def _today(self) -> date:
        return self._look.day_of(self._clock())

    def _on_read(self, number: int, read: object) -> None:
        """Show what was read, unless something newer was asked for meanwhile."""
        if number != self._asked:
            return
        assert isinstance(read, TrendData)
        if read.extent is not None:
            self._extent = read.extent
        self._offered = read.offered
        if not self.isVisible():
            self._stale = True
            return
        self.show_state(build_state(read, self._wish, self._today()))

    def show_state(self, state: State) -> None:
        """Paint a state."""
        self._state = state
        self.controls.show_state(state)
        self.board.show_state(state, self._choices.read().units, epoch_day(self._today()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Let charts not yet filled wait until they can be seen."""
        if not self.board.is_filled():
            self._stale = True
        self.board.pause()
        super().hideEvent(event)

    def _ask(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._refresh_calmly()

    def _on_range(self, key: str) -> None:
        if not key:
            self.controls.ranges.select(self._wish.range)
            return
        self._ask(self._wish.replaced(range=key, days=0, last=None))

    def _on_moved(self, way: int) -> None:
        """Pan the charts; past their days, go to the span before or after."""
        charts = self.board.time_charts()
        if charts:
            charts[0].plot.pan(way * 0.5)
        else:
            self._on_beyond(way)

    def _on_zoomed(self, way: int) -> None:
        charts = self.board.time_charts()
        if charts:
            charts[0].plot.zoom(1 / ZOOM if way > 0 else ZOOM)
        elif way < 0:
            self._on_beyond(0)

    def _on_beyond(self, way: int) -> None:
        """Go to other days than were read: earlier, later, or more of them."""
        if self._state is None:
            return
        if way == 0:
            self._ask(wider(self._wish))
            return
        may = self._state.can_go_earlier if way < 0 else self._state.can_go_later
        if may:
            self._ask(moved(self._wish, self._state.span, way, self._extent, self._today()))

    def _on_picked(self, left: str, right: str) -> None:
        self._ask(self._wish.replaced(left=left, right=right))

    def _on_compared(self, way: str) -> None:
        lag = 1 if way == NEXT else 0
        if lag != self._wish.lag:
            self._ask(self._wish.replaced(lag=lag))
        else:
            self.board.show_pair()

    def _on_field(self, field: str) -> None:
        if field:
            self.board.show_field(field)

    def _on_insight(self) -> None:
        """Show what goes with twitching as far as it is known; seen once, it is no news."""
        if self._feed is None or not self.isVisible():
            return
        self.links.show_insight(self._feed.insight, self._choices.read().units)
        headline = self._feed.headline()
        if headline is not None and not headline.seen and self._feed.insight is not None:
            self._feed.keep_seen()

    def _on_days_behind(self, finding: object) -> None:
        """Show twitches against a factor, day by day; without a chart of it, the table."""
        assert isinstance(finding, Finding)
        if not behind(finding):
            self.links.open_table()
            return
        wish = wish_behind(self._wish, finding)
        self.pair.choose_way(NEXT if wish.lag else SAME)
        if wish == self._wish:
            self.board.show_pair()
        self._ask(wish)
        self.page.ensureWidgetVisible(self.pair, 0, 24)

    def _on_day_chosen(self, day: int) -> None:
        """Open a day; a longer step opens the days it is made of."""
        state = self._state
        if state is not None and not state.daily.is_daily and self.sender() is self.board:
            place = state.daily.place_of(day)
            if state.daily.starts[place] == day and state.daily.lengths[place] > 1:
                self._ask(opened(self._wish, state.daily, day))
                return
        self._day = date_of_epoch_day(day)
        self._show_day()

    def _on_day_moved(self, days: int) -> None:
        if self._day is None:
            return
        self._day += timedelta(days=days)
        self._show_day()
        daily = self.board.chart("daily")
        if daily is not None and daily.walked().is_daily:
            daily.choose_day(epoch_day(self._day))

    def _on_day_closed(self) -> None:
        self._day = None
        self.day.hide()
        daily = self.board.chart("daily")
        if daily is not None:
            daily.setFocus()

    def _show_day(self) -> None:
        if self._day is None:
            return
        now, choices = self._clock(), self._choices.read()
        ends = day_bounds(self._day, choices.day_starts_at)[1]
        end = now.shifted(round((ends - now.local()) / timedelta(milliseconds=1)) - 1)
        entries = self._look.entries_of(self._day, now)
        shown = DayLook(self._day, choices.day_starts_at, entries, self._look.doses(end))
        self.day.show_day(shown, now, choices.half_life_h, choices.units)
        self.day.show()


def _read(reader: Reader, wish: Wish, offered: tuple[str, ...], today: date) -> TrendData:
    """Read on the worker; what can be chosen must be known before the first choice."""
    data = reader.read(ask_for(wish, reader.extent(), offered, today))
    again = ask_for(wish, data.extent, data.offered, today)
    return data if offered or wish.right or again == data.ask else reader.read(again)


def _row(left: QWidget, left_share: int, right: QWidget, right_share: int) -> Columns:
    row = Columns(360)
    row.add(left, left_share)
    row.add(right, right_share)
    return row
