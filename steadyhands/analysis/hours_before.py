"""Do the hours before matter: each day is compared with itself, hour against hour.

Case-crossover inside the day as a conditional Poisson model (Armstrong 2014, BMC Med Res Methodol
14:122), against an active comparator: any drink, so that being up and logging is not taken for
caffeine. Variance clustered by day, degrees of freedom by the days that carry the estimate.
"""

from __future__ import annotations

import numpy as np

from steadyhands.analysis.gls import Effect
from steadyhands.analysis.hours import Hours
from steadyhands.analysis.noise import Floats
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.value import Value

DAYS_NEEDED, TWITCHES_NEEDED, EXPOSED_NEEDED, EACH_NEEDED = 14, 60, 14, 25
_ROUNDS = 12
_DF_LEAST = 8


class Dose(Value):
    """What is taken, how long ago it may act, and what of it one ratio means.

    `entries` counts the entries that hold it; `against_drinks` sets it against any drink.
    """

    key: str
    amount: str
    entries: str
    nearest: int
    farthest: int
    unit: float
    against_drinks: bool = False


DOSES = (
    Dose("caffeine_mg", "caffeine_mg", "caffeinated", 1, 6, 100, True),
    Dose("alcohol_g", "alcohol_g", "alcoholic", 1, 8, 20),
    Dose("routine_min", "routine_min", "routines", 0, 4, 5),
)
"""Caffeine and alcohol; of exercise the hand routines, whose hour is known (a workout's is not)."""


class HoursBefore(Value):
    """One dose's answer: what there is to test it on, and its effect per unit if that is enough."""

    dose: Dose
    days: int
    twitches: int
    exposed_days: int
    inside: int
    outside: int
    effect: Effect | None = None


def hours_before(table: DayTable, hours: Hours | None = None) -> list[HoursBefore]:
    """Return the answer for every dose, tested or not; `hours` are the table's, if made already."""
    hours = hours or Hours(table)
    return [_answer(hours, dose) for dose in DOSES] if len(hours) else []


def _answer(hours: Hours, dose: Dose) -> HoursBefore:
    y = hours.of("twitches") * (hours.awake >= 0.5)
    kept = y.sum(axis=1) > 0
    taken = hours.before(dose.amount, dose.nearest, dose.farthest)
    exposed = (taken > 0) & (hours.awake >= 0.5)
    inside, twitches = int(y[exposed].sum()), int(y.sum())
    exposed_days = int((exposed.any(axis=1) & kept).sum())
    found = HoursBefore(dose, int(kept.sum()), twitches, exposed_days, inside, twitches - inside)
    enough = found.days >= DAYS_NEEDED and twitches >= TWITCHES_NEEDED
    spread = exposed_days >= EXPOSED_NEEDED and min(inside, twitches - inside) >= EACH_NEEDED
    if not (enough and spread):
        return found
    x = _columns(hours, dose, taken / dose.unit)[kept]
    return found.replaced(effect=_conditional(y[kept], x, hours.awake[kept] >= 0.5))


def _columns(hours: Hours, dose: Dose, taken: Floats) -> Floats:
    """Return day by hour by column; the dose first."""
    turn = np.broadcast_to(2 * np.pi * hours.clock / 24, taken.shape)
    weekend = (((hours.days + 3) % 7) >= 5).astype(float)[:, None]
    columns = [taken, hours.of(dose.entries)]
    for harmonic in (1, 2, 3):
        columns += [np.cos(harmonic * turn), np.sin(harmonic * turn)]
    columns += [np.cos(turn) * weekend, np.sin(turn) * weekend]
    if dose.against_drinks:
        columns += [hours.before("drinks", 1, 6), hours.of("drinks")]
    return np.stack(columns, axis=2)


def _conditional(y: Floats, x: Floats, awake: Floats) -> Effect:
    """Return the first column's effect, given each day's total, clustered by day.

    A day that tells a great part of what is told pulls the fit towards itself; its residual is
    enlarged as if the day had been left out (Mancl & DeRouen 2001, Biometrics 57:126).
    """
    days, _, p = x.shape
    total = y.sum(axis=1)
    b = np.zeros(p)
    for _ in range(_ROUNDS):
        eta = np.where(awake, np.clip(x @ b, -30, 30), -np.inf)
        share = np.exp(eta - eta.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        mean = np.einsum("ih,ihk->ik", share, x)
        score = np.einsum("ih,ihk->ik", y, x) - total[:, None] * mean
        weight = share * total[:, None]
        flat = x.reshape(-1, p)
        held = flat.T @ (flat * weight.reshape(-1, 1)) - (mean * total[:, None]).T @ mean
        held[np.diag_indices(p)] += 1e-6
        step = np.linalg.solve(held, score.sum(axis=0))
        b = b + np.clip(step, -1, 1)
        if np.abs(step).max() < 1e-7:
            break
    along = np.linalg.inv(held)[:, 0]
    told = x @ along
    each = total * ((share * told**2).sum(axis=1) - (share * told).sum(axis=1) ** 2)
    pull = score @ along / (1 - np.minimum(each / each.sum(), 0.9))
    variance = float((pull**2).sum()) * days / (days - 1)
    df = 2 * float((pull**2).sum()) ** 2 / max(float((pull**4).sum()), 1e-300)
    return Effect(
        float(b[0]), variance**0.5, float(np.clip(df, _DF_LEAST, max(days - p, _DF_LEAST)))
    )
