"""The items of a JSON list, one after another, however long the list; none nested without end."""

from __future__ import annotations

from steadyhands.exchange.mishaps import broken, read_plainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

DEEPEST = 50
_CHANGE = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}


def list_items(stream: BinaryIO, name: str) -> Iterator[Any]:
    """Yield the items of the list that the stream is, and close it.

    Raises Problem for what is no JSON, no list, or nested more than 50 deep: a path is kept for
    each level elsewhere, so that a file of nothing but brackets would take hours.
    """
    import ijson

    depth, builder = 0, None
    with stream, read_plainly(name):
        for event, value in ijson.basic_parse(stream, use_float=True):
            change = _CHANGE.get(event, 0)
            depth += change
            if depth > DEEPEST or (depth <= change and event != "start_array"):
                raise broken(name)
            if builder is not None:
                builder.event(event, value)
                if depth == 1:
                    yield builder.value
                    builder = None
            elif depth == 2:
                builder = ijson.ObjectBuilder()
                builder.event(event, value)
            elif not change:
                yield value
