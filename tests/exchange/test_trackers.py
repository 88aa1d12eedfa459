"""What points of trackers become: the same rules for every program they come from."""

from __future__ import annotations

from datetime import date

import pytest

from steadyhands.domain.entries import CheckIn, Drink, Note, Sleep, Supplement, Symptom, Twitch
from steadyhands.exchange.format import Refused
from steadyhands.exchange.trackers import AMOUNT, RATING, TICK, Point, TrackerReader, Turns, at_noon
from tests.exchange.reading import at_local, items, passed, refused, some_options
from tests.factory import a_moment


class Points(TrackerReader):
    """Points that a test made up."""

    program = "made-up"

    def __init__(self, *points):
        self._points = points

    def points(self, source, options):
        yield from self._points


class NoSource:
    """What a reader touches of a source that holds nothing."""

    done = 0

    def __init__(self):
        self.remarks = []


def a_point(name="Water", value=1.0, number=0, **more):
    more.setdefault("at", a_moment(9))
    return Point(name, name, float(value), source_id=f"{name}|{number}", **more)


def read(*points, **options):
    source = NoSource()
    rows = list(Points(*points).read(source, some_options(**options)))
    assert not refused(rows), refused(rows)
    return rows


def guesses(*points):
    return [each.becomes for each in Points(*points).subjects(NoSource(), some_options())]


def test_an_unknown_tracker_keeps_its_name_value_unit_and_label():
    (item,) = items(read(a_point("Piano", 2.5, unit="km", label="calm", note="x")))

    assert item.details.kind == "Piano"
    assert item.details.fields() == {"value": 2.5, "unit": "km", "label": "calm"}
    assert item.details.amounts() == {"Piano": 2.5}
    assert (item.note, item.source, item.source_id) == ("x", "made-up", "Piano|0")


def test_glasses_or_millilitres_are_told_by_all_values_together():
    glasses = items(read(*[a_point("Water", n, n) for n in (1, 2, 3)]))
    ml = items(read(*[a_point("Water", n, n) for n in (250, 330, 500)]))

    assert [i.details.ml for i in glasses] == [250, 500, 750]
    assert [i.details.ml for i in ml] == [250, 330, 500]


def test_what_cannot_be_what_its_name_says_is_a_tracker_of_ones_own():
    points = [a_point("Stress", n, n) for n in (45, 60, 7, 81)]

    assert guesses(*points) == ["own"]
    assert [i.details.kind for i in items(read(*points))] == ["Stress (tracker)"] * 4


def test_one_slip_among_many_is_refused_and_the_rest_comes():
    points = [a_point("Stress", 5, n) for n in range(20)] + [a_point("Stress", 77, 99)]

    rows = list(Points(*points).read(NoSource(), some_options()))

    assert [i.details for i in items(rows)] == [CheckIn(stress=5)] * 20
    assert len(refused(rows)) == 1


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Gym", "Gym"),
        ("Drink water", "Drink water"),
        ("Stress", "Stress (tracker)"),
        ("Caffeine", "Caffeine"),
    ],
)
def test_a_tick_is_no_amount(name, made):
    (item,) = items(read(a_point(name, kind=TICK)))

    assert item.details.kind == made
    assert item.details.amounts() == {made: 1.0}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Coffee", Drink),
        ("Coffees", Drink),
        ("Magnesium", Supplement),
        ("Finger twitch", Twitch),
        ("Tingling", Symptom),
    ],
)
def test_a_tick_can_be_one_of_something(name, made):
    (item,) = items(read(a_point(name, kind=TICK)))

    assert isinstance(item.details, made)
    if made is Supplement:
        assert item.details == Supplement(name)


def test_a_rating_elsewhere_is_not_taken_for_a_count_here():
    points = [a_point("Twitching", 3, kind=RATING), a_point("Numbness", 2, kind=RATING)]

    own, symptom = items(read(*points))

    assert own.details.amounts() == {"Twitching": 3}
    assert symptom.details == Symptom("numbness")
    chosen = items(read(points[0], targets={"Twitching": "twitch"}))
    assert [i.details for i in chosen] == [Twitch()]


def test_several_twitches_of_one_row_are_entries_of_their_own():
    rows = read(a_point("Twitches left index", 3, note="typing"))

    assert [i.details for i in items(rows)] == [Twitch("left", "index")] * 3
    assert len({i.source_id for i in items(rows)}) == 3
    assert [i.note for i in items(rows)] == ["typing", "", ""]


def test_a_label_can_say_where_a_twitch_was():
    (item,) = items(read(a_point("Twitch", label="right thumb")))

    assert item.details == Twitch("right", "thumb")


def test_the_name_elsewhere_stays_where_the_entry_does_not_say_it():
    (fluttering,) = items(read(a_point("Flutter at piano", note="loud")))
    (coffee,) = items(read(a_point("Coffee", 1)))

    assert fluttering.note == "Flutter at piano · loud"
    assert coffee.note == ""


def test_a_length_of_sleep_ends_when_it_was_logged():
    point = a_point("Sleep", 450, unit="min", at=a_moment(7))
    source = NoSource()
    (item,) = items(list(Points(point).read(source, some_options())))

    assert (item.details, item.until) == (Sleep(), a_moment(7))
    assert item.at == a_moment(23, 30, day=9)
    assert len(source.remarks) == 1


def test_sleep_of_which_only_the_day_is_known_stays_a_number():
    (item,) = items(read(a_point("Sleep", 7.5, unit="h", timed=False)))

    assert item.details.amounts() == {"Sleep (tracker)": 7.5}


def test_zero_and_what_is_skipped_are_counted_apart():
    rows = read(a_point("Coffee", 0), a_point("Piano", 1), targets={"Piano": "skip"})

    assert items(rows) == []
    assert passed(rows) == {"no Coffee": 1, "Piano": 1}


def test_a_chosen_target_that_does_not_fit_is_refused_with_its_reason():
    points = [a_point("Gym", kind=TICK)]

    rows = list(Points(*points).read(NoSource(), some_options({"Gym": "workout_min"})))

    assert str(rows[0].reason) == "“Gym” is marked without an amount."
    assert isinstance(rows[0], Refused)


def test_a_note_says_all_that_it_was():
    (item,) = items(read(a_point("Weight", 72.5, unit="kg"), targets={"Weight": "note"}))

    assert (item.details, item.note) == (Note(), "Weight · 72.5 kg")


def test_what_is_asked_shows_name_unit_and_an_example():
    (subject,) = Points(a_point("Water", 250, unit="ml")).subjects(NoSource(), some_options())

    assert (subject.name, subject.unit, subject.example) == ("Water", "ml", "250 ml")
    assert subject.becomes == "drink:water"


def test_days_stand_at_noon_and_names_that_come_twice_are_told_apart():
    turns = Turns()

    assert at_noon(date(2026, 3, 10), at_local) == a_moment(12)
    assert [turns.of(name) for name in "aab"] == ["a", "a|2", "b"]
    assert a_point(kind=AMOUNT).timed
