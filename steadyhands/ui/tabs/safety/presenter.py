"""What the Safety page shows: the signs by urgency, and what of them the diary tells."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.redflags import URGENCIES, Fact, RedFlag, Spoken
from steadyhands.domain.value import Value
from steadyhands.system.redflags import Safety


class Group(Value):
    """The flags of one urgency, in the order of the file."""

    urgency: str
    flags: tuple[RedFlag, ...]


class State(Value):
    """The page: what the diary tells first, then every sign, then what may reassure."""

    today: date
    told: tuple[Spoken, ...] = ()
    groups: tuple[Group, ...] = ()
    facts: tuple[Fact, ...] = ()


def build_state(safety: Safety, told: list[Spoken], today: date) -> State:
    """Return the page for what is shipped and what fits the diary today."""
    groups = tuple(
        Group(urgency, tuple(flag for flag in safety.flags if flag.urgency == urgency))
        for urgency in URGENCIES
    )
    return State(today, tuple(told), groups, safety.facts)
