"""Everything a twitch needs, without a pointer."""

import pytest
from PySide6.QtCore import Qt

from tests.stories.hands import CTRL


def test_tab_to_the_hands_and_press_a_number(hands, diary):
    hands.tab_to("Right index finger, log a twitch")
    hands.key(Qt.Key.Key_4)
    assert (diary()[0].details.side, diary()[0].details.part) == ("right", "ring")
    assert hands.focus() == "Right ring finger, log a twitch"


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("1", "thumb"),
        ("2", "index"),
        ("3", "middle"),
        ("4", "ring"),
        ("5", "little"),
        ("0", "palm"),
        ("9", "wrist"),
    ],
)
def test_each_part_has_its_number(hands, diary, key, part):
    hands.tab_to("Left index finger, log a twitch")
    hands.write(key)
    assert (diary()[0].details.side, diary()[0].details.part) == ("left", part)


def test_arrows_walk_and_enter_logs(hands, diary):
    hands.tab_to("Left index finger, log a twitch")
    hands.key(Qt.Key.Key_Down)
    assert hands.focus() == "Left palm, log a twitch"
    hands.key(Qt.Key.Key_R)
    assert hands.focus() == "Right palm, log a twitch"
    hands.key(Qt.Key.Key_Return)
    assert (diary()[0].details.side, diary()[0].details.part) == ("right", "palm")


def test_chips_are_one_stop_with_arrows_inside(hands, diary):
    hands.key(Qt.Key.Key_T, CTRL)
    hands.tab_to("Doing: Typing")
    hands.key(Qt.Key.Key_Right)
    assert hands.focus() == "Doing: Mouse"
    hands.key(Qt.Key.Key_Space)
    assert diary()[0].details.doing == "mouse"
    hands.key(Qt.Key.Key_Tab)
    assert hands.focus() == "Felt like: Flutter"


def test_ctrl_t_logs_from_any_page(hands, diary):
    hands.key(Qt.Key.Key_Comma, CTRL)
    assert hands.is_selected("Settings")
    hands.key(Qt.Key.Key_T, CTRL)
    assert len(diary()) == 1
    hands.key(Qt.Key.Key_1, CTRL)
    assert hands.reads("Right index finger, 14:00")


def test_a_held_key_logs_once(hands, diary, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    hands.tab_to("Right index finger, log a twitch")
    hands.key(Qt.Key.Key_2)
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier(0), "2", True)
        QApplication.sendEvent(QApplication.focusWidget(), held)
    assert len(diary()) == 1


def test_the_toast_can_be_reached_and_undone(hands, diary):
    hands.key(Qt.Key.Key_T, CTRL)
    hands.tab_to("Undo right index finger, 14:00")
    hands.key(Qt.Key.Key_Return)
    assert diary() == []


def test_the_whole_window_can_be_walked_through_and_back_to_the_start(hands):
    hands.key(Qt.Key.Key_Tab)
    first, passed = hands.focus(), []
    for _ in range(60):
        hands.key(Qt.Key.Key_Tab)
        passed.append(hands.focus())
        if passed[-1] == first:
            break
    assert passed[-1] == first, "no way round"
    assert "" not in passed
    assert {"Log a twitch", "Settings", "Not sure which"} <= set(passed)
