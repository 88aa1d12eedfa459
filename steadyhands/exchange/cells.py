"""What cells of tables say: numbers with a point or a comma, dates, clocks of 12 and 24 hours."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,3})?$")
_GROUPED = re.compile(
    r"[+-]?(?!0[ ,.'’\u00a0\u202f])\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?$"
)
_CLOCK = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s*m?\.?$"
)
_HOUR_ONLY = re.compile(r"(\d{1,2})\s*([ap])\.?\s*m\.?$")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DAY_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
# The form that most programs write, read at one go; whatever else goes through the others.
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"(?:(Z)|([+-])(\d{2}):?(\d{2})?)?",
    re.ASCII,
)
_OFFSET = re.compile(r"\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)$", re.IGNORECASE)
_EPOCH = datetime(1970, 1, 1)
_MS = timedelta(milliseconds=1)
_LENGTH = re.compile(r"(-)?(\d{1,5}):(\d{2})(?::(\d{2}))?$")


def number(cell: str, comma_decides: bool = False) -> float:
    """Return a number as people's programs write it: `1.5`, `1,5`, `1 234,5`, `1,234.5`.

    One comma or point with other than three digits after it is decimal; with exactly three
    digits and nothing else, a comma groups and a point is decimal. After a lone zero a comma is
    decimal, and with `comma_decides`, as in tables parted by semicolons. Raises Problem.
    """
    text = cell.strip().replace("−", "-")
    if comma_decides and text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    if not _NUMBER.match(text):
        text = _plain_number(text)
    if not _NUMBER.match(text):
        raise Problem("“{given}” is not a number.", given=_shown(cell))
    value = float(text)
    if abs(value) > 1e15:
        raise Problem("{given} is too large.", given=_shown(cell))
    return value


def _plain_number(text: str) -> str:
    if _GROUPED.match(text):
        last = max(text.rfind(","), text.rfind("."))
        marks = {mark for mark in text if not mark.isdigit() and mark not in "+-"}
        is_decimal = last >= 0 and (len(text) - last - 1 != 3 or len(marks) > 1)
        whole = text[:last] if is_decimal else text
        digits = "".join(c for c in whole if c.isdigit() or c in "+-")
        return digits + ("." + text[last + 1 :] if is_decimal else "")
    return text.replace(",", ".", 1)


def whole(cell: str) -> int:
    """Return a whole number; `4.0` is one. Raises Problem."""
    value = number(cell)
    if value != int(value):
        raise Problem("“{given}” is not a whole number.", given=_shown(cell))
    return int(value)


def clock(cell: str) -> time:
    """Return a time of day: `20:39`, `8:39 pm`, `10 pm`, `20:39:05`. Raises Problem."""
    text = cell.strip().casefold().replace("\u202f", " ").replace("\u00a0", " ")
    found = _CLOCK.match(text)
    if found:
        hour, minute, second, part, half = found.groups()
        return _time(hour, minute, second or "0", part or "", half, cell)
    found = _HOUR_ONLY.match(text)
    if found:
        return _time(found[1], "0", "0", "", found[2], cell)
    raise Problem("“{given}” is not a time of day.", given=_shown(cell))


def _time(hour: str, minute: str, second: str, part: str, half: str | None, cell: str) -> time:
    number = int(hour)
    if half and not 1 <= number <= 12:
        raise Problem("“{given}” is not a time of day.", given=_shown(cell))
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    try:
        return time(number, int(minute), int(second), int(part[:6].ljust(6, "0") or "0"))
    except ValueError:
        raise Problem("“{given}” is not a time of day.", given=_shown(cell)) from None


def day(cell: str, day_first: bool | None = None) -> date:
    """Return a date: `2026-03-10`, `2026/3/10`, `10.03.2026`, `10/03/2026`.

    `day_first` settles `03/04/2026`; None takes the day first, unless only the other way is a
    date. Raises Problem.
    """
    text = cell.strip()
    found = _DAY.match(text)
    if found:
        return _date(int(found[1]), int(found[2]), int(found[3]), cell)
    found = _DAY_LAST.match(text)
    if not found:
        raise Problem("“{given}” is not a date.", given=_shown(cell))
    first, second, year = map(int, found.groups())
    if day_first is False or (day_first is None and second > 12):
        first, second = second, first
    return _date(year, second, first, cell)


def _date(year: int, month: int, number: int, cell: str) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise Problem("“{given}” is not a date.", given=_shown(cell)) from None


def moment(
    cell: str, at_local: Callable[[datetime], Moment], day_first: bool | None = None
) -> Moment:
    """Return the moment of date and time in one cell, `2022-09-14T21:30:41.432+01:00`.

    A zone in the text is kept (`Z`, `+01:00`, `+0100`, ` +0100`); without one `at_local` decides.
    """
    wall, offset_min = wall_clock(cell, day_first)
    if offset_min is None:
        return at_local(wall)
    return at_offset(wall, offset_min)


def at_offset(wall: datetime, offset_min: int) -> Moment:
    """Return the moment when clocks so many minutes ahead of UTC showed `wall`. Raises Problem."""
    ms = (wall - _EPOCH) // _MS
    return Moment(ms - offset_min * MINUTE_MS, offset_min)


def wall_clock(cell: str, day_first: bool | None = None) -> tuple[datetime, int | None]:
    """Return what the clock showed, and the minutes ahead of UTC if the text says so."""
    text = cell.strip()
    iso = _ISO.fullmatch(text)
    found_iso = _of_iso(iso) if iso else None
    return found_iso or _wall_of_parts(text, day_first)


def _of_iso(found: re.Match[str]) -> tuple[datetime, int | None] | None:
    year, month, number, hour, minute, second, part, utc, sign, ahead, more = found.groups()
    offset = 0 if utc else None
    if sign:
        offset = (int(ahead) * 60 + int(more or 0)) * (-1 if sign == "-" else 1)
        if abs(offset) >= 24 * 60:
            return None
    micros = int(part[:6].ljust(6, "0")) if part else 0
    clock = (int(hour), int(minute), int(second or 0), micros)
    try:
        return datetime(int(year), int(month), int(number), *clock), offset
    except ValueError:
        return None


def _wall_of_parts(text: str, day_first: bool | None) -> tuple[datetime, int | None]:
    offset = None
    zone = _OFFSET.search(text)
    if zone and ":" in text[: zone.start()]:
        text = text[: zone.start()]
        offset = 0 if zone[1] else _minutes(zone)
    first, parted, rest = text.partition("T") if "T" in text else text.partition(" ")
    found = day(first.strip().rstrip(","), day_first)
    return datetime.combine(found, clock(rest) if parted and rest.strip() else time()), offset


def _minutes(zone: re.Match[str]) -> int:
    minutes = int(zone[3]) * 60 + int(zone[4] or 0)
    if minutes >= 24 * 60:
        raise Problem("No time zone is {minutes} minutes from UTC.", minutes=minutes)
    return -minutes if zone[2] == "-" else minutes


def seconds(cell: str) -> float:
    """Return a length `H:MM:SS` or `H:MM` in seconds; it may be negative. Raises Problem."""
    found = _LENGTH.match(cell.strip())
    if not found:
        raise Problem("“{given}” is not a length of time such as 7:30.", given=_shown(cell))
    total = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return -total if found[1] else total


def _shown(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= 60 else text[:59] + "…"
