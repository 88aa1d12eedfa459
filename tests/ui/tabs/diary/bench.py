"""A Diary tab on a diary of its own, with what a test asks of both."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from steadyhands.domain.entries import Details, Entry
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.services.browse import DiarySearch
from steadyhands.services.desk import Desk
from steadyhands.services.journal import Done
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.diary.presenter import Filters
from steadyhands.ui.tabs.diary.row_painter import row_height
from steadyhands.ui.tabs.diary.tab import DiaryTab
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_keeper

SPRING = datetime(2026, 3, 29, 2)  # the clocks go from 02:00 to 03:00
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def at_local(wall: datetime) -> Moment:
    """Stand in for a zone an hour ahead of UTC, two from 29 March 2026 on."""
    if SPRING <= wall < SPRING + timedelta(hours=1):
        raise Problem("{time} did not exist on that day.", time=f"{wall:%H:%M}")
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
    """A tab, its diary, and hands."""

    def __init__(self, folder: Path, now: str, guard_ms: int = 0) -> None:
        self.clock = StoodClock(now)
        self.desk = Desk(a_keeper(folder), self.clock)
        self.signals = Signals()
        self.acts = Acts(self.signals)
        self.tasks = Tasks()
        self.refusals: list[str] = []
        self.troubles: list[str] = []
        self.done: list[Done] = []
        self.acts.refused.connect(lambda text, _: self.refusals.append(text))
        self.acts.done.connect(self.done.append)
        self.signals.trouble.connect(lambda problem: self.troubles.append(str(problem)))
        self.tab = DiaryTab(
            look=self.desk.look,
            journal=self.desk.journal,
            choices=self.desk.choices,
            pages=self.desk.pages,
            search=DiarySearch(self.desk.keeper.path),
            presets=self.desk.drinks.presets,
            tasks=self.tasks,
            acts=self.acts,
            signals=self.signals,
            clock=self.clock.now,
            at_local=at_local,
            guard=ClickGuard(guard_ms),
        )

    def close(self) -> None:
        self.tasks.finish()
        self.desk.close()

    # -- the diary -------------------------------------------------------------------------

    def log(self, details: Details, when: str, note: str = "", until: str | None = None) -> Entry:
        """Log as something else in the window would."""
        end = at(until) if until else None
        done = self.desk.journal.log(details, at(when), self.clock.now(), end, note)
        self.signals.changed.emit(done.changes)
        return done.entry

    def now_as(self, entry: Entry) -> Entry | None:
        """Return an entry as it stands, None if it was removed."""
        found = self.desk._diary.entries.current(entry.id).entry
        return None if found.deleted else found

    def undo(self) -> None:
        now = self.clock.now()
        self.acts.perform(lambda: self.desk.journal.undo(now))

    # -- the list --------------------------------------------------------------------------

    @property
    def list(self):
        return self.tab.list

    def lines(self) -> list[str]:
        """Return all rows in words."""
        model = self.tab.model
        return [model.data(model.index(row)) for row in range(model.rowCount())]

    def row(self, entry: Entry) -> int:
        model = self.tab.model
        rows = range(model.rowCount())
        return next(r for r in rows if (e := model.entry(r)) is not None and e.id == entry.id)

    def press_row(self, row: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        place = QPoint(120, row * row_height() - self.list.verticalScrollBar().value() + 9)
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, modifiers, place)

    def key(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.list, key, modifiers)

    def chosen(self) -> set[str]:
        return {entry.id for entry in self.list.chosen(10**6)}

    def look_for(self, qtbot, **filters: object) -> list[str]:
        """Set filters, wait for all that is found, and return the entries in words."""
        self.tab.show_only(Filters(**filters))
        qtbot.waitUntil(self.tab.is_settled)
        model = self.tab.model
        return [line for row, line in enumerate(self.lines()) if not model.is_heading(row)]

    def edit(self, entry: Entry):
        """Open the form of an entry by the keyboard and return it."""
        self.list.show_row(self.row(entry))
        self.key(Qt.Key.Key_Return)
        return self.tab._panel


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def retype(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)


def field(panel, name: str):
    """Return a question of the open form."""
    return next(one for one in panel.entry_body.fields if one.name == name)
