"""Files of health and desk programs, brought in twice: nothing comes twice."""

from __future__ import annotations

import os

import pytest

from steadyhands.services.arrival import KNOWN, NEW, OVERLAPS
from steadyhands.services.transfer import Importer
from tests.exchange import (
    apple,
    test_fitbit_csv,
    test_sane_break,
    test_sleep_as_android,
    test_takeout_sleep,
    test_workrave,
)
from tests.exchange.reading import a_file
from tests.factory import a_desk

GOOD = {
    "apple-health": lambda folder: apple.a_zip(apple.some_of_all()),
    "fitbit-csv": lambda folder: test_fitbit_csv.GOOD.encode(),
    "fitbit-takeout": lambda folder: test_takeout_sleep.GOOD_ZIP,
    "sleep-as-android": lambda folder: test_sleep_as_android.GOOD.encode(),
    "workrave": lambda folder: test_workrave.a_database(folder / "made").read_bytes(),
    "sane-break": lambda folder: test_sane_break.a_database(folder / "made").read_bytes(),
}


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def bring(desk, content, folder):
    path = os.fspath(a_file(content, folder))
    return Importer(desk.keeper, desk.clock).bring_in(path).what


@pytest.mark.parametrize("key", GOOD)
def test_a_second_import_brings_nothing(key, desk, tmp_path):
    content = GOOD[key](tmp_path)
    first = bring(desk, content, tmp_path)
    again = bring(desk, content, tmp_path)

    assert first.format == again.format == key
    assert first.count(NEW) == again.count(KNOWN) > 0
    assert again.count(NEW) == 0
    assert not desk._diary.totals.wrong()


def test_a_night_that_two_programs_tell_comes_once(desk, tmp_path):
    bring(desk, GOOD["fitbit-csv"](tmp_path), tmp_path)
    second = bring(desk, GOOD["sleep-as-android"](tmp_path), tmp_path)

    assert second.count(OVERLAPS) == 2


def test_apples_amounts_count_towards_their_days(desk, tmp_path):
    seen = bring(desk, GOOD["apple-health"](tmp_path), tmp_path)

    assert seen.days == 1
    assert seen.coming_by_kind() == {"checkin": 2, "drink": 3, "food": 1, "sleep": 1}
    assert not seen.refused
