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
    from collections.abc import Generator, Iterator
    from typing import Any, ClassVar

    from steadyhands.exchange.format import Item, Options, Row
    from steadyhands.exchange.source import Source

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
        settings = _first(source, "settings")  # at once where we wrote them, before the entries
        yield checked_head({**head, "settings": settings})
        number = 0
        for number, record in enumerate(_each(source, "entries.item"), start=1):
            yield _of_record(record, f"entry {number}")
        if not number and not _has_list(source):
            raise broken(source.name)


def _each(source: Source, place: str) -> Generator[Any, None, None]:
    import ijson

    with source.open() as stream, read_plainly(source.name):
        found = ijson.items(stream, place, use_float=True)
        while (value := next(found, _END)) is not _END:
            yield value


def _first(source: Source, place: str) -> Any:
    found = _each(source, place)
    value = next(found, None)
    found.close()
    return value


_END = object()


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


def _has_list(source: Source) -> bool:
    import ijson

    with source.open() as stream, read_plainly(source.name):
        events = ((place, event) for place, event, _ in ijson.parse(stream))
        return ("entries", "start_array") in events


def _of_record(record: Any, where: str) -> Item | Refused:
    return item_or_refusal(lambda: item_of(record, where), where, str(record))


def _other_count(source: Source, promised: int, found: int) -> Problem:
    return Problem(
        "“{name}” should hold {promised} entries, but {found} were found.",
        name=source.name,
        promised=f"{promised:,}",
        found=f"{found:,}",
    )
