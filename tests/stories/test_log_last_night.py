"""Last night: when asleep, when awake, and it is in the diary."""

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL


def test_two_moves_and_save(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Fell asleep: 15 minutes later")
    hands.click("Woke up: 15 minutes earlier")
    assert hands.reads("7 h 30 min")
    hands.click("How was it? (optional): Good")
    hands.click("Save last night")

    (night,) = diary("sleep")
    assert f"{night.at.local():%H:%M}–{night.until.local():%H:%M}" == "23:15–06:45"
    assert night.details.quality == 4
    assert hands.figure("Sleep").startswith("7 h 30 min")
    assert hands.toast() == "Saved: sleep 23:15–06:45 (7 h 30 min)"


def test_times_typed_by_hand(hands, diary):
    hands.key(Qt.Key.Key_4, CTRL)
    for name, text in (("Fell asleep", "0:40"), ("Woke up", "715")):
        hands.tab_to(name)
        hands.key(Qt.Key.Key_A, CTRL)
        hands.write(text)
        hands.key(Qt.Key.Key_Tab)
    hands.tab_to("Save last night")
    hands.key(Qt.Key.Key_Return)
    (night,) = diary("sleep")
    assert f"{night.at.local():%H:%M}–{night.until.local():%H:%M}" == "00:40–07:15"


def test_undo_and_again(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Save last night")
    hands.key(Qt.Key.Key_Z, CTRL)
    assert diary("sleep") == []
    assert hands.figure("Sleep").startswith("–")
    hands.key(Qt.Key.Key_Y, CTRL)
    assert len(diary("sleep")) == 1
    assert hands.figure("Sleep").startswith("8 h")


def test_nonsense_is_answered_and_nothing_is_saved(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Fell asleep")
    hands.key(Qt.Key.Key_A, CTRL)
    hands.write("moon")
    hands.click("Save last night")
    assert diary("sleep") == []
    assert hands.reads("moon") or hands.reads("time")
