import pytest

from steadyhands.ui.welcome import Welcome
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.ui.dress import dress, shown, spoken_name


@pytest.fixture
def welcome(qapp, qtbot):
    dress(qapp)
    return shown(qtbot, Welcome(ClickGuard(0), "metric"), 1000, 700)


def press(welcome, name):
    chips = [c for row in welcome.findChildren(ChipRow) for c in row.chips()]
    next(c for c in chips if name in spoken_name(c)).click()


def test_start_carries_what_is_chosen(welcome, qtbot):
    press(welcome, "Left")
    press(welcome, "500 ml")
    with qtbot.waitSignal(welcome.answered) as told:
        welcome.start.click()
    assert told.args == [{"hand": "left", "glass_ml": 500}]


def test_start_without_a_choice_keeps_what_is_usual(welcome, qtbot):
    with qtbot.waitSignal(welcome.answered) as told:
        welcome.start.click()
    assert told.args == [{"hand": "right", "glass_ml": 250}]


def test_a_question_may_be_left_open(welcome, qtbot):
    press(welcome, "Right")  # taken back
    with qtbot.waitSignal(welcome.answered) as told:
        welcome.start.click()
    assert told.args == [{"glass_ml": 250}]


def test_skip_carries_nothing(welcome, qtbot):
    press(welcome, "Left")
    with qtbot.waitSignal(welcome.answered) as told:
        welcome.skip.click()
    assert told.args == [{}]
