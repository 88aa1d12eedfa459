from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.problem import Problem
from steadyhands.ui.widgets.amount_field import AmountField
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name


def parse(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise Problem("“{text}” is no amount.", text=text) from None


@pytest.fixture
def field(qapp, qtbot):
    dress(qapp)
    return shown(qtbot, AmountField("Water", parse, "250"))


def test_enter_hands_the_value_on(field, qtbot):
    qtbot.keyClicks(field.edit, "330")
    with qtbot.waitSignal(field.submitted) as heard:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard.args == [330.0]


def test_nonsense_is_answered_and_kept(field, qtbot):
    qtbot.keyClicks(field.edit, "a bucket")
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem() == "“a bucket” is no amount."
    assert spoken_description(field.edit) == "“a bucket” is no amount."
    assert field.text() == "a bucket"
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.problem() == ""
    assert spoken_description(field.edit) == "250"


def test_a_later_problem_can_be_shown(field):
    field.show_problem(Problem("The diary is busy."))
    assert field.problem() == "The diary is busy."
    field.set_text("")
    assert field.problem() == ""


@pytest.mark.parametrize("scale", SCALES)
def test_is_named_large_and_does_not_jump(qapp, qtbot, scale):
    dress(qapp, scale)
    field = shown(qtbot, AmountField("Water", parse))
    assert spoken_name(field.edit) == "Water"
    focused = field.edit.height()
    field.edit.clearFocus()
    qtbot.wait(0)
    assert field.edit.height() == focused >= 44
