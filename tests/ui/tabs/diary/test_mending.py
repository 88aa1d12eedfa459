"""Changing, adding and removing entries of every kind, and taking it back."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steadyhands.domain.entries import (
    CheckIn,
    Drink,
    Food,
    Note,
    Other,
    PlanMark,
    RoutineSession,
    SafetyNotice,
    Sleep,
    Supplement,
    Symptom,
    Twitch,
)
from steadyhands.domain.problem import DiaryBusy
from tests.factory import a_coffee, a_twitch, a_water
from tests.ui.tabs.diary.bench import CTRL, at, field, press, retype


def chip(row, key):
    return next(one for one in row.chips() if one.key == key)


def test_a_twitch_is_told_better(bench):
    one = bench()
    entry = one.log(a_twitch(), "2026-04-15 09:00")
    form = one.edit(entry)
    press(chip(field(form, "part").row, "ring"))
    press(chip(field(form, "felt").row, "buzz"))
    press(chip(field(form, "strength").row, "3"))
    form.entry_body.note.set_text("while reading")
    press(form.save)
    now = one.now_as(entry)
    assert now.details == Twitch("right", "ring", felt="buzz", strength=3)
    assert (now.note, now.at) == ("while reading", entry.at)
    one.undo()
    assert one.now_as(entry).details == entry.details


def test_enter_in_a_field_saves(bench):
    one = bench()
    entry = one.log(Supplement("Magnesium tablet", magnesium_mg=100), "2026-04-15 09:00")
    form = one.edit(entry)
    edit = field(form, "magnesium_mg").field.edit
    retype(edit, "150")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert one.now_as(entry).details.magnesium_mg == 150


def test_the_place_of_a_twitch_cannot_be_left_out(bench):
    one = bench()
    form = one.edit(one.log(a_twitch(), "2026-04-15 09:00"))
    press(chip(field(form, "part").row, "index"))
    assert field(form, "part").value() == "index"


def test_another_time_and_another_day(bench, qtbot):
    one = bench()
    entry = one.log(a_twitch(), "2026-04-15 09:00")
    form = one.edit(entry)
    retype(form.entry_body.when.time.edit, "7:45 pm")
    retype(form.entry_body.when.day.edit, "yesterday")
    press(form.save)
    assert one.now_as(entry).at == at("2026-04-14 19:45")
    qtbot.waitUntil(lambda: one.tab._panel is None)
    assert one.chosen() == {entry.id}
    assert one.list.hasFocus()


def test_a_drink_takes_its_contents_with_it(bench):
    one = bench()
    entry = one.log(a_coffee(200, 80), "2026-04-15 09:00")
    form = one.edit(entry)
    retype(field(form, "ml").field.edit, "300 ml")
    press(form.save)
    drink = one.now_as(entry).details
    assert (drink.ml, drink.caffeine_mg, drink.water_ml) == (300, 120, 297)
    form = one.edit(one.now_as(entry))
    retype(field(form, "caffeine_mg").field.edit, "50")
    retype(field(form, "name").field.edit, "Weak coffee")
    press(form.save)
    drink = one.now_as(entry).details
    assert (drink.name, drink.ml, drink.caffeine_mg) == ("Weak coffee", 300, 50)


def test_what_cannot_be_read_is_said_at_its_field(bench):
    one = bench()
    entry = one.log(a_water(), "2026-04-15 09:00")
    form = one.edit(entry)
    retype(field(form, "ml").field.edit, "lots")
    press(form.save)
    assert "cannot read" in field(form, "ml").field.problem()
    assert one.tab._panel is form and one.now_as(entry) == entry


def test_what_the_diary_refuses_is_said_at_the_form(bench):
    one = bench()
    entry = one.log(a_water(), "2026-04-15 09:00")
    form = one.edit(entry)
    retype(form.entry_body.when.day.edit, "2026-04-16")
    press(form.save)
    assert "lies ahead" in form.problem.text() and form.problem.isVisible()
    assert one.refusals == [] and one.now_as(entry).at == entry.at


def test_sleep_is_mended_by_its_two_times(bench):
    one = bench()
    entry = one.log(Sleep(2), "2026-04-14 23:00", until="2026-04-15 06:30")
    form = one.edit(entry)
    retype(form.entry_body.when.time.edit, "0:30")
    press(chip(field(form, "quality").row, "4"))
    press(form.save)
    now = one.now_as(entry)
    assert (now.at, now.until) == (at("2026-04-15 00:30"), at("2026-04-15 06:30"))
    assert now.details == Sleep(4)


def test_a_check_in(bench):
    one = bench()
    entry = one.log(CheckIn(4, workout_min=30, screen_hours=7.25), "2026-04-15 12:00")
    form = one.edit(entry)
    field(form, "stress").slider.set_value(7)
    retype(field(form, "workout_min").field.edit, "1h")
    press(chip(field(form, "symptoms").row, "pain"))
    press(form.save)
    assert one.now_as(entry).details == CheckIn(
        7, workout_min=60, screen_hours=7.25, symptoms=("pain",)
    )


@pytest.mark.parametrize(
    ("details", "name", "typed", "expected"),
    [
        (Food("lunch", "Rice", 100, magnesium_mg=12), "grams", "150 g", {"magnesium_mg": 18}),
        (Food("lunch", "Rice", 100, portion="1 cup"), "grams", "50", {"portion": "", "grams": 50}),
        (Supplement("Mag", 200), "magnesium_mg", "100", {"magnesium_mg": 100}),
        (RoutineSession("fists", "Fists", 1.0, (), 40, 60), "total_s", "2 min", {"held_s": 80}),
    ],
)
def test_amounts_of_other_kinds(bench, details, name, typed, expected):
    one = bench()
    entry = one.log(details, "2026-04-15 12:00")
    form = one.edit(entry)
    retype(field(form, name).field.edit, typed)
    press(form.save)
    now = one.now_as(entry).details
    assert {key: getattr(now, key) for key in expected} == expected


@pytest.mark.parametrize(
    "details",
    [
        Symptom("pain", "left", "thumb", 4),
        PlanMark("task", "water"),
        SafetyNotice("weakness", "read"),
        Other("mood", (("word", "calm"),), (("mood", 2.5),)),
        Food("snack"),
    ],
)
def test_any_kind_can_be_given_a_note_and_another_time(bench, details):
    one = bench()
    entry = one.log(details, "2026-04-15 12:00")
    form = one.edit(entry)
    press(form.entry_body.when.time.earlier)
    form.entry_body.note.set_text("a word")
    press(form.save)
    now = one.now_as(entry)
    assert (now.at, now.note) == (at("2026-04-15 11:45"), "a word")
    assert now.details.fields() == details.fields()


def test_saving_what_was_not_changed_writes_nothing(bench):
    one = bench()
    entry = one.log(a_coffee(333.3, 63.35), "2026-04-15 12:00:31")
    form = one.edit(entry)
    press(form.save)
    assert one.now_as(entry) == entry and one.done == []


def test_a_time_that_the_clocks_left_out_is_refused(bench):
    one = bench()
    entry = one.log(a_twitch(), "2026-03-29 12:00")
    form = one.edit(entry)
    retype(form.entry_body.when.time.edit, "02:30")
    press(form.save)
    assert "did not exist" in form.problem.text()


def test_an_entry_of_another_zone_stays_in_its_zone(bench):
    one = bench()
    entry = one.log(a_twitch(), "2026-04-15 09:00")
    far = one.desk.journal.amend(
        entry.id, one.clock.now(), at=entry.at.replaced(offset_min=-300)
    ).entry
    one.tab.refresh()
    form = one.edit(far)
    assert form.entry_body.when.time.value().hour == 2
    press(form.entry_body.when.time.later)
    press(form.save)
    now = one.now_as(entry)
    assert now.at == far.at.shifted(15 * 60_000)


def test_remove_by_key_bar_and_form_and_put_back(bench):
    one = bench()
    entries = [one.log(a_twitch(), f"2026-04-15 0{hour}:00") for hour in range(6, 9)]
    one.list.show_row(one.row(entries[0]))
    one.key(Qt.Key.Key_Delete)
    assert one.now_as(entries[0]) is None
    one.list.show_row(one.row(entries[1]))
    press(one.tab.card.bar.remove)
    assert one.now_as(entries[1]) is None
    form = one.edit(entries[2])
    press(form.remove)
    assert one.now_as(entries[2]) is None
    for _ in range(3):
        one.undo()
    assert len(one.lines()) == 4


def test_several_are_removed_as_one_act(bench):
    one = bench()
    for hour in range(6, 9):
        one.log(a_twitch(), f"2026-04-15 0{hour}:00")
    one.key(Qt.Key.Key_A, CTRL)
    press(one.tab.card.bar.remove)
    assert len(one.done) == 1 and len(one.done[0].entries) == 3
    assert one.lines() == []
    one.undo()
    assert len(one.lines()) == 4


def test_a_note_for_several(bench, qtbot):
    one = bench()
    first = one.log(a_twitch(), "2026-04-15 08:00", "at the desk")
    second = one.log(a_twitch(), "2026-04-15 09:00")
    one.list.selectAll()
    press(one.tab.card.bar.note)
    form = one.tab._panel
    press(form.save)
    assert "needs some words" in form.problem.text()
    form.note.set_text("new chair")
    press(form.save)
    assert one.now_as(first).note == "at the desk\nnew chair"
    assert one.now_as(second).note == "new chair"
    qtbot.waitUntil(lambda: one.tab._panel is None)
    one.undo()
    assert one.now_as(first).note == "at the desk"


def test_a_note_about_a_day(bench, qtbot):
    one = bench()
    one.log(a_twitch(), "2026-04-13 08:00")
    one.list.go_to(0)
    press(one.tab.card.bar.day_note)
    one.tab._panel.note.set_text("Long drive.")
    press(one.tab._panel.save)
    qtbot.waitUntil(lambda: one.tab._panel is None)
    assert one.lines()[1] == "12:00. Long drive.. Note"
    one.list.go_to(0)
    one.key(Qt.Key.Key_Return)  # Enter on a heading asks the same
    assert one.tab._panel.note.isVisible()


def test_a_note_is_changed_and_cannot_be_emptied(bench):
    one = bench()
    entry = one.log(Note(), "2026-04-15 08:00", "Long morning.")
    form = one.edit(entry)
    form.entry_body.note.set_text("")
    press(form.save)
    assert "needs some words" in form.problem.text()
    form.entry_body.note.set_text("Short morning.")
    press(form.save)
    assert one.now_as(entry).note == "Short morning."


@pytest.mark.parametrize(
    ("kind", "fill", "details"),
    [
        ("twitch", lambda f: None, Twitch()),
        ("drink", lambda f: None, Drink("Water", 250, 250, preset="water")),
        ("food", lambda f: retype(field(f, "name").field.edit, "Nuts"), Food("snack", "Nuts")),
        (
            "supplement",
            lambda f: (
                retype(field(f, "name").field.edit, "Mag"),
                retype(field(f, "magnesium_mg").field.edit, "200"),
            ),
            Supplement("Mag", 200),
        ),
        ("checkin", lambda f: field(f, "stress").slider.set_value(3), CheckIn(3)),
        ("symptom", lambda f: press(chip(field(f, "what").row, "pain")), Symptom("pain")),
        (
            "routine",
            lambda f: None,
            RoutineSession("elsewhere", "Hand exercises", total_s=300),
        ),
        ("note", lambda f: f.entry_body.note.set_text("Words."), Note()),
    ],
)
def test_any_kind_is_added_for_a_past_time(bench, qtbot, kind, fill, details):
    one = bench()
    press(one.tab.top.add)
    form = one.tab._panel
    press(chip(form.kinds, kind))
    fill(form)
    retype(form.entry_body.when.day.edit, "2026-04-13")
    retype(form.entry_body.when.time.edit, "8:30")
    press(form.save)
    assert form.problem.text() == ""
    qtbot.waitUntil(lambda: one.tab._panel is None)
    entry = one.tab.model.entry(1)
    assert (entry.details, entry.at) == (details, at("2026-04-13 08:30"))
    assert one.chosen() == {entry.id}


def test_a_past_night_is_added(bench, qtbot):
    one = bench()
    one.tab.add_entry(datetime(2026, 4, 10).date())
    form = one.tab._panel
    press(chip(form.kinds, "sleep"))
    retype(form.entry_body.when.time.edit, "23:15")
    retype(form.entry_body.when.woke.edit, "6:45")
    press(form.save)
    entry = one.tab.model.entry(1)
    assert (entry.at, entry.until) == (at("2026-04-09 23:15"), at("2026-04-10 06:45"))


def test_another_drink_brings_its_contents_and_what_was_set_stays(bench):
    one = bench()
    press(one.tab.top.add)
    form = one.tab._panel
    press(chip(form.kinds, "twitch"))
    retype(form.entry_body.when.time.edit, "8:30")
    form.entry_body.note.set_text("kept")
    press(chip(form.kinds, "drink"))
    press(chip(form.drinks, "coffee"))
    press(form.save)
    entry = one.tab.model.entry(1)
    assert entry.details.name == "Coffee" and entry.details.caffeine_mg > 0
    assert (entry.at, entry.note) == (at("2026-04-15 08:30"), "kept")


def test_an_unanswered_form_says_what_is_missing(bench):
    one = bench()
    press(one.tab.top.add)
    form = one.tab._panel
    assert not form.save.isEnabled()
    for kind, said in (("symptom", "choose one"), ("checkin", "one answer"), ("note", "words")):
        press(chip(form.kinds, kind))
        press(form.save)
        assert said in form.problem.text()


def test_a_missing_hour_is_refused_when_adding(bench):
    one = bench()
    press(one.tab.top.add)
    form = one.tab._panel
    press(chip(form.kinds, "twitch"))
    retype(form.entry_body.when.day.edit, "2026-03-29")
    retype(form.entry_body.when.time.edit, "02:30")
    press(form.save)
    assert "did not exist" in form.problem.text()
    assert one.lines() == []


def test_a_busy_diary_keeps_the_form_until_it_is_written(bench, qtbot, monkeypatch):
    one = bench()
    entry = one.log(a_twitch(), "2026-04-15 09:00")
    form = one.edit(entry)
    form.entry_body.note.set_text("later")
    amend, held = one.desk.journal.amend, [True]

    def busy(*args, **named):
        if held[0]:
            raise DiaryBusy("Another program is using the diary just now.")
        return amend(*args, **named)

    monkeypatch.setattr(one.desk.journal, "amend", busy)
    press(form.save)
    assert not form.save.isEnabled() and one.tab._panel is form
    held[0] = False
    assert one.acts.try_waiting()
    assert one.now_as(entry).note == "later"
    qtbot.waitUntil(lambda: one.tab._panel is None)
