"""Loop Habit Tracker's zip of CSV files (`HabitsCSVExporter.kt`).

`Habits.csv` names the habits; `NNN Name/Checkmarks.csv` has one habit's days. The folder's
name lost its letters outside of ASCII, so NNN, the place in `Habits.csv`, says which it is.
`Checkmarks.csv` beside it has all habits in columns, unquoted, so that a comma in a name
shifts its header: it stands in for folders that are missing, by the order of the habits.
"""

from __future__ import annotations

import re

from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import day as day_in
from steadyhands.exchange.format import Passed, Refused
from steadyhands.exchange.loop_marks import Habit, mark_in, point_of
from steadyhands.exchange.table import Table, header_of
from steadyhands.exchange.trackers import Point, TrackerReader, Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import ClassVar

    from steadyhands.exchange.format import Options
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.table import TableRow

_HABITS, _MARKS = "habits.csv", "checkmarks.csv"
_FOLDER = re.compile(r"(?:^|/)(\d{3,})(?: [^/]*)?/checkmarks\.csv$", re.IGNORECASE)
_MOST_HABITS = 5000
_NOBODY = Habit("", "")
_COLUMNS = {"position", "name", "question"}


class LoopZip(TrackerReader):
    """Loop Habit Tracker, as CSV."""

    key: ClassVar[str] = "loop"
    program: ClassVar[str] = "loop"
    name: ClassVar[str] = "Loop Habit Tracker"

    def recognises(self, source: Source) -> bool:
        """Return whether a zip has Loop's list of habits."""
        if not source.is_zip:
            return False
        lists = source.find(_HABITS)
        return any(_is_list(header_of(source, source.member_head(n))) for n in lists[:3])

    def points(self, source: Source, options: Options) -> Iterator[Point | Refused | Passed]:
        """Yield each habit's days, newest first as the files have them."""
        folder, habits = _habits(source)
        done: set[int] = set()
        for member in source.members():
            found = _FOLDER.search(member) if member.startswith(folder) else None
            if found and int(found[1]) not in done:
                number = int(found[1])
                done.add(number)
                if number in habits:
                    yield from _one(source, member, habits[number], options)
                else:
                    yield Passed(f"file of no habit ({member})"[:80])
        missing = {n: habit for n, habit in habits.items() if n not in done}
        root = next((n for n in source.members() if n.casefold() == folder.casefold() + _MARKS), "")
        if missing and root:
            yield from _all(source, root, habits, missing, options)


def _is_list(header: tuple[str, ...]) -> bool:
    return {name.casefold() for name in header} >= _COLUMNS


def _habits(source: Source) -> tuple[str, dict[int, Habit]]:
    """Return the folder that holds the list of habits, and the habits by their place from 1."""
    for member in source.find(_HABITS):
        table = Table(source, source.open_member(member))
        if _is_list(table.header):
            return member[: -len(_HABITS)], dict(_listed(table))
        table.close()
    raise Problem("“{name}” has no list of habits.", name=source.name)


def _listed(table: Table) -> Iterator[tuple[int, Habit]]:
    turns, names = Turns(), {name.casefold(): name for name in table.header}

    def cell(row: TableRow, name: str) -> str:
        return row.get(names.get(name, "")).strip()

    for place, row in enumerate(table, start=1):
        if place > _MOST_HABITS:
            raise Problem("That many habits nobody has.")
        if isinstance(row, Refused):
            continue
        said = cell(row, "position")
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else place
        name = cell(row, "name") or said
        is_number = cell(row, "type").upper() == "NUMERICAL"
        yield number, Habit(turns.of(name), name, cell(row, "unit"), is_number)


def _one(
    source: Source, member: str, habit: Habit, options: Options
) -> Iterator[Point | Refused | Passed]:
    """Yield one habit's file: Date, Value and, from version 2.3.1 on, Notes."""
    table = Table(source, source.open_member(member))
    if len(table.header) < 2 or table.header[0].casefold() != "date":
        table.close()
        reason = Problem("“{file}” does not have the columns Date and Value.", file=member[:120])
        yield Refused(member, reason)
        return
    date_name, value_name, *more = table.header
    note_name = more[0] if more else ""
    for row in table:
        where = f"{member}, {row.where}"
        if isinstance(row, Refused):
            yield Refused(where, row.reason, row.raw)
            continue
        note = row.get(note_name)
        found = _point(habit, row[date_name], row[value_name], options, note, where, row.raw)
        if found is not None:
            yield found


def _all(
    source: Source, member: str, habits: dict[int, Habit], missing: dict[int, Habit],
    options: Options,
) -> Iterator[Point | Refused | Passed]:  # fmt: skip
    """Yield the missing habits out of the file of all."""
    table = Table(source, source.open_member(member))
    names = [name for name in table.header[1:] if name]
    wanted = {habit.key for habit in missing.values()}
    for row in table:
        where = f"{member}, {row.where}"
        if isinstance(row, Refused):
            yield Refused(where, row.reason, row.raw)
            continue
        day, *marks = row.raw.rstrip(table.separator).split(table.separator)
        for habit, mark in zip(_in_columns(len(marks), habits, names), marks, strict=False):
            if habit.key in wanted:
                found = _point(habit, day, mark, options, "", where, row.raw)
                if found is not None:
                    yield found


def _in_columns(width: int, habits: dict[int, Habit], names: list[str]) -> list[Habit]:
    """Return the habits of a row's columns: by their order, else by a header that fits the row.

    The header does not fit if names have commas; the order does not if only some were exported.
    """
    if width == len(habits):
        return [habits[number] for number in sorted(habits)]
    if width != len(names):
        return []
    by_name = {habit.key: habit for habit in habits.values()}
    return [by_name.get(name, _NOBODY) for name in names]


def _point(
    habit: Habit, day: str, mark: str, options: Options, note: str, where: str, raw: str
) -> Point | Refused | Passed | None:
    try:
        when: date = day_in(day)
        return point_of(habit, when, mark_in(mark), options, note, where, raw)
    except Problem as problem:
        return Refused(where, problem, raw)
