"""What values of trackers become is made once and kept, within bounds, for one reading."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import CheckIn, Other
from steadyhands.domain.problem import Problem
from steadyhands.exchange import tally
from steadyhands.exchange.tally import Making, Plan
from steadyhands.exchange.trackers import AMOUNT, TICK, Point
from tests.exchange.reading import some_options
from tests.factory import a_moment

STRESS, OWN = Plan("stress"), Plan("own")


def a_point(value, **more):
    return Point("Stress", "Stress", value, a_moment(9), f"{value}", **more)


@pytest.fixture
def making():
    return Making(some_options())


def test_a_value_that_comes_again_is_made_once(making):
    assert making.of(a_point(7.0), STRESS) == (CheckIn(stress=7),)
    assert making.of(a_point(7.0, note="busy"), STRESS) is making.of(a_point(7.0), STRESS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_point(0.0), a_point(-0.0)),
        (a_point(1.0), a_point(2.0)),
        (a_point(1.0, label="at work"), a_point(1.0, label="at home")),
        (a_point(1.0, kind=AMOUNT), a_point(1.0, kind=TICK)),
    ],
)
def test_what_differs_is_kept_apart(one, other, making):
    made = [making.of(point, plan) for plan in (STRESS, OWN) for point in (one, other)]
    fresh = [Making(some_options()).of(p, plan) for plan in (STRESS, OWN) for p in (one, other)]
    assert [repr(details) for details in made] == [repr(details) for details in fresh]


def test_a_value_that_cannot_be_is_refused_each_time(making):
    first, again = making.of(a_point(70.0), STRESS), making.of(a_point(70.0), STRESS)
    assert isinstance(first, Problem)
    assert str(first) == str(again)
    assert first.__traceback__ is None


def test_no_more_is_kept_than_may_be(making, monkeypatch):
    monkeypatch.setattr(tally, "MOST_KEPT", 5)
    heard = []
    for number in range(23):
        making.words(a_point(float(number)), OWN, lambda point, _: f"{point.value:g}")
        heard.append(making.of(a_point(float(number)), OWN))
        assert len(making._kept) <= 5
        assert len(making._words) <= 5
    assert [made[0].amounts()["Stress (tracker)"] for made in heard] == [*range(23)]


def test_long_names_are_not_kept(making):
    made = making.of(a_point(1.0, label="x" * 300), OWN)
    assert isinstance(made[0], Other)
    assert not making._kept
