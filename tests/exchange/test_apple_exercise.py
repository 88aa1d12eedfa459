"""Apple Health's exercise: workouts, and the day's minutes beside them."""

from __future__ import annotations

from tests.exchange.apple import exercise, export, workout
from tests.exchange.reading import items, passed, rows_in


def read(folder, *records):
    rows = rows_in(export(*records), folder)
    return [(f"{i.at.local():%H:%M}", i.details.workout_min) for i in items(rows)], passed(rows)


def test_a_workout_counts_its_minutes_at_its_end(tmp_path):
    assert read(tmp_path, workout("17:00", "17:40", "38.5")) == ([("17:40", 38.5)], {})


def test_minutes_of_a_day_are_one_checkin(tmp_path):
    found, _ = read(tmp_path, *[exercise(f"09:{m:02}") for m in range(12)], exercise("20:00", 3))

    assert found == [("20:03", 15)]


def test_minutes_within_a_workout_do_not_count_again(tmp_path):
    found, _ = read(
        tmp_path,
        *[exercise(f"17:{m:02}") for m in range(50)],
        workout("17:10", "17:40", "30"),
    )

    assert found == [("17:40", 30), ("17:50", 20)]


def test_one_long_record_is_parted_by_the_workouts_in_it(tmp_path):
    found, _ = read(
        tmp_path,
        exercise("08:00", 60),
        workout("08:10", "08:20", "10"),
        workout("08:30", "08:40", "10"),
    )

    assert found == [("08:20", 10), ("08:40", 10), ("09:00", 40)]


def test_two_apps_minutes_count_once(tmp_path):
    found, _ = read(tmp_path, exercise("09:00", 10), exercise("09:05", 10, app="Phone"))

    assert found == [("09:15", 15)]


def test_of_workouts_that_overlap_the_longest_is_kept(tmp_path):
    found, passed_ = read(
        tmp_path,
        workout("17:00", "17:40", "38", app="Strava"),
        workout("16:59", "17:41", "40"),
        workout("17:41", "17:50", "9"),
    )

    assert found == [("17:41", 40), ("17:50", 9)]
    assert passed_ == {"workout that another app tells of too": 1}
