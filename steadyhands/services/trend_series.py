"""Puts the rollups' rows together into series: what each step of time adds up to."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.analysis.series import from_midnight_h, from_noon_h, running_mean
from steadyhands.domain.entries import Entry, Sleep
from steadyhands.domain.measures import ANY, ENTRY, KINDS_OF, MID_SLEEP, Measure, measure
from steadyhands.domain.moment import DAY_MS, Moment, date_of_epoch_day, epoch_day
from steadyhands.domain.quantities import THOUSANDTHS
from steadyhands.domain.sleep import sleep_days
from steadyhands.domain.trends import Series, Span, bucket_starts, next_start
from steadyhands.storage.rollups import month_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadyhands.domain.sleep import Night
    from steadyhands.storage.diary import Diary
    from steadyhands.storage.rollups import Rollups

_RUN_UP = timedelta(days=6)  # days before a span that its running mean reaches back to
_SLEEP = Sleep()
_NIGHT_MARGIN_DAYS = 3  # a night may begin, in its own zone, so long before its day


class SeriesReader:
    """Reads series over the steps of one span, widened to whole steps."""

    def __init__(self, diary: Diary, rollups: Rollups, span: Span, bucket: str) -> None:
        self._diary = diary
        self._rollups = rollups
        self._bucket = bucket
        self._by_month = bucket in ("month", "quarter")
        self.days = bucket_starts(span, bucket)
        self.first = self.days[0]
        self.last = next_start(self.days[-1], bucket) - timedelta(days=1)
        self._base = epoch_day(self.first)
        self._months = _month_places(self.days, bucket) if self._by_month else {}
        self._counted: dict[str, list[int]] = {}

    def read(self, name: str) -> Series:
        """Return one measure's series, without its running mean."""
        what = measure(name)
        if name == MID_SLEEP:
            return self._mid_sleep(what)
        amounts, entries = self._zeros(), self._zeros()
        own = self._zeros()
        for place, amount, count in self._rows(what.quantity):
            amounts[place] += amount
            entries[place] += count
            own[place] += 1
        if self._by_month and what.per != ANY and what.per not in KINDS_OF:
            own = self._days_of("quantity", what.quantity)
        counted = self._days_that_count(what, own)
        parts = entries if what.per == ENTRY else counted
        scale = what.scale / THOUSANDTHS
        values = tuple(
            amount * scale / part if part else None
            for amount, part in zip(amounts, parts, strict=True)
        )
        return Series(name, what.unit, self.days, values, tuple(entries), tuple(counted))

    def _days_that_count(self, what: Measure, own: list[int]) -> list[int]:
        if what.per == ANY:
            return self._days_of("any", "")
        if what.per in KINDS_OF:
            return self._days_of("kind", *KINDS_OF[what.per])
        return own

    def _rows(self, quantity: str) -> Iterable[tuple[int, int, int]]:
        """Return place, amount and entries."""
        if self._by_month:
            rows = self._rollups.months(quantity, self.first, self.last)
            places = self._months
            return [(places[key], amount, n) for key, amount, n in rows]
        days = self._rollups.days(quantity, self.first, self.last)
        base, step = self._base, 7 if self._bucket == "week" else 1
        return [((day - base) // step, amount, n) for day, amount, n in days]

    def _days_of(self, sort: str, *names: str) -> list[int]:
        """Return on how many days of each step there was any entry, a quantity, one of kinds."""
        key = " ".join((sort, *names))
        if key not in self._counted:
            self._counted[key] = self._count_days(sort, names)
        return self._counted[key]

    def _count_days(self, sort: str, names: tuple[str, ...]) -> list[int]:
        found = self._zeros()
        if self._by_month and len(names) == 1:
            for key, days in self._rollups.month_days(sort, names[0], self.first, self.last):
                found[self._months[key]] += days
            return found
        for day in self._days_with(sort, names):
            found[self._place(day)] += 1
        return found

    def _days_with(self, sort: str, names: tuple[str, ...]) -> Iterable[int]:
        span = (self.first, self.last)
        if sort == "any":
            return self._rollups.recorded(*span)
        # A day with both kinds is one day, which sums by month could not know.
        return {day for name in names for day in self._rollups.days_with(name, *span)}

    def _place(self, day: int) -> int:
        """Return the step that an epoch day lies in."""
        if self._by_month:
            return self._months[month_key(date_of_epoch_day(day))]
        return (day - self._base) // (7 if self._bucket == "week" else 1)

    def _mid_sleep(self, what: Measure) -> Series:
        sums, parts, pieces = [0.0] * len(self.days), self._zeros(), self._zeros()
        if self._by_month:
            for key, minutes, weighted, count in self._rollups.month_nights(self.first, self.last):
                place = self._months[key]
                sums[place] += weighted
                parts[place] += minutes
                pieces[place] += count
            sums = [from_noon_h(s / n) * n if n else 0 for s, n in zip(sums, parts, strict=True)]
            nights = pieces
        else:
            step = 7 if self._bucket == "week" else 1
            for day, night in self._nights().items():
                place = (epoch_day(day) - self._base) // step
                sums[place] += from_midnight_h(night.mid_min)
                parts[place] += 1
                pieces[place] += len(night.pieces)
            nights = parts
        values = tuple(s / n if n else None for s, n in zip(sums, parts, strict=True))
        return Series(what.name, what.unit, self.days, values, tuple(pieces), tuple(nights))

    def _nights(self) -> dict[date, Night]:
        start_ms = (epoch_day(self.first) - _NIGHT_MARGIN_DAYS) * DAY_MS
        end_ms = (epoch_day(self.last) + _NIGHT_MARGIN_DAYS) * DAY_MS
        rows = self._rollups.sleeps(start_ms, end_ms)
        sleeps = [Entry("", Moment(*began), _SLEEP, Moment(*woke)) for began, woke in rows]
        slept = sleep_days(sleeps, self._diary.day_starts_at())
        return {
            day: known.night
            for day, known in slept.items()
            if known.night is not None and self.first <= day <= self.last
        }

    def _zeros(self) -> list[int]:
        return [0] * len(self.days)


def _month_places(days: Sequence[date], bucket: str) -> dict[int, int]:
    """Return the place of each month's step, by the database's name of the month."""
    months = 3 if bucket == "quarter" else 1
    return {
        month_key(day) + more: place for place, day in enumerate(days) for more in range(months)
    }


def read_series(
    diary: Diary,
    rollups: Rollups,
    span: Span,
    bucket: str,
    names: Iterable[str],
    bare: bool = False,
) -> tuple[Series, ...]:
    """Return the named series; those by day with running means that reach back, unless `bare`."""
    if bare or bucket != "day":
        reader = SeriesReader(diary, rollups, span, bucket)
        return tuple(reader.read(name) for name in names)
    reader = SeriesReader(diary, rollups, Span(span.first - _RUN_UP, span.last), bucket)
    return tuple(_with_mean(reader.read(name)) for name in names)


def _with_mean(whole: Series) -> Series:
    """Return a series of days without its run-up, with the running mean."""
    cut = _RUN_UP.days
    return Series(
        whole.name,
        whole.unit,
        whole.days[cut:],
        whole.values[cut:],
        whole.entries[cut:],
        whole.recorded[cut:],
        tuple(running_mean(whole.values)[cut:]),
    )
