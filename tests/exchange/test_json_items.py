"""Lists of JSON, item by item."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.problem import Problem
from steadyhands.exchange.json_items import list_items

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def items_in(content: bytes):
    return list(list_items(io.BytesIO(content), "x"))


@given(st.lists(VALUES, max_size=5))
def test_items_are_as_they_stand(value):
    assert items_in(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"1",
        b"{}",
        b'{"a": [1]}',
        b"[",
        b"[1, 2",
        b"[1] [2]",
        b"[}",
        b"[" * 100_000,
        b'[{"a":' * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_list_is_said(content):
    with pytest.raises(Problem, match="damaged"):
        items_in(content)
