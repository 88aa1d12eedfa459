from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.ui.dress import SCALES, dress, shown, spoken_name

CHOICES = [("typing", "Typing"), ("mouse", "Mouse"), ("cup", "Holding a cup")]


@pytest.fixture
def make(qapp, qtbot):
    dress(qapp)

    def _make(exclusive: bool = True) -> ChipRow:
        return shown(qtbot, ChipRow("Doing", CHOICES, exclusive, ClickGuard(0)))

    return _make


def press(qtbot, row: ChipRow, place: int) -> None:
    qtbot.mouseClick(row.chips()[place], Qt.MouseButton.LeftButton)


def test_one_is_chosen_and_taken_back(make, qtbot):
    row = make()
    said: list[str] = []
    row.chosen.connect(said.append)
    press(qtbot, row, 0)
    press(qtbot, row, 1)
    press(qtbot, row, 1)
    assert said == ["typing", "mouse", ""]
    assert row.keys() == ()


def test_several_are_chosen(make, qtbot):
    row = make(exclusive=False)
    said: list[tuple] = []
    row.changed.connect(said.append)
    for place in (2, 0, 2):
        press(qtbot, row, place)
    assert said == [("cup",), ("typing", "cup"), ("typing",)]


def test_a_bounce_does_not_take_the_answer_back(qapp, qtbot):
    dress(qapp)
    row = shown(qtbot, ChipRow("Doing", CHOICES))
    press(qtbot, row, 0)
    press(qtbot, row, 0)
    assert row.keys() == ("typing",)


def test_showing_an_answer_says_nothing(make, qtbot):
    row = make()
    with qtbot.assertNotEmitted(row.chosen), qtbot.assertNotEmitted(row.changed):
        row.select("mouse")
    assert row.keys() == ("mouse",)


def test_readers_hear_question_answer_and_state(make):
    row = make()
    row.select("typing")
    first, second, _third = row.chips()
    assert spoken_name(first) == "Doing: Typing, selected"
    assert spoken_name(second) == "Doing: Mouse"
    state = QAccessible.queryAccessibleInterface(first).state()
    assert state.checkable
    assert state.checked


def test_arrows_walk_round_and_space_chooses(make, qtbot):
    row = make()
    first, second, third = row.chips()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert third.hasFocus()
    qtbot.keyClick(third, Qt.Key.Key_Space)
    assert row.keys() == ("cup",)


def test_the_row_is_one_stop_for_tab(make):
    row = make()
    row.focusWidget().clearFocus()
    row.select("cup")
    stops = [chip.key for chip in row.chips() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["cup"]


def test_choices_can_be_replaced(make, qtbot):
    row = make()
    row.set_choices([("rest", "Resting")])
    press(qtbot, row, 0)
    assert row.keys() == ("rest",)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("width", [260, 700])
def test_chips_are_large_apart_and_inside(qapp, qtbot, scale, width):
    dress(qapp, scale)
    row = shown(qtbot, ChipRow("Doing", CHOICES), width, 500)
    boxes = [chip.geometry() for chip in row.chips()]
    for box in boxes:
        assert box.height() >= 44
        assert box.width() >= 44
        assert row.rect().contains(box) or box.width() > width
    for one, other in pairwise(boxes):
        apart = max(other.left() - one.right() - 1, other.top() - one.bottom() - 1)
        assert apart >= 8
