"""Something logged should be looked at: one calm card, until it is read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.entries import Twitch
from steadyhands.domain.moment import DAY_MS
from steadyhands.domain.redflags import Rising
from steadyhands.ui.shell import SAFETY_AFTER_MS
from tests.safety_stories import STORIES, live_through, noticed

NOTICED = "Noticed in the hand or arm today (any that fit)"
WHERE = "Where was it?"
ELSE = "Anything else today?"
READ, PAGE = "I have read this", "Open the safety page"


@pytest.fixture
def settled(hands, qtbot):
    """Return a person whose window has long been open."""
    wait_for_watch(hands, qtbot)
    return hands


def wait_for_watch(hands, qtbot):
    qtbot.waitUntil(lambda: hasattr(hands.shell, "safety"))


def wait_for_card(hands, qtbot):
    qtbot.waitUntil(lambda: hands.sees(READ))
    QApplication.processEvents()  # it finds its place


def check_in(hands, *chips):
    hands.turn_to("Sleep & day")
    for chip in chips:
        hands.click(chip)
    hands.click("Save check-in")


def log_beside(home, *symptoms, days_ago=0):
    """Log a check-in through another program."""
    desk = home.desk()
    at = desk.now().shifted(-days_ago * DAY_MS)
    desk.journal.log(noticed(*symptoms), at, at)
    desk.close()


def test_a_weak_hand_on_one_side_shows_a_card_that_goes_when_it_is_read(settled, home, qtbot):
    hands = settled
    check_in(hands, f"{NOTICED}: Weak grip or hand", f"{WHERE}: On the right")
    wait_for_card(hands, qtbot)
    assert hands.reads("See a doctor within days")
    assert hands.reads("You logged: weak grip or hand, right (today)")
    assert hands.toast() == "Saved: check-in, 14:00"

    hands.click(READ)
    qtbot.waitUntil(lambda: not hands.sees(READ))
    home.close(hands)
    home.clock.pass_minutes(24 * 60)
    hands = home.open()
    wait_for_watch(hands, qtbot)
    assert not hands.sees(READ), "the next day it is not repeated"


def test_the_card_waits_across_a_restart_and_days(settled, home, qtbot):
    hands = settled
    hands.turn_to("Sleep & day")
    hands.click("Something else noticed…")
    hands.click(f"{ELSE}: Sudden weakness or numbness")
    hands.click("Save check-in")
    wait_for_card(hands, qtbot)
    home.close(hands)
    home.clock.pass_minutes(5 * 24 * 60)
    hands = home.open()
    wait_for_card(hands, qtbot)
    assert hands.reads("Get help now")
    assert hands.reads("Call your local emergency number now.")


def test_it_is_kept_that_a_card_was_shown_and_read(settled, home, diary, qtbot):
    hands = settled
    check_in(hands, f"{NOTICED}: Hand looks thinner")
    wait_for_card(hands, qtbot)
    home.clock.pass_minutes(1)
    hands.click(READ)
    qtbot.waitUntil(lambda: not hands.sees(READ))
    said = [(e.details.rule, e.details.act) for e in diary("notice")]
    assert said == [("thinner-muscle", "shown"), ("thinner-muscle", "read")]


def test_undo_after_the_card_takes_back_the_check_in_and_the_card(settled, diary, qtbot):
    hands = settled
    check_in(hands, f"{NOTICED}: Hot, red or swollen")
    wait_for_card(hands, qtbot)
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert diary("checkin") == []
    qtbot.waitUntil(lambda: not hands.sees(READ))


def test_the_most_urgent_comes_first_and_each_in_its_turn(settled, home, qtbot):
    hands = settled
    log_beside(home, "speech-swallowing", "sudden-weakness")
    wait_for_card(hands, qtbot)
    assert hands.reads("Get help now – 1 of 2")
    hands.click(READ)
    qtbot.waitUntil(lambda: hands.reads("See a doctor within days"))
    wait_for_card(hands, qtbot)
    assert hands.reads("Speaking or swallowing that is getting harder")
    hands.click(READ)
    qtbot.waitUntil(lambda: not hands.sees(READ))


def test_the_card_works_by_keys_and_is_announced(settled, home, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: said.append(e))
    hands = settled
    log_beside(home, "thinner-hand")
    wait_for_card(hands, qtbot)
    announced = [e.message() for e in said if e.type() == QAccessible.Event.Announcement]
    assert any("A hand or arm that has become thinner" in message for message in announced)
    hands.tab_to(PAGE)
    hands.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert hands.focus() == READ
    hands.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not hands.sees(READ))
    assert hands.focus(), "the keyboard still has a place"


def test_another_theme_keeps_the_card(settled, home, qtbot):
    hands = settled
    log_beside(home, "thinner-hand")
    wait_for_card(hands, qtbot)
    hands.window.rebuild()
    wait_for_card(hands, qtbot)
    hands.click(READ)
    qtbot.waitUntil(lambda: not hands.sees(READ))


def test_twitches_show_no_card_and_ask_no_rule(settled, qtbot, monkeypatch):
    hands = settled
    looked = []
    monkeypatch.setattr(hands.shell.safety, "look", lambda: looked.append(1))
    hands.shell.safety._soon.timeout.connect(lambda: looked.append(2))
    hands.turn_to("Twitches")
    for part in ("index", "ring"):
        hands.click_finger("right", part)
    hands.click("Log a twitch")
    qtbot.wait(SAFETY_AFTER_MS)
    assert looked == []
    assert not hands.sees(READ)


def test_a_finger_that_locked_twice_shows_the_card(settled, home, qtbot):
    hands = settled
    desk = home.desk()
    for days in (6, 0):
        at = desk.now().shifted(-days * DAY_MS)
        desk.journal.log(Twitch("right", "ring", felt="lock"), at, at)
    desk.close()
    qtbot.waitUntil(lambda: hands.reads("A finger that locks or catches"))


def test_a_shaking_twitch_said_here_is_enough_to_ask_the_rules(settled, home, qtbot):
    hands, desk = settled, home.desk()
    log_beside(home, "palpitations")
    qtbot.wait(SAFETY_AFTER_MS)
    assert not hands.sees(READ)
    now = desk.now()
    hands.shell.acts.perform(lambda: desk.journal.log(Twitch("left", felt="shake"), now, now))
    wait_for_card(hands, qtbot)
    assert hands.reads("Shaking with weight loss")
    desk.close()


def test_what_statistics_find_shows_the_same_card(settled, qtbot):
    hands = settled
    hands.shell._desk.safety.hear([Rising("twitching", 6)])
    hands.shell.signals.changed.emit(SETTINGS_CHANGED)
    wait_for_card(hands, qtbot)
    assert hands.reads("Logged twitching that has been rising for weeks")
    assert hands.reads("You logged: more twitching over weeks")
    assert hands.reads("Worth an appointment")


@pytest.mark.parametrize("story", STORIES[::9], ids=lambda story: story.flag)
def test_every_kind_of_story_ends_in_its_card(home, story, qtbot):
    desk = home.desk()
    live_through(desk, story, desk.now())
    sign = desk.safety.due(desk.now())[0].flag.sign
    desk.close()
    hands = home.open()
    wait_for_card(hands, qtbot)
    assert hands.reads(sign)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (900, 600)), (2.0, (1000, 700))])
def test_the_card_leaves_room_for_the_page(new_home, qtbot, scale, size):
    new_home.settle_in(text_scale=scale, width=size[0], height=size[1])
    log_beside(new_home, "sudden-weakness", "speech-swallowing")
    hands = new_home.open()
    qtbot.waitUntil(lambda: hands.sees(PAGE))
    assert hands.window.height() <= size[1] + 8
    assert hands.window._stack.height() >= 0.2 * size[1]
    hands.click(PAGE)
    assert hands.is_selected("Safety")
