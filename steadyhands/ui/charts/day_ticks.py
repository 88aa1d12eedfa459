"""Which days a time axis names, and how: as many as have room, at weeks, months or years."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLocale

from steadyhands.domain.moment import date_of_epoch_day, epoch_day
from steadyhands.ui.charts.wording import day_month_text, qdate
from steadyhands.ui.words import number_text

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_MONTH_DAYS = 30.44
_GAP = 1.35  # of a label's width


def day_ticks(low: float, high: float, pixels: float, label_px: float) -> list[tuple[int, str]]:
    """Return (epoch day, label) for the axis from `low` to `high`, `pixels` wide."""
    if high <= low or pixels <= 0:
        return []
    least = (high - low) / pixels * label_px * _GAP
    for days in _DAYS:
        if days >= least:
            return [(day, day_month_text(day)) for day in _stepped(low, high, days)]
    for months in _MONTHS:
        if months * _MONTH_DAYS >= least or months == _MONTHS[-1]:
            return [(day, _month_text(day, months)) for day in _months(low, high, months)]
    return []


def _stepped(low: float, high: float, days: int) -> Iterator[int]:
    """Yield days apart; weeks begin where the locale begins them."""
    origin = 0
    if days % 7 == 0:
        # 1970-01-01 was a Thursday, Qt's day 4.
        origin = (QLocale().firstDayOfWeek().value - 4) % 7
    first = -int(-(low - origin) // days) * days + origin
    yield from range(first, int(high) + 1, days)


def _months(low: float, high: float, months: int) -> Iterator[int]:
    first = date_of_epoch_day(int(low))
    count = first.year * 12 + first.month - 1
    count -= count % months
    while True:
        year, month = divmod(count, 12)
        day = epoch_day(first.replace(year=year, month=month + 1, day=1))
        if day > high:
            return
        if day >= low:
            yield day
        count += months


def _month_text(day: int, months: int) -> str:
    when = qdate(day)
    if when.month() == 1 or months >= 12:
        return QLocale().toString(when, "yyyy")
    return QLocale().standaloneMonthName(when.month(), QLocale.FormatType.ShortFormat)


def count_text(value: float) -> str:
    """Return a number of an axis."""
    return number_text(value, 2)
