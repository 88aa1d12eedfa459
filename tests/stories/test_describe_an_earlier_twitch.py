"""Two twitches, no time for the first: later it is picked from the list and described."""


def logged(home, hands):
    hands.click_finger("left", "thumb")
    home.clock.pass_minutes(5)
    hands.click_finger("right", "index")


def test_an_earlier_twitch_is_picked_and_described(home, hands, diary):
    logged(home, hands)
    hands.click("Show left thumb, 14:00")
    assert hands.reads("Left thumb, 14:00")
    hands.click("Doing: Resting")

    thumb, index = diary()
    assert thumb.details.doing == "resting"
    assert index.details.doing == ""
    assert hands.reads("Left thumb, 14:00")
    assert hands.sees("Show right index finger, 14:05")


def test_an_earlier_twitch_is_taken_back(home, hands, diary):
    logged(home, hands)
    hands.click("Show left thumb, 14:00")
    hands.click("Undo left thumb, 14:00")
    (left,) = diary()
    assert left.details.part == "index"
    assert hands.reads("Right index finger, 14:05")
    assert not hands.sees("Show left thumb, 14:00")
