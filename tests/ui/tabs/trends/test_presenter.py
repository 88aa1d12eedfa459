"""What the Trends tab asks for and shows, as numbers and keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from steadyhands.domain.measures import Goal
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.plan.days import Course, Phase
from steadyhands.domain.trends import (
    HourGrid,
    Places,
    Series,
    Shares,
    Span,
    TrendData,
    Week,
    bucket_starts,
)
from steadyhands.ui.tabs.trends import wording
from steadyhands.ui.tabs.trends.presenter import (
    Wish,
    ask_for,
    build_state,
    moved,
    opened,
    second_of,
    span_of,
    wider,
)
from tests.ui.charts.made_up import hours, shares, weeks

TODAY = date(2026, 3, 10)
EXTENT = Span(date(2020, 2, 29), TODAY)
OFFERED = ("twitches", "water_ml", "caffeine_mg")


def data(wish: Wish = Wish(), value: float | None = 2.0, **more) -> TrendData:  # noqa: B008
    """Return what a reader would, every step of every measure being `value`."""
    ask = ask_for(wish, more.get("extent", EXTENT), OFFERED, TODAY)
    days = bucket_starts(ask.span, ask.bucket)
    count = len(days)
    series = tuple(
        Series(n, "1", days, (value,) * count, (2,) * count, (1,) * count) for n in ask.series
    )
    given = {
        "extent": EXTENT,
        "offered": OFFERED,
        "hours": hours(),
        "shares": shares(),
        "weeks": (Week("twitches", 31, 31.0, 7, 40.0, 55.0, 12),),
    }
    return TrendData(
        ask=ask, series=series, words=(), goals=(Goal("water_ml", 2000.0),), **(given | more)
    )


@pytest.mark.parametrize(("name", "days"), [("2w", 14), ("6w", 42), ("6m", 183)])
def test_a_range_ends_today(name, days):
    span = span_of(Wish(name), EXTENT, TODAY)
    assert (span.last, span.days) == (TODAY, days)


def test_all_begins_with_the_diary_and_has_long_steps():
    ask = ask_for(Wish("all"), EXTENT, OFFERED, TODAY)
    assert (ask.span, ask.bucket) == (EXTENT, "month")
    fifty = Span(date(1976, 2, 29), TODAY)
    assert ask_for(Wish("all"), fifty, OFFERED, TODAY).bucket == "quarter"


def test_all_of_an_empty_diary_is_today():
    assert span_of(Wish("all"), None, TODAY) == Span(TODAY, TODAY)


def test_entries_of_tomorrow_are_within_all():
    ahead = Span(TODAY, TODAY + timedelta(days=1))
    assert span_of(Wish("all"), ahead, TODAY).last == ahead.last


def test_the_second_measure_is_one_the_diary_has():
    assert second_of(OFFERED) == "caffeine_mg"
    assert second_of(()) == "water_ml"
    assert ask_for(Wish(right="stress"), EXTENT, OFFERED, TODAY).series == ("twitches", "stress")


def test_hands_are_compared_with_the_span_before():
    ask = ask_for(Wish("2w"), EXTENT, OFFERED, TODAY)
    assert ask.before == Span(date(2026, 2, 11), date(2026, 2, 24))


def test_moving_stays_within_the_diary_and_today():
    span = span_of(Wish("2w"), EXTENT, TODAY)
    back = moved(Wish("2w"), span, -1, EXTENT, TODAY)
    assert back.last == date(2026, 2, 24)
    assert moved(back, span_of(back, EXTENT, TODAY), 1, EXTENT, TODAY).last is None
    young = Span(date(2026, 3, 1), TODAY)
    assert moved(Wish("2w"), span, -1, young, TODAY).last is None


def test_wider_ends_with_all():
    assert [wider(Wish(name)).range for name in ("2w", "6w", "6m", "all")] == [
        "6w",
        "6m",
        "all",
        "all",
    ]


def test_a_long_step_opens_as_its_days():
    wish = opened(Wish("all"), weeks(1.0, 2.0), weeks(1.0, 2.0).starts[1])
    span = span_of(wish, EXTENT, TODAY)
    assert (span.days, epoch_day(span.first)) == (7, weeks(1.0, 2.0).starts[1])
    assert wider(wish) == Wish("all")


def test_the_state_holds_what_each_chart_needs():
    state = build_state(data(Wish(right="water_ml")), Wish(right="water_ml"), TODAY)
    assert len(state.daily.starts) == 42 and state.daily.is_daily
    assert state.right.goal == (2000.0, None)
    assert state.can_go_earlier and not state.can_go_later
    assert state.mood == "ok"


def test_the_sentences_are_plain_and_calm():
    said = wording.sentences(build_state(data(), Wish(), TODAY))
    assert said == (
        "Fewer than usual: 31 twitches in the last 7 days; usually 40–55 (12 weeks). "
        "Most often: right index finger, 60\u00a0% of the twitches shown. "
        "The densest hours: Tuesday, 14:00–16:00."
    )


@pytest.mark.parametrize(
    ("week", "start"),
    [
        (Week("twitches", 31, 31.0, 7, 20.0, 30.0, 12), "More than usual: 31 twitches"),
        (Week("twitches", 31, 31.0, 7, 20.0, 35.0, 12), "Much as usual: 31 twitches"),
        (Week("twitches", 1, None, 2, None, None, 1), "1 twitch in the last 7 days (2 of them"),
    ],
)
def test_a_week_against_the_usual(week, start):
    said = wording.sentences(build_state(data(weeks=(week,)), Wish(), TODAY))
    assert said.startswith(start)


def test_an_empty_diary_is_greeted_kindly():
    nothing = HourGrid(((0,) * 12,) * 7, (0,) * 7)
    empty = data(value=None, extent=None, hours=nothing, shares=Shares(Places()), weeks=())
    state = build_state(empty, Wish(), TODAY)
    assert state.mood == "empty"
    assert "grow here as you log" in wording.sentences(state)


def test_a_span_without_anything_is_no_reproach():
    nothing = HourGrid(((0,) * 12,) * 7, (0,) * 7)
    bare = data(value=None, hours=nothing, shares=Shares(Places()))
    state = build_state(bare, Wish(), TODAY)
    assert state.mood == "nothing"
    assert wording.sentences(state).endswith("that is fine.")


def test_the_plan_is_shaded_within_the_days_shown():
    course = Course(
        (
            Phase("baseline", TODAY - timedelta(days=60), TODAY - timedelta(days=33)),
            Phase("water", TODAY - timedelta(days=20), TODAY - timedelta(days=7)),
            Phase("water", TODAY - timedelta(days=3), TODAY, on=False),
        ),
        (Span(TODAY - timedelta(days=6), TODAY - timedelta(days=4)),),
    )
    state = build_state(data(course=course, wish=Wish(range="2w")), Wish(range="2w"), TODAY)
    assert [(p.kind, p.name, p.last - p.first + 1) for p in state.phases] == [
        ("on", "water", 14),
        ("paused", "", 3),
        ("off", "water", 4),
    ]
    state = build_state(data(course=course), Wish(), TODAY)
    assert state.phases[0].kind == "base"
