from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.tab_bar import TabBar
from tests.ui.dress import SCALES, dress, shown, spoken_name

TABS = ("Twitches", "Drinks", "Food", "Sleep & day", "Exercises", "Plan", "Trends", "Diary")


@pytest.fixture
def bar(qapp, qtbot):
    dress(qapp)
    made = TabBar(ClickGuard(0))
    for text in TABS:
        made.add_tab(text.lower(), text)
    return shown(qtbot, made, 1000, 100)


@pytest.fixture
def said(bar):
    keys: list[str] = []
    bar.current_changed.connect(keys.append)
    return keys


def test_a_press_chooses_once(bar, said, qtbot):
    assert bar.current() == "twitches"
    for _ in range(2):
        qtbot.mouseClick(bar.tab("food"), Qt.MouseButton.LeftButton)
    assert said == ["food"]
    assert bar.tab("food").isChecked()
    assert not bar.tab("twitches").isChecked()


def test_arrows_walk_round(bar, said, qtbot):
    first = bar.tab("twitches")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert bar.tab("diary").hasFocus()
    qtbot.keyClick(bar.tab("diary"), Qt.Key.Key_Right)
    assert said == ["diary", "twitches"]


def test_shortcuts_work_from_anywhere(bar, said, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_4, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_8):
        qtbot.keyClick(bar.window(), key, control)
    assert said == ["sleep & day", "exercises", "sleep & day", "diary"]


def test_readers_hear_name_place_and_state(bar):
    assert spoken_name(bar.tab("twitches")) == "Twitches, tab 1 of 8, selected"
    assert spoken_name(bar.tab("sleep & day")) == "Sleep & day, tab 4 of 8"


def test_choosing_an_unknown_tab_does_nothing(bar, said):
    bar.choose("nowhere")
    assert said == []


@pytest.mark.parametrize("scale", SCALES)
def test_no_tab_is_clipped_in_a_narrow_window(qapp, qtbot, scale):
    dress(qapp, scale)
    bar = TabBar()
    for text in TABS:
        bar.add_tab(text, text)
    shown(qtbot, bar, 1000, bar.heightForWidth(1000))
    QApplication.processEvents()
    for text in TABS:
        tab = bar.tab(text)
        assert bar.rect().contains(tab.geometry())
        assert min(tab.width(), tab.height()) >= 44
        assert tab.width() > tab.fontMetrics().horizontalAdvance(text)
