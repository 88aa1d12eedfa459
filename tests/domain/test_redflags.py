from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.details import HAND_SYMPTOMS, NOTICED_ON
from steadyhands.domain.entries import CheckIn, Symptom, Twitch
from steadyhands.domain.problem import Problem
from steadyhands.domain.redflag_rules import spoken
from steadyhands.domain.redflags import (
    TRENDS,
    WORDS,
    Notice,
    Pattern,
    RedFlag,
    Rising,
    Sign,
    signs_of,
)
from steadyhands.system.redflags import shipped_safety
from tests.factory import an_entry

TODAY = date(2026, 3, 10)
DAY_MS = 86_400_000
FLAGS = shipped_safety().flags

DAYS_AGO = st.integers(0, 55)
SIGNS = st.lists(
    st.builds(
        lambda what, ago, side, much: Sign(what, TODAY - timedelta(ago), -ago * DAY_MS, side, much),
        st.sampled_from(WORDS),
        DAYS_AGO,
        st.sampled_from(("", "left", "right", "both")),
        st.none() | st.integers(0, 10),
    ),
    max_size=12,
)
NOTICES = st.lists(
    st.builds(
        lambda rule, act, ago: Notice(rule, act, TODAY - timedelta(ago), -ago * DAY_MS + 1),
        st.sampled_from([flag.id for flag in FLAGS]),
        st.sampled_from(("shown", "read")),
        DAYS_AGO,
    ),
    max_size=6,
)
RISING = st.lists(st.builds(Rising, st.sampled_from(TRENDS), st.integers(0, 20)), max_size=3)


def a_flag(*when, **more):
    fields = {
        "id": "a",
        "sign": "A sign",
        "urgency": "soon",
        "action": "Go.",
        "key": "R",
        "source": "S",
    }
    return RedFlag(**(fields | more), when=when)


def sign(what="pain", ago=0, **more):
    return Sign(what, TODAY - timedelta(ago), -ago * DAY_MS, **more)


def speaks(pattern, *signs, profile=()):
    return bool(spoken([a_flag(pattern)], signs, [], TODAY, profile))


@given(SIGNS, NOTICES, RISING)
def test_no_statistic_silences_a_rule(signs, notices, rising):
    without = {one.flag.id for one in spoken(FLAGS, signs, notices, TODAY) if one.due}
    beside = {one.flag.id for one in spoken(FLAGS, signs, notices, TODAY, (), rising) if one.due}
    assert without <= beside


@given(SIGNS, NOTICES)
def test_due_comes_first_and_by_urgency(signs, notices):
    order = [(not one.due, one.urgency) for one in spoken(FLAGS, signs, notices, TODAY)]
    rank = {"emergency": 0, "soon": 1, "routine": 2}
    assert order == sorted(order, key=lambda one: (one[0], rank[one[1]]))


@given(SIGNS)
def test_whatever_was_just_read_is_not_due(signs):
    notices = [Notice(flag.id, "read", TODAY, DAY_MS) for flag in FLAGS]
    assert not any(one.due for one in spoken(FLAGS, signs, notices, TODAY))


def test_days_within_and_span():
    pattern = Pattern(("pain",), days=2, within=14, span=5)
    assert not speaks(pattern, sign(), sign())
    assert not speaks(pattern, sign(), sign(ago=4))
    assert speaks(pattern, sign(), sign(ago=5))
    assert speaks(pattern, sign(ago=1), sign(ago=13))
    assert not speaks(pattern, sign(), sign(ago=14))


def test_one_side_is_one_side_and_both_are_both():
    one, both = Pattern(("pain",), side="one"), Pattern(("pain",), side="both")
    for signs, on_one, on_both in (
        ([sign()], False, False),
        ([sign(side="left")], True, False),
        ([sign(side="left"), sign(ago=1)], True, False),
        ([sign(side="left"), sign(side="right")], False, True),
        ([sign(side="both")], False, True),
    ):
        assert (speaks(one, *signs), speaks(both, *signs)) == (on_one, on_both)


def test_a_rise_needs_two_answers():
    pattern = Pattern(("pain",), within=9, rise=2)
    assert not speaks(pattern, sign(severity=9))
    assert not speaks(pattern, sign(ago=3, severity=4), sign(severity=5))
    assert speaks(pattern, sign(ago=5, severity=3), sign(ago=3, severity=7), sign(severity=5))
    assert not speaks(pattern, sign(ago=3, severity=8), sign(severity=2))


def test_a_profile_and_a_second_sign_are_asked_for():
    pattern = Pattern(("pain",), ("stiffness",), profile=("kidney", "ssri"))
    pair = (sign(), sign("stiffness", ago=1))
    assert speaks(pattern, *pair, profile={"ssri"})
    assert not speaks(pattern, *pair, profile={"heart"})
    assert not speaks(pattern, *pair)
    assert not speaks(pattern, sign(), profile={"ssri"})


def test_the_most_urgent_pattern_decides():
    mild, grave = Pattern(("pain",)), Pattern(("pain",), ("breathless",), urgency="emergency")
    flag = a_flag(mild, grave)
    (told,) = spoken([flag], [sign()], [], TODAY)
    assert told.urgency == "soon"
    (told,) = spoken([flag], [sign(), sign("breathless")], [], TODAY)
    assert told.urgency == "emergency"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"signs": ("pain",), "trend": "twitching"},
        {"signs": ("ache",)},
        {"signs": ("pain",), "days": 3},
        {"signs": ("pain",), "span": 2},
        {"signs": ("pain",), "within": True},
        {"signs": ("pain",), "side": "left"},
        {"signs": ("pain",), "profile": ("tall",)},
        {"signs": ("pain",), "rise": -1},
        {"trend": "mood"},
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(fields):
    with pytest.raises(Problem):
        Pattern(**fields)


def test_what_entries_tell():
    def told(details):
        return [(s.what, s.side, s.severity) for s in signs_of(an_entry(details), TODAY)]

    noticed = CheckIn(symptoms=("weakness", "breathless", "left-side"))
    assert told(noticed) == [("weakness", "left", None), ("breathless", "", None)]
    assert told(CheckIn(symptoms=("pain", "both-sides"))) == [("pain", "both", None)]
    assert told(CheckIn(stress=9)) == []
    assert told(Symptom("pain", "left", "ring", 4)) == [("pain", "left", 4)]
    assert told(Symptom("pain")) == [("pain", "", None)]
    assert told(Twitch("right", "ring", felt="lock")) == [
        ("twitch", "right", None),
        ("finger-locks", "right", None),
    ]
    assert set(NOTICED_ON).isdisjoint(HAND_SYMPTOMS)
