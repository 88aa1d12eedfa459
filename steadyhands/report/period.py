"""The days of a report: entries by day, and medians of what was logged on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Entry, Twitch
from steadyhands.domain.quantities import QUANTITIES
from steadyhands.domain.value import Value


class Spread(Value):
    """Median and middle half of a day's amount, least and most, over so many days."""

    median: float
    low: float
    high: float
    least: float
    most: float
    days: int


class Period:
    """Entries from `first` to `last`, both days included, told by day.

    A day without any entry is not recorded: it counts as missing, never as zero. What the
    plan and the safety page write by themselves does not make a day a recorded one.
    """

    def __init__(self, entries: Iterable[Entry], first: date, last: date, starts_at: int) -> None:
        self.first, self.last, self.starts_at = first, last, starts_at
        by_day: dict[date, list[Entry]] = defaultdict(list)
        for entry in sorted(entries, key=lambda e: (e.at.utc_ms, e.id)):
            day = day_of(entry.belongs_at(), starts_at)
            if first <= day <= last:
                by_day[day].append(entry)
        self.by_day = dict(sorted(by_day.items()))
        self.recorded = [
            day for day, found in self.by_day.items() if any(_was_said(entry) for entry in found)
        ]

    @property
    def days(self) -> list[date]:
        """Return every calendar day of the period."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def entries(self, *kinds: str) -> list[Entry]:
        """Return the period's entries of some kinds, oldest first."""
        return [entry for found in self.by_day.values() for entry in found if entry.kind in kinds]

    def twitches(self) -> list[tuple[Entry, Twitch]]:
        """Return the twitches with their entries."""
        found = self.entries("twitch")
        return [(e, e.details) for e in found if isinstance(e.details, Twitch)]

    def counts(self) -> dict[date, int]:
        """Return the twitches of each recorded day, zeros among them."""
        per_day = Counter(day_of(entry.at, self.starts_at) for entry, _ in self.twitches())
        return {day: per_day[day] for day in self.recorded}

    def amounts(self, name: str, kinds: Sequence[str], logged: bool = True) -> dict[date, float]:
        """Return a quantity by day, over recorded days with an entry of `kinds`.

        With `logged` off, a recorded day without one counts as zero: right for what a person
        logs whenever it happens, such as alcohol, once they log such things at all.
        """
        found: dict[date, float] = {}
        for day in self.recorded:
            entries = [entry for entry in self.by_day[day] if entry.kind in kinds]
            held = [entry.amounts()[name] for entry in entries if name in entry.amounts()]
            quantity = QUANTITIES.get(name)
            if quantity is not None and quantity.averaged:
                if held:
                    found[day] = sum(held) / len(held)
            elif entries or not logged:
                found[day] = sum(held)
        return found


def spread(amounts: Iterable[float]) -> Spread | None:
    """Return median, quartiles and ends of some amounts, None for none."""
    ordered = sorted(amounts)
    if not ordered:
        return None
    low, middle, high = (_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    return Spread(middle, low, high, ordered[0], ordered[-1], len(ordered))


def shares(words: Iterable[str]) -> list[tuple[str, int, float]]:
    """Return words with how often and which share of all they are, the commonest first."""
    counted = Counter(word for word in words if word)
    total = sum(counted.values())
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(word, count, count / total) for word, count in ranked]


def by_hour(twitches: Iterable[Entry]) -> list[int]:
    """Return how many twitches each hour of the clock had, 0–23."""
    counts = [0] * 24
    for entry in twitches:
        counts[entry.at.local().hour] += 1
    return counts


def _was_said(entry: Entry) -> bool:
    return entry.kind not in ("plan", "notice")


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
