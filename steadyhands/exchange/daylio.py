"""Daylio's CSV: a row an entry, with a mood in the person's own words, activities and a note.

Columns seen: `full_date,date,weekday,time,mood,activities,note_title,note`, a `scales` before
the title in newer files, no title in older ones, and `year,date,…` in those of 2018. The
inside of a `.daylio` backup is not documented: it is known, and said what to export instead.
"""

from __future__ import annotations

from datetime import date, datetime

from steadyhands.domain.entries import Note, Other, clean_text
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import clock, day
from steadyhands.exchange.format import Item, Refused, Subject
from steadyhands.exchange.plain_words import day_in_words, plain_text
from steadyhands.exchange.table import Table, header_of
from steadyhands.exchange.targets import OWN, SKIP, check_target
from steadyhands.exchange.trackers import TICK, Point, TrackerReader, Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import ClassVar

    from steadyhands.domain.entries import Details
    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.table import TableRow

PROGRAM = "daylio"
MOOD = "Mood"
MOOD_KEY = "mood|"
_NEEDED = {"date", "weekday", "time", "mood", "activities", "note"}
_INSIDE = "backup.daylio"
# The five moods that Daylio begins with, best first.
_SHIPPED = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
_MOST_ACTIVITIES = 200


class Daylio(TrackerReader):
    """Daylio, as CSV."""

    key: ClassVar[str] = "daylio"
    program: ClassVar[str] = PROGRAM
    name: ClassVar[str] = "Daylio"

    def recognises(self, source: Source) -> bool:
        """Return whether a table has Daylio's columns, or a zip holds its backup."""
        if source.is_zip:
            return bool(source.find(_INSIDE))
        header = {name.casefold() for name in header_of(source)}
        return header >= _NEEDED and bool(header & {"full_date", "year"})

    def points(self, source: Source, options: Options) -> Iterator[Point | Row]:
        """Yield each entry's mood with its note, then its activities: ticks at its time."""
        for row in _entries(source, options):
            if isinstance(row, Refused):
                yield row
            else:
                yield from row.mood_items(options)
                yield from row.activities()

    def subjects(self, source: Source, options: Options) -> Iterable[Subject]:
        """Return the moods, which may be given numbers, and the activities."""
        before = len(source.remarks)
        rows = _entries(source, options)
        moods = dict.fromkeys(row.mood for row in rows if not isinstance(row, Refused))
        del source.remarks[before:]
        source.done = 0
        named = [Subject(mood_key(w), f"{MOOD}: {w}", _target(w, options)) for w in moods if w]
        return [*named, *super().subjects(source, options)]


def mood_key(word: str) -> str:
    """Return how a mood is named in `Options.targets`."""
    return MOOD_KEY + word.casefold()


def _target(word: str, options: Options) -> str:
    """Return what a mood becomes: a word, or `own:NUMBER` if it counts as a number."""
    chosen = options.targets.get(mood_key(word))
    if chosen:
        return check_target(chosen, options.presets)
    number = _SHIPPED.get(word.casefold())
    return f"{OWN}:{number}" if number else OWN


class _Entry:
    """One row of the file."""

    def __init__(self, row: TableRow, names: dict[str, str], options: Options, turns: Turns):
        def cell(name: str) -> str:
            return row.get(names.get(name, "")).strip()

        self.where, self.raw = row.where, row.raw
        self.wall = datetime.combine(_date(cell), clock(cell("time")))
        self.at: Moment = options.at_local(self.wall)
        self.mood, self._said = clean_text(cell("mood")), cell("activities")
        note, title = plain_text(cell("note")), plain_text(cell("note_title"))
        self.note = "\n".join(text for text in (title, cell("scales"), note) if text)
        # Two entries of one minute are told apart by their turn.
        self.key = turns.of(f"{self.wall:%Y-%m-%d %H:%M}")

    def activities(self) -> Iterator[Point]:
        """Yield what was ticked."""
        words = dict.fromkeys(word.strip() for word in self._said.split("|"))
        for word in list(words)[:_MOST_ACTIVITIES]:
            if word:
                key = f"{self.key}|{word}"
                yield Point(word, word, 1.0, self.at, key, self.where, kind=TICK, raw=self.raw)

    def mood_items(self, options: Options) -> Iterator[Item | Refused]:
        """Yield the mood with the note; a note without a mood stands alone."""
        try:
            target = _target(self.mood, options) if self.mood else SKIP
        except Problem as problem:
            yield Refused(self.where, problem, self.raw)
            return
        if target != SKIP:
            details: Details = _mood(self.mood, target)
        elif self.note:
            details = Note()
        else:
            return
        yield Item(details, self.at, None, self.note, PROGRAM, self.key, self.where)


def _mood(word: str, target: str) -> Other:
    """Return a mood by its word; it counts only if it was given a number."""
    number = target.partition(":")[2]
    if not number:
        return Other(MOOD, (("word", word),))
    value = float(number)
    return Other(MOOD, (("value", value), ("word", word)), ((MOOD, value),))


def _entries(source: Source, options: Options) -> Iterator[_Entry | Refused]:
    if source.is_zip:
        raise Problem(
            "“{name}” is a backup of Daylio, which only Daylio can read. In Daylio choose "
            "More, Export Entries, CSV, and bring in that file.",
            name=source.name,
        )
    table, turns = Table(source, source.open()), Turns()
    names = {name.casefold(): name for name in table.header}
    for row in table:
        if isinstance(row, Refused):
            yield row
            continue
        try:
            yield _Entry(row, names, options, turns)
        except Problem as problem:
            yield Refused(row.where, problem, row.raw)


def _date(cell: Callable[[str], str]) -> date:
    """Return the day; files of 2018 say the year apart, and the date in words."""
    return day(cell("full_date")) if cell("full_date") else day_in_words(cell("date"), cell("year"))
