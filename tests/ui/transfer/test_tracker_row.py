"""What a tracker becomes, by chips."""

import pytest

from steadyhands.exchange.format import Subject
from steadyhands.exchange.targets import check_target
from steadyhands.system.drinks import shipped_drinks
from steadyhands.ui.transfer import wording
from steadyhands.ui.transfer.tracker_row import TargetChips, TrackerRow
from steadyhands.ui.widgets.click_guard import ClickGuard

PRESETS = shipped_drinks()


@pytest.fixture
def chips(qtbot):
    made = TargetChips("It becomes", "own", PRESETS, ClickGuard(0))
    qtbot.addWidget(made)
    made.show()
    return made


def press(row, key):
    next(chip for chip in row.chips() if chip.key == key).click()


def test_every_kind_that_is_offered_is_one(chips):
    heard = []
    chips.chosen.connect(heard.append)
    for key in wording.target_names():
        press(chips.kind, key)
    assert [target.partition(":")[0] for target in heard] == [
        *list(wording.target_names())[:-2],
        "own",
        "skip",
    ]
    for target in heard:
        assert check_target(target, PRESETS)
        assert wording.target_text(target, PRESETS)


def test_a_twitch_gets_its_hand_and_finger(chips):
    heard = []
    chips.chosen.connect(heard.append)
    press(chips.kind, "twitch")
    press(chips.side, "left")
    press(chips.which, "thumb")
    press(chips.side, "unsure")
    press(chips.which, "unsure")
    assert heard == [
        "twitch",
        "twitch:left:unsure",
        "twitch:left:thumb",
        "twitch:unsure:thumb",
        "twitch",
    ]
    assert all(check_target(target, PRESETS) for target in heard)


def test_one_of_them_stays_chosen(chips):
    press(chips.kind, "drink")
    first = chips.which.keys()
    press(chips.which, first[0])
    press(chips.kind, "drink")
    assert chips.kind.keys() == ("drink",)
    assert chips.which.keys() == first


def test_a_row_opens_and_closes_its_chips(qtbot):
    row = TrackerRow(Subject("k", "Coffee <b>", "drink:coffee"), PRESETS, ClickGuard(0))
    qtbot.addWidget(row)
    row.show()
    heard = []
    row.chosen.connect(lambda *what: heard.append(what))
    row.change.click()
    chips = row.findChild(TargetChips)
    press(chips.kind, "skip")
    assert heard == [("k", "skip")]
    row.change.click()
    assert not chips.isVisible()
