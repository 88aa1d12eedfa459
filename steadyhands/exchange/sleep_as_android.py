"""Reads Sleep as Android: sleep-export.csv, or the zip it lies in.

Each sleep is a header of its own (the hours of its curve are columns) and a row; a row of noise
may follow. `Id`, the start in milliseconds, and `Hours` tell the times, `Tz` names the zone;
`From` and `To` are wrong in nights when clocks change. The comment with its tags (`#stress`)
becomes the note.
"""

from __future__ import annotations

import csv
from datetime import datetime

from steadyhands.domain.entries import NOTE_LIMIT, Sleep
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import clock, day, number
from steadyhands.exchange.format import Item, Reader, Refused, item_or_refusal
from steadyhands.exchange.mishaps import broken
from steadyhands.exchange.table import header_of
from steadyhands.exchange.text import lines
from steadyhands.exchange.zones import here, offset_in, utc_ms_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO, ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

SOURCE = "sleep-as-android"
FILE = "sleep-export.csv"
_BEGINS = ("Id", "Tz", "From", "To", "Sched", "Hours", "Rating", "Comment")
_NO_COMMENT = "Manually added"
_QUARTER_MIN = 15
_WIDEST_MIN = 14 * 60


class SleepAsAndroid(Reader):
    """Sleep as Android."""

    key: ClassVar[str] = "sleep-as-android"
    name: ClassVar[str] = "Sleep as Android"

    def recognises(self, source: Source) -> bool:
        """Return whether the table, or the one in the zip, begins with its columns."""
        try:
            return (not source.is_zip and _is_header(header_of(source))) or bool(_member(source))
        except Problem:
            return False

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield each sleep."""
        header: list[str] = []
        for place, line in enumerate(lines(source, _opened(source)), start=1):
            where, raw = f"line {place}", line.rstrip("\r\n")
            cells = _cells(raw)
            if cells[:1] == ["Id"]:
                header = cells
            elif cells and cells[0].strip():
                yield _row(dict(zip(header, cells, strict=False)), where, raw, options)


def _opened(source: Source) -> BinaryIO:
    if not source.is_zip:
        return source.open()
    name = _member(source)
    if name is None:
        raise broken(source.name)
    return source.open_member(name)


def _member(source: Source) -> str | None:
    if not source.is_zip:
        return None
    for name in source.find(FILE)[:5]:
        if _is_header(header_of(source, source.member_head(name))):
            return name
    return None


def _is_header(names: tuple[str, ...]) -> bool:
    return names[: len(_BEGINS)] == _BEGINS


def _cells(line: str) -> list[str]:
    """Return the cells of a line; with tabs or semicolons a spreadsheet has saved it again."""
    mark = next((mark for mark in ",;\t" if mark in line), ",")
    try:
        return next(csv.reader([line.replace("\x00", "")], delimiter=mark), [])
    except csv.Error:
        return [line]


def _row(cells: Mapping[str, str], where: str, raw: str, options: Options) -> Item | Refused:
    return item_or_refusal(lambda: _sleep(cells, where, options), where, raw)


def _sleep(cells: Mapping[str, str], where: str, options: Options) -> Item:
    key, hours = cells.get("Id", "").strip(), cells.get("Hours", "")
    if not key.isdecimal() or len(key) > 15:
        raise Problem("“{given}” is no start of a sleep.", given=key[:40])
    begins = int(key)
    ends = begins + round(number(hours) * HOUR_MS)
    at, until = _moment(begins, cells, options), _moment(ends, cells, options)
    Sleep().check_span(at, until)
    details = Sleep(_quality(cells.get("Rating", "")))
    return Item(details, at, until, _note(cells.get("Comment", "")), SOURCE, str(begins), where)


def _moment(utc_ms: int, cells: Mapping[str, str], options: Options) -> Moment:
    offset = offset_in(cells.get("Tz", "").strip(), utc_ms)
    if offset is None:
        offset = _shown_offset(cells)
    return here(utc_ms, options.at_local) if offset is None else Moment(utc_ms, offset)


def _shown_offset(cells: Mapping[str, str]) -> int | None:
    """Return how far the clock in `From` (“26. 11. 2020 20:00”) was ahead of `Id`."""
    date_, _, time_ = cells.get("From", "").strip().rpartition(" ")
    try:
        wall = datetime.combine(day(date_.replace(" ", ""), day_first=True), clock(time_))
    except Problem:
        return None
    ahead = (utc_ms_of(wall) - int(cells["Id"])) / MINUTE_MS
    offset = round(ahead / _QUARTER_MIN) * _QUARTER_MIN
    return offset if abs(offset) <= _WIDEST_MIN else None


def _quality(rating: str) -> int | None:
    """Return 1–5 of a rating in quarters from 0, which means that none was given."""
    value = number(rating) if rating.strip() else 0
    return None if value <= 0 else max(1, min(5, int(value + 0.5)))


def _note(comment: str) -> str:
    text = comment.replace(" \\n ", "\n").strip()
    return "" if text == _NO_COMMENT else text[:NOTE_LIMIT]
