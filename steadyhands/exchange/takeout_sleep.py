"""Reads Fitbit's sleep out of Google Takeout: `sleep-2024-03-01.json`, or the zip they lie in.

Each file is a list of sleeps with times of the clock there, without a zone. Minutes of falling
asleep and of lying awake afterwards are taken off where the file tells them; minutes awake in
between stay part of the sleep. In nights when clocks change, `duration` says how long it was.
"""

from __future__ import annotations

import re

from steadyhands.domain.entries import Sleep
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import moment, number
from steadyhands.exchange.format import Item, Passed, Reader, Refused, item_or_refusal
from steadyhands.exchange.json_items import list_items
from steadyhands.exchange.text import head_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO, ClassVar

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

SOURCE = "fitbit"
_NAMED = re.compile(r"(^|/)sleep-\d{4}-\d\d-\d\d\.json$", re.IGNORECASE)
_BEGINS = re.compile(r"\ufeff?\s*\[\s*(\{|\]\s*$)")
_LOOKED_AT = 50
OTHER_FILE = "other file in the archive"


class TakeoutSleep(Reader):
    """Fitbit's sleep as Google Takeout gives it."""

    key: ClassVar[str] = "fitbit-takeout"
    name: ClassVar[str] = "Fitbit (Google Takeout)"

    def recognises(self, source: Source) -> bool:
        """Return whether the file, or one named so in the zip, is a list of sleeps."""
        if not source.is_zip:
            return _is_sleep(source.head)
        try:
            return any(_is_sleep(source.member_head(n)) for n in _members(source)[:_LOOKED_AT])
        except Problem:
            return False

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield each sleep; a file within the zip that is broken makes the whole broken."""
        if not source.is_zip:
            yield from _rows(source, source.open(), "", options)
            return
        names = _members(source)
        for name in names:
            yield from _rows(source, source.open_member(name), f"{name}, ", options)
        others = len(source.members()) - len(names)
        if others:
            yield Passed(OTHER_FILE, others)


def _members(source: Source) -> list[str]:
    return [name for name in source.members() if _NAMED.search(name)]


def _is_sleep(head: bytes) -> bool:
    text = head_text(head)
    if not _BEGINS.match(text):
        return False
    return '"dateOfSleep"' in text and '"startTime"' in text


def _rows(source: Source, stream: BinaryIO, file: str, options: Options) -> Iterator[Row]:
    for place, record in enumerate(list_items(stream, source.name), start=1):
        yield _row(record, f"{file}sleep {place}", options)


def _row(record: Any, where: str, options: Options) -> Item | Refused:
    return item_or_refusal(lambda: _sleep(record, where, options), where, str(record))


def _sleep(record: Any, where: str, options: Options) -> Item:
    if not isinstance(record, dict):
        raise Problem("A sleep was expected here.")
    at, until = _moment(record, "startTime", options), _moment(record, "endTime", options)
    long_ms = _number(record, "duration")
    if long_ms > 0 and abs(until.utc_ms - at.utc_ms - long_ms) > MINUTE_MS:
        at = until.shifted(-round(long_ms))
    fell, lay = _number(record, "minutesToFallAsleep"), _number(record, "minutesAfterWakeup")
    if min(fell, lay) >= 0 and (fell + lay) * MINUTE_MS < until.utc_ms - at.utc_ms:
        at, until = at.shifted(round(fell * MINUTE_MS)), until.shifted(-round(lay * MINUTE_MS))
    Sleep().check_span(at, until)
    key = str(record.get("logId") or f"sleep|{record['endTime']}")
    return Item(Sleep(), at, until, "", SOURCE, key[:100], where)


def _moment(record: dict[str, Any], name: str, options: Options) -> Moment:
    text = record.get(name)
    if not isinstance(text, str) or ":" not in text:
        raise Problem("The sleep says no {what}.", what="start" if "start" in name else "end")
    return moment(text, options.at_local)


def _number(record: dict[str, Any], name: str) -> float:
    value = record.get(name, 0)
    if isinstance(value, str):
        return number(value)
    return float(value) if isinstance(value, int | float) and abs(value) < 1e12 else 0.0
