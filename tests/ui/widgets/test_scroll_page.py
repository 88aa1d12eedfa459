from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.scroll_page import ScrollPage
from tests.ui.dress import dress, shown


@pytest.fixture
def page(qapp, qtbot):
    dress(qapp, 2.0)
    made = ScrollPage()
    for _ in range(12):
        made.body.addWidget(label("A long line of words that has to be broken to fit. " * 3))
    made.body.addWidget(GuardedButton("Last"))
    return shown(qtbot, made, 400, 300)


def test_scrolls_down_and_never_sideways(page):
    assert page.horizontalScrollBar().maximum() == 0
    assert page.verticalScrollBar().maximum() > 0
    assert page.widget().width() == page.viewport().width()


def test_what_the_keyboard_reaches_comes_into_sight(page, qtbot):
    last = page.findChild(GuardedButton)
    last.setFocus(Qt.FocusReason.TabFocusReason)
    corner = last.mapTo(page.viewport(), last.rect().bottomLeft())
    assert page.viewport().rect().contains(corner)


def test_columns_stack_where_there_is_no_room(qapp, qtbot):
    dress(qapp)
    columns = Columns(least=300)
    for text in ("One", "Two"):
        columns.add(label(text))
    shown(qtbot, columns, 800, 200)
    assert not columns.is_stacked()
    columns.resize(500, 200)
    qtbot.waitUntil(columns.is_stacked)
    dress(qapp, 2.0)
    columns.resize(1000, 200)
    QApplication.processEvents()
    assert columns.is_stacked()
