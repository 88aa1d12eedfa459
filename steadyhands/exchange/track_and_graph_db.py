"""Track & Graph's backup: an SQLite database, read as its versions from 2023 on write it."""

from __future__ import annotations

from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.exchange.foreign import columns_of, foreign, tables_in
from steadyhands.exchange.format import Refused
from steadyhands.exchange.track_and_graph import PROGRAM, Measured, point_of
from steadyhands.exchange.trackers import TrackerReader, Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Passed
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.trackers import Point

_LARGEST = 1e15
_TABLES = {"data_points_table", "features_table", "trackers_table"}
_NEEDED = {"epoch_milli", "feature_id", "utc_offset_sec", "value"}
# Version 49 left out the first of the types discrete, continuous, duration.
_TYPES_CHANGED, _LENGTH_BEFORE, _LENGTH_SINCE = 49, 2, 1


class TrackAndGraphDatabase(TrackerReader):
    """Track & Graph, as a backup."""

    key: ClassVar[str] = "track-and-graph-db"
    program: ClassVar[str] = PROGRAM
    name: ClassVar[str] = "Track & Graph (backup)"

    def recognises(self, source: Source) -> bool:
        """Return whether a database has its tables."""
        return tables_in(source) >= _TABLES

    def points(self, source: Source, options: Options) -> Iterator[Point | Refused | Passed]:
        """Yield the data points, tracker by tracker."""
        with foreign(source) as connection:
            known = columns_of(connection, "data_points_table")
            if not known >= _NEEDED:
                raise Problem(
                    "“{name}” was written by an old Track & Graph. "
                    "Please update the app there, and export again.",
                    name=source.name,
                )
            names, lengths = _names(connection), _lengths(connection)
            label, note = (name if name in known else "NULL" for name in ("label", "note"))
            rows = connection.execute(
                f"SELECT feature_id, epoch_milli, utc_offset_sec, value, {label}, {note}"
                " FROM data_points_table ORDER BY feature_id, epoch_milli"
            )
            for number, row in enumerate(rows, start=1):
                yield _point(row, names, lengths, f"data point {number}")


def _names(connection: sqlite3.Connection) -> dict[object, str]:
    turns = Turns()
    rows = connection.execute("SELECT id, name FROM features_table ORDER BY id")
    return {key: turns.of(_text(name) or str(key)) for key, name in rows}


def _lengths(connection: sqlite3.Connection) -> frozenset[object]:
    """Return the trackers whose values are seconds."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    length = _LENGTH_SINCE if version >= _TYPES_CHANGED else _LENGTH_BEFORE
    rows = connection.execute("SELECT feature_id FROM trackers_table WHERE type = ?", (length,))
    return frozenset(key for (key,) in rows)


def _point(
    row: tuple[object, ...], names: dict[object, str], lengths: frozenset[object], where: str
) -> Point | Refused:
    feature, stamp, offset, value, label, note = row
    raw = ", ".join(str(cell) for cell in row)
    try:
        if feature not in names:
            raise Problem("Its tracker is not in the file.")
        at = Moment(_whole(stamp), _whole(offset) // 60)
        if not isinstance(value, int | float) or abs(value) > _LARGEST:
            raise Problem("“{given}” is not a number.", given=str(value)[:60])
        measured = Measured(value / 60, "min") if feature in lengths else Measured(float(value))
        return point_of(names[feature], at, measured, _text(label), _text(note), where, raw)
    except Problem as problem:
        return Refused(where, problem, raw)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise Problem("“{given}” is not a time.", given=str(value)[:60])
    return value


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
