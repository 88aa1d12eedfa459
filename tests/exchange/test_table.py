"""Tables of any dialect and encoding."""

from __future__ import annotations

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Refused
from steadyhands.exchange.source import Source
from steadyhands.exchange.table import Table, TableRow, header_of
from tests.exchange.reading import a_file

TEXT = 'Name,Value,Note\r\nTée,1.5,"two\r\nlines"\r\n\r\nCafé,2\r\n'


def table_in(content, folder, **more):
    with Source(a_file(content, folder)) as source:
        return list(Table(source, source.open(), **more)), source


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace("Value", "Value\x00").encode(),
    ],
)
def test_a_table_is_the_same_in_every_dress(content, tmp_path):
    rows, source = table_in(content, tmp_path)

    assert [dict(row.cells) for row in rows] == [
        {"Name": "Tée", "Value": "1.5", "Note": rows[0]["Note"]},
        {"Name": "Café", "Value": "2", "Note": ""},
    ]
    assert rows[0]["Note"].split() == ["two", "lines"]
    assert rows[0].where == "line 2"
    assert bool(source.remarks) == (content == TEXT.encode("cp1252"))


def test_lines_are_counted_through_cells_of_several(tmp_path):
    rows, _ = table_in(TEXT, tmp_path)

    assert [row.line for row in rows] == [2, 5]


def test_a_huge_cell_is_refused_and_reading_goes_on(tmp_path):
    rows, _ = table_in("a,b\n1,2\n" + "x" * 200_000 + ",3\n4,5\n", tmp_path)

    assert [type(row) for row in rows] == [TableRow, Refused, TableRow]
    assert rows[1].where == "line 3"


def test_a_line_without_end_is_no_table(tmp_path):
    with pytest.raises(Problem, match="too long"):
        table_in(b"a,b\n" + b"x" * (3 << 20), tmp_path)


def test_names_that_come_twice_are_told_apart(tmp_path):
    with Source(a_file("a,a, a ,b\n", tmp_path)) as source:
        assert header_of(source) == ("a", "a (2)", "a (3)", "b")


def test_cells_beyond_the_header_are_kept_apart(tmp_path):
    (row,), _ = table_in("a,b\n1,2,3,4\n", tmp_path)

    assert row.extra == ("3", "4")


def test_bytes_are_no_header(tmp_path):
    with Source(a_file(b"\x89\x01PNG\r\n\x1a\n,;,\n", tmp_path)) as source:
        assert header_of(source) == ()
