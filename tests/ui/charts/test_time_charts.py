"""The charts along time by keys and presses, on the numbers and words they give."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from steadyhands.ui.charts.daily_chart import DailyChart
from steadyhands.ui.charts.pair_chart import PairChart
from steadyhands.ui.charts.scatter_chart import ScatterChart
from steadyhands.ui.charts.share_chart import ShareChart
from steadyhands.ui.charts.steps import Phase
from steadyhands.ui.theme import current_look
from steadyhands.ui.words import felt_names
from tests.ui.charts import made_up
from tests.ui.charts.made_up import FIRST
from tests.ui.dress import dress, shown


@pytest.fixture
def daily(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, DailyChart(), 800, 320)
    chart.said = []
    chart.read.connect(chart.said.append)
    return chart


def key(chart, which: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(chart.plot, which, modifiers)


def picture(chart) -> QImage:
    return chart.plot.grab().toImage()


def at(chart, day: float, share: float = 0.5):
    area = chart.plot.area()
    return QPointF(chart.plot.x_of(day), area.top() + share * area.height()).toPoint()


def test_arrows_walk_and_say_each_day(daily):
    daily.show_data(made_up.steps(3.0, None, 5.0, 1.0))
    key(daily, Qt.Key.Key_Right)
    key(daily, Qt.Key.Key_Left)
    key(daily, Qt.Key.Key_Left)
    key(daily, Qt.Key.Key_Home)
    assert daily.said[-4:] == [
        "Mon 7 Oct 2024: 1 twitch. 7-day mean 3.",
        "Sun 6 Oct 2024: 5 twitches.",
        "Sat 5 Oct 2024: not recorded.",
        "Fri 4 Oct 2024: 3 twitches.",
    ]
    assert daily.plot.accessibleName() == "Twitches a day. Fri 4 Oct 2024: 3 twitches."


def test_a_press_chooses_its_day_and_opens_it(daily, qtbot):
    daily.show_data(made_up.steps(3.0, 4.0, 5.0, 1.0))
    with qtbot.waitSignal(daily.day_chosen) as opened:
        QTest.mouseClick(
            daily.plot.viewport(), Qt.MouseButton.LeftButton, pos=at(daily, FIRST + 2.5)
        )
    assert opened.args == [FIRST + 2]
    assert daily.said[-1].startswith("Sun 6 Oct 2024: 5 twitches")


def test_a_slip_after_the_press_moves_nothing(daily):
    daily.show_data(made_up.many(60))
    before = daily.plot.seen()
    viewport = daily.plot.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at(daily, FIRST + 5))
    QTest.mouseMove(viewport, at(daily, FIRST + 40))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at(daily, FIRST + 40))
    assert daily.plot.seen() == before


def test_plus_and_minus_zoom_and_pages_pan_within_the_days(daily):
    daily.show_data(made_up.many(100))
    for _ in range(3):
        key(daily, Qt.Key.Key_Plus)
    low, high = daily.plot.seen()
    assert high - low < 40
    key(daily, Qt.Key.Key_PageUp)
    assert daily.plot.seen()[0] < low
    for _ in range(9):
        key(daily, Qt.Key.Key_PageDown)
    assert daily.plot.seen()[1] == FIRST + 100
    for _ in range(9):
        key(daily, Qt.Key.Key_Minus)
    assert daily.plot.seen() == (FIRST, FIRST + 100)


def test_the_edge_asks_for_other_days(daily, qtbot):
    daily.show_data(made_up.many(50))
    for which, way in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_Minus, 0)):
        with qtbot.waitSignal(daily.plot.beyond) as asked:
            key(daily, which)
        assert asked.args == [way]


def test_walking_brings_the_day_into_sight(daily):
    daily.show_data(made_up.many(100))
    daily.plot.show_range(FIRST + 60, FIRST + 80)
    daily.choose(10)
    low, high = daily.plot.seen()
    assert low <= FIRST + 10 and high >= FIRST + 11


def test_count_axes_begin_at_zero_and_hold_the_highest(daily):
    daily.show_data(made_up.steps(3.0, 17.0, 2.0))
    scale = daily.plot._scales[0][0]
    assert scale.low == 0 and scale.high >= 17


def test_the_same_days_keep_view_and_choice(daily):
    daily.show_data(made_up.many(100))
    daily.plot.show_range(FIRST + 20, FIRST + 40)
    daily.choose(30)
    daily.show_data(made_up.many(100))
    assert daily.plot.seen() == (FIRST + 20, FIRST + 40)
    assert daily.chosen() == 30
    daily.show_data(made_up.many(120))
    assert daily.chosen() is None


def test_missing_days_are_marked_and_named(daily):
    daily.show_data(made_up.steps(3.0, None, 5.0))
    assert "not recorded" in [entry.words for entry in daily.legend()]
    assert ("Sat 5 Oct 2024", "not recorded", "") in daily.table().rows
    spot = at(daily, FIRST + 1.5, 0.3)
    assert any(
        picture(daily).pixelColor(spot.x() + n, spot.y()) != current_look().colour("window")
        for n in range(8)
    )


def test_a_phase_is_shaded_and_in_the_legend(daily):
    daily.show_data(made_up.many(30), [Phase(FIRST + 10, FIRST + 20, "More water")])
    assert "plan" in [entry.words for entry in daily.legend()]


def test_a_day_of_the_plan_is_read_with_its_step(daily):
    phases = [
        Phase(FIRST, FIRST + 9, "baseline", "base"),
        Phase(FIRST + 10, FIRST + 13, "water"),
        Phase(FIRST + 14, FIRST + 15, "", "paused"),
        Phase(FIRST + 16, FIRST + 20, "water", "off"),
    ]
    daily.show_data(made_up.many(30), phases)
    words = [entry.words for entry in daily.legend()]
    assert words[-3:] == ["plan", "baseline, weeks off", "plan paused"]
    ends = {
        5: "Plan: Baseline.",
        10: "Plan: Water and late caffeine.",
        15: "Plan paused.",
        17: "Plan: Water and late caffeine, weeks off.",
    }
    for day, end in ends.items():
        daily.choose(day)
        assert daily.said[-1].endswith(end)
    daily.choose(25)
    assert "Plan" not in daily.said[-1]


def test_longer_steps_say_that_they_are_means(daily):
    daily.show_data(made_up.weeks(2.5, None, 4.0))
    daily.choose(0)
    assert daily.said[-1] == (
        "4 Oct to 10 Oct 2024: 2.5 twitches a day on average (6 days recorded)."
    )
    assert daily.table().headers == ("Days", "Twitches a day", "Days recorded")


CASES = {
    "empty": made_up.steps(),
    "one day": made_up.steps(4.0),
    "one entry": made_up.steps(None, None, 1.0, None),
    "all missing": made_up.steps(None, None, None),
    "leap day": made_up.steps(1.0, 2.0, 3.0, first=19_781),  # 2024-02-28
    "fifty years": made_up.many(18_262),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_kind_of_diary_paints_and_reads(qapp, qtbot, case, scale):
    dress(qapp, scale)
    chart = shown(qtbot, DailyChart(), 800, 320)
    said = []
    chart.read.connect(said.append)
    chart.show_data(CASES[case])
    key(chart, Qt.Key.Key_Right)
    assert not picture(chart).isNull()
    assert chart.describe() and len(chart.table().rows) == len(CASES[case].starts)
    if case == "leap day":
        key(chart, Qt.Key.Key_Left)
        assert said[-1].startswith("Thu 29 Feb 2024: 2 twitches")
    if case in ("empty", "all missing"):
        assert chart.plot.empty_words == "Nothing was recorded in these days."


def test_a_pair_reads_both_with_their_units(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, PairChart(), 800, 320)
    said = []
    chart.read.connect(said.append)
    sleep = made_up.steps(7.5, None, 6.0, key="sleep_h", goal=(7.0, 9.0))
    chart.show_data(made_up.steps(3.0, 4.0, None), sleep, "metric")
    for _ in range(3):
        key(chart, Qt.Key.Key_Left)
    assert said[-3:] == [
        "Sun 6 Oct 2024: twitches not recorded; sleep 6 h.",
        "Sat 5 Oct 2024: twitches 4; sleep not recorded.",
        "Fri 4 Oct 2024: twitches 3; sleep 7 h 30 min.",
    ]
    words = [entry.words for entry in chart.legend()]
    assert words == ["Twitches (left axis)", "Sleep (right axis)", "goal: 7 h to 9 h"]


@pytest.mark.parametrize(
    "name",
    [
        "twitches", "water_ml", "caffeine_mg", "alcohol_g", "sleep_h", "mid_sleep_h", "stress",
        "workout_min", "routine_min", "screen_hours", "magnesium_mg", "my own tracker",
    ],
)  # fmt: skip
def test_any_measure_can_be_at_either_axis(qapp, qtbot, name):
    dress(qapp)
    chart = shown(qtbot, PairChart(), 800, 320)
    values = made_up.steps(1.5, 2.0, None, -0.5 if name == "mid_sleep_h" else 3.0, key=name)
    chart.show_data(values, values, "metric")
    roles = [entry.role for entry in chart.legend()]
    assert len(set(roles)) == 2
    assert all(row[1] for row in chart.table().rows)


@pytest.mark.parametrize("lag", [0, 1])
def test_a_scatter_walks_its_days(qapp, qtbot, lag):
    dress(qapp)
    chart = shown(qtbot, ScatterChart(), 500, 320)
    said = []
    chart.read.connect(said.append)
    chart.show_data(made_up.scatter(20, lag), "metric")
    key(chart, Qt.Key.Key_Home)
    key(chart, Qt.Key.Key_Right)
    tail = " the day before." if lag else "."
    assert said[-1] == f"Sat 5 Oct 2024: 1 twitch; caffeine 20 mg{tail}"
    assert ("the day before" in chart.title()) == bool(lag)


def test_a_press_finds_the_nearest_dot(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, ScatterChart(), 500, 320)
    chart.show_data(made_up.scatter(), "metric")
    scale, area = chart.plot._scales[0][0], chart.plot.area()
    spot = QPointF(chart.plot.x_of(140), area.bottom() - 7 / scale.high * area.height())
    QTest.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert chart.chosen() == 7


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_days_say_so(qapp, qtbot, count):
    dress(qapp)
    chart = shown(qtbot, ScatterChart(), 500, 320)
    chart.show_data(made_up.scatter(count), "metric")
    key(chart, Qt.Key.Key_Right)
    assert chart.plot.empty_words == f"Not enough days with both yet ({count})."


def test_shares_are_of_those_who_said(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, ShareChart("How it felt"), 500, 320)
    chart.show_data(made_up.words(), felt_names())
    assert chart.reading(0).endswith(": flutter 75\u00a0%, jerk 25\u00a0% (4 said).")
    assert chart.reading(3).endswith(": nothing said.")
    assert [entry.words for entry in chart.legend()] == ["Flutter", "Jerk", "nothing said"]


def test_no_words_at_all_are_kindly_asked_for(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, ShareChart("How it felt"), 500, 320)
    chart.show_data(made_up.words().replaced(words=(), counts=()), felt_names())
    assert "chips after a twitch" in chart.plot.empty_words
    assert chart.table().rows[0][-1] == "0"


def test_a_thousand_bars_keep_their_heights(daily):
    """Thin bars are drawn on whole pixels: none may vanish."""
    daily.show_data(made_up.steps(*[9.0] * 1500))
    seen, area = picture(daily), daily.plot.area().toRect()
    y = area.bottom() - round(area.height() * 0.5)
    bare = current_look().colour("card").name()
    ground = seen.pixelColor(area.left() + 1, area.top() + 2).name()
    row = {seen.pixelColor(x, y).name() for x in range(area.left() + 2, area.right() - 2)}
    assert bare not in row and ground not in row
