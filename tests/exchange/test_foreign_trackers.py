"""All readers of trackers together: one knows each file, and nothing comes in twice."""

from __future__ import annotations

import os

import pytest

from steadyhands.exchange.formats import formats
from steadyhands.exchange.source import Source
from steadyhands.services.arrival import KNOWN, OVERLAPS, REFUSED
from steadyhands.services.transfer import Importer
from tests.exchange import test_bearable, test_daylio, test_habits, test_loop, test_track_and_graph
from tests.exchange.reading import a_file
from tests.factory import a_desk

MADE = {
    "loop": lambda folder: test_loop.a_zip(),
    "loop-db": test_loop.a_database,
    "track-and-graph": lambda folder: test_track_and_graph.GOOD,
    "track-and-graph-db": test_track_and_graph.a_backup,
    "daylio": lambda folder: test_daylio.GOOD,
    "bearable": lambda folder: test_bearable.GOOD,
    "habitbull": lambda folder: test_habits.BULL,
    "table-habit": lambda folder: test_habits.TABLE,
    "beaver": lambda folder: test_habits.BEAVER,
}


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


@pytest.mark.parametrize("key", MADE)
def test_one_format_knows_each_file_by_its_content(key, tmp_path):
    path = a_file(MADE[key](tmp_path), tmp_path, "photo.jpg")

    with Source(path) as source:
        assert [each.key for each in formats() if each.recognises(source)] == [key]


@pytest.mark.parametrize("key", MADE)
def test_a_second_import_brings_nothing_and_undo_takes_all(key, desk, tmp_path):
    path = os.fspath(a_file(MADE[key](tmp_path), tmp_path))
    importer = Importer(desk.keeper, desk.clock)
    before = desk._diary.entries.count()

    first = importer.bring_in(path)
    again = importer.bring_in(path)

    assert first.what.coming > 0
    assert first.what.count(REFUSED) == 0
    assert again.what.coming == 0
    assert again.what.count(KNOWN, OVERLAPS) == first.what.count("new", OVERLAPS)
    desk.journal.undo(desk.now(), act=first.act)
    assert desk._diary.entries.count() == before
    assert desk._diary.totals.wrong() == 0


def test_a_zip_after_the_backup_of_the_same_app_brings_nothing(desk, tmp_path):
    importer = Importer(desk.keeper, desk.clock)
    importer.bring_in(os.fspath(a_file(test_loop.a_database(tmp_path), tmp_path)))

    after = importer.bring_in(os.fspath(a_file(test_loop.a_zip(), tmp_path)))

    assert (after.what.coming, after.act) == (0, 0)
