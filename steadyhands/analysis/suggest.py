"""The next experiment: which step would answer most, done how and for how long."""

from __future__ import annotations

from steadyhands.analysis.experiment import expected_change
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import POSSIBLE, Standing, StepRun, Suggestion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

BASELINE_DAYS = 28
BLOCK_DAYS = 14
FORTNIGHTS, STEADY = "fortnights", "steady"

WORTH_SHOWING = 0.6
"""The shortest plan is offered that can show 40 % fewer twitches (design choice)."""

_WEEKS = {FORTNIGHTS: (6, 10, 14), STEADY: (4, 6, 8)}


def suggest(
    standing: Standing,
    table: DayTable,
    order: Sequence[tuple[str, str]],
    done: Collection[str] = (),
    steady_only: Collection[str] = (),
) -> Suggestion | None:
    """Return the step that would answer most from the standing's day on, None if none is left.

    `order` pairs the plan's steps with the factor each changes ("" if none); `done` names those
    that have a verdict, `steady_only` those that cannot be switched on and off. A possible link
    is worth a test before anything else; otherwise the article's order holds.
    """
    left = [(step, factor) for step, factor in order if step not in done]
    if not left:
        return None
    asking = _asking(standing)
    linked = sorted(
        (asking.index(factor), place) for place, (_, factor) in enumerate(left) if factor in asking
    )
    step, factor = left[linked[0][1]] if linked else left[0]
    design = STEADY if step in steady_only else FORTNIGHTS
    weeks, expect = _long_enough(table, standing.day, design)
    return Suggestion(step, factor, design, weeks, expect, "link" if linked else "order")


def planned_run(step: str, day: int, design: str, weeks: int) -> StepRun:
    """Return a step begun on `day` after the 28 days before it; fortnights begin with on."""
    last = day + 7 * weeks - 1
    on = [(day, last)]
    if design == FORTNIGHTS:
        starts = range(day, last + 1, 2 * BLOCK_DAYS)
        on = [(first, min(first + BLOCK_DAYS - 1, last)) for first in starts]
    return StepRun(step, day - BASELINE_DAYS, day, last, tuple(on))


def _asking(standing: Standing) -> list[str]:
    """Return the factors of possible links, those claimed first in front."""
    found = [f for f in (*standing.findings, *standing.hours) if f.level == POSSIBLE]
    return list(dict.fromkeys(f.key for f in sorted(found, key=lambda f: f.since)))


def _long_enough(table: DayTable, day: int, design: str) -> tuple[int, float | None]:
    """Return the weeks of the shortest plan that can show something, and what it can show."""
    baseline = table.cut(day, day - BASELINE_DAYS)
    expect: float | None = None
    for weeks in _WEEKS[design]:
        expect = expected_change(baseline, planned_run("", day, design, weeks))
        if expect is None:
            return _WEEKS[design][0], None
        if expect >= WORTH_SHOWING:
            break
    return weeks, expect
