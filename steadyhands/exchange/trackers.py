"""What formats of habit trackers share: points of named trackers, and the entries they become.

Such a reader yields `Point`s. They are read twice: first to see of each tracker what its
values can be (250 of "Water" are ml, not glasses; a mark that only says yes is no amount),
then for the entries.
"""

from __future__ import annotations

from steadyhands.domain.entries import Details, Note, Other
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Item, Passed, Reader, Refused, Subject
from steadyhands.exchange.mishaps import broken
from steadyhands.exchange.points import AMOUNT as AMOUNT
from steadyhands.exchange.points import NOON as NOON
from steadyhands.exchange.points import RATING as RATING
from steadyhands.exchange.points import TICK as TICK
from steadyhands.exchange.points import Point as Point
from steadyhands.exchange.points import Turns as Turns
from steadyhands.exchange.points import at_noon as at_noon
from steadyhands.exchange.tally import Making, Plan, Tally, minutes_slept
from steadyhands.exchange.targets import SKIP, SLEEP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

_ENDED = "Each sleep of “{name}” is taken to have ended when it was logged."
_SAY_NOTHING = ("finger", "hand", "level", "cups", "glasses", "of")


class TrackerReader(Reader):
    """A format of trackers that people named themselves: it yields points.

    `program` is the source that its entries name: two kinds of file of one program share it.
    """

    program: ClassVar[str] = ""

    def points(self, source: Source, options: Options) -> Iterator[Point | Row]:
        """Yield what the source holds, in its order: points, and rows as they are; called twice."""
        raise NotImplementedError

    def subjects(self, source: Source, options: Options) -> Iterable[Subject]:
        """Return the trackers in the source, with a guess of what each becomes."""
        tallies = self._survey(source, Making(options))
        return [tally.subject() for tally in tallies.values()]

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield the entries of all points."""
        making = Making(options)
        tallies = self._survey(source, making)
        plans = {key: tally.plan() for key, tally in tallies.items()}
        nights = [t.name for key, t in tallies.items() if plans[key].target == SLEEP]
        source.remarks += [Problem(_ENDED, name=name) for name in nights]
        for row in self.points(source, options):
            if not isinstance(row, Point):
                yield row
            elif row.key in plans:
                yield from items_of(row, plans[row.key], self.program, making)
            else:
                raise broken(source.name)  # the file has changed since it was first read

    def _survey(self, source: Source, making: Making) -> dict[str, Tally]:
        before = len(source.remarks)
        tallies: dict[str, Tally] = {}
        for point in self.points(source, making.options):
            if isinstance(point, Point):
                if point.key not in tallies:
                    tallies[point.key] = Tally(point, making)
                tallies[point.key].add(point)
        del source.remarks[before:]  # the second reading says them again
        source.done = 0
        return tallies


def items_of(point: Point, plan: Plan, source: str, making: Making) -> Iterator[Row]:
    """Yield the entries of one point, each with a name of its own."""
    if plan.target == SKIP:
        yield Passed(point.name)
        return
    made, at, until = making.of(point, plan), point.at, None
    if isinstance(made, Problem):
        yield Refused(point.where, made, point.raw)
        return
    try:
        if plan.target == SLEEP:
            at, until = at.shifted(-round(minutes_slept(point, plan.unit) * MINUTE_MS)), at
    except Problem as problem:
        yield Refused(point.where, problem, point.raw)
        return
    if not made:
        yield Passed(f"no {point.name}")
    for number, details in enumerate(made, start=1):
        key = point.source_id if number == 1 else f"{point.source_id}|{number}"
        note = _note(point, plan, making) if number == 1 else ""
        yield Item(details, at, until, note, source, key, point.where)


def _note(point: Point, plan: Plan, making: Making) -> str:
    """Return the note, after what the tracker's name and label say that the entry does not."""
    words = making.words(point, plan, _words)
    return _joined(words, point.note) if words else point.note


def _words(point: Point, details: Details) -> str:
    if isinstance(details, Other):
        return ""
    if isinstance(details, Note):
        value = f"{point.value:g} {point.unit}".strip() if point.kind != TICK else ""
        return _joined(point.name, value, point.label)
    fields = (str(word) for field in details.fields().items() for word in field)
    says = " ".join((details.KIND, *_SAY_NOTHING, *fields)).casefold()
    said = [text for text in (point.name, point.label) if not _is_said(text, says)]
    return _joined(*said)


def _joined(*texts: str) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


def _is_said(text: str, says: str) -> bool:
    return all(word[:4] in says for word in text.casefold().split())  # also in the plural
