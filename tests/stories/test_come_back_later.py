"""Tomorrow the window is as it was left, and the diary has everything."""

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL


def test_size_tab_theme_and_entries_are_there_again(home):
    hands = home.open()
    hands.click_finger("left", "ring")
    hands.window.resize(900, 640)
    hands.click("Settings")
    hands.click("Theme: Dark")
    hands.turn_to("Sleep & day")
    home.close(hands)

    again = home.open()
    assert (again.window.width(), again.window.height()) == (900, 640)
    assert again.is_open("Sleep & day")
    assert again.figure("Twitches today").startswith("1")
    again.click("Settings")
    assert again.is_selected("Theme: Dark")


def test_settings_are_not_the_page_to_come_back_to(home):
    hands = home.open()
    hands.key(Qt.Key.Key_2, CTRL)
    hands.click("Settings")
    home.close(hands)
    assert home.open().is_open("Drinks")


def test_a_maximized_window_is_so_again_and_knows_its_smaller_size(home):
    hands = home.open()
    hands.window.resize(1000, 700)
    hands.window.showMaximized()
    home.close(hands)
    assert home.file.read().maximized
    assert home.open().window.isMaximized()


def test_undo_reaches_back_only_to_this_opening(home, diary):
    hands = home.open()
    hands.click_finger("left", "ring")
    home.close(hands)

    again = home.open()
    again.key(Qt.Key.Key_Z, CTRL)
    assert len(diary()) == 1
    assert again.toast() == "There is nothing to undo or redo."


def test_a_file_of_garbage_is_set_aside_and_the_window_opens(home):
    with open(home.file.path, "w", encoding="utf-8") as file:
        file.write('{"width": 12')
    hands = home.open()
    assert hands.reads("Press the finger that twitched")
    with open(home.file.path + ".unreadable", encoding="utf-8") as file:
        assert file.read() == '{"width": 12'


def test_impossible_settings_are_left_out_one_by_one(home):
    with open(home.file.path, "w", encoding="utf-8") as file:
        file.write('{"width": -5, "height": 1e99, "tab": ["x"], "theme": "plaid", "guard_ms": 200}')
    hands = home.open()
    assert hands.reads("Press the finger that twitched")
    assert home.file.read().guard_ms == 200


def test_a_tab_that_no_longer_exists_is_the_first(home):
    home.settle_in(tab="horoscope")
    assert home.open().is_open("Twitches")


def test_an_earlier_twitch_is_told_in_words_until_more_is_said(home, diary):
    hands = home.open()
    hands.click_finger("left", "ring")
    hands.click("Doing: Typing")
    home.close(hands)
    home.clock.pass_minutes(30)

    again = home.open()
    assert again.reads("Left ring finger, 14:00")
    assert again.reads("Typing")
    assert not again.sees("Felt like: Buzz")
    again.click("Say more about left ring finger, 14:00")
    assert again.focus() == "How long ago: Now"
    again.click("Felt like: Buzz")
    assert (diary()[0].details.doing, diary()[0].details.felt) == ("typing", "buzz")


def test_a_twitch_logged_now_is_asked_about_at_once(home):
    hands = home.open()
    hands.click_finger("left", "ring")
    home.close(hands)
    home.clock.pass_minutes(30)
    again = home.open()
    again.click_finger("right", "thumb")
    assert again.sees("Felt like: Buzz")
