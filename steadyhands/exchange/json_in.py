"""Reads our own JSON: a document, or an entry a line."""

from __future__ import annotations

import json

from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Reader, Refused, item_or_refusal
from steadyhands.exchange.mishaps import broken, read_plainly
from steadyhands.exchange.own import checked_head, is_lines, is_own, item_of
from steadyhands.exchange.text import head_text, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, ClassVar

    from steadyhands.exchange.format import Item, Options, Row
    from steadyhands.exchange.source import Source

DEEPEST = 50
_CHANGE = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}
_LONGEST_LINE = 64 << 20  # the head holds all settings, own routines among them


class JsonLines(Reader):
    """SteadyHands, an entry a line."""

    key: ClassVar[str] = "steadyhands-jsonl"
    name: ClassVar[str] = "SteadyHands (JSON Lines)"
    own: ClassVar[bool] = True

    def recognises(self, source: Source) -> bool:
        """Return whether the first line is our head."""
        text = head_text(source.head)
        return is_own(text) and is_lines(text)

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield the settings, then each line's entry."""
        promised, found = None, 0
        for number, line in enumerate(lines(source, source.open(), _LONGEST_LINE), start=1):
            if number == 1:
                head = _head(line)
                yield checked_head(head)
                promised = head.get("entries")
            elif line.strip():
                found += 1
                yield _item(line, f"line {number}")
        if type(promised) is int and promised != found:
            source.remarks.append(_other_count(source, promised, found))


def _head(line: str) -> dict[str, Any]:
    head = _loaded(line)
    if not isinstance(head, dict):
        raise Problem("This is no diary's file.")
    return head


def _item(line: str, where: str) -> Item | Refused:
    return item_or_refusal(lambda: item_of(_loaded(line), where), where, line.strip())


def _loaded(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise Problem("That line is no JSON; it may have been cut off.") from None


class JsonDocument(Reader):
    """SteadyHands, one JSON document."""

    key: ClassVar[str] = "steadyhands-json"
    name: ClassVar[str] = "SteadyHands (JSON)"
    own: ClassVar[bool] = True

    def recognises(self, source: Source) -> bool:
        """Return whether the document begins with our head."""
        text = head_text(source.head)
        return is_own(text) and not is_lines(text)

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield the settings and each entry; the document is never whole in memory."""
        head = _beginning(source)
        checked_head(head)  # a newer version's file is refused before anything comes of it
        number = 0
        for key, value in _members(source):
            if key == "entries":
                number += 1
                yield _of_record(value, f"entry {number}")
            elif key == "settings":
                yield checked_head({**head, "settings": value})


def _beginning(source: Source) -> dict[str, Any]:
    """Return what the document says of itself before anything long comes."""
    import ijson

    head: dict[str, Any] = {}
    with source.open() as stream, read_plainly(source.name):
        events = ijson.basic_parse(stream, use_float=True)
        next(events)
        for event, value in events:
            if event == "map_key":
                key = value
            elif event in ("string", "number", "boolean", "null"):
                head[key] = value
            else:
                break
    return head


def _members(source: Source) -> Iterator[tuple[str, Any]]:
    """Yield the document's members, each entry for itself; raises Problem if it has no list.

    Not with `ijson.items`, which keeps the path to each level: a file of nothing but brackets
    would fill the memory. None of ours is nested deep.
    """
    import ijson

    key, depth, base, builder, has_list = "", 0, 1, None, False
    with source.open() as stream, read_plainly(source.name):
        for event, value in ijson.basic_parse(stream, use_float=True):
            change = _CHANGE.get(event, 0)
            depth += change
            if depth > DEEPEST:
                raise broken(source.name)
            if builder is not None:
                builder.event(event, value)
                if depth == base:
                    yield key, builder.value
                    builder = None
            elif event == "map_key":
                key, base = value, 1
            elif (key, event, depth) == ("entries", "start_array", 2):
                base, has_list = 2, True
            elif change > 0 and depth > base:
                builder = ijson.ObjectBuilder()
                builder.event(event, value)
            elif not change:
                yield key, value
    if not has_list:
        raise broken(source.name)


def _of_record(record: Any, where: str) -> Item | Refused:
    return item_or_refusal(lambda: item_of(record, where), where, str(record))


def _other_count(source: Source, promised: int, found: int) -> Problem:
    return Problem(
        "“{name}” should hold {promised} entries, but {found} were found.",
        name=source.name,
        promised=f"{promised:,}",
        found=f"{found:,}",
    )
