"""steadyhands undo and redo."""

from __future__ import annotations

from steadyhands.cli.call import Refused
from steadyhands.cli.say import counted, entry_line
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.cli.call import Call
    from steadyhands.domain.moment import Moment
    from steadyhands.services.journal import Done


def undo(call: Call) -> str:
    """Take back the newest act that still stands, here or in the window."""
    done = _try(lambda: call.desk.journal.undo(call.now, since=_since(call)))
    if done is None:
        raise Refused("There is nothing to undo.")
    return f"Undone: {_named(done, call.now)}."


def redo(call: Call) -> str:
    """Do again what was last undone."""
    done = _try(lambda: call.desk.journal.redo(call.now, since=_since(call)))
    if done is None:
        raise Refused("There is nothing to do again.")
    return f"Done again: {_named(done, call.now)}."


def _since(call: Call) -> int:
    """Return the act after which undoing may go: a sample is nothing that a person did."""
    return call.desk.journal.session_start if call.desk.is_sample else 0


def _try(act: Callable[[], Done | None]) -> Done | None:
    """Run an act; what stands in its way is the diary's state, not the words."""
    try:
        return act()
    except (DiaryBusy, DiaryUnusable):
        raise
    except Problem as problem:
        raise Refused(problem.template, **problem.facts) from None


def _named(done: Done, now: Moment) -> str:
    """Return what came, went or changed."""
    if done.size > 1:
        return counted(done.size, "entry", "entries")
    before, after = done.before[0], done.entry
    line = entry_line(after, now)
    changed = before is not None and not before.deleted and not after.deleted
    return f"a change; it now reads {line}" if changed else line
