"""What charts show, as plain values: series over days, hours of the week, where, how it felt."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.measures import Goal
    from steadyhands.domain.plan.days import Course

BUCKETS = ("day", "week", "month", "quarter")
DAYS_UP_TO, WEEKS_UP_TO, MONTHS_UP_TO = 400, 1100, 7500
"""Days of a span up to which each bucket still leaves a chart readable."""

SCATTER_MOST_DAYS = 366
WORD_FIELDS = ("doing", "felt", "lasted", "state")
CELLS, CELL_HOURS = 12, 2
WEEKDAYS = 7


class Span(Value):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def check(self) -> None:
        """The first day is not after the last."""
        if self.first > self.last:
            raise Problem("The first day lies after the last one.")

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> Span:
        """Return the span of the same length that ends where this one begins."""
        return Span(self.first - timedelta(days=self.days), self.first - timedelta(days=1))


class ScatterAsk(Value):
    """Which measure to hold against which; `lag` 1 sets y against x of the day before."""

    x: str
    y: str = "twitches"
    lag: int = 0

    def check(self) -> None:
        """The lag is none or one day."""
        if self.lag not in (0, 1):
            raise Problem("Days can be compared with the same day or the day before.")


class TrendAsk(Value):
    """What to read: which days in which steps, which measures, and what besides.

    Series go over whole steps: a span that begins in mid-month is widened to the first.
    `before` is a span to compare the hand with, `year` one to show as a calendar;
    None leaves either out. `week_of` names measures to hold this week against the usual.
    """

    span: Span
    series: tuple[str, ...] = ("twitches",)
    bucket: str = "day"
    before: Span | None = None
    year: int | None = None
    scatter: tuple[ScatterAsk, ...] = ()
    week_of: tuple[str, ...] = ("twitches",)

    def check(self) -> None:
        """The bucket is one of `BUCKETS`."""
        if self.bucket not in BUCKETS:
            raise Problem("Days can be shown by day, week, month or quarter.")


class Point(Value):
    """One step of a series: its first day, value (None: not recorded), and what is behind it."""

    day: date
    value: float | None
    entries: int
    recorded_days: int


class Series(Value):
    """One measure over time, as tuples of the same length; `days` holds each step's first day.

    A value is a day's amount, or the mean of a longer step's days that count (see
    `Measure`), `recorded` of them; None where there are none, never zero for that.
    `mean` is the mean of the seven days up to each, None under three that count; empty
    unless by day.
    """

    name: str
    unit: str
    days: tuple[date, ...]
    values: tuple[float | None, ...]
    entries: tuple[int, ...]
    recorded: tuple[int, ...]
    mean: tuple[float | None, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the same step by step."""
        columns = (self.days, self.values, self.entries, self.recorded)
        return tuple(Point(*each) for each in zip(*columns, strict=True))

    @property
    def is_empty(self) -> bool:
        """Return whether no step has a value."""
        return all(value is None for value in self.values)


class HourGrid(Value):
    """Twitches by weekday (Monday first) and two hours of the clock.

    `counts` are 7 × 12 twitches, `days` how many of each weekday were recorded.
    """

    counts: tuple[tuple[int, ...], ...]
    days: tuple[int, ...]

    def rate(self, weekday: int, cell: int) -> float | None:
        """Return twitches per recorded weekday, None if there was none."""
        days = self.days[weekday]
        return self.counts[weekday][cell] / days if days else None


class Places(Value):
    """How often each part of each hand: triples of side, part, count; and over how many days."""

    counts: tuple[tuple[str, str, int], ...] = ()
    recorded_days: int = 0

    @property
    def total(self) -> int:
        """Return how many twitches in all."""
        return sum(count for _, _, count in self.counts)

    def count(self, side: str, part: str) -> int:
        """Return how many twitches one place had."""
        return sum(n for s, p, n in self.counts if (s, p) == (side, part))

    def share(self, side: str, part: str) -> float | None:
        """Return a place's share from 0 to 1, None without any twitch."""
        return self.count(side, part) / self.total if self.total else None


class Shares(Value):
    """Where it twitches now, and where it did before (None: nothing to compare with)."""

    now: Places
    before: Places | None = None


class WordSeries(Value):
    """How often each word was said over time: `counts` has a row a word, a column a step.

    `twitches` are all of each step's, whether they say anything or not.
    """

    field: str
    words: tuple[str, ...]
    days: tuple[date, ...]
    counts: tuple[tuple[int, ...], ...]
    twitches: tuple[int, ...]


class YearDays(Value):
    """A calendar year's twitches day by day from January 1st; None: not recorded."""

    year: int
    counts: tuple[int | None, ...]

    def count(self, day: date) -> int | None:
        """Return one day's twitches."""
        return self.counts[(day - date(self.year, 1, 1)).days]


class Scatter(Value):
    """Two measures day against day: triples of y's day, x, y; at most the last year's."""

    ask: ScatterAsk
    pairs: tuple[tuple[date, float, float], ...]


class Week(Value):
    """The last seven days against the usual range: quartiles of earlier recorded weeks.

    All are per week: the mean of the days that count, times seven where the measure is
    a sum. `count` is what was recorded as it is; `value` None: too few days this week;
    `low` and `high` None: too few weeks.
    """

    name: str
    count: float
    value: float | None
    recorded_days: int
    low: float | None
    high: float | None
    weeks: int

    @property
    def standing(self) -> str:
        """Return `fewer`, `usual` or `more`, or `unknown` while there is too little."""
        if self.value is None or self.low is None or self.high is None:
            return "unknown"
        return "fewer" if self.value < self.low else "more" if self.value > self.high else "usual"


class TrendData(Value):
    """All that one look at the trends shows. `extent` is None in an empty diary.

    `course` is the plan up to the last day, None if there is none.
    """

    ask: TrendAsk
    extent: Span | None
    offered: tuple[str, ...]
    series: tuple[Series, ...]
    hours: HourGrid
    shares: Shares
    words: tuple[WordSeries, ...]
    goals: tuple[Goal, ...]
    weeks: tuple[Week, ...] = ()
    year: YearDays | None = None
    scatters: tuple[Scatter, ...] = ()
    course: Course | None = None

    def one(self, name: str) -> Series | None:
        """Return a series by name, None if it was not asked for."""
        return next((series for series in self.series if series.name == name), None)


def bucket_for(span: Span) -> str:
    """Return the step in which a span of days is best shown."""
    limits = ((DAYS_UP_TO, "day"), (WEEKS_UP_TO, "week"), (MONTHS_UP_TO, "month"))
    return next((bucket for most, bucket in limits if span.days <= most), "quarter")


def bucket_start(day: date, bucket: str) -> date:
    """Return the first day of the step that a day lies in; weeks begin on Monday."""
    if bucket == "day":
        return day
    if bucket == "week":
        return day - timedelta(days=day.weekday())
    if bucket == "month":
        return day.replace(day=1)
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def bucket_starts(span: Span, bucket: str) -> tuple[date, ...]:
    """Return the first days of all steps that a span touches."""
    if bucket == "day":
        first = span.first.toordinal()
        return tuple(map(date.fromordinal, range(first, first + span.days)))
    found, day = [], bucket_start(span.first, bucket)
    while day <= span.last:
        found.append(day)
        day = next_start(day, bucket)
    return tuple(found)


def next_start(day: date, bucket: str) -> date:
    """Return the first day of the step after the one that begins on `day`."""
    if bucket in ("day", "week"):
        return day + timedelta(days=1 if bucket == "day" else 7)
    months = day.month - 1 + (1 if bucket == "month" else 3)
    return date(day.year + months // 12, months % 12 + 1, 1)
