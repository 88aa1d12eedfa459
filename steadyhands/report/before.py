"""The six hours before the most noticeable twitches: what was drunk, eaten, slept and done."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.entries import CheckIn, Drink, Entry, RoutineSession, Twitch
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS
from steadyhands.report import wording
from steadyhands.report.content import Section, Table, Words
from steadyhands.report.period import Period

HOURS = 6
MOST_EPISODES = 12
_A_DAY_MOST = 2
_LASTED = {"": 0, "moment": 1, "seconds": 2, "minutes": 3, "longer": 4}


def before(period: Period, earlier: list[Entry]) -> Section | None:
    """Return a row for each of the most noticeable twitches; `earlier` are entries before them.

    Noticeable: by strength, then by how long it lasted, then those with a note; at most two a
    day, so that one bad day does not fill the page. None if nothing told them apart.
    """
    chosen = noticeable(period)
    if not chosen:
        return None
    entries = sorted([*earlier, *period.entries(*_KINDS)], key=lambda entry: entry.at.utc_ms)
    head = ("When", "What", "Drinks, caffeine", "Food", "Sleep before", "Activity, stress")
    rows = tuple(_row(entry, twitch, entries) for entry, twitch in chosen)
    note = Words(
        f"The {wording.counted(len(rows), 'twitch', 'twitches')} that stood out most by strength, "
        "length and notes; at most two a day. A dash means nothing was logged."
    )
    table = Table(head, rows, (3, 5, 5, 5, 3, 4))
    return Section("before", f"The {HOURS} hours before", (note, table))


_KINDS = ("drink", "food", "sleep", "checkin", "routine", "supplement")


def noticeable(period: Period) -> list[tuple[Entry, Twitch]]:
    """Return the twitches that stood out, oldest first."""
    told = [(e, t) for e, t in period.twitches() if _rank(e, t) > (0, 0, False)]
    told.sort(key=lambda pair: (_rank(*pair), pair[0].at.utc_ms), reverse=True)
    per_day: dict[date, int] = {}
    chosen: list[tuple[Entry, Twitch]] = []
    for entry, twitch in told:
        day = entry.at.local().date()
        if per_day.get(day, 0) < _A_DAY_MOST and len(chosen) < MOST_EPISODES:
            per_day[day] = per_day.get(day, 0) + 1
            chosen.append((entry, twitch))
    return sorted(chosen, key=lambda pair: pair[0].at.utc_ms)


def _rank(entry: Entry, twitch: Twitch) -> tuple[int, int, bool]:
    return twitch.strength or 0, _LASTED[twitch.lasted], bool(entry.note)


def _row(entry: Entry, twitch: Twitch, entries: list[Entry]) -> tuple[str, ...]:
    since = entry.at.utc_ms - HOURS * HOUR_MS
    near = [e for e in entries if since <= e.at.utc_ms <= entry.at.utc_ms]
    when = f"{wording.day_text(entry.at.local().date())}, {entry.at.local():%H:%M}"
    return (
        when,
        _what(entry, twitch),
        _drinks(near),
        wording.food_text(near) or "–",
        _sleep(entry, entries),
        _activity(entry, near),
    )


def _what(entry: Entry, twitch: Twitch) -> str:
    told = [wording.place(twitch.side, twitch.part)]
    told += [wording.FELT.get(twitch.felt, twitch.felt)] if twitch.felt else []
    told += [wording.LASTED[twitch.lasted]] if twitch.lasted else []
    told += [f"strength {twitch.strength} of 5"] if twitch.strength else []
    told += [wording.DOING[twitch.doing]] if twitch.doing else []
    note = f" – “{entry.note}”" if entry.note else ""
    return ", ".join(told) + note


def _drinks(near: list[Entry]) -> str:
    drinks = [e.details for e in near if isinstance(e.details, Drink)]
    if not drinks:
        return "–"
    names: dict[str, int] = {}
    for drink in drinks:
        names[drink.name] = names.get(drink.name, 0) + 1
    said = ", ".join(name if n == 1 else f"{n} × {name}" for name, n in names.items())
    caffeine = sum(e.amounts().get("caffeine_mg", 0) for e in near)
    return f"{said}; {wording.number(caffeine)} mg caffeine"


def _sleep(entry: Entry, entries: list[Entry]) -> str:
    ended = [e for e in entries if e.kind == "sleep" and e.until is not None]
    done = [e for e in ended if e.until is not None and e.until.utc_ms <= entry.at.utc_ms]
    if not done:
        return "–"
    last = done[-1]
    assert last.until is not None
    if entry.at.utc_ms - last.until.utc_ms > 24 * HOUR_MS:
        return "–"
    hours = (last.until.utc_ms - last.at.utc_ms) / MINUTE_MS / 60
    return f"{wording.number(hours, 1)} h"


def _activity(entry: Entry, near: list[Entry]) -> str:
    told = []
    for each in near:
        details = each.details
        if isinstance(details, RoutineSession):
            told.append("hand routine")
        elif isinstance(details, CheckIn):
            told += [f"stress {details.stress}"] if details.stress is not None else []
            told += [f"exercise {details.workout_min:g} min"] if details.workout_min else []
    return ", ".join(dict.fromkeys(told)) or "–"
