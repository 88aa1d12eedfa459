"""The plan in words: what each step asks, why one is left out, what was logged in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from steadyhands.domain.plan.steps import FORTNIGHTS
from steadyhands.services.plan import Logged
from steadyhands.ui.tabs.plan.presenter import Record
from steadyhands.ui.words import number_text


def tr(text: str) -> str:
    """Return a text of the Plan tab translated."""
    return QCoreApplication.translate("Plan", text)


def task(step: str, low_h: float = 7.0, high_h: float = 9.0) -> str:
    """Return the one small task of a step's day."""
    hours = (number_text(low_h), number_text(high_h))
    return {
        "baseline": tr("Nothing to change. Log what you notice, and the night and drinks too."),
        "water": tr("Drink a little through the day; the last caffeine nine hours before bed."),
        "magnesium": tr("Have nuts or seeds, beans, whole grains or leafy greens with one meal."),
        "balance": tr(
            "Have one food with potassium (potato, banana, beans) and one with calcium"
            " (milk, yogurt, tofu)."
        ),
        "sleep": tr("Go to bed near your usual time, early enough for {0} to {1} hours.").format(
            *hours
        ),
        "movement": tr("Do one hand routine of two to five minutes."),
        "meals": tr("Eat your main meals within an hour of their usual times."),
        "stress": tr("Take ten quiet minutes away from screens, then check in on the day."),
    }.get(step, "")


def page(key: str) -> str:
    """Return the words of a button that opens another page."""
    return {
        "drinks": tr("Open Drinks"),
        "food": tr("Open Food"),
        "sleep": tr("Open Sleep & day"),
        "exercises": tr("Open Exercises"),
    }[key]


def left_out(reason: str) -> str:
    """Return why a step is left out, and whom to ask."""
    known = {
        "kidney": tr("Left out, as your profile names kidney disease."),
        "heart": tr("Left out, as your profile names heart disease."),
        "liver": tr("Left out, as your profile names liver disease."),
        "fluid_limit": tr("Left out, as your profile names a limit for drinks."),
        "medicine": tr("Left out, as a medicine in your profile holds potassium back."),
    }.get(reason, tr("Left out because of your health profile."))
    return tr("{0} Please ask your clinician what is right for you.").format(known)


def weeks(days: int) -> str:
    """Return a length: "4 weeks", or "30 days" where it is no whole number of weeks."""
    whole = days % 7 == 0
    return tr("{0} weeks").format(days // 7) if whole else tr("{0} days").format(days)


def length(days: int, rhythm: str) -> str:
    """Return a length with its rhythm."""
    if rhythm == FORTNIGHTS:
        return tr("{0}, two on and two off in turn").format(weeks(days))
    return weeks(days)


def day(when: date, today: date) -> str:
    """Return "11 March" in the locale's own order, with the year if it is another."""
    pattern = "d MMMM" if when.year == today.year else "d MMMM yyyy"
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def recently(count: int) -> str:
    """Return how often lately, without any judgement."""
    return tr("{0} of the last 7 days").format(number_text(count))


def record(shown: Record) -> str:
    """Return what was logged in a step and in the baseline, and that it is not tested yet."""
    if shown.verdict:
        return shown.verdict
    if shown.on.mean is None:
        return tr("Nothing was recorded in these days.")
    if shown.base is None:
        return tr("Logged: {0}.").format(_mean(shown.on))
    said = [tr("Logged: {0}").format(_mean(shown.on))]
    if shown.off is not None:
        said.append(tr("in the weeks off {0}").format(_mean(shown.off)))
    said.append(tr("in the baseline {0}").format(_mean(shown.base)))
    return tr("{0}. Not yet tested: such a difference may be chance.").format("; ".join(said))


def _mean(logged: Logged) -> str:
    if logged.mean is None:
        return tr("no recorded days")
    days = tr("1 recorded day")
    if logged.days != 1:
        days = tr("{0} recorded days").format(number_text(logged.days))
    return tr("{0} twitches a day over {1}").format(number_text(logged.mean, 1), days)
