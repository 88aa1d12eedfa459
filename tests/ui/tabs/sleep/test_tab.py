"""The Sleep & day tab by clicks and keys, on a real diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from steadyhands.domain.entries import CheckIn, Entry, Note, Sleep
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import DiaryBusy, Problem
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.sleep.tab import SleepTab
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name

SPRING = datetime(2026, 3, 29, 2)  # the clocks go from 02:00 to 03:00


def at_local(wall: datetime) -> Moment:
    """Stand in for a zone an hour ahead of UTC, two from 29 March 2026 on."""
    if SPRING <= wall < SPRING + timedelta(hours=1):
        raise Problem(
            "{time} did not exist on that day: the clocks were put forward.", time=f"{wall:%H:%M}"
        )
    offset = 60 if wall < SPRING else 120
    since = (wall - datetime(1970, 1, 1)) // timedelta(milliseconds=1)
    return Moment(since - offset * MINUTE_MS, offset)


def at(text: str) -> Moment:
    return at_local(datetime.fromisoformat(text))


class StoodClock:
    """A clock that stands until it is set."""

    def __init__(self, text: str) -> None:
        self.moment = at(text)

    def now(self) -> Moment:
        return self.moment

    def at_local(self, wall: datetime) -> Moment:
        return at_local(wall)


class Bench:
    """A tab on a diary of its own, with what a test asks of both."""

    def __init__(self, folder: Path, now: str) -> None:
        self.clock = StoodClock(now)
        keeper = Keeper(str(folder / "diary.sqlite"), str(folder / "backups"))
        self.desk = Desk(keeper, self.clock)
        self.signals = Signals()
        self.acts = Acts(self.signals)
        self.refusals: list[str] = []
        self.acts.refused.connect(lambda text, _: self.refusals.append(text))
        self.tab = SleepTab(
            profile=self.desk.profile,
            look=self.desk.look,
            journal=self.desk.journal,
            choices=self.desk.choices,
            acts=self.acts,
            signals=self.signals,
            clock=self.clock.now,
            at_local=at_local,
            guard=ClickGuard(0),
        )

    def entries(self, kind: str) -> list[Entry]:
        now = self.clock.now()
        today = self.desk.look.day_of(now)
        found = self.desk.look.entries(today - timedelta(days=20), today, now)
        return [entry for entry in found if entry.kind == kind]

    def slept(self, began: str, woke: str, quality: int | None = None) -> Entry:
        done = self.desk.journal.log(Sleep(quality), at(began), self.clock.now(), until=at(woke))
        self.signals.changed.emit(done.changes)
        return done.entry


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(now: str = "2026-03-15 09:00", scale: float = 1.0, width: int = 1240) -> Bench:
        dress(qapp, scale)
        one = Bench(tmp_path, now)
        made.append(one)
        shown(qtbot, one.tab, width, 820)
        return one

    yield make
    for one in made:
        one.desk.close()


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def retype(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_last_night_in_two_moves(bench) -> None:
    desk = bench()
    form = desk.tab.night.form
    assert form.fell.value() == time(23)
    assert form.woke.value() == time(7)
    press(form.fell.later)
    press(form.woke.earlier)
    assert form.length.text() == "7 h 30 min"
    assert "yesterday" in form.dates.text() and "today" in form.dates.text()
    press(form.quality.chips()[3])
    press(form.save)
    (entry,) = desk.entries("sleep")
    assert (entry.at, entry.until) == (at("2026-03-14 23:15"), at("2026-03-15 06:45"))
    assert entry.details == Sleep(4)
    assert form.isHidden()
    assert desk.tab.night.saved.text() == "Saved."
    assert not desk.tab.night.saved.isHidden()
    assert desk.tab.night.rows()[0].text.text() == "Slept 23:15–06:45"


def test_last_night_by_keys_alone(bench) -> None:
    desk = bench()
    form = desk.tab.night.form
    retype(form.fell.edit, "half past 11 pm")
    retype(form.woke.edit, "7.10")
    QTest.keyClick(form.quality.chips()[0], Qt.Key.Key_Space)
    form.save.setFocus()
    QTest.keyClick(form.save, Qt.Key.Key_Return)
    (entry,) = desk.entries("sleep")
    assert (entry.at, entry.until) == (at("2026-03-14 23:30"), at("2026-03-15 07:10"))
    assert entry.details == Sleep(1)
    assert desk.tab.night.rows()[0].change.hasFocus()


def test_usual_times_are_offered(bench) -> None:
    desk = bench()
    for day in (11, 12, 13):
        desk.slept(f"2026-03-{day} 00:40", f"2026-03-{day} 08:20")
    form = desk.tab.night.form
    assert (form.fell.value(), form.woke.value()) == (time(0, 40), time(8, 20))


def test_what_is_being_set_outlives_a_refresh(bench) -> None:
    desk = bench()
    form = desk.tab.night.form
    press(form.fell.later)
    QTest.keyClicks(form.woke.edit, "8")
    typed = form.woke.edit.text()
    desk.signals.minute_passed.emit()
    desk.slept("2026-03-13 23:00", "2026-03-14 06:00")
    assert form.fell.value() == time(23, 15)
    assert form.woke.edit.text() == typed


def test_a_time_that_cannot_be_read_is_not_saved(bench) -> None:
    desk = bench()
    form = desk.tab.night.form
    form.woke.edit.setText("early-ish")
    press(form.save)
    assert "early-ish" in form.woke.problem()
    assert desk.entries("sleep") == []


def test_sleep_by_day_after_a_shift(bench) -> None:
    desk = bench("2026-03-15 16:30")
    form = desk.tab.night.form
    retype(form.fell.edit, "8:30")
    retype(form.woke.edit, "15:15")
    assert form.length.text() == "6 h 45 min"
    press(form.save)
    (entry,) = desk.entries("sleep")
    assert entry.at == at("2026-03-15 08:30")
    assert desk.tab.night.rows()[0].text.text() == "Slept 08:30–15:15"


def test_a_nap_beside_the_night(bench) -> None:
    desk = bench("2026-03-15 14:03")
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    night = desk.tab.night
    press(night.add_nap)
    assert night.form.draft().fell == time(13, 40)
    assert night.form.length.text() == "20 min"
    press(night.form.save)
    assert [row.text.text() for row in night.rows()] == [
        "Slept 23:00–07:00",
        "Nap 13:40–14:00, 20 min",
    ]
    assert night.form.isHidden()


def test_a_nap_first_leaves_the_night_to_be_saved(bench) -> None:
    desk = bench("2026-03-15 14:03")
    night = desk.tab.night
    press(night.form.fell.later)
    press(night.add_nap)
    press(night.form.save)
    assert len(night.rows()) == 1
    assert not night.form.isHidden()
    assert night.form.fell.value() == time(23, 15)  # as it was set before the nap
    assert night.form.save.text() == "Save last night"


def test_cancel_returns_to_what_was_there(bench) -> None:
    desk = bench("2026-03-15 14:03")
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    night = desk.tab.night
    press(night.add_nap)
    press(night.form.cancel)
    assert night.form.isHidden()
    assert len(desk.entries("sleep")) == 1


def test_change_amends_the_entry(bench) -> None:
    desk = bench()
    kept = desk.slept("2026-03-14 23:10", "2026-03-15 06:50", 2)
    night = desk.tab.night
    press(night.rows()[0].change)
    assert night.form.draft().fell == time(23, 10)
    assert night.form.quality.keys() == ("2",)
    press(night.form.woke.later)
    press(night.form.save)
    (entry,) = desk.entries("sleep")
    assert (entry.id, entry.revision) == (kept.id, 2)
    assert entry.until == at("2026-03-15 07:05")
    assert entry.details == Sleep(2)


def test_quality_is_answered_afterwards_and_a_bounce_does_not_undo_it(bench) -> None:
    desk = bench()
    desk.slept("2026-03-14 23:10", "2026-03-15 06:50")
    chip = desk.tab.night.rows()[0].quality.chips()[4]
    press(chip)
    assert desk.entries("sleep")[0].details == Sleep(5)
    assert desk.tab.night.rows()[0].quality.chips()[4] is chip


def test_remove_and_undo(bench) -> None:
    desk = bench()
    desk.slept("2026-03-14 23:10", "2026-03-15 06:50")
    night = desk.tab.night
    press(night.rows()[0].remove)
    assert night.rows() == ()
    assert not night.form.isHidden()
    done = desk.desk.journal.undo(desk.clock.now())
    desk.signals.changed.emit(done.changes)
    assert len(night.rows()) == 1
    assert night.form.isHidden()


def test_a_removed_sleep_ends_its_change(bench) -> None:
    desk = bench()
    kept = desk.slept("2026-03-14 23:10", "2026-03-15 06:50")
    night = desk.tab.night
    press(night.rows()[0].change)
    done = desk.desk.journal.remove([kept.id], desk.clock.now())
    desk.signals.changed.emit(done.changes)
    assert night.form.save.text() == "Save last night"


def test_overlap_is_said_at_the_card_and_nothing_is_lost(bench) -> None:
    desk = bench("2026-03-15 14:03")
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    night = desk.tab.night
    press(night.add_nap)
    retype(night.form.fell.edit, "6:30")
    retype(night.form.woke.edit, "7:30")
    press(night.form.save)
    assert "23:00 to 07:00 is in the diary already" in night.form.problem.text()
    assert not night.form.problem.isHidden()
    assert night.form.draft().fell == time(6, 30)
    assert len(desk.entries("sleep")) == 1
    assert desk.refusals == []
    press(night.form.fell.later)  # another move takes the sentence away
    assert night.form.problem.isHidden()


def test_equal_times_are_refused_at_the_card(bench) -> None:
    desk = bench()
    form = desk.tab.night.form
    retype(form.fell.edit, "7:00")
    assert "Both times are the same" in form.problem.text()
    press(form.save)
    assert desk.entries("sleep") == []


def test_the_night_the_clocks_go_forward(bench) -> None:
    desk = bench("2026-03-29 09:00")
    form = desk.tab.night.form
    assert form.length.text() == "7 h"
    retype(form.fell.edit, "2:30")
    assert "02:30 did not exist on that day" in form.problem.text()
    press(form.save)
    assert desk.entries("sleep") == []
    retype(form.fell.edit, "1:30")
    press(form.save)
    (entry,) = desk.entries("sleep")
    assert desk.tab.hours.bars.chosen().minutes == 4.5 * 60
    assert entry.until == at("2026-03-29 07:00")


def test_a_new_day_begins_with_an_empty_card(bench) -> None:
    desk = bench("2026-03-15 22:00")
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    desk.clock.moment = at("2026-03-16 07:30")
    desk.signals.minute_passed.emit()
    night = desk.tab.night
    assert night.rows() == ()
    assert not night.form.isHidden()
    assert desk.tab.hours.bars.chosen().day == datetime(2026, 3, 16).date()


def test_the_chart_says_each_night_in_words(bench) -> None:
    desk = bench()
    desk.slept("2026-03-13 23:10", "2026-03-14 06:50", 4)
    bars = desk.tab.hours.bars
    assert "Night not recorded" in spoken_name(bars)
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert "Slept 23:10–06:50, 7 h 40 min, good" in desk.tab.hours.chosen.text()
    assert "Slept 23:10–06:50, 7 h 40 min, good" in spoken_name(bars)
    assert len(spoken_description(bars).splitlines()) == 14
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert bars.chosen().day == datetime(2026, 3, 2).date()
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.chosen().day == datetime(2026, 3, 2).date()
    middle = bars.bar_rect(12).center().toPoint()
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert bars.chosen().day == datetime(2026, 3, 14).date()


def test_a_forgotten_night_is_added_from_the_chart(bench) -> None:
    desk = bench()
    night, hours = desk.tab.night, desk.tab.hours
    assert hours.open.isHidden()  # last night has its own card
    press(night.form.fell.later)
    hours.bars.select(10)
    assert hours.open.text() == "Add this night"
    press(hours.open)
    assert night.form.save.text() == "Save this night"
    assert night.form.fell.value() == time(23)
    press(night.form.save)
    (entry,) = desk.entries("sleep")
    assert (entry.at, entry.until) == (at("2026-03-11 23:00"), at("2026-03-12 07:00"))
    assert hours.bars.chosen().minutes == 480
    assert night.rows()[0].text.text() == "Slept 23:00–07:00"
    press(night.back)
    assert night.form.fell.value() == time(23, 15)  # what was being set for last night
    assert night.rows() == ()
    assert hours.open.text() == "Change this night"
    press(hours.open)
    press(night.rows()[0].change)
    press(night.form.woke.later)
    press(night.form.save)
    assert desk.entries("sleep")[0].until == at("2026-03-12 07:15")


def test_averages_name_the_nights_behind_them(bench) -> None:
    desk = bench()
    for day in range(10, 15):
        desk.slept(f"2026-03-{day} 00:00", f"2026-03-{day} 07:05")
    words = [
        label.text() for label in desk.tab.hours.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert "7 h 5 min on average, 5 of 14 nights" in words
    assert "The middle of your sleep moves by about 0 min (5 nights)." in words


def test_why_shows_the_source(bench) -> None:
    hours = bench().tab.hours
    assert hours.reasons.isHidden()
    press(hours.why)
    assert "National Sleep Foundation" in hours.reasons.text()
    assert not hours.reasons.isHidden()
    press(hours.why)
    assert hours.reasons.isHidden()


def test_a_check_in_with_one_answer(bench) -> None:
    desk = bench("2026-03-15 14:05")
    card = desk.tab.checkin
    assert not card.save.isEnabled()
    press(card.form.stress.more)  # the first step lands on 0, which is an answer
    assert card.save.isEnabled()
    press(card.form.stress.clear)
    assert not card.save.isEnabled()
    press(card.form.stress.more)
    press(card.save)
    (entry,) = desk.entries("checkin")
    assert entry.details == CheckIn(stress=0)
    assert card.row.text.text() == "Checked in at 14:05"
    assert card.row.more.text() == "Stress 0 of 10"
    assert card.form.isHidden()


def test_a_whole_check_in_by_keys(bench) -> None:
    desk = bench()
    form = desk.tab.checkin.form
    for scale, key in ((form.stress, "4"), (form.tiredness, "7"), (form.mental_load, "9")):
        QTest.keyClicks(scale.track, key)
    retype(form.workout.field.edit, "1h15")
    retype(form.screens.field.edit, "6.5")
    QTest.keyClick(form.symptoms.hand.chips()[0], Qt.Key.Key_Space)
    QTest.keyClick(form.symptoms.hand.chips()[3], Qt.Key.Key_Return)
    QTest.keyClick(desk.tab.checkin.save, Qt.Key.Key_Space)
    (entry,) = desk.entries("checkin")
    assert entry.details == CheckIn(4, 7, 9, 75, 6.5, ("weakness", "pain"))


def test_steps_of_workout_and_screens(bench) -> None:
    form = bench().tab.checkin.form
    press(form.workout.more)
    press(form.workout.more)
    press(form.screens.more)
    assert (form.workout.value(), form.screens.value()) == (20, 30)
    for _ in range(3):
        press(form.workout.less)
    assert form.workout.value() == 0
    retype(form.workout.field.edit, "")
    assert form.workout.value() is None


def test_an_amount_that_cannot_be_read_holds_the_check_in(bench) -> None:
    desk = bench()
    card = desk.tab.checkin
    press(card.form.stress.more)
    card.form.screens.field.edit.setFocus()
    QTest.keyClicks(card.form.screens.field.edit, "lots")
    press(card.save)
    assert "“lots”" in card.form.screens.field.problem()
    assert card.form.screens.field.text() == "lots"
    assert desk.entries("checkin") == []


def test_change_amends_the_check_in_and_another_adds_one(bench) -> None:
    desk = bench("2026-03-15 10:00")
    card = desk.tab.checkin
    press(card.form.tiredness.more)
    press(card.save)
    press(card.row.change)
    assert card.form.tiredness.value() == 0
    press(card.form.tiredness.more)
    press(card.save)
    (entry,) = desk.entries("checkin")
    assert (entry.details, entry.revision) == (CheckIn(tiredness=1), 2)
    desk.clock.moment = at("2026-03-15 18:00")
    press(card.another)
    assert card.form.tiredness.value() is None
    press(card.form.stress.more)
    press(card.save)
    assert len(desk.entries("checkin")) == 2
    assert card.row.text.text() == "Checked in at 18:00, 2 times today"
    press(card.row.remove)
    assert card.row.text.text() == "Checked in at 10:00"


def test_answers_outlive_a_refresh(bench) -> None:
    desk = bench()
    form = desk.tab.checkin.form
    press(form.stress.more)
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    desk.signals.minute_passed.emit()
    assert form.stress.value() == 0


def test_a_note_of_any_letters(bench) -> None:
    desk = bench()
    card = desk.tab.note
    assert not card.save.isEnabled()
    words = "cold <b>hands</b>\n😀 اليد\x00 end"
    card.edit.setPlainText(words)
    press(card.save)
    (entry,) = desk.entries("note")
    assert entry.details == Note()
    assert entry.note == "cold <b>hands</b>\n😀 اليد end"
    assert card.edit.toPlainText() == ""
    assert card.rows()[0].text.textFormat() == Qt.TextFormat.PlainText
    press(card.rows()[0].change)
    card.edit.setPlainText("warm again")
    press(card.save)
    assert [entry.note for entry in desk.entries("note")] == ["warm again"]


def test_the_count_shows_near_the_limit_only(bench) -> None:
    desk = bench()
    card = desk.tab.note
    card.edit.setPlainText("x" * 3000)
    assert card.count.isHidden()
    card.edit.setPlainText("x" * 4000)
    assert not card.count.isHidden()
    assert card.save.isEnabled()
    card.edit.setPlainText("x" * 10_000)
    assert "shorten" in card.count.text()
    assert not card.save.isEnabled()
    assert len(card.edit.toPlainText()) == 10_000
    assert desk.entries("note") == []


class BusyJournal:
    """Stands before a journal whose diary another program holds for a while."""

    def __init__(self, journal) -> None:
        self._journal = journal
        self.busy = True

    def log(self, *args, **named):
        if self.busy:
            raise DiaryBusy("The diary is in use by another program.")
        return self._journal.log(*args, **named)


def test_a_busy_diary_saves_once_when_it_is_free(bench, qtbot) -> None:
    desk = bench()
    journal = BusyJournal(desk.desk.journal)
    desk.tab._journal = journal
    form = desk.tab.night.form
    press(form.save)
    assert not form.save.isEnabled()
    assert not form.isHidden()
    journal.busy = False
    qtbot.waitUntil(lambda: not desk.acts.has_waiting())
    assert len(desk.entries("sleep")) == 1
    assert form.isHidden()


def test_a_hidden_tab_catches_up_when_shown(bench, qtbot) -> None:
    desk = bench()
    desk.tab.hide()
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    assert desk.tab.night.rows() == ()
    desk.tab.show()
    qtbot.waitUntil(lambda: len(desk.tab.night.rows()) == 1)


@pytest.mark.parametrize("scale", SCALES)
def test_targets_are_large_enough_and_nothing_is_cut(bench, qapp, scale: float) -> None:
    desk = bench("2026-03-15 14:03", scale, 900 if scale == 1.0 else 1000)
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    press(desk.tab.night.add_nap)
    qapp.processEvents()
    page = desk.tab.page.widget()
    assert page.width() <= desk.tab.page.viewport().width()
    for control in page.findChildren(QWidget):
        if not control.isVisible() or not isinstance(control, QAbstractButton | QLineEdit):
            continue
        assert min(control.width(), control.height()) >= 44, control.accessibleName()
        assert control.width() >= control.minimumSizeHint().width(), control.accessibleName()
        right = control.mapTo(page, QPoint(control.width(), 0)).x()
        assert right <= page.width(), control.accessibleName()


def test_every_control_has_a_name_of_its_own(bench) -> None:
    desk = bench("2026-03-15 14:03")
    desk.slept("2026-03-14 23:00", "2026-03-15 07:00")
    desk.slept("2026-03-15 13:00", "2026-03-15 13:20")
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit
    controls = [c for c in desk.tab.findChildren(QWidget) if isinstance(c, kinds)]
    names = [spoken_name(control) for control in controls if control.isVisible()]
    assert all(names)
    assert len(names) == len(set(names)), sorted(n for n in names if names.count(n) > 1)
