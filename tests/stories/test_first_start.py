"""The first start asks two things, both of which may be left."""

from PySide6.QtCore import Qt

from tests.stories.conftest import SIZE


def opened(home):
    hands = home.open()
    hands.window.resize(*SIZE)
    return hands


def test_answers_are_kept_and_never_asked_for_again(new_home):
    hands = opened(new_home)
    assert hands.reads("A quiet diary for twitching fingers")
    hands.click("Which hand do you use most?: Left")
    hands.click("How much does your usual glass hold?: 330 ml")
    hands.click("Start")
    assert hands.reads("Press the finger that twitched")

    desk = new_home.desk()
    choices = desk.choices.read()
    desk.close()
    assert (choices.hand, choices.glass_ml, choices.welcomed) == ("left", 330, True)
    new_home.close(hands)

    again = opened(new_home)
    assert not again.reads("A quiet diary")
    assert again.reads("Press the finger that twitched")


def test_skipping_keeps_what_is_usual_and_is_an_answer_too(new_home):
    hands = opened(new_home)
    hands.click("Which hand do you use most?: Left")
    hands.click("Skip")
    desk = new_home.desk()
    choices = desk.choices.read()
    desk.close()
    assert (choices.hand, choices.glass_ml, choices.welcomed) == ("right", 250, True)
    new_home.close(hands)
    assert not opened(new_home).reads("A quiet diary")


def test_closing_without_an_answer_asks_again(new_home):
    new_home.close(opened(new_home))
    assert opened(new_home).reads("A quiet diary")


def test_a_twitch_may_come_before_the_answer(new_home):
    hands = opened(new_home)
    hands.click("Log a twitch")
    assert hands.toast() == "Saved: right index finger, 14:00"
    hands.click("Skip")
    assert hands.reads("Right index finger, 14:00")


def test_the_greeting_outlasts_a_change_of_the_systems_theme(new_home, qtbot):
    hands = opened(new_home)
    hands.window.rebuild()
    qtbot.waitUntil(lambda: hands.reads("A quiet diary"))
    hands.click("Skip")
    assert not hands.reads("A quiet diary")


def test_enter_begins_and_logs_nothing(new_home):
    hands = opened(new_home)
    hands.key(Qt.Key.Key_Return)
    assert hands.reads("Press the finger that twitched")
    assert hands.figure("Twitches today") == "0"
