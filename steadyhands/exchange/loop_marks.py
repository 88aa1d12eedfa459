"""What Loop Habit Tracker keeps of a day: the words and numbers of a mark, in either file."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.format import Passed
from steadyhands.exchange.trackers import AMOUNT, TICK, Point, at_noon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.exchange.format import Options

UNKNOWN, NO, YES_AUTO, YES_MANUAL, SKIPPED = -1, 0, 1, 2, 3
_WORDS = {
    "UNKNOWN": UNKNOWN,
    "NO": NO,
    "YES_AUTO": YES_AUTO,
    "YES_MANUAL": YES_MANUAL,
    "SKIP": SKIPPED,
}
_LARGEST = 10**12
_THOUSANDTHS = 1000  # a number of 12.5 is kept as 12500


class Habit(Value):
    """A habit: its name (told apart if it comes twice), its unit, and whether it counts."""

    key: str
    name: str
    unit: str = ""
    is_number: bool = False


def mark_in(cell: str) -> int:
    """Return a mark as the app keeps it: a word of its own or a whole number. Raises Problem."""
    said = cell.strip()
    if said.upper() in _WORDS:
        return _WORDS[said.upper()]
    try:
        found = int(said) if len(said) < 20 else _LARGEST
    except ValueError:
        found = _LARGEST
    if not UNKNOWN <= found < _LARGEST:
        raise Problem("“{given}” is no mark of a habit.", given=said[:60])
    return found


def point_of(
    habit: Habit, day: date, mark: int, options: Options, note: str, where: str, raw: str
) -> Point | Passed | None:
    """Return what a mark says: None for a day without one, Passed for those the app itself set."""
    if mark == UNKNOWN:
        return None
    if mark == SKIPPED:
        return Passed("skipped day")
    if mark == YES_AUTO and not habit.is_number:
        return Passed("day that Loop ticked by itself")
    value = mark / _THOUSANDTHS if habit.is_number else float(mark == YES_MANUAL)
    return Point(
        habit.key,
        habit.name,
        value,
        at_noon(day, options.at_local),
        f"{habit.key}|{day}",
        where,
        note.strip(),
        unit=habit.unit,
        kind=AMOUNT if habit.is_number else TICK,
        raw=raw,
        timed=False,
    )
