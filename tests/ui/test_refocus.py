import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from steadyhands.ui.refocus import give_focus, place_in, widget_at
from steadyhands.ui.widgets.scroll_page import ScrollPage
from tests.ui.dress import dress, shown


def a_page(fields=30):
    page = QWidget()
    outer = QVBoxLayout(page)
    scroller = ScrollPage()
    outer.addWidget(scroller)
    made = [QLineEdit() for _ in range(fields)]
    for field in made:
        scroller.body.addWidget(field)
    return page, made


@pytest.fixture(autouse=True)
def dressed(qapp):
    dress(qapp)


def test_the_same_place_in_a_page_built_again(qtbot):
    before, fields = a_page()
    after, same = a_page()
    qtbot.addWidget(before)
    qtbot.addWidget(after)
    assert widget_at(after, place_in(before, fields[7])) is same[7]


def test_the_keyboard_goes_there_and_the_page_scrolls(qtbot):
    page, fields = a_page()
    shown(qtbot, page)
    give_focus(page, place_in(page, fields[25]))
    assert fields[25].hasFocus()
    assert not fields[25].visibleRegion().isEmpty()


def test_what_is_outside_has_no_place(qtbot):
    page, fields = a_page()
    other = QLineEdit()
    qtbot.addWidget(page)
    qtbot.addWidget(other)
    assert place_in(page, other) is None
    assert place_in(page, None) is None
    assert place_in(None, fields[0]) is None


def test_a_place_that_is_gone_is_left_alone(qtbot):
    long, fields = a_page(30)
    short, _ = a_page(3)
    qtbot.addWidget(long)
    qtbot.addWidget(short)
    assert widget_at(short, place_in(long, fields[25])) is None
    give_focus(short, place_in(long, fields[25]))
    give_focus(short, None)
