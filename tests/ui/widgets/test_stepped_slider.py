from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.stepped_slider import SteppedSlider
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name


@pytest.fixture
def slider(qapp, qtbot):
    dress(qapp)
    return shown(qtbot, SteppedSlider("Stress", "none", "a great deal", guard=ClickGuard(0)))


@pytest.fixture
def said(slider):
    values: list[int | None] = []
    slider.changed.connect(values.append)
    return values


def press(qtbot, slider, value: int) -> None:
    at = QPoint(round(slider.track._x(value)) + 3, 4)
    qtbot.mouseClick(slider.track, Qt.MouseButton.LeftButton, pos=at)


def test_no_answer_is_not_zero(slider, said, qtbot):
    assert slider.value() is None
    assert spoken_name(slider.track) == "Stress, not answered"
    press(qtbot, slider, 0)
    assert slider.value() == 0
    assert said == [0]
    assert spoken_name(slider.track) == "Stress"


def test_a_press_anywhere_sets_and_a_move_does_not(slider, said, qtbot):
    press(qtbot, slider, 7)
    qtbot.mousePress(
        slider.track, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.track._x(3)), 20)
    )
    qtbot.mouseMove(slider.track, QPoint(round(slider.track._x(9)), 20))
    qtbot.mouseRelease(slider.track, Qt.MouseButton.LeftButton)
    assert said == [7, 3]


def test_keys_step_set_and_clear(slider, said, qtbot):
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_End,
        Qt.Key.Key_Up,
        Qt.Key.Key_6,
        Qt.Key.Key_Delete,
    ):
        qtbot.keyClick(slider.track, key)
    assert said == [0, 1, 0, 10, 6, None]


def test_buttons_step_and_clear(slider, said, qtbot):
    for button in (slider.more, slider.more, slider.fewer, slider.clear):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said == [0, 1, 0, None]
    assert slider.clear.isHidden()


def test_showing_an_answer_says_nothing(slider, said):
    slider.set_value(4)
    slider.set_value(None)
    assert said == []


def test_a_screen_reader_can_set_it(slider, said):
    reader = QAccessible.queryAccessibleInterface(slider.track)
    assert reader.role() == QAccessible.Role.Slider
    assert spoken_description(slider.track) == "0 is none, 10 is a great deal"
    reader.valueInterface().setCurrentValue(5)
    assert said == [5]
    assert slider.value() == 5


def test_a_bounce_is_not_a_second_answer(qapp, qtbot):
    dress(qapp)
    slider = shown(qtbot, SteppedSlider("Stress"))
    press(qtbot, slider, 4)
    press(qtbot, slider, 5)
    assert slider.value() == 4


def test_buttons_are_named_for_what_they_change(slider):
    names = [spoken_name(part) for part in (slider.fewer, slider.more, slider.clear)]
    assert names == ["Stress: one less", "Stress: one more", "Stress: clear the answer"]


@pytest.mark.parametrize("scale", SCALES)
def test_is_large_enough(qapp, qtbot, scale):
    dress(qapp, scale)
    slider = shown(qtbot, SteppedSlider("Stress"), 700, 300)
    slider.set_value(4)
    for part in (slider.fewer, slider.more, slider.clear, slider.track):
        assert min(part.width(), part.height()) >= 44
