"""steadyhands log sleep 23:10-06:40: a night or a nap."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from steadyhands.cli.twitch import one_to_five, save
from steadyhands.cli.when import day_said, latest, moment_at
from steadyhands.domain.amounts import plain, shown
from steadyhands.domain.clocktext import clock_span
from steadyhands.domain.entries import Sleep
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.cli.call import Call
    from steadyhands.domain.moment import Moment


def log_sleep(call: Call) -> str:
    """Log sleep between two clock times that ended last, or between two times said in full."""
    details = Sleep(quality=one_to_five(call.asked.get("quality"), "Sleep quality"))
    start, end = _in_full(call) if _says_from(call) else _span(call)
    return save(call, details, start, end)


def _says_from(call: Call) -> bool:
    said = [call.asked.has(name) for name in ("from", "until")]
    if any(said) and (call.asked.operands or call.asked.has("day") or not all(said)):
        raise Problem("Please give --from and --until together, and no other times with them.")
    return any(said)


def _in_full(call: Call) -> tuple[Moment, Moment]:
    start, end = (
        moment_at(call.asked.get(name) or "", call.now, call.desk.clock)
        for name in ("from", "until")
    )
    return start, end


def _span(call: Call) -> tuple[Moment, Moment]:
    typed = " ".join(call.asked.operands)
    if not typed.strip():
        raise Problem("Sleep needs two times, such as 23:10-06:40.")
    asleep, awake = clock_span(typed)
    if asleep == awake:
        raise Problem("Those two times are the same. Please check them.")
    end = _woke(call, awake)
    wall = datetime.combine(end.local().date(), asleep)
    start = wall if asleep < awake else wall - timedelta(days=1)
    return call.desk.clock.at_local(start), end


def _woke(call: Call, awake: time) -> Moment:
    typed = call.asked.get("day")
    if typed is None:
        return latest(awake, call.now, call.desk.clock)
    day = day_said(plain(typed), call.now)
    if day is None:
        raise Problem("“{given}” is not a day. Try yesterday or 2026-11-20.", given=shown(typed))
    return call.desk.clock.at_local(datetime.combine(day, awake))
