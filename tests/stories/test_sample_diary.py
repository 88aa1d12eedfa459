"""`--demo`: 120 made-up days to look at, and one's own diary stays as it is."""

import os

from steadyhands.services.sample import sample_desk


def test_it_says_that_it_is_a_sample_and_touches_nothing_of_ones_own(home):
    before = listing(home.folder)
    hands = home.open(sample_desk(home.clock))
    assert hands.reads("A sample diary")
    count = int(hands.figure("Twitches today").split(",")[0])
    hands.click("Log a twitch")
    hands.click("Settings")
    hands.click("Theme: Dark")
    assert hands.figure("Twitches today").startswith(str(count + 1))
    home.close(hands)
    assert listing(home.folder) == before


def test_undo_takes_back_what_one_tried_but_not_the_sample(home):
    from tests.stories.test_day_rolls_over import undo

    hands = home.open(sample_desk(home.clock))
    count = hands.figure("Twitches today")
    hands.click("Log a twitch")
    hands.key(*undo())
    assert hands.figure("Twitches today") == count
    hands.key(*undo())
    assert hands.toast() == "There is nothing to undo or redo."


def test_every_page_of_it_opens(home):
    hands = home.open(sample_desk(home.clock))
    for tab in ("Drinks", "Sleep & day", "Twitches"):
        hands.turn_to(tab)
        assert hands.is_open(tab)
    hands.click("Settings")
    assert hands.is_selected("Settings")


def listing(folder):
    """Return each file's size and time of change."""
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            stat = os.stat(os.path.join(root, name))
            found[os.path.join(root, name)] = (stat.st_size, stat.st_mtime_ns)
    return found
