"""What files bring, in words: kinds and numbers, what a tracker becomes, when and how large."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from steadyhands.domain.details import HAND_SYMPTOMS
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import Entry
from steadyhands.exchange import targets
from steadyhands.services import arrival
from steadyhands.services.arrival import Preview
from steadyhands.ui import words
from steadyhands.ui.tabs.diary.wording import row_words

LINE_LENGTH = 120


def tr(text: str) -> str:
    """Return a text of this module translated."""
    return QCoreApplication.translate("transfer", text)


def counted(number: int, one: str, many: str) -> str:
    """Return "1 entry", "1,204 entries"."""
    return f"{words.number_text(number)} {one if number == 1 else many}"


def entries(number: int) -> str:
    """Return a number of entries in words."""
    return counted(number, tr("entry"), tr("entries"))


def kind_count(kind: str, number: int) -> str:
    """Return "3 twitches", "1 night or nap"; a tracker of one's own by its name."""
    named = {
        "twitch": (tr("twitch"), tr("twitches")),
        "drink": (tr("drink"), tr("drinks")),
        "food": (tr("food"), tr("foods")),
        "supplement": (tr("supplement"), tr("supplements")),
        "sleep": (tr("night or nap"), tr("nights and naps")),
        "checkin": (tr("check-in"), tr("check-ins")),
        "note": (tr("note"), tr("notes")),
        "routine": (tr("exercise"), tr("exercises")),
        "symptom": (tr("symptom"), tr("symptoms")),
        "plan": (tr("mark of the plan"), tr("marks of the plan")),
        "notice": (tr("safety advice"), tr("safety advice")),
    }
    own = f"“{kind}”"
    return counted(number, *named.get(kind, (own, own)))


def date_text(day: date) -> str:
    """Return a date as the locale writes it, the year in full."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def when_text(when: datetime) -> str:
    """Return date and time."""
    return tr("{0}, {1}").format(date_text(when.date()), words.clock_text(when))


def size_text(size: int) -> str:
    """Return the size of a file: "48 kB", "1.2 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def entry_line(entry: Entry, units: str) -> str:
    """Return an entry with its day, as a list of examples shows it."""
    said = row_words(entry, units)
    what = ", ".join(part for part in (said.title, said.more, said.note) if part)
    if len(what) > LINE_LENGTH:
        what = what[:LINE_LENGTH] + "…"
    return tr("{0}, {1}: {2}").format(date_text(entry.at.local().date()), said.time, what)


def coming_text(seen: Preview) -> str:
    """Return how much would come in, from when to when."""
    if not seen.coming or seen.first is None or seen.last is None:
        return nothing_text(seen)
    if seen.first == seen.last:
        return tr("{0} would come in, of {1}.").format(entries(seen.coming), date_text(seen.first))
    return tr("{0} would come in, from {1} to {2}, on {3}.").format(
        entries(seen.coming),
        date_text(seen.first),
        date_text(seen.last),
        counted(seen.days, tr("day"), tr("days")),
    )


def nothing_text(seen: Preview) -> str:
    """Return why nothing comes in."""
    known = seen.count(arrival.KNOWN)
    if known:
        return tr("Nothing is new: {0} of this file are in your diary already.").format(
            entries(known)
        )
    return tr("Nothing in this file is for your diary.")


def kinds_text(seen: Preview) -> str:
    """Return how many of each kind come in."""
    return " · ".join(kind_count(kind, n) for kind, n in seen.coming_by_kind().items())


def staying_out(seen: Preview) -> list[str]:
    """Return what does not come in although it could be read, and why, a line each."""
    said = (
        (arrival.KNOWN, tr("{0} already in your diary.")),
        (arrival.EDITED, tr("{0} left as you have changed them since.")),
        (arrival.REMOVED, tr("{0} left out, as you had removed them here.")),
        (arrival.REPEATED, tr("{0} in the file twice.")),
        (arrival.OVERLAPS, tr("{0} left out: that time has a sleep already.")),
    )
    lines = [text.format(entries(n)) for what, text in said if (n := seen.count(what))]
    return lines if seen.coming else lines[1:] if seen.count(arrival.KNOWN) else lines


def passed_text(seen: Preview, most: int = 6) -> str:
    """Return what the diary has no place for; empty if there is nothing."""
    kinds = sorted(seen.passed.items(), key=lambda row: -row[1])
    said = [f"{name} ({words.number_text(n)})" for name, n in kinds[:most]]
    if not said:
        return ""
    if len(kinds) > most:
        said.append(tr("{0} more kinds").format(words.number_text(len(kinds) - most)))
    return tr("Not for the diary: {0}.").format(", ".join(said))


def target_names() -> dict[str, str]:
    """Return what a tracker can become, by the first word of its target."""
    return {
        targets.TWITCH: tr("Twitch"),
        "drink": tr("Drink"),
        targets.CAFFEINE: tr("Caffeine, mg"),
        "supplement": tr("Supplement"),
        targets.SLEEP: tr("Sleep"),
        "stress": tr("Stress, 0–10"),
        "tiredness": tr("Tiredness, 0–10"),
        "mental_load": tr("Mental load, 0–10"),
        "workout_min": tr("Exercise, minutes"),
        "screen_hours": tr("Hours at a screen"),
        "symptom": tr("Symptom"),
        targets.NOTE: tr("Note"),
        targets.OWN: tr("A tracker of its own"),
        targets.SKIP: tr("Leave out"),
    }


def nutrient_names() -> dict[str, str]:
    """Return what a supplement may hold."""
    return {
        "magnesium_mg": tr("Magnesium"),
        "potassium_mg": tr("Potassium"),
        "calcium_mg": tr("Calcium"),
    }


def symptom_names() -> dict[str, str]:
    """Return the symptoms of hands that a tracker can become."""
    return {word: words.symptom_names()[word] for word in HAND_SYMPTOMS}


def target_text(target: str, presets: Sequence[DrinkPreset]) -> str:
    """Return what a tracker becomes, in words."""
    first, _, rest = target.partition(":")
    if first == targets.TWITCH and rest:
        side, _, part = rest.partition(":")
        return tr("Twitch: {0}").format(words.part_name(side, part))
    if first == "drink":
        return next((preset.name for preset in presets if preset.id == rest), tr("Drink"))
    if first == "supplement":
        return tr("Supplement: {0}").format(nutrient_names().get(rest, rest))
    if first == "symptom":
        return words.symptom_names().get(rest, rest)
    if first == targets.OWN and rest:
        return tr("A tracker of its own, counted as {0}").format(rest)
    return target_names().get(first, target)
