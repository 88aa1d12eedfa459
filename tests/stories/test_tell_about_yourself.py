"""Say what you like about yourself, see what it changes, and take it back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.profile import Profile


@pytest.fixture
def said(home):
    """Return a function that reads the profile as another program would."""

    def read() -> Profile:
        desk = home.desk()
        profile = desk.profile.read()
        desk.close()
        return profile

    return read


def open_page(hands):
    hands.click("Settings")
    hands.click("Open “About you”")


def test_the_goal_for_drinks_gives_way_to_the_reason(hands, said):
    assert hands.figure("Water").endswith("of 2 L")
    open_page(hands)
    assert hands.reads("All of it is optional. Kept only in your diary on this computer.")
    hands.click("I have, or had: Kidney disease")

    assert said() == Profile(conditions=("kidney",))
    assert hands.figure("Water") == (
        "0 ml, No goal for drinks is shown, as you noted kidney disease. "
        "Please ask your clinician how much."
    )
    hands.turn_to("Drinks")
    assert hands.reads("No goal for drinks is shown, as you noted kidney disease.")
    assert not hands.sees("Goal a day")
    hands.click("Settings")
    assert hands.reads("No goal for drinks is shown, as you noted kidney disease.")
    assert not hands.sees("Goal for drinks a day")


def test_from_the_reason_back_to_what_was_noted(hands, said):
    open_page(hands)
    hands.click("I have, or had: Heart disease")
    hands.turn_to("Drinks")
    hands.click("What you noted")
    hands.click("I have, or had: Heart disease")
    assert said() == Profile()
    assert hands.figure("Water").endswith("of 2 L")


def test_a_limit_on_drinks_is_said_where_the_goal_was(hands, said):
    open_page(hands)
    hands.click("I have, or had: Told to limit what I drink")
    hands.click("My limit a day, if I know it: more")
    assert said().fluid_limit_ml == 1500
    hands.turn_to("Drinks")
    assert hands.reads("The limit you noted: 1.50 L a day.")
    hands.click("What you noted")
    hands.click("I have, or had: Told to limit what I drink")
    assert said() == Profile()


def test_age_sets_the_hours_of_sleep_and_pregnancy_the_caffeine(hands, said):
    open_page(hands)
    hands.click("Age: 65–70")
    hands.turn_to("Sleep & day")
    assert hands.sees("Why 7–8 h?")
    open_page(hands)
    hands.click("Age: 25–30")
    hands.click("At present: Pregnant")
    assert hands.reads("Up to 200 mg a day raises no safety concern")
    hands.turn_to("Drinks")
    assert hands.reads("of 200 mg")
    assert said() == Profile("25-30", pregnant=True)


def test_a_reference_needs_age_and_whose_table(hands):
    open_page(hands)
    hands.click("Reference values from: US and Canada")
    hands.click("Age: 31–50")
    assert not hands.reads("Reference 420 mg a day")
    hands.click("Sex for reference values: Men's")
    assert hands.reads("Reference 420 mg a day (RDA, Institute of Medicine 1997).")
    hands.click(
        "These change potassium or magnesium in the body: ACE inhibitor or sartan (ramipril)"
    )
    assert hands.reads("Not shown, as you noted a medicine that makes the body keep potassium.")
    assert hands.reads("The body keeps more potassium, so no potassium reference is shown.")


def test_height_weight_and_medicines_by_keyboard(hands, said):
    open_page(hands)
    hands.tab_to("Height")
    hands.write("5 ft 8")
    hands.key(Qt.Key.Key_Return)
    hands.tab_to("Weight")
    hands.write("64,5")
    hands.tab_to("Other medicines")  # leaving a field keeps it too
    hands.write("vitamin D")
    hands.key(Qt.Key.Key_Return)
    hands.click("A medicine changed in the last 8 weeks")
    profile = said()
    assert (profile.height_cm, profile.weight_kg) == (173, 64.5)
    assert profile.other_medicines == "vitamin D"
    assert profile.changed_medicine_by(date(2026, 3, 10))


def test_what_cannot_be_is_said_beside_the_field(hands, said):
    open_page(hands)
    hands.tab_to("Weight")
    hands.write("heavy")
    hands.key(Qt.Key.Key_Return)
    assert hands.reads("I cannot read “heavy” as a weight. Try 64 kg or 141 lb.")
    assert said() == Profile()


def test_clear_all_and_put_back(hands, said):
    open_page(hands)
    assert not hands.sees("Clear all")
    hands.click("Age: 31–50")
    hands.click("I have, or had: Liver disease")
    hands.click("Clear all")
    assert said() == Profile()
    assert hands.figure("Water").endswith("of 2 L")
    hands.click("Put back what was cleared")
    assert said() == Profile("31-50", conditions=("liver",))
    assert hands.is_selected("I have, or had: Liver disease")


def test_it_is_there_at_the_next_start(home, hands, said):
    open_page(hands)
    hands.click("What changes it: I smoke")
    hands.click("Half of it is gone after: less")
    home.close(hands)
    again = home.open()
    open_page(again)
    assert again.is_selected("What changes it: I smoke")
    assert again.reads("With smoking it is gone sooner, by a third to a half.")
    desk = home.desk()
    assert desk.choices.read().half_life_h == 4.5
    desk.close()
