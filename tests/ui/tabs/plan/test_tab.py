"""The Plan tab by presses, on a real diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from steadyhands.domain.entries import Note
from steadyhands.domain.plan.steps import STEP_KEYS
from steadyhands.domain.profile import Profile
from steadyhands.services.journal import Done
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.plan import known, wording
from steadyhands.ui.tabs.plan.tab import PlanTab
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage
from tests.factory import a_desk
from tests.stubs import FixedClock
from tests.ui.dress import SCALES, dress, shown, spoken_name

DAY_MIN = 24 * 60


class Bench:
    """A tab on a diary of its own, with what a test asks of both."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock()
        self.desk = a_desk(folder, self.clock)
        self.signals = Signals()
        self.acts = Acts(self.signals)
        self.refusals: list[str] = []
        self.done: list[Done] = []
        self.asked: list[str] = []
        self.acts.refused.connect(lambda text, _: self.refusals.append(text))
        self.acts.done.connect(self.done.append)
        self.signals.page_asked.connect(lambda page, _: self.asked.append(page))
        self.tab = PlanTab(
            journal=self.desk.journal,
            plan=self.desk.plan,
            acts=self.acts,
            signals=self.signals,
            clock=self.clock.now,
            guard=ClickGuard(0),
        )

    def waits(self, days: int) -> None:
        self.clock.pass_minutes(days * DAY_MIN)
        self.signals.minute_passed.emit()

    def does(self, act: str, *more: object, **named: object) -> None:
        now = self.clock.now()
        mark = getattr(self.desk.plan, act)(*more, now=now, **named)
        self.signals.changed.emit(self.desk.journal.log(mark, now, now).changes)

    def has_baseline(self) -> None:
        self.does("start", "baseline", days=14)
        self.waits(14)
        self.does("finish")

    def has_profile(self, **said: object) -> None:
        self.signals.changed.emit(self.desk.profile.keep(Profile(**said)))

    def reads(self) -> str:
        labels = self.tab.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def state(self):
        return self.desk.plan.state(self.clock.now())


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(scale: float = 1.0, width: int = 1240) -> Bench:
        dress(qapp, scale)
        one = Bench(tmp_path)
        made.append(one)
        shown(qtbot, one.tab, width, 820)
        return one

    yield make
    for one in made:
        one.desk.close()


def press(widget: QWidget) -> None:
    QApplication.processEvents()  # what was just made is laid out
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_from_the_invitation_to_a_habit(bench):
    desk = bench()
    assert "Begin with some weeks as you are" in desk.reads()
    press(desk.tab.now.start)
    assert "Begins tomorrow, 11 March, for 4 weeks" in desk.reads()
    desk.waits(1)
    assert "Day 1 of 28, until 7 April" in desk.reads()
    press(desk.tab.now.line.button)
    assert "✓ Done today" in desk.reads()
    desk.waits(28)
    assert "All 28 days are done" in desk.reads()
    press(desk.tab.now.finish)
    assert "Next: Water and late caffeine" in desk.reads()
    press(desk.tab.now.start)
    desk.waits(29)
    press(desk.tab.now.keep)
    assert desk.state.habits == ("water",)
    assert "Habits that stay" in desk.reads()
    press(desk.tab.habits.lines["water"].line.button)
    assert desk.state.is_done("water")
    press(desk.tab.habits.lines["water"].drop)
    assert not desk.tab.habits.isVisible()
    assert desk.refusals == []


def test_done_can_be_taken_back(bench):
    desk = bench()
    desk.does("start", "baseline")
    desk.waits(1)
    line = desk.tab.now.line
    line.button.setFocus()
    press(line.button)
    assert line.back.hasFocus()
    press(line.back)
    assert line.button.isVisible() and not line.back.isVisible()
    assert not desk.state.is_done("baseline")


def test_undo_of_the_mark_shows_the_button_again(bench):
    desk = bench()
    desk.does("start", "baseline")
    desk.waits(1)
    press(desk.tab.now.line.button)
    now, act = desk.clock.now(), desk.done[-1].act
    desk.acts.perform(lambda: desk.desk.journal.undo(now, act))
    assert desk.tab.now.line.button.isVisible()


def test_pause_go_on_extend_and_finish_early(bench):
    desk = bench()
    desk.has_baseline()
    desk.does("start", "sleep", days=14)
    desk.waits(3)
    press(desk.tab.now.pause)
    desk.waits(5)
    assert "Paused since 27 March, after day 2 of 14" in desk.reads()
    assert not desk.tab.now.line.isVisible()
    press(desk.tab.now.resume)
    desk.waits(6)
    press(desk.tab.now.extend)
    assert desk.state.current.days == 28
    assert not desk.tab.now.extend.isVisible()
    desk.waits(8)
    assert desk.tab.now.stop.text() == "Finish early"
    press(desk.tab.now.stop)
    assert desk.state.finished("sleep") is not None


def test_a_step_under_two_weeks_is_stopped(bench):
    desk = bench()
    desk.has_baseline()
    desk.does("start", "sleep")
    assert desk.tab.now.stop.text() == "Not after all"
    desk.waits(3)
    press(desk.tab.now.stop)
    assert (desk.state.status, desk.state.finished("sleep")) == ("none", None)


def test_a_fortnight_off_asks_for_nothing(bench):
    desk = bench()
    desk.has_baseline()
    desk.does("start", "water", rhythm="fortnights")
    desk.waits(15)
    assert "Two weeks off" in desk.reads()
    assert not desk.tab.now.line.isVisible()


def test_order_length_and_rhythm_by_buttons(bench):
    desk = bench()
    row = desk.tab.steps.rows["water"]
    press(row.more)
    assert row.more.text() == "Less"
    press(row.inside.rhythms.chips()[1])
    assert [chip.text() for chip in row.inside.lengths.chips()] == [
        "4 weeks",
        "8 weeks",
        "16 weeks",
    ]
    press(row.inside.lengths.chips()[2])
    press(row.inside.down)
    wishes = desk.desk.plan.wishes()
    assert (wishes.order[:2], wishes.days("water")) == (("magnesium", "water"), 112)
    assert desk.tab.steps.body.indexOf(row) == 2
    press(row.more)
    assert not row.inside.isVisible()
    press(row.more)
    assert row.inside.isVisible()


def test_the_keyboard_follows_a_new_order(bench):
    desk = bench()
    rows = desk.tab.steps.rows
    press(rows["water"].more)
    press(rows["water"].inside.down)
    rows["magnesium"].more.setFocus()
    QTest.keyClick(rows["magnesium"].more, Qt.Key.Key_Tab)
    assert rows["water"].more.hasFocus()


def test_a_chip_pressed_again_does_not_shorten_a_step_to_nothing(bench):
    desk = bench()
    row = desk.tab.steps.rows["sleep"]
    press(row.more)
    press(row.inside.lengths.chips()[2])
    assert desk.desk.plan.wishes().days("sleep") == 28
    assert row.inside.lengths.chips()[2].isChecked()


def test_a_later_step_may_be_started_from_the_list(bench):
    desk = bench()
    desk.has_baseline()
    row = desk.tab.steps.rows["movement"]
    press(row.more)
    press(row.inside.start)
    assert desk.state.current.step == "movement"
    desk.waits(1)
    press(desk.tab.now.page)
    assert desk.asked == ["exercises"]


def test_kidney_disease_shows_no_figure_of_magnesium(bench):
    desk = bench()
    desk.has_baseline()
    desk.has_profile(conditions=("kidney",))
    for row in desk.tab.steps.rows.values():
        press(row.more)
    said = desk.reads()
    assert said.count("as your profile names kidney disease. Please ask your clinician") == 3
    assert "350 mg" not in said and "3,500" not in said and "nuts" not in said
    press(desk.tab.steps.rows["magnesium"].inside.profile)
    assert desk.asked == ["profile"]


def test_a_profile_given_later_stops_the_task(bench):
    desk = bench()
    desk.has_baseline()
    desk.does("start", "magnesium")
    desk.waits(2)
    assert "350 mg" in desk.reads()
    desk.has_profile(conditions=("kidney",))
    assert not desk.tab.now.line.isVisible()
    assert "350 mg" not in desk.reads()
    assert "Please ask your clinician" in desk.reads()


def test_a_habit_the_profile_refuses_has_no_button(bench):
    desk = bench()
    desk.has_baseline()
    desk.does("start", "water", days=14)
    desk.waits(14)
    desk.does("finish", keep=True)
    desk.has_profile(conditions=("heart",))
    line = desk.tab.habits.lines["water"]
    assert not line.line.button.isVisible()
    assert line.drop.isVisible()


def test_the_columns_are_about_as_long_as_each_other(bench):
    one = bench()
    one.has_baseline()
    tab = one.tab
    assert tab.check.mapTo(tab, QPoint()).x() > tab.now.geometry().right()
    left, right = (part.mapTo(tab, part.rect().bottomLeft()).y() for part in (tab.about, tab.check))
    assert abs(left - right) < 250


def test_the_self_check_keeps_nothing_unasked(bench):
    desk = bench()
    check = desk.tab.check
    press(check.open)
    assert check.eaten.chips()[0].hasFocus()
    press(check.eaten.chips()[0])
    press(check.felt.chips()[3])
    press(check.show_button)
    said = desk.reads()
    assert "For the next 14 days, log" in said
    assert "It cannot show what your body lacks; only a clinician's test can." in said
    assert "Water and late caffeine." in said
    assert desk.done == []
    press(check.note)
    (entry,) = desk.done[-1].entries
    assert isinstance(entry.details, Note)
    assert entry.note.startswith("Self-check: Leafy greens, Caffeine after mid-afternoon.")
    press(check.again)
    assert not check.eaten.chips()[0].isChecked()
    press(check.close_button)
    assert check.open.isVisible()


@pytest.mark.parametrize("scale", SCALES)
def test_everything_fits_and_has_a_name(bench, scale):
    desk = bench(scale, 1000)
    desk.has_baseline()
    desk.does("start", "water", rhythm="fortnights")
    desk.waits(2)
    for row in desk.tab.steps.rows.values():
        press(row.more)
    press(desk.tab.check.open)
    page = desk.tab.findChild(ScrollPage)
    target = current_look().target
    for button in page.widget().findChildren(QAbstractButton):
        if button.isVisible():
            right = button.mapTo(page.widget(), button.rect().bottomRight()).x()
            assert right <= page.widget().width(), button.text()
            assert button.height() >= target and spoken_name(button)


def test_every_step_has_its_words():
    for step in ("baseline", *STEP_KEYS):
        assert wording.task(step) and known.why(step)
        assert "deficien" not in (wording.task(step) + known.why(step)).lower()


@pytest.mark.parametrize("number", [0, 1, 14, 15, 56])
def test_the_track_paints_and_says_its_day(bench, number):
    desk = bench()
    track = desk.tab.now._track
    track.show_days(number, 56, True, False)
    assert track.blocks() == [(0, 14), (14, 28), (28, 42), (42, 56)]
    assert spoken_name(track) == f"Day {number} of 56"
    desk.tab.now._track.show_days(number, 365, False, True)
    assert len(track.blocks()) <= 27
    assert not track.grab().isNull()
