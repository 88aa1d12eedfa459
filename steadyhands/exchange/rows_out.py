"""The report of an import: every row of the file, and what became of it, as CSV."""

from __future__ import annotations

import csv

from steadyhands.exchange.out import fresh_text, safe_cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = ("row", "outcome", "kind", "time", "reason", "content")
WORDS = {
    "new": "comes in",
    "again": "comes in again, its import was undone",
    "changed": "comes in changed, it differs from last time",
    "known": "already in the diary",
    "edited": "left as you changed it",
    "removed": "left out, you removed it",
    "repeated": "twice in the file",
    "overlaps": "left out, that time has a sleep already",
    "refused": "cannot be read",
}


def write_rows(path: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows of `COLUMNS` to a CSV file; the outcome is put in words."""
    with fresh_text(path) as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for where, outcome, *rest in rows:
            writer.writerow(map(safe_cell, (where, WORDS.get(outcome, outcome), *rest)))
