import random
import sqlite3
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import (
    CheckIn,
    Food,
    Note,
    Other,
    RoutineSession,
    Sleep,
    Supplement,
    Twitch,
)
from steadyhands.domain.measures import MEASURES
from steadyhands.domain.moment import HOUR_MS, Moment
from steadyhands.domain.problem import DiaryUnusable, Problem
from steadyhands.domain.profile import Profile
from steadyhands.domain.trends import (
    BUCKETS,
    ScatterAsk,
    Span,
    TrendAsk,
    bucket_for,
)
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Journal
from steadyhands.services.profile import ProfileBook
from steadyhands.services.trends import TrendReader
from tests.factory import a_beer, a_coffee, a_diary, a_moment, a_twitch, a_water, without_sync
from tests.services.trend_model import TrendModel
from tests.storage.diary_model import NOW, Pair, random_act

PLACES = [-600, 0, 60, 120, 345, 840]
DETAILS = [
    a_twitch(),
    a_twitch("left", "thumb", felt="buzz", doing="cup"),
    Twitch("right", "index", lasted="seconds"),
    Twitch(state="rest"),
    a_water(),
    a_coffee(),
    a_beer(),
    Food("lunch", "Almonds", 30, magnesium_mg=81, potassium_mg=220, food_water_ml=1.3),
    Food("snack"),
    Supplement("Magnesium", 100),
    CheckIn(4, 0, 7),
    CheckIn(screen_hours=7.25, workout_min=30),
    RoutineSession("fists", "Fists", held_s=60, total_s=90),
    Other("pill", (), (("pills", 1.0),)),
    Note(),
]
NAMES = (*MEASURES, "pills")
TODAY = NOW.local().date()
LEAP = date(2024, 2, 29)
BRIEF, LONG = 40, 900


def pieces_of(days, chance, offset):
    """Yield what a person might have logged on some days; nights come in one piece or two."""
    for day in days:
        for _ in range(chance.randrange(4)):
            at = wall(day, chance.randrange(24 * 60), offset)
            details = chance.choice(DETAILS)
            yield details, at, None, "Words." if isinstance(details, Note) else ""
        if chance.random() < 0.7:
            woke = wall(day, chance.randrange(5 * 60, 9 * 60), offset)
            if chance.random() < 0.3:
                yield Sleep(), woke.shifted(-2 * HOUR_MS), woke, ""
                woke = woke.shifted(-3 * HOUR_MS)
            yield Sleep(3), woke.shifted(-chance.randrange(1, 6) * HOUR_MS), woke, ""


def wall(day, minute, offset):
    at = Moment((day.toordinal() - 719_163) * 86_400_000 + minute * 60_000, 0)
    return Moment(at.utc_ms - offset * 60_000, offset)


def random_diary(folder, seed, length, share, last=TODAY):
    chance = random.Random(seed)
    diary = without_sync(a_diary(folder / f"{seed}-{next(NUMBERS)}.sqlite"))
    all_days = [last - timedelta(days=back) for back in range(1, length + 1)]
    days = [day for day in all_days if chance.random() < share]
    # Summer time: the clock is an hour ahead for some of the days.
    for offset in (60, 120):
        half = [day for day in days if (3 < day.month < 11) == (offset == 120)]
        Journal(diary).log_all(pieces_of(half, chance, offset), NOW)
    return diary


NUMBERS = count()


def model_of(diary):
    store = diary.entries
    entries = store.between(store.kinds(), -(10**14), 10**14)
    return TrendModel(entries, diary.day_starts_at())


def check(diary, span, before=None, buckets=BUCKETS):
    """Hold all that the reader says against the model."""
    model, reader = model_of(diary), TrendReader(diary.path)
    assert reader.extent() == model.extent()
    for bucket in buckets:
        data = reader.read(TrendAsk(span, NAMES, bucket, before, span.last.year))
        for series in data.series:
            found = list(zip(series.values, series.entries, series.recorded, strict=True))
            expected = model.series(series.name, span, bucket)
            assert [f[1:] for f in found] == [e[1:] for e in expected], (series.name, bucket)
            assert [f[0] for f in found] == pytest.approx([e[0] for e in expected], abs=0.02)
        assert ([list(row) for row in data.hours.counts], list(data.hours.days)) == model.hours(
            span
        )
        assert {(s, p): n for s, p, n in data.shares.now.counts} == model.places(span)
        assert (data.shares.before is None) == (before is None)
        if before is not None:
            assert {(s, p): n for s, p, n in data.shares.before.counts} == model.places(before)
        for words in data.words:
            assert told(words) == model.words(words.field, span, bucket), words.field
        check_year(data.year, model)


def told(words):
    return {
        (day, word): number
        for word, row in zip(words.words, words.counts, strict=True)
        for day, number in zip(words.days, row, strict=True)
        if number
    }


def check_year(year, model):
    first = date(year.year, 1, 1)
    for at, number in enumerate(year.counts):
        ((twitches, entries, recorded),) = (
            model.series("twitches", Span(*[first + timedelta(days=at)] * 2), "day")
            if at < 3
            else ((number, number or 0, number is not None),)
        )
        assert number == twitches
        assert entries == (number or 0)
        assert bool(recorded) == (number is not None)
    model_days = {day for day in model.day.values() if day.year == year.year}
    days = [first + timedelta(days=at) for at, n in enumerate(year.counts) if n is not None]
    assert set(days) == model_days


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    share=st.sampled_from([0.0, 0.1, 0.6, 1.0]),
    back=st.integers(0, 30),
    days=st.integers(1, 60),
    starts_at=st.integers(0, 12),
)
def test_a_short_diary_reads_as_it_was_written(
    tmp_path_factory, seed, share, back, days, starts_at
):
    diary = random_diary(tmp_path_factory.getbasetemp(), seed, BRIEF, share)
    ChoiceBook(diary).change(day_starts_at=starts_at)
    last = NOW.local().date() - timedelta(days=back)
    span = Span(last - timedelta(days=days - 1), last)
    check(diary, span, span.before())
    diary.close()


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10**6), days=st.integers(60, 1000), back=st.integers(0, 200))
def test_a_long_diary_reads_as_it_was_written(tmp_path_factory, seed, days, back):
    diary = random_diary(tmp_path_factory.getbasetemp(), seed, LONG, 0.5)
    last = NOW.local().date() - timedelta(days=back)
    check(diary, Span(last - timedelta(days=days - 1), last), buckets=("week", "quarter"))
    diary.close()


def test_leap_day(tmp_path):
    diary = random_diary(tmp_path, 3, 70, 0.9, last=date(2024, 4, 2))
    check(diary, Span(LEAP, LEAP))
    check(diary, Span(date(2024, 2, 1), date(2024, 3, 31)), Span(LEAP, LEAP))
    year = TrendReader(diary.path).read(TrendAsk(Span(LEAP, LEAP), year=2024)).year
    assert len(year.counts) == 366
    diary.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_was_done_the_reader_follows(tmp_path, seed):
    diary = without_sync(a_diary(tmp_path / "diary.sqlite"))
    pair, chance = Pair(diary), random.Random(seed)
    today = NOW.local().date()
    for number in range(300):
        random_act(pair, chance)
        if number % 50 == 49:
            pair.start_day_at(chance.randrange(13))
            check(diary, Span(today - timedelta(days=30), today))
    diary.close()


@pytest.fixture
def diary(tmp_path):
    diary = without_sync(a_diary(tmp_path / "diary.sqlite"))
    yield diary
    diary.close()


def read(diary, span, *names, **more):
    return TrendReader(diary.path).read(TrendAsk(span, names or ("twitches",), **more))


def march(first, last):
    return Span(date(2026, 3, first), date(2026, 3, last))


def test_an_empty_diary_has_nothing_to_show(diary):
    assert TrendReader(diary.path).extent() is None
    span = march(1, 10)
    data = read(diary, span, "twitches", "mid_sleep_h", year=2026, before=span.before())
    assert data.extent is None
    assert data.offered == ()
    assert all(series.is_empty for series in data.series)
    assert data.shares.now.total == 0
    assert data.shares.now.share("right", "index") is None
    assert data.hours.rate(0, 0) is None
    assert [week.standing for week in data.weeks] == ["unknown"]
    assert set(data.year.counts) == {None}
    assert all(not words.words for words in data.words)


def test_a_recorded_day_without_twitches_is_zero_and_others_are_missing(diary):
    journal = Journal(diary)
    journal.log(Note(), a_moment(9, day=8), NOW, note="A calm day.")
    journal.log(a_coffee(), a_moment(9, day=9), NOW)
    data = read(diary, march(7, 10), "twitches", "caffeine_mg", "alcohol_g", "stress", "sleep_h")
    assert [series.values for series in data.series] == [
        (None, 0, 0, None),
        (None, None, 96, None),
        (None, None, 0, None),
        (None,) * 4,
        (None,) * 4,
    ]
    assert data.year is None


def test_one_entry_is_a_diary(diary):
    Journal(diary).log(a_twitch("left", "ring"), a_moment(9), NOW)
    data = read(diary, march(10, 10), week_of=("twitches",))
    assert data.extent == march(10, 10)
    assert data.one("twitches").points[0].value == 1
    assert data.one("stress") is None
    assert data.shares.now.share("left", "ring") == 1
    assert data.hours.rate(1, 4) == 1
    assert data.weeks[0].count == 1
    assert data.weeks[0].value is None


def test_a_mean_reaches_back_before_the_span(diary):
    journal = Journal(diary)
    for day, twitches in ((4, 1), (5, 2), (9, 6)):
        for _ in range(twitches):
            journal.log(a_twitch(), a_moment(9, day=day), NOW)
    assert read(diary, march(8, 10)).series[0].mean == (None, 3, 3)


def test_this_week_stands_against_the_usual_one(diary):
    journal = Journal(diary)
    last = date(2026, 3, 9)
    for back in range(42):
        at = wall(last - timedelta(days=back), 600, 60)
        journal.log_all([(a_twitch(), at, None, "")] * (1 if back < 7 else 3), NOW)
    (week,) = read(diary, Span(last, last)).weeks
    assert (week.count, week.value, week.recorded_days) == (7, 7, 7)
    assert (week.low, week.high, week.weeks) == (21, 21, 5)
    assert week.standing == "fewer"


def test_days_are_held_against_the_day_before(diary):
    journal = Journal(diary)
    journal.log(a_coffee(), a_moment(9, day=8), NOW)
    journal.log(a_twitch(), a_moment(9, day=9), NOW)
    asks = (ScatterAsk("caffeine_mg", lag=1), ScatterAsk("caffeine_mg"))
    later, same = read(diary, march(1, 9), scatter=asks).scatters
    assert later.pairs == ((date(2026, 3, 9), 96, 1),)
    assert same.pairs == ((date(2026, 3, 8), 96, 0),)


def test_own_trackers_are_offered(diary):
    Journal(diary).log(Other("pill", (), (("pills", 2.0),)), a_moment(9), NOW)
    data = read(diary, march(9, 10), "pills")
    assert data.offered == ("pills",)
    assert data.series[0].values == (None, 2)


def test_odd_words_of_a_newer_version_are_kept(diary):
    fields = (("felt", 7), ("side", None), ("part", ["x"]), ("doing", "knitting"))
    Journal(diary).log(Other("twitch", fields, (("twitches", 1.0),)), a_moment(9), NOW)
    data = read(diary, march(10, 10))
    assert data.shares.now.total == 1
    assert {words.field: words.words for words in data.words}["doing"] == ("knitting",)
    assert diary.totals.wrong() == 0


def test_problems_are_said_in_words(tmp_path, diary):
    ask = TrendAsk(march(1, 9))
    with pytest.raises(DiaryUnusable):
        TrendReader(str(tmp_path / "none.sqlite")).read(ask)
    with pytest.raises(Problem, match="first day"):
        Span(date(2026, 3, 2), date(2026, 3, 1))
    with pytest.raises(Problem, match="quarter"):
        ask.replaced(bucket="hour")
    with pytest.raises(Problem, match="day before"):
        ScatterAsk("stress", lag=2)
    raw = sqlite3.connect(diary.path)
    raw.execute("PRAGMA user_version = 1")
    raw.close()
    with pytest.raises(Problem, match="opened once"):
        TrendReader(diary.path).read(ask)


@pytest.mark.parametrize(
    ("days", "bucket"),
    [(1, "day"), (400, "day"), (401, "week"), (3650, "month"), (18262, "quarter")],
)
def test_a_step_suits_its_span(days, bucket):
    last = date(2026, 3, 9)
    assert bucket_for(Span(last - timedelta(days=days - 1), last)) == bucket


def test_goals_are_those_the_profile_permits(tmp_path):
    diary = a_diary(tmp_path / "d.sqlite")
    reader, ask = TrendReader(diary.path), TrendAsk(Span(TODAY, TODAY), ())

    def goals():
        return {goal.name: (goal.low, goal.high) for goal in reader.read(ask).goals}

    assert goals() == {
        "sleep_h": (7, 9),
        "water_ml": (2000, None),
        "caffeine_mg": (None, 400),
    }
    ProfileBook(diary).keep(Profile("71+", conditions=("kidney", "heart")))
    assert goals() == {"sleep_h": (7, 8)}
    diary.close()
