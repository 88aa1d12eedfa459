from datetime import timedelta

import pytest

from steadyhands.domain.entries import Supplement
from steadyhands.domain.moment import DAY_MS
from steadyhands.services.supplements import KNOWN_DAYS
from tests.factory import a_desk


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path)
    yield made
    made.close()


def take(desk, name, days_ago=0.0, **held):
    now = desk.now()
    at = now.shifted(-round(days_ago * DAY_MS))
    return desk.journal.log(Supplement(name, **held), at, now)


def test_nothing_is_known_that_was_never_logged(desk):
    assert desk.supplements.known(desk.now()) == []


def test_each_name_once_as_last_logged_newest_first(desk):
    take(desk, "Magnesium", 3, magnesium_mg=100)
    take(desk, "Multi", 2, magnesium_mg=50, calcium_mg=120)
    take(desk, "magnesium", 1, magnesium_mg=200)
    known = desk.supplements.known(desk.now())
    assert [(s.name, s.magnesium_mg) for s in known] == [("magnesium", 200), ("Multi", 50)]


def test_what_was_taken_long_ago_or_taken_back_is_not_offered(desk):
    take(desk, "Old", KNOWN_DAYS + timedelta(days=1) / timedelta(days=1), magnesium_mg=1)
    gone = take(desk, "Gone", 1, magnesium_mg=1)
    desk.journal.remove([gone.entry.id], desk.now())
    assert desk.supplements.known(desk.now()) == []


def test_no_more_than_asked_for(desk):
    for n in range(8):
        take(desk, f"S{n}", n)
    assert len(desk.supplements.known(desk.now(), limit=3)) == 3
