"""Apple Health's exercise: each workout, and what a day had of exercise minutes beside them.

A check-in with the minutes stands at the end of a workout, where the body has had it; the
minutes of exercise outside of all workouts are one check-in a day, at the last of them.
Of workouts that overlap, as two apps tell one run, the longest is kept.
"""

from __future__ import annotations

from array import array

from steadyhands.domain.day import day_of
from steadyhands.domain.entries import CheckIn
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.apple_intake import SOURCE
from steadyhands.exchange.apple_scan import Taker
from steadyhands.exchange.apple_values import amount, instant
from steadyhands.exchange.cells import number
from steadyhands.exchange.format import Item, Passed, Refused
from steadyhands.exchange.targets import minutes_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from steadyhands.exchange.apple_values import Attributes
    from steadyhands.exchange.format import Row

EXERCISE_TIME = "HKQuantityTypeIdentifierAppleExerciseTime"
ELSEWHERE = "workout that another app tells of too"
_DAY_S = 24 * 3600


class Workout(Value):
    """One workout: seconds in UTC, minutes without its pauses."""

    begins: int
    ends: int
    offset: int
    minutes: float
    line: int


class Workouts(Taker):
    """The workouts of an export."""

    def __init__(self) -> None:
        self._found: list[Workout] = []

    def take(self, record: Attributes, line: int) -> int:
        """Keep a workout."""
        begins, _ = instant(record.get("startDate"))
        ends, offset = instant(record.get("endDate"))
        if not begins <= ends <= begins + _DAY_S:
            raise Problem("A workout ends after it starts, within a day.")
        minutes = (ends - begins) / 60
        if "duration" in record:
            said = minutes_of(number(record["duration"]), record.get("durationUnit", "min"))
            minutes = min(said, minutes) if said > 0 else minutes
        self._found.append(Workout(begins, ends, offset, minutes, line))
        return -1

    def kept(self) -> tuple[list[Workout], int]:
        """Return the workouts in the order of time, none over another, and how many went."""
        kept: list[Workout] = []
        until = 0
        for workout in sorted(self._found, key=lambda w: (w.begins, w.ends)):
            if kept and workout.begins < until:
                if workout.minutes > kept[-1].minutes:
                    kept[-1] = workout
            else:
                kept.append(workout)
            until = max(until, workout.ends)
        return kept, len(self._found) - len(kept)


class ExerciseMinutes(Taker):
    """The minutes that the watch counted as exercise, some 26 bytes a record."""

    def __init__(self) -> None:
        self._begins, self._ends = array("q"), array("q")
        self._offset, self._line = array("h"), array("q")

    def take(self, record: Attributes, line: int) -> int:
        """Keep a record of some minutes."""
        minutes = minutes_of(amount(record), record.get("unit", "min"))
        begins, offset = instant(record.get("startDate"))
        if minutes > 24 * 60:
            raise Problem("A day has 0 to 1,440 minutes, not {given}.", given=f"{minutes:g}")
        self._begins.append(begins)
        self._ends.append(begins + round(minutes * 60))
        self._offset.append(offset)
        self._line.append(line)
        return -1

    def rows(self, workouts: list[Workout]) -> Iterator[Row]:
        """Yield what each day had outside of these workouts, in the order of time."""
        days: dict[date, tuple[int, int, int, int]] = {}  # seconds, last end, offset, line
        for begins, ends, record in self._apart(workouts):
            offset, line = self._offset[record], self._line[record]
            day = day_of(Moment(begins * 1000, offset))
            seconds, last, _, first_line = days.get(day, (0, 0, 0, line))
            days[day] = (seconds + ends - begins, max(last, ends), offset, first_line)
        for day, (seconds, last, offset, line) in days.items():
            yield _row(f"exercise|{day.isoformat()}", last, offset, seconds / 60, line)

    def _apart(self, workouts: list[Workout]) -> Iterator[tuple[int, int, int]]:
        """Yield stretches that no earlier record and no workout covers."""
        until, turn = 0, 0
        for record in sorted(range(len(self._begins)), key=self._begins.__getitem__):
            begins, ends = max(self._begins[record], until), self._ends[record]
            until = max(until, ends)
            while turn < len(workouts) and workouts[turn].ends <= begins:
                turn += 1
            over = turn
            while over < len(workouts) and workouts[over].begins < ends and begins < ends:
                workout = workouts[over]
                if workout.begins > begins:
                    yield begins, workout.begins, record
                begins = max(begins, workout.ends)
                over += 1
            if begins < ends:
                yield begins, ends, record


def exercise_rows(workouts: Workouts, minutes: ExerciseMinutes) -> Iterator[Row]:
    """Yield all exercise, workouts first."""
    kept, others = workouts.kept()
    for each in kept:
        yield _row(f"workout|{each.begins * 1000}", each.ends, each.offset, each.minutes, each.line)
    yield from minutes.rows(kept)
    if others:
        yield Passed(ELSEWHERE, others)


def _row(key: str, at_s: int, offset: int, minutes: float, line: int) -> Row:
    where = f"line {line}"
    try:
        details = CheckIn(workout_min=round(minutes, 1))
        return Item(details, Moment(at_s * 1000, offset), None, "", SOURCE, key, where)
    except Problem as problem:
        return Refused(where, problem, key)
