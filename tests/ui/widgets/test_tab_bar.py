from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steadyhands.ui.widgets.buttons import GuardedButton
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
@pytest.mark.parametrize("width", [420, 1000])
def test_tabs_are_whole_or_under_more(qapp, qtbot, scale, width):
    dress(qapp, scale)
    bar = TabBar()
    for text in TABS:
        bar.add_tab(text, text)
    shown(qtbot, bar, round(width * scale) if width < 1000 else width, bar.sizeHint().height())
    QApplication.processEvents()
    seen = [text for text in TABS if bar.tab(text).isVisible()]
    assert seen[0] == "Twitches"
    assert seen + bar.under_more() == list(TABS)
    assert bar.more.isVisible() == bool(bar.under_more())
    for text in seen:
        tab = bar.tab(text)
        assert bar.rect().contains(tab.geometry())
        assert min(tab.width(), tab.height()) >= 44
        assert tab.width() > tab.fontMetrics().horizontalAdvance(text)


@pytest.fixture
def narrow(qapp, qtbot):
    dress(qapp)
    made = TabBar(ClickGuard(0))
    for text in TABS:
        made.add_tab(text.lower(), text)
    return shown(qtbot, made, 500, 60)


def popup():
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def test_a_tab_under_more_is_chosen_from_its_list(narrow, qtbot):
    assert narrow.under_more()[-1] == "diary"
    assert "Diary" in spoken_name(narrow.more)
    qtbot.mouseClick(narrow.more, Qt.MouseButton.LeftButton)
    row = next(b for b in popup().findChildren(GuardedButton) if b.text() == "Diary")
    assert row.height() >= 44
    with qtbot.waitSignal(narrow.current_changed) as heard:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert heard.args == ["diary"]
    assert narrow.tab("diary").isVisible()  # what is chosen is in sight
    assert narrow.rect().contains(narrow.tab("diary").geometry())


def test_more_is_walked_by_keys_and_left_by_escape(narrow, qtbot):
    qtbot.keyClick(narrow.more, Qt.Key.Key_Return)
    listed = popup()
    rows = listed.findChildren(GuardedButton)
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Escape)
    assert narrow.current() == "twitches"


def test_a_shortcut_brings_a_hidden_tab_into_sight(narrow, qtbot):
    qtbot.keyClick(narrow.window(), Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert narrow.current() == "diary"
    assert narrow.tab("diary").isVisible()
