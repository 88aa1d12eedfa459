"""Whatever is typed: one clear sentence, nothing lost, the window stays up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.stories.hands import CTRL

ODD = {
    "emoji": "🖐️ twitched 👩‍👩‍👧 again",
    "right-to-left": "רעד באצבע اليوم",
    "quotes": "'; DROP TABLE entry; --",
    "markup": "<b>bold</b> & {0} %n %1",
    "lines": "one\ntwo\n\nthree",
}


def paste(hands, text):
    QApplication.clipboard().setText(text)
    hands.key(Qt.Key.Key_V, CTRL)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_words_are_kept_as_they_are(hands, diary, text):
    hands.turn_to("Sleep & day")
    hands.click("Note about today")
    paste(hands, text)
    hands.click("Save note")
    assert [e.note for e in diary("note")] == [text]
    assert hands.toast() == "Saved: note, 14:00"


def test_a_note_that_is_too_long_is_answered_and_still_there(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Note about today")
    paste(hands, "x" * 10_000)
    hands.click("Save note")
    assert diary("note") == [] or len(diary("note")[0].note) <= 4000
    assert len(hands.find("Note about today").toPlainText()) >= 4000
    assert hands.window.isVisible()


def test_nothing_but_spaces_is_no_note(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Note about today")
    hands.write("   ")
    assert not hands.find("Save note").isEnabled() or diary("note") == []


def test_a_second_sleep_over_the_first_is_answered_in_its_place(hands, diary):
    hands.turn_to("Sleep & day")
    hands.click("Save last night")
    hands.click("Add a nap")
    for name, text in (("Fell asleep", "06:00"), ("Woke up", "07:30")):
        hands.click(name)
        hands.key(Qt.Key.Key_A, CTRL)
        hands.write(text)
        hands.key(Qt.Key.Key_Tab)
    hands.click("Save nap")
    assert len(diary("sleep")) == 1
    assert hands.reads("is in the diary already")


def test_a_twitch_moved_before_its_day_is_still_there(home, hands, diary):
    home.clock.set(home.clock.now().local().replace(hour=4, minute=10))
    hands.click("Log a twitch")
    hands.click("How long ago: 30 min")
    assert diary() == []  # it belongs to yesterday now
    assert hands.figure("Twitches today").startswith("0")
    hands.key(Qt.Key.Key_Z, CTRL)
    assert len(diary()) == 1
