"""The hours of the recorded days as arrays: what was in them, and how much of them awake."""

from __future__ import annotations

import numpy as np

from steadyhands.analysis.noise import Floats
from steadyhands.domain.day_table import DayTable

USUAL_UP, USUAL_BED = 7.0, 23.0  # by the clock, where no sleep was ever logged
NIGHT_LEAST_H = 3.0
_FIELDS = (
    "twitches",
    "drinks",
    "caffeine_mg",
    "caffeinated",
    "alcohol_g",
    "alcoholic",
    "routine_min",
    "routines",
)


class HourLines:
    """All that was logged, hour after hour without a gap: made once for many looks."""

    def __init__(self, table: DayTable) -> None:
        self.first = table.days[0] * 24 if table.days else 0
        self.size = (table.days[-1] + 1) * 24 - self.first if table.days else 0
        rows = [row for row in table.hours if 0 <= row.hour - self.first < self.size]
        places = np.array([row.hour for row in rows], dtype=int) - self.first
        told = np.array([[row.__dict__[n] for n in _FIELDS] for row in rows], dtype=float)
        self._lines = np.zeros((len(_FIELDS), self.size))
        if rows:
            self._lines[:, places] = told.T

    def of(self, name: str) -> Floats:
        """Return one quantity."""
        return np.asarray(self._lines[_FIELDS.index(name)])


class Hours:
    """Each array has a row a recorded day and 24 columns, from the hour at which days begin.

    `lines` are those of a table that holds this one's days.
    """

    def __init__(self, table: DayTable, lines: HourLines | None = None) -> None:
        self._lines = lines or HourLines(table)
        self.days = np.array(table.days, dtype=int)
        self.clock = np.array((np.arange(24) + table.starts_at) % 24, dtype=float)
        self._first = self._lines.first
        self._start = int(self.days[0]) * 24 - self._first if len(self.days) else 0
        self._places = (self.days[:, None] * 24 + np.arange(24)) - self._first
        self.awake = 1 - self._asleep(table)

    def __len__(self) -> int:
        return len(self.days)

    def of(self, name: str) -> Floats:
        """Return what was logged in each hour."""
        return self._lines.of(name)[self._places]

    def before(self, name: str, nearest: int, farthest: int) -> Floats:
        """Return what was logged in the hours from `nearest` to before `farthest` ago.

        What was logged before the first day here is not looked at.
        """
        line = self._lines.of(name)
        summed = np.concatenate([[0.0], np.cumsum(line)])
        last = np.clip(self._places - nearest + 1, self._start, len(line))
        first = np.clip(self._places - farthest + 1, self._start, len(line))
        return np.asarray(summed[last] - summed[first])

    def active(self, table: DayTable) -> Floats:
        """Return the hours at the desk in each hour, 0–1."""
        line = np.zeros(self._lines.size)
        for hour, minutes in table.active:
            if 0 <= hour - self._first < len(line):
                line[hour - self._first] += minutes / 60
        return np.minimum(line[self._places], 1.0)

    def _asleep(self, table: DayTable) -> Floats:
        """Return the share of each hour asleep; where no sleep was logged, as is usual."""
        spans = list(table.asleep)
        nights = [span for span in spans if span[1] - span[0] >= NIGHT_LEAST_H]
        woke_on = {int(end // 24) for _, end in nights}
        fell, woke = _usual(nights, table.starts_at)
        untold = {*table.days, *(day + 1 for day in table.days)} - woke_on
        spans += [(day * 24 + fell, day * 24 + woke) for day in untold]
        line = np.zeros(self._lines.size + 1)
        for start, end in sorted(spans):
            low, high = max(start - self._first, 0.0), min(end - self._first, len(line) - 1.0)
            if low >= high:
                continue
            first, last = int(low), int(high)
            if first == last:
                line[first] += high - low
            else:
                line[first] += first + 1 - low
                line[first + 1 : last] += 1
                line[last] += high - last
        return np.minimum(line[self._places], 1.0)


def _usual(nights: list[tuple[float, float]], starts_at: int) -> tuple[float, float]:
    """Return the median beginning and end of a night, in hours from the start of its day."""
    if not nights:
        return USUAL_BED - 24 - starts_at, USUAL_UP - starts_at
    woke = [end % 24 for _, end in nights]
    fell = [start - (end - end % 24) for start, end in nights]
    return float(np.median(fell)), float(np.median(woke))
