"""Half a minute of taps that end in what to log, with nothing kept that was not asked for."""

from __future__ import annotations

import pytest

from tests.factory import a_desk


@pytest.fixture
def hands(home):
    """Return a person whose second press within a moment is meant."""
    home.settle_in(guard_ms=0)
    return home.open()


def notes(home) -> list[str]:
    desk = a_desk(home.folder, home.clock)
    found = [entry.note for entry in desk.look.day(home.clock.now()).of_kind("note")]
    desk.close()
    return found


def test_taps_lead_to_what_to_log(home, hands):
    hands.turn_to("Plan")
    hands.click("Start the self-check")
    hands.click("On most days I eat: Leafy greens")
    hands.click("Lately: Nights under seven hours")
    hands.click("Lately: Cravings: chocolate, seeds, yogurt")
    hands.click("See what to log")
    for words in (
        "For the next 14 days, log",
        "meals with their foods",
        "a note when a craving comes",
        "when you slept and woke",
        "Magnesium-rich foods.",
        "The baseline comes first",
        "It cannot show what your body lacks; only a clinician's test can.",
    ):
        assert hands.reads(words), words
    assert notes(home) == []


def test_a_note_only_when_asked_for_and_undone_by_name(home, hands):
    hands.turn_to("Plan")
    hands.click("Start the self-check")
    hands.click("I take: Water tablets or acid blockers")
    hands.click("See what to log")
    assert hands.reads("Please ask your clinician before")
    hands.click("Keep as a note")
    assert notes(home)[0].startswith("Self-check: Water tablets or acid blockers.")
    hands.click_action()
    assert notes(home) == []


def test_closed_it_forgets_the_answers(hands):
    hands.turn_to("Plan")
    hands.click("Start the self-check")
    hands.click("On most days I eat: Nuts or seeds")
    hands.click("Close the self-check")
    hands.click("Start the self-check")
    assert not hands.is_selected("On most days I eat: Nuts or seeds")
