"""Any table as spreadsheets of many countries write it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import Other
from steadyhands.domain.problem import Problem
from steadyhands.exchange.any_table import AnyTable
from steadyhands.exchange.format import Item, Options, Refused
from steadyhands.exchange.source import Source
from steadyhands.services.table_wishes import guess_roles, see_table
from steadyhands.system.drinks import shipped_drinks
from tests.stubs import moment_of

ROLES = {"Date": "when", "Time": "time", "Km": "amount"}


def read(folder, content, roles=ROLES):
    path = folder / "runs.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    answers = {f"role:{column}": role for column, role in roles.items()}
    with Source(path) as source:
        rows = AnyTable().read(source, Options(moment_of, {}, tuple(shipped_drinks()), answers))
        return list(rows)


def told(rows):
    """Return times and amounts, `-` for a row that is refused."""
    return [
        "-" if isinstance(row, Refused) else f"{row.at.local():%d %H:%M} {_value(row):g}"
        for row in rows
    ]


def _value(item: Item) -> float:
    assert isinstance(item.details, Other)
    return item.details.counted[0][1]


ENGLISH = "Date,Time,Km\n2026-03-10,8:30 pm,1.5\n2026-03-11,12:05 AM,0.25\n"
GERMAN = "Date;Time;Km\n10.03.2026;20:30;1,5\n11.03.2026;0:05;0,25\n"
FRENCH = 'Date\tTime\tKm\n10/03/2026\t20h30\t"1,5"\n11/03/2026\t00h05\t"0,25"\n'
BARS = "Date|Time|Km\n2026/3/10|8:30:00 p.m.|1.500\n2026/3/11|12:05 am|+2.5e-1\n"


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, FRENCH, BARS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_dialect_says_the_same(text, encoding, ends, tmp_path):
    rows = read(tmp_path, text.replace("\n", ends).encode(encoding))

    assert told(rows) == ["10 20:30 1.5", "11 00:05 0.25"]


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, FRENCH, BARS])
def test_its_columns_are_guessed(text, tmp_path):
    path = tmp_path / "runs.csv"
    path.write_text(text)

    guessed = guess_roles(see_table(str(path)))
    assert {name: guessed[f"role:{name}"] for name in ROLES} == ROLES


@pytest.mark.parametrize(
    ("cell", "comma", "semicolon"),
    [
        ("1,250", "1250", "1.25"),
        ("0,250", "0.25", "0.25"),
        ("1.250", "1.25", "1.25"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1 234,5", "1234.5", "1234.5"),
        ("1'234.5", "1234.5", "1234.5"),
        ("−3", "-3", "-3"),
    ],
)
def test_commas_and_points(cell, comma, semicolon, tmp_path):
    for mark, value in ((",", comma), (";", semicolon)):
        (row,) = read(tmp_path, f'Date{mark}Km\n2026-03-10{mark}"{cell}"\n')
        assert told([row]) == [f"10 12:00 {value}"]


def test_an_unquoted_decimal_comma_is_not_cut_off(tmp_path):
    rows = read(tmp_path, "Date,Km\n2026-03-10,1,5\n2026-03-11,2\n2026-03-12,3,,\n")

    assert told(rows) == ["-", "11 12:00 2", "12 12:00 3"]


def test_ragged_rows_say_what_they_can(tmp_path):
    text = "Date,Time,Km\n2026-03-10\n2026-03-10,8:30\n\n,,\n2026-03-10,8:30,2\n,9:00,3\nx\n"
    rows = read(tmp_path, text)

    assert told(rows) == ["10 08:30 2", "-", "-"]
    assert [row.where for row in rows if isinstance(row, Refused)] == ["line 7", "line 8"]


def test_columns_of_one_name_are_told_apart(tmp_path):
    roles = {"Date": "when", "Km": "amount", "Km (2)": "amount"}
    first, second = read(tmp_path, "Date,Km,Km\n2026-03-10,1,2\n", roles)

    assert (_value(first), _value(second)) == (1, 2)
    assert first.source_id != second.source_id


def test_cells_may_hold_lines_and_separators(tmp_path):
    roles = {"Date": "when", "Km": "amount", "Note": "note"}
    text = 'Date,Km,Note\n2026-03-10,1,"far,\n""very"" far; so"\n2026-03-11,2,\n'
    first, second = read(tmp_path, text, roles)

    assert first.note == 'far,\n"very" far; so'
    assert (second.where, second.note) == ("line 4", "")


def test_windows_text_is_read_and_remarked(tmp_path):
    roles = {"Date": "when", "Größe": "amount"}
    path = tmp_path / "x.csv"
    path.write_bytes("Date;Größe\n10.03.2026;1,5\n".encode("cp1252"))
    options = Options(moment_of, {}, (), {f"role:{name}": role for name, role in roles.items()})
    with Source(path) as source:
        (item,) = AnyTable().read(source, options)
        assert _value(item) == 1.5
        assert source.remarks


@pytest.mark.parametrize(
    "cells",
    [
        "2026-02-30,8:30,1",
        "2026-03-10,24:30,1",
        "2026-03-10,13:30 pm,1",
        "2026-03-10,8:30,1/2",
        "2026-03-10,8:30,nan",
        "2026-03-10,8:30,1e999",
        "10,8:30,1",
        "1/2/26,8:30,1",
        "0000-00-00,8:30,1",
        "1066-10-14,8:30,1",
        "2026-03-10,8:30," + "9" * 400,
    ],
)
def test_rows_that_make_no_sense_are_refused(cells, tmp_path):
    assert told(read(tmp_path, f"Date,Time,Km\n{cells}\n2026-03-11,8:30,2\n")) == [
        "-",
        "11 08:30 2",
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text() | st.sampled_from(['"', ",", ";", "\n", "2026-03-10", "8:30", "1,5"])))
def test_no_table_does_more_than_say_what_is_wrong(parts):
    with TemporaryDirectory() as folder:
        text = "Date,Time,Km\n" + "".join(parts)
        with suppress(Problem):
            read(Path(folder), text.encode("utf-8", "surrogatepass"))
