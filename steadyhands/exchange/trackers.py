"""What formats of habit trackers share: points of named trackers, and the entries they become.

Such a reader yields `Point`s. They are read twice: first to see of each tracker what its
values can be (250 of "Water" are ml, not glasses; a mark that only says yes is no amount),
then for the entries.
"""

from __future__ import annotations

from datetime import date, datetime, time

from steadyhands.domain.entries import (
    NAME_LIMIT,
    Details,
    Note,
    Other,
    Sleep,
    Supplement,
    clean_text,
)
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.format import Item, Passed, Reader, Refused, Subject
from steadyhands.exchange.targets import (
    CAFFEINE,
    LENGTHS,
    OWN,
    SCALES,
    SKIP,
    SLEEP,
    TWITCH,
    become,
    check_target,
    guess,
    placed,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import ClassVar

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

_SLEEP_WORDS = ("sleep", "slept", "asleep", "nap", "schlaf")
_LENGTH_UNITS = {"s": 1 / 60, "min": 1.0, "h": 60.0}
AMOUNT, TICK, RATING = "amount", "tick", "rating"
NOON = time(12)
_ENDED = "Each sleep of “{name}” is taken to have ended when it was logged."
_SAY_NOTHING = ("finger", "hand", "level", "cups", "glasses", "of")
_MISFITS_OF_A_GUESS = 10  # one in so many values may be refused before the guess is given up


class Point(Value):
    """One mark of one tracker.

    `kind` says what the value is: an amount, a tick (1 done, 0 not) or a rating on a scale of
    the program's own. `key` names the tracker for `Options.targets`; `timed` is False where
    only the day is known.
    """

    key: str
    name: str
    value: float
    at: Moment
    source_id: str
    where: str = ""
    note: str = ""
    label: str = ""
    unit: str = ""
    kind: str = AMOUNT
    raw: str = ""
    timed: bool = True


class Plan(Value):
    """What a tracker becomes, and the unit that its values are taken in."""

    target: str
    unit: str = ""


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
        return [tally.subject() for tally in self._survey(source, options).values()]

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield the entries of all points."""
        tallies = self._survey(source, options)
        plans = {key: tally.plan() for key, tally in tallies.items()}
        nights = [t.name for key, t in tallies.items() if plans[key].target == SLEEP]
        source.remarks += [Problem(_ENDED, name=name) for name in nights]
        for row in self.points(source, options):
            if isinstance(row, Point):
                yield from items_of(row, plans[row.key], self.program, options)
            else:
                yield row

    def _survey(self, source: Source, options: Options) -> dict[str, Tally]:
        before = len(source.remarks)
        tallies: dict[str, Tally] = {}
        for point in self.points(source, options):
            if isinstance(point, Point):
                if point.key not in tallies:
                    tallies[point.key] = Tally(point, options)
                tallies[point.key].add(point)
        del source.remarks[before:]  # the second reading says them again
        source.done = 0
        return tallies


class Tally:
    """What a tracker's values can be."""

    def __init__(self, first: Point, options: Options) -> None:
        self._first, self._options = first, options
        self.name = first.name
        self._chosen = options.targets.get(first.key, "")
        self._count = 0
        self._kinds: set[str] = set()
        guessed = self._chosen or _guess(first, options)
        self._misfits = dict.fromkeys(self._candidates(guessed), 0)

    def _candidates(self, target: str) -> list[Plan]:
        found = [Plan(target, self._first.unit)]
        if target.startswith("drink:") or target == CAFFEINE:
            found += [Plan(target, "ml" if target != CAFFEINE else "mg")]
        return found

    def add(self, point: Point) -> None:
        """Count a point, and try what it could be."""
        self._count += 1
        self._kinds.add(point.kind)
        for plan in self._misfits:
            try:
                details_of(point, plan, self._options)
            except Problem:
                self._misfits[plan] += 1

    def plan(self) -> Plan:
        """Return what was chosen, else what most values can be, else a tracker of one's own."""
        fits = [p for p, no in self._misfits.items() if no * _MISFITS_OF_A_GUESS <= self._count]
        first = fits[0] if fits else next(iter(self._misfits))
        if self._chosen:
            return first
        if fits and _is_meant(first.target, self._first.name, self._kinds, self._options):
            return first
        return Plan(OWN, self._first.unit)

    def subject(self) -> Subject:
        """Return the tracker as somebody is asked about it."""
        first = self._first
        becomes = self._options.targets.get(first.key) or self.plan().target
        return Subject(first.key, first.name, becomes, first.unit, _example(first))


def _guess(point: Point, options: Options) -> str:
    said = point.name.casefold()
    is_length = point.timed and point.unit.casefold() in _LENGTH_UNITS
    if is_length and any(word in said.split() for word in _SLEEP_WORDS):
        return SLEEP
    return guess(point.name, point.unit, options.presets)


def _example(point: Point) -> str:
    said = f"{point.value:g} {point.unit}".strip()
    return f"{said} {point.label}".strip()


def _is_meant(target: str, name: str, kinds: set[str], options: Options) -> bool:
    """Return whether what the name says can be guessed from marks of these kinds.

    A tick counts no glasses of water, and minutes, milligrams and scales cannot be told from
    it; a rating of another program's scale is no amount at all.
    """
    first, _, rest = target.partition(":")
    if kinds == {AMOUNT}:
        return True
    if RATING in kinds:
        return first == "symptom"
    if first == "drink":
        called = next(tuple(p.called()) for p in options.presets if p.id == rest)
        return rest != "water" and name.strip().casefold().removesuffix("s") in called
    return first in (TWITCH, "symptom", "supplement")


def details_of(point: Point, plan: Plan, options: Options) -> tuple[Details, ...]:
    """Return the details a point makes: none if it says that nothing was. Raises Problem."""
    target = check_target(plan.target, options.presets)
    first = target.partition(":")[0]
    if point.kind != AMOUNT and first in (SLEEP, CAFFEINE, *LENGTHS):
        raise Problem("“{name}” is marked without an amount.", name=point.name[:80])
    if first == SLEEP:
        return (Sleep(),) if _minutes_slept(point, plan.unit) else ()
    if point.kind == TICK and first in SCALES:
        raise Problem("“{name}” is marked without an amount.", name=point.name[:80])
    if point.kind != AMOUNT and first == "supplement":
        return (Supplement(clean_text(point.name)[:NAME_LIMIT]),) if point.value else ()
    value = float(bool(point.value)) if _counts_once(point, first) else point.value
    said = point.label.casefold()
    if target == TWITCH and said:
        target = placed(said)
    made = become(target, point.name, value, plan.unit, options.presets)
    return tuple(_labelled(details, point.label) for details in made)


def _counts_once(point: Point, target: str) -> bool:
    return point.kind == RATING and target in (TWITCH, "drink")


def _labelled(details: Details, label: str) -> Details:
    if isinstance(details, Other) and label:
        return details.replaced(contents=(*details.contents, ("label", clean_text(label))))
    return details


def _minutes_slept(point: Point, unit: str) -> float:
    if not point.timed:
        become(SLEEP, point.name, point.value, unit, ())  # says that it cannot be
    per = {**_LENGTH_UNITS, "": 60.0}.get(unit.strip().casefold())
    if per is None or not 0 <= point.value * per <= 24 * 60:
        raise Problem("{value} {unit} cannot be slept.", value=f"{point.value:g}", unit=unit[:40])
    return point.value * per


def items_of(point: Point, plan: Plan, source: str, options: Options) -> Iterator[Row]:
    """Yield the entries of one point, each with a name of its own."""
    if plan.target == SKIP:
        yield Passed(point.name)
        return
    try:
        made = details_of(point, plan, options)
        at, until = point.at, None
        if plan.target == SLEEP:
            at, until = at.shifted(-round(_minutes_slept(point, plan.unit) * MINUTE_MS)), at
    except Problem as problem:
        yield Refused(point.where, problem, point.raw)
        return
    if not made:
        yield Passed(f"no {point.name}")
    for number, details in enumerate(made, start=1):
        key = point.source_id if number == 1 else f"{point.source_id}|{number}"
        note = _note(point, details) if number == 1 else ""
        yield Item(details, at, until, note, source, key, point.where)


def _note(point: Point, details: Details) -> str:
    """Return the note, after what the tracker's name and label say that the entry does not."""
    if isinstance(details, Other):
        return point.note
    if isinstance(details, Note):
        value = f"{point.value:g} {point.unit}".strip() if point.kind != TICK else ""
        return _joined(point.name, value, point.label, point.note)
    fields = (str(word) for field in details.fields().items() for word in field)
    says = " ".join((details.KIND, *_SAY_NOTHING, *fields)).casefold()
    said = [text for text in (point.name, point.label) if not _is_said(text, says)]
    return _joined(*said, point.note)


def _joined(*texts: str) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


def _is_said(text: str, says: str) -> bool:
    return all(word[:4] in says for word in text.casefold().split())  # also in the plural


def at_noon(day: date, at_local: Callable[[datetime], Moment]) -> Moment:
    """Return the moment that stands for a day whose hour nobody noted: noon, in every diary's day.

    No clock is put forward at noon.
    """
    return at_local(datetime.combine(day, NOON))


class Turns:
    """Tells apart records that came with the same name: the first keeps it, then "…|2"."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, name: str) -> str:
        """Return the name, with a number from its second coming on."""
        turn = self._seen[name] = self._seen.get(name, 0) + 1
        return name if turn == 1 else f"{name}|{turn}"
