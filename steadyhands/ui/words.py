"""The diary's words as people read them: names, times, amounts, in their language and units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from steadyhands.domain.entries import (
    CheckIn,
    Drink,
    Entry,
    Food,
    Note,
    PlanMark,
    RoutineSession,
    SafetyNotice,
    Sleep,
    Supplement,
    Symptom,
    Twitch,
)
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import Problem

ML_PER_FL_OZ = 29.5735


def tr(text: str, number: int = -1) -> str:
    """Return a text of this module translated; `%n` takes `number`."""
    return QCoreApplication.translate("words", text, "", number)


def problem_text(problem: Problem) -> str:
    """Return a problem's sentence in the person's language."""
    template = QCoreApplication.translate("Problem", problem.template)
    return template.format(**problem.facts)


def capital(text: str) -> str:
    """Return text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def part_name(side: str, part: str) -> str:
    """Return where a twitch was: "right index finger", "left palm", "not sure which finger"."""
    names = {
        "thumb": tr("thumb"),
        "index": tr("index finger"),
        "middle": tr("middle finger"),
        "ring": tr("ring finger"),
        "little": tr("little finger"),
        "palm": tr("palm"),
        "wrist": tr("wrist"),
        "unsure": tr("hand, not sure where"),
    }
    sides = {"left": tr("left {0}"), "right": tr("right {0}")}
    if side not in sides:
        return tr("not sure which finger") if part == "unsure" else names[part]
    return sides[side].format(names[part])


def doing_names() -> dict[str, str]:
    """Return what a hand may be doing, by its word in the diary."""
    return {
        "typing": tr("Typing"),
        "mouse": tr("Mouse"),
        "phone": tr("Phone"),
        "cup": tr("Holding a cup"),
        "pen": tr("Writing"),
        "resting": tr("Resting"),
        "falling-asleep": tr("Falling asleep"),
        "after-exercise": tr("After exercise"),
    }


def felt_names() -> dict[str, str]:
    """Return how a twitch may feel, by its word in the diary."""
    return {
        "flutter": tr("Flutter"),
        "ripple": tr("Ripple"),
        "jerk": tr("Jerk"),
        "shake": tr("Shake"),
        "pull": tr("Pull"),
        "buzz": tr("Buzz"),
        "lock": tr("Lock"),
        "cramp": tr("Cramp"),
    }


def lasted_names() -> dict[str, str]:
    """Return how long a twitch may last, by its word in the diary."""
    return {
        "moment": tr("Moment"),
        "seconds": tr("Seconds"),
        "minutes": tr("Minutes"),
        "longer": tr("Longer"),
    }


def state_names() -> dict[str, str]:
    """Return whether the hand was at rest, by the diary's word."""
    return {"rest": tr("At rest"), "use": tr("In use")}


def symptom_names() -> dict[str, str]:
    """Return the symptoms of a check-in, by their word in the diary."""
    return {
        "weakness": tr("Weak grip or hand"),
        "dropping-things": tr("Dropping things"),
        "numbness": tr("Numb or tingling"),
        "pain": tr("Pain"),
        "stiffness": tr("Stiff"),
        "finger-locks": tr("A finger locks"),
        "spreading": tr("Spreading"),
        "thinner-hand": tr("Hand looks thinner"),
        "hot-swollen": tr("Hot, red or swollen"),
        "sudden-weakness": tr("Sudden weakness or numbness"),
        "sudden-face-speech": tr("Sudden change of face, speech or sight"),
        "speech-swallowing": tr("Speaking or swallowing is harder"),
        "slow-unsteady": tr("Slower or unsteady"),
        "breathless": tr("Short of breath"),
        "palpitations": tr("Heart racing or uneven"),
        "faint-drowsy": tr("Fainting or very drowsy"),
        "fever-confusion": tr("Fever or confusion"),
        "left-side": tr("On the left"),
        "right-side": tr("On the right"),
        "both-sides": tr("On both sides"),
    }


def meal_names() -> dict[str, str]:
    """Return the meals of a day, by their word in the diary."""
    return {
        "breakfast": tr("Breakfast"),
        "lunch": tr("Lunch"),
        "dinner": tr("Dinner"),
        "snack": tr("Snack"),
    }


def afterwards_names() -> dict[str, str]:
    """Return how hands may be after a routine, by the diary's word."""
    return {"easier": tr("Easier"), "same": tr("The same"), "worse": tr("Worse")}


def clock_text(when: datetime | time) -> str:
    """Return a time of day as the locale writes it, without seconds."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def day_text(when: datetime, today: datetime) -> str:
    """Return "today", "yesterday" or the date of `when`."""
    days = (today.date() - when.date()).days
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    return QLocale().toString(
        QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat
    )


def number_text(number: float, decimals: int = 0) -> str:
    """Return a number in the locale's form; a whole one never with decimals."""
    rounded = round(number, decimals)
    if rounded == int(rounded):
        return QLocale().toString(int(rounded))
    return QLocale().toString(float(rounded), "f", decimals)


def uses_fl_oz(units: str) -> bool:
    """Return whether volumes are shown in fluid ounces: by choice, or as the locale has it."""
    if units != "auto":
        return units == "us"
    return QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem


def volume_text(ml: float, units: str = "auto") -> str:
    """Return a volume: "250 ml", "1.25 L", "8 fl oz"."""
    if uses_fl_oz(units):
        return tr("{0} fl oz").format(number_text(ml / ML_PER_FL_OZ, 1 if ml < 600 else 0))
    if ml >= 1000:
        return tr("{0} L").format(number_text(ml / 1000, 2))
    return tr("{0} ml").format(number_text(ml))


def mg_text(mg: float) -> str:
    """Return a mass in whole milligrams."""
    return tr("{0} mg").format(number_text(mg))


def duration_text(minutes: float) -> str:
    """Return a length of time: "7 h 10 min", "8 h", "45 min"."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return tr("{0} min").format(rest)
    if not rest:
        return tr("{0} h").format(hours)
    return tr("{0} h {1} min").format(hours, rest)


def practice_text(seconds: float) -> str:
    """Return how long a routine takes or took: "20 s", "3 min"."""
    if seconds < 45:
        return tr("{0} s").format(round(seconds))
    return duration_text(max(seconds / 60, 1))


def ago_text(minutes: float) -> str:
    """Return how long ago: "just now", "20 min ago", "3 h ago"."""
    if minutes < 1:
        return tr("just now")
    if minutes < 90:
        return tr("{0} min ago").format(round(minutes))
    return tr("{0} h ago").format(round(minutes / 60))


def entry_text(entry: Entry, units: str = "auto") -> str:
    """Return an entry in few words, as a toast names it."""
    details = entry.details
    at = clock_text(entry.at.local())
    if isinstance(details, Twitch):
        return tr("{0}, {1}").format(part_name(details.side, details.part), at)
    if isinstance(details, Drink):
        return tr("{0}, {1}, {2}").format(details.name, volume_text(details.ml, units), at)
    if isinstance(details, Sleep) and entry.until is not None:
        slept = (entry.until.utc_ms - entry.at.utc_ms) / MINUTE_MS
        woke = clock_text(entry.until.local())
        return tr("sleep {0}–{1} ({2})").format(at, woke, duration_text(slept))
    if isinstance(details, CheckIn):
        return tr("check-in, {0}").format(at)
    if isinstance(details, Note):
        return tr("note, {0}").format(at)
    if isinstance(details, RoutineSession):
        took = practice_text(details.total_s)
        return tr("{0}, {1}, {2}").format(details.name, took, at)
    if isinstance(details, Symptom):
        return tr("{0}, {1}").format(symptom_names()[details.what], at)
    if isinstance(details, Food):
        return tr("{0}, {1}").format(details.name or meal_names()[details.meal], at)
    if isinstance(details, Supplement):
        return tr("{0}, {1}").format(details.name, at)
    if isinstance(details, PlanMark):
        return tr("{0}, {1}").format(plan_mark_text(details), at)
    if isinstance(details, SafetyNotice):
        return tr("safety advice, {0}").format(at)
    return tr("{0}, {1}").format(entry.kind, at)


def breakable(text: str) -> str:
    """Return text that a label may break inside long words, by marks that do not show."""
    return " ".join(
        "\u200b".join(w[i : i + 8] for i in range(0, len(w), 8)) if len(w) > 16 else w
        for w in text.split(" ")
    )


def plan_step_names() -> dict[str, str]:
    """Return the plan's steps, by their key in the diary."""
    return {
        "baseline": tr("Baseline"),
        "water": tr("Water and late caffeine"),
        "magnesium": tr("Magnesium-rich foods"),
        "balance": tr("Potassium and calcium in balance"),
        "sleep": tr("Enough sleep at regular times"),
        "movement": tr("Gentle hand movement"),
        "meals": tr("Meals at consistent times"),
        "stress": tr("Stress and mental load"),
    }


def plan_mark_text(mark: PlanMark) -> str:
    """Return what a mark of the plan says: "the day's task, Baseline"."""
    said = {
        "start": tr("{0} starts tomorrow"),
        "task": tr("the day's task, {0}"),
        "pause": tr("{0} paused"),
        "resume": tr("{0} goes on"),
        "extend": tr("{0} made longer"),
        "finish": tr("{0} finished"),
        "stop": tr("{0} stopped"),
    }[mark.act]
    return said.format(plan_step_names().get(mark.step, mark.step or tr("plan")))


def entries_text(entries: Sequence[Entry], count: int) -> str:
    """Return several entries of one act in few words: a meal by its name, else how many."""
    meals = {e.details.meal if isinstance(e.details, Food) else "" for e in entries}
    number = number_text(count)
    if len(meals) == 1 and (meal := meals.pop()):
        return tr("{0}, {1} foods").format(meal_names()[meal], number)
    return tr("{0} entries").format(number)
