"""The window's own look: beside it, once, and given up when outdated."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.problem import Problem
from steadyhands.services.insight import Headline, Insight, Outdated
from steadyhands.ui.insight_feed import InsightFeed
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from tests.domain.test_insight_view import a_standing

TODAY = date(2026, 3, 10)
YESTERDAY = TODAY - timedelta(days=1)


class SlowReader:
    """Answers when it is let; tells what it was asked."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.go = threading.Event()
        self.go.set()
        self.given_up = 0
        self.fails: Problem | None = None
        self.seen = False

    def insight(self, as_of, today, is_wanted):
        self.days.append(as_of)
        if self.fails is not None:
            raise self.fails
        while not self.go.wait(0.01):
            if not is_wanted():
                self.given_up += 1
                raise Outdated("No longer wanted.")
        return Insight(a_standing(day=len(self.days)))

    def headline(self, today):
        return Headline(98, 105, seen=self.seen)

    def keep_seen(self, today):
        self.seen = True


@pytest.fixture
def signals(qapp):
    return Signals()


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.finish()


@pytest.fixture
def today():
    return [TODAY]


@pytest.fixture
def reader():
    return SlowReader()


@pytest.fixture
def feed(reader, tasks, signals, today):
    return InsightFeed(reader, lambda: tasks, signals, lambda: today[0])


def answered(qtbot, feed):
    with qtbot.waitSignal(feed.renewed):
        feed.want()


def test_it_is_asked_once_until_something_changes(qtbot, feed, reader, signals):
    assert feed.insight is None and feed.is_settled()
    answered(qtbot, feed)
    feed.want()
    assert len(reader.days) == 1 and feed.insight.standing.day == 1
    signals.changed.emit(Changes(frozenset({"twitch"}), frozenset({TODAY})))
    feed.want()
    assert len(reader.days) == 1, "today is not looked at"


@pytest.mark.parametrize(
    "changes",
    [
        Changes(frozenset({"twitch"}), frozenset({YESTERDAY})),
        Changes(frozenset({"plan"}), frozenset({TODAY})),
        SETTINGS_CHANGED,
    ],
)
def test_a_changed_past_plan_or_setting_makes_it_look_again(qtbot, feed, reader, signals, changes):
    answered(qtbot, feed)
    signals.changed.emit(changes)
    assert feed.insight is not None, "the old answers stay until there are new ones"
    answered(qtbot, feed)
    assert len(reader.days) == 2


def test_a_new_day_is_another_question(qtbot, feed, reader, today):
    answered(qtbot, feed)
    today[0] += timedelta(days=1)
    answered(qtbot, feed)
    assert reader.days == [TODAY, TODAY + timedelta(days=1)]


def test_an_outdated_look_is_given_up_and_its_answer_dropped(qtbot, feed, reader, signals):
    reader.go.clear()
    feed.want()
    assert not feed.is_settled()
    qtbot.waitUntil(lambda: len(reader.days) == 1)
    signals.changed.emit(Changes(frozenset({"twitch"}), frozenset({YESTERDAY})))
    qtbot.waitUntil(lambda: reader.given_up == 1)
    reader.go.set()
    answered(qtbot, feed)
    assert feed.insight.standing.day == 2


def test_a_closing_window_does_not_wait_for_it(qtbot, feed, reader, tasks):
    reader.go.clear()
    feed.want()
    qtbot.waitUntil(lambda: len(reader.days) == 1)
    feed.stop()
    tasks.finish()
    assert reader.given_up == 1


def test_a_diary_that_cannot_be_read_is_said_and_asked_again(qtbot, feed, reader, signals):
    reader.fails = Problem("The diary is away.")
    with qtbot.waitSignal(signals.trouble) as told:
        feed.want()
    assert str(told.args[0]) == "The diary is away."
    assert feed.is_settled()
    reader.fails = None
    answered(qtbot, feed)


def test_what_was_seen_is_kept_and_told(qtbot, feed, reader):
    with qtbot.waitSignal(feed.renewed):
        feed.keep_seen()
    assert feed.headline().seen
