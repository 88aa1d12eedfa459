"""How the red flags are said on screen: urgency, what to do, what was logged, whom to call."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from steadyhands.domain.redflags import BOTH, TRENDS, RedFlag, Sign, Spoken
from steadyhands.system.emergency import emergency_number
from steadyhands.ui.words import symptom_names


def tr(text: str) -> str:
    """Return a text of this module translated."""
    return QCoreApplication.translate("safety", text)


def data_text(text: str) -> str:
    """Return a text of `redflags.toml` translated."""
    return QCoreApplication.translate("redflags", text)


def urgency_names() -> dict[str, str]:
    """Return what each urgency asks for."""
    return {
        "emergency": tr("Get help now"),
        "soon": tr("See a doctor within days"),
        "routine": tr("Worth an appointment"),
    }


def local_number() -> str:
    """Return the emergency number of the locale's territory, empty where none is known."""
    return emergency_number(QLocale.territoryToCode(QLocale().territory()))


def action_text(flag: RedFlag) -> str:
    """Return what to do, with the number to call here."""
    return data_text(flag.action).replace("{number}", local_number() or tr(_LOCAL))


def call_text() -> str:
    """Return whom to call here in an emergency."""
    number = local_number()
    if not number:
        return tr("In an emergency, call your local emergency number.")
    place = QLocale.territoryToString(QLocale().territory())
    return tr("In an emergency, call {0} ({1}).").format(number, place)


def numbers_text() -> str:
    """Return the numbers of places where one may be."""
    return tr(
        "112 in the European Union, 999 in the United Kingdom and Ireland, "
        "911 in the United States and Canada, 000 in Australia, 111 in New Zealand."
    )


def noticed_text(told: Spoken, today: date) -> str:
    """Return what was logged that a flag speaks of: "You logged: weak grip (today)"."""
    signs = [_sign_text(sign, today) for sign in told.noticed()[:_MOST]]
    return tr("You logged: {0}").format(", ".join(signs))


def day_text(day: date, today: date) -> str:
    """Return a day as a sentence says it: "today", "yesterday", "3 March"."""
    days = (today - day).days
    if days in (0, 1):
        return tr("today") if days == 0 else tr("yesterday")
    form = tr("d MMMM") if day.year == today.year else tr("d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _sign_text(sign: Sign, today: date) -> str:
    name = _names().get(sign.what, sign.what)
    sides = {"left": tr("{0}, left"), "right": tr("{0}, right"), BOTH: tr("{0}, both sides")}
    placed = sides.get(sign.side, "{0}").format(name[:1].lower() + name[1:])
    if sign.what in TRENDS:  # over weeks, not on a day
        return placed
    return tr("{0} ({1})").format(placed, day_text(sign.day, today))


def _names() -> dict[str, str]:
    return symptom_names() | {
        "shaking": tr("Shaking"),
        "twitch": tr("Twitching"),
        "supplement-magnesium": tr("Magnesium supplement"),
        "supplement-potassium": tr("Potassium supplement"),
        "twitching": tr("More twitching over weeks"),
        "one-side": tr("More on one side over weeks"),
    }


_LOCAL = "your local emergency number"
_MOST = 4
