"""The sample person's plan: a baseline of four weeks, a finished step, a step that runs."""

from __future__ import annotations

from random import Random

from steadyhands.domain.entries import PlanMark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadyhands.domain.sample_day import Piece, Wall

_MARKS: dict[int, tuple[tuple[str, PlanMark], ...]] = {
    81: (("21:30", PlanMark("start", "baseline", 28)),),
    53: (("20:10", PlanMark("finish", "baseline")), ("20:11", PlanMark("start", "water", 28))),
    40: (("09:15", PlanMark("pause", "water")),),  # three days away
    37: (("08:50", PlanMark("resume", "water")),),
    22: (("19:40", PlanMark("finish", "water", keep=True)),),
    13: (("20:25", PlanMark("start", "magnesium", 28)),),
}
"""By how many days ago; the running step is on its thirteenth day."""

_TASKS = (("water", 52, 23, 0.7), ("water", 21, 1, 0.5), ("magnesium", 12, 1, 0.75))
_AWAY = range(38, 41)


def plan_pieces(wall: Wall, back: int, seed: int) -> Iterator[Piece]:
    """Yield what the plan leaves on the day `back` days ago; nothing today, which is to be done."""
    for at, mark in _MARKS.get(back, ()):
        yield mark, wall.clock(at), None, ""
    chance = Random(seed * 3_000_017 + back)
    for step, first, last, share in _TASKS:
        if last <= back <= first and back not in _AWAY and chance.random() < share:
            yield PlanMark("task", step), wall.clock(f"19:{chance.randrange(10, 55)}"), None, ""
