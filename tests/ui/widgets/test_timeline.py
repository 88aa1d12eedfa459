from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from steadyhands.domain.entries import Food
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.timeline import LegendItem, Timeline
from steadyhands.ui.widgets.timeline_state import build_timeline
from tests.factory import a_beer, a_coffee, a_night, a_twitch, a_water, an_entry
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name
from tests.ui.widgets.test_timeline_state import NOW, a_day, at


def numbered(*pieces):
    return [
        an_entry(details, at(hour), id=f"{i:032x}", until=until)
        for i, (details, hour, until) in enumerate(pieces)
    ]


def an_ordinary_day():
    return a_day(
        *numbered(
            (a_night(), -0.5, at(6.5)),
            (a_water(), 7.5, None),
            (a_coffee(), 8, None),
            (a_twitch(doing="typing", felt="flutter"), 9.1, None),
            (a_twitch("left", "thumb"), 16.3, None),
            (a_beer(), 16.4, None),
        )
    )


def a_timeline(qtbot, day, units="metric", width=1000):
    line = shown(qtbot, Timeline(), width, 330)
    line.show_state(build_timeline(day, NOW, 5.0), units)
    return line


def test_arrow_keys_walk_the_day_in_words(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    line.setFocus()
    assert line.plot.hasFocus()
    QTest.keyClick(line.plot, Qt.Key.Key_Home)
    assert "Asleep 7 h" in line.words()
    for words in (
        "Water · 250 ml",
        "Coffee · 240 ml · 96 mg caffeine",
        "Right index finger · typing",
    ):
        QTest.keyClick(line.plot, Qt.Key.Key_Right)
        assert words in line.words()
    QTest.keyClick(line.plot, Qt.Key.Key_End)
    assert "Beer · 330 ml · 13 g alcohol" in line.words()
    QTest.keyClick(line.plot, Qt.Key.Key_Right)
    assert "Beer" in line.words()
    QTest.keyClick(line.plot, Qt.Key.Key_Left)
    assert "Left thumb" in line.words()
    QTest.keyClick(line.plot, Qt.Key.Key_Escape)
    assert line.plot.chosen() is None
    assert "arrow keys" in line.words()


def test_left_begins_with_the_newest(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    QTest.keyClick(line.plot, Qt.Key.Key_Left)
    assert "Beer" in line.words()


def test_a_press_anywhere_reads_the_nearest_event_and_it_stays(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    tick = next(r for e, r in line.plot._layout().marks if e.kind == "twitch")
    near = tick.center().toPoint() + QPoint(-9, 3)
    QTest.mousePress(line.plot, Qt.MouseButton.LeftButton, pos=near)
    assert "Right index finger" in line.words()
    QTest.mouseMove(line.plot, QPoint(5, 5))
    line.show_state(build_timeline(an_ordinary_day(), NOW.shifted(60_000), 5.0), "metric")
    assert "Right index finger" in line.words()


def test_a_chosen_event_that_is_removed_is_let_go(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    QTest.keyClick(line.plot, Qt.Key.Key_End)
    line.show_state(build_timeline(a_day(), NOW, 5.0), "metric")
    assert line.plot.chosen() is None
    QTest.keyClick(line.plot, Qt.Key.Key_Right)  # nothing to walk
    assert line.plot.chosen() is None


def test_a_screen_reader_hears_the_day(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    assert spoken_name(line.plot) == "Today, hour by hour"
    said = spoken_description(line.plot)
    assert said.startswith("2 twitches between ")
    for words in ("drunk", "96 mg caffeine", "asleep 7 h"):
        assert words in said
    line.show_state(build_timeline(a_day(), NOW, 5.0), "metric")
    assert spoken_description(line.plot).startswith("Nothing here yet")


def test_the_legend_names_what_is_there_and_no_more(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, a_day(*numbered((a_twitch(), 9, None), (a_water(), 10, None))))
    kinds = [item._kind for item in line.findChildren(LegendItem) if item.isVisible()]
    assert kinds == ["twitch", "water"]


@pytest.mark.parametrize("scale", SCALES)
def test_the_lanes_keep_apart_at_every_text_size(qtbot, qapp, scale):
    dress(qapp, scale)
    line = a_timeline(qtbot, an_ordinary_day(), width=round(800 * scale))
    qtbot.waitUntil(lambda: line.plot.height() >= line.plot._layout().needed_height)
    layout = line.plot._layout()
    lanes = [layout.ticks, layout.drinks, layout.body, layout.sleep]
    for upper, lower in pairwise(lanes):
        assert upper.bottom() <= lower.top()
    assert layout.body.height() >= current_look().px(60)
    assert layout.axis_y + QFontMetrics(line.font()).height() <= line.plot.height() + 4


def test_many_drinks_at_once_ask_for_more_height(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    before = line.plot.minimumSizeHint().height()
    crowd = a_day(*numbered(*[(a_water(), 10 + i / 60, None) for i in range(5)]))
    line.show_state(build_timeline(crowd, NOW, 5.0), "metric")
    rows = {round(rect.top()) for event, rect in line.plot._layout().marks}
    assert len(rows) == 3
    assert line.plot.minimumSizeHint().height() != before


def test_a_night_begun_the_day_before_is_cut_at_the_left_edge(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    layout = line.plot._layout()
    rect = next(r for e, r in layout.marks if e.kind == "sleep")
    assert rect.left() == layout.left
    assert rect.right() == pytest.approx(layout.x(6.5 * 60))


def test_a_new_twitch_leaves_hours_and_curve_as_painted(qtbot, qapp):
    dress(qapp)
    line = a_timeline(qtbot, an_ordinary_day())
    line.plot.repaint()
    ground = line.plot._ground
    more = [*an_ordinary_day().entries, *numbered((a_twitch(), 12, None))]
    line.show_state(build_timeline(a_day(*more), NOW.shifted(20_000), 5.0), "metric")
    line.plot.repaint()
    assert line.plot._ground is ground
    dress(qapp, name="dark")
    line.plot.repaint()
    assert line.plot._ground is not ground


def test_the_foods_of_a_meal_are_one_mark_with_their_names(qtbot, qapp):
    dress(qapp)
    lunch = [(Food("lunch", name, 90), 12.5, None) for name in ("Spinach", "Lentils", "Spinach")]
    day = a_day(*numbered((a_coffee(), 8, None), *lunch, (Food("snack"), 15.5, None)))
    line = a_timeline(qtbot, day)
    QTest.keyClick(line.plot, Qt.Key.Key_End)
    assert "Snack" in line.words()
    QTest.keyClick(line.plot, Qt.Key.Key_Left)
    assert "Lunch · Spinach · Lentils" in line.words()
    kinds = [event.kind for event, _ in line.plot._layout().marks]
    assert kinds == ["caffeine", "meal", "meal"]
    assert "ate at " in spoken_description(line.plot)
    assert [i._kind for i in line.findChildren(LegendItem) if i.isVisible()][-2:] == [
        "meal",
        "band",
    ]


def test_caffeine_in_food_counts_in_the_days_words(qtbot, qapp):
    dress(qapp)
    chocolate = Food("snack", "Dark chocolate", 28, caffeine_mg=23)
    line = a_timeline(qtbot, a_day(*numbered((a_coffee(), 8, None), (chocolate, 15, None))))
    assert "119 mg caffeine" in spoken_description(line.plot)
