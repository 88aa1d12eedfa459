"""Finding and logging food on the tab, on a real diary."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from steadyhands.domain.entries import Food
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.scroll_page import ScrollPage
from tests.factory import a_coffee, a_twitch
from tests.ui.dress import SCALES, spoken_name
from tests.ui.tabs.food.bench import press, retype


def test_three_letters_and_enter_log_a_food_now_in_this_meal(bench):
    one = bench()
    assert one.tab.search.edit.hasFocus()
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    (entry,) = one.entries()
    assert entry.details == one.desk.foods.food("almonds").eaten("lunch", 28.35, "1 oz (23)")
    assert entry.at == one.clock.now()
    assert one.tab.search.edit.text() == "" and one.tab.search.edit.hasFocus()
    one.key(Qt.Key.Key_Return)  # a bounce of Enter logs nothing more
    assert len(one.entries()) == 1


def test_arrows_choose_another_row(bench):
    one = bench()
    one.type("alm")
    second = one.tab.search.rows()[1].choice
    one.key(Qt.Key.Key_Down)
    one.key(Qt.Key.Key_Return)
    assert [entry.details.food for entry in one.entries()] == [second.id]


def test_with_nothing_typed_enter_logs_only_what_arrows_chose(bench):
    one = bench()
    one.key(Qt.Key.Key_Return)
    assert one.entries() == []
    first = one.tab.search.rows()[0].choice
    one.key(Qt.Key.Key_Down)
    one.key(Qt.Key.Key_Up)
    one.key(Qt.Key.Key_Return)
    assert [entry.details.food for entry in one.entries()] == [first.id]


def test_escape_lets_go_of_what_was_typed(bench):
    one = bench()
    one.type("alm")
    one.key(Qt.Key.Key_Escape)
    assert one.tab.search.edit.text() == ""
    one.key(Qt.Key.Key_Return)
    assert one.entries() == []


def test_a_press_on_a_row_logs_it_and_the_keyboard_is_back_in_the_field(bench):
    one = bench()
    one.type("len")
    press(one.row("Lentils, boiled").button)
    assert [entry.details.food for entry in one.entries()] == ["lentils"]
    assert one.tab.search.edit.hasFocus()


def test_a_mistyped_food_is_found_and_an_unknown_one_can_be_added(bench):
    one = bench()
    one.type("spinch")
    assert "Spinach" in one.tab.search.rows()[0].button.lines()[0]
    one.key(Qt.Key.Key_Escape)
    one.type("zzxq")
    assert one.tab.search.rows() == []
    press(one.tab.search.new)
    assert one.tab.own.isVisible() and one.tab.own.name.text() == "zzxq"


def test_undo_belongs_to_the_window_while_nothing_is_typed(bench):
    one = bench()
    edit = one.tab.search.edit

    def overrides() -> bool:
        ctrl = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl)
        event.ignore()
        QApplication.sendEvent(edit, event)
        return event.isAccepted()

    assert not overrides()
    one.type("a")
    assert overrides()


def test_the_star_keeps_a_favourite_and_no_row_moves(bench):
    one = bench()
    for food_id in ("almonds", "lentils", "banana"):
        one.eat(food_id, hours_ago=1)
    before = [row.choice.id for row in one.tab.search.rows()]
    last = one.tab.search.rows()[-1]
    press(last.star)
    assert [food.id for food in one.desk.foods.favourites()] == [before[-1]]
    assert [row.choice.id for row in one.tab.search.rows()] == before
    assert spoken_name(last.star).endswith(": favourite")
    one.tab.hide()
    one.tab.show()
    assert one.tab.search.rows()[0].choice.id == before[-1]
    press(one.tab.search.rows()[0].star)
    assert one.desk.foods.favourites() == []


def test_same_as_yesterday_is_one_press_and_one_undo(bench):
    one = bench()
    for food_id in ("lentils", "spinach-boiled"):
        one.eat(food_id, hours_ago=24)
    row = one.tab.search.rows()[0]
    assert row.button.lines()[0] == "Lunch as yesterday"
    press(row.button)
    assert [e.details.food for e in one.entries()] == ["lentils", "spinach-boiled"]
    assert {e.details.meal for e in one.entries()} == {"lunch"}
    assert "Lunch as yesterday" not in [r.button.lines()[0] for r in one.tab.search.rows()]
    one.undo()
    assert one.entries() == []


def test_ate_but_wont_say_what_is_a_time(bench):
    one = bench()
    press(one.tab.search.unsaid_button)
    (entry,) = one.entries()
    assert entry.details == Food("lunch") and entry.at == one.clock.now()
    assert not one.tab.just.sizes.isVisible()


def test_chips_change_the_amount_meal_and_time_of_what_was_logged_last(bench):
    one = bench()
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    just = one.tab.just
    press(just.sizes.chips()[0])
    assert one.entries()[0].details.grams == pytest.approx(14.175)
    assert one.entries()[0].details.magnesium_mg == pytest.approx(38.3, abs=0.3)
    retype(just.grams.edit, "50 g")
    assert one.entries()[0].details.grams == 50
    press(just.times.chips()[2])
    assert one.entries()[0].at == one.clock.now().shifted(-30 * MINUTE_MS)
    press(just.meals.chips()[0])
    assert one.entries()[0].details.meal == "breakfast"
    retype(just.clock.edit, "8:15")
    assert f"{one.entries()[0].at.local():%H:%M}" == "08:15"
    assert just.times.keys() == ()


def test_another_time_brings_the_meal_of_that_time_unless_one_was_chosen(bench):
    one = bench(wall=datetime(2026, 3, 10, 15, 0))
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    assert one.entries()[0].details.meal == "snack"
    press(one.tab.just.times.chips()[3])
    assert one.entries()[0].details.meal == "lunch"
    press(one.tab.just.meals.chips()[2])
    press(one.tab.just.times.chips()[0])
    assert one.entries()[0].details.meal == "dinner"


def test_the_next_food_follows_the_meal_that_was_said_until_told_otherwise(bench):
    one = bench()
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    press(one.tab.just.times.chips()[3])
    one.type("len")
    one.key(Qt.Key.Key_Return)
    assert one.entries()[0].at == one.entries()[1].at
    assert one.tab.search.now.isVisible()
    press(one.tab.search.now)
    one.type("ban")
    one.key(Qt.Key.Key_Return)
    assert one.entries()[-1].at == one.clock.now()


def test_a_time_that_lies_ahead_is_refused_in_words(bench):
    one = bench()
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    retype(one.tab.just.clock.edit, "23:00")
    assert "lies ahead" in one.refusals[0]
    assert one.entries()[0].at == one.clock.now()


def test_a_meal_of_today_is_kept_by_name_and_logged_by_it(bench):
    one = bench()
    one.eat("oatmeal", "breakfast", 4)
    one.eat("banana", "breakfast", 4)
    box = one.tab.day.box("breakfast")
    press(box.keep)
    assert box.name.edit.hasFocus()
    retype(box.name.edit, "Porridge")
    (own,) = one.desk.foods.meals()
    assert (own.name, len(own.parts)) == ("Porridge", 2)
    one.tab.search.take_focus()
    one.type("por")
    one.key(Qt.Key.Key_Return)
    lunch = [e.details for e in one.entries() if e.details.meal == "lunch"]
    assert [food.food for food in lunch] == ["oatmeal", "banana"]
    assert not one.tab.just.sizes.isVisible()
    press(one.tab.just.times.chips()[1])
    moved = [e for e in one.entries() if e.details.meal == "lunch"]
    assert {e.at for e in moved} == {one.clock.now().shifted(-15 * MINUTE_MS)}


def test_one_food_is_no_meal_to_keep(bench):
    one = bench()
    one.eat("oatmeal", "breakfast", 4)
    assert not one.tab.day.box("breakfast").keep.isVisible()


def test_a_food_of_today_is_changed_in_place(bench):
    one = bench()
    entry = one.eat("lentils")
    row = one.tab.day.box("lunch").list.row(entry.id)
    press(row.change)
    retype(row.editor.amount.edit, "1 cup", enter=False)
    retype(row.editor.time.edit, "12:05", enter=False)
    press(row.editor.meals.chips()[3])
    press(row.editor.save)
    (changed,) = one.entries()
    assert (changed.details.grams, changed.details.meal) == (198, "snack")
    assert changed.details.potassium_mg == pytest.approx(2 * entry.details.potassium_mg)
    assert f"{changed.at.local():%H:%M}" == "12:05"
    assert one.tab.day.meals() == ["snack"]


def test_an_untouched_amount_keeps_how_it_was_said(bench):
    one = bench()
    entry = one.eat("lentils")
    row = one.tab.day.box("lunch").list.row(entry.id)
    press(row.change)
    retype(row.editor.time.edit, "12:05")
    assert one.entries()[0].details == entry.details


def test_what_is_removed_last_gives_the_keyboard_to_the_field(bench):
    one = bench()
    entry = one.eat("lentils")
    row = one.tab.day.box("lunch").list.row(entry.id)
    row.remove.setFocus()
    press(row.remove)
    assert one.entries() == []
    assert one.tab.search.edit.hasFocus()
    one.undo()
    assert one.tab.day.meals() == ["lunch"]


def test_a_meal_removed_gives_the_keyboard_to_the_next(bench):
    one = bench()
    entry = one.eat("oatmeal", "breakfast", 3)
    kept = one.eat("lentils")
    press(one.tab.day.box("breakfast").list.row(entry.id).remove)
    assert one.tab.day.box("lunch").list.row(kept.id).remove.hasFocus()


def test_what_another_window_does_shows_here(bench):
    one = bench()
    one.eat("lentils", "dinner", 1)
    assert one.tab.day.meals() == ["dinner"]
    before = one.tab.minerals.lines["magnesium"].today.text()
    one.log(a_coffee())
    one.eat("almonds", "dinner")
    assert one.tab.minerals.lines["magnesium"].today.text() != before


def test_twitches_do_not_disturb_the_tab(bench):
    one = bench()
    seen = []
    one.tab.refresh = lambda: seen.append(1)
    one.log(a_twitch())
    assert not seen


def test_a_meal_logged_for_an_earlier_day_shows_among_the_dots(bench):
    one = bench()
    one.eat("lentils")
    assert len(one.tab.times.dots._times.dots) == 1
    one.eat("lentils", hours_ago=48)
    assert len(one.tab.times.dots._times.dots) == 2


@pytest.mark.parametrize("scale", SCALES)
def test_everything_is_large_named_and_inside_the_page(bench, scale, qtbot):
    one = bench(scale=scale, width=900 if scale == 1 else 1000)
    for food_id in ("oatmeal", "banana"):
        one.eat(food_id, "breakfast", 4)
    press(one.tab.search.own)
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    box = one.tab.day.box("breakfast")
    press(box.keep)
    press(box.list.row(box.list.ids()[0]).change)
    press(one.tab.supplements.another)
    press(one.tab.supplements.form.by_salt)
    page = one.tab.findChild(ScrollPage)
    qtbot.wait(20)
    wide = page.viewport().width()
    controls = [w for w in one.tab.findChildren(QAbstractButton) if w.isVisible()]
    controls += [w for w in one.tab.findChildren(QLineEdit) if w.isVisible()]
    assert len(controls) > 60
    least = current_look().target
    for control in controls:
        assert spoken_name(control)
        assert control.height() >= least, spoken_name(control)
        assert control.width() >= least, spoken_name(control)
        left = control.mapTo(page.widget(), control.rect().topLeft()).x()
        assert left >= 0 and left + control.width() <= wide, spoken_name(control)


def test_the_day_rolls_over(bench):
    one = bench(wall=datetime(2026, 3, 10, 23, 50))
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    one.clock._now = one.clock.now().shifted(9 * HOUR_MS)
    one.signals.minute_passed.emit()
    assert one.tab.day.meals() == []
    assert not one.tab.just.isVisible()
    QTest.keyClicks(one.tab.search.edit, "alm")
    one.key(Qt.Key.Key_Return)
    assert [e.details.meal for e in one.entries()] == ["breakfast"]


def test_tab_goes_through_the_page_as_it_is_read(bench):
    one = bench()
    for food_id in ("oatmeal", "banana"):
        one.eat(food_id, "breakfast", 4)
    one.eat("kale-raw")
    box = one.tab.day.box("breakfast")
    first = box.list.row(box.list.ids()[0])
    one.tab.search.take_focus()
    QApplication.processEvents()  # what a layout was given is shown a moment later
    passed = []
    for _ in range(40):
        QTest.keyClick(one.tab.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(one.tab.window().focusWidget())
    wanted = [
        one.tab.search.rows()[0].button,
        one.tab.search.rows()[0].star,
        one.tab.search.rows()[1].button,
        one.tab.search.unsaid_button,
        box.keep,
        first.change,
        first.remove,
        one.tab.minerals.profile,
        one.tab.supplements.another,
    ]
    assert [passed.index(each) for each in wanted] == sorted(passed.index(e) for e in wanted)


def test_a_food_whose_figures_were_revised_says_so(bench):
    one = bench()
    one.type("kale raw")
    one.key(Qt.Key.Key_Return)
    assert one.tab.just._revised.isVisible()
    one.type("alm")
    one.key(Qt.Key.Key_Return)
    assert not one.tab.just._revised.isVisible()
