"""What a made-up person wrote down: entries of the diary, with all that is forgotten."""

from __future__ import annotations

from typing import Any

import numpy as np

from steadyhands.domain.entries import (
    CheckIn,
    Details,
    Drink,
    Entry,
    Food,
    RoutineSession,
    Sleep,
    Twitch,
)
from steadyhands.domain.moment import DAY_MS, HOUR_MS, Moment
from tests.simulate.person import FIRST_DAY, Person, sigmoid

OFFSET_MIN = 60
MEAL_HOURS = {"breakfast": 7.8, "lunch": 12.7, "dinner": 18.8}
LATE_SHARE = 0.15
"""Twitches that are written down with the next drink instead of at once."""


class Diary:
    """Draws the entries of one person, day by day; `entries` holds them afterwards."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.rng = np.random.default_rng(person.rng.integers(2**32))
        self.entries: list[Entry] = []
        self.peak = self.rng.uniform(0.5, 1.0)
        for day in range(person.days):
            drunk, awake = self._drinks(day)
            hours = self._twitch_hours(day, drunk, awake)
            if not person.gone[day]:
                self._write(day, drunk, hours, awake)

    def _awake(self, day: int) -> tuple[float, float]:
        """Return the hours of the day's clock from waking to bed."""
        person = self.person
        woke = 24 + person.bed_h[day] + person.sleep_h[day] - 24
        later = person.bed_h[min(day + 1, person.days - 1)]
        return float(np.clip(woke, 4.2, 12)), float(np.clip(24 + later, 20, 27.5))

    def _drinks(self, day: int) -> tuple[list[tuple[float, Drink]], tuple[float, float]]:
        person, rng = self.person, self.rng
        woke, bed = self._awake(day)
        drunk = []
        for _ in range(person.cups[day]):
            mg = 95 * rng.uniform(0.8, 1.2)
            drunk.append((woke + rng.beta(1.3, 2.5) * (bed - woke), coffee(mg)))
        water = rng.uniform(woke, bed, person.glasses[day])
        beer = rng.uniform(min(18.5, bed - 1), bed, person.alcoholic[day])
        drunk += [(float(at), WATER) for at in water]
        drunk += [(float(at), BEER) for at in beer]
        return sorted(drunk, key=lambda d: d[0]), (woke, bed)

    def _twitch_hours(
        self, day: int, drunk: list[tuple[float, Drink]], awake: tuple[float, float]
    ) -> list[float]:
        """Return when the twitches of the day happened, by the clock."""
        person, rng, (woke, bed) = self.person, self.rng, awake
        rate = np.exp(person.log_rate[day]) / 16
        steps = np.arange(woke, bed, 0.5)
        strength = np.full(len(steps), rate * 0.5)
        strength *= np.where(steps >= 18, person.scenario.evening, 1.0)
        if person.scenario.acute != 1:
            dose = np.zeros(len(steps))
            for at, drink in drunk:
                since = steps + 0.25 - at
                dose += np.where((since >= 1) & (since < 6), drink.caffeine_mg, 0)
            strength *= person.scenario.acute ** (dose / 100)
        counts = rng.poisson(strength)
        return [
            float(s + rng.uniform(0, 0.5))
            for s, n in zip(steps, counts, strict=True)
            for _ in range(n)
        ]

    def _write(
        self,
        day: int,
        drunk: list[tuple[float, Drink]],
        twitches: list[float],
        awake: tuple[float, float],
    ) -> None:
        person, rng = self.person, self.rng
        care = person.care[day]
        told = sigmoid(care + 0.3)
        kept = [(at, drink) for at, drink in drunk if rng.random() < told]
        for at, drink in kept:
            self._add(day, at, drink)
        for at in twitches:
            if rng.random() < sigmoid(care + 0.5):
                self._add(
                    day, self._written_at(at, kept), TWITCHES[int(rng.integers(len(TWITCHES)))]
                )
        if rng.random() < sigmoid(care + 1.0):
            self._add_sleep(day, awake[0])
        if rng.random() < sigmoid(care + 0.5):
            self._add(day, min(20.5, awake[1]), self._checkin(day))
        for meal, hour in MEAL_HOURS.items():
            if rng.random() < sigmoid(care + 0.4):
                self._add(day, hour + rng.normal(0, 0.4), self._food(day, meal))
        if person.routines[day] and rng.random() < told:
            session = RoutineSession("tendon-glides", "Tendon glides", 1, total_s=180)
            self._add(day, rng.uniform(9, 20), session)

    def _written_at(self, at: float, drinks: list[tuple[float, Drink]]) -> float:
        if self.rng.random() < LATE_SHARE:
            return next((t + 0.01 for t, _ in drinks if t > at), at)
        return at

    def _checkin(self, day: int) -> CheckIn:
        person = self.person
        return CheckIn(
            int(person.stress[day]),
            int(person.tiredness[day]),
            int(person.mental_load[day]),
            float(person.workout[day]) or None,
            float(round(person.screen_h[day] * 2) / 2),
        )

    def _food(self, day: int, meal: str) -> Food:
        share = 0.9 / 3 * self.rng.uniform(0.75, 1.25)
        mg, k, ca = (float(v) * share for v in self.person.minerals[day])
        return Food(meal, "Food", 300, magnesium_mg=mg, potassium_mg=k, calcium_mg=ca)

    def _add_sleep(self, day: int, woke: float) -> None:
        quarter = round(self.person.sleep_h[day] * 4) / 4
        self._add(day, woke - quarter, Sleep(), until=woke)

    def _add(self, day: int, hour: float, details: Details, until: float | None = None) -> None:
        more: dict[str, Any] = {} if until is None else {"until": moment(day, until)}
        number = f"{len(self.entries):032x}"
        self.entries.append(Entry(number, moment(day, hour), details, **more))


def coffee(mg: float) -> Drink:
    return Drink("Coffee", 240, 238, mg)


WATER = Drink("Water", 250, 250)
BEER = Drink("Beer", 330, 307, 0, 12)
TWITCHES = tuple(
    Twitch(side, part, doing)
    for side, part in (("right", "index"), ("right", "thumb"), ("right", "ring"), ("left", "index"))
    for doing in ("typing", "resting", "")
)


def moment(day: int, hour: float) -> Moment:
    """Return the moment of an hour of the clock on a simulated day."""
    utc = (FIRST_DAY + day) * DAY_MS + round(hour * HOUR_MS) - OFFSET_MIN * 60_000
    return Moment(utc, OFFSET_MIN)
