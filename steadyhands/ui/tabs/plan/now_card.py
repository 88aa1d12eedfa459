"""Where the plan stands today: the step, its small task, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.plan.steps import BASELINE, FORTNIGHTS
from steadyhands.ui import words
from steadyhands.ui.insight_words import expect_text
from steadyhands.ui.tabs.plan import wording
from steadyhands.ui.tabs.plan.done_line import DoneLine
from steadyhands.ui.tabs.plan.presenter import Present, State
from steadyhands.ui.tabs.plan.track import PlanTrack
from steadyhands.ui.tabs.plan.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

_PAGES = {
    "water": "drinks",
    "magnesium": "food",
    "balance": "food",
    "sleep": "sleep",
    "movement": "exercises",
    "meals": "food",
    "stress": "sleep",
}


class NowCard(Card):
    """One step, one task, one main button; everything else is quiet."""

    start_asked = Signal(str)  # step
    done_asked = Signal(str)
    undone_asked = Signal(str)
    pause_asked = Signal()
    resume_asked = Signal()
    extend_asked = Signal()
    finish_asked = Signal(bool)  # whether its habit stays
    stop_asked = Signal()
    page_asked = Signal(str)  # where the step is logged

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(tr("The plan"), parent=parent)
        self._step = ""
        self._track = PlanTrack()
        self._task = label("", "lead")
        self._note = label("", "muted")
        self.line = DoneLine(guard)
        self.start = GuardedButton("", "primary", guard)
        self.resume = GuardedButton(tr("Go on today"), "primary", guard)
        self.keep = GuardedButton(tr("Finish, keep the habit"), "primary", guard)
        self.finish = GuardedButton(tr("Finish this step"), "secondary", guard)
        self.extend = GuardedButton("", "secondary", guard)
        self.page = GuardedButton("", "quiet", guard)
        self.pause = GuardedButton(tr("Pause"), "quiet", guard)
        self.stop = GuardedButton("", "quiet", guard)
        self._stops_early = False
        self._build()
        self._connect()

    def _build(self) -> None:
        for part in (self._track, self._task, self.line, self._note):
            self.body.addWidget(part)
        self._buttons = (
            self.start, self.resume, self.keep, self.finish, self.extend, self.page,
            self.pause, self.stop,
        )  # fmt: skip
        flow = FlowLayout(gap=current_look().px(8))
        for button in self._buttons:
            button.spot = "plan, now"
            flow.addWidget(button)
        self.body.addLayout(flow)

    def _connect(self) -> None:
        self.line.done.connect(lambda: self.done_asked.emit(self._step))
        self.line.taken_back.connect(lambda: self.undone_asked.emit(self._step))
        self.start.pressed_once.connect(lambda: self.start_asked.emit(self._step))
        self.keep.pressed_once.connect(lambda: self.finish_asked.emit(True))
        self.finish.pressed_once.connect(lambda: self.finish_asked.emit(False))
        for button, signal in (
            (self.resume, self.resume_asked),
            (self.extend, self.extend_asked),
            (self.pause, self.pause_asked),
        ):
            button.pressed_once.connect(signal)
        self.stop.pressed_once.connect(self._on_stop)
        self.page.pressed_once.connect(lambda: self.page_asked.emit(_PAGES[self._step]))

    def _on_stop(self) -> None:
        """A step that had its fourteen days counts when it is left."""
        if self._stops_early:
            self.finish_asked.emit(False)
        else:
            self.stop_asked.emit()

    def show_state(self, state: State) -> None:
        """Show the step that is open, or the one to begin with."""
        focused = next((b for b in self._buttons if b.hasFocus()), None)
        if state.present is None:
            self._show_next(state)
        else:
            self._show_present(state, state.present)
        if focused is not None and focused.isHidden():
            self._focus_first()

    def _show(self, *buttons: GuardedButton) -> None:
        for button in self._buttons:
            button.setVisible(button in buttons)

    def _focus_first(self) -> None:
        shown = [self.line.button, self.line.back, *self._buttons]
        first = next((b for b in shown if not b.isHidden() and b.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, title: str, subtitle: str = "", task: str = "", note: str = "") -> None:
        self.set_title(title, subtitle)
        for part, text in ((self._task, task), (self._note, note)):
            part.setText(text)
            part.setVisible(bool(text))

    def _show_next(self, state: State) -> None:
        self._track.hide()
        self.line.hide()
        self._step = state.next
        if not state.next:
            done = tr(
                "Every step has had its weeks. Any of them can be started again from the list."
            )
            self._say(tr("The plan is done"), "", done)
            self._show()
            return
        row = state.row(state.next)
        length = wording.length(row.days, row.rhythm)
        if state.next == BASELINE:
            self._say(
                tr("Begin with some weeks as you are"),
                tr("The plan: a baseline, then one step at a time, two weeks or more each."),
                tr("For {0} nothing changes: log the twitches you notice, and what you drink and"
                   " how you sleep.").format(length),
                tr("It begins tomorrow, so that no day is chosen for being a bad one."),
            )  # fmt: skip
            self.start.setText(tr("Begin the baseline tomorrow"))
        else:
            name = words.plan_step_names()[state.next]
            self._say(
                tr("Next: {0}").format(name),
                length,
                wording.task(state.next, state.low_h, state.high_h),
                " ".join(
                    [
                        tr(
                            "Order and length can be changed in the list. A step begins on the"
                            " next day."
                        ),
                        *_expected(row.expect, row.days),
                    ]
                ),
            )
            self.start.setText(tr("Start tomorrow"))
        self._show(self.start)

    def _show_present(self, state: State, present: Present) -> None:
        self._step = present.step
        name = words.plan_step_names().get(present.step, present.step)
        paused = present.mood == "paused"
        self._track.show_days(present.number, present.days, present.alternates, paused)
        self._track.setVisible(present.mood != "eve")
        has_task = present.mood == "running" and present.is_on and not present.reason
        self.line.setVisible(has_task)
        self.line.show_task(name, present.done, present.recent)
        self._stops_early = present.mood == "running" and present.can_finish
        self.stop.setText(tr("Finish early") if self._stops_early else tr("Stop this step"))
        show = {
            "eve": self._show_eve,
            "running": self._show_running,
            "paused": self._show_paused,
            "over": self._show_over,
        }[present.mood]
        show(state, present, name)

    def _show_eve(self, state: State, present: Present, name: str) -> None:
        begins = wording.day(present.first, state.today)
        rhythm = FORTNIGHTS if present.alternates else ""
        self._say(
            name,
            tr("Begins tomorrow, {0}, for {1}").format(
                begins, wording.length(present.days, rhythm)
            ),
            tr("Nothing to do for it today."),
        )
        self.stop.setText(tr("Not after all"))
        self._show(self.stop)

    def _show_running(self, state: State, present: Present, name: str) -> None:
        ends = wording.day(present.ends, state.today)
        place = tr("Day {0} of {1}, until {2}").format(present.number, present.days, ends)
        buttons = [self.pause]
        if present.reason:
            self._say(name, place, wording.left_out(present.reason))
        elif not present.is_on:
            off = tr("Two weeks off: live as you did before this step. Nothing to do for it today.")
            self._say(name, place, off)
        else:
            task = wording.task(present.step, state.low_h, state.high_h)
            self._say(name, place, task, " ".join(_expected(present.expect, present.days)))
            if present.step in _PAGES:
                self.page.setText(wording.page(_PAGES[present.step]))
                buttons.append(self.page)
        if present.can_extend:
            self._name_extension(present)
            buttons.append(self.extend)
        is_last_day = present.number >= present.days  # tomorrow it is over by itself
        self._show(*buttons, *(() if is_last_day else (self.stop,)))

    def _show_paused(self, state: State, present: Present, name: str) -> None:
        since = wording.day(present.paused_since or state.today, state.today)
        self._say(
            name,
            tr("Paused since {0}, after day {1} of {2}").format(
                since, present.number, present.days
            ),
            tr("Rest, or enjoy the days away. They are not counted, and the step's end moves"
               " along."),
        )  # fmt: skip
        self._show(self.resume, self.stop)

    def _show_over(self, state: State, present: Present, name: str) -> None:
        over = tr("All {0} days are done").format(present.days)
        if present.step == BASELINE:
            note = tr("Now each step has something to be compared with.")
        else:
            note = tr("Keep its small task as a habit, or let it go; both are fine.")
        said = wording.record(present.record) if present.record is not None else ""
        self._say(name, over, said, note)
        self._name_extension(present)
        self.finish.setText(
            tr("Finish the baseline") if present.step == BASELINE else tr("Finish without it")
        )
        keeps = present.step != BASELINE and not present.reason
        shown = [self.keep] if keeps else []
        self._show(*shown, self.finish, *([self.extend] if present.can_extend else []))

    def _name_extension(self, present: Present) -> None:
        more = tr("Add four weeks, once") if present.alternates else tr("Add two weeks, once")
        self.extend.setText(more)


def _expected(expect: float | None, days: int) -> list[str]:
    """Return what a step can show, as one sentence or none."""
    return [expect_text(expect, days)] if expect is not None else []
