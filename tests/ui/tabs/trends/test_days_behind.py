"""From a finding to the days behind it: the Trends tab on a real diary."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steadyhands.domain.measures import MID_SLEEP
from steadyhands.services.insight import InsightReader
from steadyhands.services.trends import TrendReader
from steadyhands.ui.insight_feed import InsightFeed
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.trends.presenter import Wish, behind, wish_behind
from steadyhands.ui.tabs.trends.tab import TrendsTab
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.domain.test_insight_view import a_finding
from tests.factory import a_desk, a_twitch
from tests.insight_days import fill
from tests.stubs import FixedClock
from tests.ui.dress import dress, shown


@pytest.mark.parametrize(
    ("finding", "wish"),
    [
        (a_finding("sleep_h", 0, days=30), Wish("6w", None, 0, "twitches", "sleep_h", 0)),
        (a_finding("alcohol_g", 1, days=90), Wish("6m", None, 0, "twitches", "alcohol_g", 1)),
        (a_finding("own:walk", 0, days=300), Wish("all", None, 0, "twitches", "walk", 0)),
        (a_finding("caffeine_late_mg", 1), Wish("6w", None, 0, "twitches", "caffeine_mg", 1)),
        (
            a_finding("caffeine_mg", 1, days=9, method="case-crossover"),
            Wish("6w", None, 0, "twitches", "caffeine_mg", 0),
        ),
    ],
)
def test_the_days_behind_a_finding_are_wished_for(finding, wish):
    assert wish_behind(Wish(), finding) == wish


def test_a_longer_range_than_needed_is_kept_and_some_things_are_not_drawn():
    assert wish_behind(Wish("all"), a_finding(days=30)).range == "all"
    assert behind(a_finding("sleep_shift_h")) == MID_SLEEP
    assert behind(a_finding("meal_shift_h")) == ""


@pytest.fixture
def tab(qtbot, qapp, tmp_path):
    dress(qapp)
    clock = FixedClock(datetime(2026, 3, 10, 21, 0))
    desk = a_desk(tmp_path, clock)
    fill(desk, 60)
    signals, tasks = Signals(), Tasks()
    reader = InsightReader(desk.keeper.path, str(tmp_path / "cache"))
    feed = InsightFeed(
        reader, tasks.beside, signals, lambda: desk.look.day_of(clock.now()), signals
    )
    made = TrendsTab(
        look=desk.look,
        choices=desk.choices,
        reader=TrendReader(desk.keeper.path),
        tasks=tasks,
        signals=signals,
        clock=clock.now,
        guard=ClickGuard(0),
        insight=feed,
    )
    made.desk, made.feed, made.signals, made.pages = desk, feed, signals, []
    signals.page_asked.connect(lambda key, _: made.pages.append(key))
    shown(qtbot, made, 1240, 900)
    qtbot.waitUntil(made.is_settled, timeout=30_000)
    yield made
    feed.stop()
    tasks.finish()
    made.close()
    desk.close()


def press(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_one_press_opens_the_days_behind_a_link(tab, qtbot):
    row = tab.links.shown_rows()[0]
    assert row.finding.key == "sleep_h"
    assert "fewer logged twitches" in row.words()
    press(row)
    qtbot.waitUntil(lambda: tab._state.scatter.ask.x == "sleep_h" and tab.is_settled())
    assert tab.pair.way() == "same"
    assert tab.pair.chart is tab.board.chart("scatter")
    assert tab._state.range == wish_behind(Wish(), row.finding).range
    assert len(tab._state.scatter.pairs) >= row.finding.days
    assert not tab.pair.visibleRegion().isEmpty(), "it is scrolled into sight"
    press(row)
    qtbot.waitUntil(tab.is_settled)
    assert tab.pair.chart is tab.board.chart("scatter")


def test_news_is_over_once_it_was_seen(tab):
    assert tab.feed.headline().seen


def test_a_past_day_changed_is_looked_at_anew_and_today_is_not(tab, qtbot):
    def log(hour, day):
        now = tab.desk.now()
        at = tab.desk.clock.at_local(datetime(2026, 3, day, hour))
        tab.signals.changed.emit(tab.desk.journal.log(a_twitch(), at, now).changes)

    before = tab.feed.insight
    log(20, 10)
    assert tab.feed.is_settled() and tab.feed.insight is before
    log(20, 9)
    with qtbot.waitSignal(tab.feed.renewed, timeout=20_000):
        pass
    assert tab.feed.insight.standing.twitches == before.standing.twitches + 1
    assert f"{before.standing.twitches + 1}" in tab.links._subtitle.text()


def test_how_we_know_is_asked_for(tab):
    press(tab.links.how_button)
    assert tab.pages == ["how-we-know"]
