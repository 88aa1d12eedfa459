"""What the statistics say: the plan's steps with their verdicts, and what goes with twitching."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.insight import Finding, Standing, StepRun, StepVerdict
from steadyhands.domain.insight_view import shown, stands
from steadyhands.domain.moment import date_of_epoch_day
from steadyhands.report import insight_words, wording
from steadyhands.report.content import Section, Table, Words

_SURE = (
    "All recorded days up to the last one of this report, a year at most: days with more of it"
    " against days with less, adjusted for weekday, drift, days that depend on each other, and how"
    " fully a day was logged. All of it is looked at together, once a week, with a threshold that"
    " gives about three of a hundred people without any link a possible one in half a year. Goes"
    " with, not because of."
)
_ONCE = (
    "Each step was judged once, at its planned end, against the days before it. Changed with the"
    " step, which is not yet because of it."
)


def plan(runs: tuple[StepRun, ...], standing: Standing) -> Section | None:
    """Return the steps tried, with days and verdicts; None if none was."""
    day = standing.day
    tried = list(zip((r for r in runs if r.first < day), standing.verdicts, strict=True))
    if not tried:
        return None
    rows = tuple(
        (
            insight_words.step_name(run.step),
            _span(run),
            _verdict(verdict, day),
        )
        for run, verdict in tried
    )
    table = Table(("Step", "When", "Logged twitches"), rows, (4, 4, 9))
    return Section("plan", "Steps tried", (table, Words(_ONCE)))


def insight(standing: Standing) -> Section | None:
    """Return what was looked at and what was found, None if nothing was; nothing is ranked."""
    view = shown(standing)
    found = [f for f in (*view.rows, *view.hours) if f.ratio is not None]
    if not found:
        return None
    ordered = [f for f in found if stands(f)] + [f for f in found if not stands(f)]
    head = ("", "How sure", "Compared", "Logged twitches (range that fits)", "Days")
    table = Table(head, tuple(_row(f, standing) for f in ordered), (6, 4, 8, 7, 2))
    clock = insight_words.clock_text(standing)
    said = (Words(clock),) if clock else ()
    return Section("insight", "What goes with it", (table, *said, Words(_SURE)))


def phases(runs: tuple[StepRun, ...], first: date, last: date) -> list[tuple[str, date, date]]:
    """Return the stretches on which a step was on, named in short, within some days.

    Days of a pause do not part a stretch; fortnights off do.
    """
    found = []
    for run in runs:
        spans = run.on if _alternates(run) else ((run.first, run.last),)
        for begin, end in spans:
            low = max(date_of_epoch_day(begin), first)
            high = min(date_of_epoch_day(end), last)
            if low <= high:
                found.append((insight_words.capital(run.step), low, high))
    return found


def _row(finding: Finding, standing: Standing) -> tuple[str, ...]:
    assert finding.ratio is not None and finding.low is not None and finding.high is not None
    fits = insight_words.range_text(finding.low, finding.high)
    about = f"{insight_words.change_text(finding.ratio, rough=True)} ({fits})"
    return (
        insight_words.title(finding),
        insight_words.level_text(finding, standing),
        insight_words.when(finding),
        about if stands(finding) else fits,
        f"{finding.days:,}",
    )


def _span(run: StepRun) -> str:
    first, last = (date_of_epoch_day(day) for day in (run.first, run.last))
    turns = ", on and off" if len(run.on) > 1 and _alternates(run) else ""
    return f"{wording.day_text(first)} to {wording.day_text(last)}{turns}"


def _alternates(run: StepRun) -> bool:
    """Return whether whole fortnights were off, rather than some days of a pause."""
    gaps = [b[0] - a[1] - 1 for a, b in zip(run.on, run.on[1:], strict=False)]
    return max(gaps, default=0) >= 14


def _verdict(verdict: StepVerdict, day: int) -> str:
    if verdict.due <= day:
        return insight_words.verdict_text(verdict)
    due = wording.day_text(date_of_epoch_day(verdict.due))
    return f"told at its planned end, {due} ({wording.days(verdict.step_days)} so far)"
