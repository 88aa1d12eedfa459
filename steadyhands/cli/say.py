"""Entries and times in a few plain words, for answers and lists."""

from __future__ import annotations

from datetime import timedelta

from steadyhands.domain.entries import (
    CheckIn,
    Drink,
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
from steadyhands.domain.hand import DIGITS, UNSURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from steadyhands.domain.entries import Entry
    from steadyhands.domain.moment import Moment

_MINERALS = ("magnesium", "potassium", "calcium")


def entry_line(entry: Entry, now: Moment) -> str:
    """Return `right index finger, 16:18 (typing)`; the day stands there unless it is today."""
    more = extras(entry)
    return f"{name(entry)}, {when(entry, now)}" + (f" ({more})" if more else "")


def name(entry: Entry) -> str:
    """Return what an entry is, in a word or two."""
    details = entry.details
    if isinstance(details, Twitch):
        return place(details.side, details.part)
    if isinstance(details, Drink):
        return f"{details.name} {amount(details.ml)} ml"
    if isinstance(details, Sleep):
        return "sleep"
    if isinstance(details, CheckIn):
        return "check-in"
    if isinstance(details, Note):
        return "note"
    if isinstance(details, RoutineSession):
        return details.name
    if isinstance(details, Symptom):
        return details.what.replace("-", " ")
    if isinstance(details, Food):
        grams = f" {amount(details.grams)} g" if details.grams else ""
        return f"{details.name or details.meal}{grams}"
    if isinstance(details, Supplement):
        return details.name
    if isinstance(details, PlanMark):
        return f"plan, {details.act} {details.step}".rstrip()
    if isinstance(details, SafetyNotice):
        return f"safety advice {details.act}"
    return "at the desk" if entry.kind == "desk_min" else entry.kind


def place(side: str, part: str) -> str:
    """Return `right index finger`, `left palm`, `right hand` or `a hand, not sure which`."""
    what = f"{part} finger" if part in DIGITS and part != "thumb" else part
    if part == UNSURE:
        return "twitch, not sure where" if side == UNSURE else f"{side} hand"
    return f"{what}, not sure which hand" if side == UNSURE else f"{side} {what}"


def extras(entry: Entry) -> str:
    """Return what an entry says besides, between commas."""
    details = entry.details
    said: list[str] = []
    if isinstance(details, Twitch):
        strength = f"strength {details.strength}" if details.strength else ""
        state = {"rest": "at rest", "use": "in use"}.get(details.state, "")
        said = [details.doing, details.felt, lasted(details.lasted), strength, state]
    elif isinstance(details, Drink):
        said = [f"{amount(details.caffeine_mg)} mg caffeine"] if details.caffeine_mg else []
        said += [f"{amount(details.alcohol_g)} g alcohol"] if details.alcohol_g else []
    elif isinstance(details, Sleep):
        minutes = entry.amounts().get("sleep_min", 0)
        said = [duration(minutes), f"quality {details.quality}" if details.quality else ""]
    elif isinstance(details, CheckIn):
        said = _answers(details)
    elif isinstance(details, RoutineSession):
        said = _session(details)
    elif isinstance(details, Symptom):
        said = _symptom(details)
    elif isinstance(details, Food):
        held = (("magnesium", details.magnesium_mg), ("caffeine", details.caffeine_mg))
        said = [details.meal if details.name else ""]
        said += [f"{amount(mg)} mg {what}" for what, mg in held if mg]
    elif isinstance(details, Supplement):
        said = minerals(entry.amounts(), "supplement_")
    elif isinstance(details, Other):
        said = [f"{name} {value:g}" for name, value in details.counted]
    return ", ".join(part.replace("-", " ") for part in said if part)


def minerals(held: Mapping[str, float], begins: str = "") -> list[str]:
    """Return `77 mg magnesium` and so on for the minerals among some amounts."""
    found = ((what, held.get(f"{begins}{what}_mg", 0)) for what in _MINERALS)
    return [f"{amount(mg)} mg {what}" for what, mg in found if mg]


def lasted(word: str) -> str:
    """Return how long a twitch lasted as it stands in a sentence."""
    return {"moment": "a moment", "longer": "longer than minutes"}.get(word, word)


def _answers(details: CheckIn) -> list[str]:
    scales = {
        "stress": details.stress,
        "tiredness": details.tiredness,
        "mental load": details.mental_load,
    }
    said = [f"{word} {value}" for word, value in scales.items() if value is not None]
    if details.workout_min is not None:
        said.append(f"workout {duration(details.workout_min)}")
    if details.screen_hours is not None:
        said.append(f"screen {duration(details.screen_hours * 60)}")
    return [*said, *details.symptoms]


def _session(details: RoutineSession) -> list[str]:
    done = 1 if details.share is None else details.share
    return [
        length(details.total_s) if details.total_s else "",
        f"{done:.0%} done" if done < 0.995 else "",
        f"{details.sides[0]} hand" if len(details.sides) == 1 else "",
        {"easier": "hands easier", "worse": "hands worse"}.get(details.felt, details.felt),
        "it hurt" if details.hurt else "",
    ]


def _symptom(details: Symptom) -> list[str]:
    where = "" if details.side == details.part == UNSURE else place(details.side, details.part)
    return [where, "" if details.severity is None else f"{details.severity} of 10"]


def when(entry: Entry, now: Moment) -> str:
    """Return the time of an entry, with the day if it is another than that of `now`."""
    day = day_before(entry.belongs_at().local().date(), now.local().date())
    return f"{day} {clock(entry)}" if day else clock(entry)


def clock(entry: Entry) -> str:
    """Return `16:18`, or `23:10–06:40` of sleep."""
    start = hour(entry.at.local())
    return f"{start}–{hour(entry.until.local())}" if entry.until else start


def hour(wall: datetime) -> str:
    """Return a wall-clock time."""
    return f"{wall.hour:02}:{wall.minute:02}"


def day_before(day: date, today: date) -> str:
    """Return nothing for today, `yesterday`, else `Fri 20 Nov`, with the year if it is another."""
    if day == today:
        return ""
    if day == today - timedelta(days=1):
        return "yesterday"
    return day_name(day, today)


def day_name(day: date, today: date) -> str:
    """Return `Fri 20 Nov`, with the year if it is not this one."""
    return f"{day:%a} {day.day} {day:%b}" + ("" if day.year == today.year else f" {day.year}")


def amount(value: float) -> str:
    """Return a number as precisely as anybody knows it: `1,250`, `95`, `7.5`."""
    return f"{round(value):,}" if value >= 10 or value == round(value) else f"{value:.1f}"


def duration(minutes: float) -> str:
    """Return `7 h 30 min`, `45 min`."""
    hours, left = divmod(round(minutes), 60)
    if not hours:
        return f"{left} min"
    return f"{hours} h {left} min" if left else f"{hours} h"


def length(seconds: float) -> str:
    """Return `20 s`, `3 min`."""
    return f"{round(seconds)} s" if seconds < 45 else duration(max(seconds / 60, 1))


def counted(number: int, one: str, many: str) -> str:
    """Return `1 entry`, `2 entries`."""
    return f"{number:,} {one if number == 1 else many}"
