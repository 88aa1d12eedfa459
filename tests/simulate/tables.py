"""Small tables for tests that need days, not people."""

from __future__ import annotations

import numpy as np

from steadyhands.domain.day_table import DayTable, HourRow

FIRST = 20_000


def a_table(days: int = 90, seed: int = 1, **columns: object) -> DayTable:
    """Return fully logged days of about four twitches; name columns to change them.

    A column whose name is no field of the table is a factor.
    """
    rng = np.random.default_rng(seed)
    given = {name: tuple(column) for name, column in columns.items()}  # type: ignore[call-overload]
    fields = {name: column for name, column in given.items() if name in DayTable._fields}
    factors = tuple((name, c) for name, c in given.items() if name not in DayTable._fields)
    rows = tuple(range(FIRST, FIRST + days))
    plain = {
        "first": FIRST,
        "starts_at": 4,
        "days": rows,
        "twitches": tuple(int(n) for n in rng.poisson(4, days)),
        "left": (0,) * days,
        "right": (0,) * days,
        "sleep_told": (1,) * days,
        "stress_told": (1,) * days,
        "meals": (3,) * days,
        "factors": factors,
    }
    return DayTable(**{**plain, **fields})  # type: ignore[arg-type]


def hours_of(day: int, **by_clock: tuple[int, ...]) -> tuple[HourRow, ...]:
    """Return a day's hours; `twitches=(9, 9)` puts two at nine o'clock of a day from four."""
    counted: dict[int, dict[str, float]] = {}
    for name, clocks in by_clock.items():
        for clock in clocks:
            row = counted.setdefault(day * 24 + (clock - 4) % 24, {})
            row[name] = row.get(name, 0) + 1
    return tuple(HourRow(hour, **row) for hour, row in sorted(counted.items()))  # type: ignore[arg-type]
