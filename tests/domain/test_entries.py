import json
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import (
    KINDS,
    LONGEST_SLEEP_MS,
    NAME_LIMIT,
    NOTE_LIMIT,
    CheckIn,
    Drink,
    Entry,
    Note,
    Other,
    Sleep,
    Twitch,
    clean_text,
    details_of,
)
from steadyhands.domain.moment import HOUR_MS
from steadyhands.domain.problem import Problem
from tests.factory import AN_ID, a_coffee, a_moment, a_twitch, an_entry
from tests.strategies import ENTRIES, OTHERS

NONSENSE = [-1, 1e9, math.nan, math.inf, -math.inf, 10**400]
DRINK_AMOUNTS = ["ml", "water_ml", "caffeine_mg", "alcohol_g", "magnesium_mg", "calcium_mg"]
JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


# ---- What is kept comes back ----


@given(ENTRIES)
def test_fields_read_back_as_the_same_details(entry):
    stored = json.loads(json.dumps(entry.details.fields()))
    assert details_of(entry.kind, stored) == entry.details


@given(OTHERS)
def test_a_kind_of_another_version_reads_back_unchanged(other):
    assert details_of(other.kind, other.fields(), other.amounts()) == other


def test_fields_leave_out_what_was_not_answered():
    assert Twitch().fields() == {"side": "unsure", "part": "unsure"}
    assert Drink("Tea", 200, 0).fields() == {"name": "Tea", "ml": 200, "water_ml": 0}
    assert CheckIn(stress=0).fields() == {"stress": 0}
    assert Sleep().fields() == {}


def test_fields_come_in_one_order_however_they_were_given():
    one, other = Twitch(side="left", part="palm"), Twitch(part="palm", side="left")
    assert list(one.fields()) == list(other.fields())


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.text(max_size=8), JSON_LIKE, max_size=3))
def test_any_stored_object_can_be_read(kind, fields):
    assert details_of(kind, fields) is not None


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_known_fields_with_nonsense_are_kept_as_they_are(kind, data):
    names = KINDS[kind]._fields
    fields = {name: data.draw(JSON_LIKE) for name in names}
    details = details_of(kind, fields)
    if isinstance(details, Other):
        assert details.kind == kind
        assert repr(details.fields()) == repr(fields)


def test_a_field_of_a_newer_version_is_not_lost():
    details = details_of("twitch", {"side": "left", "mood": "fine"}, {"twitches": 1})
    assert isinstance(details, Other)
    assert details.fields() == {"side": "left", "mood": "fine"}
    assert details.amounts() == {"twitches": 1}
    assert an_entry(details).kind == "twitch"


# ---- What is counted ----


def test_a_twitch_counts_one():
    assert a_twitch().amounts() == {"twitches": 1}


def test_a_drink_counts_all_it_holds():
    assert a_coffee().amounts() == {"water_ml": 238, "caffeine_mg": 96}


def test_a_checkin_counts_zero_where_zero_was_the_answer():
    assert CheckIn(stress=0, workout_min=0).amounts() == {"stress": 0, "workout_min": 0}


@given(ENTRIES)
def test_amounts_are_finite_and_not_negative(entry):
    assert all(amount >= 0 and math.isfinite(amount) for amount in entry.amounts().values())


def test_sleep_counts_what_passed_not_what_clocks_showed():
    before_the_clocks_went_forward = a_moment(23, 0, 28, offset_min=60)
    woke = a_moment(7, 0, 29, offset_min=120)
    night = an_entry(Sleep(), before_the_clocks_went_forward, until=woke)
    assert night.amounts() == {"sleep_min": 7 * 60}


def test_sleep_belongs_to_the_day_of_waking():
    night = an_entry(Sleep(), a_moment(23, 0, 9), until=a_moment(6, 0, 10))
    assert day_of(night.belongs_at()) == date(2026, 3, 10)
    flight = an_entry(Sleep(), a_moment(22, 0, 9), until=a_moment(14, 0, 10, offset_min=540))
    assert day_of(flight.belongs_at()) == date(2026, 3, 10)
    early = an_entry(Sleep(), a_moment(22, 0, 9), until=a_moment(3, 30, 10))
    assert day_of(early.belongs_at()) == date(2026, 3, 9)


@pytest.mark.parametrize("year", [1990, 2099])
def test_long_ago_and_far_ahead_have_days_too(year):
    entry = an_entry(at=a_moment(3, 59, 1, 1, year))
    assert day_of(entry.belongs_at()) == date(year - 1, 12, 31)


# ---- What is refused ----


@pytest.mark.parametrize("field", DRINK_AMOUNTS)
@pytest.mark.parametrize("amount", NONSENSE)
def test_a_drink_of_nonsense_is_refused_in_a_sentence(field, amount):
    fields = {"name": "Tea", "ml": 200, "water_ml": 200, field: amount}
    with pytest.raises(Problem) as caught:
        Drink(**fields)
    assert 20 < len(str(caught.value)) < 120
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("name", ["", "   ", "x" * (NAME_LIMIT + 1), "\0", "Te\0a", "a\ud800b"])
def test_a_drink_needs_a_name(name):
    with pytest.raises(Problem, match="name"):
        Drink(name, 200, 200)


@pytest.mark.parametrize(
    "wrong",
    [
        {"side": "up"},
        {"side": ""},
        {"part": "nose"},
        {"doing": "flying"},
        {"felt": "odd"},
        {"lasted": "ever"},
        {"state": "asleep"},
        {"strength": 0},
        {"strength": 6},
        {"strength": math.nan},
        {"strength": 2.5},
        {"strength": "3"},
    ],
)
def test_a_twitch_takes_only_known_words(wrong):
    with pytest.raises(Problem):
        Twitch(**wrong)


@pytest.mark.parametrize("scale", ["stress", "tiredness", "mental_load"])
@pytest.mark.parametrize("answer", [-1, 11, 3.5, "4", *NONSENSE])
def test_scales_go_from_0_to_10(scale, answer):
    with pytest.raises(Problem, match="0 to 10"):
        CheckIn(**{scale: answer})


@pytest.mark.parametrize("amount", NONSENSE)
def test_a_day_has_so_many_hours(amount):
    with pytest.raises(Problem):
        CheckIn(workout_min=amount)
    with pytest.raises(Problem):
        CheckIn(screen_hours=amount)


def test_a_checkin_needs_an_answer_and_known_symptoms():
    with pytest.raises(Problem, match="at least one"):
        CheckIn()
    with pytest.raises(Problem, match="symptom"):
        CheckIn(symptoms=("boredom",))


@pytest.mark.parametrize("quality", [0, 6, 2.5, math.nan, "3"])
def test_sleep_quality_is_1_to_5(quality):
    with pytest.raises(Problem, match="1 to 5"):
        Sleep(quality)


@pytest.mark.parametrize(
    ("asleep_ms", "word"),
    [
        (None, "time you woke"),
        (0, "before it starts"),
        (-HOUR_MS, "before it starts"),
        (LONGEST_SLEEP_MS + 1, "24 hours"),
        (30 * HOUR_MS, "30 hours"),
    ],
)
def test_sleep_that_cannot_be(asleep_ms, word):
    at = a_moment()
    until = None if asleep_ms is None else at.shifted(asleep_ms)
    with pytest.raises(Problem, match=word):
        an_entry(Sleep(), at, until=until)


def test_nothing_ends_before_it_starts():
    with pytest.raises(Problem, match="before the start"):
        an_entry(until=a_moment(13, 59))


def test_a_note_has_words_but_not_too_many():
    assert an_entry(Note(), note="x" * NOTE_LIMIT).note
    assert an_entry(Note(), note="", deleted=True).deleted
    for note in ("", " \n"):
        with pytest.raises(Problem, match="needs some words"):
            an_entry(Note(), note=note)
    with pytest.raises(Problem, match="10000"):
        an_entry(note="x" * 10_000)


@pytest.mark.parametrize("kind", ["", "x" * (NAME_LIMIT + 1)])
def test_another_kind_needs_a_name(kind):
    with pytest.raises(Problem, match="name"):
        Other(kind)


@pytest.mark.parametrize("counted", [("mood", math.nan), ("mood", math.inf), ("mood", 1e300)])
def test_another_kind_counts_numbers_the_diary_can_hold(counted):
    with pytest.raises(Problem):
        Other("mood", (), (counted,))


# ---- Text ----


@given(st.text(st.characters(), max_size=50))
def test_clean_text_can_be_stored_and_is_clean_already(text):
    clean = clean_text(text)
    clean.encode("utf-8")
    assert clean_text(clean) == clean
    assert not any(c < " " and c not in "\n\t" for c in clean)


@pytest.mark.parametrize("text", ["Ruhe 🙂", "مرحبا", "👩‍👧‍👦", "e\u0301", "zwei\nZeilen", "½ l"])
def test_clean_text_leaves_peoples_words_alone(text):
    assert clean_text(text) == text


def test_clean_text_takes_out_what_is_no_text():
    assert clean_text(" a\0b\x1b[31m\x7f\udcff ") == "ab[31m"


def test_an_entry_knows_its_kind():
    assert Entry(AN_ID, a_moment(), Note(), note="x").kind == "note"
    assert an_entry(Other("meal")).kind == "meal"
