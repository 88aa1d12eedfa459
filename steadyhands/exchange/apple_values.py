"""What attributes of Apple Health's records say: times with their offsets, amounts, names."""

from __future__ import annotations

from datetime import datetime, timedelta

from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import moment, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Attributes = Mapping[str, str]

_EPOCH = datetime(1970, 1, 1)
_SECOND = timedelta(seconds=1)


def instant(text: str | None) -> tuple[int, int]:
    """Return UTC seconds and the offset in minutes of `2024-08-09 13:49:55 +1200`."""
    if text is None:
        raise Problem("The record says no time.")
    if len(text) == 25 and text[19] == " " and text[20] in "+-" and text[21:].isdecimal():
        try:
            wall = datetime.fromisoformat(text[:19])
        except ValueError:
            raise Problem("“{given}” is not a date.", given=text) from None
        minutes = int(text[21:23]) * 60 + int(text[23:])
        offset = -minutes if text[20] == "-" else minutes
        seconds = (wall - _EPOCH) // _SECOND - offset * 60
        Moment(seconds * 1000, offset)
        return seconds, offset
    found = moment(text, _no_zone)
    return found.utc_ms // 1000, found.offset_min


def _no_zone(wall: datetime) -> Moment:
    raise Problem("The time {time} has no zone.", time=f"{wall:%Y-%m-%d %H:%M}")


def amount(record: Attributes) -> float:
    """Return a record's value, 0 or more. Raises Problem."""
    value = number(record.get("value", ""))
    if value < 0:
        raise Problem("An amount cannot be {given}.", given=f"{value:g}")
    return value


class Names:
    """Names that come again and again, each kept once and known by a number; 0 is no name."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}
        self._names = [""]

    def number(self, name: str) -> int:
        """Return the number of a name."""
        cut = name[:80]
        found = self._numbers.setdefault(cut, len(self._names))
        if found == len(self._names):
            self._names.append(cut)
        return found

    def name(self, number: int) -> str:
        """Return the name of a number."""
        return self._names[number]
