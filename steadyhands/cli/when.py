"""When it was: `14:05`, `yesterday 22:30`, `2026-11-20 14:05`, `15 min ago`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from steadyhands.domain.amounts import plain, shown
from steadyhands.domain.clocktext import ago_minutes, clock, says_ago
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.system.clock import Clock

_NEARLY_MS = 2 * MINUTE_MS  # whoever types 14:05 at 14:04 means now, not yesterday
_DAYS = {"today": 0, "yesterday": 1}


def moment_at(typed: str, now: Moment, machine: Clock) -> Moment:
    """Return the moment that a text says; a bare time of day is its most recent coming."""
    if says_ago(typed):
        return now.shifted(-round(ago_minutes(typed) * MINUTE_MS))
    first, _, rest = plain(typed).replace("t", " ", _iso_t(typed)).partition(" ")
    day = day_said(first, now)
    if day is None:
        return latest(clock(typed), now, machine, is_worded(typed))
    if not rest:
        raise Problem("“{given}” needs a time too, such as 14:05.", given=shown(typed))
    return machine.at_local(datetime.combine(day, clock(rest)))


def day_said(word: str, now: Moment) -> date | None:
    """Return the day that `yesterday`, `2026-11-20` say, None if the word says none."""
    if word in _DAYS:
        return now.local().date() - timedelta(days=_DAYS[word])
    if word[:4].isdecimal() and word[4:5] == "-":
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise Problem("“{given}” is not a date. Try 2026-11-20.", given=shown(word)) from None
    return None


def latest(at: time, now: Moment, machine: Clock, or_half_a_day_later: bool = False) -> Moment:
    """Return the last moment up to `now` at which the clock showed a time of day."""
    found = _latest(at, now, machine)
    if or_half_a_day_later:
        other = time((at.hour + 12) % 24, at.minute)
        return max(found, _latest(other, now, machine), key=lambda moment: moment.utc_ms)
    return found


def is_worded(typed: str) -> bool:
    """Return whether `half past 3` leaves open which half of the day it means."""
    said = f" {plain(typed)}"
    return any(word in said for word in (" past ", " to ", "o'clock")) and not any(
        said.endswith(half) for half in ("m", "m.")
    )


def _latest(at: time, now: Moment, machine: Clock) -> Moment:
    today = datetime.combine(now.local().date(), at)
    try:
        found = machine.at_local(today)
        if found.utc_ms <= now.utc_ms + _NEARLY_MS:
            return found
    except Problem:  # the clocks leave that time out today
        if today <= now.local():
            raise
    return machine.at_local(today - timedelta(days=1))


def _iso_t(typed: str) -> int:
    """Return 1 if a T parts date and time, as in `2026-11-20T14:05`."""
    return int(typed.strip()[10:11] in ("T", "t"))
