"""What a check-up found reaches strip and safety rules by itself; mostly it is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.redflags import Rising
from steadyhands.services.insight import Headline
from steadyhands.ui.insight_news import InsightNews
from tests.factory import a_desk
from tests.ui.dress import dress


class Window(QWidget):
    """Keeps the line that the strip would show."""

    rebuilt, closing = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.header, self.said = self, None

    def show_news(self, said: str) -> None:
        self.said = said


class Feed(QObject):
    """Holds a headline."""

    renewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: Headline | None = None
        self.wanted = 0

    def headline(self) -> Headline | None:
        return self.told

    def want(self) -> None:
        self.wanted += 1


@pytest.fixture
def news(qtbot, qapp, tmp_path):
    dress(qapp)
    window = Window()
    qtbot.addWidget(window)
    desk = a_desk(tmp_path)
    made = InsightNews(Feed(), window, desk.safety)
    made.desk = desk
    yield made
    window.closing.emit()
    desk.close()


def test_most_weeks_the_strip_says_nothing(news):
    news._feed.told = Headline(98, 105)
    news.look()
    assert news._window.said == ""
    assert not news._due.isActive()


def test_a_new_link_is_one_line_until_it_was_seen(news):
    told = Headline(98, 105, fresh=(("sleep_h", 0, "likely"),))
    news._feed.told = told
    news._feed.renewed.emit()
    assert (
        news._window.said == "New this week: Sleep the night before, a likely link. More in Trends."
    )
    news._feed.told = told.replaced(seen=True)
    news._feed.renewed.emit()
    assert news._window.said == ""


def test_a_checkup_that_is_due_is_done_once_the_window_rests(news, qtbot, monkeypatch):
    monkeypatch.setattr("steadyhands.ui.insight_news.CHECKUP_AFTER_MS", 1)
    news.look()
    qtbot.waitUntil(lambda: news._feed.wanted == 1)


def test_a_rise_speaks_through_the_safety_rules_and_silences_none(news, qtbot):
    news._feed.told = Headline(98, 105, rising=(Rising("twitching", 12),))
    with qtbot.waitSignal(news.trends_changed):
        news.look()
    safety, now = news.desk.safety, news.desk.now()
    assert [one.flag.id for one in safety.due(now)] == ["twitching-rising"]
    news.desk.safety.keep_shown(safety.due(now), now)
    news._feed.told = Headline(105, 112)
    with qtbot.waitSignal(news.trends_changed):
        news.look()
    assert [one.flag.id for one in safety.due(now)] == ["twitching-rising"], "until it is read"
