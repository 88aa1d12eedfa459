"""Writes the diary as tables: a zip with one tidy CSV a kind, and a README of its columns."""

from __future__ import annotations

import csv
import io

from steadyhands.domain.entries import KINDS, Other
from steadyhands.exchange.columns import OTHER, WORDS, header, row_of
from steadyhands.exchange.out import fresh_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from steadyhands.domain.entries import Entry
    from steadyhands.exchange.out import Head

    EntriesOf = Callable[[Iterable[str]], Iterator[Entry]]

README = "README.txt"


def write_tables(
    path: str,
    head: Head,
    kinds: Iterable[str],
    entries_of: EntriesOf,
    day_of: Callable[[Entry], date],
) -> None:
    """Write a zip: `entries_of` yields the entries of some kinds, `day_of` an entry's day."""
    import zipfile

    used = list(kinds)
    known = [kind for kind in KINDS if kind in used]
    unknown = [kind for kind in used if kind not in KINDS]
    odd: list[Entry] = []  # of a known kind, but as only a newer version can read it: very few
    with (
        fresh_bytes(path) as stream,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        archive.writestr(README, readme(head, [*known, OTHER]))
        for kind in known:
            with _table(archive, kind) as table:
                _write(table, kind, entries_of((kind,)), day_of, odd)
        with _table(archive, OTHER) as table:
            _write(table, OTHER, _chained(odd, entries_of(unknown)), day_of, None)


def _chained(odd: list[Entry], others: Iterator[Entry]) -> Iterator[Entry]:
    yield from odd
    yield from others


def _table(archive: zipfile.ZipFile, kind: str) -> io.TextIOWrapper:
    stream = archive.open(f"{kind}.csv", "w", force_zip64=True)
    return io.TextIOWrapper(stream, encoding="utf-8", newline="")


def _write(
    table: io.TextIOWrapper,
    kind: str,
    entries: Iterator[Entry],
    day_of: Callable[[Entry], date],
    odd: list[Entry] | None,
) -> None:
    writer = csv.writer(table)
    writer.writerow(header(kind))
    for entry in entries:
        if odd is not None and isinstance(entry.details, Other):
            odd.append(entry)
        else:
            writer.writerow(row_of(entry, day_of(entry)))


def readme(head: Head, kinds: Iterable[str]) -> str:
    """Return the README: what the files are, and each column with its unit."""
    lines = [
        "SteadyHands diary",
        "",
        f"Exported {head.made.local():%Y-%m-%d %H:%M} by SteadyHands {head.program}.",
        "One table for each kind of entry, one row an entry, oldest first. UTF-8; cells are parted",
        "by commas, decimals have a point. Self-reported; nothing in here is a diagnosis.",
        "A word that begins with = + - or @ has an apostrophe before it, so that no spreadsheet",
        "takes it for a formula. SteadyHands can read the zip, or one table of it, back in.",
    ]
    for kind in kinds:
        lines += ["", f"{kind}.csv", *(f"  {name:<15} {WORDS[name]}" for name in header(kind))]
    return "\r\n".join(lines) + "\r\n"
