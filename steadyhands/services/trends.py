"""Reads what charts show, from the rollups, on a connection of its own."""

from __future__ import annotations

import json
from datetime import date, timedelta

from steadyhands.analysis.series import WEEKS_NEEDED, quartiles, weeks_back
from steadyhands.domain.hand import UNSURE
from steadyhands.domain.measures import ENTRY, OWN, goals, measure, offered
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.domain.trends import (
    CELL_HOURS,
    CELLS,
    SCATTER_MOST_DAYS,
    WEEKDAYS,
    HourGrid,
    Places,
    Scatter,
    Shares,
    Span,
    TrendData,
    Week,
    YearDays,
)
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.plan import PlanBook
from steadyhands.services.profile import ProfileBook
from steadyhands.services.trend_series import read_series
from steadyhands.services.trend_words import read_words
from steadyhands.storage.database import connect_reader, newest_version
from steadyhands.storage.diary import Diary
from steadyhands.storage.faults import SaidPlainly
from steadyhands.storage.rollups import Rollups

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from steadyhands.domain.trends import ScatterAsk, Series, TrendAsk

    T = TypeVar("T")

_WEEKS_COMPARED = 26
_A_DAY = timedelta(days=1)


class TrendReader:
    """Reads the diary at `path`; any thread may call it, each read opens its own connection.

    Raises Problem in words when the diary cannot be read.
    """

    def __init__(self, path: str) -> None:
        self._path = path

    def read(self, ask: TrendAsk) -> TrendData:
        """Return all that a look at the trends shows, as it is at one moment."""
        return self._in_one_look(lambda diary, rollups: _Look(diary, rollups).all(ask))

    def extent(self) -> Span | None:
        """Return the first and last recorded day, None in an empty diary: the range “all”."""
        return self._in_one_look(lambda _, rollups: _extent(rollups))

    def _in_one_look(self, look: Callable[[Diary, Rollups], T]) -> T:
        connection = connect_reader(self._path)
        try:
            with SaidPlainly(self._path):
                connection.execute("BEGIN")
                if connection.execute("PRAGMA user_version").fetchone()[0] < newest_version():
                    raise Problem("The diary needs to be opened once before its trends can be.")
                return look(Diary(connection, self._path), Rollups(connection))
        finally:
            connection.close()


class _Look:
    """One read: everything from the same snapshot."""

    def __init__(self, diary: Diary, rollups: Rollups) -> None:
        self._diary = diary
        self._rollups = rollups

    def all(self, ask: TrendAsk) -> TrendData:
        span = ask.span
        choices = ChoiceBook(self._diary).read()
        return TrendData(
            ask=ask,
            extent=_extent(self._rollups),
            offered=offered(frozenset(self._diary.totals.names())),
            series=read_series(self._diary, self._rollups, span, ask.bucket, ask.series),
            hours=self.hours(span),
            shares=Shares(self.places(span), self.places(ask.before) if ask.before else None),
            words=read_words(self._rollups, span, ask.bucket),
            goals=goals(choices.water_goal_ml, ProfileBook(self._diary).read()),
            weeks=tuple(self.week(name, span.last) for name in ask.week_of),
            year=None if ask.year is None else self.year(ask.year),
            scatters=tuple(self.scatter(each, span) for each in ask.scatter),
            course=PlanBook(self._diary).course(span.last),
        )

    def hours(self, span: Span) -> HourGrid:
        counts = [[0] * CELLS for _ in range(WEEKDAYS)]
        for word, twitches in self._rollups.sums("hour", span.first, span.last).items():
            weekday, hour = word.split("-")
            counts[int(weekday)][int(hour) // CELL_HOURS] += twitches
        days = self._rollups.weekdays(span.first, span.last)
        return HourGrid(tuple(map(tuple, counts)), tuple(days))

    def places(self, span: Span) -> Places:
        found: dict[tuple[str, str], int] = {}
        for word, twitches in self._rollups.sums("place", span.first, span.last).items():
            side, part = (str(said or UNSURE) for said in json.loads(word))
            found[side, part] = found.get((side, part), 0) + twitches
        days = sum(self._rollups.weekdays(span.first, span.last))
        return Places(tuple((*place, count) for place, count in sorted(found.items())), days)

    def year(self, year: int) -> YearDays:
        first, last = date(year, 1, 1), date(year, 12, 31)
        counts: list[int | None] = [None] * ((last - first).days + 1)
        base = epoch_day(first)
        for day in self._rollups.recorded(first, last):
            counts[day - base] = 0
        for day, _, twitches in self._rollups.days("twitches", first, last):
            counts[day - base] = twitches
        return YearDays(year, tuple(counts))

    def week(self, name: str, last: date) -> Week:
        first = last - timedelta(days=7 * (_WEEKS_COMPARED + 1) - 1)
        series = self._days(Span(first, last), name)
        times = 1 if measure(name).per in (OWN, ENTRY) else 7
        means = weeks_back(series.values)
        earlier = [mean * times for mean in means[1:] if mean is not None]
        low, high = quartiles(earlier) if len(earlier) >= WEEKS_NEEDED else (None, None)
        there = [value for value in series.values[-7:] if value is not None]
        value = None if means[0] is None else means[0] * times
        return Week(name, sum(there), value, len(there), low, high, len(earlier))

    def scatter(self, ask: ScatterAsk, span: Span) -> Scatter:
        lag = timedelta(days=ask.lag)
        first = max(span.first, span.last - (SCATTER_MOST_DAYS - 1) * _A_DAY)
        across = self._days(Span(first - lag, span.last - lag), ask.x)
        up = self._days(Span(first, span.last), ask.y)
        rows = zip(up.days, across.values, up.values, strict=True)
        return Scatter(ask, tuple((d, x, y) for d, x, y in rows if x is not None and y is not None))

    def _days(self, span: Span, name: str) -> Series:
        return read_series(self._diary, self._rollups, span, "day", [name], bare=True)[0]


def _extent(rollups: Rollups) -> Span | None:
    found = rollups.extent()
    return Span(*found) if found else None
