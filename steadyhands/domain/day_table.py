"""The diary's days as numbers: what every analysis starts from.

Days are epoch days (`domain.moment.epoch_day`) of the diary's own days (`domain.day.day_of`).
"""

from __future__ import annotations

from bisect import bisect_left

from steadyhands.domain.factors import OWN
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self


class HourRow(Value):
    """What was logged in one hour: `hour` counts from the epoch in hours of diary days.

    `hour // 24` is the day, `hour % 24` the hours since the day began. `caffeinated`,
    `alcoholic` and `routines` count entries, `drinks` all drinks.
    """

    hour: int
    twitches: int = 0
    drinks: int = 0
    caffeine_mg: float = 0
    caffeinated: int = 0
    alcohol_g: float = 0
    alcoholic: int = 0
    routine_min: float = 0
    routines: int = 0


class DayTable(Value):
    """The diary's recorded days, in columns of equal length; a day without entries is no row.

    `factors` pairs a factor's key with its values, None where the day does not tell.
    `sleep_told`, `stress_told` (0 or 1) and `meals` (0–3) say how completely a day was logged.
    `hours` holds the hours in which something was logged, `asleep` the sleeps as pairs of hours
    of the same scale, `active` pairs of hour and minutes at the desk where those are known.
    `tags` counts twitches by what was said of them: (day, "doing:typing", 2).
    `first` is the first day with a twitch in the whole diary, `earlier` how many recorded days
    it has from there to the rows that are here.
    """

    first: int
    starts_at: int
    days: tuple[int, ...] = ()
    twitches: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    sleep_told: tuple[int, ...] = ()
    stress_told: tuple[int, ...] = ()
    meals: tuple[int, ...] = ()
    factors: tuple[tuple[str, tuple[float | None, ...]], ...] = ()
    hours: tuple[HourRow, ...] = ()
    asleep: tuple[tuple[float, float], ...] = ()
    active: tuple[tuple[int, float], ...] = ()
    tags: tuple[tuple[int, str, int], ...] = ()
    earlier: int = 0

    def check(self) -> None:
        """Columns are of one length, days rise."""
        columns = (self.twitches, self.left, self.right, self.sleep_told, self.stress_told)
        sizes = {len(column) for column in (*columns, self.meals, *(v for _, v in self.factors))}
        if sizes - {len(self.days)} or any(
            a >= b for a, b in zip(self.days, self.days[1:], strict=False)
        ):
            raise Problem("The days of the diary are not in order.")

    def values(self, key: str) -> tuple[float | None, ...]:
        """Return a factor's values, all None if no day tells it."""
        for name, values in self.factors:
            if name == key:
                return values
        return (None,) * len(self.days)

    def cut(self, until: int, since: int | None = None) -> Self:
        """Return the table as it was on the morning of day `until`, without days before `since`."""
        start = 0 if since is None else bisect_left(self.days, since)
        rows = slice(start, bisect_left(self.days, until))
        low = self.days[rows.start] if rows.start < rows.stop else until
        names = ("days", "twitches", "left", "right", "sleep_told", "stress_told", "meals")
        columns = {name: self.__dict__[name][rows] for name in names}
        return self.replaced(
            **columns,
            factors=self._columns(rows),
            hours=_between(self.hours, (low - 1) * 24, until * 24),
            asleep=tuple(s for s in self.asleep if (low - 1) * 24 <= s[1] < until * 24),
            active=tuple(a for a in self.active if low * 24 <= a[0] < until * 24),
            tags=tuple(t for t in self.tags if low <= t[0] < until),
            earlier=self.earlier + rows.start,
        )

    def _columns(self, rows: slice) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
        """Return the factors of some rows; an own tracker that none of them tells is gone."""
        cut = ((key, values[rows]) for key, values in self.factors)
        return tuple(c for c in cut if not c[0].startswith(OWN) or any(v is not None for v in c[1]))


def _between(hours: tuple[HourRow, ...], low: int, high: int) -> tuple[HourRow, ...]:
    def at(row: HourRow) -> int:
        return row.hour

    return hours[bisect_left(hours, low, key=at) : bisect_left(hours, high, key=at)]
