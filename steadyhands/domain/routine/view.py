"""What there is to see and hear of a routine that is playing."""

from __future__ import annotations

from steadyhands.domain.pose.joints import between, minimum_jerk
from steadyhands.domain.routine.plan import HOLD, MOVE, READY, RELAXED, REST, Beat
from steadyhands.domain.routine.player import GAP, Playing, finished_share
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadyhands.domain.pose.joints import Pose
    from steadyhands.domain.routine.steps import Shape

FINISHED, ENDED = "finished", "ended"  # phases beside those of the plan
PAUSED, SLEPT, RESUMED, COUNT = "paused", "slept", "resumed", "count"  # cues beside phases
TICK, DING, DONE = "tick", "ding", "done"  # sounds
COUNTED_DOWN = 3
_COUNTED_FROM_S = 4.0  # in shorter beats a countdown would only be noise
_SOUNDS = {READY: DING, MOVE: TICK, HOLD: DING, REST: TICK, FINISHED: DONE, COUNT: TICK}


class Upcoming(Value):
    """The pose that comes next; `change` says what is new: pose, repetition, side or step."""

    title: str
    pose: str
    side: str
    change: str


class View(Value):
    """One look at a routine: everything a screen shows of it.

    `ring` is the share of the phase that is over, `progress` that of the whole by time,
    `share` that of all holds really held, each 0 to 1. `move_share` is the share of the time
    of the move from `pose_from` to `pose_to`, not eased yet. Step, turn and shape count from 0.
    """

    phase: str
    paused: str
    seconds_left: float
    ring: float
    title: str
    cue: str
    side: str
    step: int
    turn: int
    turns: int
    shape: int
    repetition: int
    repetitions: int
    pose_from: str
    pose_to: str
    move_share: float
    highlight: tuple[str, ...]
    helper: str
    upcoming: Upcoming | None
    progress: float
    share: float

    @property
    def eased(self) -> float:
        """Return how far the move has come, eased as an arm eases it."""
        return minimum_jerk(self.move_share)

    def pose(self, poses: Mapping[str, Pose]) -> Pose:
        """Return the hand as it is bent now; one that is not known is shown relaxed."""
        relaxed = poses[RELAXED]
        start, end = (poses.get(name, relaxed) for name in (self.pose_from, self.pose_to))
        return between(start, end, self.move_share)


class Cue(Value):
    """Something to be heard: a phase that began, a second counted down, a pause, the end.

    `title` and `words` are for the voice, of the routine's data; the phase's own word and
    the side are for the face to add, in the person's language.
    """

    kind: str
    sound: str = ""
    title: str = ""
    words: str = ""
    side: str = ""
    seconds: int = 0


def view(state: Playing) -> View:
    """Return what is to be seen now."""
    now = state.now
    if now is None:
        return _view(state, state.plan.beats[-1], FINISHED, state.plan.beats[-1].length_s)
    return _view(state, now, ENDED if state.is_ended else now.phase, state.at_s)


def cues(before: Playing, after: Playing) -> tuple[Cue, ...]:
    """Return what is to be heard after an act or a step of time led from one state to another."""
    if after.is_over:
        kind = ENDED if after.is_ended else FINISHED
        return () if before.is_over else (Cue(kind, _SOUNDS.get(kind, "")),)
    if after.paused != before.paused:
        return (Cue({"": RESUMED, GAP: SLEPT}.get(after.paused, PAUSED)),)
    now = after.plan.beats[after.beat]
    if after.beat != before.beat or after.at_s < before.at_s:
        return (_cue_of(after, now),)
    left = _whole_seconds_left(after, now)
    if left != _whole_seconds_left(before, now) and _is_counted(now, left):
        return (Cue(COUNT, _SOUNDS[COUNT], side=now.side, seconds=left),)
    return ()


def _view(state: Playing, now: Beat, phase: str, at_s: float) -> View:
    plan, step, shape = state.plan, state.plan.step_of(now), _shape(state, now)
    return View(
        phase=phase,
        paused=state.paused,
        seconds_left=0.0 if state.is_over else now.length_s - at_s,
        ring=min(at_s / now.length_s, 1.0),
        title=step.name if phase == READY else shape.name or step.name,
        cue=step.cue if phase == READY and step.cue else shape.cue or step.cue,
        side=now.side,
        step=now.step,
        turn=now.turn,
        turns=step.turns(),
        shape=now.shape,
        repetition=now.repetition,
        repetitions=step.repetitions,
        pose_from=now.start,
        pose_to=now.end,
        # Rounded, for just below 1 the easing's own rounding bends a joint past its limit.
        move_share=round(min(at_s / now.move_s, 1.0), 4) if now.move_s else 1.0,
        highlight=shape.highlight or step.highlight if phase in (MOVE, HOLD) else (),
        helper=shape.helper or step.helper if phase in (MOVE, HOLD) else "",
        upcoming=None if state.is_over else _upcoming(state, now),
        progress=1.0 if state.is_finished else (plan.starts[state.beat] + at_s) / plan.length_s,
        share=finished_share(state),
    )


def _upcoming(state: Playing, now: Beat) -> Upcoming | None:
    later = state.plan.beats[state.beat + 1 :]
    coming = next((beat for beat in later if beat.phase == MOVE), None)
    if coming is None:
        return None
    step, shape = state.plan.step_of(coming), _shape(state, coming)
    title = shape.name or step.name
    return Upcoming(title, shape.pose, coming.side, _change(now, coming))


def _change(now: Beat, coming: Beat) -> str:
    if coming.step != now.step:
        return "step"
    if coming.turn != now.turn:
        return "side"
    return "repetition" if coming.repetition != now.repetition else "pose"


def _cue_of(state: Playing, now: Beat) -> Cue:
    step, shape = state.plan.step_of(now), _shape(state, now)
    seconds = round(now.length_s)
    if now.phase == READY:
        return Cue(READY, _SOUNDS[READY], step.name, step.cue, now.side, seconds)
    if now.phase == MOVE:
        # The step's own words were said when getting ready; they are not said each time.
        return Cue(MOVE, _SOUNDS[MOVE], shape.name, shape.cue, now.side)
    return Cue(now.phase, _SOUNDS[now.phase], side=now.side, seconds=seconds)


def _shape(state: Playing, beat: Beat) -> Shape:
    return state.plan.step_of(beat).poses[beat.shape]


def _whole_seconds_left(state: Playing, now: Beat) -> int:
    return -int(-(now.length_s - state.at_s) // 1)


def _is_counted(now: Beat, left: int) -> bool:
    counted = now.phase in (READY, HOLD) and now.length_s >= _COUNTED_FROM_S
    return counted and 1 <= left <= COUNTED_DOWN
