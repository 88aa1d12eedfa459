"""Reads the table that Fitbit's web page exports: its section “Sleep”, wherever it stands.

Each section is a line with its name, a header and rows. Times are those of the clock there,
without a zone. The end is trusted and the start counted back from it by the minutes asleep and
awake, which together are the sleep's length: in the nights when clocks change, the clock's own
difference is an hour wrong. Minutes awake within a sleep stay part of it.
"""

from __future__ import annotations

import csv

from steadyhands.domain.entries import Sleep
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import moment, number, wall_clock
from steadyhands.exchange.format import Item, Passed, Reader, Refused, item_or_refusal
from steadyhands.exchange.table import header_in, separator_of
from steadyhands.exchange.text import head_text, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import ClassVar

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

SOURCE = "fitbit"
START, END, ASLEEP, AWAKE = "Start Time", "End Time", "Minutes Asleep", "Minutes Awake"
_NEEDED = frozenset((START, END, ASLEEP, AWAKE))
_LOOKED_AT = 400
_BY_CLOCK_MS = 2 * MINUTE_MS  # so far may counted and shown start differ by rounding


class FitbitTable(Reader):
    """Fitbit's own export of sleep."""

    key: ClassVar[str] = "fitbit-csv"
    name: ClassVar[str] = "Fitbit (table)"

    def recognises(self, source: Source) -> bool:
        """Return whether a line near the beginning is the header of sleep."""
        if source.is_zip or source.is_sqlite:
            return False
        first = head_text(source.head).splitlines()[:_LOOKED_AT]
        return any(START in line and _is_header(line) for line in first)

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield each sleep, and count the rows of other sections by their name."""
        header: tuple[str, ...] = ()
        section, others = "", False
        for place, line in enumerate(lines(source, source.open()), start=1):
            if START in line and _is_header(line):
                separator, others = separator_of(line), False
                header = header_in(line.strip("\r\n"), separator)
            elif not line.strip().strip(",;\t"):
                continue
            elif _is_title(line):
                section, header, others = line.strip().strip('",;\t'), (), False
            elif header:
                yield _row(line, header, separator, f"line {place}", options)
            elif others:
                yield Passed(section or "other row")
            else:
                others = True  # another section's header


def _is_header(line: str) -> bool:
    return set(header_in(line.strip("\r\n"), separator_of(line))) >= _NEEDED


def _is_title(line: str) -> bool:
    """Return whether a line is one cell of words: no row begins so."""
    cells = line.strip().strip(",;\t").strip('"')
    return cells[:1].isalpha() and not any(mark in cells for mark in ',;\t"')


def _row(
    line: str, header: tuple[str, ...], separator: str, where: str, options: Options
) -> Item | Refused:
    raw = line.rstrip("\r\n")

    def item() -> Item:
        try:
            cells = next(csv.reader([raw.replace("\x00", "")], delimiter=separator), [])
        except csv.Error:
            raise Problem("That line is not as tables are written.") from None
        if len(cells) < len(header):
            raise Problem("The line is too short; it may have been cut off.")
        return _sleep(dict(zip(header, cells, strict=False)), where, options)

    return item_or_refusal(item, where, raw)


def _sleep(cells: Mapping[str, str], where: str, options: Options) -> Item:
    until = moment(cells[END], options.at_local)
    minutes = number(cells[ASLEEP]) + number(cells[AWAKE])
    at = _start(cells[START], until, minutes, options)
    Sleep().check_span(at, until)
    wall, _ = wall_clock(cells[END])
    return Item(Sleep(), at, until, "", SOURCE, f"sleep|{wall.isoformat()}", where)


def _start(cell: str, until: Moment, minutes: float, options: Options) -> Moment:
    counted = until.shifted(-round(minutes * MINUTE_MS))
    if minutes <= 0:
        return moment(cell, options.at_local)
    try:
        shown = moment(cell, options.at_local)
    except Problem:
        return counted
    return shown if abs(shown.utc_ms - counted.utc_ms) <= _BY_CLOCK_MS else counted
