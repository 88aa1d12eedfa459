"""Reading the diary for a screen or a line of text: today, the nights, the hours before."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from steadyhands.domain.caffeine import LOOK_BACK_MS, Dose, doses_in
from steadyhands.domain.day import day_bounds, day_of
from steadyhands.domain.entries import LONGEST_SLEEP_MS, Entry
from steadyhands.domain.moment import DAY_MS, HOUR_MS, Moment
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.storage.diary import Diary

USUAL_DAYS = 28
USUAL_NEEDS = 7
_ZONES_APART_MS = 26 * HOUR_MS  # UTC+14 to UTC-12: a day may hold entries of both


class Usual(Value):
    """How many twitches a day usually has by this time: the median, and over how many days."""

    count: float
    days: int


class DayLook(Value):
    """One day as the window's strip and timeline show it."""

    day: date
    starts_at: int
    entries: tuple[Entry, ...] = ()
    doses: tuple[Dose, ...] = ()
    usual: Usual | None = None

    def of_kind(self, kind: str) -> list[Entry]:
        """Return the day's entries of a kind, by time."""
        return [entry for entry in self.entries if entry.kind == kind]

    def total(self, name: str) -> float:
        """Return the day's sum of a quantity."""
        return sum(entry.amounts().get(name, 0) for entry in self.entries)


class Before(Value):
    """What came before a twitch: drinks and foods in the hours before, the last sleep and meal."""

    hours: int
    drinks: tuple[Entry, ...] = ()
    sleep: Entry | None = None
    foods: tuple[Entry, ...] = ()
    last_meal: Entry | None = None

    def total(self, name: str) -> float:
        """Return the sum of a quantity over drinks and foods."""
        return sum(entry.amounts().get(name, 0) for entry in (*self.drinks, *self.foods))

    def last_with(self, name: str) -> Entry | None:
        """Return the last drink or food that held something of a quantity."""
        held = [e for e in (*self.drinks, *self.foods) if e.amounts().get(name)]
        return max(held, key=lambda entry: entry.at.utc_ms, default=None)


class Look:
    """Reads one diary. Nothing here writes."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._read_for: tuple[object, ...] = ()
        self._read_day: DayLook | None = None

    def day_of(self, moment: Moment) -> date:
        """Return the diary's day of a moment."""
        return day_of(moment, self._diary.day_starts_at())

    def day(self, now: Moment) -> DayLook:
        """Return the day that `now` belongs to.

        Strip and tab ask one after the other: within a second the answer is kept,
        unless the diary has changed.
        """
        asked = (*self._diary.state(), now.utc_ms // 1000, now.offset_min)
        if self._read_day is None or asked != self._read_for:
            self._read_day, self._read_for = self._whole_day(now), asked
        return self._read_day

    def _whole_day(self, now: Moment) -> DayLook:
        starts_at = self._diary.day_starts_at()
        today = day_of(now, starts_at)
        entries = self.entries_of(today, now)
        return DayLook(today, starts_at, entries, self.doses(now), self._usual(today, now))

    def entries_of(self, day: date, near: Moment, kinds: Iterable[str] = ()) -> tuple[Entry, ...]:
        """Return a day's entries by time; all kinds unless some are named."""
        starts_at = self._diary.day_starts_at()
        begins, ends = day_bounds(day, starts_at)
        start_ms = _utc_ms(begins, near) - _ZONES_APART_MS - LONGEST_SLEEP_MS
        end_ms = _utc_ms(ends, near) + _ZONES_APART_MS
        store = self._diary.entries
        return tuple(
            self._diary.read(
                lambda: store.between(kinds or store.kinds(), start_ms, end_ms, days=(day, day))
            )
        )

    def entries(self, first: date, last: date, near: Moment) -> list[Entry]:
        """Return all entries of days `first` to `last`, newest first."""
        starts_at = self._diary.day_starts_at()
        begins, ends = day_bounds(first, starts_at)[0], day_bounds(last, starts_at)[1]
        start_ms = _utc_ms(begins, near) - _ZONES_APART_MS - LONGEST_SLEEP_MS
        end_ms = _utc_ms(ends, near) + _ZONES_APART_MS
        store = self._diary.entries
        return self._diary.read(
            lambda: store.between(store.kinds(), start_ms, end_ms, True, (first, last))
        )

    def doses(self, now: Moment) -> tuple[Dose, ...]:
        """Return the caffeine taken so far that may still be felt, oldest first."""
        taken = self._between(("drink", "food"), now.utc_ms - LOOK_BACK_MS, now.utc_ms + 1)
        return tuple(doses_in(taken))

    def before(self, at: Moment, hours: int = 4) -> Before:
        """Return what the diary holds of the `hours` before a moment."""
        drinks = self._between(("drink",), at.utc_ms - hours * HOUR_MS, at.utc_ms + 1)
        eaten = self._between(("food",), at.utc_ms - DAY_MS, at.utc_ms + 1)
        foods = [e for e in eaten if e.at.utc_ms >= at.utc_ms - hours * HOUR_MS]
        slept = self._between(("sleep",), at.utc_ms - 2 * DAY_MS, at.utc_ms + 1)
        ended = [e for e in slept if e.until and e.until.utc_ms <= at.utc_ms]
        last_sleep = ended[-1] if ended else None
        last_meal = eaten[-1] if eaten else None
        return Before(hours, tuple(drinks), last_sleep, tuple(foods), last_meal)

    def sleeps(self, first: date, last: date, near: Moment) -> dict[date, list[Entry]]:
        """Return the sleeps by day of waking from `first` to `last`; days without are left out."""
        nights: dict[date, list[Entry]] = {}
        starts_at = self._diary.day_starts_at()
        begins, ends = day_bounds(first, starts_at)[0], day_bounds(last, starts_at)[1]
        start_ms = _utc_ms(begins, near) - _ZONES_APART_MS - LONGEST_SLEEP_MS
        end_ms = _utc_ms(ends, near) + _ZONES_APART_MS
        for entry in self._between(("sleep",), start_ms, end_ms):
            woke = day_of(entry.belongs_at(), starts_at)
            if first <= woke <= last:
                nights.setdefault(woke, []).append(entry)
        return nights

    def last(self, kind: str, now: Moment) -> Entry | None:
        """Return the newest entry of a kind up to now."""
        return self._diary.read(lambda: self._diary.entries.last(kind, now.utc_ms))

    def totals(self, name: str, first: date, last: date) -> dict[date, float]:
        """Return a quantity's day totals; days without any are left out."""
        found = self._diary.read(lambda: self._diary.totals.span(name, first, last))
        return {day: total.amount for day, total in found.items()}

    def _usual(self, today: date, now: Moment) -> Usual | None:
        first, last = today - timedelta(days=USUAL_DAYS), today - timedelta(days=1)
        starts_at = self._diary.day_starts_at()
        local = now.local()
        minute = (local.hour * 60 + local.minute - starts_at * 60) % 1440
        recorded = self._diary.read(lambda: self._diary.totals.recorded(first, last))
        if len(recorded) < USUAL_NEEDS:
            return None
        counts = self._diary.read(
            lambda: self._diary.entries.counts_until("twitch", first, last, minute, starts_at)
        )
        return Usual(_median([counts.get(day, 0) for day in recorded]), len(recorded))

    def _between(self, kinds: Iterable[str], start_ms: int, end_ms: int) -> list[Entry]:
        return self._diary.read(lambda: self._diary.entries.between(kinds, start_ms, end_ms))


def _utc_ms(wall: datetime, near: Moment) -> int:
    """Return roughly when the wall clock shows `wall`, at the offset of `near`."""

    shown = near.local()
    return near.utc_ms + int((wall - shown) / timedelta(milliseconds=1))


def _median(counts: list[int]) -> float:
    """Return the median; `statistics` would load `decimal` and `fractions` with it."""
    ordered = sorted(counts)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
