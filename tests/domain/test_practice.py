import math

import pytest

from steadyhands.domain.entries import KINDS, RoutineSession, Symptom, details_of
from steadyhands.domain.problem import Problem


def a_session(**more):
    return RoutineSession(**{"routine": "fists", "name": "Fists", "total_s": 120, **more})


def test_both_are_kinds_of_the_diary():
    assert KINDS["routine"] is RoutineSession
    assert KINDS["symptom"] is Symptom


def test_a_session_counts_its_minutes():
    assert a_session(total_s=90).amounts() == {"routine_min": 1.5}
    assert a_session(total_s=0).amounts() == {}


def test_a_symptom_counts_one():
    assert Symptom("pain").amounts() == {"symptoms": 1}


def test_fields_leave_out_what_did_not_happen():
    assert a_session(share=0.0, total_s=0).fields() == {
        "routine": "fists",
        "name": "Fists",
        "share": 0.0,
    }
    assert Symptom("pain", "left", severity=0, during="fists").fields() == {
        "what": "pain",
        "side": "left",
        "part": "unsure",
        "severity": 0,
        "during": "fists",
    }


def test_a_session_is_read_back():
    session = a_session(share=0.5, sides=("left", "right"), held_s=60, felt="easier", hurt=True)
    stored = {n: list(v) if isinstance(v, tuple) else v for n, v in session.fields().items()}
    assert details_of("routine", stored) == session


@pytest.mark.parametrize(
    "wrong",
    [
        {"routine": ""},
        {"name": " "},
        {"name": "x" * 81},
        {"name": "a\0"},
        {"share": -0.1},
        {"share": 1.1},
        {"share": math.nan},
        {"sides": ("both",)},
        {"total_s": -1},
        {"total_s": math.inf},
        {"held_s": 121},
        {"held_s": math.nan},
        {"felt": "odd"},
        {"hurt": "a little"},
    ],
)
def test_a_session_that_cannot_be_is_refused(wrong):
    with pytest.raises(Problem) as caught:
        a_session(**wrong)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "boredom"},
        {"side": "up"},
        {"part": "toe"},
        {"severity": 11},
        {"severity": 2.5},
        {"severity": math.nan},
        {"during": "x" * 81},
    ],
)
def test_a_symptom_that_cannot_be_is_refused(wrong):
    with pytest.raises(Problem):
        Symptom(**{"what": "pain", **wrong})
