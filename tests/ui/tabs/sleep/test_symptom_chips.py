import pytest

from steadyhands.domain.details import SYMPTOMS
from steadyhands.ui.tabs.sleep.symptom_chips import SymptomChips
from steadyhands.ui.widgets.click_guard import ClickGuard


@pytest.fixture
def chips(qtbot):
    chips = SymptomChips(ClickGuard(0))
    qtbot.addWidget(chips)
    chips.show()
    return chips


def press(row, *keys):
    for chip in row.chips():
        if chip.key in keys:
            chip.click()


def test_every_symptom_has_its_chip(chips):
    keys = {c.key for row in (chips.hand, chips.side, chips.body) for c in row.chips()}
    assert keys == set(SYMPTOMS)


def test_the_side_is_asked_only_beside_a_symptom_of_the_hand(chips):
    assert not chips.side.isVisible()
    press(chips.hand, "pain")
    assert chips.side.isVisible()
    press(chips.side, "left-side")
    assert chips.keys() == ("pain", "left-side")
    press(chips.hand, "pain")
    assert not chips.side.isVisible()
    assert chips.keys() == ()


def test_there_is_one_side(chips):
    press(chips.hand, "pain")
    press(chips.side, "left-side")
    press(chips.side, "both-sides")
    assert chips.keys() == ("pain", "both-sides")


def test_the_rarer_ones_wait_until_asked_for(chips, qtbot):
    assert not chips.body.isVisible()
    chips.more.click()
    assert chips.body.isVisible()
    assert not chips.more.isVisible()
    with qtbot.waitSignal(chips.changed):
        press(chips.body, "breathless")
    assert chips.keys() == ("breathless",)


def test_answers_are_shown_again_and_cleared(chips):
    chips.select(("weakness", "right-side", "palpitations"))
    assert set(chips.keys()) == {"weakness", "right-side", "palpitations"}
    assert chips.body.isVisible()
    chips.select(())
    assert chips.keys() == ()
    assert not chips.body.isVisible()
