"""steadyhands plan: where the plan stands, today's task, and the acts on it."""

from __future__ import annotations

from steadyhands.cli.call import Refused
from steadyhands.cli.say import amount, day_name
from steadyhands.cli.table import PLAN_WORDS
from steadyhands.domain.plan.fold import EVE, NONE, OVER, PAUSED
from steadyhands.domain.plan.steps import BASELINE, FORTNIGHTS, STEP_KEYS
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.report.insight_words import STEP_NAMES, step_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from steadyhands.cli.call import Call
    from steadyhands.domain.entries import PlanMark
    from steadyhands.domain.plan.fold import PlanState
    from steadyhands.domain.plan.run import Run

TASKS = {
    "baseline": "nothing to change; log what you notice",
    "water": "drink a little through the day; the last caffeine nine hours before bed",
    "magnesium": "nuts or seeds, beans, whole grains or leafy greens with one meal",
    "balance": "one food with potassium, one with calcium",
    "sleep": "to bed near your usual time, early enough",
    "movement": "one hand routine of two to five minutes",
    "meals": "main meals within an hour of their usual times",
    "stress": "ten quiet minutes away from screens, then a check-in",
}
REASONS = {
    "kidney": "your profile names kidney disease",
    "heart": "your profile names heart disease",
    "liver": "your profile names liver disease",
    "fluid_limit": "your profile names a limit for drinks",
    "medicine": "a medicine in your profile holds potassium back",
}
_DONE = {
    "start": "starts tomorrow, for {days} days",
    "task": "today's task is done",
    "pause": "paused; these days do not count",
    "resume": "goes on today",
    "extend": "has {days} more days",
    "finish": "finished",
    "stop": "stopped",
}


def plan(call: Call) -> str:
    """Show the plan, or do what the first word says."""
    words = [word.casefold() for word in call.asked.operands]
    if not words:
        _no_options(call, "days", "fortnights", "keep")
        return _shown(call)
    act, rest = words[0], words[1:]
    if act not in PLAN_WORDS:
        known = ", ".join(PLAN_WORDS)
        raise Problem("“{given}” is nothing that plan does. It does {known}.",
                      given=act[:40], known=known)  # fmt: skip
    if act not in ("start", "done") and rest:
        raise Problem("“{given}” is too much; see steadyhands plan --help.", given=rest[0][:40])
    if act != "start":
        _no_options(call, "days", "fortnights")
    if act != "finish":
        _no_options(call, "keep")
    return _log(call, _asked(call, act, rest))


def _log(call: Call, make: Callable[[], PlanMark]) -> str:
    """Log a mark; what stands in its way is how the plan stands, not the words."""
    try:
        mark = make()
    except (DiaryBusy, DiaryUnusable):
        raise
    except Problem as problem:
        raise Refused(problem.template, **problem.facts) from None
    call.desk.journal.log(mark, call.now, call.now)
    said = _DONE[mark.act].format(days=mark.days)
    turns = ", two weeks on and two off in turn" if mark.rhythm == FORTNIGHTS else ""
    return f"Saved: {step_name(mark.step)} {said}{turns}."


def _asked(call: Call, act: str, words: list[str]) -> Callable[[], PlanMark]:
    """Return what makes the mark; the words themselves are read first."""
    step = _step(" ".join(words)) if words else ""
    days = _days(call)
    rhythm = FORTNIGHTS if call.asked.has("fortnights") else ""
    book, now = call.desk.plan, call.now
    acts: dict[str, Callable[[], PlanMark]] = {
        "start": lambda: book.start(step or _following(call), now, days, rhythm),
        "done": lambda: book.done(now, step),
        "pause": lambda: book.pause(now),
        "resume": lambda: book.resume(now),
        "extend": lambda: book.extend(now),
        "finish": lambda: book.finish(now, call.asked.has("keep")),
        "stop": lambda: book.stop(now),
    }
    return acts[act]


def _no_options(call: Call, *names: str) -> None:
    for name in names:
        if call.asked.has(name):
            raise Problem("--{name} does not fit here; see steadyhands plan --help.", name=name)


def _step(words: str) -> str:
    """Return the step that words name, by its key or the beginning of its name."""
    found = [key for key, name in STEP_NAMES.items() if key == words]
    found = found or [k for k, name in STEP_NAMES.items() if name.casefold().startswith(words)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(STEP_NAMES)
    raise Problem("“{given}” is no step. They are {known}.", given=words[:40], known=known)


def _days(call: Call) -> int:
    typed = call.asked.get("days")
    if typed is None:
        return 0
    if not typed.isdecimal() or not 14 <= int(typed[:9]) <= 365:
        raise Problem("--days is a number from 14 to 365.")
    return int(typed)


def _following(call: Call) -> str:
    """Return the step that comes next: the first that is neither done nor left out."""
    book = call.desk.plan
    found = _next(book.state(call.now), book.wishes().order, book.left_out())
    if not found:
        raise Refused("Every step has been done. Name one to do it again.")
    return found


def _next(state: PlanState, order: tuple[str, ...], left_out: Container[str]) -> str:
    if not state.has_baseline:
        return BASELINE
    running = state.current.step if state.current is not None else ""
    rest = (key for key in order if key not in left_out and key != running)
    return next((key for key in rest if state.finished(key) is None), "")


def _shown(call: Call) -> str:
    """Return where the plan stands, today's task, the habits, and what is next."""
    book = call.desk.plan
    state, reasons = book.state(call.now), book.left_out()
    lines = [*_present(state, dict(reasons))]
    lines += [f"  Habit: {step_name(step)}{_marked(state, step)}" for step in state.habits]
    following = _next(state, book.wishes().order, reasons)
    if following and not (state.current is not None and state.current.step == following):
        lines.append(f"  Next: {STEP_NAMES[following]} ({following})")
    for step in STEP_KEYS:
        if step in reasons:
            why = REASONS.get(reasons[step], "of your health profile")
            lines.append(f"  Left out: {STEP_NAMES[step]}, as {why}. Please ask your clinician.")
    return "\n".join(lines)


def _present(state: PlanState, reasons: dict[str, str]) -> list[str]:
    run = state.current
    if run is None or state.status == NONE:
        said = "No step is running." if state.runs else "The plan has not begun."
        hint = "steadyhands plan start" if not state.has_baseline else "steadyhands plan start STEP"
        return [f"{said} To begin: {hint}"]
    name = step_name(run.step)
    if state.status == EVE:
        return [f"{name} begins tomorrow, for {run.days} days."]
    if state.status == PAUSED:
        since = day_name(run.paused_since or state.today, state.today)
        return [f"{name}, paused since {since}, after day {state.day_number} of {run.days}."]
    if state.status == OVER:
        return [
            f"{name}: all {run.days} days are done. To end it: steadyhands plan finish [--keep]"
        ]
    ends = day_name(run.planned_last(state.today), state.today)
    place = f"{name}, day {state.day_number} of {run.days}, until {ends}"
    return [place, f"  Today: {_task(state, run, reasons)}"]


def _task(state: PlanState, run: Run, reasons: dict[str, str]) -> str:
    if run.step in reasons:
        return "nothing; please ask your clinician about this step"
    if not state.is_on:
        return "nothing; these are two weeks off"
    return TASKS.get(run.step, "go on") + _marked(state, run.step)


def _marked(state: PlanState, step: str) -> str:
    """Return whether it was done today, else on how many of the last seven days."""
    if state.is_done(step):
        return " (done today)"
    recent = state.recently(step)
    return f" ({amount(recent)} of the last 7 days)" if recent else ""
