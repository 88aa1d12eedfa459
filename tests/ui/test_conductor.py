import pytest

from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.ui import conductor as module
from steadyhands.ui.acts import Acts
from steadyhands.ui.conductor import Conductor
from steadyhands.ui.main_window import MainWindow, Page
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_desk, a_twitch, log_a_day
from tests.ui.dress import dress, shown, spoken_name


class Fickle(Tab):
    """A page that shows twitches and may fail to read them."""

    SUBJECTS = frozenset({"twitch"})

    def __init__(self, signals):
        super().__init__(signals)
        self.problem = None
        self.refreshed = 0

    def refresh(self):
        if self.problem is not None:
            raise self.problem
        self.refreshed += 1


class Room:
    """A window with one page, conducted."""

    def __init__(self, folder, qtbot):
        self.desk = a_desk(folder)
        self.signals, self.tasks = Signals(), Tasks()
        self.acts = Acts(self.signals)
        page = Page("one", "One", lambda: Fickle(self.signals))
        settings = Page("settings", "Settings", Fickle)
        self.window = MainWindow([page, settings], ClickGuard(0))
        self.window.show_page("one")
        self.conductor = Conductor(self.desk, self.window, self.signals, self.acts, self.tasks)
        self.conductor.refresh()
        shown(qtbot, self.window, 1100, 600)
        self.page = self.window.page("one")

    def toast(self):
        return self.window.toast.text() if self.window.toast.isVisible() else ""

    def action(self):
        return spoken_name(self.window.toast.button)


@pytest.fixture
def room(tmp_path, qapp, qtbot):
    dress(qapp)
    room = Room(tmp_path, qtbot)
    yield room
    room.acts.forget_waiting()
    room.window.close()
    room.desk.close()


def test_the_large_button_takes_the_place_of_the_last_twitch(room):
    now = room.desk.now()
    before = now.shifted(-5 * MINUTE_MS)
    room.acts.perform(lambda: room.desk.journal.log(a_twitch("left", "palm"), before, now))
    room.conductor.log_twitch()
    assert room.toast() == "Saved: left palm, 14:00"


def test_a_toast_for_each_thing_that_can_be_done(room):
    journal, now = room.desk.journal, room.desk.now()
    room.conductor.log_twitch()
    entry = room.desk.look.last("twitch", now)
    assert room.action() == "Undo right index finger, 14:00"
    room.acts.perform(
        lambda: journal.amend(entry.id, now, details=entry.details.replaced(felt="buzz"))
    )
    assert room.toast() == "Changed: right index finger, 14:00"
    room.acts.perform(lambda: journal.remove([entry.id], now))
    assert (room.toast(), room.action()) == (
        "Removed: right index finger, 14:00",
        "Put back right index finger, 14:00",
    )
    room.conductor.undo()
    assert room.toast() == "Back in the diary: right index finger, 14:00"
    assert room.action() == "Redo right index finger, 14:00"


def test_many_entries_are_counted_not_listed(room):
    now = room.desk.now()
    pieces = [(a_twitch(), now.shifted(-n * MINUTE_MS), None, "") for n in range(3)]
    room.acts.perform(lambda: room.desk.journal.log_all(pieces, now))
    assert (room.toast(), room.action()) == ("Saved: 3 entries", "Undo 3 entries")


def test_a_full_disk_offers_to_try_again(room):
    def act():
        raise DiaryUnusable("The disk is full.")

    room.acts.perform(act)
    assert (room.toast(), room.action()) == ("The disk is full.", "Try again")


def test_a_page_that_cannot_be_read_says_so_and_recovers(room, qtbot, monkeypatch):
    monkeypatch.setattr("steadyhands.ui.tab.AGAIN_MS", 20)
    before = room.page.refreshed
    room.page.problem = Problem("The diary cannot be read.")
    room.signals.minute_passed.emit()
    assert room.toast() == "The diary cannot be read."
    room.page.problem = DiaryBusy("busy")
    room.signals.minute_passed.emit()
    room.page.problem = None
    qtbot.waitUntil(lambda: room.page.refreshed == before + 1)


def test_a_hidden_page_is_read_when_it_is_seen_again(room):
    room.page.hide()
    before = room.page.refreshed
    room.conductor.log_twitch()
    assert room.page.refreshed == before
    room.page.show()
    assert room.page.refreshed == before + 1


def test_housework_backs_up_once_a_day(room, qtbot):
    log_a_day(room.desk.journal, room.desk.now())
    with qtbot.waitSignal(room.tasks._answered, timeout=5000):
        room.conductor.do_housework()
    assert room.desk.keeper.newest_backup() is not None


def test_a_damaged_file_is_said_at_once(room, qtbot, monkeypatch):
    monkeypatch.setattr(room.desk.keeper, "is_sound", lambda: False)
    room.conductor.do_housework()
    qtbot.waitUntil(lambda: "damaged" in room.toast())
    assert room.desk.keeper.newest_backup() is None


def test_another_day_brings_housework_again(room, qtbot, monkeypatch):
    done = []
    monkeypatch.setattr(room.conductor, "do_housework", lambda: done.append(1))
    room.conductor._kept_on = room.desk.look.day_of(room.desk.now())
    room.conductor._on_minute()
    assert done == []
    room.desk.clock.pass_minutes(24 * 60)
    room.conductor._on_minute()
    assert done == [1]


def test_a_long_log_is_moved_into_the_file(room, qtbot, monkeypatch):
    monkeypatch.setattr(module, "LARGE_WAL_BYTES", 0)
    room.conductor.log_twitch()
    with qtbot.waitSignal(room.tasks._answered, timeout=5000):
        room.conductor._on_minute()


def many(room):
    """Return how many twitches stand after thousands were written as one act."""
    now = room.desk.now()
    room.desk.journal.log_all(
        [(a_twitch(), now.shifted(-n * 1000), None, "") for n in range(1500)], now
    )
    return room.desk._diary.entries.count


def test_thousands_are_taken_back_beside_the_window_and_put_back(room, qtbot, monkeypatch):
    count = many(room)
    monkeypatch.setattr(room.desk.journal, "undo", lambda *_: pytest.fail("held the window up"))
    room.conductor.undo()
    assert room.toast() == "That was a lot: it takes a moment…"
    room.conductor.undo()  # impatient
    qtbot.waitUntil(lambda: room.toast().startswith("Removed: 1"), timeout=10_000)
    assert count() == 0
    room.conductor.redo()
    qtbot.waitUntil(lambda: room.toast().startswith("Back in the diary: 1"), timeout=10_000)
    assert count() == 1500


def test_thousands_changed_since_are_left_alone_and_it_is_said(room, qtbot):
    count = many(room)
    entry = next(iter(room.desk._diary.entries.stream()))
    act = room.desk.journal.large_undo()
    room.desk.journal.amend(entry.id, room.desk.now(), note="mine")
    room.conductor.undo(act)
    qtbot.waitUntil(lambda: "changed again since" in room.toast(), timeout=10_000)
    assert count() == 1500
