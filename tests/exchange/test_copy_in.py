"""A complete copy, brought into another diary."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import Other
from steadyhands.services.export import COPY, Exporter
from steadyhands.services.transfer import Importer
from tests.exchange.broken import try_broken
from tests.exchange.reading import key_of
from tests.factory import a_desk, a_moment, log_a_day


@pytest.fixture
def copy(tmp_path):
    (tmp_path / "one").mkdir()
    desk = a_desk(tmp_path / "one")
    log_a_day(desk.journal, desk.now())
    done = desk.journal.log(Other("mood", (), (("mood", 2.5),)), a_moment(13), desk.now())
    desk.journal.amend(done.entry.id, desk.now(), note="calm")
    desk.choices.change(hand="left")
    path = tmp_path / "copy"
    Exporter(desk.keeper, desk.clock).write(str(path), COPY)
    entries = list(desk._diary.entries.stream())
    desk.close()
    return path, entries


def test_all_of_it_comes_over(copy, tmp_path):
    path, entries = copy
    (tmp_path / "two").mkdir()
    other = a_desk(tmp_path / "two")
    try:
        assert key_of(path.read_bytes(), tmp_path) == "steadyhands-copy"

        brought = Importer(other.keeper, other.clock).bring_in(str(path))

        assert list(other._diary.entries.stream()) == entries
        assert brought.what.settings == ("hand",)
        assert other.choices.read().hand == "left"
    finally:
        other.close()


def test_the_copy_stays_as_it_was(copy, tmp_path):
    path, _ = copy
    before = path.read_bytes()
    key_of(before, tmp_path)
    try_broken(before, tmp_path)

    assert path.read_bytes() == before
