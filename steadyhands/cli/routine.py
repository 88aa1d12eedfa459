"""steadyhands routines, and log routine: the hand routines from the command line."""

from __future__ import annotations

from steadyhands.cli.say import length
from steadyhands.cli.twitch import save
from steadyhands.domain.amounts import minutes
from steadyhands.domain.entries import RoutineSession
from steadyhands.domain.problem import Problem
from steadyhands.services.routines import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadyhands.cli.call import Call
    from steadyhands.domain.routine.steps import Routine

STOP = "Stop if it hurts, tingles or goes numb."


def list_routines(call: Call) -> str:
    """Return every routine with its length and purpose, or all about the one that is named."""
    words = " ".join(call.asked.operands)
    if words.strip():
        return _told(find(call.desk.routines.routines(), words))
    rows = [(r.name, length(r.length_s()), r.purpose) for r in call.desk.routines.routines()]
    wide, long = (max(len(row[place]) for row in rows) for place in (0, 1))
    lines = [f"  {name:<{wide}}  {time:>{long}}  {what}".rstrip() for name, time, what in rows]
    return "\n".join([*lines, "", STOP])


def _told(routine: Routine) -> str:
    steps = [
        f"  {step.name}: {step.cue}" if step.cue else f"  {step.name}" for step in routine.steps
    ]
    cautions = [f"  {caution}" for caution in (*routine.cautions, STOP)]
    source = ["", f"From: {routine.source}"] if routine.source else []
    head = f"{routine.name}, {length(routine.length_s())}"
    lines = [head, *([routine.purpose] if routine.purpose else []), "", *steps, "", *cautions]
    return "\n".join([*lines, *source])


def log_routine(call: Call) -> str:
    """Log a routine: its name first, then how long it took, unless all of it was done."""
    words = " ".join(call.asked.operands).split()
    if not words:
        raise Problem("Which routine? Try steadyhands log routine tendon glides 3min.")
    routine, typed = _named(call.desk.routines.routines(), words)
    felt = (call.asked.get("felt") or "").strip().casefold()
    return save(call, _session(routine, typed).replaced(felt=felt, hurt=call.asked.has("hurt")))


def _named(routines: Sequence[Routine], words: Sequence[str]) -> tuple[Routine, str]:
    """Return the routine that the first words name, and the time that the others say."""
    places = [n for n, word in enumerate(words) if n and word[0].isdecimal()]
    for end in (len(words), *reversed(places)):
        try:
            return find(routines, " ".join(words[:end])), " ".join(words[end:])
        except Problem:
            continue
    return find(routines, " ".join(words[: places[0] if places else None])), ""


def _session(routine: Routine, typed: str) -> RoutineSession:
    """Return the session; who says how long it took has not said how much of it was done."""
    share = None if typed else 1.0
    seconds = minutes(typed) * 60 if typed else routine.length_s()
    return RoutineSession(routine.id, routine.name, share, total_s=seconds)
