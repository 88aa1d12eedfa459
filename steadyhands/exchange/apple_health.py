"""Reads Apple Health's export: the zip as it comes from the phone, or export.xml out of it.

What comes in: water, caffeine, alcohol, magnesium, potassium, calcium (`apple_intake`), sleep
(`apple_sleep`) and exercise (`apple_exercise`). All else is counted by its type. Records within
a Correlation stand outside of it too, as the file itself says, and count once.
"""

from __future__ import annotations

import re

from steadyhands.domain.problem import Problem
from steadyhands.exchange.apple_exercise import (
    EXERCISE_TIME,
    ExerciseMinutes,
    Workouts,
    exercise_rows,
)
from steadyhands.exchange.apple_intake import INTAKES, Intakes
from steadyhands.exchange.apple_scan import WORKOUT, Scan
from steadyhands.exchange.apple_sleep import MENDED, SLEEP, Nights
from steadyhands.exchange.format import Passed, Reader
from steadyhands.exchange.mishaps import broken
from steadyhands.exchange.text import head_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

_IS_HEALTH = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE\s+HealthData|<HealthData)", re.S
)
_PREFIX = re.compile(r"^HK[A-Za-z]*?Identifier")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_LOOKED_AT = 20


class AppleHealth(Reader):
    """Apple Health."""

    key: ClassVar[str] = "apple-health"
    name: ClassVar[str] = "Apple Health"

    def recognises(self, source: Source) -> bool:
        """Return whether the XML, or one in the zip, holds health data; its name is translated."""
        return _member(source) is not None if source.is_zip else _is_health(source.head)

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield what is refused, then drinks and foods, sleep and exercise, then what is passed.

        Needs the whole file for each of them, in some 40 bytes a record that matters.
        """
        intakes, nights = Intakes(), Nights()
        workouts, minutes = Workouts(), ExerciseMinutes()
        scan = Scan(
            source,
            {
                **dict.fromkeys(INTAKES, intakes),
                SLEEP: nights,
                EXERCISE_TIME: minutes,
                WORKOUT: workouts,
            },
        )
        yield from scan.run(_opened(source))
        yield from intakes.rows()
        yield from nights.rows()
        yield from exercise_rows(workouts, minutes)
        for kind, count in scan.passed.items():
            yield Passed(named(kind), count)
        if nights.mended:
            source.remarks.append(Problem(MENDED))


def _opened(source: Source) -> BinaryIO:
    if not source.is_zip:
        return source.open()
    name = _member(source)
    if name is None:
        raise broken(source.name)
    return source.open_member(name)


def _member(source: Source) -> str | None:
    """Return the name of the member with health data; the clinical document beside it is none."""
    try:
        names = [name for name in source.members() if name.casefold().endswith(".xml")]
    except Problem:
        return None
    for name in names[:_LOOKED_AT]:
        try:
            if _is_health(source.member_head(name, 4096)):
                return name
        except Problem:
            continue
    return None


def _is_health(head: bytes) -> bool:
    return _IS_HEALTH.match(head_text(head[:4096])) is not None


def named(kind: str) -> str:
    """Return a type in words: `HKQuantityTypeIdentifierStepCount` is “step count”."""
    words = _WORDS.findall(_PREFIX.sub("", kind))
    return " ".join(word.lower() for word in words)[:80] or "record without a type"
