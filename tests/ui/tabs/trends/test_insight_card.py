"""The card “What goes with more or less twitching”, by what it shows and by presses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steadyhands.domain.insight import LIKELY, NONE, NOT_ENOUGH, POSSIBLE, Basis, Needs
from steadyhands.services.insight import Insight
from steadyhands.ui.charts.forest import DOT, PLAIN, RING
from steadyhands.ui.tabs.trends.insight_card import FEW, InsightCard
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.domain.test_insight_view import a_finding, a_standing
from tests.ui.dress import SCALES, dress, shown, spoken_name

MG = Basis(300, 100, "mg")
CLEAR = {"ratio": 1.31, "low": 1.05, "high": 1.6, "basis": MG, "days": 84}
DULL = {**CLEAR, "low": 0.9}
OTHERS = ("water_ml", "workout_min", "stress", "magnesium_mg", "potassium_mg", "calcium_mg")


@pytest.fixture
def card(qtbot, qapp) -> Iterator[Callable[..., InsightCard]]:
    def make(insight: Insight | None, scale: float = 1.0, width: int = 1200) -> InsightCard:
        dress(qapp, scale)
        made = InsightCard(ClickGuard(0))
        made.show_insight(insight, "metric")
        return shown(qtbot, made, width, 900)

    yield make


def an_insight(*findings, unlogged=(), **more) -> Insight:
    return Insight(a_standing(*findings, **more), unlogged=unlogged)


def press(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_only_what_stands_has_a_colour(card):
    one = card(an_insight(
        a_finding("caffeine_mg", level=NONE, **CLEAR),
        a_finding("sleep_h", level=LIKELY, **CLEAR),
        a_finding("stress", level=POSSIBLE, **CLEAR),
        a_finding("screen_hours", level=NOT_ENOUGH),
    ))  # fmt: skip
    marks = [(row.finding.key, row.bar.interval()[1]) for row in one.shown_rows()]
    assert marks == [
        ("sleep_h", DOT), ("stress", RING), ("caffeine_mg", PLAIN), ("screen_hours", PLAIN)
    ]  # fmt: skip
    assert one.shown_rows()[3].bar.interval()[0] is None


@pytest.mark.parametrize("scale", SCALES)
def test_the_bar_shows_in_colour_what_the_words_say(card, scale):
    one = card(an_insight(a_finding("sleep_h", level=LIKELY, **CLEAR)), scale, 700)
    bar = one.shown_rows()[0].bar
    picture = bar.grab().toImage()
    middle, row = bar.width() // 2, bar.height() // 2
    reds = [
        x for x in range(bar.width())
        if picture.pixelColor(round(x * picture.width() / bar.width()),
                              round(row * picture.height() / bar.height())).red() > 150
        and picture.pixelColor(round(x * picture.width() / bar.width()),
                               round(row * picture.height() / bar.height())).blue() < 120
    ]  # fmt: skip
    assert reds and min(reds) >= middle, "more is to the right of no difference"


def test_all_that_was_looked_at_can_be_seen(card):
    findings = [a_finding(key, **DULL) for key in ("caffeine_mg", *OTHERS, "tiredness")]
    one = card(an_insight(*findings, a_finding("alcohol_g"), unlogged=("alcohol_g",)))
    assert len(one.shown_rows()) == FEW
    assert one.all_button.text() == "Show all that was looked at (8)"
    press(one.all_button)
    assert len(one.shown_rows()) == 8
    press(one.all_button)
    assert len(one.shown_rows()) == FEW
    assert one.notes()[0] == "Not logged in these days: Alcohol."


def test_a_row_is_read_aloud_whole_and_asks_for_its_days(card, qtbot):
    finding = a_finding(level=POSSIBLE, **CLEAR)
    one = card(an_insight(finding))
    (row,) = one.shown_rows()
    said = spoken_name(row).replace("\u00a0", " ")
    assert said.startswith("Caffeine: Possible link. On days with 200 mg more")
    with qtbot.waitSignal(one.days_asked) as asked:
        press(row)
    assert asked.args == [finding]
    row.setFocus()
    with qtbot.waitSignal(one.days_asked):
        QTest.keyClick(row, Qt.Key.Key_Space)


def test_when_it_was_looked_at_and_will_be(card):
    one = card(an_insight(a_finding(**DULL), checkup=20500, next_checkup=20507, day=20502))
    said = one._subtitle.text()
    assert "last on Mon 16 Feb 2026, next on Mon 23 Feb 2026" in said
    assert "90 recorded days, 400 twitches" in said


def test_a_young_diary_is_told_when_the_first_look_is(card):
    young = a_finding(level=NOT_ENOUGH, needs=Needs(11, 40, 11, 5, 5, 10))
    one = card(an_insight(young, checkup=0, day=20490, next_checkup=20507))
    assert "The first look is on Mon 23 Feb 2026" in one._subtitle.text()
    assert "Not enough days yet (11 of 28)" in one.shown_rows()[0].words()
    assert not one.shown_rows()[0].bar.isVisible()


def test_an_empty_diary_and_a_first_wait_show_no_rows(card):
    waiting = card(None)
    assert "being looked at" in waiting._subtitle.text()
    assert waiting.how_button.isVisible() and not waiting.table_button.isVisible()
    empty = card(an_insight(checkup=0, next_checkup=128))
    assert "Nothing was logged before today" in empty._subtitle.text()
    assert empty.shown_rows() == [] and empty.notes() == []


def test_the_table_holds_both_days_of_each_thing(card):
    findings = (
        a_finding(level=POSSIBLE, **CLEAR),
        a_finding(lag=1, natural=False, **DULL),
        a_finding("stress", level=NOT_ENOUGH, needs=Needs(40, 90, 11, 6, 6, 10)),
    )
    one = card(an_insight(*findings))
    press(one.table_button)
    rows = one.table.model().table().rows
    assert [row[:2] for row in rows] == [
        ("Caffeine", "Possible link"),
        ("Caffeine the day before", "No clear link"),
        ("Stress", "Not enough days with it yet (11 of 21)"),
    ]
    assert rows[0][3:] == ("31\u00a0% more", "5 to 60\u00a0% more", "84")


def test_how_we_know_is_one_press_away(card, qtbot):
    one = card(an_insight(a_finding(**DULL)))
    with qtbot.waitSignal(one.page_asked) as asked:
        press(one.how_button)
    assert asked.args == ["how-we-know"]
