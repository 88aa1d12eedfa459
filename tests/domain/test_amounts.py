import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.amounts import (
    from_fl_oz,
    mass_mg,
    minutes,
    scale_0_10,
    shown,
    to_fl_oz,
    volume_ml,
)
from steadyhands.domain.problem import Problem

READERS = (volume_ml, mass_mg, minutes, scale_0_10)
NONSENSE = (
    "",
    "   ",
    "-250",
    "−3",
    "nan",
    "NaN",
    "inf",
    "infinity",
    "1e9",
    "0x10",
    "1_000",
    "1.2.3",
    "5.",
    ".",
    ",",
    "²",
    "🍵",
    "water",
    "1/0",
    "1/",
    "9" * 400,
    "1/" * 5000,
    "x" * 10_000,
    "4\x00ml",
    "مرحبا",
)


@pytest.mark.parametrize(
    ("text", "ml"),
    [
        ("250ml", 250),
        ("250 ml", 250),
        ("250", 250),
        (" 250 ML ", 250),
        ("0.25l", 250),
        ("0,25 l", 250),
        (".5l", 500),
        ("1 litre", 1000),
        ("1.5 liters", 1500),
        ("2.5 dl", 250),
        ("25cl", 250),
        ("8oz", 236.588),
        ("8 fl oz", 236.588),
        ("8 fl. oz.", 236.588),
        ("1 pint", 568.261),
        ("half a pint", 284.13),
        ("1/2 pint", 284.13),
        ("1 US pint", 473.176),
        ("1 cup", 240),
        ("1½ cups", 360),
        ("½ l", 500),
        ("a cup", 240),
        ("٢٥٠", 250),
        ("２５０ml", 250),
        ("1", 1),
        ("5 l", 5000),
    ],
)
def test_a_volume_is_read_as_people_type_it(text, ml):
    assert volume_ml(text) == pytest.approx(ml, abs=0.001)


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("95mg", 95),
        ("95", 95),
        ("0.1 g", 100),
        ("0,1g", 100),
        ("100 mcg", 0.1),
        ("100 µg", 0.1),
        ("2 grams", 2000),
        ("0", 0),
    ],
)
def test_a_weight_is_read_as_people_type_it(text, mg):
    assert mass_mg(text) == pytest.approx(mg)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("45", 45),
        ("45min", 45),
        ("45 minutes", 45),
        ("1h", 60),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1h 30m", 90),
        ("1:30", 90),
        ("1.5 h", 90),
        ("2 hrs", 120),
        ("an hour", 60),
        ("half an hour", 30),
        ("0", 0),
        ("24h", 1440),
    ],
)
def test_a_length_of_time_is_read_as_people_type_it(text, length):
    assert minutes(text) == length


@pytest.mark.parametrize("text", ["1h75", "1.5h30", "1:", "25h", "45 s", "1h30x", "1h 2h"])
def test_a_length_of_time_that_makes_no_sense_is_refused(text):
    with pytest.raises(Problem):
        minutes(text)


@pytest.mark.parametrize(("text", "score"), [("4", 4), ("4/10", 4), (" 0 ", 0), ("10", 10)])
def test_a_score_is_a_whole_number_to_ten(text, score):
    assert scale_0_10(text) == score


@pytest.mark.parametrize("text", ["11", "4.5", "5/5", "ten"])
def test_other_scores_are_refused(text):
    with pytest.raises(Problem, match="0 to 10"):
        scale_0_10(text)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_answered_with_what_is_understood(read, text):
    with pytest.raises(Problem) as refused:
        read(text)
    sentence = str(refused.value)
    assert len(sentence) < 140
    assert any(hint in sentence for hint in ("Try", "goes from", "at most"))


@pytest.mark.parametrize("text", ["0", "0.5 ml", "5001", "6 l", "200oz"])
def test_a_volume_that_nobody_drinks_is_refused(text):
    with pytest.raises(Problem, match="1 to 5,000 ml"):
        volume_ml(text)


def test_a_heavy_weight_is_refused():
    with pytest.raises(Problem, match="10,000 mg"):
        mass_mg("11 g")


@pytest.mark.parametrize("text", ["1,500", "1.500", "1,500 ml"])
def test_a_number_with_two_meanings_is_asked_back(text):
    with pytest.raises(Problem, match=r"Please write 1500 or 1\.5\."):
        volume_ml(text)


def test_ounces_there_and_back():
    assert from_fl_oz(8) == pytest.approx(236.588)
    assert to_fl_oz(from_fl_oz(12)) == pytest.approx(12)


def test_what_a_sentence_repeats_is_short_and_on_one_line():
    assert shown("a\nb\tc\x00d") == "a b c d"
    assert len(shown("x" * 10_000)) == 40


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    for read, most in zip(READERS, (5000, 10_000, 1440, 10), strict=True):
        try:
            assert 0 <= read(text) <= most
        except Problem as refused:
            assert str(refused)


@given(st.integers(1, 5000))
def test_whole_millilitres_come_back_as_they_were(ml):
    assert volume_ml(f"{ml}") == volume_ml(f"{ml} ml") == ml


@given(st.integers(100, 499_999).filter(lambda n: n % 10))
def test_point_and_comma_say_the_same(hundredths_of_ml):
    whole, part = divmod(hundredths_of_ml, 100)
    text = f"{whole}.{part:02} ml"
    assert volume_ml(text) == volume_ml(text.replace(".", ",")) == hundredths_of_ml / 100
