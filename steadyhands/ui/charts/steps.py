"""What a chart along time is drawn from: numbers and the days they stand for; Qt-free."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import Series, next_start
from steadyhands.domain.value import Value

Bounds = tuple[float | None, float | None]


class Steps(Value):
    """One measure along time, in steps of a day or more.

    `starts` are epoch days, `lengths` how many days each step covers; a value of a longer step
    is the mean of its recorded days, None when none was recorded. `goal` is a band, open at a
    None. `recorded` counts the days behind each value.
    """

    key: str
    starts: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()
    values: tuple[float | None, ...] = ()
    mean: tuple[float | None, ...] = ()
    goal: Bounds | None = None
    recorded: tuple[int, ...] = ()

    def place_of(self, day: float) -> int:
        """Return the number of the step that holds a day; the nearest one outside of all."""
        return min(max(bisect_right(self.starts, day) - 1, 0), max(len(self.starts) - 1, 0))

    @property
    def is_empty(self) -> bool:
        """Return whether there is no value at all."""
        return all(value is None for value in self.values)

    @property
    def first(self) -> int:
        """Return the first epoch day, 0 without any step."""
        return self.starts[0] if self.starts else 0

    @property
    def end(self) -> int:
        """Return the epoch day after the last step."""
        return self.starts[-1] + self.lengths[-1] if self.starts else 1

    @property
    def is_daily(self) -> bool:
        """Return whether every step is one day."""
        return all(length == 1 for length in self.lengths)

    def recorded_values(self) -> list[float]:
        """Return the values there are."""
        return [value for value in self.values if value is not None]

    def gaps(self) -> list[tuple[int, int]]:
        """Return where nothing was recorded, as first day and the day after, neighbours joined."""
        found: list[tuple[int, int]] = []
        for start, length, value in zip(self.starts, self.lengths, self.values, strict=True):
            if value is not None:
                continue
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], start + length)
            else:
                found.append((start, start + length))
        return found


class Phase(Value):
    """A stretch of days to shade, such as a step of a plan; `last` is within it.

    `kind` is "on", "off" (a step's fortnight without it), "base" or "paused".
    """

    first: int
    last: int
    name: str = ""
    kind: str = "on"


def steps_of(series: Series, bucket: str, goal: Bounds | None = None) -> Steps:
    """Return a series as the charts draw it."""
    starts = tuple(epoch_day(day) for day in series.days)
    end = epoch_day(next_start(series.days[-1], bucket)) if starts else 0
    return Steps(
        series.name, starts, lengths_of(starts, end), series.values, series.mean, goal,
        series.recorded,
    )  # fmt: skip


def lengths_of(starts: Sequence[int], end: int) -> tuple[int, ...]:
    """Return how many days each step covers, the last one up to `end` (not within it)."""
    following = [*starts[1:], end]
    return tuple(then - start for start, then in zip(starts, following, strict=True))


def nice_top(most: float, whole: bool = False) -> tuple[float, float]:
    """Return a round top that is at least `most`, and the step of its grid lines."""
    most = max(most, 4.0 if whole else 1e-6)
    for power in range(-6, 10):
        for factor in (1, 2, 5):
            step = factor * 10.0**power
            if step >= 1 or not whole:
                count = -(-most // step)
                if count <= 5:
                    return count * step, step
    return most, most


def nice_range(low: float, high: float, step: float) -> tuple[float, float, float]:
    """Return a range of whole steps that holds both values, and its step, at most six of them."""
    while (high - low) / step > 6:
        step *= 2
    bottom = low // step * step
    top = -(-high // step) * step
    return bottom, max(top, bottom + step), step
