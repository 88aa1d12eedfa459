"""Named zones, and instants on the clock here."""

from __future__ import annotations

from datetime import datetime

import pytest

from steadyhands.domain.moment import HOUR_MS
from steadyhands.domain.problem import Problem
from steadyhands.exchange.zones import here, offset_in, utc_ms_of
from tests.factory import a_moment
from tests.stubs import moment_of

NOON = a_moment(12, offset_min=0).utc_ms
CHANGE = utc_ms_of(datetime(2026, 3, 29, 1))  # Berlin's clocks go from 2:00 to 3:00


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [
        ("Europe/Berlin", 60),
        ("America/St_Johns", -150),
        ("UTC", 0),
        ("", None),
        ("Nowhere/Land", None),
        ("../../etc/passwd", None),
        ("Europe", None),
        ("Europe/Ber\x00lin", None),
        ("x" * 5000, None),
    ],
)
def test_named_zones(zone, minutes):
    assert offset_in(zone, NOON) == minutes


def test_no_year_is_too_odd():
    assert offset_in("UTC", 10**18) is None
    with pytest.raises(Problem):
        here(10**18, moment_of)


def berlin(wall):
    """Return the moment of a clock that is put forward on 29 March and back on 25 October."""
    if datetime(2026, 3, 29, 2) <= wall < datetime(2026, 3, 29, 3):
        raise Problem("That time did not exist.")
    summer = datetime(2026, 3, 29, 3) <= wall < datetime(2026, 10, 25, 3)
    return moment_of(wall, 120 if summer else 60)


@pytest.mark.parametrize("hours", [-24, -2, -1, 0, 1, 2, 24])
def test_an_instant_is_found_around_the_change_of_clocks(hours):
    found = here(CHANGE + hours * HOUR_MS, berlin)

    assert found.utc_ms == CHANGE + hours * HOUR_MS
    assert found.offset_min == (120 if hours >= 0 else 60)


def test_the_hour_that_comes_twice_keeps_both():
    first = utc_ms_of(datetime(2026, 10, 25, 0, 30))
    shown = [here(first, berlin), here(first + HOUR_MS, berlin)]

    assert [m.utc_ms for m in shown] == [first, first + HOUR_MS]
    assert [m.offset_min for m in shown] == [120, 60]
