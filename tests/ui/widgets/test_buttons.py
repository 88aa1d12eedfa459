from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication

from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.ui.dress import SCALES, dress, shown, spoken_name


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.ms = 1000

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def counted(qapp, qtbot):
    dress(qapp)
    clock = Clock()
    button = shown(qtbot, GuardedButton("Save", guard=ClickGuard(400), clock=clock), 200, 60)
    count: list[int] = []
    button.pressed_once.connect(lambda: count.append(clock.ms))
    return button, clock, count


def test_acts_on_the_press_wherever_it_is_released(counted, qtbot):
    button, _clock, count = counted
    qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert count == [1000]
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(900, 900))
    assert count == [1000]
    assert not button.isDown()


def test_a_bounce_counts_once_and_a_later_press_again(counted, qtbot):
    button, clock, count = counted
    for at in (1000, 1150, 1399, 1400):
        clock.ms = at
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert count == [1000, 1400]


def test_sliding_off_and_back_on_is_one_press(counted, qtbot):
    button, clock, count = counted
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    clock.ms = 5000
    for x in (900, 20):
        at = QPointF(x, 20)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            button.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(button, move)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert count == [1000]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_it(counted, qtbot, key):
    button, _clock, count = counted
    qtbot.keyClick(button, key)
    assert len(count) == 1


def test_a_screen_reader_presses_it(counted, qtbot):
    button, _clock, count = counted
    action = QAccessible.queryAccessibleInterface(button).actionInterface()
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: not button.isDown())
    assert len(count) == 1


def test_the_ring_is_for_the_keyboard(counted):
    button, _clock, _count = counted
    button.clearFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    plain = button.grab().toImage()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain


def test_an_ampersand_is_an_ampersand(qapp, qtbot):
    button = GuardedButton("Sleep & day")
    qtbot.addWidget(button)
    assert button.text() == "Sleep & day"
    assert spoken_name(button) == "Sleep & day"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("variant", ["primary", "twitch", "secondary", "quiet", "round", "row"])
def test_is_large_enough(qapp, qtbot, scale, variant):
    dress(qapp, scale)
    button = GuardedButton("+", variant)
    qtbot.addWidget(button)
    button.ensurePolished()
    assert min(button.minimumSizeHint().toTuple()) >= 44
    wide = GuardedButton("Undo right index finger", variant)
    qtbot.addWidget(wide)
    wide.ensurePolished()
    assert wide.minimumSizeHint().width() >= wide.fontMetrics().horizontalAdvance(wide.text())
