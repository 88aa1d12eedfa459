"""The weekly check-up: the only time at which verdicts change.

How a service uses it::

    from steadyhands.analysis.table import day_table
    from steadyhands.analysis.checkup import reads_from, standing_as_of

    table = day_table(entries_since(reads_from(today)), today, starts_at, first, earlier)
    standing = standing_as_of(table, today, memo, runs)  # memo: a dict[str, str]
    next_step = suggest(standing, table, order, done)  # steadyhands.analysis.suggest

`as-of` DATE is the same call with that day: nothing of that day or later is looked at.
"""

from __future__ import annotations

from steadyhands.analysis.experiment import step_verdict
from steadyhands.analysis.findings import Numbers
from steadyhands.analysis.findings_hours import HourNumbers
from steadyhands.analysis.looks import REPLAYED, TRENDS_REPLAYED, WINDOW_DAYS, Looker, checkup_days
from steadyhands.analysis.rhythm import shares
from steadyhands.analysis.verdicts import Verdicts
from steadyhands.analysis.worsening import rising
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import (
    CHECKUP_EVERY_DAYS,
    FIRST_CHECKUP_DAYS,
    Rising,
    Standing,
    StepRun,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence


def reads_from(day: int) -> int:
    """Return the first day whose entries matter to the standing as of `day`."""
    return day - WINDOW_DAYS - CHECKUP_EVERY_DAYS * (REPLAYED + 1)


def standing_as_of(
    table: DayTable,
    day: int,
    memo: MutableMapping[str, str] | None = None,
    runs: Sequence[StepRun] = (),
    suspects: tuple[str, ...] = (),
) -> Standing:
    """Return all answers as they stood on the morning of `day`; the same input, the same bytes.

    `memo` holds earlier check-ups under keys made of the data that they saw, so it can be kept
    anywhere, is never wrong, and saves all but the newest check-up; what is no longer of use is
    taken out of it. `runs` are the plan's steps whose days the table holds; `suspects` up to three
    factor keys that the person named before the first check-up.
    """
    table = table.cut(day, reads_from(day))
    judged = [(run, step_verdict(table, run, day)) for run in runs if run.first < day]
    looker = Looker(table, suspects, {} if memo is None else memo)
    verdicts = Verdicts(looker, judged)
    days = checkup_days(table.first, day) if table.days else []
    for checkup in days:
        verdicts.fold(checkup)
    for checkup in days[-TRENDS_REPLAYED:]:
        verdicts.fold_trends(checkup)
    numbers, of_hours = Numbers(table, day, verdicts), HourNumbers(table, day, verdicts)
    looker.forget_unused()
    last = days[-1] if days else 0
    return Standing(
        day=day,
        checkup=last,
        next_checkup=last + CHECKUP_EVERY_DAYS if last else table.first + FIRST_CHECKUP_DAYS,
        days=len(numbers.seen.days),
        twitches=sum(numbers.seen.twitches),
        findings=numbers.factors(),
        hours=of_hours.hours(),
        clock=of_hours.clock(),
        shares=shares(numbers.seen),
        rising=_rising(table, verdicts, last),
        verdicts=tuple(verdict for _, verdict in judged),
    )


def _rising(table: DayTable, verdicts: Verdicts, checkup: int) -> tuple[Rising, ...]:
    """Return the trends as the last check-up saw them; an alarm stands until it has settled."""
    if not checkup:
        return ()
    return tuple(
        each.replaced(alarm=each.side in verdicts.rising, since=verdicts.rising.get(each.side, 0))
        for each in rising(table, checkup)
    )
