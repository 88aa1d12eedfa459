"""Sleep as Android's export."""

from __future__ import annotations

import io
import zipfile

import pytest

from steadyhands.domain.entries import Sleep
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, refused, rows_in
from tests.factory import a_moment

HEAD = (
    "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"
)
BEGINS = a_moment(23, 12, day=8)


def a_sleep(
    begins=BEGINS.utc_ms,
    zone="Europe/Berlin",
    hours="8.000",
    rating="3.75",
    comment="",
    shown="08. 03. 2026 23:12",
    curve=True,
) -> str:
    ends = "09. 03. 2026 7:12"
    cells = [str(begins), zone, shown, ends, ends, hours, rating, comment, "10007"]
    cells += ["-1", "-1.0", "-1", "-1.0", "0", ""]
    head, noise = HEAD, ""
    if curve:
        head += ',"23:12","23:22","Event"'
        cells += ["0.0", "0.0513", f"ALARM_LATEST-{begins}"]
        noise = "," * 14 + ',"0.01","0.02",\n'
    return head + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n" + noise


def a_zip(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("alarms.json", "[]")
        archive.writestr("prefs.xml", "<map></map>")
        archive.writestr("sleep-export.csv", text)
    return made.getvalue()


GOOD = a_sleep(comment="Woke twice #stress #alcohol") + a_sleep(
    BEGINS.utc_ms + 15 * 3_600_000, hours="0.5", rating="0.0", comment="Manually added", curve=False
)


@pytest.mark.parametrize("content", [GOOD, a_zip(GOOD), GOOD.encode("utf-16")])
def test_it_is_known_by_its_content(content, tmp_path):
    assert key_of(content, tmp_path) == "sleep-as-android"


@pytest.mark.parametrize("content", [GOOD, a_zip(GOOD)])
def test_sleeps(content, tmp_path):
    rows = rows_in(content, tmp_path)

    night, nap = items(rows)
    assert night.details == Sleep(4)
    assert (night.at, night.until) == (BEGINS, a_moment(7, 12, day=9))
    assert night.note == "Woke twice #stress #alcohol"
    assert night.source_id == str(BEGINS.utc_ms)
    assert (nap.details, nap.note) == (Sleep(), "")
    assert refused(rows) == []


def test_comments_may_have_lines_and_quotes(tmp_path):
    (night,) = items(rows_in(a_sleep(comment='""Well"" \\n slept'), tmp_path))

    assert night.note == '"Well"\nslept'


@pytest.mark.parametrize(
    ("zone", "shown", "offset"),
    [
        ("America/New_York", "", -240),
        ("No/Zone", "09. 03. 2026 3:57", 345),
        ("No/Zone", "", 60),
        ("", "08. 03. 2026 22:12", 0),
    ],
)
def test_the_zone_is_the_named_one_or_the_one_that_the_clock_shows(zone, shown, offset, tmp_path):
    (night,) = items(rows_in(a_sleep(zone=zone, shown=shown), tmp_path))

    assert (night.at.utc_ms, night.at.offset_min) == (BEGINS.utc_ms, offset)


@pytest.mark.parametrize(
    ("rating", "quality"), [("0.25", 1), ("2.5", 3), ("5.0", 5), ("-1.0", None)]
)
def test_ratings(rating, quality, tmp_path):
    (night,) = items(rows_in(a_sleep(rating=rating), tmp_path))

    assert night.details == Sleep(quality)


@pytest.mark.parametrize(
    "bad",
    [
        {"begins": "soon"},
        {"begins": 10**17},
        {"begins": 10**14},
        {"hours": "-1"},
        {"hours": "30"},
        {"hours": ""},
        {"rating": "good"},
    ],
)
def test_bad_sleeps_are_named_and_the_rest_read(bad, tmp_path):
    rows = rows_in(a_sleep(**bad) + a_sleep(), tmp_path)

    assert len(items(rows)) == 1
    assert [no.where for no in refused(rows)] == ["line 2"]


@pytest.mark.parametrize("good", [GOOD.encode(), a_zip(GOOD)], ids=["csv", "zip"])
def test_broken_files_only_ever_raise_problems(good, tmp_path):
    assert try_broken(good, tmp_path) >= 40
