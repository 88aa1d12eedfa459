"""The report's words: parts of hands, amounts, times. Neutral, and the same for every format."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.entries import Entry, Food
from steadyhands.domain.hand import DIGITS, UNSURE
from steadyhands.report.period import Spread

FELT = {"lock": "locking"}
DOING = {
    "typing": "typing",
    "mouse": "using a mouse",
    "phone": "using a phone",
    "cup": "holding a cup",
    "pen": "writing by hand",
    "resting": "resting",
    "falling-asleep": "falling asleep",
    "after-exercise": "after exercise",
}
CONDITIONS = {
    "kidney": "kidney disease",
    "heart": "heart disease",
    "liver": "liver disease",
    "thyroid": "thyroid disease",
    "fluid_limit": "a limit on fluids",
}
SYMPTOMS = {
    "weakness": "weak grip or hand",
    "numbness": "numb or tingling",
    "finger-locks": "a finger locks",
    "thinner-hand": "hand looks thinner",
    "hot-swollen": "hot, red or swollen",
    "sudden-face-speech": "sudden trouble with face or speech",
    "speech-swallowing": "trouble speaking or swallowing",
    "slow-unsteady": "slow or unsteady",
    "faint-drowsy": "faint or drowsy",
    "fever-confusion": "fever or confusion",
}
LASTED = {"moment": "a moment", "seconds": "seconds", "minutes": "minutes", "longer": "longer"}


def symptom(what: str) -> str:
    """Return a symptom as the person chose it."""
    return SYMPTOMS.get(what, what.replace("-", " "))


def place(side: str, part: str) -> str:
    """Return `right index finger`, `left palm`, `right hand, place not sure`."""
    what = f"{part} finger" if part in DIGITS and part != "thumb" else part
    if part == UNSURE:
        return "place not sure" if side == UNSURE else f"{side} hand, place not sure"
    return f"{what}, side not sure" if side == UNSURE else f"{side} {what}"


def number(amount: float, digits: int = 0) -> str:
    """Return a number with separators, without decimals that say nothing."""
    text = f"{amount:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: float) -> str:
    """Return a share of one as per cent."""
    return f"{round(share * 100)}\N{NO-BREAK SPACE}%"


def counted(count: int, one: str, many: str) -> str:
    """Return `1 day`, `3 days`."""
    return f"{count:,} {one if count == 1 else many}"


def days(count: int) -> str:
    """Return a number of days."""
    return counted(count, "day", "days")


def middle(found: Spread, unit: str, digits: int = 0) -> str:
    """Return `7.2 h (middle half 6.6 to 7.9)`."""
    low, high = number(found.low, digits), number(found.high, digits)
    unit = f" {unit}" if unit else ""
    return f"{number(found.median, digits)}{unit} (middle half {low} to {high})"


def day_text(day: date) -> str:
    """Return `3 Nov`."""
    return f"{day.day} {day:%b}"


def hour_text(hour: float) -> str:
    """Return hours after midnight, before it negative, as a clock shows them."""
    minutes = round(hour * 60) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


def food_text(entries: list[Entry]) -> str:
    """Return foods by name, each once."""
    names = [e.details.name or e.details.meal for e in entries if isinstance(e.details, Food)]
    return "; ".join(dict.fromkeys(names))
