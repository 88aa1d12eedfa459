"""The Drinks tab by clicks and keys, on a real diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from steadyhands.domain import caffeine
from steadyhands.domain.entries import Drink, Entry
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.services.journal import Done
from steadyhands.ui import words
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.drinks.presenter import GLASS
from steadyhands.ui.tabs.drinks.tab import DrinksTab
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage
from tests.factory import a_beer, a_coffee, a_desk, a_twitch, a_water, log_a_night
from tests.stubs import FixedClock
from tests.ui.dress import SCALES, dress, shown, spoken_name

AFTERNOON = datetime(2026, 3, 10, 15, 0)


class Bench:
    """A tab on a diary of its own, with what a test asks of both."""

    def __init__(self, folder: Path, wall: datetime, units: str) -> None:
        self.clock = FixedClock(wall)
        self.desk = a_desk(folder, self.clock)
        self.desk.choices.change(units=units)
        self.signals = Signals()
        self.acts = Acts(self.signals)
        self.refusals: list[str] = []
        self.done: list[Done] = []
        self.acts.refused.connect(lambda text, _: self.refusals.append(text))
        self.acts.done.connect(self.done.append)
        self.tab = DrinksTab(
            profile=self.desk.profile,
            look=self.desk.look,
            journal=self.desk.journal,
            choices=self.desk.choices,
            drinks=self.desk.drinks,
            acts=self.acts,
            signals=self.signals,
            clock=self.clock.now,
            at_local=self.clock.at_local,
            guard=ClickGuard(0),
        )

    def drinks(self) -> list[Entry]:
        return self.desk.look.day(self.clock.now()).of_kind("drink")

    def drunk(self, details: Drink, minutes_ago: int = 0) -> Entry:
        now = self.clock.now()
        done = self.desk.journal.log(details, now.shifted(-minutes_ago * MINUTE_MS), now)
        self.signals.changed.emit(done.changes)
        return done.entry

    def undo(self) -> None:
        act = self.done[-1].act
        self.acts.perform(lambda: self.desk.journal.undo(self.clock.now(), act))


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(
        scale: float = 1.0, width: int = 1240, units: str = "metric", wall: datetime = AFTERNOON
    ) -> Bench:
        dress(qapp, scale)
        one = Bench(tmp_path, wall, units)
        made.append(one)
        shown(qtbot, one.tab, width, 820)
        return one

    yield make
    for one in made:
        one.desk.close()


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def retype(edit: QLineEdit, text: str, enter: bool = True) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    if enter:
        QTest.keyClick(edit, Qt.Key.Key_Return)


def test_one_press_logs_a_glass_of_the_persons_own_size(bench):
    one = bench()
    one.acts.perform(lambda: one.desk.choices.change(glass_ml=330))
    press(one.tab.add.tile(GLASS))
    (entry,) = one.drinks()
    assert (entry.details.preset, entry.details.ml) == ("water", 330)
    assert entry.at == one.clock.now()
    assert one.tab.goal.figure() == "330 ml"


def test_one_press_counts_water_and_caffeine_together(bench):
    one = bench()
    tile = one.tab.add.tile("coffee")
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tile, Qt.Key.Key_Return)
    (entry,) = one.drinks()
    assert entry.details == one.desk.drinks.preset("coffee").serving()
    assert entry.details.water_ml > 200 and entry.details.caffeine_mg > 90
    assert words.mg_text(round(entry.details.caffeine_mg)) in spoken_name(one.tab.caffeine.today)
    assert one.tab.just.isVisible()
    assert one.tab.day.shown_ids() == [entry.id]


def test_the_size_just_added_is_amended_by_chip_and_by_typing(bench):
    one = bench()
    press(one.tab.add.tile("coffee"))
    before = one.drinks()[0].details
    press(one.tab.just.sizes.chips()[2])
    (entry,) = one.drinks()
    assert entry.details.ml == 350
    assert entry.details.caffeine_mg == pytest.approx(
        before.caffeine_mg * 350 / before.ml, abs=0.01
    )
    retype(one.tab.just.amount.edit, "a bucket")
    assert "a bucket" in one.tab.just.amount.problem()
    assert one.tab.just.amount.text() == "a bucket"
    retype(one.tab.just.amount.edit, "0,3 l", enter=False)
    press(one.tab.just.set_button)
    assert one.drinks()[0].details.ml == 300
    assert one.tab.just.amount.text() == ""


def test_the_time_just_added_counts_back_from_the_press(bench):
    one = bench()
    press(one.tab.add.tile(GLASS))
    pressed = one.clock.now()
    one.clock.set(datetime(2026, 3, 10, 15, 2))
    press(one.tab.just.times.chips()[2])
    assert one.drinks()[0].at == pressed.shifted(-30 * MINUTE_MS)
    press(one.tab.just.times.chips()[0])
    assert one.drinks()[0].at == pressed


def test_an_undone_drink_leaves_no_chips_behind(bench):
    one = bench()
    press(one.tab.add.tile("coffee"))
    one.undo()
    assert one.drinks() == []
    assert one.tab.just.isHidden()
    assert one.tab.goal.figure() == "0 ml"


def test_a_drink_is_removed_and_comes_back_by_undo(bench):
    one = bench()
    gone = one.drunk(a_coffee(), 60)
    kept = one.drunk(a_water(), 30)
    one.tab.day.row(gone.id).remove.setFocus()
    press(one.tab.day.row(gone.id).remove)
    assert [e.id for e in one.drinks()] == [kept.id]
    assert one.tab.day.row(kept.id).remove.hasFocus()
    one.undo()
    assert {e.id for e in one.drinks()} == {gone.id, kept.id}


def test_amount_and_time_are_changed_in_place(bench):
    one = bench()
    entry = one.drunk(a_coffee(240, 96), 60)
    row = one.tab.day.row(entry.id)
    press(row.change)
    assert row.editor.amount.text() == "240 ml"
    retype(row.editor.amount.edit, "120", enter=False)
    retype(row.editor.time.edit, "9:15", enter=False)
    press(row.editor.save)
    (changed,) = one.drinks()
    assert (changed.details.ml, changed.details.caffeine_mg) == (120, 48)
    assert changed.at.local() == datetime(2026, 3, 10, 9, 15)
    assert row.editor is None


def test_an_untouched_time_keeps_its_seconds(bench):
    one = bench(wall=datetime(2026, 3, 10, 15, 0, 42))
    entry = one.drunk(a_water())
    row = one.tab.day.row(entry.id)
    press(row.change)
    retype(row.editor.amount.edit, "300")
    assert one.drinks()[0].at == entry.at
    assert one.drinks()[0].details.ml == 300


@pytest.mark.parametrize(
    ("amount", "clock"), [("lots", "9:15"), ("120", "tea time"), ("-1", "25:00")]
)
def test_what_cannot_be_read_stays_with_a_sentence(bench, amount, clock):
    one = bench()
    entry = one.drunk(a_coffee())
    row = one.tab.day.row(entry.id)
    press(row.change)
    retype(row.editor.amount.edit, amount, enter=False)
    retype(row.editor.time.edit, clock, enter=False)
    press(row.editor.save)
    assert row.editor.amount.problem() or row.editor.time.problem()
    assert (row.editor.amount.text(), row.editor.time.text()) == (amount, clock)
    assert one.drinks() == [entry]
    QTest.keyClick(row.editor.amount.edit, Qt.Key.Key_Escape)
    assert row.editor is None and row.change.hasFocus()


def test_a_time_ahead_is_refused_in_a_sentence(bench):
    one = bench()
    entry = one.drunk(a_coffee())
    row = one.tab.day.row(entry.id)
    press(row.change)
    retype(row.editor.time.edit, "23:00")
    assert "lies ahead" in one.refusals[-1]
    assert row.editor.time.text() == "23:00"
    assert one.drinks() == [entry]


def test_a_minute_passing_leaves_what_is_typed_alone(bench):
    one = bench()
    row = one.tab.day.row(one.drunk(a_coffee()).id)
    press(row.change)
    retype(row.editor.amount.edit, "12", enter=False)
    retype(one.tab.goal.goal.edit, "17", enter=False)
    one.signals.minute_passed.emit()
    assert row.editor.amount.text() == "12"
    assert one.tab.goal.goal.text() == "17"


def test_the_goal_moves_by_buttons_and_by_typing(bench):
    one = bench()
    press(one.tab.goal.more)
    assert one.desk.choices.read().water_goal_ml == 2250
    press(one.tab.goal.less)
    press(one.tab.goal.less)
    assert one.desk.choices.read().water_goal_ml == 1750
    retype(one.tab.goal.goal.edit, "2.5 l")
    assert one.desk.choices.read().water_goal_ml == 2500
    assert one.tab.goal.goal.text() == "2.5 L" or one.tab.goal.goal.text() == "2.50 L"
    retype(one.tab.goal.goal.edit, "20 ml")
    assert one.tab.goal.goal.problem()
    assert one.desk.choices.read().water_goal_ml == 2500


def test_how_the_day_stands_is_said_calmly(bench):
    one = bench()
    log_a_night(one.desk.journal, one.clock.now(), datetime(2026, 3, 10, 7))
    for hour in (8, 9, 11):
        one.drunk(a_water(250), (15 - hour) * 60)
    assert one.tab.goal.sentence() == "300 ml under the pace; a glass would do."
    one.drunk(a_water(300), 5)
    assert one.tab.goal.sentence() == "On pace."
    one.drunk(a_water(1000), 1)
    assert "a pause is fine" in one.tab.goal.sentence()


def test_caffeine_figures_are_the_domains(bench):
    one = bench()
    one.drunk(a_coffee(), 180)
    now = one.clock.now()
    doses = one.desk.look.doses(now)
    here = round(caffeine.remaining(doses, now.utc_ms))
    later = caffeine.band(doses, now.utc_ms + 8 * 3_600_000)
    assert f"about {here} mg" in spoken_name(one.tab.caffeine.now)
    at_bed = spoken_name(one.tab.caffeine.at_bed)
    assert f"about {round(later.mid)} mg" in at_bed
    assert f"{round(later.low)}–{round(later.high)}" in at_bed


def test_bedtime_moves_by_half_hours_and_the_last_coffee_with_it(bench):
    one = bench(wall=datetime(2026, 3, 10, 9, 0))
    first = one.tab.caffeine.sentence()
    assert first.startswith("Another 95 mg coffee: best before ")
    press(one.tab.caffeine.later)
    assert one.desk.choices.read().bedtime_min == 23 * 60 + 30
    assert one.tab.caffeine.sentence() != first
    press(one.tab.caffeine.earlier)
    assert one.tab.caffeine.sentence() == first


def test_alcohol_shows_only_when_there_is_some(bench):
    one = bench()
    assert one.tab.alcohol.isHidden()
    one.drunk(a_beer())
    assert one.tab.alcohol.isVisible()
    assert "13 g" in spoken_name(one.tab.alcohol.today)
    assert "1.3 standard drinks of 10 g" in spoken_name(one.tab.alcohol.today)


def test_more_drinks_show_every_group(bench):
    one = bench()
    press(one.tab.add.more)
    press(one.tab.add.tile("coconut-water"))
    assert one.drinks()[0].details.preset == "coconut-water"
    press(one.tab.add.more)
    assert one.tab.add.all.isHidden()


def test_a_drink_of_ones_own_is_added_pressed_changed_removed_and_put_back(bench):
    one = bench()
    own = one.tab.own
    press(one.tab.add.own)
    QTest.keyClicks(own.name.edit, "Yerba mate")
    QTest.keyClicks(own.amount.edit, "300")
    QTest.keyClicks(own.caffeine.edit, "85")
    press(own.kind.chips()[2])
    press(own.save)
    (preset,) = [p for p in one.desk.drinks.presets() if p.name == "Yerba mate"]
    assert one.desk.drinks.is_own(preset.id)
    assert preset.group == "tea"
    assert own.name.text() == ""
    press(one.tab.add.tile(preset.id))
    assert one.drinks()[0].details.caffeine_mg == pytest.approx(85, abs=0.01)
    change, _ = own.line_buttons(preset.id)
    press(change)
    assert (own.name.text(), own.caffeine.text()) == ("Yerba mate", "85")
    retype(own.caffeine.edit, "40")
    assert one.desk.drinks.preset(preset.id).serving().caffeine_mg == pytest.approx(40, abs=0.01)
    press(own.line_buttons(preset.id)[1])
    assert not one.desk.drinks.is_own(preset.id)
    assert one.drinks()[0].details.name == "Yerba mate"  # what was drunk stays drunk
    press(own.put_back)
    assert one.desk.drinks.is_own(preset.id)


def test_an_own_drink_that_cannot_be_keeps_its_text(bench):
    one = bench()
    own = one.tab.own
    press(one.tab.add.own)
    QTest.keyClicks(own.name.edit, "x" * 81)
    QTest.keyClicks(own.amount.edit, "a bucket")
    QTest.keyClicks(own.percent.edit, "strong")
    press(own.save)
    assert own.name.problem() == "A drink needs a name of 1 to 80 letters."
    assert "a bucket" in own.amount.problem() and "strong" in own.percent.problem()
    assert (own.amount.text(), own.percent.text()) == ("a bucket", "strong")
    assert own.name.edit.hasFocus()
    assert all(p.ndb_no for p in one.desk.drinks.presets())


def test_us_units_everywhere(bench):
    one = bench(units="us")
    assert "fl oz" in spoken_name(one.tab.add.tile("coffee"))
    press(one.tab.add.tile("coffee"))
    retype(one.tab.just.amount.edit, "12")
    assert one.drinks()[0].details.ml == pytest.approx(354.9, abs=0.1)
    press(one.tab.goal.more)
    assert one.desk.choices.read().water_goal_ml == 2237
    assert "fl oz" in one.tab.goal.figure()


def test_a_long_day_shows_its_newest_drinks_first(bench):
    one = bench()
    for i in range(30):
        one.drunk(a_water(), 30 - i)
    assert len(one.tab.day.shown_ids()) == 8
    assert one.tab.day.shown_ids()[0] == one.drinks()[-1].id
    press(one.tab.day.all)
    assert len(one.tab.day.shown_ids()) == 30


def test_twitches_do_not_disturb_the_tab(bench):
    one = bench()
    seen = []
    one.tab.refresh = lambda: seen.append(1)
    now = one.clock.now()
    one.signals.changed.emit(one.desk.journal.log(a_twitch(), now, now).changes)
    assert not seen


@pytest.mark.parametrize("scale", SCALES)
def test_everything_is_large_named_and_inside_the_page(bench, scale, qtbot):
    one = bench(scale=scale, width=900 if scale == 1 else 1000)
    press(one.tab.add.tile("coffee"))
    press(one.tab.add.more)
    press(one.tab.add.own)
    press(one.tab.day.row(one.drinks()[0].id).change)
    page = one.tab.findChild(ScrollPage)
    qtbot.wait(20)
    wide = page.viewport().width()
    controls = [w for w in one.tab.findChildren(QAbstractButton) if w.isVisible()]
    controls += [w for w in one.tab.findChildren(QLineEdit) if w.isVisible()]
    assert len(controls) > 50
    for control in controls:
        assert spoken_name(control)
        least = current_look().target
        assert control.height() >= least, spoken_name(control)
        assert control.width() >= least, spoken_name(control)
        left = control.mapTo(page.widget(), control.rect().topLeft()).x()
        assert left >= 0 and left + control.width() <= wide, spoken_name(control)


def test_every_control_is_reached_by_the_tab_key(bench):
    one = bench()
    one.tab.add.favourites.tiles()[0].setFocus()
    reached = set()
    for _ in range(60):
        QTest.keyClick(one.tab.window().focusWidget(), Qt.Key.Key_Tab)
        reached.add(one.tab.window().focusWidget())
    wanted = {*one.tab.add.favourites.tiles(), one.tab.add.more, one.tab.goal.less}
    assert wanted | {one.tab.goal.goal.edit, one.tab.caffeine.later} <= reached


def test_a_time_in_words_of_the_clock_is_understood(bench):
    one = bench()
    entry = one.drunk(a_coffee(), 60)
    row = one.tab.day.row(entry.id)
    press(row.change)
    retype(row.editor.time.edit, "1:30 pm")
    assert one.drinks()[0].at.local().time() == time(13, 30)


def test_favourites_are_counted_once_a_day_and_after_an_import(bench):
    one = bench()
    latte = one.desk.drinks.preset("latte").serving()
    before = [tile.tile for tile in one.tab.add.favourites.tiles()]
    for i in range(5):
        one.drunk(latte, i)
    assert [tile.tile for tile in one.tab.add.favourites.tiles()] == before
    now = one.clock.now()
    pieces = [(latte, now.shifted(-days * 86_400_000), None, "") for days in (1, 2)]
    one.signals.changed.emit(one.desk.journal.log_all(pieces, now).changes)
    assert "latte" in [tile.tile.preset_id for tile in one.tab.add.favourites.tiles()]
