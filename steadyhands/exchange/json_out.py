"""Writes our own JSON, without loss: one document, or an entry a line."""

from __future__ import annotations

import json

from steadyhands.exchange.out import fresh_text
from steadyhands.exchange.own import MARK, MARK_VALUE, VERSION, record_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.domain.entries import Entry
    from steadyhands.exchange.out import Head


def write_lines(path: str, head: Head, entries: Iterable[Entry]) -> None:
    """Write a file of lines: the head first, then an entry a line."""
    with fresh_text(path) as stream:
        record = {**_said(head, "lines"), "entries": head.entries, "settings": head.settings}
        stream.write(_text(record) + "\n")
        for entry in entries:
            stream.write(_text(record_of(entry)) + "\n")


def write_document(path: str, head: Head, entries: Iterable[Entry]) -> None:
    """Write one JSON document, with an entry a line in it."""
    with fresh_text(path) as stream:
        said = _text({**_said(head, "document"), "settings": head.settings})
        stream.write(said.removesuffix("}") + ',\n"entries":[')
        separator = "\n"
        for entry in entries:
            stream.write(separator + _text(record_of(entry)))
            separator = ",\n"
        stream.write("\n]}\n")


def _said(head: Head, layout: str) -> dict[str, object]:
    return {
        MARK: MARK_VALUE,
        "version": VERSION,
        "layout": layout,
        "program": head.program,
        "exported": head.made.iso(),
    }


# One for all: `json.dumps` would make one for each entry.
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
