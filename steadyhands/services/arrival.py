"""What an import brings, before and after: values that both faces of the program show."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.changes import Changes
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.format import Refused
from steadyhands.storage.incoming import AGAIN as AGAIN
from steadyhands.storage.incoming import CHANGED as CHANGED
from steadyhands.storage.incoming import COMES as COMES
from steadyhands.storage.incoming import EDITED as EDITED
from steadyhands.storage.incoming import KNOWN as KNOWN
from steadyhands.storage.incoming import NEW as NEW
from steadyhands.storage.incoming import OVERLAPS as OVERLAPS
from steadyhands.storage.incoming import REFUSED as REFUSED
from steadyhands.storage.incoming import REMOVED as REMOVED
from steadyhands.storage.incoming import REPEATED as REPEATED
from steadyhands.storage.incoming import Counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadyhands.domain.entries import Entry


class Wishes(Value):
    """What a person said about an import: a format by its key (empty: by content), what
    trackers become (`exchange/targets.py`), and answers to the format's own questions.
    `restore` brings back entries that are in the file but were removed here.
    """

    format: str = ""
    targets: Mapping[str, str] = {}
    answers: Mapping[str, str] = {}
    restore: bool = False


class Preview(Value):
    """What a file would bring, or has brought.

    `counts` says how many of each kind have which outcome; `refused` are the first rows that
    cannot come, with their reasons; `passed` counts what the diary has no place for, by what it
    is; `settings` names those that would be filled; `remarks` are about the file as a whole;
    `sample` holds the first entries of the file, to look at.
    """

    path: str
    format: str
    format_name: str
    counts: tuple[Counted, ...] = ()
    first: date | None = None
    last: date | None = None
    days: int = 0
    refused: tuple[Refused, ...] = ()
    passed: Mapping[str, int] = {}
    settings: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()
    sample: tuple[Entry, ...] = ()

    def count(self, *outcomes: str) -> int:
        """Return how many rows have one of these outcomes."""
        return sum(c.count for c in self.counts if c.outcome in outcomes)

    @property
    def coming(self) -> int:
        """Return how many entries come in."""
        return self.count(*COMES)

    def coming_by_kind(self) -> dict[str, int]:
        """Return how many entries of each kind come in."""
        found: dict[str, int] = {}
        for each in self.counts:
            if each.outcome in COMES:
                found[each.kind] = found.get(each.kind, 0) + each.count
        return found


class Brought(Value):
    """What an import did: `act` names it for undo, 0 if nothing came in."""

    act: int
    what: Preview
    changes: Changes


class PastImport(Value):
    """An import that was made: `stands` unless all it brought has been taken back."""

    act: int
    format: str
    format_name: str
    file: str
    at: Moment
    count: int
    stands: bool = True
