import pytest

from steadyhands.domain.entries import SYMPTOMS, RoutineSession, Symptom
from steadyhands.domain.practice import AFTERWARDS
from steadyhands.ui import words
from tests.factory import an_entry


@pytest.mark.parametrize(
    ("seconds", "text"), [(17, "17 s"), (47, "1 min"), (176, "3 min"), (5400, "1 h 30 min")]
)
def test_a_length_of_practice(qapp, seconds, text):
    assert words.practice_text(seconds) == text


def test_a_session_and_a_symptom_in_few_words(qapp):
    at = words.clock_text(an_entry().at.local())
    session = RoutineSession("tendon-glides", "Tendon glides", total_s=180)
    assert words.entry_text(an_entry(session)) == f"Tendon glides, 3 min, {at}"
    assert words.entry_text(an_entry(Symptom("numbness"))) == f"Numb or tingling, {at}"


def test_every_word_of_the_diary_has_a_name(qapp):
    assert set(words.afterwards_names()) == set(AFTERWARDS)
    assert set(words.symptom_names()) == set(SYMPTOMS)
