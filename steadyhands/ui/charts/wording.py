"""What charts say: days, values and series in the person's language, units and order."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from steadyhands.domain.measures import MID_SLEEP
from steadyhands.domain.moment import date_of_epoch_day
from steadyhands.ui import words

# The subject whose colour a series wears.
ROLES = {
    "twitches": "twitch",
    "water_ml": "water",
    "caffeine_mg": "caffeine",
    "alcohol_g": "notice_text",
    "sleep_h": "sleep",
    "mid_sleep_h": "sleep",
    "magnesium_mg": "minerals",
    "potassium_mg": "minerals",
    "calcium_mg": "minerals",
    "food_water_ml": "water",
    "supplement_magnesium_mg": "minerals",
}
_HOURS = frozenset({"sleep_h", "screen_hours"})


def tr(text: str, number: int = -1) -> str:
    """Return a text of the charts translated; `%n` takes `number`."""
    return QCoreApplication.translate("charts", text, "", number)


def role_of(key: str) -> str:
    """Return the colour role of a series; what has no subject of its own is in action's."""
    return ROLES.get(key, "action")


def series_name(key: str) -> str:
    """Return what a series is called; a tracker of one's own by its own name."""
    names = {
        "twitches": tr("Twitches"),
        "water_ml": tr("Water"),
        "caffeine_mg": tr("Caffeine"),
        "alcohol_g": tr("Alcohol"),
        "sleep_h": tr("Sleep"),
        "mid_sleep_h": tr("Middle of sleep"),
        "stress": tr("Stress"),
        "tiredness": tr("Tiredness"),
        "mental_load": tr("Mental load"),
        "workout_min": tr("Workout"),
        "screen_hours": tr("Screen time"),
        "routine_min": tr("Hand routines"),
        "magnesium_mg": tr("Magnesium in food and drinks"),
        "potassium_mg": tr("Potassium in food and drinks"),
        "calcium_mg": tr("Calcium in food and drinks"),
        "food_water_ml": tr("Water in food"),
        "supplement_magnesium_mg": tr("Magnesium from supplements"),
        "supplement_potassium_mg": tr("Potassium from supplements"),
        "supplement_calcium_mg": tr("Calcium from supplements"),
        "symptoms": tr("Symptoms"),
    }
    return names.get(key) or words.capital(key.replace("_", " "))


def value_text(key: str, value: float | None, units: str = "auto", mean: bool = False) -> str:
    """Return a value with its unit: "14 twitches", "1.25 L", "7 h 10 min", "not recorded"."""
    if value is None:
        return tr("not recorded")
    if key == "twitches":
        if mean or value != int(value):
            return tr("{0} twitches").format(words.number_text(value, 1))
        one, many = tr("{0} twitch"), tr("{0} twitches")
        return (one if value == 1 else many).format(words.number_text(value))
    if key.endswith("_ml"):
        return words.volume_text(value, units)
    if key.endswith("_mg"):
        return words.mg_text(value)
    if key == MID_SLEEP:
        return clock_of(value * 60)
    if key in _HOURS or key.endswith("_min"):
        return words.duration_text(value * (60 if key in _HOURS else 1))
    if key == "alcohol_g":
        return tr("{0} g").format(words.number_text(value, 1))
    if key in ("stress", "tiredness", "mental_load"):
        return tr("{0} of 10").format(words.number_text(value, 1))
    return words.number_text(value, 1)


def axis_text(key: str, value: float, units: str = "auto") -> str:
    """Return a value as short as an axis wants it."""
    if key == MID_SLEEP:
        return clock_of(value * 60)
    if key in _HOURS:
        return tr("{0} h").format(words.number_text(value, 1))
    if key.endswith("_min"):
        return tr("{0} min").format(words.number_text(value))
    if key.endswith("_ml"):
        return words.volume_text(value, units) if value else words.number_text(0)
    if key.endswith("_mg"):
        return words.mg_text(value) if value else words.number_text(0)
    return words.number_text(value, 2)


def clock_of(minutes: float) -> str:
    """Return the time of day some minutes after midnight (before it, if negative)."""
    whole = round(minutes) % (24 * 60)
    return words.clock_text(time(whole // 60, whole % 60))


def qdate(day: int) -> QDate:
    """Return Qt's date of an epoch day."""
    when = date_of_epoch_day(day)
    return QDate(when.year, when.month, when.day)


def day_month_text(day: int) -> str:
    """Return "6 Oct", or "Oct 6" where months come first."""
    return QLocale().toString(qdate(day), _pattern(tr("d MMM"), tr("MMM d")))


def date_text(day: int, weekday: bool = True) -> str:
    """Return a day in words: "Tue 6 Oct 2026"."""
    shown = QLocale().toString(qdate(day), _pattern(tr("d MMM yyyy"), tr("MMM d, yyyy")))
    if not weekday:
        return shown
    name = QLocale().dayName(qdate(day).dayOfWeek(), QLocale.FormatType.ShortFormat)
    return tr("{0} {1}").format(name, shown)


def span_text(start: int, length: int) -> str:
    """Return a stretch of days: a date, or "6–12 Oct 2026", or "October 2026"."""
    if length <= 1:
        return date_text(start)
    first = qdate(start)
    if first.day() == 1 and length == first.daysInMonth():
        return QLocale().toString(first, "MMMM yyyy")
    if first.dayOfYear() == 1 and length == first.daysInYear():
        return QLocale().toString(first, "yyyy")
    return tr("{0} to {1}").format(day_month_text(start), date_text(last_day(start, length), False))


def last_day(start: int, length: int) -> int:
    """Return the last epoch day of a stretch."""
    return start + length - 1


def _pattern(day_first: str, month_first: str) -> str:
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    month, day = short.find("m"), short.find("d")
    return month_first if 0 <= month < day else day_first
