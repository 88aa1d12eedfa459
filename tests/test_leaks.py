"""The watch that conftest keeps on every Qt test sees what is left behind, and puts it away."""

import pytest
from PySide6.QtCore import QThread, QTimer, QVariantAnimation
from PySide6.QtWidgets import QComboBox, QWidget

from tests.leaks import QtWatch


def started_timer():
    timer = QTimer(objectName="tick")
    timer.start(1_000)
    return timer


def started_thread():
    thread = QThread()
    thread.start()
    return thread


def started_animation():
    animation = QVariantAnimation(startValue=0.0, endValue=1.0, duration=10_000)
    animation.start()
    return animation


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (started_timer, "QTimer 'tick' is still running"),
        (started_thread, "QThread is still running"),
        (started_animation, "QVariantAnimation is still running"),
        (QWidget, "QWidget is still there"),
    ],
)
def test_names_what_is_left_and_puts_it_away(qapp, make, line):
    watch = QtWatch()
    left = make()

    assert watch.take_leftovers() == [line]
    assert watch.take_leftovers() == []
    del left


def test_a_deleted_window_takes_its_timers_along(qapp):
    watch = QtWatch()
    window = QWidget()
    QComboBox(window).showPopup()
    QTimer(window).start(1_000)
    window.deleteLater()

    assert watch.take_leftovers() == []


def test_what_was_there_before_is_not_the_tests_fault(qapp):
    timer = started_timer()

    assert QtWatch().take_leftovers() == []
    timer.stop()
