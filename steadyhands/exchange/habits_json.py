"""Habits as JSON, of Table Habit (`record_date`: days since 1970) and Beaver (`day`, `done`).

Both write a list of habits with their records, bare or under `habits`. It is read piece by
piece, a habit at a time.
"""

from __future__ import annotations

from datetime import date

from steadyhands.domain.entries import clean_text
from steadyhands.domain.moment import date_of_epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import day
from steadyhands.exchange.format import Passed, Refused
from steadyhands.exchange.mishaps import read_plainly
from steadyhands.exchange.text import head_text
from steadyhands.exchange.trackers import AMOUNT, TICK, Point, TrackerReader, Turns, at_noon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

_DONE, _SKIPPED = 1, 2
_FIRST_DAY, _LAST_DAY = -25_567, 84_000  # 1900 to about 2200


class _HabitsJson(TrackerReader):
    """What the two have in common."""

    marks: ClassVar[tuple[str, ...]] = ()

    def recognises(self, source: Source) -> bool:
        """Return whether a JSON has habits, and its records are this program's."""
        if source.is_zip or source.is_sqlite:
            return False
        text = head_text(source.head).lstrip()
        is_list = text.startswith("[") or (text.startswith("{") and '"habits"' in text)
        return is_list and all(f'"{mark}"' in text for mark in self.marks)

    def points(self, source: Source, options: Options) -> Iterator[Point | Row]:
        """Yield each habit's records."""
        turns = Turns()
        for number, habit in enumerate(_habits(source), start=1):
            where = f"habit {number}"
            name = " ".join(_text(habit.get("name")).split()) if _is_map(habit) else ""
            records = habit.get("records") if _is_map(habit) else None
            if not name or not isinstance(records, list):
                reason = Problem("A habit needs a name and records.")
                yield Refused(where, reason, str(habit)[:300])
                continue
            key = turns.of(name)
            for place, record in enumerate(records, start=1):
                at = f"{where}, record {place}"
                try:
                    yield self.row(habit, key, name, record if _is_map(record) else {}, options, at)
                except Problem as problem:
                    yield Refused(at, problem, str(record)[:300])

    def row(
        self, habit: Any, key: str, name: str, record: Any, options: Options, where: str
    ) -> Point | Passed:
        """Return what one record says. Raises Problem."""
        raise NotImplementedError


class TableHabit(_HabitsJson):
    """Table Habit, as JSON."""

    key: ClassVar[str] = "table-habit"
    program: ClassVar[str] = "table-habit"
    name: ClassVar[str] = "Table Habit"
    marks: ClassVar[tuple[str, ...]] = ("records", "record_date")

    def row(
        self, habit: Any, key: str, name: str, record: Any, options: Options, where: str
    ) -> Point | Passed:
        """Return a record: its value, a tick for habits that want one a day."""
        if record.get("record_type") == _SKIPPED:
            return Passed("skipped day")
        number, value = record.get("record_date"), _number(record.get("record_value"))
        if type(number) is not int or not _FIRST_DAY <= number <= _LAST_DAY:
            raise Problem("“{given}” is not a date.", given=_shown(number))
        unit, note = _text(habit.get("daily_goal_unit")), _text(record.get("reason"))
        is_tick = not unit and value in (0, 1)
        when = date_of_epoch_day(number)
        return _point(key, name, value, when, note, where, options, unit, TICK if is_tick else "")


class Beaver(_HabitsJson):
    """Beaver Habits, as JSON."""

    key: ClassVar[str] = "beaver"
    program: ClassVar[str] = "beaver"
    name: ClassVar[str] = "Beaver Habits"
    marks: ClassVar[tuple[str, ...]] = ("records", "day", "done")

    def row(
        self, habit: Any, key: str, name: str, record: Any, options: Options, where: str
    ) -> Point | Passed:
        """Return a tick, with its text."""
        done = record.get("done")
        if not isinstance(done, bool):
            raise Problem("The record does not say whether it was done.")
        when = day(_text(record.get("day")))
        return _point(
            key, name, float(done), when, _text(record.get("text")), where, options, "", TICK
        )


def _point(
    key: str, name: str, value: float, when: date, note: str, where: str, options: Options,
    unit: str, kind: str,
) -> Point:  # fmt: skip
    return Point(
        key,
        name,
        value,
        at_noon(when, options.at_local),
        f"{key}|{when}",
        where,
        note,
        unit=unit,
        kind=kind or AMOUNT,
        raw=f"{name}, {when}, {value:g}",
        timed=False,
    )


def _habits(source: Source) -> Iterator[Any]:
    """Yield the habits one after another; a broken file is a Problem."""
    import ijson

    text = head_text(source.head).lstrip()
    stream = source.open()
    try:
        if source.head.startswith(b"\xef\xbb\xbf"):
            stream.read(3)
        with read_plainly(source.name):
            prefix = "item" if text.startswith("[") else "habits.item"
            yield from ijson.items(stream, prefix, use_float=True)
    finally:
        stream.close()


def _is_map(value: object) -> bool:
    return isinstance(value, dict)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15:
        raise Problem("“{given}” is not a number.", given=_shown(value))
    return float(value)


def _text(value: object) -> str:
    return clean_text(value) if isinstance(value, str) else ""


def _shown(value: object) -> str:
    return clean_text(str(value))[:40]
