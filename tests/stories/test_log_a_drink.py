"""A glass, a coffee: one press counts water, caffeine and alcohol at once."""

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL


def test_one_press_counts_everything_in_it(home, hands, diary):
    hands.turn_to("Drinks")
    hands.click("Add Glass of water, 250 ml")
    home.clock.pass_minutes(1)
    hands.click("Add Coffee, 237 ml, 95 mg caffeine")

    assert [e.details.name for e in diary("drink")] == ["Water", "Coffee"]
    assert hands.figure("Water").startswith("486 ml")
    assert hands.figure("Caffeine").startswith("95 mg")
    assert hands.toast() == "Saved: Coffee, 237 ml, 14:01"


def test_undo_takes_the_coffee_back_from_every_figure(hands, diary):
    hands.turn_to("Drinks")
    hands.click("Add Espresso, 30 ml, 64 mg caffeine")
    hands.click_action()
    assert diary("drink") == []
    assert hands.figure("Caffeine").startswith("0 mg")


def test_a_bounce_is_one_glass_and_two_kinds_are_two(hands, diary):
    hands.turn_to("Drinks")
    for _ in range(3):
        hands.click("Add Glass of water, 250 ml")
    hands.click("Add Beer, 355 ml")
    assert len(diary("drink")) == 2


def test_by_keyboard(hands, diary):
    hands.key(Qt.Key.Key_2, CTRL)
    hands.tab_to("Add Glass of water, 250 ml")
    hands.key(Qt.Key.Key_Return)
    assert [e.details.ml for e in diary("drink")] == [250]


def test_the_twitches_page_knows_of_the_drink(home, hands):
    hands.turn_to("Drinks")
    hands.click("Add Coffee, 237 ml, 95 mg caffeine")
    home.clock.pass_minutes(30)
    hands.click("Log a twitch")
    hands.turn_to("Twitches")
    assert hands.reads("95 mg caffeine (last 30 min ago)")


def test_the_glass_of_the_settings_is_the_glass_of_the_tile(hands, diary):
    hands.click("Settings")
    hands.click("Your glass")
    hands.key(Qt.Key.Key_A, CTRL)
    hands.write("0.3 l")
    hands.key(Qt.Key.Key_Return)
    hands.turn_to("Drinks")
    hands.click("Add Glass of water, 300 ml")
    assert [e.details.ml for e in diary("drink")] == [300]


def test_amounts_may_be_in_ounces(hands):
    hands.click("Settings")
    hands.click("Amounts in: fl oz")
    assert "fl oz" in hands.figure("Water")
    hands.turn_to("Drinks")
    assert any(name.startswith("Add Glass of water, 8.5 fl oz") for name in hands.names())
