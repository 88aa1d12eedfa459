"""What a reader of a format is: it looks at a source and yields rows, one after another.

How to add a format
-------------------
1. One module here, with one class that has `key`, `name`, `recognises`, `read` and, if it
   brings trackers that people named themselves, `subjects`. Derive it from `Reader`.
2. One line in `exchange/formats.py`.
3. `tests/exchange/test_<format>.py` with good fixtures, and `tests.exchange.broken.try_broken`.

Rules for `read`
----------------
* It streams: no list of all rows, no file read whole. Progress and cancel need nothing from
  it; every read of the source reports itself and raises `Cancelled` when nobody waits any more.
* A row that cannot be taken is `Refused`, with its place and the reason; reading goes on.
  A row that is none of the diary's business is `Passed`, counted by what it is.
  A file that is no good at all raises `Problem`. Nothing else is ever raised.
* `source_id` names the record where it comes from, the same at every export: an id in the
  file, else what makes the record that record ("coffee|2026-03-10"). Wall-clock text as it
  stands, or UTC milliseconds where the file tells zones; never what depends on this
  machine's zone, on the row's number, or on what a person may correct there (amounts, notes).
* Times with a zone keep it; those without go through `options.at_local`.
"""

from __future__ import annotations

from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from typing import ClassVar, Protocol

    from steadyhands.domain.drinks import DrinkPreset
    from steadyhands.domain.entries import Details
    from steadyhands.exchange.source import Source

    class Format(Protocol):
        """One program's files."""

        key: str
        name: str
        own: bool

        def recognises(self, source: Source) -> bool:
            """Return whether the content is this format's; the file's name decides nothing."""

        def subjects(self, source: Source, options: Options) -> Iterable[Subject]:
            """Return the trackers to be told apart, with a guess of what each becomes."""

        def read(self, source: Source, options: Options) -> Iterator[Row]:
            """Yield the rows of the source, in its order."""


RAW_LIMIT = 300


class Cancelled(Exception):
    """The person stopped the import or export: whoever catches it leaves all as it was."""


class Item(Value):
    """Something that may become an entry.

    `source` and `source_id` name it where it comes from, so that it never comes twice.
    `where` is its place in the file ("line 12"). Only our own files know `entry_id`,
    `revision` and `device`: an entry with an id keeps it.
    """

    details: Details
    at: Moment
    until: Moment | None = None
    note: str = ""
    source: str = ""
    source_id: str = ""
    where: str = ""
    entry_id: str = ""
    revision: int = 1
    device: str = ""


class Refused(Value):
    """A row that cannot be taken: its place, the reason, and the beginning of what it says."""

    where: str
    reason: Problem
    raw: str = ""

    def check(self) -> None:
        """Keep only the beginning of a long row."""
        self.__dict__["raw"] = self.raw[:RAW_LIMIT]


class Passed(Value):
    """Rows that the diary has no place for, by what they are ("step count"); no fault of theirs."""

    what: str
    count: int = 1


class SettingsFound(Value):
    """The settings that one of our own files carries, by name; they fill what was never chosen."""

    values: tuple[tuple[str, object], ...]


if TYPE_CHECKING:
    Row = Item | Refused | Passed | SettingsFound


class Subject(Value):
    """A tracker that a person named: `becomes` is our guess (a word of `exchange/targets.py`)."""

    key: str
    name: str
    becomes: str
    unit: str = ""
    example: str = ""


def _nowhere(wall: datetime) -> Moment:
    raise Problem("The time {time} has no zone.", time=wall)


class Options(Value):
    """What a reader needs to know that no file tells.

    `at_local` gives a wall-clock time without a zone its moment (it may raise Problem, as for
    an hour that summer time left out). `targets` says what a subject becomes, by its key;
    `presets` are the drinks a tracker can stand for. `answers` are a format's own questions
    answered, by their names.
    """

    at_local: Callable[[datetime], Moment] = _nowhere
    targets: Mapping[str, str] = {}
    presets: tuple[DrinkPreset, ...] = ()
    answers: Mapping[str, str] = {}


class Reader:
    """What formats share: no subjects, not our own."""

    key: ClassVar[str] = ""
    name: ClassVar[str] = ""
    own: ClassVar[bool] = False

    def recognises(self, source: Source) -> bool:
        """Return whether the content is this format's."""
        raise NotImplementedError

    def subjects(self, source: Source, options: Options) -> Iterable[Subject]:
        """Return the trackers to be told apart; most formats need not ask."""
        return ()

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield the rows of the source, in its order."""
        raise NotImplementedError


def item_or_refusal(make: Callable[[], Item], where: str, raw: str) -> Item | Refused:
    """Return what `make` makes, or the refusal of a row that makes no sense."""
    try:
        return make()
    except Problem as problem:
        return Refused(where, problem, raw)
