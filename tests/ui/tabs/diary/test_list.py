"""Walking, choosing, finding, and staying in place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steadyhands.domain.entries import Note, Sleep
from steadyhands.ui.tabs.diary.presenter import MOST_AT_ONCE
from steadyhands.ui.tabs.diary.row_painter import row_height
from tests.factory import a_checkin, a_coffee, a_twitch, a_water
from tests.ui.tabs.diary.bench import CTRL, SHIFT, press


def some_days(one):
    """Log a few entries of three days and return them, newest first."""
    entries = [
        one.log(a_twitch("left", "thumb", doing="typing", felt="buzz"), "2026-04-13 09:00"),
        one.log(a_coffee(), "2026-04-13 10:00", "with a headache"),
        one.log(a_twitch(), "2026-04-14 11:00", "at the café"),
        one.log(a_water(), "2026-04-15 08:00"),
        one.log(a_checkin(4, symptoms=("numbness",)), "2026-04-15 12:00"),
    ]
    return entries[::-1]


def test_everything_newest_first_by_day(bench):
    one = bench()
    some_days(one)
    assert one.lines() == [
        "Today, Wednesday 15 April 2026. 1 drink · 1 other",
        "12:00. Check-in. Stress 4 · Numb or tingling",
        "08:00. Water. 250 ml",
        "Yesterday, Tuesday 14 April 2026. 1 twitch",
        "11:00. Right index finger. at the café",
        "Monday 13 April 2026. 1 twitch · 1 drink",
        "10:00. Coffee. 240 ml · 96 mg caffeine. with a headache",
        "09:00. Left thumb. Typing · Buzz",
    ]
    assert one.tab.top.found.text() == "5 entries"


def test_an_empty_diary_says_so_kindly(bench):
    one = bench()
    assert one.tab.card.empty.isVisible()
    assert "empty so far" in one.tab.card.empty.text()
    one.log(a_twitch(), "2026-04-15 13:00")
    assert one.list.isVisible() and len(one.lines()) == 2


def test_words_are_found_in_notes_names_and_answers(bench, qtbot):
    one = bench()
    some_days(one)
    assert one.look_for(qtbot, text="headache") == [
        "10:00. Coffee. 240 ml · 96 mg caffeine. with a headache"
    ]
    assert one.look_for(qtbot, text="CAFE") == ["11:00. Right index finger. at the café"]
    assert one.look_for(qtbot, text="buzz") == ["09:00. Left thumb. Typing · Buzz"]
    assert one.look_for(qtbot, text="left typ") == ["09:00. Left thumb. Typing · Buzz"]
    assert one.look_for(qtbot, text="numb") == ["12:00. Check-in. Stress 4 · Numb or tingling"]
    assert len(one.look_for(qtbot, text="drinks")) == 2
    assert one.look_for(qtbot, text="xylophone") == []
    assert "Nothing like that" in one.tab.card.empty.text()
    assert one.tab.top.found.text() == "0 entries found"


def test_filters_leave_out_the_rest_and_can_be_taken_away_one_by_one(bench, qtbot):
    one = bench()
    some_days(one)
    assert len(one.look_for(qtbot, kinds=("drink",))) == 2
    assert one.look_for(qtbot, kinds=("drink",), span="week") == [
        "08:00. Water. 250 ml",
        "10:00. Coffee. 240 ml · 96 mg caffeine. with a headache",
    ]
    assert one.look_for(qtbot, side="left", doing="typing") == ["09:00. Left thumb. Typing · Buzz"]
    assert [chip.text() for chip in one.tab.top._chips] == ["Left hand  ×", "Typing  ×"]
    press(one.tab.top._chips[1])
    press(one.tab.top._chips[0])
    assert len(one.lines()) == 8
    one.look_for(qtbot, part="index", text="caf")
    press(one.tab.top.clear)
    assert len(one.lines()) == 8 and one.tab.top.search.text() == ""


def test_days_from_until(bench, qtbot):
    one = bench()
    some_days(one)
    found = one.look_for(qtbot, span="dates", first=date(2026, 4, 14), last=date(2026, 4, 14))
    assert found == ["11:00. Right index finger. at the café"]
    assert len(one.look_for(qtbot, span="dates", last=date(2026, 4, 14))) == 3


def test_the_filter_form_is_followed_at_once(bench, qtbot):
    one = bench()
    some_days(one)
    press(one.tab.top.filter)
    form = one.tab._panel
    press(next(chip for chip in form.kinds.chips() if chip.key == "drink"))
    assert len(one.lines()) == 4
    press(next(chip for chip in form.spans.chips() if chip.key == "dates"))
    assert form.first.isVisible()
    form.first.edit.setText("yesterday")
    form.first.edit.editingFinished.emit()
    assert len(one.lines()) == 2
    form.first.edit.setText("soon")
    form.first.edit.editingFinished.emit()
    assert "not a date" in form.first.problem()
    press(form.clear)
    assert len(one.lines()) == 8
    press(form.close_button)
    assert one.tab._panel is None and one.list.hasFocus()


def test_ctrl_f_goes_to_the_search_and_escape_back(bench, qtbot):
    one = bench()
    some_days(one)
    one.list.setFocus()
    QTest.keyClick(one.tab, Qt.Key.Key_F, CTRL)
    assert one.tab.top.search.hasFocus()
    QTest.keyClicks(one.tab.top.search, "water")
    qtbot.waitUntil(lambda: one.tab.is_settled() and len(one.lines()) == 2)
    QTest.keyClick(one.tab.top.search, Qt.Key.Key_Escape)
    assert len(one.lines()) == 8
    QTest.keyClick(one.tab.top.search, Qt.Key.Key_Escape)
    assert one.list.hasFocus()


def test_arrows_and_shift_choose_and_headings_do_not_count(bench):
    one = bench()
    entries = some_days(one)
    one.list.setFocus()
    assert one.list.current_row() == 1
    one.key(Qt.Key.Key_Space)
    one.key(Qt.Key.Key_Down, SHIFT)
    one.key(Qt.Key.Key_Down, SHIFT)
    one.key(Qt.Key.Key_Down, SHIFT)
    assert one.chosen() == {entry.id for entry in entries[:3]}
    assert one.tab.card.bar.words.text() == "3 entries chosen"
    one.key(Qt.Key.Key_A, CTRL)
    assert one.list.count_chosen() == 5
    one.key(Qt.Key.Key_Home)
    assert one.tab.card.bar.day_note.isVisible()


def test_select_several_by_single_presses(bench):
    one = bench()
    entries = some_days(one)
    press(one.tab.top.several)
    for entry in (entries[0], entries[2], entries[4]):
        one.press_row(one.row(entry))
    assert one.chosen() == {entries[0].id, entries[2].id, entries[4].id}
    one.press_row(one.row(entries[2]))
    assert one.chosen() == {entries[0].id, entries[4].id}
    one.key(Qt.Key.Key_Up)
    one.key(Qt.Key.Key_Space)  # on a heading
    one.key(Qt.Key.Key_Up)
    one.key(Qt.Key.Key_Space)
    assert one.chosen() == {entries[0].id, entries[1].id, entries[4].id}
    press(one.tab.top.several)
    assert one.chosen() == set()


def test_a_bounce_does_not_take_a_choice_back(bench):
    one = bench(guard_ms=2000)
    entries = some_days(one)
    one.tab.list.set_several(True)
    one.press_row(one.row(entries[0]))
    one.press_row(one.row(entries[0]))
    assert one.chosen() == {entries[0].id}


def test_a_shaking_press_stays_on_its_row(bench):
    one = bench()
    entries = some_days(one)
    view, row = one.list.viewport(), one.row(entries[0])
    from PySide6.QtCore import QPoint

    start = QPoint(120, row * row_height() + 9)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, start + QPoint(0, 2 * row_height()))
    QTest.mouseRelease(
        view,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        start + QPoint(0, 2 * row_height()),
    )
    assert one.chosen() == {entries[0].id}


def test_letters_do_not_walk_through_the_diary(bench, monkeypatch):
    one = bench()
    some_days(one)
    read = []
    monkeypatch.setattr(type(one.tab.model), "match", lambda *_: read.append(1) or [])
    one.key(Qt.Key.Key_W)
    assert read == []


def many(one, days=4, a_day=40):
    now, pieces = one.clock.now(), []
    for back in range(days):
        for nth in range(a_day):
            when = now.shifted(-(back * 86_400 + nth * 600) * 1000)
            pieces.append((a_twitch(), when, None, ""))
    done = one.desk.journal.log_all(pieces, now)
    one.signals.changed.emit(done.changes)
    return done.entries


def test_what_is_new_shows_on_top_and_moves_nothing_when_scrolled_down(bench):
    one = bench()
    many(one)
    bar = one.list.verticalScrollBar()
    assert bar.value() == 0
    one.log(a_water(), "2026-04-15 14:00")
    assert bar.value() == 0 and "Water" in one.lines()[1]
    bar.setValue(60 * row_height() + 17)
    seen = one.tab.model.entry(60).id
    one.log(a_coffee(), "2026-04-15 14:01")
    assert bar.value() == 61 * row_height() + 17
    assert one.tab.model.entry(61).id == seen


def test_current_row_and_choice_outlive_a_change_from_elsewhere(bench):
    one = bench()
    entries = some_days(one)
    one.list.show_row(one.row(entries[2]))
    one.log(Note(), "2026-04-15 13:00", "from the command line")
    assert one.chosen() == {entries[2].id}
    assert one.list.current_row() == one.row(entries[2])


def test_after_a_removal_the_keyboard_is_at_the_neighbour(bench):
    one = bench()
    entries = some_days(one)
    one.list.setFocus()
    one.list.show_row(one.row(entries[3]))
    one.key(Qt.Key.Key_Delete)
    assert one.list.current_row() == 6
    assert one.list.hasFocus()


def test_open_at_a_day_shows_it_whatever_was_looked_for(bench, qtbot):
    one = bench()
    many(one)
    one.look_for(qtbot, kinds=("drink",))
    one.tab.open_at(date(2026, 4, 13))
    row = one.list.current_row()
    assert one.tab.model.is_heading(row) and one.tab.model.day(row) == date(2026, 4, 13)
    assert one.list.verticalScrollBar().value() == row * row_height()
    one.tab.open_at(date(2020, 1, 1))  # before everything: the oldest day
    assert one.tab.model.day(one.list.current_row()) == date(2026, 4, 12)


def test_a_search_goes_on_after_a_change(bench, qtbot):
    one = bench()
    some_days(one)
    assert len(one.look_for(qtbot, text="thumb")) == 1
    one.log(a_twitch("right", "thumb"), "2026-04-15 13:30")
    qtbot.waitUntil(lambda: one.tab.is_settled() and len(one.lines()) == 4)


def test_typing_on_drops_what_nobody_waits_for(bench, qtbot):
    one = bench()
    some_days(one)
    for text in ("w", "wa", "wat", "nothing", "buzz"):
        one.tab.top.search.setText(text)
    qtbot.waitUntil(one.tab.is_settled)
    assert one.lines()[1:] == ["09:00. Left thumb. Typing · Buzz"]


def test_a_hidden_tab_looks_no_further_and_looks_again_when_seen(bench, qtbot):
    one = bench()
    some_days(one)
    one.tab.top.search.setText("thumb")
    one.tab.hide()
    one.tab.show()
    qtbot.waitUntil(lambda: one.tab.is_settled() and len(one.lines()) == 2)


def test_a_new_day_names_yesterday_anew(bench):
    one = bench()
    some_days(one)
    one.clock.moment = one.clock.moment.shifted(24 * 3_600_000)
    one.signals.minute_passed.emit()
    assert one.lines()[0].startswith("Yesterday, Wednesday 15")


def test_too_many_at_once_are_refused_in_words(bench):
    one = bench()
    many(one, days=14, a_day=40)
    one.list.selectAll()
    assert one.list.count_chosen() > MOST_AT_ONCE
    one.key(Qt.Key.Key_Delete)
    assert one.troubles == ["Please choose at most 500 entries at a time."]
    assert len(one.lines()) == 560 + 14


def test_sleep_stands_on_the_day_of_waking(bench):
    one = bench()
    one.log(Sleep(4), "2026-04-14 23:10", until="2026-04-15 06:30")
    assert one.lines() == [
        "Today, Wednesday 15 April 2026. 1 entry",
        "23:10. Slept 7 h 20 min. 23:10–06:30 · Quality 4 of 5",
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_narrow_windows_show_list_or_form(bench, scale):
    one = bench(scale=scale, width=780)
    entry = some_days(one)[0]
    form = one.edit(entry)
    assert form.isVisible() and not one.tab.card.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert one.tab.card.isVisible() and one.list.hasFocus()
