"""The words of the Diary tab: an entry in two lines, a day in one, kinds, what was found."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from steadyhands.domain.entries import (
    CheckIn,
    Drink,
    Entry,
    Food,
    Note,
    Other,
    PlanMark,
    RoutineSession,
    SafetyNotice,
    Sleep,
    Supplement,
    Symptom,
    Twitch,
)
from steadyhands.domain.hand import UNSURE
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.value import Value
from steadyhands.ui import words

_EXCERPT = 400  # letters of a note that a row may need


def tr(text: str, number: int = -1) -> str:
    """Return a text of this module translated; `%Ln` takes `number`."""
    return QCoreApplication.translate("DiaryWording", text, "", number)


class RowWords(Value):
    """A row as it is painted: time, what, more about it, the note."""

    time: str
    title: str
    more: str = ""
    note: str = ""

    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ". ".join(part for part in (self.time, self.title, self.more, self.note) if part)


def kind_names() -> dict[str, str]:
    """Return the kinds of entry in the plural, in the order in which they are offered."""
    return {
        "twitch": tr("Twitches"),
        "drink": tr("Drinks"),
        "food": tr("Food"),
        "supplement": tr("Supplements"),
        "sleep": tr("Sleep"),
        "checkin": tr("Check-ins"),
        "symptom": tr("Symptoms"),
        "routine": tr("Exercises"),
        "note": tr("Notes"),
        "plan": tr("Plan"),
        "notice": tr("Safety advice"),
    }


def kind_name(kind: str) -> str:
    """Return one entry of a kind, to name a form by."""
    names = {
        "twitch": tr("Twitch"),
        "drink": tr("Drink"),
        "food": tr("Food"),
        "supplement": tr("Supplement"),
        "sleep": tr("Sleep"),
        "checkin": tr("Check-in"),
        "symptom": tr("Symptom"),
        "routine": tr("Exercise"),
        "note": tr("Note"),
        "plan": tr("Plan"),
        "notice": tr("Safety advice"),
        "desk_min": tr("At the desk"),
    }
    return names.get(kind, words.capital(kind))


def part_names() -> dict[str, str]:
    """Return the parts of a hand, by their word in the diary."""
    return {
        "thumb": tr("Thumb"),
        "index": tr("Index finger"),
        "middle": tr("Middle finger"),
        "ring": tr("Ring finger"),
        "little": tr("Little finger"),
        "palm": tr("Palm"),
        "wrist": tr("Wrist"),
        UNSURE: tr("Not sure"),
    }


def side_names() -> dict[str, str]:
    """Return the hands, by their word in the diary."""
    return {"left": tr("Left"), "right": tr("Right"), UNSURE: tr("Not sure")}


def row_words(entry: Entry, units: str) -> RowWords:
    """Return an entry in the words of its row."""
    at, note = words.clock_text(entry.at.local()), _one_line(entry.note)
    if isinstance(entry.details, Note):
        return RowWords(at, note, tr("Note"))
    return RowWords(at, title(entry), more(entry, units), note)


def title(entry: Entry) -> str:
    """Return what an entry is, in few words."""
    details = entry.details
    if isinstance(details, Twitch):
        return words.capital(words.part_name(details.side, details.part))
    if isinstance(details, Drink | Supplement | RoutineSession):
        return _one_line(details.name)
    if isinstance(details, Food):
        return _one_line(details.name) or words.meal_names()[details.meal]
    if isinstance(details, Sleep) and entry.until is not None:
        return tr("Slept {0}").format(words.duration_text(_minutes(entry)))
    if isinstance(details, Symptom):
        return words.symptom_names()[details.what]
    if isinstance(details, PlanMark):
        return words.capital(words.plan_mark_text(details))
    if isinstance(details, SafetyNotice):
        return tr("Safety advice read") if details.act == "read" else tr("Safety advice shown")
    return kind_name(entry.kind)


def more(entry: Entry, units: str) -> str:
    """Return what else an entry says, its note apart."""
    details = entry.details
    if isinstance(details, Twitch):
        said = _told(details)
    elif isinstance(details, Drink):
        said = [words.volume_text(details.ml, units), *_amounts(details)]
    elif isinstance(details, Food):
        said = _eaten(details)
    elif isinstance(details, Supplement):
        said = _amounts(details)
    elif isinstance(details, Sleep) and entry.until is not None:
        said = _slept(entry, details)
    elif isinstance(details, CheckIn):
        said = _checked(details)
    elif isinstance(details, RoutineSession):
        said = _exercised(details)
    elif isinstance(details, Symptom):
        said = _noticed(details)
    elif isinstance(details, PlanMark):
        said = [tr("Plan")]
    elif isinstance(details, SafetyNotice):
        said = [_plain(details.rule)]
    elif isinstance(details, Other):
        said = [f"{name}: {value}" for name, value in details.contents]
    else:
        said = []
    return " · ".join(part for part in said if part)


def day_title(day: date, today: date) -> str:
    """Return a day's name: "Today, Tuesday 10 March 2026"."""
    locale = QLocale()
    known = QDate(day.year, day.month, day.day)
    dated = locale.toString(known, "dddd d MMMM yyyy")
    if day == today:
        return tr("Today, {0}").format(dated)
    if (today - day).days == 1:
        return tr("Yesterday, {0}").format(dated)
    return dated


def date_text(day: date) -> str:
    """Return a date as the locale writes it, the year in full."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def counts_text(kinds: dict[str, int]) -> str:
    """Return a day's counts: "12 twitches · 5 drinks · 2 notes"."""
    said = {
        "twitch": tr("%Ln twitch(es)", kinds.get("twitch", 0)),
        "drink": tr("%Ln drink(s)", kinds.get("drink", 0)),
        "food": tr("%Ln food(s)", kinds.get("food", 0)),
        "note": tr("%Ln note(s)", kinds.get("note", 0)),
    }
    named = [_counted(said[kind], kinds[kind]) for kind in said if kinds.get(kind)]
    rest = sum(count for kind, count in kinds.items() if kind not in said)
    if rest:
        template = tr("%Ln other(s)", rest) if named else tr("%Ln entry(ies)", rest)
        named.append(_counted(template, rest))
    return " · ".join(named)


def _counted(template: str, number: int) -> str:
    """Return a plural in English where no translation has chosen its form."""
    text = template
    if "(" not in text:
        return text
    for ending, one, many in (("(es)", "", "es"), ("y(ies)", "y", "ies"), ("(s)", "", "s")):
        if ending in text:
            return text.replace(ending, one if number == 1 else many)
    return text


def entries_text(number: int) -> str:
    """Return "1 entry", "730,400 entries"."""
    return _counted(tr("%Ln entry(ies)", number), number)


def found_text(shown: int, of: int) -> str:
    """Return how many of a day's entries were found: "3 of 23 entries"."""
    return tr("{0} of {1}").format(words.number_text(shown), entries_text(of))


def _minutes(entry: Entry) -> float:
    until = entry.until or entry.at
    return (until.utc_ms - entry.at.utc_ms) / MINUTE_MS


def _told(twitch: Twitch) -> list[str]:
    answers = (
        (twitch.doing, words.doing_names),
        (twitch.felt, words.felt_names),
        (twitch.lasted, words.lasted_names),
        (twitch.state, words.state_names),
    )
    said = [names()[answer] for answer, names in answers if answer]
    if twitch.strength is not None:
        said.append(tr("Strength {0}").format(words.number_text(twitch.strength)))
    return said


def _amounts(details: Drink | Food | Supplement) -> list[str]:
    held = details.__dict__
    said = []
    if held.get("caffeine_mg"):
        said.append(tr("{0} caffeine").format(words.mg_text(held["caffeine_mg"])))
    if held.get("alcohol_g"):
        said.append(tr("{0} g alcohol").format(words.number_text(held["alcohol_g"])))
    if isinstance(details, Drink):
        return said
    names = {
        "magnesium_mg": tr("{0} magnesium"),
        "potassium_mg": tr("{0} potassium"),
        "calcium_mg": tr("{0} calcium"),
    }
    return said + [names[n].format(words.mg_text(held[n])) for n in names if held[n]]


def _eaten(food: Food) -> list[str]:
    amount = food.portion or (
        tr("{0} g").format(words.number_text(food.grams)) if food.grams else ""
    )
    meal = words.meal_names()[food.meal] if food.name else ""
    return [meal, amount, *_amounts(food)]


def _slept(entry: Entry, sleep: Sleep) -> list[str]:
    until = entry.until or entry.at
    span = tr("{0}–{1}").format(words.clock_text(entry.at.local()), words.clock_text(until.local()))
    if sleep.quality is None:
        return [span]
    return [span, tr("Quality {0} of 5").format(words.number_text(sleep.quality))]


def _checked(answers: CheckIn) -> list[str]:
    scales = (
        (tr("Stress {0}"), answers.stress),
        (tr("Tiredness {0}"), answers.tiredness),
        (tr("Mental load {0}"), answers.mental_load),
    )
    said = [name.format(words.number_text(value)) for name, value in scales if value is not None]
    if answers.workout_min is not None:
        said.append(tr("Workout {0}").format(words.duration_text(answers.workout_min)))
    if answers.screen_hours is not None:
        said.append(tr("Screens {0}").format(words.duration_text(answers.screen_hours * 60)))
    return said + [words.symptom_names()[symptom] for symptom in answers.symptoms]


def _exercised(session: RoutineSession) -> list[str]:
    said = [words.practice_text(session.total_s)] if session.total_s else []
    if session.share is not None:
        said.append(tr("{0} % done").format(words.number_text(session.share * 100)))
    if session.felt:
        said.append(tr("Afterwards: {0}").format(words.afterwards_names()[session.felt]))
    return [*said, tr("It hurt")] if session.hurt else said


def _noticed(symptom: Symptom) -> list[str]:
    said = []
    if (symptom.side, symptom.part) != (UNSURE, UNSURE):
        said.append(words.capital(words.part_name(symptom.side, symptom.part)))
    if symptom.severity is not None:
        said.append(tr("{0} of 10").format(words.number_text(symptom.severity)))
    return said


def _plain(name: str) -> str:
    return words.capital(name.replace("-", " "))


def _one_line(text: str) -> str:
    return " ".join(text[:_EXCERPT].split())
