"""steadyhands export and import."""

from __future__ import annotations

import io
import json
import os

import pytest

from steadyhands.cli.transfer import _Meter


@pytest.fixture
def shell(shell, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    shell.type("log", "twitch", "right", "index", "--at", "12:05")
    shell.type("log", "coffee", "--at", "12:30")
    shell.type("log", "sleep", "23:10-06:40")
    return shell


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def test_tables_unless_something_else_is_said(shell):
    assert shell.type("export") == "Exported 3 entries to steadyhands-2026-03-10.zip"
    assert os.listdir() == ["steadyhands-2026-03-10.zip"]


@pytest.mark.parametrize(
    ("words", "beginning"),
    [
        (("-o", "d.json"), b'{"steadyhands":"diary"'),
        (("--output", "d", "--format", "fhir"), b'{"resourceType":"Bundle"'),
        (("-o", "d.sqlite"), b"SQLite format 3"),
        (("-o", "d.zip"), b"PK"),
    ],
)
def test_the_file_or_the_format_decides(words, beginning, shell):
    shell.type("export", *words)

    assert shell.code == 0
    with open(words[1], "rb") as file:
        assert file.read().startswith(beginning)


def test_only_some_days(shell):
    shell.type("log", "twitch", "--at", "2026-03-08 12:00")

    said = shell.type("export", "-o", "d.jsonl", "--from", "2026-03-07", "--until", "yesterday")
    assert said == "Exported 1 entry to d.jsonl"
    assert "2026-03-08" in read("d.jsonl")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--format", "pdf"), "--format takes one of csv, json, jsonl, fhir, sqlite"),
        (("--from", "soon"), "--from takes a day"),
        (("--until", "2026-02-30"), "not a date"),
    ],
)
def test_export_refuses_bad_words(words, why, shell):
    assert why in shell.refused("export", *words)


def test_export_says_what_stands_in_its_way(shell):
    assert "cannot be written" in shell.failed("export", "-o", "no/such/folder/d.json")


def test_a_dry_run_changes_nothing(shell):
    shell.type("export", "-o", "d.jsonl")
    for _ in range(3):
        shell.type("undo")

    assert shell.type("import", "d.jsonl", "--dry-run").splitlines() == [
        "SteadyHands (JSON Lines): nothing new to bring in.",
        "3 you had removed, so they stay out; --removed brings them back.",
        "Nothing was changed.",
    ]
    said = shell.type("import", "d.jsonl", "--dry-run", "--removed").splitlines()
    assert said[0].startswith("SteadyHands (JSON Lines): 3 entries would come in, Tue 10 Mar: ")
    assert said[-1] == "Nothing was changed."
    assert shell.type("list") == "Nothing was logged in the last 7 days."


def test_what_came_in_is_said_in_words(shell, tmp_path):
    shell.type("export", "-o", "d.jsonl")
    with open("d.jsonl", "a") as file:
        file.write('{"kind":"twitch","at":"2026-03-10T13:00:00+01:00","fields":{"part":"toe"}}\n')
    fresh = type(shell)(tmp_path / "fresh", shell._capsys)
    fresh.folder.mkdir()

    said = fresh.type("import", "d.jsonl", "--report", "rows.csv").splitlines()

    assert said == [
        "SteadyHands (JSON Lines): 3 entries came in, Tue 10 Mar: 1 drink, 1 sleep, 1 twitch.",
        "1 row cannot be read:",
        "  line 5: “toe” is not a finger or part of the hand: "
        "thumb, index, middle, ring, little, palm, wrist.",
        "“d.jsonl” should hold 3 entries, but 4 were found.",
        "Every row is in rows.csv",
        "steadyhands undo takes all of it back.",
    ]
    assert len(read("rows.csv").splitlines()) == 5
    again = fresh.type("import", "d.jsonl").splitlines()
    assert again[:2] == [
        "SteadyHands (JSON Lines): nothing new to bring in.",
        "3 are in the diary already.",
    ]
    assert fresh.type("undo") == "Undone: 3 entries."


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04junk", b"a,b\n1,2\n"])
def test_import_says_what_is_wrong_with_a_file(content, shell):
    with open("odd", "wb") as file:
        file.write(content)

    assert "“odd” is " in shell.failed("import", "odd")


def test_import_needs_a_file(shell):
    assert shell.refused("import") == "Please name the file to import."
    assert "There is no file" in shell.failed("import", "nowhere.csv")


def test_trackers_are_called_by_names_that_the_file_has(shell):
    shell.type("export", "-o", "d.jsonl")

    assert "has no tracker “Coffee”" in shell.failed("import", "d.jsonl", "--as", "Coffee=skip")


def test_a_terminal_sees_how_far_it_is(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with _Meter("Reading") as meter:
        for done in (1, 2, 2, 4):
            meter(done, 4)
    shown = terminal.getvalue().split("\r")
    assert shown[1:4] == ["Reading … 25 %", "Reading … 50 %", "Reading … 100 %"]
    assert shown[-1] == ""


def test_json_lines_are_for_other_programs(shell):
    shell.type("export", "-o", "d.jsonl")

    head, *lines = map(json.loads, read("d.jsonl").splitlines())
    assert head["entries"] == len(lines) == 3


TRACKED = (
    "FeatureName,Timestamp,Value,Label,Note\r\n"
    "Coffee,2026-03-09T09:00:00+01:00,1,,\r\n"
    "Garden,2026-03-09T10:00:00+01:00,2,,\r\n"
)


def test_a_dry_run_says_what_trackers_become_and_as_changes_it(shell):
    with open("tracked", "w") as file:
        file.write(TRACKED)

    said = shell.type("import", "tracked", "--dry-run")
    assert said.endswith("  Coffee  drink:coffee\n  Garden  own")
    assert "1 drink" in said
    said = shell.type("import", "tracked", "--dry-run", "--as", "garden=workout_min")
    assert said.endswith("  Coffee  drink:coffee\n  Garden  workout_min")
    assert "1 check-in" in said
    assert "nothing that a tracker" in shell.failed("import", "tracked", "--as", "Garden=x")
