"""Our own JSON, read back."""

from __future__ import annotations

import json

import pytest

from steadyhands.domain.entries import Other, Twitch
from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import SettingsFound
from steadyhands.exchange.own import item_of, record_of
from tests.exchange.broken import try_broken
from tests.exchange.reading import entry_of, items, key_of, refused, rows_in
from tests.factory import a_coffee, a_moment, a_twitch, an_entry

HEAD = {"steadyhands": "diary", "version": 1, "layout": "lines", "entries": 2, "settings": {}}


def some_lines(**head) -> str:
    entries = [
        an_entry(a_twitch(doing="typing"), id="a" * 32, note="während", revision=3, device="d1"),
        an_entry(a_coffee(), a_moment(9, offset_min=-330), id="b" * 32),
    ]
    records = [{**HEAD, **head}, *map(record_of, entries)]
    return "".join(json.dumps(record) + "\n" for record in records)


def a_document() -> str:
    head, *records = map(json.loads, some_lines(settings={"hand": "left"}).splitlines())
    return json.dumps({**head, "layout": "document", "entries": records}, indent=1)


def test_lines_are_entries_with_their_ids_and_revisions(tmp_path):
    rows = rows_in(some_lines(settings={"hand": "left", "device": "x"}), tmp_path)

    assert rows[0] == SettingsFound((("hand", "left"),))
    first, second = items(rows)
    assert (first.entry_id, first.revision, first.device) == ("a" * 32, 3, "d1")
    assert first.details == Twitch("right", "index", doing="typing")
    assert first.note == "während"
    assert second.at == a_moment(9, offset_min=-330)
    assert second.details == a_coffee()


def test_a_document_says_the_same(tmp_path):
    assert key_of(a_document(), tmp_path) == "steadyhands-json"
    rows = rows_in(a_document(), tmp_path)

    assert SettingsFound((("hand", "left"),)) in rows
    lines = rows_in(some_lines(), tmp_path)
    assert [i.replaced(where="") for i in items(rows)] == [
        i.replaced(where="") for i in items(lines)
    ]


def test_a_bad_line_is_named_and_the_rest_read(tmp_path):
    bad = '{"kind": "twitch", "at": "2026-03-10T14:00+01:00", "fields": {"strength": 9}}\n'
    rows = rows_in(some_lines() + bad, tmp_path)

    assert len(items(rows)) == 2
    (no,) = refused(rows)
    assert no.where == "line 4"
    assert str(no.reason) == "Strength goes from 1 to 5, not 9."


def test_a_newer_file_is_refused_whole(tmp_path):
    with pytest.raises(Problem, match="newer"):
        rows_in(some_lines(version=2), tmp_path)


@pytest.mark.parametrize("inside", ['"settings":', '"entries":[', '"entries":', '"x":'])
def test_brackets_without_end_are_no_document(inside, tmp_path):
    begun = '{"steadyhands":"diary","version":1,"layout":"document",' + inside

    with pytest.raises(Problem, match="damaged"):
        rows_in(begun + '[{"a":' * 500_000, tmp_path)


def test_settings_may_stand_after_the_entries(tmp_path):
    document = json.loads(a_document())
    document["settings"] = document.pop("settings")

    rows = rows_in(json.dumps(document), tmp_path)

    assert rows[-1] == SettingsFound((("hand", "left"),))
    assert len(items(rows)) == 2


def test_a_document_without_entries_is_none(tmp_path):
    with pytest.raises(Problem, match="damaged"):
        rows_in('{"steadyhands":"diary","version":1,"settings":{}}', tmp_path)


def test_what_no_version_knows_keeps_its_amounts():
    entry = an_entry(Other("mood", (("word", "calm"),), (("mood", 2.5),)))

    assert entry_of(item_of(record_of(entry), "")) == entry


@pytest.mark.parametrize("good", [some_lines(), a_document()], ids=["lines", "document"])
def test_broken_files_only_ever_raise_problems(good, tmp_path):
    assert try_broken(good.encode(), tmp_path) >= 40
