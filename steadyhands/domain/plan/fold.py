"""The plan as it stands: what all its marks add up to, whoever wrote them and in which order."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.milestones import PlanMark
from steadyhands.domain.plan.run import FINISHED, Run
from steadyhands.domain.plan.steps import (
    BASELINE,
    EXTENSION_DAYS,
    FORTNIGHTS,
    MOST_DAYS,
    STEADY,
    can_switch,
    length_of,
)
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from steadyhands.domain.entries import Entry
    from steadyhands.domain.moment import Moment

NONE, EVE, RUNNING, PAUSED, OVER = "none", "eve", "running", "paused", "over"
RECENT_DAYS = 7


class PlanState(Value):
    """Every step that was followed, in time, the open one last; and which tasks were done.

    `habits` are the steps whose small task goes on; `tasks` are pairs of step and day.
    """

    today: date
    runs: tuple[Run, ...] = ()
    habits: tuple[str, ...] = ()
    tasks: frozenset[tuple[str, date]] = frozenset()

    @property
    def current(self) -> Run | None:
        """Return the step that nobody has ended yet."""
        return self.runs[-1] if self.runs and self.runs[-1].is_open else None

    @property
    def status(self) -> str:
        """Return `none`, `eve` (it starts tomorrow), `running`, `paused` or `over`."""
        run = self.current
        if run is None:
            return NONE
        if run.is_over(self.today):
            return OVER
        if run.is_paused(self.today):
            return PAUSED
        return EVE if self.today < run.first else RUNNING

    @property
    def day_number(self) -> int:
        """Return which day of the open step today is, 0 while it has none."""
        return self.current.counted(self.today) if self.current is not None else 0

    @property
    def is_on(self) -> bool:
        """Return whether today has the step's task; not in a fortnight off, nor paused."""
        run = self.current
        return run is not None and self.status == RUNNING and run.is_on(self.day_number)

    def finished(self, step: str) -> Run | None:
        """Return the last time that a step was followed for 14 days or more, to its end."""
        found = [run for run in self.runs if run.step == step and run.ending == FINISHED]
        return found[-1] if found else None

    @property
    def has_baseline(self) -> bool:
        """Return whether there is a baseline to hold steps against: finished, or at its end."""
        run = self.current
        ripe = run is not None and run.step == BASELINE and self.may_follow
        return ripe or self.finished(BASELINE) is not None

    @property
    def may_follow(self) -> bool:
        """Return whether another step may be agreed on: none is open, or its last day is here."""
        return self.current is None or _may_follow(self.current, self.today)

    def is_done(self, step: str, day: date | None = None) -> bool:
        """Return whether a step's task was done today, or on another day."""
        return (step, day or self.today) in self.tasks

    def recently(self, step: str) -> int:
        """Return on how many of the last seven days a step's task was done, today included."""
        days = (self.today - timedelta(days=back) for back in range(RECENT_DAYS))
        return sum(self.is_done(step, day) for day in days)


def plan_of(marks: Iterable[Entry], day_of: Callable[[Moment], date], today: date) -> PlanState:
    """Return the plan that the marks among these entries add up to; any other entry is skipped.

    Marks that make no sense where they stand (a second step, an end without a start) count
    for nothing, so there is never more than one step at a time.
    """
    book = _Book()
    for entry in sorted(marks, key=lambda mark: mark.at.utc_ms):
        if isinstance(entry.details, PlanMark) and not entry.deleted:
            book.take(entry.details, day_of(entry.at))
    return PlanState(today, tuple(book.runs), tuple(book.habits), frozenset(book.tasks))


class _Book:
    """What has been read so far."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.habits: list[str] = []
        self.tasks: set[tuple[str, date]] = set()
        self._day = date.min

    def take(self, mark: PlanMark, day: date) -> None:
        if mark.act == "task":
            if mark.step:
                self.tasks.add((mark.step, day))
            return
        # A journey west may bring back yesterday; the plan only goes on.
        self._day = max(self._day, day)
        getattr(self, f"_{mark.act}")(mark, self._day)

    def _open(self) -> Run | None:
        return self.runs[-1] if self.runs and self.runs[-1].is_open else None

    def _start(self, mark: PlanMark, day: date) -> None:
        run = self._open()
        if not mark.step or (run is not None and not _may_follow(run, day)):
            return
        if run is not None:
            self._end(run, day)
        rhythm = mark.rhythm if can_switch(mark.step) else STEADY
        first = day + timedelta(days=1)
        self.runs.append(Run(mark.step, first, length_of(mark.days, rhythm), rhythm))
        self._drop_habit(mark.step)

    def _pause(self, mark: PlanMark, day: date) -> None:
        run = self._open()
        if run is not None and run.paused_since is None and not run.is_over(day):
            self.runs[-1] = run.replaced(paused_since=_after(run, day))

    def _resume(self, mark: PlanMark, day: date) -> None:
        run = self._open()
        if run is None or run.paused_since is None:
            return
        yesterday = day - timedelta(days=1)
        self.runs[-1] = run.replaced(pauses=run.pauses_until(yesterday), paused_since=None)

    def _extend(self, mark: PlanMark, day: date) -> None:
        run = self._open()
        if run is None or run.extended:
            return
        more = mark.days or EXTENSION_DAYS
        if run.rhythm == FORTNIGHTS:
            more = length_of(more, FORTNIGHTS)
        if run.days + more <= MOST_DAYS:
            self.runs[-1] = run.replaced(days=run.days + more, extended=True)

    def _finish(self, mark: PlanMark, day: date) -> None:
        run = self._open()
        if run is not None and mark.step in ("", run.step):
            ended = self._end(run, day)
            if mark.keep and ended is not None and ended.ending == FINISHED:
                self._keep_habit(ended.step)
        elif mark.keep and any(r.step == mark.step and r.ending == FINISHED for r in self.runs):
            self._keep_habit(mark.step)

    def _stop(self, mark: PlanMark, day: date) -> None:
        run = self._open()
        if run is not None and mark.step in ("", run.step):
            self._end(run, day)
        else:
            self._drop_habit(mark.step)

    def _end(self, run: Run, day: date) -> Run | None:
        """Close the open step; one that never had a day leaves no trace."""
        ended = run.ended(day)
        if ended.last is None or not ended.counted(ended.last):
            self.runs.pop()
            return None
        self.runs[-1] = ended
        return ended

    def _keep_habit(self, step: str) -> None:
        if step != BASELINE and step not in self.habits:
            self.habits.append(step)

    def _drop_habit(self, step: str) -> None:
        if step in self.habits:
            self.habits.remove(step)


def _may_follow(run: Run, day: date) -> bool:
    """Return whether another step may be agreed on a day: this one's last, or a later one."""
    return run.paused_since is None and run.planned_last(day) <= day


def _after(run: Run, day: date) -> date:
    """Return from when a pause asked for on a day goes: then, but never twice on one day."""
    return max([day, *(span.last + timedelta(days=1) for span in run.pauses)])
