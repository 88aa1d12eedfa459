"""The newest twitch in words, and the chips that come when they are wanted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from steadyhands.domain.entries import Entry, Twitch
from steadyhands.domain.moment import Moment
from steadyhands.system.identity import new_id
from steadyhands.ui.tabs.twitches.details_panel import DetailsPanel
from steadyhands.ui.tabs.twitches.presenter import State
from steadyhands.ui.tabs.twitches.wording import said_text
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.chips import Chip
from steadyhands.ui.widgets.click_guard import ClickGuard

AT = Moment(1_770_000_000_000, 60)
SAID = Twitch("right", "ring", doing="typing", felt="flutter", strength=3, state="rest")


@pytest.fixture
def panel(qtbot):
    made = DetailsPanel(ClickGuard())
    qtbot.addWidget(made)
    made.show()
    return made


def shown(twitch: Twitch) -> State:
    return State(Entry(new_id(AT.utc_ms), AT, twitch))


def texts(panel):
    return [text.text() for text in panel.findChildren(QLabel) if text.isVisible()]


def more(panel):
    return next(b for b in panel.findChildren(GuardedButton) if b.text() == "Say more")


def test_what_was_said_is_read_without_any_chip(panel):
    panel.show_state(shown(SAID), 0)
    assert "Typing · Flutter · At rest · Strength 3" in texts(panel)
    assert panel.findChildren(Chip) == []
    assert more(panel).accessibleName().startswith("Say more about right ring finger, ")


def test_say_more_brings_the_chips_as_they_stand_and_the_keyboard(panel, qtbot):
    panel.show_state(shown(SAID), 5)
    panel.activateWindow()
    more(panel).click()
    chosen = [c.key for c in panel.findChildren(Chip) if c.isChecked()]
    assert chosen == ["5", "typing", "flutter", "3", "rest"]
    assert not more(panel).isVisible()
    assert "Typing · Flutter · At rest · Strength 3" not in texts(panel)
    qtbot.waitUntil(lambda: isinstance(panel.focusWidget(), Chip))
    assert panel.focusWidget().key == "5"


def test_nothing_logged_has_nothing_to_say_more_about(panel):
    panel.show_state(State(), 0)
    assert not more(panel).isVisible()
    panel.show_chips()
    assert not any(chip.isVisible() for chip in panel.findChildren(Chip))
    panel.show_state(shown(SAID), 0)
    assert all(chip.isVisible() for chip in panel.findChildren(Chip))


def test_nothing_said_takes_no_room():
    assert said_text(Twitch("left", "palm")) == ""
