"""What charts ought to show, counted from entries in plain Python: no SQL, no rollups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from steadyhands.domain.entries import Entry, Twitch
from steadyhands.domain.measures import ANY, ENTRY, KINDS_OF, MID_SLEEP, measure
from steadyhands.domain.sleep import sleep_days
from steadyhands.domain.trends import Span, bucket_start, bucket_starts

MONDAY = date(1970, 1, 5) - timedelta(days=7)  # the first day of some block


class TrendModel:
    """The living entries, and the hour at which their days start."""

    def __init__(self, entries: Sequence[Entry], starts_at: int) -> None:
        self.entries = list(entries)
        self.starts_at = starts_at
        self.day = {entry.id: self.day_of(entry) for entry in entries}

    def day_of(self, entry: Entry) -> date:
        wall = (entry.until if entry.kind == "sleep" and entry.until else entry.at).local()
        return wall.date() - timedelta(days=wall.hour < self.starts_at)

    def recorded(self, span: Span) -> set[date]:
        return {day for day in self.day.values() if span.first <= day <= span.last}

    def within(self, first: date, last: date, kind: str = "") -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if first <= self.day[entry.id] <= last and kind in ("", entry.kind)
        ]

    def extent(self) -> Span | None:
        days = self.day.values()
        return Span(min(days), max(days)) if days else None

    def series(self, name: str, span: Span, bucket: str) -> list[tuple[float | None, int, int]]:
        """Return value, entries and days that count of each step."""
        starts = bucket_starts(span, bucket)
        return [self.step(name, start, bucket) for start in starts]

    def step(self, name: str, start: date, bucket: str) -> tuple[float | None, int, int]:
        entries = [e for e in self.entries if bucket_start(self.day[e.id], bucket) == start]
        if name == MID_SLEEP:
            return self.mid_sleep(entries, start, bucket)
        what = measure(name)
        counted = [e for e in entries if what.quantity in e.amounts()]
        amount = sum(round(e.amounts()[what.quantity] * 1000) for e in counted)
        own = {self.day[e.id] for e in counted}
        if what.per == ANY:
            days = {self.day[e.id] for e in entries}
        elif what.per in KINDS_OF:
            days = {self.day[e.id] for e in entries if e.kind in KINDS_OF[what.per]}
        else:
            days = own
        parts = len(counted) if what.per == ENTRY else len(days)
        return (amount / 1000 * what.scale / parts if parts else None), len(counted), len(days)

    def mid_sleep(
        self, entries: list[Entry], start: date, bucket: str
    ) -> tuple[float | None, int, int]:
        if bucket in ("month", "quarter"):
            return self.mid_of_pieces([e for e in entries if e.kind == "sleep"])
        sleeps = self.within(date.min, date.max, "sleep")
        nights = [
            slept.night
            for day, slept in sleep_days(sleeps, self.starts_at).items()
            if slept.night and bucket_start(day, bucket) == start
        ]
        hours = [hours_from_midnight(night.mid_min / 60) for night in nights]
        mean = sum(hours) / len(hours) if hours else None
        return mean, sum(len(night.pieces) for night in nights), len(nights)

    def mid_of_pieces(self, sleeps: list[Entry]) -> tuple[float | None, int, int]:
        pieces = []
        for sleep in sleeps:
            assert sleep.until is not None
            minutes = (sleep.until.utc_ms - sleep.at.utc_ms) // 60_000
            half_ms = (sleep.until.utc_ms - sleep.at.utc_ms) // 2
            middle = sleep.until.shifted(sleep.at.utc_ms + half_ms - sleep.until.utc_ms).local()
            minute = middle.hour * 60 + middle.minute
            if minutes >= 180 or not 7 * 60 <= minute < 23 * 60:
                pieces.append((minutes, hours_from_midnight(minute / 60)))
        asleep = sum(minutes for minutes, _ in pieces)
        mean = sum(minutes * mid for minutes, mid in pieces) / asleep if asleep else None
        return mean, len(pieces), len(pieces)

    def hours(self, span: Span) -> tuple[list[list[int]], list[int]]:
        counts = [[0] * 12 for _ in range(7)]
        for entry in self.within(span.first, span.last, "twitch"):
            counts[self.day[entry.id].weekday()][entry.at.local().hour // 2] += 1
        weekdays = [day.weekday() for day in self.recorded(span)]
        return counts, [weekdays.count(n) for n in range(7)]

    def places(self, span: Span) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        for entry in self.within(span.first, span.last, "twitch"):
            assert isinstance(entry.details, Twitch)
            place = entry.details.side, entry.details.part
            found[place] = found.get(place, 0) + 1
        return found

    def words(self, field: str, span: Span, bucket: str) -> dict[tuple[date, str], int]:
        """Return counts by the first day of a week, or of 13 weeks, and word."""
        step = 7 if bucket == "day" else 91
        first, last = first_of(span.first, step), first_of(span.last, step)
        found: dict[tuple[date, str], int] = {}
        for entry in self.within(date.min, date.max, "twitch"):
            begins, word = first_of(self.day[entry.id], step), entry.details.fields().get(field)
            if word is not None and first <= begins <= last:
                found[begins, str(word)] = found.get((begins, str(word)), 0) + 1
        return found


def first_of(day: date, step: int) -> date:
    return day - timedelta(days=(day - MONDAY).days % step)


def hours_from_midnight(hour: float) -> float:
    return hour - 24 if hour >= 12 else hour
