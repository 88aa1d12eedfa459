"""The words of the Sleep & day tab that more than one of its cards says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from steadyhands.domain.allowed import SleepBand
from steadyhands.domain.entries import CheckIn
from steadyhands.ui.tabs.sleep.presenter import Bar, Slept
from steadyhands.ui.words import clock_text, duration_text, symptom_names


def tr(text: str) -> str:
    """Return a text of this module translated."""
    return QCoreApplication.translate("sleep", text)


def quality_names() -> dict[int, str]:
    """Return how a sleep was, 1–5."""
    return {1: tr("Poor"), 2: tr("Fair"), 3: tr("Okay"), 4: tr("Good"), 5: tr("Very good")}


def slept_text(slept: Slept) -> str:
    """Return one sleep: "Slept 23:10–06:50, 7 h 40 min, good"."""
    text = tr("{0}, {1}").format(times_text(slept), duration_text(slept.minutes))
    if slept.quality is None:
        return text
    return tr("{0}, {1}").format(text, quality_names()[slept.quality].lower())


def times_text(slept: Slept) -> str:
    """Return when one sleep was: "Slept 23:10–06:50", "Nap 14:00–14:20"."""
    named = tr("Nap {0}–{1}") if slept.nap else tr("Slept {0}–{1}")
    return named.format(clock_text(slept.began.local()), clock_text(slept.woke.local()))


def band_text(band: SleepBand) -> str:
    """Return the hours that fit an age, and the age: "7–9 h, adults 18–64"."""
    low, high = round(band.low_h), round(band.high_h)
    ages = {(8, 10): tr("{0}–{1} h, 14–17 years"), (7, 8): tr("{0}–{1} h, from 65 on")}
    return ages.get((low, high), tr("{0}–{1} h, adults 18–64")).format(low, high)


def weekday_text(day: date) -> str:
    """Return a day as a bar's words begin: "Tue 4 Nov"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("ddd d MMM"))


def bar_text(bar: Bar) -> str:
    """Return a day of the chart in words: the night, then the naps."""
    parts = [slept_text(one) for one in bar.slept]
    if bar.minutes is None:
        parts.insert(0, tr("Night not recorded"))
    elif sum(not one.nap for one in bar.slept) > 1:
        parts.insert(0, tr("{0} in all").format(duration_text(bar.minutes)))
    return tr("{0}. {1}.").format(weekday_text(bar.day), ". ".join(parts))


def answers_text(answers: CheckIn) -> str:
    """Return a check-in's answers in one sentence, in the order of the questions."""
    scales = (
        (tr("stress {0} of 10"), answers.stress),
        (tr("tiredness {0} of 10"), answers.tiredness),
        (tr("mental load {0} of 10"), answers.mental_load),
    )
    said = [words.format(value) for words, value in scales if value is not None]
    if answers.workout_min is not None:
        said.append(tr("workout {0}").format(duration_text(answers.workout_min)))
    if answers.screen_hours is not None:
        said.append(tr("screens {0}").format(duration_text(answers.screen_hours * 60)))
    names = symptom_names()
    said += [names.get(symptom, symptom).lower() for symptom in answers.symptoms]
    text = ", ".join(said)
    return text[:1].upper() + text[1:]
