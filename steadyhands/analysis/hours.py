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


class Hours:
    """Each array has a row a recorded day and 24 columns, from the hour at which days begin."""

    def __init__(self, table: DayTable) -> None:
        self.days = np.array(table.days, dtype=int)
        self.clock = np.array((np.arange(24) + table.starts_at) % 24, dtype=float)
        self._first = int(self.days[0]) * 24 if len(self.days) else 0
        size = (int(self.days[-1]) + 1) * 24 - self._first if len(self.days) else 0
        self._lines = {name: np.zeros(size) for name in _FIELDS}
        for row in table.hours:
            place = row.hour - self._first
            if 0 <= place < size:
                for name in _FIELDS:
                    self._lines[name][place] = row.__dict__[name]
        self._places = (self.days[:, None] * 24 + np.arange(24)) - self._first
        self.awake = 1 - self._asleep(table)

    def __len__(self) -> int:
        return len(self.days)

    def of(self, name: str) -> Floats:
        """Return what was logged in each hour."""
        return self._lines[name][self._places]

    def before(self, name: str, nearest: int, farthest: int) -> Floats:
        """Return what was logged in the hours from `nearest` to before `farthest` ago."""
        line = self._lines[name]
        summed = np.concatenate([[0.0], np.cumsum(line)])
        last = np.clip(self._places - nearest + 1, 0, len(line))
        first = np.clip(self._places - farthest + 1, 0, len(line))
        return np.asarray(summed[last] - summed[first])

    def active(self, table: DayTable) -> Floats:
        """Return the hours at the desk in each hour, 0–1."""
        line = np.zeros(len(self._lines["twitches"]))
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
        line = np.zeros(len(self._lines["twitches"]) + 1)
        for start, end in sorted(spans):
            low, high = max(start - self._first, 0.0), min(end - self._first, len(line) - 1.0)
            if low < high:
                whole = np.arange(int(low), int(np.ceil(high)))
                line[whole] += np.minimum(whole + 1, high) - np.maximum(whole, low)
        return np.minimum(line[self._places], 1.0)


def _usual(nights: list[tuple[float, float]], starts_at: int) -> tuple[float, float]:
    """Return the median beginning and end of a night, in hours from the start of its day."""
    if not nights:
        return USUAL_BED - 24 - starts_at, USUAL_UP - starts_at
    woke = [end % 24 for _, end in nights]
    fell = [start - (end - end % 24) for start, end in nights]
    return float(np.median(fell)), float(np.median(woke))
