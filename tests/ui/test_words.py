from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from steadyhands.domain.entries import CheckIn, Drink, Food, Note, Sleep
from steadyhands.domain.hand import PARTS, SIDES, UNSURE
from steadyhands.domain.problem import Problem
from steadyhands.ui import words
from tests.factory import a_moment, a_twitch, an_entry

TODAY = datetime(2026, 3, 10, 14, 0)


@pytest.fixture(autouse=True)
def british(qapp):
    """Write as in Britain, whatever this machine's language is."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (an_entry(a_twitch("left", "thumb")), "left thumb, 14:00"),
        (an_entry(a_twitch(UNSURE, UNSURE)), "not sure which finger, 14:00"),
        (an_entry(a_twitch("right", UNSURE)), "right hand, not sure where, 14:00"),
        (an_entry(Drink("Tea & milk", 1250, 1250)), "Tea & milk, 1.25 L, 14:00"),
        (
            an_entry(Sleep(), a_moment(0, 10), until=a_moment(7, 5)),
            "sleep 00:10–07:05 (6 h 55 min)",
        ),
        (an_entry(CheckIn(4)), "check-in, 14:00"),
        (an_entry(Note(), note="Hm."), "note, 14:00"),
    ],
)
def test_an_entry_in_few_words(entry, text):
    assert words.entry_text(entry, "metric") == text


def test_every_part_has_a_name_of_its_own():
    names = {words.part_name(side, part) for side in SIDES for part in PARTS}
    assert len(names) == len(SIDES) * len(PARTS)


@pytest.mark.parametrize(
    ("ml", "units", "text"),
    [
        (250, "metric", "250 ml"),
        (1000, "metric", "1 L"),
        (2260, "metric", "2.26 L"),
        (236.6, "us", "8 fl oz"),
        (250, "us", "8.5 fl oz"),
        (2000, "us", "68 fl oz"),
        (0, "metric", "0 ml"),
    ],
)
def test_volumes(ml, units, text):
    assert words.volume_text(ml, units) == text


def test_units_follow_the_locale_unless_chosen():
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    assert words.uses_fl_oz("auto")
    assert not words.uses_fl_oz("metric")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (45, "45 min"), (59.7, "1 h"), (60, "1 h"), (430, "7 h 10 min")],
)
def test_durations(minutes, text):
    assert words.duration_text(minutes) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "just now"), (20, "20 min ago"), (89, "89 min ago"), (180, "3 h ago")],
)
def test_ago(minutes, text):
    assert words.ago_text(minutes) == text


def test_days_near_have_names():
    assert words.day_text(TODAY, TODAY) == "today"
    assert words.day_text(datetime(2026, 3, 9, 23, 59), TODAY) == "yesterday"
    assert words.day_text(datetime(2026, 3, 1), TODAY) == "01/03/2026"


def test_numbers_have_no_needless_decimals():
    assert words.number_text(6.04, 1) == "6"
    assert words.number_text(6.5, 1) == "6.5"
    assert words.number_text(1234) == "1,234"


def test_a_problem_is_filled_in():
    assert words.problem_text(Problem("{path} is odd.", path="/x/{y}")) == "/x/{y} is odd."


def test_a_capital_touches_only_the_first_letter():
    assert words.capital("left Thumb") == "Left Thumb"
    assert words.capital("") == ""


def test_several_entries_are_a_meal_or_a_number():
    lunch = [an_entry(Food("lunch", name, 90)) for name in ("Lentils", "Spinach")]
    assert words.entries_text(lunch, 2) == "Lunch, 2 foods"
    assert words.entries_text([*lunch, an_entry(Food("snack"))], 3) == "3 entries"
    assert words.entries_text([an_entry()], 1000) == "1,000 entries"
