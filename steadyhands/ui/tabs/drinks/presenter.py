"""What the Drinks tab shows, as numbers and keys; Qt-free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from steadyhands.domain import allowed, targets
from steadyhands.domain.allowed import Allowed, DayLimit
from steadyhands.domain.caffeine import DAY_LIMIT_MG, Band, band, latest_time_for, remaining
from steadyhands.domain.day import day_bounds, wall_in_day
from steadyhands.domain.drinks import GROUPS, DrinkPreset
from steadyhands.domain.entries import Drink, Entry
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.profile import Profile
from steadyhands.domain.value import Value
from steadyhands.services.choices import Choices
from steadyhands.services.look import DayLook
from steadyhands.ui.header_state import pace
from steadyhands.ui.widgets.timeline_state import (
    CurvePoint,
    CurveSource,
    caffeine_curve,
    drink_kind,
)

FAVOURITE_DAYS = 30
TILES = 12
GLASS = "glass"
_STARTERS = (
    "coffee",
    "tea",
    "espresso",
    "cola",
    "energy-drink",
    "orange-juice",
    "milk",
    "herbal-tea",
    "sparkling-water",
    "beer",
    "red-wine",
)
_CUP_MG = 95.0  # a coffee, should the person's list have none
_DAY_MIN = 24 * 60


class Tile(Value):
    """A drink to press; `kind` says what counts in it, a `preset_id` of GLASS is water."""

    preset_id: str
    name: str
    group: str
    kind: str
    ml: float
    caffeine_mg: float = 0
    alcohol_g: float = 0
    own: bool = False


class Goal(Value):
    """Water so far against the goal; `word` says how that stands, `gap_ml` by how much.

    Where the profile permits no goal, `allowed` says why; `limit_ml` is a clinician's.
    """

    drunk_ml: float
    goal_ml: int
    pace_ml: float
    word: str
    gap_ml: float
    much_at_once: bool = False
    allowed: Allowed = Allowed()
    limit_ml: int | None = None


class CaffeineFigures(Value):
    """Caffeine in mg today, in the body now and at bedtime, and the time for one more cup.

    `more` is "until" (`latest` lies ahead), "past", "none" (no room) or "bedtime" (it has passed).
    Minutes count from the day's midnight. `expecting` and `minor` choose the words of `limit`.
    """

    today_mg: float
    now_mg: float
    at_bed: Band
    bedtime: time
    more: str
    latest: time | None
    cup_mg: float
    now_min: float
    bed_min: float
    span: tuple[float, float]
    curve: tuple[CurvePoint, ...] = ()
    limit: DayLimit = DayLimit(mg=DAY_LIMIT_MG)
    expecting: bool = False
    minor: bool = False


class State(Value):
    """Everything on the tab; `entries` are today's drinks, newest first."""

    units: str
    now: Moment
    tiles: tuple[Tile, ...]
    groups: tuple[tuple[str, tuple[Tile, ...]], ...]
    entries: tuple[Entry, ...]
    goal: Goal
    caffeine: CaffeineFigures
    alcohol_g: float = 0


def build_state(
    day: DayLook,
    recent: Iterable[Entry],
    choices: Choices,
    profile: Profile,
    presets: Sequence[DrinkPreset],
    now: Moment,
) -> State:
    """Return the tab's state at `now`; `recent` are the drinks that favourites are counted from."""
    drinks = day.of_kind("drink")
    return State(
        units=choices.units,
        now=now,
        tiles=_favourites(presets, recent, choices.glass_ml),
        groups=_groups(presets),
        entries=tuple(reversed(drinks)),
        goal=_goal(day, choices, profile, now),
        caffeine=_caffeine(day, choices, presets, now).replaced(
            limit=allowed.caffeine_limit(profile),
            expecting=profile.expecting,
            minor=profile.is_minor,
        ),
        alcohol_g=day.total("alcohol_g"),
    )


def stepped_bedtime(bedtime_min: int, minutes: int) -> int:
    """Return bedtime moved by some minutes, past midnight if need be."""
    return (bedtime_min + minutes) % _DAY_MIN


def stepped_goal(goal_ml: int, ml: int) -> int:
    """Return the goal moved by some ml, kept within what a goal may be."""
    return min(targets.GOAL_MOST_ML, max(targets.GOAL_LEAST_ML, goal_ml + ml))


def bedtime_wall(day: DayLook, choices: Choices) -> datetime:
    """Return when bedtime comes in a day; a bedtime before the day's start is after midnight."""
    begins = day_bounds(day.day, day.starts_at)[0]
    return wall_in_day(time(*divmod(choices.bedtime_min, 60)), begins)


def _tile(preset: DrinkPreset) -> Tile:
    drink = preset.serving()
    return Tile(
        preset.id,
        preset.name,
        preset.group,
        drink_kind(drink),
        drink.ml,
        drink.caffeine_mg,
        drink.alcohol_g,
        own=not preset.ndb_no,
    )


def _favourites(
    presets: Sequence[DrinkPreset], recent: Iterable[Entry], glass_ml: int
) -> tuple[Tile, ...]:
    """Return the glass, then own and most used drinks in the book's order, so none jumps about."""
    used = Counter(e.details.preset for e in recent if isinstance(e.details, Drink))
    by_id = {preset.id: preset for preset in presets}
    own = [preset.id for preset in presets if not preset.ndb_no]
    usual = [preset_id for preset_id, _ in used.most_common() if preset_id != "water"]
    wanted = [i for i in dict.fromkeys((*own, *usual, *_STARTERS)) if i in by_id][: TILES - 1]
    glass = Tile(GLASS, "", "water", "water", glass_ml)
    return (glass, *(_tile(preset) for preset in presets if preset.id in wanted))


def _groups(presets: Sequence[DrinkPreset]) -> tuple[tuple[str, tuple[Tile, ...]], ...]:
    groups = [(name, tuple(_tile(p) for p in presets if p.group == name)) for name in GROUPS]
    return tuple((name, tiles) for name, tiles in groups if tiles)


def _goal(day: DayLook, choices: Choices, profile: Profile, now: Moment) -> Goal:
    drunk, goal = day.total("water_ml"), choices.water_goal_ml
    due = pace(day, choices, now)
    word = _pace_word(drunk, goal, due, choices.glass_ml)
    sips = [(e.at.utc_ms, e.amounts().get("water_ml", 0)) for e in day.of_kind("drink")]
    much = targets.much_at_once(sips, now.utc_ms)
    may = allowed.water_goal(profile)
    return Goal(drunk, goal, due, word, abs(due - drunk), much, may, profile.fluid_limit_ml)


def _pace_word(drunk: float, goal: float, due: float, glass: float) -> str:
    under = due - drunk
    if drunk >= goal:
        return "reached"
    if due <= 0:
        return "start"
    if under <= goal * 0.05:
        return "ahead" if under < -glass else "on_pace"
    if due >= goal:
        return "evening"
    return "under_glass" if under <= 1.3 * glass else "under"


def _caffeine(
    day: DayLook, choices: Choices, presets: Sequence[DrinkPreset], now: Moment
) -> CaffeineFigures:
    bed = bedtime_wall(day, choices)
    midnight = datetime.combine(day.day, time())
    now_min, bed_min = ((t - midnight) / timedelta(minutes=1) for t in (now.local(), bed))
    zero_ms = now.utc_ms - round(now_min * MINUTE_MS)
    bed_ms = zero_ms + round(bed_min * MINUTE_MS)
    half_life = choices.half_life_h
    cup_mg = next((p.serving().caffeine_mg for p in presets if p.id == "coffee"), 0) or _CUP_MG
    latest_ms = latest_time_for(cup_mg, bed_ms, day.doses, half_life_h=half_life)
    span = (max(0.0, now_min - 6 * 60), max(bed_min, now_min) + 2 * 60)
    return CaffeineFigures(
        today_mg=day.total("caffeine_mg"),
        now_mg=remaining(day.doses, now.utc_ms, half_life),
        at_bed=band(day.doses, bed_ms, half_life),
        bedtime=bed.time(),
        more=_more(latest_ms, now.utc_ms, bed_ms),
        latest=None if latest_ms is None else now.shifted(latest_ms - now.utc_ms).local().time(),
        cup_mg=cup_mg,
        now_min=now_min,
        bed_min=bed_min,
        span=span,
        curve=caffeine_curve(CurveSource(day.doses, half_life, zero_ms, span)),
    )


def _more(latest_ms: int | None, now_ms: int, bed_ms: int) -> str:
    if now_ms >= bed_ms:
        return "bedtime"
    if latest_ms is None:
        return "none"
    return "until" if latest_ms >= now_ms else "past"
