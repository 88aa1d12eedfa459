from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.problem import Problem
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.time_stepper import TimeStepper
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name


def parse(text: str) -> time:
    try:
        hour, minute = text.split(":")
        return time(int(hour), int(minute))
    except ValueError:
        raise Problem("“{text}” is no time of day.", text=text) from None


def plain(at: time) -> str:
    return at.strftime("%H:%M")


@pytest.fixture
def stepper(qapp, qtbot):
    dress(qapp)
    made = TimeStepper("Went to bed", parse, time(23, 50), plain, ClickGuard(0))
    return shown(qtbot, made)


@pytest.fixture
def said(stepper):
    values: list[time] = []
    stepper.changed.connect(values.append)
    return values


def type_in(qtbot, stepper, text: str) -> None:
    stepper.edit.selectAll()
    qtbot.keyClicks(stepper.edit, text)
    qtbot.keyClick(stepper.edit, Qt.Key.Key_Return)


def test_buttons_step_round_midnight(stepper, said, qtbot):
    qtbot.mouseClick(stepper.later, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(stepper.earlier, Qt.MouseButton.LeftButton)
    assert said == [time(0, 5), time(23, 50)]
    assert stepper.edit.text() == "23:50"


def test_arrow_and_page_keys_step(stepper, said, qtbot):
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(stepper.edit, key)
    assert said == [time(0, 5), time(23, 5)]


def test_typed_time_is_taken_on_enter(stepper, said, qtbot):
    type_in(qtbot, stepper, "22:10")
    assert said == [time(22, 10)]
    assert stepper.value() == time(22, 10)


def test_nonsense_is_answered_and_kept(stepper, said, qtbot):
    type_in(qtbot, stepper, "late")
    assert stepper.problem() == "“late” is no time of day."
    assert spoken_description(stepper.edit) == "“late” is no time of day."
    assert stepper.edit.text() == "late"
    assert stepper.value() == time(23, 50)
    assert said == []
    qtbot.keyClicks(stepper.edit, "r")
    assert stepper.problem() == ""


def test_everything_is_named(stepper):
    names = [spoken_name(part) for part in (stepper.earlier, stepper.edit, stepper.later)]
    assert names == [
        "Went to bed: 15 minutes earlier",
        "Went to bed",
        "Went to bed: 15 minutes later",
    ]


@pytest.mark.parametrize("scale", SCALES)
def test_is_large_enough_and_shows_the_whole_time(qapp, qtbot, scale):
    dress(qapp, scale)
    stepper = shown(qtbot, TimeStepper("Woke up", parse, time(22, 58)), 500, 300)
    for part in (stepper.earlier, stepper.later, stepper.edit):
        assert min(part.width(), part.height()) >= 44
    edit = stepper.edit
    assert edit.height() >= edit.fontMetrics().height()
    assert edit.width() > edit.fontMetrics().horizontalAdvance(edit.text())
