"""Plan: a baseline, then one step at a time, with one small task a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.domain.allowed import sleep_band
from steadyhands.domain.entries import Note, PlanMark
from steadyhands.domain.moment import Moment
from steadyhands.services.journal import Done, Journal
from steadyhands.services.plan import PlanBook
from steadyhands.ui.acts import Acts
from steadyhands.ui.insight_feed import InsightFeed
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.plan.about_card import AboutCard
from steadyhands.ui.tabs.plan.habits_card import HabitsCard
from steadyhands.ui.tabs.plan.now_card import NowCard
from steadyhands.ui.tabs.plan.outlook import asks_for_insight, outlook_of, verdicts_of
from steadyhands.ui.tabs.plan.presenter import State, build_state
from steadyhands.ui.tabs.plan.self_check_card import SelfCheckCard
from steadyhands.ui.tabs.plan.steps_card import StepsCard
from steadyhands.ui.tabs.plan.suggest_card import SuggestCard
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns, column
from steadyhands.ui.widgets.scroll_page import ScrollPage


class PlanTab(Tab):
    """The present step and what is known of it; beside them all steps, and the self-check.

    `insight` judges finished steps and tells what others can show; it is asked once there is one.
    """

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({PlanMark.KIND, "twitch", "settings"})

    def __init__(
        self,
        *,
        journal: Journal,
        plan: PlanBook,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        insight: InsightFeed | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._journal, self._plan, self._acts = journal, plan, acts
        self._clock, self._feed, self._signals = clock, insight, signals
        self._build(guard)
        self._connect()

    def _build(self, guard: ClickGuard) -> None:
        self.now = NowCard(guard)
        self.habits = HabitsCard(guard)
        self.steps = StepsCard(guard)
        self.about = AboutCard(guard)
        self.check = SelfCheckCard(guard)
        self.suggestion = SuggestCard(guard)
        columns = Columns(400)
        columns.add(column(self.now, self.suggestion, self.habits, self.about), 1)
        columns.add(column(self.steps, self.check), 1)
        page = ScrollPage()
        page.body.addWidget(columns)
        page.body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        for card in (self.now, self.habits):
            card.done_asked.connect(lambda step: self._mark(PlanBook.done, step))
            card.undone_asked.connect(self._on_undone)
        for asking in (self.now, self.steps):
            asking.start_asked.connect(lambda step: self._mark_step(PlanBook.start, step))
        self.habits.drop_asked.connect(lambda step: self._mark_step(PlanBook.drop_habit, step))
        self.steps.habit_asked.connect(lambda step: self._mark_step(PlanBook.keep_habit, step))
        self.steps.profile_asked.connect(lambda: self._signals.page_asked.emit("profile", None))
        for signal, act in (
            (self.now.pause_asked, PlanBook.pause),
            (self.now.resume_asked, PlanBook.resume),
            (self.now.extend_asked, PlanBook.extend),
            (self.now.finish_asked, PlanBook.finish),
            (self.now.stop_asked, PlanBook.stop),
        ):
            signal.connect(lambda *more, act=act: self._mark(act, *more))
        self.now.page_asked.connect(lambda page: self._signals.page_asked.emit(page, None))
        self.steps.moved.connect(
            lambda step, way: self._acts.perform(lambda: self._plan.move(step, way))
        )
        self.steps.days_chosen.connect(
            lambda step, days: self._acts.perform(lambda: self._plan.choose_days(step, days))
        )
        self.steps.rhythm_chosen.connect(
            lambda step, key: self._acts.perform(lambda: self._plan.choose_rhythm(step, key))
        )
        self.check.note_asked.connect(self._on_note)
        self.suggestion.taken.connect(self._on_taken)
        for told in (self.suggestion, self.about):
            told.page_asked.connect(lambda page: self._signals.page_asked.emit(page, None))
        if self._feed is not None:
            self._feed.renewed.connect(self._renew)

    def is_settled(self) -> bool:
        """Return whether no verdict is on its way."""
        return self._feed is None or self._feed.is_settled()

    def refresh(self) -> None:
        """Read how the plan stands and show it."""
        plan = self._plan.state(self._clock())
        if self._feed is not None and asks_for_insight(plan):
            self._feed.want()
        insight = self._feed.insight if self._feed is not None else None
        wishes = self._plan.wishes()
        band = sleep_band(self._plan.profile())
        self.show_state(
            build_state(
                plan,
                wishes,
                self._plan.left_out(),
                lambda run, on: self._plan.logged(run, plan.today, on),
                verdicts_of(insight),
                (band.low_h, band.high_h),
                outlook_of(insight, plan, wishes),
            )
        )

    def show_state(self, state: State) -> None:
        """Paint a state."""
        cards = (self.now, self.suggestion, self.habits, self.steps, self.about, self.check)
        for card in cards:
            card.show_state(state)

    def _mark(self, act: Callable[..., PlanMark], *more: object) -> None:
        """Log the mark of an act that takes the moment first."""
        now = self._clock()
        self._acts.perform(lambda: self._log(act(self._plan, now, *more), now))

    def _mark_step(self, act: Callable[..., PlanMark], step: str) -> None:
        """Log the mark of an act that takes a step first."""
        now = self._clock()
        self._acts.perform(lambda: self._log(act(self._plan, step, now), now))

    def _log(self, mark: PlanMark, now: Moment) -> Done:
        return self._journal.log(mark, now, now)

    def _on_taken(self, step: str, days: int, rhythm: str) -> None:
        """Make the suggested step the next one, done as suggested."""
        self._acts.perform(lambda: self._plan.take_next(step, days, rhythm, self._clock()))

    def _on_undone(self, step: str) -> None:
        now = self._clock()

        def act() -> Done | None:
            mark = self._plan.task_mark(step, now)
            return self._journal.remove([mark.id], now) if mark is not None else None

        self._acts.perform(act)

    def _on_note(self, text: str) -> None:
        now = self._clock()
        self._acts.perform(lambda: self._journal.log(Note(), now, now, note=text))
