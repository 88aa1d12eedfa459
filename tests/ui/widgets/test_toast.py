from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from steadyhands.ui.widgets import toast as module
from steadyhands.ui.widgets.toast import Toast
from tests.ui.dress import SCALES, dress, shown, spoken_name


@pytest.fixture
def toast(qapp, qtbot):
    dress(qapp)
    return Toast(shown(qtbot, QWidget(), 800, 500))


def test_says_what_was_saved_and_undoes_it(toast, qtbot):
    undone: list[str] = []
    toast.show_message(
        "Saved: right index finger.", "Undo right index finger", lambda: undone.append("it")
    )
    assert toast.isVisible()
    assert toast.text() == "Saved: right index finger."
    assert spoken_name(toast.button) == "Undo right index finger"
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == ["it"]
    assert toast.isHidden()
    assert not toast.is_counting()


def test_the_newest_replaces_the_one_before(toast, qtbot):
    undone: list[int] = []
    toast.show_message("One", "Undo one", lambda: undone.append(1))
    toast.show_message("Two", "Undo two", lambda: undone.append(2))
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == [2]


def test_goes_by_itself(toast, qtbot, monkeypatch):
    monkeypatch.setattr(module, "SHOWN_MS", 50)
    toast.show_message("Saved.")
    assert toast.button.isHidden()
    qtbot.waitUntil(toast.isHidden)
    assert not toast.is_counting()


def test_waits_while_pointed_at(toast, qtbot):
    toast.show_message("Saved.")
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast.is_counting()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(toast.is_counting)
    toast.dismiss()


def test_waits_while_its_button_has_the_keyboard(toast, qtbot):
    toast.show_message("Saved.", "Undo it", lambda: None)
    toast.button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast.is_counting()
    toast.button.clearFocus()
    qtbot.waitUntil(toast.is_counting)
    qtbot.keyClick(toast, Qt.Key.Key_Escape)
    assert toast.isHidden()


def test_slides_only_where_things_may_move(qapp, qtbot):
    for calm in (True, False):
        dress(qapp, calm=calm)
        toast = Toast(shown(qtbot, QWidget(), 800, 500))
        toast.show_message("Saved.")
        assert (toast._slide.state() == toast._slide.State.Running) is not calm
        toast.dismiss()
        assert toast._slide.state() == toast._slide.State.Stopped


@pytest.mark.parametrize("scale", SCALES)
def test_lies_inside_its_window_and_follows_it(qapp, qtbot, scale):
    dress(qapp, scale)
    window = shown(qtbot, QWidget(), 1000, 600)
    toast = Toast(window)
    toast.show_message("Saved: right index finger at 16:18.", "Undo right index finger")
    assert window.rect().contains(toast.geometry())
    assert toast.button.height() >= 44
    window.resize(900, 400)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))
    toast.dismiss()


def test_fits_again_when_the_text_grows_meanwhile(qapp, qtbot):
    dress(qapp, 1.0)
    window = shown(qtbot, QWidget(), 600, 400)
    toast = Toast(window)
    toast.show_message("Saved: right index finger at 16:18.", "Undo right index finger")
    before = toast.height()
    dress(qapp, 2.0)
    qtbot.waitUntil(lambda: toast.height() > before)
    assert window.rect().contains(toast.geometry())
    toast.dismiss()
