"""A finger that trembles while it presses is one press."""


def test_a_second_press_at_once_is_the_same_press(hands, diary):
    hands.double_click_finger("right", "index")
    assert len(diary()) == 1


def test_a_press_after_the_pause_counts(hands, diary):
    hands.click_finger("right", "index")
    hands.click_finger("right", "index")  # the pointer of these tests rests 500 ms between clicks
    assert len(diary()) == 2


def test_another_finger_at_once_counts(hands, diary):
    hands.double_click_finger("right", "index")
    hands.double_click_finger("right", "middle")
    hands.double_click_finger("left", "middle")
    assert sorted(e.details.part for e in diary()) == ["index", "middle", "middle"]


def test_slipping_off_and_releasing_elsewhere_still_counts_once(hands, diary):
    hands.press_finger_and_slip("left", "index")
    (entry,) = diary()
    assert (entry.details.side, entry.details.part) == ("left", "index")


def test_the_large_button_and_chips_do_not_bounce_either(home, diary):
    home.settle_in(guard_ms=2000)  # a busy machine is slow between two presses
    hands = home.open()
    hands.click("Log a twitch")
    hands.click("Log a twitch")
    assert len(diary()) == 1
    hands.click("Doing: Typing")
    hands.click("Doing: Typing")
    assert diary()[0].details.doing == "typing"


def test_the_pause_is_the_persons_choice(home, hands, diary):
    question = "A second press on the same place counts as one for"
    hands.click("Settings")
    hands.click(f"{question}: Off")
    hands.turn_to("Twitches")
    hands.double_click_finger("right", "index")
    assert len(diary()) == 2
    hands.click("Log a twitch")
    hands.click("Log a twitch")
    assert len(diary()) == 4

    hands.click("Settings")
    hands.click(f"{question}: 1 s")
    assert home.file.read().guard_ms == 1000
    hands.turn_to("Twitches")
    hands.click_finger("right", "index")
    hands.click_finger("right", "index")
    assert len(diary()) == 5
