"""Points: single marks of trackers, as formats of other programs yield them."""

from __future__ import annotations

from datetime import date, datetime, time

from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.domain.moment import Moment

AMOUNT, TICK, RATING = "amount", "tick", "rating"
NOON = time(12)


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
