"""The weekly check-up: the only time at which verdicts change.

How a service uses it::

    from steadyhands.analysis.table import day_table
    from steadyhands.analysis.checkup import reads_from, standing_as_of

    table = day_table(entries_since(reads_from(today)), today, starts_at, first, earlier)
    standing = standing_as_of(table, today, memo, runs)  # memo: a dict[str, str]

`as-of` DATE is the same call with that day: nothing of that day or later is looked at.
"""

from __future__ import annotations

from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import Standing, StepRun, Suggestion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

WINDOW_DAYS = 365
"""Days that one check-up looks at."""

REPLAYED = 52
"""Check-ups that a standing remembers: a link not found again for a year is no longer shown."""


def reads_from(day: int) -> int:
    """Return the first day whose entries matter to the standing as of `day`."""
    return day - WINDOW_DAYS - 7 * (REPLAYED + 1)


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
    taken out of it. `runs` are the plan's steps; `suspects` up to three factor keys that the
    person named before the first check-up.
    """
    raise NotImplementedError


def suggest(
    standing: Standing, table: DayTable, order: Sequence[tuple[str, str]], done: Sequence[str]
) -> Suggestion | None:
    """Return the step that would answer most, None when nothing is left to try.

    `order` pairs the plan's steps with the factor each changes ("" if none), `done` names those
    that have a verdict. (Moves to `analysis.experiment`.)
    """
    raise NotImplementedError
