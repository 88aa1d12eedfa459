"""A diary in which short nights clearly go with more twitches, and nothing else does."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from steadyhands.domain.entries import PlanMark
from steadyhands.domain.moment import Moment
from steadyhands.services.desk import Desk
from tests.factory import a_coffee, a_night, a_twitch, a_water
from tests.stubs import moment_of

DAYS = 75


def pieces(now: Moment, days: int = DAYS, seed: int = 5, planned: bool = False):
    """Return what `Journal.log_all` takes, of the days that end yesterday."""
    chance = Random(seed)
    midnight = now.local().replace(hour=0, minute=0)
    found = []
    for back in range(days, 0, -1):
        day = midnight - timedelta(days=back)
        found += _day(chance, day, now.offset_min)
    if planned:
        found += _plan(midnight, now.offset_min)
    return found


def _day(chance: Random, day: datetime, offset: int):
    def at(hour: float) -> Moment:
        return moment_of(day + timedelta(hours=hour), offset)

    slept = chance.choice((5.0, 5.5, 6.0, 7.0, 7.5, 8.0, 8.5))
    yield a_night(), at(7 - slept), at(7), ""
    for nth in range(chance.randrange(1, 5)):
        yield a_coffee(), at(8 + 2 * nth), None, ""
    for nth in range(chance.randrange(2, 6)):
        yield a_water(), at(8.5 + 2 * nth), None, ""
    for _ in range(max(0, round(chance.gauss(3 + 4 * max(0.0, 7.5 - slept), 1)))):
        yield a_twitch(doing="typing"), at(chance.uniform(8, 22)), None, ""


def _plan(midnight: datetime, offset: int):
    """Yield a baseline of 28 days and a step of 28 that ended five days ago."""
    for back, mark in (
        (63, PlanMark("start", "baseline", 28)),
        (34, PlanMark("finish", "baseline")),
        (34, PlanMark("start", "water", 28)),
        (5, PlanMark("finish", "water")),
    ):
        yield mark, moment_of(midnight - timedelta(days=back, hours=-20), offset), None, ""


def fill(desk: Desk, days: int = DAYS, seed: int = 5, planned: bool = False) -> None:
    """Write such days into a diary."""
    now = desk.now()
    desk.journal.log_all(pieces(now, days, seed, planned), now)
