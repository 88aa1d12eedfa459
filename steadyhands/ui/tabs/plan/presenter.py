"""What the Plan tab shows: where the plan stands, its steps in order, as keys; Qt-free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from steadyhands.domain.insight import Suggestion
from steadyhands.domain.plan.fold import NONE, OVER, PAUSED, PlanState
from steadyhands.domain.plan.run import Run
from steadyhands.domain.plan.steps import BASELINE, LEAST_DAYS, STEADY, can_switch
from steadyhands.domain.value import Value
from steadyhands.services.plan import Logged, Wishes

DONE, NOW, NEXT, LATER, LEFT_OUT = "done", "now", "next", "later", "left_out"

Reader = Callable[[Run, bool], Logged]


class Outlook(Value):
    """What steps can show: by step the smallest change, as a ratio, and which answers most."""

    expects: tuple[tuple[str, float], ...] = ()
    suggestion: Suggestion | None = None

    def of(self, step: str) -> float | None:
        """Return the smallest change that a step can show, None if unknown."""
        return dict(self.expects).get(step)


_NO_OUTLOOK = Outlook()


class Record(Value):
    """What was logged in a step: its days, those of the baseline, and those it was off.

    `verdict` is a tested sentence about them, empty while nothing was tested.
    """

    step: str
    first: date
    last: date
    on: Logged
    off: Logged | None = None
    base: Logged | None = None
    verdict: str = ""


class Habit(Value):
    """The small task of a finished step that goes on; `reason` why the profile stops it."""

    step: str
    done: bool
    recent: int
    reason: str = ""


class Present(Value):
    """The step that is open: day `number` of `days`; `ends` is its last day as it stands.

    `mood` is `eve`, `running`, `paused` or `over`; `reason` why the profile stops it.
    """

    step: str
    mood: str
    number: int
    days: int
    first: date
    ends: date
    alternates: bool
    is_on: bool
    done: bool
    recent: int
    paused_since: date | None
    can_finish: bool
    can_extend: bool
    reason: str = ""
    record: Record | None = None
    expect: float | None = None


class Row(Value):
    """A step in the list: how it stands, how it is wished for, and what may be done with it."""

    step: str
    standing: str
    number: int
    days: int
    rhythm: str
    may_alternate: bool = False
    may_up: bool = False
    may_down: bool = False
    can_start: bool = False
    may_keep: bool = False
    reason: str = ""
    record: Record | None = None
    expect: float | None = None


class State(Value):
    """Everything on the tab. `next` is the step to start when none is open, empty if all are done.

    `low_h` and `high_h` are the night's hours to aim between. `suggestion` is the step that
    would answer most, while none is open.
    """

    today: date
    rows: tuple[Row, ...]
    present: Present | None = None
    habits: tuple[Habit, ...] = ()
    next: str = ""
    low_h: float = 7.0
    high_h: float = 9.0
    has_baseline: bool = False
    done: tuple[str, ...] = ()
    suggestion: Suggestion | None = None

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return the steps that the profile leaves to the clinician."""
        return tuple(row.step for row in self.rows if row.reason)

    def row(self, step: str) -> Row:
        """Return a step's row."""
        return next(row for row in self.rows if row.step == step)


def build_state(
    plan: PlanState,
    wishes: Wishes,
    left_out: Mapping[str, str],
    logged: Reader,
    verdicts: Mapping[str, str] | None = None,
    band: tuple[float, float] = (7.0, 9.0),
    outlook: Outlook = _NO_OUTLOOK,
) -> State:
    """Return the tab's state; `logged` reads what a step's days on (or off) held."""
    records = _Records(plan, logged, verdicts or {})
    following = _next(plan, wishes, left_out)
    rows = tuple(
        row.replaced(expect=outlook.of(row.step)) if row.can_start else row
        for row in _rows(plan, wishes, left_out, following, records)
    )
    present = _present(plan, left_out, records)
    if present is not None:
        present = present.replaced(expect=outlook.of(present.step))
    return State(
        today=plan.today,
        rows=rows,
        present=present,
        habits=tuple(_habit(plan, step, left_out) for step in plan.habits),
        next=following,
        low_h=band[0],
        high_h=band[1],
        has_baseline=plan.has_baseline,
        done=tuple(row.step for row in rows if row.standing == DONE),
        suggestion=_suggestion(plan, left_out, outlook),
    )


def _suggestion(
    plan: PlanState, left_out: Mapping[str, str], outlook: Outlook
) -> Suggestion | None:
    """Return the suggestion while a step may be agreed on."""
    found = outlook.suggestion
    fits = found is not None and found.step not in left_out
    return found if fits and plan.current is None and plan.has_baseline else None


class _Records:
    """Makes the records of finished steps; the baseline is read once."""

    def __init__(self, plan: PlanState, logged: Reader, verdicts: Mapping[str, str]) -> None:
        self._logged, self._verdicts = logged, verdicts
        base = plan.finished(BASELINE)
        self._base = logged(base, True) if base is not None else None

    def of(self, run: Run, today: date) -> Record:
        last = run.last or run.planned_last(today)
        return Record(
            run.step,
            run.first,
            last,
            self._logged(run, True),
            self._logged(run, False) if run.alternates else None,
            self._base if run.step != BASELINE else None,
            self._verdicts.get(run.step, ""),
        )


def _next(plan: PlanState, wishes: Wishes, left_out: Mapping[str, str]) -> str:
    """Return the first step that is not done, running or left out."""
    if not plan.has_baseline:
        return BASELINE
    running = plan.current.step if plan.current is not None else ""
    wanted = (s for s in wishes.order if s not in left_out and s != running)
    return next((step for step in wanted if plan.finished(step) is None), "")


def _present(plan: PlanState, left_out: Mapping[str, str], records: _Records) -> Present | None:
    run = plan.current
    if run is None or plan.status == NONE:
        return None
    today = plan.today
    return Present(
        step=run.step,
        mood=plan.status,
        number=plan.day_number,
        days=run.days,
        first=run.first,
        ends=run.planned_last(today),
        alternates=run.alternates,
        is_on=run.is_on(max(1, plan.day_number)),
        done=plan.is_done(run.step),
        recent=plan.recently(run.step),
        paused_since=run.paused_since,
        can_finish=plan.day_number >= LEAST_DAYS,
        can_extend=not run.extended and plan.status != PAUSED and run.days - plan.day_number < 7,
        reason=left_out.get(run.step, ""),
        record=records.of(run, today) if plan.status == OVER else None,
    )


def _habit(plan: PlanState, step: str, left_out: Mapping[str, str]) -> Habit:
    return Habit(step, plan.is_done(step), plan.recently(step), left_out.get(step, ""))


def _rows(
    plan: PlanState,
    wishes: Wishes,
    left_out: Mapping[str, str],
    following: str,
    records: _Records,
) -> tuple[Row, ...]:
    order = wishes.order
    running = plan.current.step if plan.current is not None else ""
    rows = []
    for number, step in enumerate((BASELINE, *order)):
        finished = plan.finished(step)
        reason = left_out.get(step, "")
        open_to = plan.may_follow and step != running and (plan.has_baseline or step == BASELINE)
        rows.append(
            Row(
                step=step,
                standing=_standing(step, running, finished, reason, following),
                number=number,
                days=wishes.days(step),
                rhythm=wishes.rhythm(step) if step != BASELINE else STEADY,
                may_alternate=can_switch(step),
                may_up=number > 1,
                may_down=0 < number < len(order),
                can_start=open_to and not reason,
                may_keep=_may_keep(plan, step, reason),
                reason=reason,
                record=records.of(finished, plan.today) if finished is not None else None,
            )
        )
    return tuple(rows)


def _may_keep(plan: PlanState, step: str, reason: str) -> bool:
    """Return whether a finished step's task may become a habit."""
    running = plan.current is not None and plan.current.step == step
    is_habit = step in plan.habits or step == BASELINE
    return plan.finished(step) is not None and not (running or is_habit or reason)


def _standing(step: str, running: str, finished: Run | None, reason: str, following: str) -> str:
    if step == running:
        return NOW
    if finished is not None:
        return DONE
    if reason:
        return LEFT_OUT
    return NEXT if step == following else LATER
