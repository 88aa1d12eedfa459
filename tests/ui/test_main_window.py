import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from steadyhands.ui.main_window import ASKED, BAR, MainWindow, Page
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage
from tests.ui.dress import dress, shown

CTRL = Qt.KeyboardModifier.ControlModifier


class Placed(QLabel):
    """A page that can be opened at a place."""

    def open_at(self, place):
        self.setText(f"{self.text()} at {place}")


@pytest.fixture
def built():
    """Return the keys of the pages built so far, in order."""
    return []


@pytest.fixture
def window(qapp, qtbot, built):
    dress(qapp)

    def page(key, *place):
        def build():
            built.append(key)
            return Placed(key)

        return Page(key, key.capitalize(), build, *place)

    pages = [
        page("one"),
        page("two"),
        page("settings", BAR, "Ctrl+,"),
        page("profile", ASKED),
    ]
    return shown(qtbot, MainWindow(pages, ClickGuard()), 900, 600)


def test_a_page_is_built_when_it_is_first_shown(window, built):
    assert built == []
    window.show_page("two")
    window.show_page("one")
    window.show_page("two")
    assert built == ["two", "one"]
    assert window.current_page() == "two"


def test_a_page_opens_with_its_title_wherever_the_keyboard_lands(qapp, qtbot):
    dress(qapp)

    def long_page():
        page = ScrollPage()
        page.body.addWidget(QLabel("Title"))
        page.body.addSpacing(2000)
        page.body.addWidget(QPushButton("Far down"))
        return page

    pages = [Page("one", "One", lambda: QPushButton("One")), Page("long", "Long", long_page)]
    window = shown(qtbot, MainWindow(pages, ClickGuard()), 900, 600)
    window.show_page("one")
    window.page("one").setFocus()
    window.show_page("long")
    QTest.qWait(0)
    bar = window.page("long").verticalScrollBar()
    assert (bar.value(), bar.maximum() > 1000) == (0, True)


def test_an_unknown_page_is_the_first(window):
    window.show_page("horoscope")
    assert window.current_page() == "one"


def test_the_settings_are_no_tab_but_say_when_they_are_shown(window):
    assert window.page_keys() == ["one", "two", "settings", "profile"]
    window.show_page("two")
    window.show_page("settings")
    assert window.tabs.current() == ""
    assert window.last_tab == "two"
    assert bar_button(window).accessibleName() == "Settings, selected"
    window.show_page("one")
    assert bar_button(window).accessibleName() == "Settings"


def bar_button(window):
    (found,) = (b for b in window.findChildren(GuardedButton) if b.text() == "Settings")
    return found


def test_a_page_that_is_only_asked_for_has_no_button(window):
    window.show_page("two")
    window.show_page("profile")
    assert window.current_page() == "profile"
    assert window.last_tab == "two"
    assert not [b for b in window.findChildren(GuardedButton) if b.text() == "Profile"]


def test_a_page_opens_at_the_place_asked_for(window):
    window.show_page("two", at="Monday")
    assert window.page("two").text() == "two at Monday"


def test_a_card_stands_above_the_pages_also_after_a_rebuild(window, qtbot):
    window.show_page("one")
    window.show_card(lambda: QLabel("Please read this"))
    window.rebuild()
    qtbot.waitUntil(lambda: "Please read this" in shown_labels(window))
    window.show_card(lambda: QLabel("And this"))
    qtbot.waitUntil(lambda: "Please read this" not in shown_labels(window))
    qtbot.waitUntil(lambda: "And this" in shown_labels(window))
    window.show_card(None)
    assert "And this" not in shown_labels(window)


def shown_labels(window):
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("keys", "modifiers", "signal"),
    [
        (Qt.Key.Key_T, CTRL, "log_asked"),
        (Qt.Key.Key_Z, CTRL, "undo_asked"),
        (Qt.Key.Key_Y, CTRL, "redo_asked"),
        (Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier, "redo_asked"),
    ],
)
def test_keys_of_the_window(window, qtbot, keys, modifiers, signal):
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keyClick(window.windowHandle(), keys, modifiers)


def test_pages_by_key(window):
    for keys, page in (
        (Qt.Key.Key_2, "two"),
        (Qt.Key.Key_1, "one"),
        (Qt.Key.Key_Comma, "settings"),
    ):
        QTest.keyClick(window.windowHandle(), keys, CTRL)
        assert window.current_page() == page


def test_rebuilding_shows_the_same_page_anew(window, built, qtbot):
    window.show_page("two")
    with qtbot.waitSignal(window.rebuilt):
        window.rebuild()
    assert window.current_page() == "two"
    assert built == ["two", "two"]


def test_a_greeting_stands_until_a_page_is_shown(window):
    made = []
    window.show_first(lambda: made.append(1) or QLabel("welcome"))
    window.rebuild()
    assert len(made) == 2
    assert window.current_page() == ""
    window.show_page("one")
    window.rebuild()
    assert len(made) == 2
    assert window.current_page() == "one"


def test_it_closes_only_if_it_may(window, qtbot):
    window.close_only_if(lambda: False)
    with qtbot.assertNotEmitted(window.closing):
        assert not window.close()
    window.close_only_if(lambda: True)
    with qtbot.waitSignal(window.closing):
        assert window.close()
