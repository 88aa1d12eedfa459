"""Fitbit's sleep out of Google Takeout."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from steadyhands.domain.entries import Sleep
from steadyhands.domain.problem import Problem
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, passed, refused, rows_in
from tests.factory import a_moment

FOLDER = "Takeout/Fitbit/Global Export Data/"


def a_sleep(
    log_id=26589710670, start="2026-03-08T23:12:30.000", end="2026-03-09T07:12:30.000", **more
):
    return {
        "logId": log_id,
        "dateOfSleep": end[:10],
        "startTime": start,
        "endTime": end,
        "duration": 28_800_000,
        "minutesToFallAsleep": 0,
        "minutesAsleep": 430,
        "minutesAwake": 50,
        "minutesAfterWakeup": 0,
        "timeInBed": 480,
        "efficiency": 96,
        "type": "stages",
        "infoCode": 0,
        "levels": {
            "summary": {"deep": {"count": 4, "minutes": 100, "thirtyDayAvgMinutes": 69}},
            "data": [{"dateTime": start, "level": "light", "seconds": 900}],
            "shortData": [],
        },
        "mainSleep": True,
        **more,
    }


def some(*sleeps) -> str:
    return json.dumps(list(sleeps), indent=1)


def a_zip(**files) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/archive_browser.html", "<html></html>")
        archive.writestr(f"{FOLDER}steps-2026-03-01.json", "[]")
        for name, text in files.items():
            archive.writestr(f"{FOLDER}sleep-{name.replace('_', '-')}.json", text)
    return made.getvalue()


GOOD = some(
    a_sleep(), a_sleep(2, "2026-03-09T14:00:00.000", "2026-03-09T14:40:00.000", duration=2_400_000)
)
GOOD_ZIP = a_zip(
    **{
        "2026-02-01": some(a_sleep(1, "2026-02-01T23:00:00.000", "2026-02-02T07:00:00.000")),
        "2026-03-01": GOOD,
        "2026-01-01": "[]",
    }
)


@pytest.mark.parametrize("content", [GOOD, GOOD.encode("utf-8-sig"), GOOD_ZIP])
def test_it_is_known_by_its_content(content, tmp_path):
    assert key_of(content, tmp_path) == "fitbit-takeout"


def test_sleeps(tmp_path):
    night, nap = items(rows_in(GOOD, tmp_path))

    assert night.details == Sleep()
    assert night.at == a_moment(23, 12, day=8).shifted(30_000)
    assert night.until == a_moment(7, 12, day=9).shifted(30_000)
    assert (night.source_id, nap.source_id) == ("26589710670", "2")
    assert nap.at == a_moment(14, 0, day=9)


def test_all_files_of_a_takeout(tmp_path):
    rows = rows_in(GOOD_ZIP, tmp_path)

    assert {item.source_id for item in items(rows)} == {"1", "2", "26589710670"}
    assert passed(rows) == {"other file in the archive": 2}
    assert items(rows)[0].where == f"{FOLDER}sleep-2026-02-01.json, sleep 1"


def test_falling_asleep_and_lying_awake_are_no_sleep(tmp_path):
    (night,) = items(rows_in(some(a_sleep(minutesToFallAsleep=12, minutesAfterWakeup=5)), tmp_path))

    assert f"{night.at.local():%H:%M}-{night.until.local():%H:%M}" == "23:24-07:07"


def test_its_duration_is_right_when_clocks_change(tmp_path):
    (night,) = items(rows_in(some(a_sleep(start="2026-03-08T22:12:30.000")), tmp_path))

    assert night.until.utc_ms - night.at.utc_ms == 28_800_000


@pytest.mark.parametrize(
    "bad",
    [
        {"startTime": None},
        {"endTime": "soon"},
        {"endTime": "2026-03-09"},
        {"duration": 9e11},
        {"minutesToFallAsleep": "many"},
        {"startTime": "2026-03-09T08:12:30.000", "duration": 0},
    ],
)
def test_bad_sleeps_are_named_and_the_rest_read(bad, tmp_path):
    rows = rows_in(some({**a_sleep(), **bad}, a_sleep()), tmp_path)

    assert len(items(rows)) == 1
    assert [no.where for no in refused(rows)] == ["sleep 1"]


def test_one_broken_file_makes_the_whole_broken(tmp_path):
    broken = a_zip(**{"2026-02-01": GOOD, "2026-03-01": GOOD[:-200]})

    with pytest.raises(Problem, match="damaged"):
        rows_in(broken, tmp_path)


@pytest.mark.parametrize("good", [GOOD.encode(), GOOD_ZIP], ids=["json", "zip"])
def test_broken_files_only_ever_raise_problems(good, tmp_path):
    assert try_broken(good, tmp_path) >= 40
