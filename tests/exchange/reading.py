"""Reading a file as the importer will: what tests of formats share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from steadyhands.domain.entries import Entry
from steadyhands.domain.moment import Moment
from steadyhands.exchange.format import Item, Options, Passed, Refused
from steadyhands.exchange.formats import format_of
from steadyhands.exchange.source import Source
from steadyhands.system.drinks import shipped_drinks
from tests.factory import AN_ID
from tests.stubs import moment_of

if TYPE_CHECKING:
    from steadyhands.exchange.format import Row


def at_local(wall: datetime) -> Moment:
    """Return the moment that a clock an hour ahead of UTC shows."""
    return moment_of(wall, 60)


def some_options(
    targets: Mapping[str, str] | None = None, answers: Mapping[str, str] | None = None
) -> Options:
    return Options(at_local, targets or {}, tuple(shipped_drinks()), answers or {})


def rows_of(path: str | os.PathLike[str], options: Options | None = None) -> list[Row]:
    """Return all rows of a file, read by the format that recognises it."""
    with Source(path) as source:
        return list(format_of(source).read(source, options or some_options()))


def rows_in(content: bytes | str, folder: Path, options: Options | None = None) -> list[Row]:
    """Return all rows of a content, written to a file whose name tells nothing."""
    return rows_of(a_file(content, folder), options)


def a_file(content: bytes | str, folder: Path, name: str = "download") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def key_of(content: bytes | str, folder: Path) -> str:
    """Return the key of the format that recognises a content."""
    with Source(a_file(content, folder)) as source:
        return format_of(source).key


def items(rows: list[Row]) -> list[Item]:
    return [row for row in rows if isinstance(row, Item)]


def refused(rows: list[Row]) -> list[Refused]:
    return [row for row in rows if isinstance(row, Refused)]


def passed(rows: list[Row]) -> dict[str, int]:
    """Return how many rows the diary has no place for, by what they are."""
    counts: dict[str, int] = {}
    for row in rows:
        if isinstance(row, Passed):
            counts[row.what] = counts.get(row.what, 0) + row.count
    return counts


def entry_of(item: Item) -> Entry:
    """Return the entry that an item becomes; raises Problem if it can be none."""
    return Entry(item.entry_id or AN_ID, item.at, item.details, item.until, item.note)
