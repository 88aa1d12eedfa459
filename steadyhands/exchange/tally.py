"""What a tracker's points can be: seen from its name and all of its values, then made of each."""

from __future__ import annotations

from steadyhands.domain.entries import NAME_LIMIT, Details, Other, Sleep, Supplement, clean_text
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.format import Subject
from steadyhands.exchange.points import AMOUNT, RATING, TICK
from steadyhands.exchange.targets import (
    CAFFEINE,
    LENGTHS,
    OWN,
    SCALES,
    SLEEP,
    TWITCH,
    become,
    check_target,
    guess,
    placed,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from steadyhands.exchange.format import Options
    from steadyhands.exchange.points import Point

    Key = tuple[str, ...]
    Thing = TypeVar("Thing")

_SLEEP_WORDS = ("sleep", "slept", "asleep", "nap", "schlaf")
_LENGTH_UNITS = {"s": 1 / 60, "min": 1.0, "h": 60.0}
MOST_KEPT = 2000  # what different values became, in one reading
_LONGEST_KEPT = 200
_MISFITS_OF_A_GUESS = 10  # one in so many values may be refused before the guess is given up


class Plan(Value):
    """What a tracker becomes, and the unit that its values are taken in."""

    target: str
    unit: str = ""


class Making:
    """Makes details of one reading's points; trackers say few values, so each is made once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._kept: dict[Key, tuple[Details, ...] | Problem] = {}
        self._words: dict[Key, str] = {}

    def of(self, point: Point, plan: Plan) -> tuple[Details, ...] | Problem:
        """Return the details a point makes, or what is wrong with it."""
        return _remembered(self._kept, point, plan, self._made)

    def words(self, point: Point, plan: Plan, find: Callable[[Point, Details], str]) -> str:
        """Return what `find` finds of a point, its note apart, and the first thing it makes."""

        def found(point: Point, plan: Plan) -> str:
            made = self.of(point, plan)
            return "" if isinstance(made, Problem) else find(point, made[0])

        return _remembered(self._words, point, plan, found)

    def _made(self, point: Point, plan: Plan) -> tuple[Details, ...] | Problem:
        try:
            return details_of(point, plan, self.options)
        except Problem as problem:
            return problem.with_traceback(None)  # a kept one must not hold its frames


def _remembered(
    kept: dict[Key, Thing], point: Point, plan: Plan, find: Callable[[Point, Plan], Thing]
) -> Thing:
    if len(point.name) + len(point.label) + len(plan.unit) + len(point.unit) > _LONGEST_KEPT:
        return find(point, plan)
    key = _key(point, plan)
    thing = kept.get(key)
    if thing is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        thing = kept[key] = find(point, plan)
    return thing


def _key(point: Point, plan: Plan) -> Key:
    """Return all that counts of a point and its plan; -0.0 and 0.0 are two values."""
    timed = "timed" if point.timed else ""
    value = repr(point.value)
    return (point.name, value, point.label, point.unit, point.kind, timed, plan.target, plan.unit)


class Tally:
    """What a tracker's values can be."""

    def __init__(self, first: Point, making: Making) -> None:
        self._first, self._making = first, making
        self._options = options = making.options
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
            if isinstance(self._making.of(point, plan), Problem):
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
        return (Sleep(),) if minutes_slept(point, plan.unit) else ()
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


def minutes_slept(point: Point, unit: str) -> float:
    """Return the minutes of a sleep, hours unless a unit says otherwise. Raises Problem."""
    if not point.timed:
        become(SLEEP, point.name, point.value, unit, ())  # says that it cannot be
    per = {**_LENGTH_UNITS, "": 60.0}.get(unit.strip().casefold())
    if per is None or not 0 <= point.value * per <= 24 * 60:
        raise Problem("{value} {unit} cannot be slept.", value=f"{point.value:g}", unit=unit[:40])
    return point.value * per
