"""The shipped schema says what our JSON is."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings

from steadyhands.exchange.json_out import write_document, write_lines
from steadyhands.exchange.out import Head
from steadyhands.exchange.own import record_of
from tests.exchange.schema import SCHEMA, faults
from tests.factory import a_moment, a_night, a_twitch, an_entry
from tests.strategies import ENTRIES

HEAD = Head(a_moment(), "1.0", 2, {"hand": "left"})
SOME = [an_entry(a_twitch()), an_entry(a_night(), until=a_moment(15), note="x", device="d")]


def test_a_document_is_as_the_schema_says(tmp_path):
    write_document(str(tmp_path / "a"), HEAD, SOME)

    assert list(faults(json.loads((tmp_path / "a").read_text(encoding="utf-8")), SCHEMA)) == []


def test_each_line_is_as_the_schema_says(tmp_path):
    write_lines(str(tmp_path / "a"), HEAD, SOME)

    head, *lines = (tmp_path / "a").read_text(encoding="utf-8").splitlines()
    assert list(faults(json.loads(head), SCHEMA)) == []
    assert len(lines) == 2
    for line in lines:
        assert list(faults(json.loads(line), SCHEMA["$defs"]["entry"])) == []


@settings(max_examples=50, deadline=None)
@given(entry=ENTRIES)
def test_every_entry_is_as_the_schema_says(entry):
    record = json.loads(json.dumps(record_of(entry)))

    assert list(faults(record, SCHEMA["$defs"]["entry"])) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"at": "2026-03-10 14:00"}, ".at is not like"),
        ({"id": "x"}, ".id is not like"),
        ({"revision": 0}, ".revision is too small"),
        ({"revision": True}, ".revision is no integer"),
        ({"more": 1}, ".more is unknown"),
        ({"amounts": {"m": "x"}}, ".amounts.m is no number"),
    ],
)
def test_the_check_finds_faults(change, fault):
    record = {**record_of(SOME[0]), **change}

    (found,) = faults(record, SCHEMA["$defs"]["entry"])
    assert re.escape(fault) and found.startswith(fault)
