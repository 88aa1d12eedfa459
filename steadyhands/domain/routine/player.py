"""Playing a routine: a state that only elapsed time and the person's acts move on.

The rule of time. Whoever drives the player tells it how much time went by since it was
last told, at least three times a second. A step of time counts for `MOST_STEP_S` at most,
which is shorter than any beat, so a blocked window can stretch a hold but never skip one;
time that runs backwards does not count. After `GAP_S` without a word (a suspended laptop,
a clock set forward) the player pauses by itself, where it stood; the time until it is
resumed is the driver's to forget.
"""

from __future__ import annotations

from steadyhands.domain.routine.plan import BOTH, HOLD, READY, Beat, Plan, plan_of
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.routine.steps import Routine

MOST_STEP_S = 0.4
GAP_S = 3.0
ASKED, GAP = "asked", "gap"  # why it is paused


class Playing(Value):
    """Where a routine stands: in which beat, for how long, and what was held of each hold.

    `beat` is the number of beats when it is finished; `played_s` leaves pauses out;
    `paused` says why, nothing while it runs.
    """

    plan: Plan
    beat: int
    at_s: float
    held: tuple[float, ...]
    played_s: float = 0.0
    paused: str = ""
    is_ended: bool = False

    @property
    def now(self) -> Beat | None:
        """Return the beat it is in, None once finished."""
        return None if self.is_finished else self.plan.beats[self.beat]

    @property
    def is_finished(self) -> bool:
        """Return whether it went on to its end."""
        return self.beat >= len(self.plan.beats)

    @property
    def is_over(self) -> bool:
        """Return whether it is finished, or was ended before."""
        return self.is_ended or self.is_finished

    @property
    def is_running(self) -> bool:
        """Return whether time moves it on."""
        return not (self.paused or self.is_over)


def begin(routine: Routine, first: str = "right") -> Playing:
    """Return a routine at its start; `first` is the hand that begins where both have a turn."""
    plan = plan_of(routine, first)
    return Playing(plan, 0, 0.0, (0.0,) * len(plan.holds))


def advance(state: Playing, dt_s: float) -> Playing:
    """Return the state after `dt_s` seconds, by the rule of time above."""
    if not state.is_running or not dt_s > 0:  # NaN is not above 0 either
        return state
    if dt_s > GAP_S:
        return state.replaced(paused=GAP)
    left = min(dt_s, MOST_STEP_S)
    played_s = state.played_s + left
    now = state.now
    while now is not None and left >= now.length_s - state.at_s:
        left -= now.length_s - state.at_s
        state = _moved(state.replaced(at_s=now.length_s), state.beat + 1)
        now = state.now
    if now is None:
        return state.replaced(played_s=played_s - left)
    return state.replaced(at_s=state.at_s + left, played_s=played_s)


def pause(state: Playing) -> Playing:
    """Stop the time until `resume`."""
    return state.replaced(paused=ASKED) if state.is_running else state


def resume(state: Playing) -> Playing:
    """Let the time run on."""
    return state.replaced(paused="") if state.paused and not state.is_over else state


def skip(state: Playing) -> Playing:
    """Go on to the next pose, rest or turn; what is left of this one does not count as held."""
    return state if state.is_over else _moved(state, _next_stop(state.plan, state.beat))


def back(state: Playing) -> Playing:
    """Go back to the start of the pose that is held, else to what came before."""
    if state.is_over:
        return state
    stops = (i for i in range(state.beat - 1, -1, -1) if state.plan.beats[i].phase != HOLD)
    return _moved(state, next(stops, 0))


def skip_turn(state: Playing) -> Playing:
    """Go on to the other hand or the next step."""
    if state.is_over:
        return state
    later = range(state.beat + 1, len(state.plan.beats))
    ready = (i for i in later if state.plan.beats[i].phase == READY)
    return _moved(state, next(ready, len(state.plan.beats)))


def back_turn(state: Playing) -> Playing:
    """Go back to where this hand began the step; from there, to the turn before."""
    if state.is_over:
        return state
    ready = (i for i in range(state.beat - 1, -1, -1) if state.plan.beats[i].phase == READY)
    return _moved(state, next(ready, 0))


def end(state: Playing) -> Playing:
    """End it here; what was done stays done."""
    return state if state.is_over else state.replaced(held=held(state), is_ended=True, paused="")


def held(state: Playing) -> tuple[float, ...]:
    """Return the seconds of each hold that were held; doing one again does not count twice."""
    now = state.now
    if now is None or now.phase != HOLD or state.at_s <= state.held[now.hold]:
        return state.held
    return (*state.held[: now.hold], state.at_s, *state.held[now.hold + 1 :])


def held_s(state: Playing) -> float:
    """Return the seconds held so far."""
    return min(sum(held(state)), state.plan.hold_s)


def finished_share(state: Playing) -> float:
    """Return the share of all holds that were held, 0 to 1."""
    return held_s(state) / state.plan.hold_s


def sides_held(state: Playing) -> tuple[str, ...]:
    """Return the hands that held anything, left before right."""
    done = {b.side for b, s in zip(state.plan.holds, held(state), strict=True) if s > 0}
    return tuple(side for side in ("left", "right") if side in done or BOTH in done)


def _moved(state: Playing, beat: int) -> Playing:
    """Return the state at the start of a beat, having noted what was held of this one."""
    over = beat >= len(state.plan.beats)
    paused = "" if over else state.paused
    return state.replaced(beat=beat, at_s=0.0, held=held(state), paused=paused)


def _next_stop(plan: Plan, beat: int) -> int:
    """Return the first beat after this one that is no hold: a move, a rest or a new turn."""
    later = range(beat + 1, len(plan.beats))
    return next((i for i in later if plan.beats[i].phase != HOLD), len(plan.beats))
