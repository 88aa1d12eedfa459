"""What the Exercises tab shows, without Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil

from steadyhands.domain.entries import RoutineSession
from steadyhands.domain.routine.plan import HOLD, MOVE, READY, REST
from steadyhands.domain.routine.player import GAP, Playing, finished_share, held_s, sides_held
from steadyhands.domain.routine.steps import EACH, TOGETHER, Routine
from steadyhands.domain.routine.view import View, view
from steadyhands.domain.value import Value

CHOOSE, PLAY, DONE, WRITE = "choose", "play", "done", "write"
KEPT, FORGOTTEN = "kept", "forgotten"
ONE_AFTER_OTHER, BOTH_AT_ONCE = "one-after-the-other", "both-at-once"
WORSE, FELT = "worse", ("easier", "same", "worse")


class RoutineCard(Value):
    """One routine to choose."""

    id: str
    name: str
    purpose: str
    length_s: float


class Intro(Value):
    """What to know before a routine; `hands` says which hands do it."""

    routine: Routine
    hands: str
    first: str
    is_own: bool = False


class News(Value):
    """What just happened to a routine of one's own: it is kept, or forgotten."""

    what: str
    routine: Routine


class Now(Value):
    """A routine as it is playing. `seconds` is the whole number to show in the ring."""

    view: View
    seconds: int
    word: str
    shapes: tuple[str, ...]
    shape: int
    played_s: float
    length_s: float
    slept: bool

    @property
    def is_paused(self) -> bool:
        """Return whether time stands still."""
        return bool(self.view.paused)


class Finish(Value):
    """What was done. `kept` says whether the diary has it (None: nothing was held)."""

    routine_id: str
    name: str
    done_s: float
    length_s: float
    sides: tuple[str, ...]
    is_whole: bool
    hurt: bool
    felt: str
    kept: bool | None


class State(Value):
    """The cards, and one of three faces beside them; or the page to write on."""

    cards: tuple[RoutineCard, ...]
    chosen: str
    face: str = CHOOSE
    intro: Intro | None = None
    now: Now | None = None
    finish: Finish | None = None


def build_state(
    routines: Sequence[Routine],
    chosen: str,
    hand: str,
    playing: Playing | None = None,
    kept: RoutineSession | None = None,
    hurt: bool = False,
    own: Collection[str] = (),
) -> State:
    """Return the state; `kept` is the session as the diary has it now, if it has.

    `own` are the ids of the person's own routines.
    """
    cards = tuple(RoutineCard(r.id, r.name, r.purpose, r.length_s()) for r in routines)
    routine = next((r for r in routines if r.id == chosen), routines[0] if routines else None)
    if playing is not None and not playing.is_over:
        return State(cards, playing.plan.routine.id, PLAY, now=now_of(playing))
    if playing is not None:
        return State(cards, playing.plan.routine.id, DONE, finish=finish_of(playing, kept, hurt))
    if routine is None:
        return State(cards, "")
    return State(
        cards, routine.id, intro=Intro(routine, hands_of(routine), hand, routine.id in own)
    )


def now_of(state: Playing) -> Now:
    """Return what is to be seen of a routine that plays."""
    seen, plan = view(state), state.plan
    beat = plan.beats[min(state.beat, len(plan.beats) - 1)]
    step = plan.step_of(beat)
    left = seen.seconds_left
    if seen.phase == MOVE:  # the ring waits, with the hold that comes
        left = step.hold_of(step.poses[beat.shape])
    names = tuple(dict.fromkeys(shape.pose for shape in step.poses))
    current = -1 if seen.phase in (READY, REST) else names.index(step.poses[beat.shape].pose)
    return Now(
        view=seen,
        seconds=max(ceil(left - 1e-6), 0),
        word=seen.phase,
        shapes=names,
        shape=current,
        played_s=seen.progress * plan.length_s,
        length_s=plan.length_s,
        slept=seen.paused == GAP,
    )


def ring_of(now: Now) -> float:
    """Return how full the ring is (0..1): it fills while something is held or waited for."""
    return 0.0 if now.view.phase == MOVE else now.view.ring


def hands_of(routine: Routine) -> str:
    """Return which hands a routine asks for: together, one after the other, left or right."""
    sides = {step.sides for step in routine.steps}
    if EACH in sides or {"left", "right"} <= sides:
        return ONE_AFTER_OTHER
    return BOTH_AT_ONCE if TOGETHER in sides else sides.pop()


def finish_of(playing: Playing, kept: RoutineSession | None, hurt: bool) -> Finish:
    """Return what to say at the end."""
    share, length = finished_share(playing), playing.plan.length_s
    return Finish(
        routine_id=playing.plan.routine.id,
        name=playing.plan.routine.name,
        done_s=share * length,
        length_s=length,
        sides=sides_held(playing),
        is_whole=share > 0.995,
        hurt=hurt,
        felt=kept.felt if kept is not None else "",
        kept=kept is not None if held_s(playing) > 0 else None,
    )


def is_held(now: Now) -> bool:
    """Return whether a pose is being held."""
    return now.view.phase == HOLD
