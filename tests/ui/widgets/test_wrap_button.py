from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.wrap_button import WrapButton
from tests.ui.dress import dress, shown

LONG = "A name of many words that has to go on to a second line when there is little room"


def a_button(qtbot, width, *lines):
    holder = QWidget()
    column = QVBoxLayout(holder)
    button = WrapButton(("name", "muted"), ClickGuard(0))
    button.set_lines(*lines)
    column.addWidget(button)
    column.addStretch(1)
    shown(qtbot, holder, width, 400)
    button.holder = holder  # lives as long as the button
    return button


def test_words_wrap_and_the_button_grows(qtbot, qapp):
    dress(qapp)
    wide, narrow = a_button(qtbot, 900, LONG, "below"), a_button(qtbot, 260, LONG, "below")
    assert narrow.height() > wide.height() >= current_look().target
    for label in narrow.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_press_on_its_words_is_a_press(qtbot, qapp):
    dress(qapp)
    button = a_button(qtbot, 400, "Almonds", "28 g")
    pressed = []
    button.pressed_once.connect(lambda: pressed.append(1))
    words = button.findChildren(QLabel)[0]
    hit = button.window().childAt(words.mapTo(button.window(), words.rect().center()))
    assert hit is button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]


def test_an_empty_line_takes_no_room_and_mark_up_is_shown_as_typed(qtbot, qapp):
    dress(qapp)
    one, two = a_button(qtbot, 400, "<b>x</b>", ""), a_button(qtbot, 400, "<b>x</b>", "y")
    assert one.lines() == ("<b>x</b>", "")
    assert one.height() < two.height()
    assert one.findChildren(QLabel)[0].textFormat() == Qt.TextFormat.PlainText
