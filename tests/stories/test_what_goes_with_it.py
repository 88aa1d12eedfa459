"""Somebody with a diary of 120 days asks what goes with it: short nights do, caffeine hardly.

The sample person's truth (`domain/sample_day.py`): an hour of sleep missed brings a third more
twitches, 150 mg of caffeine in the body about as many more, for some hours.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steadyhands.services.sample import sample_desk
from steadyhands.ui.tabs.trends.insight_card import InsightCard
from steadyhands.ui.tabs.trends.link_row import LinkRow

WAIT_MS = 60_000


@pytest.fixture
def hands(home, qtbot):
    hands = home.open(sample_desk(home.clock))
    hands.turn_to("Trends")
    trends = hands.window.page("trends")
    qtbot.waitUntil(trends.is_settled, timeout=WAIT_MS)
    return hands


def rows(hands) -> list[LinkRow]:
    return hands.window.findChild(InsightCard).shown_rows()


def test_one_sees_what_goes_with_it_and_how_sure_that_is(hands):
    first, *others = rows(hands)
    said = first.words().replace("\u00a0", " ")
    assert said.startswith(("Sleep the night before\nPossible", "Sleep the night before\nLikely"))
    assert "more sleep, about" in said and "fewer logged twitches" in said
    assert "Goes with, not because of." in said
    caffeine = next(row for row in others if row.words().startswith("Caffeine\n"))
    assert "No clear link" in caffeine.words() or "Little or no link" in caffeine.words()
    assert "about" not in caffeine.words(), "no estimate stands where no link does"
    assert hands.reads("per awake hour: 12:00–18:00")
    assert hands.reads("has not clearly risen")


def test_one_looks_at_the_days_behind_it_and_at_how_it_is_known(hands, qtbot):
    first = rows(hands)[0]
    hands.click_at(first)
    trends = hands.window.page("trends")
    qtbot.waitUntil(
        lambda: trends._state.scatter.ask.x == "sleep_h" and trends.is_settled(), timeout=WAIT_MS
    )
    assert hands.is_selected("Same day")
    hands.click_at(hands.window.findChild(InsightCard).how_button)
    assert hands.window.current_page() == "how-we-know"
    assert hands.reads("Goes with is not because of.")
    hands.click("Open Plan")
    assert hands.is_open("Plan")
    qtbot.waitUntil(lambda: hands.reads("No clear change in logged twitches"), timeout=WAIT_MS)


def test_keys_alone_lead_to_the_days_behind_it(hands, qtbot):
    first = rows(hands)[0]
    hands.tab_to(first.accessibleName(), 120)
    hands.key(Qt.Key.Key_Space)
    trends = hands.window.page("trends")
    qtbot.waitUntil(lambda: trends._state.scatter.ask.x == "sleep_h", timeout=WAIT_MS)
