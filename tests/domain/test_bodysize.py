import pytest

from steadyhands.domain.bodysize import height_cm, weight_kg
from steadyhands.domain.problem import Problem


@pytest.mark.parametrize(
    ("text", "cm"),
    [
        ("172", 172),
        ("172,4 cm", 172),
        ("1.72 m", 172),
        ("1,72m", 172),
        ("5 ft 8", 173),
        ("5'8\"", 173),
        ("5 feet", 152),
        ("68 in", 173),
        ("  ", None),
    ],
)
def test_heights_as_people_write_them(text, cm):
    assert height_cm(text) == cm


@pytest.mark.parametrize(
    ("text", "kg"), [("64", 64), ("64,5 kg", 64.5), ("141 lb", 64), ("10 st 1", 64), ("", None)]
)
def test_weights_as_people_write_them(text, kg):
    assert weight_kg(text) == kg


@pytest.mark.parametrize("text", ["tall", "1,72", "0 cm", "999", "-170", "9" * 400])
def test_what_is_no_height_is_said_so(text):
    with pytest.raises(Problem):
        height_cm(text)


@pytest.mark.parametrize("text", ["heavy", "12", "900 kg", "64 g"])
def test_what_is_no_weight_is_said_so(text):
    with pytest.raises(Problem):
        weight_kg(text)
