"""What the Sleep & day tab shows, as numbers and keys; Qt-free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from steadyhands.domain import amounts, sleep
from steadyhands.domain.allowed import SleepBand, sleep_band
from steadyhands.domain.day import DAY_STARTS_AT, day_bounds, day_of
from steadyhands.domain.entries import CheckIn, Entry, Sleep
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile
from steadyhands.domain.targets import SLEEP_BAND_H
from steadyhands.domain.value import Value

NIGHTS = 14
_NAP_ENDS = time(14)  # where nothing is known of an earlier day's nap


class Slept(Value):
    """One sleep in the diary: when, how long, how good; `nap` if it is not the night's."""

    entry_id: str
    began: Moment
    woke: Moment
    minutes: float
    quality: int | None = None
    nap: bool = False


class Bar(Value):
    """One day of the chart; `minutes` is None when the night is not recorded."""

    day: date
    minutes: float | None = None
    nap_minutes: float = 0
    slept: tuple[Slept, ...] = ()


class CheckedIn(Value):
    """The newest check-in of today, and how many there are."""

    entry_id: str
    at: datetime
    answers: CheckIn
    count: int = 1


class Noted(Value):
    """A note of today."""

    entry_id: str
    at: datetime
    text: str


class State(Value):
    """All that the tab shows.

    `offered` are the times to begin with for last night, `offered_nap` those for a nap,
    `usual` the medians they come from. `band` is the hours that fit the age, if it was
    said. `bars` are the days, oldest first, today last;
    `spread_min` is the standard deviation of mid-sleep, None under five nights.
    """

    now: datetime
    today: date
    offered: tuple[time, time]
    offered_nap: tuple[time, time]
    bars: tuple[Bar, ...] = ()
    recorded: int = 0
    mean_min: float | None = None
    spread_min: float | None = None
    usual: tuple[time, time] = (sleep.USUAL_ASLEEP, sleep.USUAL_AWAKE)
    starts_at: int = DAY_STARTS_AT
    checked_in: CheckedIn | None = None
    notes: tuple[Noted, ...] = ()
    band: SleepBand = SleepBand(*SLEEP_BAND_H)

    def bar(self, day: date) -> Bar:
        """Return one day of the chart, an empty one for a day outside it."""
        return next((bar for bar in self.bars if bar.day == day), Bar(day))

    def draft(self, day: date) -> SleepDraft:
        """Return what to begin with for the night before a day."""
        if day == self.today:
            return SleepDraft(*self.offered)
        return SleepDraft(*self.usual, by=day_bounds(day, self.starts_at)[1])

    def nap_draft(self, day: date) -> SleepDraft:
        """Return what to begin with for a nap of a day."""
        if day == self.today:
            return SleepDraft(*self.offered_nap)
        noon = datetime.combine(day, _NAP_ENDS)
        return SleepDraft(*sleep.expected_nap(noon), by=day_bounds(day, self.starts_at)[1])


class SleepDraft(Value):
    """What the form holds: two clock times, quality, and the sleep it changes, if any.

    A new sleep of an earlier day has ended `by` the end of that day, on the wall clock.
    """

    fell: time
    woke: time
    quality: int | None = None
    changes: Slept | None = None
    by: datetime | None = None

    def span(self, now: Moment, at_local: Callable[[datetime], Moment]) -> tuple[Moment, Moment]:
        """Return the two moments meant; Problem for times that cannot be.

        A new sleep is the last one that has ended by now, or by the end of its day; a
        changed one stays near where it was.
        """
        if self.changes is None:
            limit = now if self.by is None else at_local(self.by)
            began, woke = sleep.span_before(self.fell, self.woke, limit, at_local)
        else:
            was = (self.changes.began, self.changes.woke)
            began, woke = sleep.changed_span(was, self.fell, self.woke, now, at_local)
        Sleep().check_span(began, woke)
        return began, woke


def build_state(
    now: Moment,
    sleeps: Mapping[date, Sequence[Entry]],
    entries: Iterable[Entry],
    starts_at: int = DAY_STARTS_AT,
    profile: Profile | None = None,
) -> State:
    """Return the state at `now` from the sleeps since `first_day` and the entries of today."""
    today = day_of(now, starts_at)
    days = sleep.sleep_days((one for found in sleeps.values() for one in found), starts_at)
    bars = tuple(_bar(today - timedelta(days=ago), days) for ago in reversed(range(NIGHTS)))
    nights = [days[bar.day].night for bar in bars if bar.minutes is not None]
    known = [night for night in nights if night is not None]
    usual = sleep.usual_times(known)
    here = list(entries)
    return State(
        now=now.local(),
        today=today,
        offered=sleep.expected_times(usual, now.local()),
        offered_nap=sleep.expected_nap(now.local()),
        bars=bars,
        recorded=len(known),
        mean_min=sleep.mean_minutes(known),
        spread_min=sleep.mid_sleep_spread_min(known),
        usual=usual,
        starts_at=starts_at,
        checked_in=_checked_in(here),
        notes=tuple(Noted(e.id, e.at.local(), e.note) for e in here if e.kind == "note"),
        band=sleep_band(profile or Profile()),
    )


def first_day(today: date) -> date:
    """Return the first day to read: one before the chart, for a night broken across days."""
    return today - timedelta(days=NIGHTS)


def workout_minutes(text: str) -> float | None:
    """Return the minutes that a text says, None for an empty one."""
    return amounts.minutes(text) if text.strip() else None


def screen_minutes(text: str) -> float | None:
    """Return the minutes that a text says, a bare number being hours; None for an empty one."""
    if not text.strip():
        return None
    bare = not any(letter.isalpha() or letter == ":" for letter in text)
    try:
        return amounts.minutes(f"{text} h" if bare else text)
    except Problem as problem:
        facts = {**problem.facts, "given": amounts.shown(text)}
        raise Problem(problem.template, **facts) from None


def _bar(day: date, days: Mapping[date, sleep.SleepDay]) -> Bar:
    found = days.get(day)
    if found is None:
        return Bar(day)
    pieces = found.night.pieces if found.night is not None else ()
    slept = [_slept(piece, nap=False) for piece in pieces]
    slept += [_slept(nap, nap=True) for nap in found.naps]
    minutes = found.night.minutes if found.night is not None else None
    return Bar(day, minutes, found.nap_minutes, tuple(slept))


def _slept(entry: Entry, nap: bool) -> Slept:
    quality = entry.details.quality if isinstance(entry.details, Sleep) else None
    woke = entry.until if entry.until is not None else entry.at
    return Slept(entry.id, entry.at, woke, sleep.minutes_asleep(entry), quality, nap)


def _checked_in(entries: Iterable[Entry]) -> CheckedIn | None:
    found = [(entry, entry.details) for entry in entries if isinstance(entry.details, CheckIn)]
    if not found:
        return None
    entry, answers = max(found, key=lambda pair: pair[0].at.utc_ms)
    return CheckedIn(entry.id, entry.at.local(), answers, len(found))
