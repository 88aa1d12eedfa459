"""One step as it was or is being followed: its days, its pauses, its end."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.plan.steps import BLOCK_DAYS, FORTNIGHTS, LEAST_DAYS, STEADY
from steadyhands.domain.trends import Span
from steadyhands.domain.value import Value

FINISHED, STOPPED = "finished", "stopped"


class Run(Value):
    """A step from its first day on.

    `days` is its length in days that count; a paused day does not, so each moves the end.
    `paused_since` is the first day of a pause that still lasts. `last` is set once it ended,
    as `ending` says.
    """

    step: str
    first: date
    days: int
    rhythm: str = STEADY
    pauses: tuple[Span, ...] = ()
    paused_since: date | None = None
    last: date | None = None
    ending: str = ""
    extended: bool = False

    @property
    def is_open(self) -> bool:
        """Return whether nobody has ended it yet; its planned days may be over."""
        return self.last is None

    @property
    def alternates(self) -> bool:
        """Return whether two weeks on and two weeks off take turns."""
        return self.rhythm == FORTNIGHTS

    def pauses_until(self, day: date) -> tuple[Span, ...]:
        """Return the pauses in order, the one that lasts up to `day` at most."""
        if self.paused_since is None or self.paused_since > day:
            return self.pauses
        return (*self.pauses, Span(self.paused_since, day))

    def is_paused(self, day: date) -> bool:
        """Return whether a day is paused."""
        if self.paused_since is not None and day >= self.paused_since:
            return True
        return any(span.first <= day <= span.last for span in self.pauses)

    def planned_last(self, day: date) -> date:
        """Return the last day of its full length, if a pause that lasts ends with `day`."""
        return self._nth(self.days, day)

    def is_over(self, day: date) -> bool:
        """Return whether its full length lies before a day."""
        if self.paused_since is not None:
            return False
        return self.planned_last(day) < day

    def counted(self, day: date) -> int:
        """Return how many of its days have begun by `day`: "day 9 of 28"; 0 before the first."""
        end = min(day, self.planned_last(day))
        if self.last is not None:
            end = min(end, self.last)
        if end < self.first:
            return 0
        paused = sum(_common(span, self.first, end) for span in self.pauses_until(day))
        return (end - self.first).days + 1 - paused

    def is_on(self, nth: int) -> bool:
        """Return whether the n-th of its days (from 1) is one on which the step is followed."""
        return not self.alternates or (nth - 1) // BLOCK_DAYS % 2 == 0

    def ended(self, day: date) -> Run:
        """Return it ended with `day`, or with its full length if that came first.

        Under 14 days it was stopped, whatever was said.
        """
        last = day
        if not self.is_paused(day):
            last = min(day, self.planned_last(day))
        closed = self.replaced(pauses=self.pauses_until(day), paused_since=None, last=last)
        return closed.replaced(ending=FINISHED if closed.counted(last) >= LEAST_DAYS else STOPPED)

    def _nth(self, number: int, day: date) -> date:
        found = self.first + timedelta(days=number - 1)
        for span in self.pauses_until(day):
            if span.first <= found:
                found += timedelta(days=_common(span, self.first, span.last))
        return found


def _common(span: Span, first: date, last: date) -> int:
    """Return how many days of a span lie from `first` to `last`."""
    return max(0, (min(span.last, last) - max(span.first, first)).days + 1)
