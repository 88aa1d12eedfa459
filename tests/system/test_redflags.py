import re

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.domain.redflags import URGENCIES
from steadyhands.system.emergency import emergency_number, numbers_in
from steadyhands.system.redflags import safety_in, shipped_safety
from steadyhands.system.resources import read_resource

FLAG = """
[[flag]]
id = "a"
sign = "A sign"
urgency = "soon"
do = "See a doctor."
key = "R1"
source = "Somebody"
"""
WHEN = '[[flag.when]]\nsigns = ["pain"]\n'


def test_the_shipped_flags_are_whole_and_in_order_of_urgency():
    safety = shipped_safety()
    order = [URGENCIES.index(flag.urgency) for flag in safety.flags]
    assert order == sorted(order)
    assert len(safety.flags) >= 20
    assert len(safety.facts) >= 2


def test_every_emergency_says_whom_to_call_and_nothing_frightens():
    for flag in shipped_safety().flags:
        if flag.urgency == "emergency":
            assert "{number}" in flag.action, flag.id
        text = f"{flag.sign} {flag.action}".lower()
        assert not re.search(r"abnormal|deficien|999|112|911|!|danger|fatal", text), flag.id


def test_each_key_is_explained_among_the_sources():
    sources = read_resource("SOURCES.md")
    safety = shipped_safety()
    keys = {key for one in (*safety.flags, *safety.facts) for key in one.key.split()}
    assert {key for key in keys if f"[{key}]" not in sources} == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[flag]\n", "x.toml is not a file of signs: "),
        (
            FLAG.replace('"soon"', '"later"'),
            "x.toml, line 2, a, flag: “later” is not one of its words.",
        ),
        (FLAG.replace("urgency =", "urgent ="), "x.toml, line 5, a, urgent: no such field."),
        (FLAG.replace('do = "See a doctor."\n', ""), "x.toml, line 2, a, do: it is missing."),
        (
            FLAG.replace('"See a doctor."', '""'),
            "x.toml, line 2, a, flag: It needs words for action.",
        ),
        (
            FLAG.replace('"See a doctor."', "3"),
            "x.toml, line 6, a, do: it should be words in quotes.",
        ),
        (
            FLAG.replace("doctor", "{who}"),
            "x.toml, line 6, a, do: only {number} may stand in braces.",
        ),
        (FLAG + FLAG, "x.toml, line 11, a, id: it is there twice."),
        (FLAG + 'covers = ["b"]\n', "x.toml, line 9, a, covers: no other flag “b”."),
        (FLAG + 'again_days = "9"\n', "x.toml, line 9, a, again_days: it should be a number."),
        (
            FLAG + WHEN.replace("pain", "pains"),
            "x.toml, line 9, a, when: “pains” is not one of its words.",
        ),
        (
            FLAG + WHEN + "days = 9\n",
            "x.toml, line 9, a, when: Its days do not fit into the time it looks at.",
        ),
        (FLAG + WHEN + "also = 1\n", "x.toml, line 11, a, also: a list of words is missing."),
        (
            FLAG + "[[flag.when]]\ndays = 1\n",
            "x.toml, line 9, a, when: A pattern needs either signs or a trend.",
        ),
        (FLAG + WHEN + "often = 2\n", "x.toml, line 11, a, often: no such field."),
        ("[[sign]]\n", "x.toml, line 1, sign, sign: no such table."),
        ('[[fact]]\ntext = "Yes"\nkey = "R1"\n', "x.toml, line 1, 1, source: it is missing."),
    ],
)
def test_a_mistake_is_named_with_its_line_flag_and_field(text, said):
    with pytest.raises(Problem) as caught:
        safety_in(text, "x.toml")
    assert str(caught.value).startswith(said.rstrip(".")) if said.endswith(": ") else True
    assert said in str(caught.value)


def test_the_emergency_number_follows_the_territory():
    numbers = {"DE": "112", "gb": "999", "IE": "999", "US": "911", "CA": "911", "AU": "000"}
    assert {place: emergency_number(place) for place in numbers} == numbers
    assert emergency_number("JP") == emergency_number("") == ""


@pytest.mark.parametrize(
    "text", ['"112" = ["DE"]\n"911" = ["DE"]', '"112" = "DE"', "ambulance = ['DE']", '"112" = [']
)
def test_two_numbers_for_one_place_are_refused(text):
    with pytest.raises(Problem, match="emergency"):
        numbers_in(text, "emergency.toml")
