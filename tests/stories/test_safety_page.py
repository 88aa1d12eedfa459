"""When to seek help: one press, or one key, from everywhere."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.stories.test_safety_card import PAGE, log_beside


@pytest.mark.parametrize("title", ["Twitches", "Sleep & day", "Trends"])
def test_it_is_one_press_and_one_key_away(hands, title):
    hands.turn_to(title)
    hands.click("Safety")
    assert hands.is_selected("Safety")
    assert hands.reads("When to seek help")
    hands.turn_to(title)
    hands.key(Qt.Key.Key_F1)
    assert hands.is_selected("Safety")


def test_the_signs_stand_by_urgency_and_the_facts_below(hands):
    hands.click("Safety")
    page = hands.window.page("safety")
    heads = ["Get help now", "See a doctor within days", "Worth an appointment"]
    tops = [_top(page, text) for text in (*heads, "Good to know, too")]
    assert tops == sorted(tops)
    assert hands.reads("Twitches are common and very rarely a sign of anything serious.")


def _top(page, text):
    found = next(label for label in page.findChildren(QLabel) if label.text() == text)
    return found.mapTo(page, QPoint(0, 0)).y()


def test_where_it_comes_from_folds(new_home):
    new_home.settle_in(guard_ms=0)
    hands = new_home.open()
    hands.click("Safety")
    QApplication.processEvents()
    assert not hands.reads("NICE guideline NG127")
    hands.click("Show where this comes from")
    assert hands.reads("From: NICE guideline NG127, twitching")
    hands.click("Hide where this comes from")
    assert not hands.reads("NICE guideline NG127")


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en_GB", "In an emergency, call 999"),
        ("de_DE", "In an emergency, call 112"),
        ("en_US", "In an emergency, call 911"),
        ("ja_JP", "In an emergency, call your local emergency number."),
        ("C", "In an emergency, call your local emergency number."),
    ],
)
def test_the_emergency_number_is_the_region_s(home, locale, said):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        hands = home.open()
        hands.click("Safety")
        assert hands.reads(said)
        assert hands.reads("112 in the European Union")
    finally:
        QLocale.setDefault(before)


def test_what_the_diary_tells_stands_on_top_and_is_read_here_too(home, qtbot):
    log_beside(home, "weakness", "right-side")
    hands = home.open()
    qtbot.waitUntil(lambda: hands.sees(PAGE))
    hands.click(PAGE)
    assert hands.reads("From what you logged")
    assert not hands.sees(PAGE), "the page says it all itself"
    name = "I have read this: One arm, hand or side of the body getting weaker over hours or days"
    assert hands.focus() == name
    hands.click(name)
    assert hands.reads("You have read this (today).")
    assert not hands.sees(name)
    hands.turn_to("Twitches")
    qtbot.waitUntil(lambda: not hands.sees(PAGE))


def test_nothing_turns_it_off(hands):
    hands.click("Settings")
    assert not any("safety" in name.lower() for name in hands.names() if name != "Safety")
