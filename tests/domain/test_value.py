import copy
import pickle
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value


class Cup(Value):
    COUNTED: ClassVar[int] = 3

    ml: int
    name: str = "cup"

    def check(self) -> None:
        if self.ml < 0:
            raise Problem("A cup cannot hold {given} ml.", given=self.ml)


class Mug(Cup):
    lid: bool = False
    name: str = "mug"


class Tin(Value):
    ml: int
    name: str = "cup"


words = st.text(max_size=5)
cups = st.builds(Cup, ml=st.integers(0, 3), name=words)


def test_fields_are_annotations_without_class_variables():
    assert Cup._fields == ("ml", "name")


def test_a_subclass_adds_fields_and_may_change_defaults():
    assert Mug._fields == ("ml", "name", "lid")
    assert Mug(2) == Mug(2, "mug", False)


def test_defaults_are_used_and_shown():
    assert repr(Cup(5)) == "Cup(ml=5, name='cup')"


@pytest.mark.parametrize(
    ("args", "named", "word"),
    [
        ((), {}, "needs 'ml'"),
        ((1, "a", 2), {}, "at most 2 fields"),
        ((1,), {"ml": 2}, "'ml'"),
        ((1,), {"colour": "red"}, "'colour'"),
        ((1,), {"COUNTED": 4}, "'COUNTED'"),
    ],
)
def test_wrong_fields_are_a_type_error(args, named, word):
    with pytest.raises(TypeError, match=word):
        Cup(*args, **named)


def test_nothing_can_be_set_or_deleted():
    cup = Cup(1)
    with pytest.raises(AttributeError, match="do not change"):
        cup.ml = 2
    with pytest.raises(AttributeError, match="do not change"):
        cup.new = 2
    with pytest.raises(AttributeError, match="do not change"):
        del cup.ml
    assert cup == Cup(1)


@given(cups, cups)
def test_equal_means_equal_fields_and_equal_hash(one, other):
    assert (one == other) == ((one.ml, one.name) == (other.ml, other.name))
    if one == other:
        assert hash(one) == hash(other)


@given(st.integers(0, 9), words)
def test_the_order_in_which_fields_are_named_does_not_matter(ml, name):
    values = {
        Cup(ml, name),
        Cup(name=name, ml=ml),
        Cup(ml, name=name),
        Cup(0).replaced(name=name, ml=ml),
    }
    assert len(values) == 1
    assert len({repr(value) for value in values}) == 1


def test_another_class_with_the_same_fields_is_not_equal():
    assert Cup(1) != Tin(1)
    assert Cup(1, "mug") != Mug(1)
    assert Cup(1) != 1
    assert len({Cup(1), Tin(1)}) == 2


@given(cups)
def test_copies_and_pickles_are_equal(cup):
    for twin in (copy.copy(cup), copy.deepcopy(cup), pickle.loads(pickle.dumps(cup))):
        assert twin == cup
        assert hash(twin) == hash(cup)
        with pytest.raises(AttributeError):
            twin.ml = 3


def test_replaced_leaves_the_old_value_and_checks_the_new():
    cup = Cup(1, "small")
    assert cup.replaced(ml=2) == Cup(2, "small")
    assert cup == Cup(1, "small")
    with pytest.raises(Problem):
        cup.replaced(ml=-1)
    with pytest.raises(TypeError):
        cup.replaced(colour="red")


def test_a_problem_is_one_sentence_with_its_facts():
    with pytest.raises(Problem) as caught:
        Cup(-2)
    assert str(caught.value) == "A cup cannot hold -2 ml."
    assert caught.value.template == "A cup cannot hold {given} ml."
    assert caught.value.facts == {"given": -2}


def test_a_problem_says_facts_with_braces_as_they_are():
    assert str(Problem("No {word}.", word="{ml} {}")) == "No {ml} {}."
