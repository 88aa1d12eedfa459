"""Apple Health's sleep: stages become nights, no hour counts twice."""

from __future__ import annotations

from tests.exchange.apple import at, export, metadata, sleep
from tests.exchange.reading import items, passed, rows_in

EVE = "2026-03-08"


def read(folder, *records):
    rows = rows_in(export(*records), folder)
    return [f"{i.at.local():%H:%M}-{i.until.local():%H:%M}" for i in items(rows)], passed(rows)


def night(app="Watch", stage="AsleepCore"):
    return [
        sleep("InBed", at("22:30", EVE), at("07:00"), app),
        sleep(stage, at("23:00", EVE), at("02:00"), app),
        sleep("Awake", "02:00", "02:10", app),
        sleep(stage, "02:10", "06:30", app),
    ]


def test_stages_and_short_wakings_are_one_night(tmp_path):
    nights, passed_ = read(tmp_path, *night())

    assert nights == ["23:00-06:30"]
    assert passed_ == {"time in bed": 1, "time awake at night": 1}


def test_a_long_waking_parts_the_night(tmp_path):
    nights, _ = read(tmp_path, sleep("Asleep", "00:00", "02:00"), sleep("Asleep", "02:21", "06:00"))

    assert nights == ["00:00-02:00", "02:21-06:00"]


def test_the_app_that_knows_stages_is_believed(tmp_path):
    nights, passed_ = read(
        tmp_path,
        sleep("Asleep", at("22:00", EVE), "08:00", "Phone"),
        *night(),
        sleep("Asleep", "14:00", "14:30", "Phone"),
    )

    assert nights == ["23:00-06:30", "14:00-14:30"]
    assert passed_["sleep that another app tells of too"] == 1


def test_without_stages_the_fullest_is_believed(tmp_path):
    nights, _ = read(
        tmp_path,
        sleep("Asleep", "01:00", "05:00", "A"),
        sleep("Asleep", "00:30", "05:00", "B"),
        sleep("AsleepUnspecified", "04:00", "05:10", "A"),
    )

    assert nights == ["00:30-05:00"]


def test_records_that_overlap_within_an_app_count_once(tmp_path):
    nights, _ = read(
        tmp_path,
        sleep("Asleep", "01:00", "05:00"),
        sleep("Asleep", "01:00", "05:00"),
        sleep("Asleep", "02:00", "04:00"),
    )

    assert nights == ["01:00-05:00"]


def test_a_zone_in_the_metadata_is_kept(tmp_path):
    berlin = metadata("HKTimeZone", "Asia/Tokyo")
    nights, _ = read(tmp_path, sleep("Asleep", "01:00", "05:00", inner=berlin))

    assert nights == ["09:00-13:00"]


def test_sleep_never_ends_where_nobody_wakes(tmp_path):
    records = []
    for hour in range(40):
        day, end = 6 + hour // 24, 6 + (hour + 1) // 24
        records.append(
            sleep(
                "Asleep",
                at(f"{hour % 24:02}:00", f"2026-03-{day:02}"),
                at(f"{(hour + 1) % 24:02}:00", f"2026-03-{end:02}"),
            )
        )
    nights, _ = read(tmp_path, *records)

    assert nights == ["00:00-00:00", "00:00-16:00"]
