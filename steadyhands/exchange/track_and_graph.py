"""Track & Graph's CSV (`CSVReadWriterImpl.kt`): one data point a row, its time with its zone."""

from __future__ import annotations

import re

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.cells import moment, number, seconds
from steadyhands.exchange.format import Passed, Refused
from steadyhands.exchange.table import Table, TableRow, header_of
from steadyhands.exchange.trackers import AMOUNT, Point, TrackerReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options
    from steadyhands.exchange.source import Source

PROGRAM = "track-and-graph"
_NEEDED = ("featurename", "timestamp", "value")
_LENGTH = re.compile(r"(-?\d+:\d{2}:\d{2})(?::(.*))?$", re.DOTALL)
_UNIT = re.compile(r"[(\[]\s*([^()\[\]]{1,12}?)\s*[)\]]\s*$")
_LABELLED = re.compile(r"([+-]?\d[^:]*):(.*)$", re.DOTALL)


class Measured(Value):
    """A data point's value: minutes for a length of time, else a bare number, and its label."""

    value: float
    unit: str = ""
    label: str = ""


class TrackAndGraph(TrackerReader):
    """Track & Graph, as CSV."""

    key: ClassVar[str] = "track-and-graph"
    program: ClassVar[str] = PROGRAM
    name: ClassVar[str] = "Track & Graph"

    def recognises(self, source: Source) -> bool:
        """Return whether a table has the three columns that every version wrote."""
        header = () if source.is_zip or source.is_sqlite else header_of(source)
        return tuple(name.casefold() for name in header[:3]) == _NEEDED

    def points(self, source: Source, options: Options) -> Iterator[Point | Refused | Passed]:
        """Yield the data points."""
        table = Table(source, source.open())
        names = {name.casefold(): name for name in table.header}
        for row in table:
            yield row if isinstance(row, Refused) else _point(row, names, options)


def _point(row: TableRow, names: dict[str, str], options: Options) -> Point | Refused:
    def cell(name: str) -> str:
        return row.get(names.get(name, "")).strip()

    try:
        measured = measured_in(row.get(names.get("value", "")))
        at = moment(cell("timestamp"), options.at_local)
        label = cell("label") or measured.label
        return point_of(cell("featurename"), at, measured, label, cell("note"), row.where, row.raw)
    except Problem as problem:
        return Refused(row.where, problem, row.raw)


def measured_in(cell: str) -> Measured:
    """Return a value: `1.5`, `0:07:30`, or with its label as old versions wrote, `1.0:yes`."""
    said = cell.strip()
    if ":" not in said:
        return Measured(number(said), "", "")
    length = _LENGTH.match(said)
    if length:
        return Measured(seconds(length[1]) / 60, "min", (length[2] or "").strip())
    labelled = _LABELLED.match(said)
    if labelled:
        return Measured(number(labelled[1]), "", labelled[2].strip())
    return Measured(number(said))


def point_of(
    name: str, at: Moment, measured: Measured, label: str, note: str, where: str, raw: str
) -> Point:
    """Return a data point; a tracker has one at most in any millisecond. Raises Problem."""
    if not name:
        raise Problem("A tracker without a name cannot be brought in.")
    unit = measured.unit or unit_in(name)
    rest = (where, note, label, unit, AMOUNT, raw, True)
    return Point(name, name, measured.value, at, f"{name}|{at.utc_ms}", *rest)


def unit_in(name: str) -> str:
    """Return the unit that a name ends in, `Water (ml)`, `Caffeine [mg]`; empty without one."""
    if not name.rstrip().endswith((")", "]")):
        return ""
    found = _UNIT.search(name)
    return found[1] if found else ""
