"""steadyhands today: the day in a few lines."""

from __future__ import annotations

from steadyhands.cli.say import (
    amount,
    clock,
    counted,
    duration,
    entry_line,
    extras,
    length,
    minerals,
    name,
)
from steadyhands.domain.allowed import water_goal
from steadyhands.domain.caffeine import band
from steadyhands.domain.eating import Food

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.cli.call import Call
    from steadyhands.domain.profile import Profile
    from steadyhands.services.choices import Choices
    from steadyhands.services.look import DayLook

_WORTH_SAYING_MG = 5
_NOTED = {
    "kidney": "kidney disease",
    "heart": "heart disease",
    "liver": "liver disease",
    "fluid_limit": "a limit on how much you drink",
}


def show_today(call: Call) -> str:
    """Return the day's counts, each with what there is to compare it with."""
    look = call.desk.look.day(call.now)
    choices = call.desk.choices.read()
    rows = [
        ("Twitches", _twitches(look)),
        ("", _last_twitch(call, look)),
        ("Drinks", _water(look, choices, call.desk.profile.read())),
        ("Caffeine", _caffeine(call, look, choices)),
        ("Alcohol", _alcohol(look)),
        *_eaten(look),
        ("Sleep", _sleep(look)),
        ("Check-in", _checkin(look)),
        ("Routines", _routines(look)),
        ("Symptoms", _symptoms(look)),
        ("Notes", _notes(look)),
    ]
    title = f"{look.day:%A} {look.day.day} {look.day:%B}"
    return "\n".join([title, *(f"  {word:<9} {text}" for word, text in rows if text)])


def _twitches(look: DayLook) -> str:
    number = len(look.of_kind("twitch"))
    said = str(number) if number else "none so far"
    return f"{said}, usually {amount(look.usual.count)} by now" if look.usual else said


def _last_twitch(call: Call, look: DayLook) -> str:
    found = look.of_kind("twitch")
    return f"last: {entry_line(found[-1], call.now)}" if found else ""


def _water(look: DayLook, choices: Choices, profile: Profile) -> str:
    drunk, may = amount(look.total("water_ml")), water_goal(profile)
    if may.shown:
        return f"{drunk} of {amount(choices.water_goal_ml)} ml"
    return f"{drunk} ml (no goal, as you noted {_NOTED[may.reason]}; please ask your clinician)"


def _caffeine(call: Call, look: DayLook, choices: Choices) -> str:
    drunk = look.total("caffeine_mg")
    now = band(look.doses, call.now.utc_ms, choices.half_life_h)
    said = f"{amount(drunk)} mg" if drunk else "none so far"
    if now.mid < _WORTH_SAYING_MG:
        return said
    between = f"{round(now.low)} to {round(now.high)}"
    return f"{said}, about {round(now.mid)} mg in your body now (people differ: {between})"


def _alcohol(look: DayLook) -> str:
    grams = look.total("alcohol_g")
    return f"{amount(grams)} g" if grams >= 1 else ""


def _eaten(look: DayLook) -> list[tuple[str, str]]:
    """Return meals, what food and drinks held, and supplements, which are no part of that."""
    held = {name: look.total(name) for entry in look.entries for name in entry.amounts()}
    eaten, taken = minerals(held), minerals(held, "supplement_")
    rows = [("Meals", ", ".join(_meals(look)))]
    if eaten:
        rows.append(("Minerals", f"{', '.join(eaten)} from food and drinks"))
    if taken:
        rows.append(("" if eaten else "Minerals", f"{', '.join(taken)} from supplements"))
    return rows


def _meals(look: DayLook) -> list[str]:
    """Return each meal with the time it began."""
    began: dict[str, str] = {}
    for entry in look.of_kind("food"):
        if isinstance(entry.details, Food):
            began.setdefault(entry.details.meal, clock(entry))
    return [f"{meal} {time}" for meal, time in began.items()]


def _sleep(look: DayLook) -> str:
    sleeps = look.of_kind("sleep")
    if not sleeps:
        return "not logged yet"
    spans = ", ".join(clock(entry) for entry in sleeps)
    return f"{duration(look.total('sleep_min'))} ({spans})"


def _checkin(look: DayLook) -> str:
    found = look.of_kind("checkin")
    return extras(found[-1]) if found else ""


def _routines(look: DayLook) -> str:
    names = dict.fromkeys(name(entry) for entry in look.of_kind("routine"))
    seconds = look.total("routine_min") * 60
    said = f"{length(seconds)}: " if seconds else ""
    return said + ", ".join(names) if names else ""


def _symptoms(look: DayLook) -> str:
    return ", ".join(f"{name(entry)} {clock(entry)}" for entry in look.of_kind("symptom"))


def _notes(look: DayLook) -> str:
    number = len(look.of_kind("note"))
    return counted(number, "note", "notes") if number else ""
