"""What the Twitches tab shows, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from steadyhands.domain.entries import Entry, Food, Twitch
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.value import Value
from steadyhands.services.look import Before

AGO_MIN = (0, 5, 15, 30, 60)


class LookBack(Value):
    """The hours before a twitch. Minutes count back from it; None where nothing is known."""

    hours: int
    caffeine_mg: float
    caffeine_min_ago: float | None
    water_ml: float
    alcohol_g: float
    sleep_min: float | None
    awake_min: float | None
    foods: tuple[str, ...] = ()  # each food once, in the order it was eaten
    meal: str = ""  # the last one's word in the diary
    meal_min_ago: float | None = None


class State(Value):
    """The twitch that the chips describe, what came before it, and today's others."""

    entry: Entry | None = None
    look_back: LookBack | None = None
    others: tuple[Entry, ...] = ()  # newest first
    units: str = "auto"

    @property
    def twitch(self) -> Twitch | None:
        """Return the twitch's details."""
        details = self.entry.details if self.entry is not None else None
        return details if isinstance(details, Twitch) else None


def build_state(
    entry: Entry | None, before: Before | None, twitches: Sequence[Entry], units: str
) -> State:
    """Return the state for a twitch, the hours before it, and all of the day's twitches."""
    if entry is None or before is None:
        return State(units=units)
    others = tuple(other for other in reversed(twitches) if other.id != entry.id)
    return State(entry, look_back(entry.at, before), others, units)


def look_back(at: Moment, before: Before) -> LookBack:
    """Return the hours before a moment in figures."""
    coffee = before.last_with("caffeine_mg")
    sleep = before.sleep
    woke = sleep.until if sleep is not None else None
    return LookBack(
        hours=before.hours,
        caffeine_mg=before.total("caffeine_mg"),
        caffeine_min_ago=_minutes(coffee.at, at) if coffee is not None else None,
        water_ml=before.total("water_ml"),
        alcohol_g=before.total("alcohol_g"),
        sleep_min=_minutes(sleep.at, woke) if sleep is not None and woke is not None else None,
        awake_min=_minutes(woke, at) if woke is not None else None,
        **_eaten(at, before),
    )


def _eaten(at: Moment, before: Before) -> dict[str, Any]:
    """Return the foods of the hours before, and the last meal wherever it lies."""
    names = [e.details.name for e in before.foods if isinstance(e.details, Food)]
    found: dict[str, Any] = {"foods": tuple(dict.fromkeys(name for name in names if name))}
    last = before.last_meal
    if last is not None and isinstance(last.details, Food):
        found |= {"meal": last.details.meal, "meal_min_ago": _minutes(last.at, at)}
    return found


def _minutes(start: Moment, end: Moment) -> float:
    return (end.utc_ms - start.utc_ms) / MINUTE_MS
