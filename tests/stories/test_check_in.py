"""How is today: whatever one wants to answer, and no more."""

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL

NOTICED = "Noticed in the hand or arm today (any that fit)"


def test_some_answers_are_a_check_in(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Stress: one more")
    hands.click("Workout: 10 min more")
    hands.click(f"{NOTICED}: Stiff")
    hands.click("Save check-in")

    (checkin,) = diary("checkin")
    assert checkin.details.stress is not None
    assert checkin.details.workout_min == 10
    assert checkin.details.symptoms == ("stiffness",)
    assert checkin.details.tiredness is None
    assert hands.toast() == "Saved: check-in, 14:00"


def test_undo_takes_it_back(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click(f"{NOTICED}: Pain")
    hands.click("Save check-in")
    hands.click_action()
    assert diary("checkin") == []


def test_a_note_is_kept_letter_by_letter(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Note about today")
    hands.write("Long flight")
    hands.click("Save note")
    assert [e.note for e in diary("note")] == ["Long flight"]


def test_ctrl_z_while_writing_takes_back_words_not_entries(hands, diary):
    hands.click("Log a twitch")
    hands.turn_to("Sleep & day")
    hands.click("Note about today")
    hands.write("Oops")
    hands.key(Qt.Key.Key_Z, CTRL)
    assert len(diary()) == 1
