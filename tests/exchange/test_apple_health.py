"""Apple Health's export: what comes of it, what not, and how it breaks."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile

import pytest

from steadyhands.domain.entries import CheckIn, Drink, Food, Sleep
from steadyhands.domain.problem import Problem
from steadyhands.exchange.apple_health import named
from steadyhands.exchange.source import Source
from tests.exchange import apple
from tests.exchange.apple import export, intake, metadata, record, sleep
from tests.exchange.broken import try_broken
from tests.exchange.reading import entry_of, items, key_of, passed, refused, rows_in, rows_of
from tests.factory import a_moment


def read(folder, *records, **more):
    return rows_in(export(*records, **more), folder)


def details(folder, *records):
    return [item.details for item in items(read(folder, *records))]


@pytest.mark.parametrize(
    "content",
    [
        apple.some_of_all(),
        apple.some_of_all().encode("utf-8-sig"),
        apple.a_zip(apple.some_of_all()),
        apple.a_zip(apple.some_of_all(), "apple_health_export/exportación.xml"),
        export(dtd=""),
    ],
)
def test_it_is_known_by_its_content(content, tmp_path):
    assert key_of(content, tmp_path) == "apple-health"


def test_some_of_all(tmp_path):
    rows = rows_in(apple.a_zip(apple.some_of_all()), tmp_path)

    assert [type(item.details) for item in items(rows)] == [Drink, Drink, Food, Drink, Sleep] + [
        CheckIn
    ] * 2
    assert passed(rows) == {"step count": 1, "time in bed": 1}
    assert refused(rows) == []
    assert len({item.source_id for item in items(rows)}) == 7
    for item in items(rows):
        entry_of(item)


@pytest.mark.parametrize(
    ("value", "unit", "ml"),
    [
        ("371.117", "mL", 371.117),
        ("0.25", "L", 250),
        ("8", "fl_oz_us", 236.588),
        ("1", "cup_us", 237),
    ],
)
def test_the_unit_in_the_file_wins(value, unit, ml, tmp_path):
    (drink,) = details(tmp_path, intake("Water", value, unit))

    assert drink.ml == pytest.approx(ml, abs=0.5)
    assert (drink.name, drink.preset, drink.water_ml) == ("Water", "water", drink.ml)


@pytest.mark.parametrize(
    ("what", "value", "unit", "field", "mg"),
    [
        ("Caffeine", "0.095", "g", "caffeine_mg", 95),
        ("Caffeine", "95", "mg", "caffeine_mg", 95),
        ("Magnesium", "80000", "mcg", "magnesium_mg", 80),
        ("Potassium", "0.4", "g", "potassium_mg", 400),
        ("Calcium", "120", "mg", "calcium_mg", 120),
    ],
)
def test_masses_become_milligrams(what, value, unit, field, mg, tmp_path):
    (made,) = details(tmp_path, intake(what, value, unit))

    assert made.amounts() == {field: mg}


def test_alcohol_is_counted_in_standard_drinks(tmp_path):
    (drink,) = details(tmp_path, intake("NumberOfAlcoholicBeverages", "2", "count"))

    assert drink.amounts() == {"alcohol_g": 28}
    assert drink.ml == pytest.approx(35.5, abs=0.1)


def test_water_and_caffeine_of_one_app_and_second_are_one_drink(tmp_path):
    rows = read(tmp_path, intake("Caffeine", "95", "mg"), intake("Water", "237", "mL"))

    (item,) = items(rows)
    assert item.details.amounts() == {"water_ml": 237, "caffeine_mg": 95}
    assert item.details.name == "Drink with caffeine"
    assert item.at == a_moment(12, 58, day=9)


def test_nutrients_of_a_named_food_are_that_food(tmp_path):
    banana = metadata("HKFoodType", "Banana")
    (food, water) = details(
        tmp_path,
        intake("Potassium", "422", "mg", inner=banana),
        intake("Magnesium", "32", "mg", inner=banana),
        intake("Water", "88", "mL", inner=banana),
        intake("Water", "200", "mL"),
    )[::-1]

    assert isinstance(food, Food) and food.name == "Banana" and food.meal == "lunch"
    assert food.amounts() == {"magnesium_mg": 32, "potassium_mg": 422, "food_water_ml": 88}
    assert water.name == "Water"


def test_records_within_a_correlation_count_once(tmp_path):
    inner = intake("Potassium", "422", "mg") + record("HKQuantityTypeIdentifierX", "1")
    group = f'<Correlation type="HKCorrelationTypeIdentifierFood">{inner}</Correlation>'
    rows = read(tmp_path, intake("Potassium", "422", "mg"), group, record("X", "1"))

    (item,) = items(rows)
    assert item.details.potassium_mg == 422
    assert passed(rows) == {"record that stands twice": 1, "x": 1}


def test_what_two_apps_tell_of_one_second_comes_once(tmp_path):
    rows = read(
        tmp_path,
        intake("Water", "250", "mL", app="WaterMinder"),
        intake("Water", "8.45", "fl_oz_us", app="Cronometer"),
        intake("Water", "400", "mL", app="Other"),
    )

    assert [item.details.ml for item in items(rows)] == [pytest.approx(250, abs=0.2), 400]
    assert passed(rows) == {"amount that another app tells too": 1}


def test_amounts_of_nothing_are_passed_over(tmp_path):
    rows = read(tmp_path, intake("Caffeine", "0", "mg"))

    assert items(rows) == []
    assert passed(rows) == {"amount of nothing": 1}


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (intake("Water", "1", "furlong"), "furlong"),
        (intake("Water", "1", ""), "no unit"),
        (intake("Water", "-1", "mL"), "cannot be -1"),
        (intake("Water", "nan", "mL"), "not a number"),
        (intake("Water", "9", "L", "18:00"), "5,000 ml"),
        (intake("Water", "1", "mL", "2026-13-40 12:00:00 +0100"), "not a date"),
        (intake("Water", "1", "mL", "2026-03-09T12:00:00"), "no zone"),
        (intake("Water", "9", "mL", "1812-03-09 12:00:00 +0100"), "1900"),
        (sleep("Dreaming", "01:00", "02:00"), "Dreaming"),
        (sleep("Asleep", "02:00", "01:00"), "before it starts"),
        ('<Record type="HKQuantityTypeIdentifierDietaryWater"/>', "not a number"),
        ("<Workout/>", "no time"),
    ],
)
def test_bad_records_are_named_and_the_rest_read(bad, reason, tmp_path):
    written = [intake("Water", "250", "mL"), bad, intake("Water", "300", "mL", "15:00")]
    rows = read(tmp_path, *written)

    assert len(items(rows)) == 2
    (no,) = refused(rows)
    assert reason in str(no.reason)
    line = export(*written).splitlines().index(f" {bad}") + 1
    assert no.where == f"line {line}"


def test_a_zone_in_the_metadata_is_kept(tmp_path):
    lisbon = metadata("HKTimeZone", "Europe/Lisbon")
    (item,) = items(read(tmp_path, intake("Water", "250", "mL", inner=lisbon)))

    assert item.at == a_moment(11, 58, day=9, offset_min=0)


def test_types_are_told_in_words():
    assert named("HKQuantityTypeIdentifierVO2Max") == "vo 2 max"
    assert named("HKDataTypeSleepDurationGoal") == "hk data type sleep duration goal"
    assert named("HKCategoryTypeIdentifierAppleStandHour") == "apple stand hour"
    assert named("") == "record without a type"


def test_words_of_its_own_are_refused(tmp_path):
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE HealthData [<!ENTITY l0 "ha">{laughs}]>'
    for dtd in (bomb, '<!DOCTYPE HealthData [<!ENTITY x SYSTEM "file:///etc/passwd">]>'):
        with pytest.raises(Problem, match="entities"):
            read(tmp_path, intake("Water", "1", "mL", app="&l9;"), dtd=dtd)
    with pytest.raises(Problem, match="entities"):
        rows_in(export(dtd=bomb).replace("UTF-8", "UTF-16").encode("utf-16"), tmp_path)


def test_a_dtd_that_is_not_well_formed_does_no_harm(tmp_path):
    crooked = apple.DTD.replace("]>", "startDate CDATA #IMPLIED\n>\n<!ATTLIST\n]>")

    assert len(items(read(tmp_path, intake("Water", "250", "mL"), dtd=crooked))) == 1


def test_control_characters_do_no_harm(tmp_path):
    rows = read(tmp_path, intake("Water", "250", "mL", app="No\x0btes"))

    assert len(items(rows)) == 1


def test_a_tag_without_end_is_no_export(tmp_path):
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, intake("Water", "1", "mL", app="x" * (20 << 20)))


def test_the_same_file_brings_the_same_ids(tmp_path):
    records = [
        intake("Water", "250", "mL"),
        sleep("Asleep", "01:00", "05:00"),
        apple.exercise("09:00"),
    ]
    ids = [item.source_id for item in items(read(tmp_path, *records))]

    assert ids == [item.source_id for item in items(read(tmp_path, *records[::-1]))]


BIG = """
import resource, sys
from steadyhands.exchange.apple_health import AppleHealth
from steadyhands.exchange.format import Options
from steadyhands.exchange.source import Source
kib = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with Source(sys.argv[1]) as source:
    reader = AppleHealth()
    assert reader.recognises(source)
    start = kib()
    count = sum(row.count for row in reader.read(source, Options()) if hasattr(row, "count"))
    print(count, kib() - start)
"""


def test_a_large_zip_is_read_in_little_memory(tmp_path):
    steps = record("HKQuantityTypeIdentifierStepCount", "31", "count") + "\n"
    piece, times = (steps * 1000).encode(), 280
    path = tmp_path / "export.zip"
    before, after = export().rsplit("\n</", 1)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("apple_health_export/export.xml", "w") as stream,
    ):
        stream.write(before.encode())
        for _ in range(times):
            stream.write(piece)
        stream.write(f"</{after}".encode())
    assert len(piece) * times > 60 << 20

    words = [sys.executable, "-c", BIG, os.fspath(path)]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    count, kib = map(int, said.split())

    assert count == times * 1000
    assert kib < 24 * 1024


def test_reading_tells_how_far_it_is(tmp_path):
    heard = []
    path = tmp_path / "export.zip"
    path.write_bytes(apple.a_zip(apple.some_of_all()))
    with Source(path, lambda *told: heard.append(told)) as source:
        from steadyhands.exchange.formats import format_of
        from tests.exchange.reading import some_options

        list(format_of(source).read(source, some_options()))
    assert heard and all(done <= total for done, total in heard)


@pytest.mark.parametrize("dress", [str.encode, apple.a_zip], ids=["xml", "zip"])
def test_broken_files_only_ever_raise_problems(dress, tmp_path):
    assert try_broken(dress(apple.some_of_all()), tmp_path) >= 40


def test_a_cut_file_brings_nothing(tmp_path):
    path = tmp_path / "export.xml"
    path.write_text(apple.some_of_all()[:-20])
    with pytest.raises(Problem, match="damaged"):
        rows_of(path)
