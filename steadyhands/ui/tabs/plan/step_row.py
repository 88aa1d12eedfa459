"""One step in the list: how it stands; opened, what it asks, why, and how it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from steadyhands.domain.plan.steps import FORTNIGHTS, STEADY, lengths_of
from steadyhands.ui import words
from steadyhands.ui.insight_words import expect_text
from steadyhands.ui.tabs.plan import wording
from steadyhands.ui.tabs.plan.known import why
from steadyhands.ui.tabs.plan.mark import StepMark
from steadyhands.ui.tabs.plan.presenter import DONE, LEFT_OUT, NEXT, NOW, Row, State
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class StepRow(QWidget):
    """A line that opens below itself."""

    start_asked = Signal()
    habit_asked = Signal()
    profile_asked = Signal()
    moved = Signal(int)  # -1 up, 1 down
    days_chosen = Signal(int)
    rhythm_chosen = Signal(str)

    def __init__(self, step: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self._guard = guard
        self._name = words.plan_step_names()[step]
        self._row: Row | None = None
        self._state: State | None = None
        self._mark = StepMark()
        self._title = label(self._name, "strong")
        self._line = label("", "muted")
        self.more = GuardedButton(tr("More"), "quiet", guard)
        self.inside: StepInside | None = None
        self._opened = False
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(current_look().px(8))
        self._outer.addLayout(self._build_line())
        self.more.pressed_once.connect(self._on_more)

    def _build_line(self) -> QHBoxLayout:
        look = current_look()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._title)
        said.addWidget(self._line)
        said.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def show_row(self, row: Row, state: State) -> None:
        """Show how the step stands."""
        self._row, self._state = row, state
        self._mark.show_standing(row.standing, row.number)
        self._line.setText(_standing(row, state))
        self._name_more()
        if self.inside is not None:
            self.inside.show_row(row, state)

    def is_open(self) -> bool:
        """Return whether what the step asks can be read."""
        return self._opened

    def _on_more(self) -> None:
        if self._row is None or self._state is None:
            return
        if self.inside is None:
            self.inside = self._made()
            self._outer.addWidget(self.inside)
        self._opened = not self._opened
        self.inside.setVisible(self._opened)
        self._name_more()
        self.inside.show_row(self._row, self._state)

    def _name_more(self) -> None:
        self.more.setText(tr("Less") if self._opened else tr("More"))
        said = tr("Less about {0}") if self._opened else tr("More about {0}")
        self.more.setAccessibleName(said.format(self._name))

    def _made(self) -> StepInside:
        inside = StepInside(self.step, self._guard)
        inside.start.pressed_once.connect(self.start_asked)
        inside.habit.pressed_once.connect(self.habit_asked)
        inside.profile.pressed_once.connect(self.profile_asked)
        inside.up.pressed_once.connect(lambda: self.moved.emit(-1))
        inside.down.pressed_once.connect(lambda: self.moved.emit(1))
        inside.lengths.chosen.connect(lambda key: self.days_chosen.emit(int(key or 0)))
        inside.rhythms.chosen.connect(lambda key: self.rhythm_chosen.emit(key or STEADY))
        return inside


class StepInside(QWidget):
    """What a step asks and why; its length, rhythm and place; a button that starts it."""

    def __init__(self, step: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._task = label("")
        self._why = label(why(step), "muted")
        self._record = label("", "muted")
        self._expect = label("", "muted")
        name = words.plan_step_names()[step]
        self.lengths = ChipRow(tr("How long"), guard=guard)
        rhythms = [(STEADY, tr("All along")), (FORTNIGHTS, tr("Two weeks on, two off, in turn"))]
        self.rhythms = ChipRow(tr("Rhythm (taking turns shows an effect sooner)"), rhythms,
                               guard=guard)  # fmt: skip
        self.start = GuardedButton(tr("Start tomorrow"), "secondary", guard)
        self.habit = GuardedButton(tr("Keep as a habit"), "secondary", guard)
        self.profile = GuardedButton(tr("About you"), "secondary", guard)
        self.up = GuardedButton(tr("Move up"), "quiet", guard)
        self.down = GuardedButton(tr("Move down"), "quiet", guard)
        for button, said in (
            (self.start, tr("Start {0} tomorrow")),
            (self.habit, tr("Keep {0} as a habit")),
            (self.up, tr("Move {0} up")),
            (self.down, tr("Move {0} down")),
        ):
            button.setAccessibleName(said.format(name))
        self._build()

    def _build(self) -> None:
        look = current_look()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.px(42), 0, 0, look.px(8))
        lines.setSpacing(look.px(8))
        parts = (self._task, self._why, self._record, self.rhythms, self.lengths, self._expect)
        for part in parts:
            lines.addWidget(part)
        flow = FlowLayout(gap=8)
        for button in (self.start, self.habit, self.profile, self.up, self.down):
            flow.addWidget(button)
        lines.addLayout(flow)

    def show_row(self, row: Row, state: State) -> None:
        """Show the step as it is wanted."""
        task = wording.task(row.step, state.low_h, state.high_h)
        self._show(self._task, task if not row.reason else "")
        self._why.setVisible(not row.reason)  # figures are for those whom they are meant for
        self._show(self._record, _record(row, state))
        is_set = row.standing != NOW and not row.reason
        self.rhythms.setVisible(is_set and row.may_alternate)
        self.rhythms.select(row.rhythm)
        texts = [(str(days), wording.weeks(days)) for days in _offered(row)]
        if [(chip.key, chip.text()) for chip in self.lengths.chips()] != texts:
            self.lengths.set_choices(texts)
        self.lengths.select(str(row.days))
        self.lengths.setVisible(is_set)
        told = expect_text(row.expect, row.days) if is_set and row.expect is not None else ""
        self._show(self._expect, told)
        again = row.standing == DONE
        self.start.setText(tr("Start again tomorrow") if again else tr("Start tomorrow"))
        self.start.setVisible(row.can_start)
        self.habit.setVisible(row.may_keep)
        self.profile.setVisible(bool(row.reason))
        self.up.setVisible(row.number > 0)
        self.down.setVisible(row.number > 0)
        self.up.setEnabled(row.may_up)
        self.down.setEnabled(row.may_down)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        chips = (*self.rhythms.chips(), *self.lengths.chips())
        return [*chips, self.start, self.habit, self.profile, self.up, self.down]

    @staticmethod
    def _show(part: QLabel, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))


def _offered(row: Row) -> list[int]:
    return sorted({*lengths_of(row.rhythm), row.days})


def _standing(row: Row, state: State) -> str:
    """Return how a step stands, in one line."""
    if row.standing == NOW and state.present is not None:
        present = state.present
        said = {
            "eve": tr("Begins tomorrow"),
            "paused": tr("Paused after day {0} of {1}"),
            "over": tr("All {1} days are done"),
        }.get(present.mood, tr("Now: day {0} of {1}"))
        return said.format(present.number, present.days)
    if row.standing == DONE and row.record is not None:
        first, last = (wording.day(d, state.today) for d in (row.record.first, row.record.last))
        return tr("Done, {0} to {1}. {2}").format(first, last, wording.record(row.record))
    if row.standing == LEFT_OUT:
        return wording.left_out(row.reason)
    length = wording.length(row.days, row.rhythm)
    return tr("Next: {0}").format(length) if row.standing == NEXT else length


def _record(row: Row, state: State) -> str:
    """Return what was logged earlier, where the line above tells of today's run."""
    if row.standing == DONE or row.record is None:
        return ""
    first, last = (wording.day(d, state.today) for d in (row.record.first, row.record.last))
    return tr("Earlier, {0} to {1}. {2}").format(first, last, wording.record(row.record))
