"""Our own tables, read back, also after a spreadsheet has had them."""

from __future__ import annotations

import zipfile

import pytest

from steadyhands.domain.entries import KINDS
from steadyhands.exchange.columns import header
from steadyhands.exchange.out import plain_cell, safe_cell
from steadyhands.services.export import CSV, Exporter
from tests.exchange.broken import try_broken
from tests.exchange.reading import items, key_of, refused, rows_in
from tests.factory import a_coffee, a_desk, a_moment, a_twitch, log_a_day


@pytest.fixture
def tables(tmp_path):
    """Return the bytes of a zip of tables."""
    (tmp_path / "from").mkdir()
    desk = a_desk(tmp_path / "from")
    log_a_day(desk.journal, desk.now())
    desk.journal.log(a_twitch(), a_moment(13), desk.now(), note="=1+1; “quoted” text,\nmore")
    Exporter(desk.keeper, desk.clock).write(str(tmp_path / "tables"), CSV)
    desk.close()
    return (tmp_path / "tables").read_bytes()


def member(tables, folder, name):
    (folder / "zip").write_bytes(tables)
    with zipfile.ZipFile(folder / "zip") as archive:
        return archive.read(name).decode()


def test_the_zip_is_known_by_its_tables(tables, tmp_path):
    assert key_of(tables, tmp_path) == "steadyhands-csv"
    rows = rows_in(tables, tmp_path)

    assert not refused(rows)
    assert {item.details.KIND for item in items(rows)} == {
        "twitch", "drink", "sleep", "checkin", "note",
    }  # fmt: skip
    assert items(rows)[0].where == "twitch.csv, line 2"


def test_one_table_alone_is_read_too(tables, tmp_path):
    rows = rows_in(member(tables, tmp_path, "drink.csv"), tmp_path)

    assert items(rows)[0].details == a_coffee()
    assert len(rows) == 3


def test_a_spreadsheet_may_have_saved_it(tables, tmp_path):
    text = member(tables, tmp_path, "drink.csv")
    german = text.replace(",", ";").replace("\r\n", ";;\r\n")

    saved = items(rows_in(("\ufeff" + german).encode("utf-16"), tmp_path))

    assert [i.details for i in saved] == [i.details for i in items(rows_in(text, tmp_path))]


def test_a_row_that_somebody_added_needs_no_id(tables, tmp_path):
    text = member(tables, tmp_path, "drink.csv").splitlines()
    added = "2026-03-10,drink,2026-03-10T12:00:00+01:00,,Mate,250,248"

    (item,) = items(rows_in("\n".join([text[0], added]), tmp_path))

    assert (item.entry_id, item.details.name, item.details.ml) == ("", "Mate", 250)
    assert item.source_id


def test_a_bad_row_is_named(tables, tmp_path):
    text = member(tables, tmp_path, "twitch.csv").replace(",thumb,", ",toe,")

    (no,) = refused(rows_in(text, tmp_path))
    assert str(no.reason).startswith("“toe” is not a finger")


@pytest.mark.parametrize("text", ["=1", "-x", "+", "@a", "'tis", "''", "'=", "plain", "", "\ta"])
def test_cells_are_no_formulas_and_come_back(text):
    assert safe_cell(text)[:1] not in ("=", "+", "-", "@", "\t")
    assert plain_cell(safe_cell(text)) == text


def test_broken_zips_only_ever_raise_problems(tables, tmp_path):
    assert try_broken(tables, tmp_path) >= 100


@pytest.mark.parametrize("name", ["checkin.csv", "other.csv"])
def test_broken_tables_only_ever_raise_problems(name, tables, tmp_path):
    assert try_broken(member(tables, tmp_path, name).encode(), tmp_path) >= 40


def test_every_kind_has_its_own_header():
    assert len({header(kind) for kind in KINDS}) == len(KINDS)
