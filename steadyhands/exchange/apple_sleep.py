"""Apple Health's sleep records as nights: stages joined, one app for each night.

`Core`, `Deep`, `REM` and plain `Asleep` records are sleep, `InBed` and `Awake` are not. Records
of one app no further apart than 20 minutes are one sleep; a longer waking parts it in two. Where
several apps tell of the same time, the one that knows stages is believed, among those the one
that tells of most sleep; the others are passed over, so that no hour counts twice.
"""

from __future__ import annotations

from array import array

from steadyhands.domain.entries import LONGEST_SLEEP_MS, Sleep
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.apple_intake import SOURCE
from steadyhands.exchange.apple_scan import Taker
from steadyhands.exchange.apple_values import Names, instant
from steadyhands.exchange.format import Item, Passed, Refused
from steadyhands.exchange.zones import offset_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadyhands.exchange.apple_values import Attributes
    from steadyhands.exchange.format import Row

SLEEP = "HKCategoryTypeIdentifierSleepAnalysis"
_VALUE = "HKCategoryValueSleepAnalysis"
_PLAIN = ("Asleep", "AsleepUnspecified")
_STAGES = ("AsleepCore", "AsleepDeep", "AsleepREM")
_NOT_ASLEEP = {"InBed": "time in bed", "Awake": "time awake at night"}
WAKING_S = 20 * 60
"""A waking of up to so many seconds is part of a sleep, as it is when people log by hand."""

MENDED = "Wakings of up to 20 minutes count as part of a night."
ELSEWHERE = "sleep that another app tells of too"


class Stretch(Value):
    """One app's sleep without a long waking: seconds in UTC, and how much of it was asleep."""

    begins: int
    ends: int
    begins_offset: int
    ends_offset: int
    app: str
    line: int
    asleep: int
    staged: bool


class Nights(Taker):
    """Sleep records, some 40 bytes each."""

    def __init__(self) -> None:
        self._begins, self._ends = array("q"), array("q")
        self._begins_offset, self._ends_offset = array("h"), array("h")
        self._app, self._staged, self._line = array("l"), array("b"), array("q")
        self._names = Names()
        self.passed: dict[str, int] = {}
        self.mended = False

    def take(self, record: Attributes, line: int) -> int:
        """Keep a record of sleep."""
        value = record.get("value", "").removeprefix(_VALUE)
        if value in _NOT_ASLEEP:
            what = _NOT_ASLEEP[value]
            self.passed[what] = self.passed.get(what, 0) + 1
            return -1
        if value not in _PLAIN and value not in _STAGES:
            raise Problem("“{given}” is no kind of sleep.", given=value[:40])
        begins, begins_offset = instant(record.get("startDate"))
        ends, ends_offset = instant(record.get("endDate"))
        Sleep().check_span(Moment(begins * 1000, 0), Moment(ends * 1000, 0))
        self._begins.append(begins)
        self._ends.append(ends)
        self._begins_offset.append(begins_offset)
        self._ends_offset.append(ends_offset)
        self._app.append(self._names.number(record.get("sourceName", "")))
        self._staged.append(value in _STAGES)
        self._line.append(line)
        return len(self._begins) - 1

    def tell(self, number: int, key: str, value: str) -> None:
        """Hear the zone that was slept in."""
        if key == "HKTimeZone":
            for offsets, at in (
                (self._begins_offset, self._begins),
                (self._ends_offset, self._ends),
            ):
                offset = offset_in(value, at[number] * 1000)
                if offset is not None:
                    offsets[number] = offset

    def rows(self) -> Iterator[Row]:
        """Yield the sleeps in the order of time."""
        night: list[Stretch] = []
        until = 0
        for stretch in sorted(self._stretches(), key=lambda s: (s.begins, s.app)):
            if night and stretch.begins >= until:
                yield from _chosen(night)
                night, until = [], 0
            night.append(stretch)
            until = max(until, stretch.ends)
        yield from _chosen(night)
        for what, count in self.passed.items():
            yield Passed(what, count)

    def _stretches(self) -> Iterator[Stretch]:
        """Yield each app's records, joined."""
        order = sorted(range(len(self._begins)), key=lambda n: (self._app[n], self._begins[n]))
        open_: Stretch | None = None
        for record in order:
            app = self._names.name(self._app[record])
            if open_ is not None and open_.app == app and self._goes_on(open_, record):
                open_ = self._joined(open_, record)
                continue
            if open_ is not None:
                yield open_
            begins, ends = self._begins[record], self._ends[record]
            offsets = (self._begins_offset[record], self._ends_offset[record])
            staged, line = bool(self._staged[record]), self._line[record]
            open_ = Stretch(begins, ends, *offsets, app, line, ends - begins, staged)
        if open_ is not None:
            yield open_

    def _goes_on(self, before: Stretch, record: int) -> bool:
        longest = LONGEST_SLEEP_MS // 1000
        return (
            self._begins[record] - before.ends <= WAKING_S
            and max(self._ends[record], before.ends) - before.begins <= longest
        )

    def _joined(self, before: Stretch, record: int) -> Stretch:
        begins, ends = self._begins[record], self._ends[record]
        self.mended = self.mended or begins > before.ends
        more = max(ends - max(begins, before.ends), 0)
        later = ends > before.ends
        return before.replaced(
            ends=max(ends, before.ends),
            ends_offset=self._ends_offset[record] if later else before.ends_offset,
            asleep=before.asleep + more,
            staged=before.staged or bool(self._staged[record]),
        )


def _chosen(night: list[Stretch]) -> Iterator[Row]:
    """Yield the sleeps of the app that knows most of a time that several may tell of."""
    apps: dict[str, list[Stretch]] = {}
    for stretch in night:
        apps.setdefault(stretch.app, []).append(stretch)

    def known(app: str) -> tuple[bool, int]:
        return any(s.staged for s in apps[app]), sum(s.asleep for s in apps[app])

    if not apps:
        return
    best = max(sorted(apps), key=known)
    for stretch in apps[best]:
        yield _item(stretch)
    others = len(night) - len(apps[best])
    if others:
        yield Passed(ELSEWHERE, others)


def _item(stretch: Stretch) -> Row:
    where = f"line {stretch.line}"
    try:
        at = Moment(stretch.begins * 1000, stretch.begins_offset)
        until = Moment(stretch.ends * 1000, stretch.ends_offset)
        key = f"sleep|{at.utc_ms}|{stretch.app}"
        return Item(Sleep(), at, until, "", SOURCE, key, where)
    except Problem as problem:
        return Refused(where, problem, str(stretch))
