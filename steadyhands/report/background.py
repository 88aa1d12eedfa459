"""What was around the twitches: sleep, drinks, food, stress; symptoms; what the person said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from steadyhands.domain.entries import CheckIn, Entry, Supplement, Symptom
from steadyhands.domain.profile import Profile
from steadyhands.domain.sleep import mid_sleep_spread_min, sleep_days
from steadyhands.report import wording
from steadyhands.report.content import Facts, Lines, Section, Table, Words
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


def symptoms(period: Period, names: Mapping[str, str]) -> Section:
    """Return each logged symptom: on how many days, when last, where and how much."""
    found: dict[str, list[tuple[Entry, Symptom | None]]] = {}
    for entry in period.entries("checkin", "symptom"):
        details = entry.details
        if isinstance(details, CheckIn):
            for what in details.symptoms:
                found.setdefault(what, []).append((entry, None))
        elif isinstance(details, Symptom):
            found.setdefault(details.what, []).append((entry, details))
    asked = len({entry.at.local().date() for entry in period.entries("checkin")})
    if not found:
        said = f"None logged (check-ins on {wording.days(asked)} asked for them)."
        return Section("symptoms", "Symptoms logged", (Words(said),), "wide")
    rows = tuple(
        _symptom(names.get(what, what.replace("-", " ")), told)
        for what, told in sorted(found.items(), key=lambda pair: -len(pair[1]))
    )
    head = ("Symptom, in the person's choice of words", "Days", "Last", "Where, how much")
    note = Words(f"Check-ins on {wording.days(asked)} asked for symptoms.")
    return Section("symptoms", "Symptoms logged", (Table(head, rows, (6, 1, 2, 5)), note), "wide")


def _symptom(name: str, told: list[tuple[Entry, Symptom | None]]) -> tuple[str, ...]:
    days = {entry.at.local().date() for entry, _ in told}
    places = [s for _, s in told if s is not None and (s.side, s.part) != ("unsure", "unsure")]
    where = list(dict.fromkeys(wording.place(s.side, s.part) for s in places))
    most = max((s.severity for _, s in told if s and s.severity is not None), default=None)
    if most is not None:
        where.append(f"up to {most} of 10")
    return name, str(len(days)), wording.day_text(max(days)), "; ".join(where)


def about(
    profile: Profile, conditions: Mapping[str, str], medicines: Mapping[str, str]
) -> Section | None:
    """Return conditions and medicines as the person noted them; None if nothing was."""
    rows = []
    told = [conditions.get(key, key) for key in profile.conditions]
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
