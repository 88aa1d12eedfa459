"""Loop Habit Tracker's database, a backup of the app: tables `Habits` and `Repetitions`."""

from __future__ import annotations

from datetime import datetime, timedelta

from steadyhands.domain.problem import Problem
from steadyhands.exchange.foreign import columns_of, foreign, tables_in
from steadyhands.exchange.format import Refused
from steadyhands.exchange.loop_marks import Habit, mark_in, point_of
from steadyhands.exchange.trackers import TrackerReader, Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Passed
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.trackers import Point

NEWEST = 25
_EPOCH = datetime(1970, 1, 1)
_NUMERICAL = 1
_FARTHEST_MS = 8 * 10**12  # two and a half centuries


class LoopDatabase(TrackerReader):
    """Loop Habit Tracker, as a backup."""

    key: ClassVar[str] = "loop-db"
    program: ClassVar[str] = "loop"
    name: ClassVar[str] = "Loop Habit Tracker (backup)"

    def recognises(self, source: Source) -> bool:
        """Return whether a database has Loop's two tables."""
        return {"Habits", "Repetitions"} <= tables_in(source)

    def points(self, source: Source, options: Options) -> Iterator[Point | Refused | Passed]:
        """Yield every habit's days, oldest first."""
        with foreign(source) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > NEWEST:
                raise Problem(
                    "“{name}” was written by a newer Loop than this program knows. "
                    "Please export CSV there, and bring in that zip.",
                    name=source.name,
                )
            habits = _habits(connection)
            notes = "notes" if "notes" in columns_of(connection, "Repetitions") else "NULL"
            rows = connection.execute(
                f"SELECT rowid, habit, timestamp, value, {notes} FROM Repetitions"
                " ORDER BY habit, timestamp, rowid"
            )
            for row, habit, stamp, value, note in rows:
                found = _point(habits.get(habit), stamp, value, note, options, f"row {row}")
                if found is not None:
                    yield found


def _habits(connection: sqlite3.Connection) -> dict[object, Habit]:
    """Return the habits by their ids; older databases know neither kinds nor units."""
    known = columns_of(connection, "Habits")
    kind, unit = (name if name in known else "NULL" for name in ("type", "unit"))
    place = "position" if "position" in known else "id"
    turns = Turns()
    found = {}
    for key, name, type_, of in connection.execute(
        f"SELECT id, name, {kind}, {unit} FROM Habits ORDER BY {place}, id"
    ):
        said = _text(name) or str(key)
        found[key] = Habit(turns.of(said), said, _text(of), type_ == _NUMERICAL)
    return found


def _point(
    habit: Habit | None, stamp: object, value: object, note: object, options: Options, where: str
) -> Point | Refused | Passed | None:
    raw = f"{habit.name if habit else ''}, {stamp}, {value}"
    try:
        if habit is None:
            raise Problem("Its habit is not in the file.")
        return point_of(habit, _day(stamp), mark_in(str(value)), options, _text(note), where, raw)
    except Problem as problem:
        return Refused(where, problem, raw)


def _day(stamp: object) -> date:
    """Return the day whose midnight, UTC, a timestamp in ms is; older ones had hours as well."""
    if not isinstance(stamp, int) or abs(stamp) > _FARTHEST_MS:
        raise Problem("“{given}” is not a date.", given=str(stamp)[:40])
    return (_EPOCH + timedelta(milliseconds=stamp)).date()


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
