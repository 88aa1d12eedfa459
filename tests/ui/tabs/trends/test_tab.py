"""The Trends tab by clicks and keys, on real diaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from steadyhands.domain.moment import Moment, epoch_day
from steadyhands.services.trends import TrendReader
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.trends.tab import TrendsTab
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_coffee, a_desk, a_twitch, log_a_day, log_a_night
from tests.stubs import FixedClock
from tests.ui.dress import SCALES, dress, shown, spoken_name

NOW = datetime(2026, 3, 10, 21, 0)


class CountingReader(TrendReader):
    """Counts how often it is asked."""

    asked = 0

    def read(self, ask):
        self.asked += 1
        return super().read(ask)


class Bench:
    """A tab on a diary of its own."""

    def __init__(self, folder: Path, wall: datetime) -> None:
        self.clock = FixedClock(wall)
        self.desk = a_desk(folder, self.clock)
        self.signals, self.tasks = Signals(), Tasks()
        self.reader = CountingReader(self.desk.keeper.path)
        self.paths: list[str] = []
        self.tab = TrendsTab(
            look=self.desk.look,
            choices=self.desk.choices,
            reader=self.reader,
            tasks=self.tasks,
            signals=self.signals,
            clock=self.clock.now,
            guard=ClickGuard(0),
            ask=lambda _parent, name, _kinds: str(folder / name),
        )

    def log(self, details, wall: datetime) -> None:
        done = self.desk.journal.log(details, self.clock.at_local(wall), self.clock.now())
        self.signals.changed.emit(done.changes)


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(
        fill: Callable[[Bench], object] = lambda _: None,
        scale: float = 1.0,
        width: int = 1240,
        wall: datetime = NOW,
        theme: str = "light",
    ) -> Bench:
        dress(qapp, scale, theme)
        one = Bench(tmp_path, wall)
        fill(one)
        made.append(one)
        shown(qtbot, one.tab, width, 800)
        qtbot.waitUntil(one.tab.board.is_filled, timeout=20_000)
        return one

    yield make
    for one in made:
        one.tasks.finish()
        one.tab.close()
        one.desk.close()


def some_weeks(one: Bench) -> None:
    """Log three weeks, with the eighth of March missing."""
    now = one.clock.now()
    for back in range(20, -1, -1):
        if back != 2:
            log_a_day(one.desk.journal, now, NOW.replace(hour=14) - timedelta(days=back))


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def wait_for(one: Bench, qtbot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: done() and one.tab.board.is_filled(), timeout=10_000)


def test_a_skeleton_is_there_before_any_number(qtbot, qapp, tmp_path):
    dress(qapp)
    one = Bench(tmp_path, NOW)
    shown(qtbot, one.tab, 1240, 800)
    assert all(card.chart is None for card in one.tab.cards.values())
    assert not one.tab.cards["daily"].table_button.isEnabled()
    assert not one.tab.grab().isNull()
    qtbot.waitUntil(one.tab.board.is_filled, timeout=20_000)
    assert all(card.chart is not None for card in one.tab.cards.values())
    one.tasks.finish()
    one.tab.close()
    one.desk.close()


def test_every_chart_shows_the_diary(bench):
    one = bench(some_weeks)
    charts = {name: card.chart for name, card in one.tab.cards.items()}
    daily = charts["daily"].walked()
    assert daily.values[-3:] == (None, 3.0, 3.0)
    assert "3 twitches" in charts["daily"].reading(len(daily.starts) - 1)
    assert sum(map(sum, one.tab._state.hours.counts)) == 60
    assert "33\u00a0%" in charts["hand"].reading(("right", "index"))
    assert charts["year"].summary() == "2026: 60 twitches on 20 recorded days."


def test_another_range_is_read_and_shown(bench, qtbot):
    one = bench(some_weeks)
    press(one.tab.controls.ranges.chips()[0])
    wait_for(one, qtbot, lambda: one.tab._state.range == "2w")
    assert len(one.tab.board.chart("daily").walked().starts) == 14
    assert one.tab.controls.span.text() == "25 Feb to 10 Mar 2026"
    press(one.tab.controls.earlier)
    press(one.tab.controls.earlier)
    wait_for(one, qtbot, lambda: one.tab._state.can_go_later)
    assert one.tab._state.span.last < date(2026, 3, 10)


def test_buttons_zoom_all_charts_along_time_together(bench):
    one = bench(some_weeks)
    press(one.tab.controls.nearer)
    press(one.tab.controls.nearer)
    daily, pair = one.tab.board.chart("daily"), one.tab.board.chart("pair")
    assert daily.plot.seen() == pair.plot.seen()
    assert daily.plot.seen()[1] - daily.plot.seen()[0] < 42
    press(one.tab.controls.earlier)
    assert daily.plot.seen() == pair.plot.seen()


def test_a_day_opens_with_its_entries_and_goes_on_by_buttons(bench):
    one = bench(some_weeks)
    daily = one.tab.board.chart("daily")
    QTest.keyClick(daily.plot, Qt.Key.Key_End)
    QTest.keyClick(daily.plot, Qt.Key.Key_Return)
    assert one.tab.day.isVisible()
    assert "Coffee" in one.tab.day.entries.text()
    assert one.tab.day.timeline.plot._state.curve
    assert not one.tab.day.after.isEnabled()
    press(one.tab.day.before)
    press(one.tab.day.before)
    assert one.tab.day.entries.text() == "Nothing was recorded on this day."
    assert "not recorded" in spoken_name(daily.plot)
    press(one.tab.day.close_button)
    assert not one.tab.day.isVisible()


def test_a_long_step_opens_as_its_own_days(bench, qtbot):
    def two_years(one: Bench) -> None:
        now = one.clock.now()
        for back in (700, 400, 30, 1):
            one.desk.journal.log(a_twitch(), now.shifted(-back * 86_400_000), now)

    one = bench(two_years)
    press(one.tab.controls.ranges.chips()[3])
    wait_for(one, qtbot, lambda: one.tab._state.range == "all")
    assert one.tab._state.bucket == "week"
    daily = one.tab.board.chart("daily")
    QTest.keyClick(daily.plot, Qt.Key.Key_Home)
    QTest.keyClick(daily.plot, Qt.Key.Key_Return)
    wait_for(one, qtbot, lambda: one.tab._state.span.days == 7)
    assert one.tab._state.daily.is_daily


def test_any_measure_can_be_chosen_and_compared(bench, qtbot):
    one = bench(some_weeks)
    pair = one.tab.pair
    press(pair.right.button)
    chip = next(c for c in pair.right.chips.chips() if c.key == "sleep_h")
    press(chip)
    wait_for(one, qtbot, lambda: one.tab._state.right.key == "sleep_h")
    assert "7 h 30 min" in one.tab.board.chart("pair").reading(41)
    assert pair.right.chips.isHidden()
    press(pair.ways.chips()[2])
    wait_for(one, qtbot, lambda: one.tab._state.scatter.ask.lag == 1)
    assert "sleep 7 h 30 min the day before" in one.tab.board.chart("scatter").reading(3)
    assert pair.chart is one.tab.board.chart("scatter")
    press(pair.ways.chips()[0])
    wait_for(one, qtbot, lambda: pair.chart is one.tab.board.chart("pair"))


def test_what_was_said_can_be_changed(bench):
    one = bench(some_weeks)
    words = one.tab.board.chart("words")
    assert "flutter" in words.summary()
    press(one.tab.fields.chips()[2])
    assert "typing" in words.summary()
    press(one.tab.fields.chips()[1])
    assert words.plot.empty_words


def test_a_new_twitch_shows_without_losing_the_choice(bench, qtbot):
    one = bench(some_weeks)
    daily = one.tab.board.chart("daily")
    daily.choose(41)
    one.log(a_twitch(), NOW - timedelta(hours=1))
    wait_for(one, qtbot, lambda: daily.walked().values[-1] == 4)
    assert daily.chosen() == 41 and "4 twitches" in one.tab.cards["daily"].reading.text()


def test_a_hidden_tab_reads_nothing(bench, qtbot):
    one = bench(some_weeks)
    asked = one.reader.asked
    one.tab.hide()
    one.log(a_twitch(), NOW)
    one.signals.minute_passed.emit()
    assert one.reader.asked == asked
    one.tab.show()
    wait_for(one, qtbot, lambda: one.tab.board.chart("daily").walked().values[-1] == 4)


def test_minutes_pass_without_a_look(bench):
    one = bench(some_weeks)
    asked = one.reader.asked
    one.signals.minute_passed.emit()
    assert one.reader.asked == asked


def test_the_table_has_the_same_numbers_and_copies(bench, qtbot):
    one = bench(some_weeks)
    card = one.tab.cards["daily"]
    press(card.table_button)
    view = card.table_view()
    assert view.isVisible() and view.hasFocus()
    assert view.model().rowCount() == 42
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Day\tTwitches\t7-day mean"
    assert copied[-3].split("\t")[1] == "not recorded"
    press(card.table_button)
    assert not view.isVisible()


def test_pictures_are_copied_and_saved(bench, tmp_path):
    one = bench(some_weeks)
    card = one.tab.cards["week"]
    press(card.picture_button)
    buttons = {b.text(): b for b in card.findChildren(QAbstractButton) if b.isVisible()}
    press(buttons["Copy picture"])
    assert not QGuiApplication.clipboard().image().isNull()
    press(buttons["Save as PNG"])
    press(buttons["Save as SVG"])
    assert not QImage(str(tmp_path / "when-in-the-week.png")).isNull()
    assert (tmp_path / "when-in-the-week.svg").read_bytes().startswith(b"<?xml")
    assert card.reading.text().startswith("Saved at ")


def test_a_full_disk_is_told_in_the_card(bench, tmp_path):
    one = bench(some_weeks)
    card = one.tab.cards["week"]
    (tmp_path / "when-in-the-week.png").mkdir()
    press(card.picture_button)
    button = next(b for b in card.findChildren(QAbstractButton) if b.text() == "Save as PNG")
    press(button)
    assert "could not be saved" in card.reading.text()


def one_entry(one: Bench) -> None:
    one.desk.journal.log(a_twitch(), one.clock.now(), one.clock.now())


def one_day(one: Bench) -> None:
    log_a_day(one.desk.journal, one.clock.now(), NOW.replace(hour=14))


def no_twitch(one: Bench) -> None:
    log_a_night(one.desk.journal, one.clock.now(), NOW.replace(hour=7))


def long_ago(one: Bench) -> None:
    now = one.clock.now()
    one.desk.journal.log(a_twitch(), now.shifted(-400 * 86_400_000), now)


def leap_day(one: Bench) -> None:
    one.clock.set(datetime(2024, 2, 29, 21))
    log_a_day(one.desk.journal, one.clock.now(), datetime(2024, 2, 29, 14))


def fifty_years(one: Bench) -> None:
    now = one.clock.now()
    times = [Moment(now.utc_ms - n * 29 * 86_400_000, 60) for n in range(630)]
    one.desk.journal.log_all(((a_coffee(), at, None, "") for at in times), now)
    one.desk.journal.log_all(((a_twitch(), at, None, "") for at in times), now)


DIARIES = {
    "empty": (lambda _: None, "grow here as you log"),
    "one entry": (one_entry, "1 twitch in the last 7 days"),
    "one day": (one_day, "3 twitches in the last 7 days"),
    "no twitch": (no_twitch, "0 twitches in the last 7 days"),
    "long ago": (long_ago, "that is fine"),
    "leap day": (leap_day, "3 twitches in the last 7 days"),
    "fifty years": (fifty_years, "last 7 days"),
}


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", DIARIES)
def test_every_diary_has_a_kind_sentence_and_all_its_charts(bench, qtbot, name, scale):
    fill, sentence = DIARIES[name]
    one = bench(fill, scale, theme="dark" if scale == 2 else "light")
    for place in (3, 0):
        press(one.tab.controls.ranges.chips()[place])
        key = one.tab.controls.ranges.chips()[place].key
        wait_for(one, qtbot, lambda key=key: one.tab._state.range == key)
    assert sentence in one.tab.controls.sentences.text()
    for card in one.tab.cards.values():
        assert card.chart.describe() and card.chart.legend() is not None
        assert not card.chart.grab().isNull()
        card.chart.table().tsv()
    for label in one.tab.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_leap_day_is_a_day_like_others(bench):
    one = bench(leap_day)
    daily = one.tab.board.chart("daily")
    daily.choose_day(epoch_day(date(2024, 2, 29)))
    assert "Thu 29 Feb 2024: 3 twitches" in one.tab.cards["daily"].reading.text()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 900), (2.0, 1000)])
def test_narrow_windows_stack_the_cards(bench, scale, width):
    one = bench(some_weeks, scale, width)
    cards = one.tab.cards
    left = {cards[n].mapTo(one.tab, cards[n].rect().topLeft()).x() for n in ("daily", "week")}
    assert len(left) == (1 if scale == 2 else 2)
    for card in cards.values():
        assert card.x() >= 0 and card.width() <= width
