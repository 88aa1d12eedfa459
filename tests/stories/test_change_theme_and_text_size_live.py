"""Theme and text size change while the window is open, and nothing is lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steadyhands.ui.theme import current_look
from tests.stories.hands import CTRL


def test_dark_at_a_press_and_light_again(hands, qtbot):
    hands.click("Settings")
    light = current_look().colour("card").lightness()
    hands.click("Theme: Dark")
    qtbot.waitUntil(lambda: hands.sees("Theme: Dark"))
    assert hands.is_selected("Theme: Dark")
    assert current_look().colour("card").lightness() < 80 < light
    hands.click("Theme: Light")
    qtbot.waitUntil(lambda: hands.sees("Theme: Light"))
    assert current_look().colour("card").lightness() == light


@pytest.mark.parametrize("percent", [150, 200])
def test_text_grows_and_the_targets_with_it(hands, qtbot, percent):
    before = hands.find("Log a twitch").height()
    hands.click("Settings")
    hands.click(f"Text size: {percent} %")
    qtbot.waitUntil(lambda: hands.sees(f"Text size: {percent} %"))
    assert hands.is_selected(f"Text size: {percent} %")
    assert hands.find("Log a twitch").height() > before * (1 + (percent / 100 - 1) / 3)
    assert hands.is_selected("Settings")


def test_the_keyboard_stays_where_it_was(hands, qtbot):
    hands.key(Qt.Key.Key_Comma, CTRL)
    hands.tab_to("Text size: 100 %")
    for _ in range(4):
        hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hands.focus() == "Text size: 200 %")
    assert hands.is_selected("Text size: 200 %")


def test_the_figures_and_the_entry_shown_are_the_same_after_it(hands, diary, qtbot):
    hands.click_finger("left", "ring")
    hands.click("Settings")
    hands.click("Theme: Dark")
    hands.turn_to("Twitches")
    qtbot.waitUntil(lambda: hands.reads("Left ring finger, 14:00"))
    assert hands.figure("Twitches today").startswith("1")
    hands.click("Doing: Phone")
    assert diary()[0].details.doing == "phone"


def test_old_pages_are_gone_and_do_not_answer_any_more(hands, diary, qtbot):
    hands.click("Settings")
    for theme in ("Dark", "Light", "Dark"):
        hands.click(f"Theme: {theme}")
        qtbot.waitUntil(lambda theme=theme: hands.sees(f"Theme: {theme}"))
        QApplication.processEvents()
    hands.key(Qt.Key.Key_T, CTRL)
    assert len(diary()) == 1


def test_reduced_motion_is_kept(home, hands):
    hands.click("Settings")
    hands.click("Motion: Full")
    assert home.file.read().motion == "full"
    assert not current_look().calm
