"""Tables of any program: their first rows, what the columns may be, what was said of them."""

from __future__ import annotations

import io

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange import any_table
from steadyhands.exchange.any_table import AnyTable
from steadyhands.exchange.cells import clock, number, wall_clock
from steadyhands.exchange.cells import day as day_in
from steadyhands.exchange.format import Item, Options, Refused
from steadyhands.exchange.source import Source
from steadyhands.exchange.table import Table, TableRow
from steadyhands.services.arrival import Wishes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import BinaryIO

    from steadyhands.domain.drinks import DrinkPreset
    from steadyhands.storage.diary import Diary
    from steadyhands.system.clock import Clock

SETTING = "tables"
DIARY, KNOWN, TABLE = "diary", "known", "table"
MOST_KEPT = 100
ROWS_SHOWN = 6
ROWS_READ = 200
_MOST = 0.8  # of the cells of a column must be what it is guessed to be
_NOTE_WORDS = ("note", "comment", "remark", "text", "notiz", "kommentar")
_WHAT_WORDS = ("name", "habit", "what", "item", "type", "category", "activity", "event", "tracker")


class TableSeen(Value):
    """The beginning of a table: its column names and its first rows, cell by cell."""

    path: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class FirstEntries(Value):
    """What the first rows become: entries, and rows that cannot be read with the reason."""

    items: tuple[Item, ...] = ()
    refused: tuple[Refused, ...] = ()


class _Head(Source):
    """The first rows of a file as if they were all of it; nothing more is read."""

    def open(self) -> BinaryIO:
        """Return whole lines only."""
        end = self.head.rfind(b"\n") + 1
        return io.BufferedReader(io.BytesIO(self.head[:end] if end else self.head))


def see_table(path: str) -> TableSeen:
    """Return a table's beginning. Raises Problem for a file that is no table of text."""
    with _Head(path) as source:
        if source.is_zip or source.is_sqlite or b"\x00\x00\x00" in source.head[:400]:
            raise _no_table(source)
        table = Table(source, source.open())
        rows = [row for _, row in zip(range(ROWS_READ), table, strict=False)]
        found = [row for row in rows if isinstance(row, TableRow)]
        if len(table.header) < 2 or not found:
            raise _no_table(source)
        cells = tuple(tuple(row.cells[name] for name in table.header) for row in found)
        return TableSeen(path, table.header, cells)


def _no_table(source: Source) -> Problem:
    return Problem(
        "“{name}” is neither of a program that is known here nor a table (CSV).", name=source.name
    )


def guess_roles(seen: TableSeen) -> dict[str, str]:
    """Return the answers that the names and cells of a table's columns suggest."""
    roles: dict[str, str] = {}
    for place, name in enumerate(seen.header):
        cells = [row[place] for row in seen.rows if row[place].strip()]
        roles[name] = _role(name.casefold(), cells, set(roles.values()))
    answers = {any_table.ROLE + name: role for name, role in roles.items()}
    when = next((name for name, role in roles.items() if role == any_table.WHEN), "")
    first = day_first(seen, when)
    if first:
        answers[any_table.DAY_FIRST] = first
    return answers


def _role(name: str, cells: Sequence[str], taken: set[str]) -> str:
    if any_table.WHEN not in taken and _mostly(_is_day, cells):
        return any_table.WHEN
    if any_table.TIME not in taken and _mostly(_is_clock, cells):
        return any_table.TIME
    if any(word in name for word in _NOTE_WORDS):
        return any_table.NOTE
    if _mostly(_is_number, cells):
        return any_table.VALUE
    if any_table.WHAT not in taken and any(word in name for word in _WHAT_WORDS):
        return any_table.WHAT
    return any_table.SKIP


def _mostly(fits: Callable[[str], bool], cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= _MOST * len(cells)


def _is_day(cell: str) -> bool:
    return _reads(lambda: wall_clock(cell) if ":" in cell else day_in(cell))


def _is_clock(cell: str) -> bool:
    return _reads(lambda: clock(cell))


def _is_number(cell: str) -> bool:
    return _reads(lambda: number(cell))


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except Problem:
        return False
    return True


def day_first(seen: TableSeen, when: str) -> str:
    """Return `yes` or `no` if the dates settle it, `ask` if each could be either, else ""."""
    if when not in seen.header:
        return ""
    place, answer = seen.header.index(when), ""
    for row in seen.rows:
        parts = row[place].strip().replace(".", "/").replace("-", "/").split(" ")[0].split("/")
        if len(parts) != 3 or len(parts[0]) > 2 or not all(p.isdecimal() for p in parts):
            continue
        first, second = int(parts[0]), int(parts[1])
        if first > 12 or second > 12:
            return "yes" if first > 12 else "no"
        answer = "ask"
    return answer


class TableDesk:
    """Knows what a table of any program may be; remembers what was said, by its header."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._diary = diary
        self._clock = clock

    def wishes(self, seen: TableSeen) -> Wishes:
        """Return what was said of a table with this header, else what it looks like."""
        for row in self._kept():
            if row.get("header") == list(seen.header):
                return Wishes(any_table.KEY, _words(row.get("targets")), _words(row.get("answers")))
        return Wishes(any_table.KEY, {}, guess_roles(seen))

    def is_known(self, seen: TableSeen) -> bool:
        """Return whether something was said of a table with this header."""
        return any(row.get("header") == list(seen.header) for row in self._kept())

    def remember(self, header: Iterable[str], wishes: Wishes) -> Changes:
        """Keep what was said of a table for the next one with the same header."""
        row = {
            "header": list(header),
            "answers": dict(wishes.answers),
            "targets": dict(wishes.targets),
        }
        others = [known for known in self._kept() if known.get("header") != row["header"]]
        kept = [*others, row][-MOST_KEPT:]
        self._diary.write(lambda: self._diary.settings.set(SETTING, kept))
        return SETTINGS_CHANGED

    def first_entries(
        self, path: str, wishes: Wishes, presets: Sequence[DrinkPreset], most: int = 5
    ) -> FirstEntries:
        """Return what the first rows become. Raises Problem for answers that make no table."""
        options = Options(self._clock.at_local, wishes.targets, tuple(presets), wishes.answers)
        items: list[Item] = []
        refused: list[Refused] = []
        with _Head(path) as source:
            for row in AnyTable().read(source, options):
                if isinstance(row, Item):
                    items.append(row)
                elif isinstance(row, Refused):
                    refused.append(row)
                if len(items) >= most:
                    break
        return FirstEntries(tuple(items), tuple(refused[:most]))

    def _kept(self) -> list[dict[str, object]]:
        kept = self._diary.read(lambda: self._diary.settings.get(SETTING, []))
        return [row for row in kept if isinstance(row, dict)] if isinstance(kept, list) else []


def _words(kept: object) -> Mapping[str, str]:
    known = kept if isinstance(kept, dict) else {}
    return {name: word for name, word in known.items() if isinstance(word, str)}


def kind_of(path: str) -> str:
    """Return what a chosen file is: a `DIARY` of ours, of a `KNOWN` program, or else a `TABLE`.

    Raises Problem for what cannot be read at all.
    """
    from steadyhands.exchange.formats import formats
    from steadyhands.storage.swap import is_diary

    with Source(path) as source:
        if is_diary(source.head):
            return DIARY
        return KNOWN if any(each.recognises(source) for each in formats()) else TABLE
