"""Hand routines from the command line (on Tue 10 March, 14:00)."""

import json

import pytest

from steadyhands.domain.entries import Symptom
from tests.factory import a_desk


def newest(shell):
    return json.loads(shell.type("list", "--json"))[0]["fields"]


def test_the_routines_are_listed_with_length_and_purpose(shell):
    lines = shell.type("routines").splitlines()
    assert lines[0].split("  ")[1] == "Quick desk reset"
    assert "2 min" in lines[0]
    assert lines[-1] == "Stop if it hurts, tingles or goes numb."
    assert len(lines) == 13
    assert max(map(len, lines)) < 145


def test_one_routine_is_told_with_its_cautions_and_source(shell):
    said = shell.type("routines", "nerve")
    assert said.startswith("Median nerve glide, 3 min\nOnly where someone")
    assert "Stop at the first tingle" in said
    assert "American Academy of Orthopaedic Surgeons" in said
    assert shell.refused("routines", "zzz") == (
        "There is no routine “zzz”. See steadyhands routines."
    )


@pytest.mark.parametrize(
    "words", [["tendon glides", "3min"], ["tendon", "glides", "3", "min"], ["Tendon-glides", "3"]]
)
def test_a_routine_is_logged_with_its_time(shell, words):
    assert shell.type("log", "routine", *words) == "Saved: Tendon glides, 14:00 (3 min)."
    assert newest(shell) == {"routine": "tendon-glides", "name": "Tendon glides", "total_s": 180}


def test_without_a_time_all_of_it_was_done(shell):
    assert shell.type("log", "routine", "shake") == "Saved: Shake-out, 14:00 (16 s)."
    assert newest(shell)["share"] == 1


def test_what_it_was_like_is_kept(shell):
    said = shell.type(
        "log", "routine", "prayer", "2min", "--felt", "Easier", "--hurt", "--at", "9:15"
    )
    assert said == "Saved: Prayer stretch, 09:15 (2 min, hands easier, it hurt)."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Which routine? Try steadyhands log routine tendon glides 3min."),
        (["tendn", "glides"], "There is no routine “tendn glides”. Did you mean Tendon glides?"),
        (["finger", "2min"], "“finger” may be one of Finger taps, Finger lifts."),
        (["3min"], "There is no routine “3min”."),
        (["tendon", "3x"], "I cannot read “3x” as a length of time."),
        (["tendon", "25h"], "A length of time is at most 24 hours"),
        (["tendon", "--felt", "odd"], "“odd” is not how hands feel afterwards: easier,"),
    ],
)
def test_bad_words_about_a_routine_are_refused_in_a_sentence(shell, words, sentence):
    assert shell.refused("log", "routine", *words).startswith(sentence)
    assert shell.type("list", "--json") == "[]"


def test_today_counts_the_minutes(shell):
    shell.type("log", "routine", "tendon", "3min")
    shell.type("log", "routine", "taps", "2min")
    shell.type("log", "routine", "tendon", "1min")
    assert "Routines  6 min: Tendon glides, Finger taps" in shell.type("today")


def test_a_symptom_has_its_line(shell, tmp_path):
    desk = a_desk(tmp_path, shell.clock)
    for symptom in (
        Symptom("pain", "left", "wrist", 4, "prayer-stretch"),
        Symptom("finger-locks"),
    ):
        desk.journal.log(symptom, desk.clock.pass_minutes(1), desk.now())
    desk.close()
    assert "pain (left wrist, 4 of 10)" in shell.type("list")
    assert "Symptoms  pain 14:01, finger locks 14:02" in shell.type("today")
