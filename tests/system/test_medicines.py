import pytest

from steadyhands.domain.medicines import GROUPS
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import MEDICINES
from steadyhands.system.medicines import medicines_in, shipped_medicines

ROW = """
[[medicine]]
id = "iron"
name = "Iron"
like = ""
examples = "iron tablets"
group = "apart"
why = "Because."
source = "A book"
"""


def test_each_medicine_of_the_profile_has_its_reason_and_source():
    medicines = shipped_medicines()
    assert tuple(m.id for m in medicines) == MEDICINES
    assert {m.group for m in medicines} == set(GROUPS)
    assert all(m.why.endswith(".") for m in medicines)


def test_no_reason_tells_anybody_to_take_or_to_stop_something():
    for medicine in shipped_medicines():
        said = medicine.why.casefold()
        assert "you should" not in said
        assert "stop taking" not in said
        assert "try " not in said
        assert "deficien" not in said


def test_figures_stand_only_where_they_were_read_at_the_source():
    numbers = {m.id for m in shipped_medicines() if any(char.isdigit() for char in m.why)}
    # UK product information on magnesium, health facts §5.
    assert numbers == {
        "tetracycline",
        "bisphosphonate",
        "iron",
        "nitrofurantoin",
        "penicillamine",
        "aminoquinoline",
        "eltrombopag",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[medicine]]\nid = ", "m.toml cannot be read"),
        (ROW.replace('"iron"\n', '"tea"\n'), "row 1: “tea” is not a medicine"),
        (ROW.replace("Because.", " "), "row 1: “why” needs words"),
        (ROW.replace("apart", "odd"), "row 1: “odd” is not a group"),
        (ROW.replace('source = "A book"', ""), "row 1: Medicine needs 'source'"),
        (ROW + ROW, "row 2: iron is there twice"),
    ],
)
def test_a_mistake_is_named_with_its_row(text, said):
    with pytest.raises(Problem, match=said):
        medicines_in(text, "m.toml")
