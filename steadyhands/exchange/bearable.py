"""Bearable's CSV: a row a rating, with its category, its amount and words about it.

Columns: `date, date formatted, weekday, time of day, category, rating/amount, detail, notes`.
Two programs that read it are the source; no original file was seen. So it takes what it knows
by its category, and everything else as a tracker of that name: nothing is left behind.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from steadyhands.domain.entries import NAME_LIMIT, Food, Note, Sleep, clean_text
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import clock, number, seconds
from steadyhands.exchange.format import Item, Refused
from steadyhands.exchange.plain_words import day_in_words, plain_text, without_picture
from steadyhands.exchange.table import Table, header_of
from steadyhands.exchange.trackers import NOON, RATING, TICK, Point, TrackerReader, Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import ClassVar

    from steadyhands.domain.entries import Details
    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.table import TableRow

_NEEDED = {"date", "category", "rating", "detail"}
_SPELT = {
    "rating/amount": "rating",
    "rating / amount": "rating",
    "amount": "rating",
    "date formatted": "day",
    "time of day": "part",
    "details": "detail",
    "note": "notes",
}
# Parts of the day have no hour in the file; these stand for them.
_HOURS = {
    "am": time(9),
    "morning": time(9),
    "mid": time(14),
    "midday": time(14),
    "afternoon": time(14),
    "pm": time(19),
    "evening": time(19),
    "night": time(22),
}
_ENERGY = ("v. low", "low", "ok", "high", "v. high")
_QUALITY = ("poor", "ok", "good", "great")
_LEVELS = {"none": 0, "little": 1, "a little": 1, "moderate": 2, "a lot": 3}
_ASLEEP = re.compile(r"asleep\s+(\d{1,2}:\d{2}(?:\s*[ap]m)?)\s*[-–]\s*(\d{1,2}:\d{2}(?:\s*[ap]m)?)")
_SEVERITY = re.compile(r"\s*\((mild|moderate|severe|unbearable|extreme)\)\s*$", re.IGNORECASE)
_MOST_PARTS = 200


class Bearable(TrackerReader):
    """Bearable, as CSV."""

    key: ClassVar[str] = "bearable"
    program: ClassVar[str] = "bearable"
    name: ClassVar[str] = "Bearable"

    def recognises(self, source: Source) -> bool:
        """Return whether a table has Bearable's columns."""
        if source.is_zip or source.is_sqlite:
            return False
        return set(_names(header_of(source))) >= _NEEDED

    def points(self, source: Source, options: Options) -> Iterator[Point | Row]:
        """Yield each row's sleep, food, rating or factors."""
        table, turns = Table(source, source.open()), Turns()
        names = _names(table.header)
        for row in table:
            if isinstance(row, Refused):
                yield row
                continue
            try:
                yield from _Line(row, names, options, turns).rows()
            except Problem as problem:
                yield Refused(row.where, problem, row.raw)


def _names(header: tuple[str, ...]) -> dict[str, str]:
    """Return the columns by what they mean; quotes, spaces and capitals differ between files."""
    found: dict[str, str] = {}
    for name in header:
        said = " ".join(name.replace('"', "").replace("_", " ").split()).casefold()
        found.setdefault(_SPELT.get(said, said), name)
    return found


class _Line:
    """One row of the file."""

    def __init__(self, row: TableRow, names: dict[str, str], options: Options, turns: Turns):
        def cell(name: str) -> str:
            return row.get(names.get(name, "")).strip().strip('"').strip()

        self.where, self.raw, self._turns = row.where, row.raw, turns
        self._at_local = options.at_local
        self.day: date = _day(cell("day"), cell("date"))
        self.part, self.category = cell("part"), cell("category")
        self.rating, self.detail = cell("rating"), cell("detail")
        self.note = plain_text(cell("notes"))
        self.at: Moment = self._moment(self.day, _time(self.part))
        if not self.category:
            raise Problem("The row says no category.")

    def rows(self) -> Iterator[Point | Row]:
        """Yield what the row says; its note goes with the first of it."""
        kinds: dict[str, Callable[[], Iterator[Point | Row]]] = {
            "symptom": self._symptom,
            "symptoms": self._symptom,
            "sleep": self._sleep,
            "nutrition": self._nutrition,
            "health measurements": self._measured,
        }
        yield from kinds.get(self.category.casefold(), self._any)()

    def _moment(self, day: date, at: time) -> Moment:
        return self._at_local(datetime.combine(day, at))

    def _key(self, name: str) -> str:
        return self._turns.of(f"{self.day}|{self.part.casefold()}|{self.category}|{name}")

    def _point(self, name: str, value: float, label: str = "", **more: str) -> Point:
        note, self.note = self.note, ""
        return Point(
            name, name, value, self.at, self._key(name), self.where, note, label,
            raw=self.raw, timed=False, **more,
        )  # fmt: skip

    def _item(self, details: Details, name: str, at: Moment, until: Moment | None = None) -> Item:
        note, self.note = self.note, ""
        return Item(details, at, until, note, "bearable", self._key(name), self.where)

    def _symptom(self) -> Iterator[Point | Row]:
        said = _SEVERITY.search(self.detail)
        name = _SEVERITY.sub("", self.detail).strip()
        if not name:
            raise Problem("The row names no symptom.")
        yield self._point(name, number(self.rating), said[1] if said else "", kind=RATING)

    def _sleep(self) -> Iterator[Point | Row]:
        """Yield a night that ends on the row's day; one whose hours are not said is a number."""
        found = _ASLEEP.search(self.detail.casefold())
        if found:
            begin, end = clock(found[1]), clock(found[2])
            first = self.day - timedelta(days=end <= begin)
            yield self._item(Sleep(), "", self._moment(first, begin), self._moment(self.day, end))
        else:
            minutes = seconds(self.rating) / 60 if ":" in self.rating else number(self.rating) * 60
            yield self._point("Sleep", minutes, self.detail, unit="min")

    def _nutrition(self) -> Iterator[Point | Row]:
        head, colon, meals = self.detail.partition(":")
        if colon and head.strip().casefold() == "meals":
            # No meal is said, and the hour stands for half a day: none of the three main meals.
            for name in _parts(meals):
                called = clean_text(without_picture(name))[:NAME_LIMIT]
                yield self._item(Food("snack", called), name, self.at)
        else:
            yield from self._factors()

    def _measured(self) -> Iterator[Point | Row]:
        yield self._point(without_picture(self.detail) or self.category, number(self.rating))

    def _any(self) -> Iterator[Point | Row]:
        """Yield a category that is one scale (mood, energy), or a group of factors."""
        words = _QUALITY if "quality" in self.category.casefold() else _ENERGY
        said = (self.rating or self.detail).casefold()
        if said in words:
            value = float(words.index(said) + 1)
            yield self._point(self.category, value, self.detail or said, kind=RATING)
        elif self.rating and "|" not in self.detail:
            yield self._point(self.category, number(self.rating), self.detail, kind=RATING)
        elif self.detail:
            yield from self._factors()
        elif self.note:
            yield self._item(Note(), "", self.at)

    def _factors(self) -> Iterator[Point | Row]:
        for part in _parts(self.detail):
            name, level = _factor(part)
            if level is None:
                yield self._point(name, 1.0, kind=TICK)
            else:
                yield self._point(name, _LEVELS[level], level, kind=RATING)


def _day(formatted: str, said: str) -> date:
    return day_in_words(formatted or said)


def _time(part: str) -> time:
    """Return the hour that stands for a part of the day; a clock is taken as it is."""
    said = part.casefold()
    if said in _HOURS:
        return _HOURS[said]
    return clock(said) if re.match(r"\d{1,2}[:.]\d\d", said) else NOON


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()][:_MOST_PARTS]


def _factor(part: str) -> tuple[str, str | None]:
    """Return a factor's name, and its level if it has one: `☕ Caffeine - A lot`."""
    head, dash, tail = re.sub("[–—]", "-", part).rpartition(" -")
    level = tail.strip().casefold()
    if dash and level in _LEVELS and without_picture(head):
        return without_picture(head), level
    return without_picture(part) or part, None
