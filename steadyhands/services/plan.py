"""The plan of one diary: where it stands, what may be done next, and what was logged meanwhile."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Entry, PlanMark
from steadyhands.domain.plan.days import course, step_days
from steadyhands.domain.plan.fold import OVER, PAUSED, plan_of
from steadyhands.domain.plan.steps import (
    BASELINE,
    EXTENSION_DAYS,
    FORTNIGHTS,
    LEAST_DAYS,
    MOST_DAYS,
    STEADY,
    STEP_KEYS,
    can_switch,
    in_order,
    left_out,
    length_of,
)
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.services.profile import ProfileBook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadyhands.domain.changes import Changes
    from steadyhands.domain.moment import Moment
    from steadyhands.domain.plan.days import Course
    from steadyhands.domain.plan.fold import PlanState
    from steadyhands.domain.plan.run import Run
    from steadyhands.domain.profile import Profile
    from steadyhands.storage.diary import Diary

_ORDER, _LENGTHS, _RHYTHMS = "plan_order", "plan_lengths", "plan_rhythms"
_LONG_AGO_MS = -(10**15)


class Wishes(Value):
    """How the person wants the steps: their order, each one's length and rhythm."""

    order: tuple[str, ...] = STEP_KEYS
    lengths: tuple[tuple[str, int], ...] = ()
    rhythms: tuple[tuple[str, str], ...] = ()

    def rhythm(self, step: str) -> str:
        """Return how a step is to be followed: all along, or in fortnights on and off."""
        wanted = dict(self.rhythms).get(step)
        return FORTNIGHTS if wanted == FORTNIGHTS and can_switch(step) else STEADY

    def days(self, step: str) -> int:
        """Return how many days a step is to have."""
        return length_of(dict(self.lengths).get(step, 0), self.rhythm(step))


class Logged(Value):
    """Mean logged twitches a day, and over how many recorded days; None over none."""

    mean: float | None
    days: int


class PlanBook:
    """Reads the plan of one diary, and makes the marks that a `Journal` writes.

    Each act returns the `PlanMark` to log at its moment, or raises Problem if it cannot be
    done as the plan stands.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._marks_for: tuple[int, int] | None = None
        self._marks: list[Entry] = []

    def state(self, now: Moment) -> PlanState:
        """Return the plan as it stands on the day of a moment."""
        starts_at = self._diary.day_starts_at()
        return self._plan(day_of(now, starts_at), starts_at)

    def course(self, until: date) -> Course:
        """Return the phases and pauses up to a day, for charts."""
        return course(self._plan(until, self._diary.day_starts_at()).runs, until)

    def _plan(self, today: date, starts_at: int) -> PlanState:
        return plan_of(self.marks(), lambda at: day_of(at, starts_at), today)

    def marks(self) -> list[Entry]:
        """Return every mark of the plan, by time; kept until the diary changes."""
        seen = self._diary.state()
        if seen != self._marks_for:
            store = self._diary.entries
            kinds = (PlanMark.KIND,)
            self._marks = self._diary.read(
                lambda: store.between(kinds, _LONG_AGO_MS, -_LONG_AGO_MS)
            )
            self._marks_for = seen
        return self._marks

    def task_mark(self, step: str, now: Moment) -> Entry | None:
        """Return the entry that says a step's task was done today."""
        starts_at = self._diary.day_starts_at()
        today = day_of(now, starts_at)
        wanted = PlanMark("task", step)
        found = [m for m in self.marks() if m.details == wanted]
        return next((m for m in reversed(found) if day_of(m.at, starts_at) == today), None)

    def left_out(self) -> Mapping[str, str]:
        """Return the steps that the profile leaves to the clinician, with the reason's key."""
        return left_out(self.profile())

    def profile(self) -> Profile:
        """Return what the person said about themselves."""
        return ProfileBook(self._diary).read()

    def logged(self, run: Run, today: date, on: bool = True) -> Logged:
        """Return what was logged on the days a step was on, or off; today is not over and left out.

        Only recorded days count: a day without any entry is missing, not zero.
        """
        until = today - timedelta(days=1)
        days = {day for day, what in step_days([run], until).items() if what.step and what.on == on}
        if not days:
            return Logged(None, 0)
        span = (min(days), max(days))
        recorded = days & self._diary.read(lambda: self._diary.totals.recorded(*span))
        totals = self._diary.read(lambda: self._diary.totals.span("twitches", *span))
        number = sum(totals[day].amount for day in recorded if day in totals)
        return Logged(number / len(recorded) if recorded else None, len(recorded))

    # -- acts on the diary ---------------------------------------------------------------

    def start(self, step: str, now: Moment, days: int = 0, rhythm: str = "") -> PlanMark:
        """Start a step tomorrow; length and rhythm are as wished unless they are given."""
        if step not in (BASELINE, *STEP_KEYS):
            raise Problem("The plan has no such step. Its steps are {known}.", known=_known())
        if days and not LEAST_DAYS <= days <= MOST_DAYS:
            raise Problem("A step lasts 14 to 365 days, not {given}.", given=days)
        if rhythm == FORTNIGHTS and not can_switch(step):
            raise Problem("Only water and movement can take turns, two weeks on, two weeks off.")
        state = self.state(now)
        if not state.may_follow:
            raise Problem("One step at a time: finish or stop the present one first.")
        if step != BASELINE and not state.has_baseline:
            raise Problem("The baseline comes first: two weeks or more as you are.")
        if step in self.left_out():
            raise Problem("With your health profile this step is one for you and your clinician.")
        wishes = self.wishes()
        rhythm = rhythm or wishes.rhythm(step)
        wanted = days or wishes.replaced(rhythms=((step, rhythm),)).days(step)
        return PlanMark("start", step, length_of(wanted, rhythm), rhythm)

    def done(self, now: Moment, step: str = "") -> PlanMark:
        """Mark today's task as done: the running step's, or that of a habit."""
        state = self.state(now)
        if not step and state.current is not None:
            step = state.current.step
        running = state.is_on and state.current is not None and state.current.step == step
        if not running and step not in state.habits:
            raise Problem("The plan has no task today.")
        if state.is_done(step):
            raise Problem("Today's task is in the diary already.")
        return PlanMark("task", step)

    def pause(self, now: Moment) -> PlanMark:
        """Pause from today on, for an illness or a holiday."""
        run = self._open(self.state(now), "There is no step to pause.")
        if self.state(now).status == PAUSED:
            raise Problem("The plan is paused already.")
        if self.state(now).status == OVER:
            raise Problem("This step has had all its days; there is nothing to pause.")
        return PlanMark("pause", run.step)

    def resume(self, now: Moment) -> PlanMark:
        """Go on today."""
        state = self.state(now)
        run = self._open(state, "There is no step to go on with.")
        if run.paused_since is None:
            raise Problem("The plan is not paused.")
        return PlanMark("resume", run.step)

    def extend(self, now: Moment) -> PlanMark:
        """Give the step two more weeks, or another pair of fortnights; once."""
        run = self._open(self.state(now), "There is no step to extend.")
        if run.extended:
            raise Problem("A step can be extended once.")
        more = EXTENSION_DAYS * (2 if run.alternates else 1)
        if run.days + more > MOST_DAYS:
            raise Problem("A step lasts at most a year.")
        return PlanMark("extend", run.step, more)

    def finish(self, now: Moment, keep: bool = False) -> PlanMark:
        """End a step that has had its 14 days; `keep` lets its habit go on."""
        run = self._open(self.state(now), "There is no step to finish.")
        if run.counted(self.state(now).today) < LEAST_DAYS:
            raise Problem("A step counts from 14 days on. It can be stopped before that.")
        return PlanMark("finish", run.step, keep=keep and run.step != BASELINE)

    def stop(self, now: Moment) -> PlanMark:
        """Leave the step as it is; it can be started again."""
        return PlanMark("stop", self._open(self.state(now), "There is no step to stop.").step)

    def keep_habit(self, step: str, now: Moment) -> PlanMark:
        """Let the small task of a finished step go on after all."""
        state = self.state(now)
        running = state.current is not None and state.current.step == step
        if state.finished(step) is None or running or step == BASELINE:
            raise Problem("Only a finished step can leave a habit.")
        return PlanMark("finish", step, keep=True)

    def drop_habit(self, step: str, now: Moment) -> PlanMark:
        """Let a finished step's habit go."""
        if step not in self.state(now).habits:
            raise Problem("That habit is not in the plan.")
        return PlanMark("stop", step)

    def _open(self, state: PlanState, refusal: str) -> Run:
        if state.current is None:
            raise Problem(refusal)
        return state.current

    # -- wishes, kept in the settings ----------------------------------------------------

    def wishes(self) -> Wishes:
        """Return order, lengths and rhythms; what makes no sense falls back to the usual."""
        settings = self._diary.settings
        order = self._diary.read(lambda: settings.get(_ORDER))
        lengths = self._diary.read(lambda: settings.get(_LENGTHS))
        rhythms = self._diary.read(lambda: settings.get(_RHYTHMS))
        return Wishes(
            in_order(order if isinstance(order, list) else ()),
            tuple((k, v) for k, v in _pairs(lengths) if type(v) is int and 0 < v <= MOST_DAYS),
            tuple((k, v) for k, v in _pairs(rhythms) if v == FORTNIGHTS),
        )

    def move(self, step: str, way: int) -> Changes:
        """Put a step one place up (-1) or down (+1) in the order."""
        order = list(self.wishes().order)
        place = order.index(step)
        order.remove(step)
        order.insert(min(max(place + way, 0), len(order)), step)
        return self._keep(_ORDER, order)

    def take_next(self, step: str, days: int, rhythm: str, now: Moment) -> Changes:
        """Put a step before all others that are not done, with this length and rhythm."""
        state, wishes = self.state(now), self.wishes()
        others = [each for each in wishes.order if each != step]
        done = [each for each in others if state.finished(each) is not None]
        rest = [each for each in others if each not in done]
        self._keep(_ORDER, [*done, step, *rest])
        self.choose_rhythm(step, rhythm)
        return self.choose_days(step, days)

    def choose_days(self, step: str, days: int) -> Changes:
        """Keep how long a step is to be."""
        return self._keep(_LENGTHS, {**dict(self.wishes().lengths), step: days})

    def choose_rhythm(self, step: str, rhythm: str) -> Changes:
        """Keep how a step is to be followed; its length is the usual one of that rhythm again."""
        wishes = self.wishes()
        lengths = {key: days for key, days in wishes.lengths if key != step}
        rhythms = {key: kept for key, kept in wishes.rhythms if key != step}
        self._keep(_LENGTHS, lengths)
        return self._keep(_RHYTHMS, rhythms | ({step: rhythm} if rhythm == FORTNIGHTS else {}))

    def _keep(self, name: str, value: object) -> Changes:
        self._diary.write(lambda: self._diary.settings.set(name, value))
        return SETTINGS_CHANGED


def _pairs(kept: object) -> list[tuple[str, object]]:
    found = kept.items() if isinstance(kept, dict) else ()
    return [(key, value) for key, value in found if key in (BASELINE, *STEP_KEYS)]


def _known() -> str:
    return ", ".join((BASELINE, *STEP_KEYS))
