"""Week, year and hand: cells and parts by arrows and presses."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import HourGrid, Places, Shares, YearDays
from steadyhands.ui.charts.hand_map import HandMap
from steadyhands.ui.charts.week_map import WeekMap
from steadyhands.ui.charts.year_map import YearMap
from tests.ui.charts import made_up
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name


@pytest.fixture
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(params=SCALES)
def week(request, qapp, qtbot, british):
    dress(qapp, request.param)
    chart = shown(qtbot, WeekMap(), 400, 300)
    chart.show_data(made_up.hours())
    return chart


def test_a_cell_says_its_rate_per_recorded_day(week):
    week.choose((1, 7))
    assert spoken_name(week) == (
        "When in the week. Tuesday, 14:00–16:00: 2 a day (6 twitches on 3 recorded days)."
    )
    week.choose((3, 7))
    assert spoken_name(week).endswith("Thursday, 14:00–16:00: not recorded.")


def test_arrows_stop_at_the_edges(week):
    QTest.keyClick(week, Qt.Key.Key_Right)
    for _ in range(20):
        QTest.keyClick(week, Qt.Key.Key_Left)
        QTest.keyClick(week, Qt.Key.Key_Up)
    assert week.chosen() == (0, 0)
    QTest.keyClick(week, Qt.Key.Key_Down)
    QTest.keyClick(week, Qt.Key.Key_Right)
    assert week.chosen() == (1, 1)


def test_a_press_chooses_the_cell_under_it(week):
    spot = week.cell_rect((4, 3)).center().toPoint()
    QTest.mouseClick(week, Qt.MouseButton.LeftButton, pos=spot)
    assert week.chosen() == (4, 3)


def test_the_week_begins_where_the_locale_has_it(qapp, qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    dress(qapp)
    chart = shown(qtbot, WeekMap(), 400, 300)
    chart.show_data(made_up.hours())
    assert chart.reading((0, 0)).startswith("Sunday")
    QLocale.setDefault(before)


def test_the_table_has_a_row_for_two_hours(week):
    table = week.table()
    assert len(table.rows) == 12 and len(table.headers) == 8
    assert table.rows[7][2] == "2" and table.rows[7][4] == "–"


def test_nothing_in_the_week_is_said(week):
    week.show_data(HourGrid(((0,) * 12,) * 7, (0,) * 7))
    assert "No twitches in these days." in spoken_description(week)
    QTest.keyClick(week, Qt.Key.Key_Right)


@pytest.mark.parametrize("number", [2023, 2024])
@pytest.mark.parametrize("width", [300, 1200])
def test_every_day_of_a_year_has_its_cell(qapp, qtbot, british, number, width):
    dress(qapp)
    chart = shown(qtbot, YearMap(), width, 260)
    chart.show_data(made_up.year(number))
    days = {cell.day for cell in chart._cells.values()}
    assert len(days) == (366 if number == 2024 else 365)
    rects = [chart.cell_rect(spot) for spot in chart._cells]
    assert len({(round(r.x(), 2), round(r.y(), 2)) for r in rects}) == len(rects)
    assert all(chart.rect().adjusted(-1, -1, 1, 1).contains(r.toAlignedRect()) for r in rects)


def test_leap_day_lies_between_its_neighbours(qapp, qtbot, british):
    dress(qapp)
    chart = shown(qtbot, YearMap(), 900, 260)
    chart.show_data(made_up.year(2024))
    chart.choose_day(epoch_day(date(2024, 2, 28)))
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert "Thu 29 Feb 2024" in spoken_name(chart)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert "Fri 1 Mar 2024" in spoken_name(chart)


def test_a_day_of_the_year_opens(qapp, qtbot, british):
    dress(qapp)
    chart = shown(qtbot, YearMap(), 900, 260)
    chart.show_data(made_up.year(2024))
    day = epoch_day(date(2024, 5, 1))
    spot = chart._spots[day]
    with qtbot.waitSignal(chart.day_chosen) as opened:
        QTest.mouseClick(
            chart, Qt.MouseButton.LeftButton, pos=chart.cell_rect(spot).center().toPoint()
        )
    assert opened.args == [day]


def test_days_before_the_diary_and_to_come_are_no_cells(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, YearMap(), 900, 260)
    first, today = epoch_day(date(2024, 3, 1)), epoch_day(date(2024, 3, 10))
    chart.show_data(made_up.year(2024), first, today)
    assert {cell.day for cell in chart._cells.values()} == set(range(first, today + 1))


def test_a_year_without_anything_paints(qapp, qtbot):
    dress(qapp)
    chart = shown(qtbot, YearMap(), 900, 260)
    chart.show_data(YearDays(2025, (None,) * 365))
    assert "0 twitches on 0 recorded days" in chart.summary()
    assert chart.table().rows == ()


@pytest.fixture(params=SCALES)
def hand(request, qapp, qtbot):
    dress(qapp, request.param)
    chart = shown(qtbot, HandMap(), 500, 320)
    chart.show_data(made_up.shares())
    return chart


def test_shares_are_told_against_before(hand):
    assert hand.reading(("right", "index")) == (
        "Right index finger: 60\u00a0% of twitches (60 of 100), up from 40\u00a0% before."
    )
    assert hand.reading(("left", "ring")).endswith("down from 60\u00a0% before.")
    assert hand.summary().endswith("10 without a known place.")


def test_too_few_twitches_are_not_compared(hand):
    few = Places((("right", "index", 3),), 2)
    hand.show_data(Shares(few, few))
    assert hand.reading(("right", "index")) == (
        "Right index finger: 100\u00a0% of twitches (3 of 3)."
    )


def test_a_walk_passes_every_part_once(hand):
    passed = []
    for _ in range(14):
        QTest.keyClick(hand, Qt.Key.Key_Right)
        passed.append(hand.chosen())
    assert passed == hand.order() and len(set(passed)) == 14


def test_a_press_on_a_finger_reads_it(hand):
    spot = hand.part_center("right", "index").toPoint()
    QTest.mouseClick(hand, Qt.MouseButton.LeftButton, pos=spot)
    assert "Right index finger" in spoken_name(hand)


def test_no_twitches_leave_plain_hands(hand):
    hand.show_data(Shares(Places()))
    assert hand.summary() == "No twitches in these days."
    assert hand.table().rows == ()
    assert not hand.grab().isNull()
