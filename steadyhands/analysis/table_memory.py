"""Keeping the days that no longer change: a heavy diary's table is not made anew each time.

How a service uses it: keep `as_json(table.cut(boundary))` under a fingerprint of the entries
before `boundary`, some weeks ago. While the fingerprint holds, read entries only from
`boundary - LOOK_BACK_DAYS` on, and join.
"""

from __future__ import annotations

import json

from steadyhands.analysis.usual import LOOK_BACK_DAYS as LOOK_BACK_DAYS
from steadyhands.domain.day_table import DayTable, HourRow
from steadyhands.domain.factors import OWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    Column = tuple[str, tuple[float | None, ...]]

_COLUMNS = ("days", "twitches", "left", "right", "sleep_told", "stress_told", "meals")


def joined(kept: DayTable, made: DayTable, boundary: int) -> DayTable:
    """Return the days of `kept` before `boundary` and those of `made` from there on.

    `made` must begin at least `LOOK_BACK_DAYS` earlier, for what is usual looks back so far.
    """
    old, new = kept.cut(boundary), made.cut(made.days[-1] + 1 if made.days else boundary, boundary)
    keys = [key for key, _ in (*old.factors, *new.factors)]
    factors = [(key, old.values(key) + new.values(key)) for key in dict.fromkeys(keys)]
    start = boundary * 24
    return kept.replaced(
        **{name: old.__dict__[name] + new.__dict__[name] for name in _COLUMNS},
        factors=_in_order(factors),
        hours=old.hours + tuple(row for row in new.hours if row.hour >= start),
        asleep=old.asleep + tuple(span for span in new.asleep if span[1] >= start),
        active=old.active + tuple(pair for pair in new.active if pair[0] >= start),
        tags=old.tags + new.tags,
    )


def _in_order(factors: list[Column]) -> tuple[Column, ...]:
    """Return the factors as `day_table` has them: own trackers last, by name."""
    own = [column for column in factors if column[0].startswith(OWN)]
    return tuple([c for c in factors if not c[0].startswith(OWN)] + sorted(own, key=lambda c: c[0]))


def as_json(table: DayTable) -> str:
    """Return a table as text."""
    told = dict(table.__dict__)
    told["hours"] = [[row.__dict__[n] for n in HourRow._fields] for row in table.hours]
    return json.dumps(told)


def from_json(text: str) -> DayTable:
    """Return the table that `as_json` wrote; raises ValueError, KeyError or TypeError if none."""
    told = json.loads(text)
    for name in _COLUMNS:
        told[name] = tuple(told[name])
    for name in ("asleep", "active", "tags"):
        told[name] = tuple(tuple(piece) for piece in told[name])
    told["factors"] = tuple((key, tuple(values)) for key, values in told["factors"])
    told["hours"] = tuple(HourRow(*row) for row in told["hours"])
    return DayTable(**told)
