"""CSV of any dialect as rows that know their line: comma, semicolon, tab or bar between cells."""

from __future__ import annotations

import csv

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.format import Refused
from steadyhands.exchange.text import head_text, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from steadyhands.exchange.source import Source

SEPARATORS = (",", ";", "\t", "|")
MOST_COLUMNS = 2000
_SNIFFED_LINES = 20


class TableRow(Value):
    """One row: its line in the file, its cells by the header's names, and as it stands.

    `cells` has every name of the header; cells that were missing are empty. `extra` are the
    cells beyond the header.
    """

    line: int
    cells: Mapping[str, str]
    raw: str = ""
    extra: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Return its place as reports say it."""
        return f"line {self.line}"

    def __getitem__(self, name: str) -> str:
        return self.cells[name]

    def get(self, name: str) -> str:
        """Return a cell; empty if there is no such column."""
        return self.cells.get(name, "")


class Table:
    """A stream read as CSV with a header row; iterate it once for its rows.

    A row that is no CSV (a cell above 128 kB, as after a stray quote) is `Refused`.
    `skip` leaves out so many lines before the header.
    """

    def __init__(self, source: Source, stream: BinaryIO, skip: int = 0) -> None:
        self._source = source
        self._text = lines(source, stream)
        self._line = 0
        for _ in range(skip):
            next(self._text, "")
            self._line += 1
        first = next(self._text, "")
        self._line += 1
        self.separator = separator_of(first)
        self.header = header_in(first, self.separator)
        if len(self.header) > MOST_COLUMNS:
            raise Problem("“{name}” has too many columns.", name=source.name)

    def close(self) -> None:
        """Close the stream before its end."""
        close = getattr(self._text, "close", None)
        if close:
            close()

    def __iter__(self) -> Iterator[TableRow | Refused]:
        reader = csv.reader(self._without_nul(), delimiter=self.separator)
        while True:
            start = self._line + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                reason = Problem("That line is not as tables are written.")
                yield Refused(f"line {start}", reason)
                continue
            if any(map(str.strip, cells)):
                yield self._row(start, cells)

    def _row(self, line: int, cells: list[str]) -> TableRow:
        width = len(self.header)
        padded = cells if len(cells) >= width else cells + [""] * (width - len(cells))
        named = dict(zip(self.header, padded, strict=False))
        return TableRow(line, named, self.separator.join(cells), tuple(cells[width:]))

    def _without_nul(self) -> Iterator[str]:
        for line in self._text:
            self._line += 1
            yield line.replace("\x00", "") if "\x00" in line else line


def header_of(source: Source, head: bytes | None = None, skip: int = 0) -> tuple[str, ...]:
    """Return the names of a CSV's first row, from its first bytes; empty if that is no text.

    `head` are the first bytes of a zip's member; the source's own unless given.
    """
    text = head_text(source.head if head is None else head)
    found = text.splitlines()[skip : skip + 1]
    if not found or not all(c.isprintable() or c == "\t" for c in found[0]):
        return ()
    return header_in(found[0], separator_of(found[0]))


def header_in(line: str, separator: str) -> tuple[str, ...]:
    """Return the cells of a header: trimmed, and a name that comes twice gets a number."""
    try:
        cells = next(csv.reader([line.replace("\x00", "")], delimiter=separator), [])
    except csv.Error:
        return ()
    names: list[str] = []
    for cell in cells:
        name, number = cell.strip().strip("\ufeff"), 1
        taken = name
        while taken in names and name:
            number += 1
            taken = f"{name} ({number})"
        names.append(taken)
    return tuple(names)


def separator_of(line: str) -> str:
    """Return what parts the cells of a header: the mark that parts it into most."""
    counts = {mark: _outside_quotes(line).count(mark) for mark in SEPARATORS}
    best = max(SEPARATORS, key=lambda mark: counts[mark])
    return best if counts[best] else ","


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
