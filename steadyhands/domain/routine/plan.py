"""A routine laid out in time: one beat after the other, for the player to walk along."""

from __future__ import annotations

from steadyhands.domain.hand import SIDES
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import EACH, TOGETHER, Routine, Step
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

READY, MOVE, HOLD, REST = "ready", "move", "hold", "rest"
BOTH = "both"
RELAXED = "rest"  # the pose a hand goes back to


class Beat(Value):
    """A stretch of time in which one thing is done by `side`: left, right or both.

    The hand goes from the pose `start` to the pose `end` in `move_s`, then keeps still.
    `step`, `turn` and `shape` count from 0, `repetition` from 1; in a rest `shape` and
    `repetition` are those just done, when getting ready those to come. `hold` numbers the
    holds, -1 elsewhere.
    """

    phase: str
    length_s: float
    side: str
    step: int
    turn: int
    repetition: int
    shape: int
    start: str
    end: str
    move_s: float
    hold: int = -1


class Plan(Value):
    """A routine's beats, and when each begins (seconds). No beat is shorter than 0.5 s."""

    routine: Routine
    first: str
    beats: tuple[Beat, ...]
    starts: tuple[float, ...]
    holds: tuple[Beat, ...]
    length_s: float
    hold_s: float

    def step_of(self, beat: Beat) -> Step:
        """Return the step that a beat belongs to."""
        return self.routine.steps[beat.step]


def plan_of(routine: Routine, first: str = "right") -> Plan:
    """Lay a routine out, beginning with the `first` hand where both have a turn."""
    if first not in SIDES:
        raise Problem(
            "A routine begins with the left or the right hand, not “{given}”.", given=first
        )
    beats = tuple(_numbered(_beats(routine, first)))
    starts, now = [], 0.0
    for beat in beats:
        starts.append(now)
        now += beat.length_s
    holds = tuple(beat for beat in beats if beat.phase == HOLD)
    hold_s = sum(beat.length_s for beat in holds)
    return Plan(routine, first, beats, tuple(starts), holds, now, hold_s)


def turns_of(step: Step, first: str) -> tuple[str, ...]:
    """Return the sides that do a step, in their order."""
    if step.sides == EACH:
        return (first, "left" if first == "right" else "right")
    return (BOTH,) if step.sides == TOGETHER else (step.sides,)


def _beats(routine: Routine, first: str) -> Iterator[Beat]:
    pose, before = RELAXED, ""
    for number, step in enumerate(routine.steps):
        for turn, side in enumerate(turns_of(step, first)):
            start = pose if side == before else RELAXED  # another hand comes from nowhere
            place: dict[str, Any] = {"side": side, "step": number, "turn": turn}
            yield Beat(
                READY,
                routine.ready_s,
                repetition=1,
                shape=0,
                start=start,
                end=RELAXED,
                move_s=step.move_s,
                **place,
            )
            pose = RELAXED
            for beat in _turn(step, place):
                pose = beat.end
                yield beat
            before = side


def _turn(step: Step, place: dict[str, Any]) -> Iterator[Beat]:
    """Yield the repetitions of a step by one side, with the rests between them."""
    pose = RELAXED
    for repetition in range(1, step.repetitions + 1):
        at = {**place, "repetition": repetition}
        for number, shape in enumerate(step.poses):
            yield Beat(
                MOVE,
                step.move_s,
                shape=number,
                start=pose,
                end=shape.pose,
                move_s=step.move_s,
                **at,
            )
            pose = shape.pose
            yield Beat(
                HOLD, step.hold_of(shape), shape=number, start=pose, end=pose, move_s=0.0, **at
            )
        if step.rest_s and repetition < step.repetitions:
            yield Beat(
                REST,
                step.rest_s,
                shape=len(step.poses) - 1,
                start=pose,
                end=RELAXED,
                move_s=min(step.move_s, step.rest_s),
                **at,
            )
            pose = RELAXED


def _numbered(beats: Iterable[Beat]) -> Iterator[Beat]:
    hold = 0
    for beat in beats:
        if beat.phase == HOLD:
            yield beat.replaced(hold=hold)
            hold += 1
        else:
            yield beat
