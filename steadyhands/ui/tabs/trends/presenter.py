"""What the Trends tab asks the diary and shows of the answer, as numbers and keys; Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from steadyhands.domain.factors import OWN
from steadyhands.domain.insight import Finding
from steadyhands.domain.insight_view import by_hour
from steadyhands.domain.measures import MEASURES, MID_SLEEP
from steadyhands.domain.moment import date_of_epoch_day, epoch_day
from steadyhands.domain.plan.steps import BASELINE
from steadyhands.domain.trends import (
    SCATTER_MOST_DAYS,
    HourGrid,
    Scatter,
    ScatterAsk,
    Shares,
    Span,
    TrendAsk,
    TrendData,
    Week,
    WordSeries,
    YearDays,
    bucket_for,
)
from steadyhands.domain.value import Value
from steadyhands.ui.charts.steps import Phase, Steps, steps_of

RANGES = {"2w": 14, "6w": 42, "6m": 183, "all": 0}
USUAL_RANGE = "6w"
FIELDS = ("felt", "lasted", "doing", "state")
_SECONDS = ("caffeine_mg", "sleep_h", "water_ml", "stress", "tiredness")
_DRAWN_AS = {"caffeine_late_mg": "caffeine_mg", "sleep_shift_h": MID_SLEEP}
_FEW = 5  # twitches; fewer have no "most"


class Wish(Value):
    """What the person wants to see; `last` is the span's end, None for today.

    `days` overrules the range's length, when a longer step was opened.
    """

    range: str = USUAL_RANGE
    last: date | None = None
    days: int = 0
    left: str = "twitches"
    right: str = ""
    lag: int = 0


class Sentence(Value):
    """One plain sentence above the charts: its key, and the facts it is told with."""

    key: str
    week: Week | None = None
    place: tuple[str, str] = ("", "")
    share: float = 0.0
    weekday: int = 0
    cell: int = 0
    count: int = 0


class State(Value):
    """Everything on the tab; `mood` is "ok", "empty" (no entry at all) or "nothing" (none here)."""

    span: Span
    range: str
    bucket: str
    mood: str
    daily: Steps
    left: Steps
    right: Steps
    offered: tuple[str, ...]
    scatter: Scatter
    hours: HourGrid
    shares: Shares
    words: tuple[WordSeries, ...]
    sentences: tuple[Sentence, ...]
    year: YearDays | None = None
    first_day: int = 0
    can_go_earlier: bool = False
    can_go_later: bool = False
    phases: tuple[Phase, ...] = ()

    def word_series(self, field: str) -> WordSeries:
        """Return how often each word of a field was said."""
        found = next((series for series in self.words if series.field == field), None)
        return found or WordSeries(field, (), (), (), ())


def span_of(wish: Wish, extent: Span | None, today: date) -> Span:
    """Return the days a wish means: up to today, or to its own last day."""
    last = wish.last or today
    if wish.range == "all" and not wish.days:
        first = extent.first if extent is not None else today
        newest = max(today, extent.last) if extent is not None else today
        return Span(min(first, newest), newest)
    days = wish.days or RANGES[wish.range]
    return Span(last - timedelta(days=days - 1), last)


def ask_for(wish: Wish, extent: Span | None, offered: Sequence[str], today: date) -> TrendAsk:
    """Return what to read for a wish."""
    span = span_of(wish, extent, today)
    right = wish.right or second_of(offered)
    return TrendAsk(
        span,
        tuple(dict.fromkeys(("twitches", wish.left, right))),
        bucket_for(span),
        before=span.before(),
        year=span.last.year,
        scatter=(ScatterAsk(right, wish.left, wish.lag),),
    )


def second_of(offered: Sequence[str]) -> str:
    """Return what twitches are held against before anybody has chosen."""
    return next((name for name in _SECONDS if name in offered), "water_ml")


def build_state(data: TrendData, wish: Wish, today: date) -> State:
    """Return the tab's state from what was read."""
    ask = data.ask
    goals = {goal.name: (goal.low, goal.high) for goal in data.goals}
    scatter = data.scatters[0] if data.scatters else Scatter(ask.scatter[0], ())

    def steps(name: str) -> Steps:
        series = data.one(name)
        return steps_of(series, ask.bucket, goals.get(name)) if series else Steps(name)

    daily = steps("twitches")
    return State(
        span=ask.span,
        range=wish.range if not wish.days else "",
        bucket=ask.bucket,
        mood=_mood(data, daily),
        daily=daily,
        left=steps(wish.left),
        right=steps(scatter.ask.x),
        offered=tuple(dict.fromkeys(("twitches", *data.offered))),
        scatter=scatter,
        hours=data.hours,
        shares=data.shares,
        words=data.words,
        sentences=_sentences(data),
        year=data.year,
        first_day=epoch_day(data.extent.first) if data.extent is not None else 0,
        can_go_earlier=data.extent is not None and data.extent.first < ask.span.first,
        can_go_later=ask.span.last < today,
        phases=_phases(data),
    )


def moved(wish: Wish, span: Span, steps: int, extent: Span | None, today: date) -> Wish:
    """Return the wish for the span before (-1) or after (+1), never past today or the diary."""
    last = span.last + timedelta(days=steps * span.days)
    if extent is not None:
        last = max(last, extent.first + timedelta(days=span.days - 1))
    return wish.replaced(last=None if last >= today else last)


def wider(wish: Wish) -> Wish:
    """Return the wish for the next longer range."""
    keys = list(RANGES)
    if wish.days:
        return wish.replaced(days=0, last=None)
    place = min(keys.index(wish.range) + 1, len(keys) - 1)
    return wish.replaced(range=keys[place])


def opened(wish: Wish, steps: Steps, day: int) -> Wish:
    """Return the wish for the days of one longer step."""
    place = steps.place_of(day)
    last = steps.starts[place] + steps.lengths[place] - 1
    return wish.replaced(last=date_of_epoch_day(last), days=steps.lengths[place])


def behind(finding: Finding) -> str:
    """Return the measure whose days lie behind a finding, empty if none is drawn."""
    if finding.key.startswith(OWN):
        return finding.key.removeprefix(OWN)
    if finding.key in _DRAWN_AS:
        return _DRAWN_AS[finding.key]
    return finding.key if finding.key in MEASURES else ""


def wish_behind(wish: Wish, finding: Finding) -> Wish:
    """Return the wish for the days behind a finding: twitches against it, over its days."""
    days = min(finding.days, SCATTER_MOST_DAYS)
    enough = next((key for key, length in RANGES.items() if length >= days), "all")
    lag = 0 if by_hour(finding) else finding.lag
    longest = max(enough, wish.range if not wish.days else "2w", key=list(RANGES).index)
    return Wish(longest, None, 0, "twitches", behind(finding), lag)


def today_number(today: date) -> int:
    """Return today as charts count days."""
    return epoch_day(today)


def _phases(data: TrendData) -> tuple[Phase, ...]:
    """Return the plan's phases and pauses within the days shown, in time."""
    if data.course is None:
        return ()
    first, last = data.ask.span.first, data.ask.span.last
    found = [
        (each.first, each.last, each.step, _phase_kind(each.step, each.on))
        for each in data.course.phases
    ]
    found += [(each.first, each.last, "", "paused") for each in data.course.paused]
    seen = [each for each in sorted(found) if each[0] <= last and each[1] >= first]
    return tuple(Phase(epoch_day(a), epoch_day(z), step, kind) for a, z, step, kind in seen)


def _phase_kind(step: str, on: bool) -> str:
    if step == BASELINE:
        return "base"
    return "on" if on else "off"


def _mood(data: TrendData, daily: Steps) -> str:
    if data.extent is None:
        return "empty"
    return "nothing" if daily.is_empty and not any(data.hours.days) else "ok"


def _sentences(data: TrendData) -> tuple[Sentence, ...]:
    """Return two or three sentences: this week against the usual, where, and when."""
    if data.extent is None:
        return ()
    week = next((week for week in data.weeks if week.name == "twitches"), None)
    found = [Sentence(f"week_{week.standing}", week)] if week is not None else []
    now = data.shares.now
    known = [each for each in now.counts if each[1] != "unsure"]
    if now.total >= _FEW and known:
        side, part, count = max(known, key=lambda each: each[2])
        found.append(Sentence("place", place=(side, part), share=count / now.total))
    when = _densest(data.hours)
    if when is not None and now.total >= _FEW:
        found.append(Sentence("when", weekday=when[0], cell=when[1]))
    return tuple(found)


def _densest(hours: HourGrid) -> tuple[int, int] | None:
    """Return the weekday and two hours with the highest rate, None if all are nought."""
    rates = {
        (weekday, cell): hours.rate(weekday, cell) or 0.0
        for weekday in range(len(hours.days))
        for cell in range(len(hours.counts[weekday]))
    }
    best = max(rates, key=lambda spot: rates[spot], default=None)
    return best if best is not None and rates[best] > 0 else None
