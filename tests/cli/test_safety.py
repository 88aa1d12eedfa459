"""Symptoms and the safety list from the command line (on Tue 10 March 2026, 14:00)."""

import json

import pytest

from steadyhands.cli.symptom import WHATS
from steadyhands.domain.profile import Profile


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch):
    for name in ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def kept(shell, kind):
    entries = json.loads(shell.type("list", "--days", "400", "--json"))
    return [entry["fields"] for entry in entries if entry["kind"] == kind]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("pain", {"what": "pain", "side": "unsure", "part": "unsure"}),
        ("numbness left ring", {"what": "numbness", "side": "left", "part": "ring"}),
        ("tingling left ring", {"what": "numbness", "side": "left", "part": "ring"}),
        ("Finger locks right thumb", {"what": "finger-locks", "side": "right", "part": "thumb"}),
        ("finger-locks my left pinky", {"what": "finger-locks", "side": "left", "part": "little"}),
        ("stiff hand", {"what": "stiffness", "side": "unsure", "part": "unsure"}),
    ],
)
def test_a_symptom_and_its_place_are_understood(shell, words, fields):
    shell.type("log", "symptom", *words.split(), "--severity", "3/10")
    assert shell.code == 0
    assert kept(shell, "symptom") == [fields | {"severity": 3}]


def test_a_mild_symptom_is_answered_in_one_line(shell):
    assert shell.type("log", "symptom", "numbness", "left", "ring", "--severity", "3") == (
        "Saved: numbness, 14:00 (left ring finger, 3 of 10)."
    )


@pytest.mark.parametrize("what", WHATS)
def test_every_symptom_can_be_named(shell, what):
    assert shell.type("log", "symptom", what).startswith("Saved: ")


def test_an_unknown_symptom_is_refused_in_a_sentence(shell):
    assert shell.refused("log", "symptom", "weaknes") == (
        "I know no symptom “weaknes”. Did you mean weakness?"
    )
    assert shell.refused("log", "symptom").startswith("Which symptom?")
    assert "lies" not in shell.refused("log", "symptom", "pain", "left", "knee")


def test_an_emergency_is_said_at_once_with_the_local_number(shell, monkeypatch):
    said = shell.type("log", "symptom", "sudden-weakness").splitlines()
    assert said[0] == "Saved: sudden weakness, 14:00."
    assert said[1] == "Get help now: Call your local emergency number now."
    assert said[2].startswith("Sudden weakness or numbness")
    assert len(said) == 3
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert "Call 112 now." in shell.type("safety")
    monkeypatch.setenv("LC_ALL", "en_US")
    assert "Call 911 now." in shell.type("safety")


def test_a_check_in_says_it_too_and_a_plain_one_does_not(shell):
    assert shell.type("log", "checkin", "--stress", "9") == "Saved: check-in, 14:00 (stress 9)."
    said = shell.type("log", "checkin", "--symptom", "thinner-hand")
    assert "See a doctor within days: " in said


def test_a_locking_finger_speaks_the_second_time(shell):
    place = ("right", "ring", "--felt", "lock")
    assert "\n" not in shell.type("log", "twitch", *place, "--at", "yesterday 9:00")
    assert "Worth an appointment: " in shell.type("log", "twitch", *place)
    assert "\n" not in shell.type("log", "twitch", "right", "ring", "--felt", "jerk")


def test_magnesium_with_kidney_disease_is_answered(shell):
    desk = shell.open_desk()
    desk.profile.keep(Profile(conditions=("kidney",)))
    desk.close()
    said = shell.type("log", "supplement", "magnesium", "100mg")
    assert "Ask your clinician before you take more of it" in said


def test_the_list_begins_with_what_the_diary_tells_until_it_is_read(shell):
    shell.type("log", "symptom", "weakness", "right")
    said = shell.type("safety")
    assert said.startswith("From what you logged: see a doctor within days\n")
    assert "You logged: weakness (today)." in said
    assert shell.type("safety", "read").startswith("Kept as read:\n  One arm")
    assert "Read: today." in shell.type("safety")
    assert "When you have read this" not in shell.type("safety")
    assert shell.type("safety", "read") == "There is nothing to read."


def test_the_list_is_grouped_by_urgency_with_the_facts_last(shell):
    lines = shell.type("safety").splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads[:4] == [
        "Get help now",
        "See a doctor within days",
        "Worth an appointment",
        "Good to know, too",
    ]
    assert max(map(len, lines)) <= 100
    assert "From:" not in shell.type("safety")
    assert "      From: NICE guideline NG127, twitching" in shell.type("safety", "--sources")
    assert (
        shell.refused("safety", "now") == "After safety there can be the word read, nothing else."
    )
