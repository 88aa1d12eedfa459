"""The Food tab on a diary of its own, with what a test asks of both."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from steadyhands.domain.entries import Details, Entry
from steadyhands.domain.moment import HOUR_MS
from steadyhands.services.journal import Done
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.food.choice_row import ChoiceRow
from steadyhands.ui.tabs.food.tab import FoodTab
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_desk
from tests.stubs import FixedClock

NOON = datetime(2026, 3, 10, 12, 40)


class Bench:
    def __init__(self, folder: Path, wall: datetime = NOON) -> None:
        self.clock = FixedClock(wall)
        self.desk = a_desk(folder, self.clock)
        self.signals = Signals()
        self.acts = Acts(self.signals)
        self.refusals: list[str] = []
        self.done: list[Done] = []
        self.acts.refused.connect(lambda text, _: self.refusals.append(text))
        self.acts.done.connect(self.done.append)
        desk = self.desk
        self.tab = FoodTab(
            look=desk.look,
            journal=desk.journal,
            choices=desk.choices,
            foods=desk.foods,
            supplements=desk.supplements,
            profile=desk.profile,
            acts=self.acts,
            signals=self.signals,
            clock=self.clock.now,
            at_local=self.clock.at_local,
            guard=ClickGuard(0),
        )

    def entries(self, kind: str = "food") -> list[Entry]:
        return self.desk.look.day(self.clock.now()).of_kind(kind)

    def log(self, details: Details, hours_ago: float = 0) -> Entry:
        """Log as another window would."""
        now = self.clock.now()
        done = self.desk.journal.log(details, now.shifted(-round(hours_ago * HOUR_MS)), now)
        self.signals.changed.emit(done.changes)
        return done.entry

    def eat(self, food_id: str, meal: str = "lunch", hours_ago: float = 0) -> Entry:
        food = self.desk.foods.food(food_id)
        first = food.choices[0]
        return self.log(food.eaten(meal, first.grams, first.name), hours_ago)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.tab.search.edit, text)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.tab.search.edit, key)

    def undo(self) -> None:
        act = self.done[-1].act
        self.acts.perform(lambda: self.desk.journal.undo(self.clock.now(), act))

    def row(self, name: str) -> ChoiceRow:
        rows = self.tab.search.rows()
        return next(row for row in rows if row.button.lines()[0] == name)


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def retype(edit: QLineEdit, text: str, enter: bool = True) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    if enter:
        QTest.keyClick(edit, Qt.Key.Key_Return)
