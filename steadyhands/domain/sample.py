"""A made-up diary of a made-up person: the same seed always gives the same days."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from random import Random

from steadyhands.domain.day import day_of
from steadyhands.domain.drinks import find
from steadyhands.domain.entries import Drink, RoutineSession, Sleep, Twitch
from steadyhands.domain.moment import DAY_MS, Moment
from steadyhands.domain.sample_day import SHELF, SampleDay, Wall
from steadyhands.domain.sample_food import made_up_meals, meals_of_today
from steadyhands.domain.sample_plan import plan_pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from steadyhands.domain.drinks import DrinkPreset
    from steadyhands.domain.foods import FoodItem
    from steadyhands.domain.sample_day import Piece

DAYS = 120
SEED = 7

_EMPTY_SHARE = 0.06  # of days nothing was written down
_NEVER_EMPTY = 3  # of the days before the last one

_SLEEP = ("23:50", "07:00", 4)
_DRINKS = (
    ("07:25", "water", 200),
    ("07:40", "coffee", None),
    ("09:24", "water", 200),
    ("11:00", "water", 250),
    ("12:48", "water", 200),
    ("13:10", "coffee", None),
    ("15:12", "water", 200),
    ("17:30", "water", 250),
    ("19:05", "water", 250),
    ("20:40", "herbal-tea", None),
)
_TWITCHES = (
    ("09:06", "right", "index", "typing", "flutter", "seconds"),
    ("10:24", "right", "index", "typing", "", ""),
    ("10:30", "right", "index", "mouse", "flutter", ""),
    ("11:42", "right", "thumb", "", "", ""),
    ("14:06", "left", "ring", "cup", "jerk", "moment"),
    ("15:54", "right", "index", "typing", "flutter", "seconds"),
    ("16:18", "right", "index", "typing", "flutter", ""),
    ("18:02", "right", "middle", "phone", "", ""),
    ("21:20", "right", "index", "resting", "flutter", "moment"),
)
_BOTH = ("left", "right")
_ROUTINES = (
    ("quick-desk-reset", "Quick desk reset", 120, _BOTH),
    ("tendon-glides", "Tendon glides", 176, _BOTH),
    ("open-and-close", "Open and close the fists", 68, _BOTH),
    ("before-sleep", "Before sleep", 300, _BOTH),
)


def sample_entries(
    now: Moment,
    presets: Sequence[DrinkPreset],
    days: int = DAYS,
    seed: int = SEED,
    foods: Sequence[FoodItem] = (),
) -> Iterator[Piece]:
    """Yield details, start, end and note of what a diary of `days` days holds by `now`.

    Ordered by when each thing could have been written down; nothing lies after `now`
    and everything is at its offset. The last day is the same for every seed. Without
    `foods` nobody eats.
    """
    shelf = {name: find(presets, name) for name in SHELF}
    larder = {food.id: food for food in foods}
    last = day_of(now)
    for back in range(days - 1, -1, -1):
        wall = Wall(last - timedelta(days=back), now.offset_min)
        pieces = list(_made_up(wall, shelf, back, seed) if back else _today(wall, shelf))
        pieces += _eaten(wall, larder, back, seed, pieces) if larder else ()
        for piece in sorted(pieces, key=_written_ms):
            if _written_ms(piece) <= now.utc_ms:
                yield piece


def _made_up(wall: Wall, shelf: Mapping[str, DrinkPreset], back: int, seed: int) -> Iterator[Piece]:
    chance = Random(seed * 1_000_003 + back)
    planned = plan_pieces(wall, back, seed)
    if back > _NEVER_EMPTY and chance.random() < _EMPTY_SHARE:
        return planned
    return chain(SampleDay(wall, chance, shelf).pieces(), _practised(wall, back, seed), planned)


def _practised(wall: Wall, back: int, seed: int) -> Iterator[Piece]:
    """Yield a hand routine on some days, more often in the last weeks."""
    chance = Random(seed * 2_000_003 + back)
    if chance.random() > (0.55 if back < 45 else 0.12):
        return
    routine, name, seconds, sides = chance.choice(_ROUTINES)
    share = chance.choice((1.0, 1.0, 1.0, 0.6))
    took = round(seconds * share)
    felt = chance.choice(("easier", "same", "same", ""))
    details = RoutineSession(routine, name, share, sides, took * 0.6, took, felt)
    at = wall.clock(f"{chance.choice((10, 15, 17, 21))}:{chance.randrange(10, 50)}")
    yield details, at, at.shifted(took * 1000), ""


def _eaten(
    wall: Wall, larder: Mapping[str, FoodItem], back: int, seed: int, day: Sequence[Piece]
) -> Iterator[Piece]:
    """Yield the meals of a day, unless nothing was written down on it."""
    if not back:
        return meals_of_today(wall, larder)
    if not any(isinstance(what, Drink) for what, *_ in day):
        return iter(())
    return made_up_meals(wall, Random(seed * 3_000_017 + back), larder, back, day)


def _today(wall: Wall, shelf: Mapping[str, DrinkPreset]) -> Iterator[Piece]:
    """Yield the day that the window opens on."""
    bed, wake, quality = _SLEEP
    yield Sleep(quality), wall.clock(bed).shifted(-DAY_MS), wall.clock(wake), ""
    for at, name, ml in _DRINKS:
        yield shelf[name].serving(ml), wall.clock(at), None, ""
    for at, side, part, doing, felt, lasted in _TWITCHES:
        yield Twitch(side, part, doing, felt, lasted), wall.clock(at), None, ""


def _written_ms(piece: Piece) -> int:
    _, at, until, _ = piece
    return (until or at).utc_ms
