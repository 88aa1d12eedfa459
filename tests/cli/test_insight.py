"""`steadyhands insight`: all findings, for people and for other programs."""

import json

import pytest

from tests.insight_days import fill


@pytest.fixture
def filled(shell):
    desk = shell.open_desk()
    fill(desk, 60, planned=True)
    desk.close()
    return shell


def test_it_says_what_stands_what_was_looked_at_and_what_is_not_known(filled):
    said = filled.type("insight").replace("\N{NO-BREAK SPACE}", " ")
    assert max(map(len, said.splitlines())) <= 80
    assert said.startswith("60 recorded days, ")
    stands, looked = said.split("\n\nLooked at\n")
    assert "Sleep the night before: " in stands and "fewer logged twitches" in stands
    assert "Water: no clear link" in looked or "Water: little or no link" in looked
    assert "Not logged in these days: alcohol" in said
    assert "Water and late caffeine: " in said
    assert "not because of" in said


def test_json_holds_every_number_and_rule(filled):
    told = json.loads(filled.type("insight", "--json"))
    assert (told["day"], told["days"]) == ("2026-03-10", 60)
    sleep = next(f for f in told["findings"] if (f["key"], f["lag"]) == ("sleep_h", 0))
    assert sleep["low"] < sleep["ratio"] < sleep["high"] < 1
    assert sleep["rule"] and sleep["method"] and sleep["days"]
    assert sleep["since"].startswith("2026-")
    assert [v["step"] for v in told["verdicts"]] == ["water"]
    assert {"hours", "clock", "shares", "rising", "next_checkup", "suggestion"} <= set(told)


def test_as_of_a_day_answers_as_it_would_have_been_answered(filled):
    told = json.loads(filled.type("insight", "--json", "--as-of", "2026-02-01"))
    assert (told["day"], told["checkup"], told["days"]) == ("2026-02-01", None, 23)
    assert {f["level"] for f in told["findings"]} == {"not-enough"}
    said = filled.type("insight", "--as-of", "2026-02-01")
    assert "not enough days yet (23 of 28)" in said
    assert "The first look is on" in said


def test_an_empty_diary_is_told_kindly(shell):
    assert shell.type("insight").startswith("Nothing was logged before this day.")


def test_a_day_that_is_none_or_to_come_is_refused(shell):
    assert "is not a date" in shell.refused("insight", "--as-of", "soon")
    assert "today or a day before it" in shell.refused("insight", "--as-of", "2026-03-11")
