"""Reading the times that people type: `14:05`, `2 pm`, `half past 3`, `23:10-06:40`.

Hours without am or pm are read on the 24-hour clock, so `half past 3` is 03:30;
whoever knows the time now may prefer 15:30. Without `re`, as `amounts` is.
"""

from __future__ import annotations

from datetime import time

from steadyhands.domain.amounts import minutes, plain, shown
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = 24 * 60
_HALF_DAY = 12 * 60
_NAMED = {"noon": 12, "midday": 12, "midnight": 0}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HOUR_WORDS = {word: n for n, word in enumerate((*_NUMBERS, "eleven", "twelve"), start=1)}
_STEPS = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "half": 30}
_STEPS |= {"twenty-five": 25, "twenty five": 25}
_BETWEEN = ("–", "—", "−", "→", " until ", " till ", " to ", "-")
_NOW = ("now", "just now", "right now")


def clock(text: str) -> time:
    """Return the time of day that a text says, to the minute."""
    found = _minute_of_day(plain(text))
    if found is None:
        help_ = "I cannot read “{given}” as a time. Try 14:05, 2:05 pm, half past 3 or noon."
        raise Problem(help_, given=shown(text))
    return _time(found)


def clock_span(text: str) -> tuple[time, time]:
    """Return the two times of `23:10-06:40`, `23:10 to 6:40` or `11pm–6:40am`.

    Said of one time only, am or pm also settles the other: `2-3pm` is an hour
    in the afternoon, `11-7am` a night, `9am-5` a day's work.
    """
    for left, right in _halves(plain(text)):
        start, end = _minute_of_day(left), _minute_of_day(right)
        if start is None or end is None:
            continue
        if _half_unsaid(left) and _half_said(right):
            start = end - (end - start) % _HALF_DAY
        elif _half_said(left) and _half_unsaid(right):
            end = start + (end - start) % _HALF_DAY
        return _time(start), _time(end)
    help_ = "I cannot read “{given}” as two times. Try 23:10-06:40 or 11pm to 6:40am."
    raise Problem(help_, given=shown(text))


def says_ago(text: str) -> bool:
    """Return whether a text is meant for `ago_minutes` rather than for `clock`."""
    said = plain(text)
    return said in _NOW or said.endswith(" ago")


def ago_minutes(text: str) -> float:
    """Return how long before now a text says, in minutes: `15 min ago`, `2h ago`, `now`."""
    said = plain(text)
    if said in _NOW:
        return 0
    if said.endswith(" ago"):
        try:
            return minutes(said.removesuffix(" ago"))
        except Problem:
            pass
    help_ = "I cannot read “{given}” as a time ago. Try now, 15 min ago or 2h ago."
    raise Problem(help_, given=shown(text))


def _time(minute: int) -> time:
    hour, minute = divmod(minute % _DAY, 60)
    return time(hour, minute)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part a text in two; `quarter to 7 to 8` has more than one."""
    for mark in _BETWEEN:
        at = text.find(mark)
        while at >= 0:
            yield text[:at].strip(), text[at + len(mark) :].strip()
            at = text.find(mark, at + 1)


def _minute_of_day(text: str) -> int | None:
    """Return the minutes after midnight that a text says, None if it says no time."""
    said, half = _without_half(text)
    for word, sign in ((" past ", 1), (" to ", -1)):
        step, found, hour = said.partition(word)
        if found:
            return _around(sign, step, _hour(hour, half))
    if said in _NAMED or said in _HOUR_WORDS or said.endswith("o'clock"):
        return _hour(said, half)
    return _digits(said, half)


def _without_half(text: str) -> tuple[str, str]:
    """Split `2:05 p.m.` into the time and `am`, `pm` or nothing."""
    for half, endings in (("am", ("a.m.", "a.m", "am")), ("pm", ("p.m.", "p.m", "pm"))):
        for ending in endings:
            if text.endswith(ending):
                return text.removesuffix(ending).rstrip(), half
    return text, ""


def _half_said(text: str) -> bool:
    return _without_half(text)[1] != "" or text in _NAMED


def _half_unsaid(text: str) -> bool:
    """Return whether a time could be meant before or after noon: `7` could, `07:00` not."""
    if _half_said(text) or text.startswith("0"):
        return False
    minute = _minute_of_day(text)
    return minute is not None and 60 <= minute < _HALF_DAY + 60


def _around(sign: int, step: str, hour: int | None) -> int | None:
    if step.isdecimal() and len(step) <= 2 and int(step) < 60:
        away = int(step)
    elif step in _STEPS:
        away = _STEPS[step]
    else:
        return None
    return None if hour is None else (hour + sign * away) % _DAY


def _hour(said: str, half: str) -> int | None:
    """Return the minutes at which an hour begins: `7`, `seven`, `7 o'clock`, `noon`."""
    said = said.removesuffix("o'clock").rstrip()
    if said in _NAMED:
        return None if half else _NAMED[said] * 60
    if said in _HOUR_WORDS:
        return _on_the_clock(_HOUR_WORDS[said], 0, half)
    return _on_the_clock(int(said), 0, half) if _is_number(said) else None


def _digits(said: str, half: str) -> int | None:
    """Return the minutes of `14:05`, `14.05`, `14h05`, `1405`, `905` or `7`."""
    for mark in (":", ".", "h"):
        hour, found, minute = said.partition(mark)
        if found:
            whole_hour = mark == "h" and not minute
            if not _is_number(hour) or not (
                whole_hour or (len(minute) == 2 and _is_number(minute))
            ):
                return None
            return _on_the_clock(int(hour), int(minute or 0), half)
    if not said.isdecimal() or len(said) > 4:
        return None
    if len(said) <= 2:
        return _on_the_clock(int(said), 0, half)
    return _on_the_clock(int(said[:-2]), int(said[-2:]), half)


def _is_number(said: str) -> bool:
    return said.isdecimal() and len(said) <= 2


def _on_the_clock(hour: int, minute: int, half: str) -> int | None:
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour % 24 * 60 + minute
