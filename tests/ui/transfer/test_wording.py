"""Numbers, kinds and reasons in words."""

from datetime import date

import pytest

from steadyhands.services.arrival import Preview
from steadyhands.storage.incoming import Counted
from steadyhands.system.drinks import shipped_drinks
from steadyhands.ui.transfer import wording


def seen(*counts, **more):
    days = {"first": date(2026, 3, 1), "last": date(2026, 3, 9), "days": 5}
    return Preview("x", "k", "n", tuple(Counted(*c) for c in counts), **(days | more))


def test_what_comes_is_said_with_its_days():
    found = seen(("twitch", "new", 2), ("drink", "again", 1), ("", "refused", 3))
    assert (
        wording.coming_text(found)
        == "3 entries would come in, from 1 Mar 2026 to 9 Mar 2026, on 5 days."
    )
    assert wording.kinds_text(found) == "2 twitches · 1 drink"


def test_what_stays_out_is_said_with_its_reason():
    found = seen(
        ("twitch", "new", 1), ("twitch", "known", 2), ("sleep", "overlaps", 1),
        ("note", "removed", 1), ("note", "edited", 1), ("note", "repeated", 1),
    )  # fmt: skip
    assert len(wording.staying_out(found)) == 5
    assert wording.staying_out(found)[0] == "2 entries already in your diary."


def test_nothing_new_says_why():
    known = seen(("twitch", "known", 2), first=None)
    assert wording.coming_text(known).startswith("Nothing is new: 2 entries")
    assert wording.staying_out(known) == []
    assert wording.coming_text(seen()) == "Nothing in this file is for your diary."


def test_what_the_diary_has_no_place_for_is_counted_and_bounded():
    passed = {f"thing {n}": n for n in range(1, 10)}
    said = wording.passed_text(seen(passed=passed))
    assert said.startswith("Not for the diary: thing 9 (9), thing 8 (8)")
    assert said.endswith("3 more kinds.")
    assert wording.passed_text(seen()) == ""


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("twitch", "Twitch"),
        ("twitch:left:thumb", "Twitch: left thumb"),
        ("drink:coffee", "Coffee"),
        ("drink:gone", "Drink"),
        ("supplement:magnesium_mg", "Supplement: Magnesium"),
        ("symptom:numbness", "Numb or tingling"),
        ("own:3", "A tracker of its own, counted as 3"),
        ("own", "A tracker of its own"),
        ("skip", "Leave out"),
    ],
)
def test_targets_have_words(target, said):
    assert wording.target_text(target, shipped_drinks()) == said
