"""Made-up people with known truth: their days as they were, before anything was written down.

Ranges are guesses kept wide; no public diary of twitches is known. What is true of a person is in
`Scenario`; what differs from person to person comes from the seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
FIRST_DAY = 20_454  # 1 January 2026, a Thursday, as an epoch day


@dataclass(frozen=True)
class Scenario:
    """What is true: `effects` are rate ratios of a high (p80) against a low (p20) day, by factor
    and lag; `acute` per 100 mg of caffeine drunk 1 to 6 h before; `rise` a week from day
    `rise_from`; `step` the ratio on the days `on` (spans of day numbers, end not included)."""

    name: str = "null"
    effects: dict[tuple[str, int], float] = field(default_factory=dict)
    acute: float = 1.0
    hard: bool = False
    easy: bool = False
    gappy: bool = False
    reactive: bool = False
    drifting: bool = False
    confounded: bool = False
    rise: float = 1.0
    rise_from: int = 0
    fading: float = 0.0
    evening: float = 1.0
    step: float = 1.0
    on: tuple[tuple[int, int], ...] = ()
    base: float | None = None


def ar1(rng: np.random.Generator, days: int, phi: float) -> Floats:
    """Return a standard AR(1) series."""
    noise = rng.normal(size=days)
    out = np.empty(days)
    out[0] = noise[0]
    for t in range(1, days):
        out[t] = phi * out[t - 1] + (1 - phi**2) ** 0.5 * noise[t]
    return out


class Person:
    """One person's true days: factors, rate of twitches, care of logging."""

    def __init__(self, scenario: Scenario, seed: int, days: int = 182) -> None:
        self.scenario, self.days = scenario, days
        self.rng = rng = np.random.default_rng((seed, 20_260_301))
        self.weekend = ((np.arange(days) + FIRST_DAY + 3) % 7 >= 5).astype(float)
        self._live(rng)
        self.base = scenario.base or float(np.clip(np.exp(rng.normal(1.05, 0.75)), 0.8, 20))
        self.log_effect = self._effects()
        self.log_rate = np.log(self.base) + self.log_effect + self._unrest(rng)
        self.log_rate -= max(self._overflow(), 0.0)
        self.care = self._care(rng)
        self.gone = self._missing(rng)

    def _live(self, rng: np.random.Generator) -> None:
        """Draw what the person does: correlated moods first, then amounts."""
        days, hard = self.days, self.scenario.hard
        mood = [ar1(rng, days, rng.uniform(0.1, 0.7 if hard else 0.5)) for _ in range(12)]
        tie = rng.uniform(0.0, 0.35, 6)
        if self.scenario.confounded:
            tie = np.full(6, 0.75)
        sleep = mood[0]
        stress = mix(mood[1], -sleep, tie[0])
        self.sleep_h = np.clip(7.2 + rng.uniform(0.7, 1.2) * sleep + 0.4 * self.weekend, 3, 11)
        self.bed_h = -0.5 + rng.uniform(0.3, 0.9) * mood[2] + 0.6 * self.weekend
        self.stress = np.clip(np.round(4 + 2.0 * stress - 1.0 * self.weekend), 0, 10)
        tired = mix(mood[3], mix(stress, -sleep, 0.5), 0.6)
        self.tiredness = np.clip(np.round(4 + 2 * tired), 0, 10)
        self.mental_load = np.clip(np.round(4 + 2 * mix(mood[4], stress, 0.5)), 0, 10)
        screen = mix(mood[5], -sleep, tie[1])
        self.screen_h = np.clip(7 - 3 * self.weekend + 1.5 * screen, 0, 16)
        cups = np.exp(np.log(rng.uniform(1.3, 3.5)) + 0.45 * mix(mood[6], -sleep, tie[2]))
        self.cups = rng.poisson(cups)
        glasses = rng.uniform(4, 8) * np.exp(0.3 * mix(mood[7], sleep, tie[3]))
        self.glasses = rng.poisson(glasses)
        drinking = rng.uniform(-1.8, -0.2) + 1.0 * self.weekend + 0.5 * mood[8]
        self.alcoholic = np.where(rng.random(days) < sigmoid(drinking), 1 + rng.poisson(1, days), 0)
        moves = rng.random(days) < sigmoid(
            rng.uniform(-1.5, 0.3) + 0.5 * mix(mood[9], sleep, tie[4])
        )
        self.workout = np.where(moves, np.round(rng.uniform(15, 60, days) / 5) * 5, 0.0)
        self.routines = np.where(rng.random(days) < rng.uniform(0.15, 0.6), 1, 0)
        diet = np.exp(0.25 * mood[10])
        self.minerals = np.column_stack(
            [
                mean * diet * np.exp(0.18 * rng.normal(size=days))
                for mean in (rng.uniform(220, 380), rng.uniform(2000, 3600), rng.uniform(600, 1100))
            ]
        )

    def truth(self, key: str) -> Floats:
        """Return a factor's true values a day, in the diary's units."""
        return {
            "water_ml": self.glasses * 250.0,
            "caffeine_mg": self.cups * 95.0,
            "alcohol_g": self.alcoholic * 12.0,
            "workout_min": self.workout,
            "routine_min": self.routines * 3.0,
            "sleep_h": self.sleep_h,
            "stress": self.stress.astype(float),
            "screen_hours": self.screen_h,
            "tiredness": self.tiredness.astype(float),
            "magnesium_mg": self.minerals[:, 0],
            "potassium_mg": self.minerals[:, 1],
            "calcium_mg": self.minerals[:, 2],
        }[key]

    def _effects(self) -> Floats:
        """Return what the true factors add to the logarithm of each day's rate."""
        total = np.zeros(self.days)
        for (key, lag), ratio in self.scenario.effects.items():
            x = self.truth(key)
            if np.median(x) == 0:
                wide = x[x > 0].mean() if (x > 0).any() else 1.0
            else:
                wide = max(np.percentile(x, 80) - np.percentile(x, 20), 1e-9)
            part = np.log(ratio) * (x - x.mean()) / wide
            total += np.concatenate([np.zeros(lag), part[: self.days - lag]])
        for first, end in self.scenario.on:
            total[first:end] += np.log(self.scenario.step)
        weeks = np.maximum(np.arange(self.days) - self.scenario.rise_from, 0) / 7
        return np.asarray(total + weeks * np.log(self.scenario.rise))

    def _unrest(self, rng: np.random.Generator) -> Floats:
        """Return what else moves the rate: carry-over, single days, weekdays, drift, waves."""
        days, kind = self.days, self.scenario
        low, high = (0.6, 0.9) if kind.hard else (0.05, 0.2) if kind.easy else (0.25, 0.65)
        phi = rng.uniform(0.6, 0.9) if kind.hard else rng.uniform(0.2, 0.8)
        carried = rng.uniform(low, high) * ar1(rng, days, phi)
        shape = 1 / rng.uniform(0.02, 0.12 if kind.easy else 0.8)
        single = np.log(np.maximum(rng.gamma(shape, 1 / shape, days), 1e-3))
        weekday = rng.normal(0, 0.2) * self.weekend
        u = np.arange(days)
        strength = 2.0 if kind.hard or kind.drifting else 0.0 if kind.easy else 1.0
        drift = strength * rng.normal(0, 0.05) * (u - days / 2) / 30
        wave = (
            strength
            * rng.uniform(0, 0.2)
            * np.sin(2 * np.pi * u / rng.uniform(45, 110) + rng.uniform(0, 6.3))
        )
        return np.asarray(carried + single + weekday + drift + wave)

    def _overflow(self) -> float:
        return float(np.log(np.exp(self.log_rate).mean() / 60))

    def _care(self, rng: np.random.Generator) -> Floats:
        """Return the care of logging on the logit scale; it fades, and swings more for some."""
        kind, u = self.scenario, np.arange(self.days)
        swing = rng.uniform(0.8, 1.2) if kind.hard else rng.uniform(0.2, 0.7)
        care = rng.uniform(0.8, 2.2) + swing * ar1(rng, self.days, rng.uniform(0.5, 0.9))
        decline = kind.fading + (0.15 if kind.hard else 0.0)
        care = care - decline * u / 30
        if kind.reactive:
            excess = self.log_rate - self.log_rate.mean()
            care = care + 0.8 * excess / max(float(excess.std()), 1e-9)
        return np.asarray(care)

    def _missing(self, rng: np.random.Generator) -> NDArray[np.bool_]:
        share = rng.uniform(0.2, 0.35) if self.scenario.gappy else rng.uniform(0.01, 0.08)
        hidden = ar1(rng, self.days, 0.6 if self.scenario.gappy else 0.2)
        gone = hidden < np.quantile(hidden, share)
        gone[0] = False
        return np.asarray(gone)


def mix(own: Floats, other: Floats, tie: float) -> Floats:
    """Return a standard series that is correlated by `tie` with another."""
    return np.asarray((1 - tie**2) ** 0.5 * own + tie * other)


def sigmoid(x: Floats | float) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.asarray(x))))
