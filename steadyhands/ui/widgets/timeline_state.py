"""What the hour-by-hour timeline shows of one day; Qt-free.

Times are local minutes after the midnight that the day begins with; they may be
negative (asleep since last evening) or pass 1,440 (after the next midnight).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from steadyhands.domain.caffeine import Dose, bands, remaining
from steadyhands.domain.entries import Drink, Entry, Food, Sleep, Twitch
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.value import Value
from steadyhands.services.look import DayLook

TWITCH, WATER, CAFFEINE, ALCOHOL, SLEEP = "twitch", "water", "caffeine", "alcohol", "sleep"
MEAL = "meal"
DRINKS = (WATER, CAFFEINE, ALCOHOL)
SWALLOWED = (*DRINKS, MEAL)  # they share a lane

CAFFEINE_COUNTS_FROM_MG = 10  # a decaf is drawn as water
_DAY_MIN = 24 * 60
_STEP_MIN = 30
_AFTER_DOSE_MIN = (0, 10, 20, 40, 60, 90)  # where the curve bends
_APART_MIN = 5
_ONE_MEAL_MIN = 30  # foods of one meal this close share a mark
_NOTHING_MG = 0.5

CurvePoint = tuple[float, float, float, float]
"""Minute, and mg of caffeine for a short, the person's and a long half-life."""


class TimelineEvent(Value):
    """One thing on the line; `until` is set for sleep, `more` holds a meal's further foods."""

    kind: str
    minute: float
    entry: Entry
    until: float | None = None
    more: tuple[Entry, ...] = ()


class CurveSource(Value):
    """All that a curve is made of: `zero_ms` is the UTC time of minute 0."""

    doses: tuple[Dose, ...]
    half_life_h: float
    zero_ms: int
    span: tuple[float, float]


class TimelineState(Value):
    """A day from its midnight to its end; `now` is None when the day is not today."""

    start: int
    end: int
    events: tuple[TimelineEvent, ...] = ()
    curve: tuple[CurvePoint, ...] = ()
    now: float | None = None
    now_mg: float = 0
    source: CurveSource | None = None

    def of_kinds(self, *kinds: str) -> tuple[TimelineEvent, ...]:
        """Return the events of some kinds, by time."""
        return tuple(event for event in self.events if event.kind in kinds)

    @property
    def most_mg(self) -> float:
        """Return the highest point of the caffeine band."""
        return max((high for _, _, _, high in self.curve), default=0.0)


def build_timeline(
    day: DayLook, now: Moment, half_life_h: float, before: TimelineState | None = None
) -> TimelineState:
    """Return a day's timeline as it stands at `now`, with caffeine's fall to the end of the day.

    Given the state shown `before`, its curve is kept if nothing it is made of has changed.
    """
    midnight = datetime.combine(day.day, datetime.min.time())
    end = _DAY_MIN + day.starts_at * 60
    now_min = _minute(now.local(), midnight)
    # Minutes of the curve are those of the clock as it is now: after a journey or a change of
    # summer time it keeps to the hours that truly passed.
    zero_ms = now.utc_ms - round(now_min * MINUTE_MS)
    source = CurveSource(day.doses, half_life_h, zero_ms, (0, end))
    same = before is not None and before.source == source
    is_today = 0 <= now_min <= end
    return TimelineState(
        start=0,
        end=end,
        events=tuple(sorted(_events(day.entries, midnight), key=lambda event: event.minute)),
        curve=before.curve if before is not None and same else caffeine_curve(source),
        now=now_min // 1 if is_today else None,
        now_mg=remaining(day.doses, now.utc_ms, half_life_h) if is_today else 0,
        source=source,
    )


def caffeine_curve(source: CurveSource) -> tuple[CurvePoint, ...]:
    """Return the band over the span, none if there is nothing to draw."""
    minutes = _curve_minutes(source)
    times = [source.zero_ms + round(minute * MINUTE_MS) for minute in minutes]
    found = bands(source.doses, times, source.half_life_h)
    points = [(m, b.low, b.mid, b.high) for m, b in zip(minutes, found, strict=True)]
    return tuple(points) if max((p[3] for p in points), default=0) > _NOTHING_MG else ()


def _curve_minutes(source: CurveSource) -> list[float]:
    """Return the minutes to draw: an even grid, finer where a dose bends the curve."""
    if not source.doses:
        return []
    start, end = source.span
    begun = {(dose.at_ms - source.zero_ms) / MINUTE_MS for dose in source.doses}
    minutes = {start, end, *begun, *range(int(start), int(end), _STEP_MIN)}
    minutes |= {at + after for at in begun for after in _AFTER_DOSE_MIN}
    kept: list[float] = []
    for minute in sorted(m for m in minutes if start <= m <= end):
        if minute in begun or minute == end or not kept or minute - kept[-1] >= _APART_MIN:
            kept.append(minute)
    return kept


def drink_kind(drink: Drink) -> str:
    """Return what a drink counts as on the line: alcohol, caffeine, otherwise water."""
    if drink.alcohol_g >= 1:
        return ALCOHOL
    return CAFFEINE if drink.caffeine_mg >= CAFFEINE_COUNTS_FROM_MG else WATER


def _events(entries: Iterable[Entry], midnight: datetime) -> list[TimelineEvent]:
    found: list[TimelineEvent] = []
    meals: dict[str, int] = {}  # where in `found` the newest mark of each meal lies
    for entry in entries:
        at = _minute(entry.at.local(), midnight)
        details = entry.details
        if isinstance(details, Twitch):
            found.append(TimelineEvent(TWITCH, at, entry))
        elif isinstance(details, Drink):
            found.append(TimelineEvent(drink_kind(details), at, entry))
        elif isinstance(details, Sleep) and entry.until is not None:
            until = _minute(entry.until.local(), midnight)
            found.append(TimelineEvent(SLEEP, at, entry, until))
        elif isinstance(details, Food):
            place = meals.get(details.meal)
            if place is not None and at - found[place].minute <= _ONE_MEAL_MIN:
                found[place] = found[place].replaced(more=(*found[place].more, entry))
            else:
                meals[details.meal] = len(found)
                found.append(TimelineEvent(MEAL, at, entry))
    return found


def _minute(wall: datetime, midnight: datetime) -> float:
    return (wall - midnight) / timedelta(minutes=1)
