"""What was around the twitches: sleep, drinks, food, stress; symptoms; what the person said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from steadyhands.domain.details import NOTICED_ON
from steadyhands.domain.entries import CheckIn, Entry, SafetyNotice, Supplement, Symptom
from steadyhands.domain.hand import UNSURE
from steadyhands.domain.profile import Profile
from steadyhands.domain.sleep import mid_sleep_spread_min, sleep_days
from steadyhands.domain.value import Value
from steadyhands.report import wording
from steadyhands.report.content import Block, Facts, Lines, Section, Table, Words
from steadyhands.report.period import Period, spread

_HEAD = ("", "Median a day (middle half)", "Days known")
_AFTERNOON_H = 14
_DRINKS = ("drink", "food")


def background(period: Period, minerals: bool) -> Section:
    """Return medians and middle halves; food minerals only where the profile allows them."""
    rows = [
        _row("Sleep", _scaled(period.amounts("sleep_min", ("sleep",)), 1 / 60), "h", 1),
        _regularity(period),
        _row("Water from drinks", _scaled(period.amounts("water_ml", ("drink",)), 0.001), "L", 1),
        _row("Caffeine", period.amounts("caffeine_mg", _DRINKS), "mg"),
        _row("Caffeine after 14:00", _late_caffeine(period), "mg"),
        _alcohol(period),
        _row("Stress, 0–10", period.amounts("stress", ("checkin",)), "", 1),
        _row("Tiredness, 0–10", period.amounts("tiredness", ("checkin",)), "", 1),
        _row("Exercise", period.amounts("workout_min", ("checkin",)), "min"),
        _row("Screen time", period.amounts("screen_hours", ("checkin",)), "h", 1),
    ]
    if minerals:
        name = "Magnesium in what was eaten"
        rows.append(_row(name, period.amounts("magnesium_mg", ("food",)), "mg"))
    rows.append(_supplements(period))
    shown = tuple(row for row in rows if row is not None)
    if not shown:
        return Section("background", "Sleep, drinks, stress", (Words("Nothing logged."),), "wide")
    return Section("background", "Sleep, drinks, stress", (Table(_HEAD, shown, (4, 5, 2)),), "wide")


def _row(
    name: str, amounts: Mapping[date, float], unit: str, digits: int = 0
) -> tuple[str, ...] | None:
    found = spread(amounts.values())
    if found is None:
        return None
    return name, wording.middle(found, unit, digits), str(found.days)


def _scaled(amounts: Mapping[date, float], times: float) -> dict[date, float]:
    return {day: amount * times for day, amount in amounts.items()}


def _regularity(period: Period) -> tuple[str, ...] | None:
    nights = [day.night for day in sleep_days(period.entries("sleep"), period.starts_at).values()]
    known = [night for night in nights if night is not None]
    varies = mid_sleep_spread_min(known)
    if varies is None:
        return None
    said = f"middle of the night varies by ± {varies:.0f} min"
    return "Sleep times", said, str(len(known))


def _late_caffeine(period: Period) -> dict[date, float]:
    found = dict.fromkeys(period.amounts("caffeine_mg", _DRINKS), 0.0)
    for day in found:
        for entry in period.by_day[day]:
            if entry.kind in _DRINKS and entry.at.local().hour >= _AFTERNOON_H:
                found[day] += entry.amounts().get("caffeine_mg", 0)
    return found if any(found.values()) else {}


def _alcohol(period: Period) -> tuple[str, ...] | None:
    amounts = period.amounts("alcohol_g", ("drink",))
    found = spread(amount for amount in amounts.values() if amount > 0)
    if not amounts:
        return None
    if found is None:
        return "Alcohol", "none logged", str(len(amounts))
    said = f"on {found.days} of {len(amounts)} days; then {wording.middle(found, 'g')}"
    return "Alcohol", said, str(len(amounts))


def _supplements(period: Period) -> tuple[str, ...] | None:
    taken = period.entries("supplement")
    told = [entry.details for entry in taken]
    names = dict.fromkeys(each.name for each in told if isinstance(each, Supplement))
    if not names:
        return None
    days = {entry.at.local().date() for entry in taken}
    return "Supplements taken", ", ".join(names), str(len(days))


def symptoms(period: Period, signs: Mapping[str, str]) -> Section:
    """Return each logged symptom: on how many days, when last, where and how much.

    `signs` are the safety rules' signs by id: those that the diary asked about are named.
    """
    found: dict[str, list[Told]] = {}
    for entry in period.entries("checkin", "symptom"):
        for what, told in _told(entry):
            found.setdefault(what, []).append(told)
    asked = len({entry.at.local().date() for entry in period.entries("checkin")})
    asked_text = f"Check-ins on {wording.days(asked)} asked for symptoms."
    spoken = _spoken(period, signs)
    if not found:
        blocks: tuple[Block, ...] = (Words(f"None logged. {asked_text}"),)
    else:
        ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        rows = tuple(_symptom(wording.symptom(what), told) for what, told in ranked)
        head = ("As the person chose it", "Days", "Last", "Where, how much")
        blocks = (Table(head, rows, (6, 1, 2, 5)), Words(asked_text))
    return Section("symptoms", "Symptoms logged", (*blocks, *spoken), "wide")


class Told(Value):
    """One telling of a symptom: its entry, where it was, and how much of 10."""

    entry: Entry
    where: str = ""
    severity: int | None = None


def _told(entry: Entry) -> Iterator[tuple[str, Told]]:
    """Yield the symptoms of an entry; a check-in names the side once for all of them."""
    details = entry.details
    if isinstance(details, Symptom):
        unsure = (details.side, details.part) == (UNSURE, UNSURE)
        where = "" if unsure else wording.place(details.side, details.part)
        yield details.what, Told(entry, where, details.severity)
    elif isinstance(details, CheckIn):
        sides = [what for what in details.symptoms if what in NOTICED_ON]
        where = ", ".join(side.replace("-", " ") for side in sides)
        for what in details.symptoms:
            if what not in NOTICED_ON:
                yield what, Told(entry, where)


def _symptom(name: str, told: list[Told]) -> tuple[str, ...]:
    days = {each.entry.at.local().date() for each in told}
    where = [place for place in dict.fromkeys(each.where for each in told) if place]
    most = max((each.severity for each in told if each.severity is not None), default=None)
    if most is not None:
        where.append(f"up to {most} of 10")
    return name, str(len(days)), wording.day_text(max(days)), "; ".join(where)


def _spoken(period: Period, signs: Mapping[str, str]) -> Iterator[Block]:
    """Yield the signs that the diary told the person to have looked at."""
    notices = [entry.details for entry in period.entries("notice")]
    rules = dict.fromkeys(n.rule for n in notices if isinstance(n, SafetyNotice))
    named = tuple(signs[rule] for rule in rules if rule in signs)
    if named:
        yield Words("The diary's safety rules advised to have this looked at: ")
        yield Lines(named)


def about(profile: Profile, medicines: Mapping[str, str]) -> Section | None:
    """Return conditions and medicines (names by id) as the person noted them; None for nothing."""
    rows = []
    told = [wording.CONDITIONS.get(key, key) for key in profile.conditions]
    told += ["pregnant"] if profile.pregnant else []
    told += ["breastfeeding"] if profile.breastfeeding else []
    if told:
        rows.append(("Noted", ", ".join(told), ""))
    taken = [medicines.get(key, key) for key in profile.medicines]
    taken += [profile.other_medicines.strip()] if profile.other_medicines.strip() else []
    if taken:
        changed = "a medicine changed lately" if profile.medicine_changed else ""
        rows.append(("Medicines", "; ".join(taken), changed))
    if not rows:
        return None
    return Section("about", "Conditions and medicines", (Facts(tuple(rows)),), "wide")


def questions(asked: tuple[str, ...]) -> Section | None:
    """Return what the person wants to ask."""
    if not asked:
        return None
    return Section("questions", "Questions to ask", (Lines(asked),), "wide")


def notes(period: Period) -> Section | None:
    """Return the person's own notes, oldest first; only if they chose to show them."""
    told = [
        (wording.day_text(entry.at.local().date()), entry.note)
        for entry in period.entries("note", "twitch", "checkin", "sleep", "symptom")
        if entry.note
    ]
    if not told:
        return None
    return Section("notes", "Own notes", (Table(("Day", "Note"), tuple(told), (1, 8)),))
