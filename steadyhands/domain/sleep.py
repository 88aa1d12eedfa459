"""Nights and naps: which sleep is which, how long, and how regular."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

from steadyhands.domain.day import DAY_STARTS_AT, day_of
from steadyhands.domain.entries import LONGEST_SLEEP_MS, Entry
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PIECE_LEAST_MIN = 60
"""A piece of a broken night is at least this long; a shorter sleep beside it is a nap."""

AWAKE_MOST_MIN = 120
"""Pieces no further apart than this are one night."""

NIGHT_LEAST_MIN = 180
"""From here on a sleep is a night at whatever hour: people on shifts sleep by day."""

REGULARITY_NEEDS = 5
"""Nights before the spread of mid-sleep says anything (design choice, few nights)."""

USUAL_ASLEEP, USUAL_AWAKE = time(23), time(7)
NAP_MIN = 20

WELL_AHEAD_MS = 2 * HOUR_MS
"""A corrected time further ahead of now than this is meant for the day before."""

_DAY_MIN = 24 * 60
_NIGHT_HOURS = (23 * 60, 7 * 60)  # a short sleep in the middle of these was a short night
_ROUND_MIN = 5


class Night(Value):
    """One night's sleep, in one piece or, with waking between, in several."""

    pieces: tuple[Entry, ...]

    @property
    def began(self) -> Moment:
        """Return when the first piece began."""
        return self.pieces[0].at

    @property
    def woke(self) -> Moment:
        """Return when the last piece ended."""
        return _end(self.pieces[-1])

    @property
    def minutes(self) -> float:
        """Return the minutes asleep; waking in between does not count."""
        return sum(minutes_asleep(piece) for piece in self.pieces)

    @property
    def mid_min(self) -> float:
        """Return the middle of the night in minutes after midnight, on the clock of waking."""
        half = Moment((self.began.utc_ms + self.woke.utc_ms) // 2, self.woke.offset_min)
        return _minute_of(half)


class SleepDay(Value):
    """What was slept up to the waking hours of one day: the night, and naps beside it."""

    night: Night | None = None
    naps: tuple[Entry, ...] = ()

    @property
    def nap_minutes(self) -> float:
        """Return the minutes of all naps."""
        return sum(minutes_asleep(nap) for nap in self.naps)


def minutes_asleep(sleep: Entry) -> float:
    """Return how long one entry's sleep lasted, in minutes that passed, not as clocks showed."""
    return (_end(sleep).utc_ms - sleep.at.utc_ms) / MINUTE_MS


def sleep_days(sleeps: Iterable[Entry], starts_at: int = DAY_STARTS_AT) -> dict[date, SleepDay]:
    """Return nights and naps by the day of waking; a broken night belongs to its last waking.

    The day's longest sleep is its night if it lasted three hours, or lay in the
    middle of the night however short. Everything else is a nap.
    """
    days: dict[date, list[Night]] = {}
    for stretch in _stretches(sorted(sleeps, key=lambda sleep: sleep.at.utc_ms)):
        days.setdefault(day_of(stretch.woke, starts_at), []).append(stretch)
    return {day: _sorted_out(stretches) for day, stretches in days.items()}


def mean_minutes(nights: Sequence[Night]) -> float | None:
    """Return the mean length of the nights, None without any."""
    return sum(night.minutes for night in nights) / len(nights) if nights else None


def mid_sleep_spread_min(nights: Sequence[Night]) -> float | None:
    """Return the standard deviation of mid-sleep in minutes, None under five nights.

    Measured around the clock's circle, so that 23:50 and 00:10 are 20 minutes apart.
    """
    if len(nights) < REGULARITY_NEEDS:
        return None
    mids = [night.mid_min for night in nights]
    centre = _centre(mids)
    away = [_signed(mid - centre) for mid in mids]
    mean = sum(away) / len(away)
    return math.sqrt(sum((each - mean) ** 2 for each in away) / (len(away) - 1))


def usual_times(nights: Sequence[Night]) -> tuple[time, time]:
    """Return the median times of falling asleep and waking, to 5 minutes; first 23:00, 07:00."""
    if not nights:
        return USUAL_ASLEEP, USUAL_AWAKE
    began = _median_time([_minute_of(night.began) for night in nights])
    woke = _median_time([_minute_of(night.woke) for night in nights])
    return (began, woke) if began != woke else (USUAL_ASLEEP, USUAL_AWAKE)


def expected_times(usual: tuple[time, time], now: datetime) -> tuple[time, time]:
    """Return the times to offer for last night: the usual ones, waking no later than now.

    In the second half of the usual night whoever is here woke early: just now.
    """
    fell, woke = usual
    length = (_of_clock(woke) - _of_clock(fell)) % _DAY_MIN
    passed = (_of_clock(now.time()) - _of_clock(fell)) % _DAY_MIN
    if not length / 2 <= passed < length:
        return usual
    just_now = _of_clock(now.time()) // _ROUND_MIN * _ROUND_MIN
    return fell, _clock(just_now)


def expected_nap(now: datetime) -> tuple[time, time]:
    """Return the times to offer for a nap: the last 20 minutes."""
    until = _of_clock(now.time()) // _ROUND_MIN * _ROUND_MIN
    return _clock(until - NAP_MIN), _clock(until)


def span_before(
    fell: time, woke: time, limit: Moment, at_local: Callable[[datetime], Moment]
) -> tuple[Moment, Moment]:
    """Return the last sleep with these clock times that had ended by `limit`.

    `at_local` finds the moment of a wall-clock time; it raises Problem for one that
    the start of summer time left out.
    """
    if fell == woke:
        raise Problem("Both times are the same. Please set when you fell asleep and woke up.")
    end = _last_time(woke, limit, at_local)
    return _last_time(fell, end, at_local), end


def changed_span(
    was: tuple[Moment, Moment],
    fell: time,
    woke: time,
    now: Moment,
    at_local: Callable[[datetime], Moment],
) -> tuple[Moment, Moment]:
    """Return the moments of a sleep whose clock times are corrected to these.

    It is the waking nearest to the old one, or a day earlier where that lies well
    ahead of now. A time that stays as it was stays to the millisecond.
    """
    began, ended = was
    end = _nearest_time(woke, ended, at_local)
    if end.utc_ms > now.utc_ms + WELL_AHEAD_MS:
        end = at_local(end.local() - timedelta(days=1))
    if fell == woke:
        return span_before(fell, woke, end, at_local)
    if _shows(began, fell) and 0 < end.utc_ms - began.utc_ms <= LONGEST_SLEEP_MS:
        return began, end
    return _last_time(fell, end, at_local), end


def _nearest_time(at: time, near: Moment, at_local: Callable[[datetime], Moment]) -> Moment:
    """Return the moment nearest to `near` when the clock shows `at`; `near` if it does then."""
    if _shows(near, at):
        return near
    shown = near.local()
    away = round(_signed(_of_clock(at) - _of_clock(shown.time())))
    return at_local(shown.replace(second=0, microsecond=0) + timedelta(minutes=away))


def _shows(moment: Moment, at: time) -> bool:
    shown = moment.local()
    return (shown.hour, shown.minute) == (at.hour, at.minute)


def _last_time(at: time, limit: Moment, at_local: Callable[[datetime], Moment]) -> Moment:
    shown = limit.local()
    wall = datetime.combine(shown.date(), at)
    try:
        found = at_local(wall)
    except Problem:
        if wall <= shown:
            raise
    else:
        if found.utc_ms <= limit.utc_ms:
            return found
    return at_local(wall - timedelta(days=1))


def _stretches(sleeps: Sequence[Entry]) -> list[Night]:
    """Join the pieces of broken nights; everything else stands alone."""
    found: list[Night] = []
    for sleep in sleeps:
        if sleep.until is None:
            continue
        if found and _one_night(found[-1].pieces[-1], sleep):
            found[-1] = Night((*found[-1].pieces, sleep))
        else:
            found.append(Night((sleep,)))
    return found


def _one_night(piece: Entry, then: Entry) -> bool:
    awake = (then.at.utc_ms - _end(piece).utc_ms) / MINUTE_MS
    whole = (_end(then).utc_ms - piece.at.utc_ms) / HOUR_MS
    pieces = min(minutes_asleep(piece), minutes_asleep(then)) >= PIECE_LEAST_MIN
    return pieces and awake <= AWAKE_MOST_MIN and whole <= 24


def _sorted_out(stretches: Sequence[Night]) -> SleepDay:
    longest = max(stretches, key=lambda stretch: stretch.minutes)
    night = longest if _is_night(longest) else None
    rest = [stretch for stretch in stretches if stretch is not night]
    return SleepDay(night, tuple(piece for stretch in rest for piece in stretch.pieces))


def _is_night(stretch: Night) -> bool:
    first, last = _NIGHT_HOURS
    return stretch.minutes >= NIGHT_LEAST_MIN or not last <= stretch.mid_min < first


def _end(sleep: Entry) -> Moment:
    return sleep.until if sleep.until is not None else sleep.at


def _minute_of(moment: Moment) -> float:
    shown = moment.local()
    return shown.hour * 60 + shown.minute + shown.second / 60


def _of_clock(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minute: float) -> time:
    whole = round(minute) % _DAY_MIN
    return time(whole // 60, whole % 60)


def _signed(minutes: float) -> float:
    """Return a difference of clock times as the shorter way round, -720 to 720."""
    return (minutes + _DAY_MIN / 2) % _DAY_MIN - _DAY_MIN / 2


def _centre(minutes: Sequence[float]) -> float:
    """Return the mean direction of clock times."""
    turns = [2 * math.pi * minute / _DAY_MIN for minute in minutes]
    east, north = sum(map(math.cos, turns)), sum(map(math.sin, turns))
    return math.atan2(north, east) * _DAY_MIN / (2 * math.pi) % _DAY_MIN


def _median_time(minutes: Sequence[float]) -> time:
    centre = _centre(minutes)
    away = sorted(_signed(minute - centre) for minute in minutes)
    half = len(away) // 2
    middle = away[half] if len(away) % 2 else (away[half - 1] + away[half]) / 2
    return _clock(round((centre + middle) / _ROUND_MIN) * _ROUND_MIN)
