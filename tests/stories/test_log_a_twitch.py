"""A finger twitches: one press, and it is in the diary; the rest can wait."""

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL, SHIFT


def test_one_press_is_one_durable_entry(hands, diary):
    hands.click_finger("right", "ring")

    (entry,) = diary()
    assert (entry.details.side, entry.details.part) == ("right", "ring")
    assert hands.toast() == "Saved: right ring finger, 14:00"
    assert hands.toast_action() == "Undo right ring finger, 14:00"
    assert hands.figure("Twitches today").startswith("1")
    assert hands.reads("Right ring finger, 14:00")


def test_chips_say_more_about_that_very_entry(home, hands, diary):
    hands.click_finger("left", "thumb")
    home.clock.pass_minutes(2)
    hands.click_finger("right", "index")
    hands.click("Doing: Typing")
    hands.click("Felt like: Flutter")
    hands.click("Lasted: Seconds")
    hands.click("Strength, 1 faint to 5 strong: 3")
    hands.click("The hand was: At rest")

    thumb, index = diary()
    assert thumb.details.doing == ""
    said = index.details
    assert (said.doing, said.felt, said.lasted) == ("typing", "flutter", "seconds")
    assert (said.strength, said.state) == (3, "rest")
    assert hands.is_selected("Doing: Typing")


def test_a_chip_pressed_again_takes_the_answer_back(home, hands, diary, qtbot):
    hands.click_finger("right", "index")
    hands.click("Doing: Typing")
    hands.click("Doing: Mouse")
    assert diary()[0].details.doing == "mouse"
    hands.click("Doing: Phone")
    hands.click("Felt like: Buzz")
    hands.click("Doing: Phone")
    assert diary()[0].details.doing == ""
    assert diary()[0].details.felt == "buzz"


def test_some_minutes_ago_moves_the_time_and_now_brings_it_back(hands, diary):
    hands.click_finger("right", "index")
    hands.click("How long ago: 15 min")
    assert f"{diary()[0].at.local():%H:%M}" == "13:45"
    assert hands.reads("Right index finger, 13:45")
    assert hands.is_selected("How long ago: 15 min")
    hands.click("How long ago: Now")
    assert f"{diary()[0].at.local():%H:%M}" == "14:00"


def test_not_sure_which_counts_too(hands, diary):
    hands.click("Not sure which")
    assert diary()[0].details.part == "unsure"
    assert hands.figure("Twitches today").startswith("1")


def test_the_large_button_logs_where_the_last_one_was(home, hands, diary):
    hands.click_finger("left", "little")
    home.clock.pass_minutes(1)
    hands.click("Log a twitch")
    assert [e.details.part for e in diary()] == ["little", "little"]


def test_the_panels_undo_takes_it_out(hands, diary):
    hands.click_finger("right", "palm")
    hands.click("Undo right palm, 14:00")
    assert diary() == []
    assert hands.toast() == "Removed: right palm, 14:00"
    assert hands.reads("Nothing logged yet today")
    hands.click_action()
    assert len(diary()) == 1
    assert hands.toast() == "Back in the diary: right palm, 14:00"


def test_the_toasts_undo_undoes_that_and_nothing_else(home, hands, diary):
    hands.click_finger("right", "index")
    home.clock.pass_minutes(1)
    hands.click_finger("left", "index")
    hands.click_action()
    assert [e.details.side for e in diary()] == ["right"]


def test_keys_undo_and_redo_step_by_step(hands, diary):
    hands.click_finger("right", "index")
    hands.click("Doing: Typing")
    hands.key(Qt.Key.Key_Z, CTRL)
    assert diary()[0].details.doing == ""
    hands.key(Qt.Key.Key_Z, CTRL)
    assert diary() == []
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.toast() == "There is nothing to undo or redo."
    hands.key(Qt.Key.Key_Y, CTRL)
    assert len(diary()) == 1
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert diary()[0].details.doing == "typing"
    assert hands.is_selected("Doing: Typing")


def test_the_toast_goes_by_itself_and_at_escape(hands, qtbot, monkeypatch):
    monkeypatch.setattr("steadyhands.ui.widgets.toast.SHOWN_MS", 200)
    hands.click_finger("right", "index")
    assert hands.toast()
    qtbot.waitUntil(lambda: not hands.toast(), timeout=2000)
