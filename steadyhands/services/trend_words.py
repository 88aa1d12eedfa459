"""How the words told about twitches change over time."""

from __future__ import annotations

import json
from datetime import date, timedelta

from steadyhands.domain.entries import DOING, FELT, HAND_STATE, LASTED
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import WordSeries, bucket_starts
from steadyhands.storage.rollups import BLOCK_DAYS, block_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadyhands.domain.trends import Span
    from steadyhands.storage.rollups import Rollups

_WORDS: dict[str, tuple[str, ...]] = {
    "felt": FELT,
    "lasted": LASTED,
    "doing": DOING,
    "state": HAND_STATE,
}
_TALLIES = {"felt": ("felt", "lasted"), "doing": ("doing", "state")}  # which words share a row


def read_words(rollups: Rollups, span: Span, bucket: str) -> tuple[WordSeries, ...]:
    """Return how often each word was told: by week in a span shown by day, else by 13 weeks."""
    by_week = bucket == "day"
    days = bucket_starts(span, "week") if by_week else _blocks(span)
    step = 7 if by_week else BLOCK_DAYS
    last = days[-1] + timedelta(days=step - 1)
    read = rollups.words_by_day if by_week else rollups.words_by_block
    steps = _Steps(epoch_day(days[0]), step, len(days))
    twitches = steps.totals(read("place", days[0], last))
    found: list[WordSeries] = []
    for tally, fields in _TALLIES.items():
        counts = steps.counts(read(tally, days[0], last))
        found += (_series(field, days, counts[at], twitches) for at, field in enumerate(fields))
    return tuple(found)


class _Steps:
    """Steps of equal length, and sums over rows of day, word, twitches."""

    def __init__(self, base: int, step: int, number: int) -> None:
        self._base, self._step, self._number = base, step, number

    def totals(self, rows: Iterable[tuple[int, str, int]]) -> tuple[int, ...]:
        sums = [0] * self._number
        for day, _, entries in rows:
            sums[(day - self._base) // self._step] += entries
        return tuple(sums)

    def counts(self, rows: Iterable[tuple[int, str, int]]) -> list[dict[str, list[int]]]:
        """Return each step's twitches by word, for both words that a row holds."""
        found: list[dict[str, list[int]]] = [{}, {}]
        sums: dict[str, list[int]] = {}
        for day, pair, entries in rows:
            if pair not in sums:
                sums[pair] = [0] * self._number
            sums[pair][(day - self._base) // self._step] += entries
        for pair, counted in sums.items():
            for at, word in enumerate(json.loads(pair)):
                if isinstance(word, str):
                    known = found[at].get(word)
                    both = (
                        counted
                        if known is None
                        else [a + b for a, b in zip(known, counted, strict=True)]
                    )
                    found[at][word] = both
        return found


def _series(
    field: str, days: Sequence[date], counts: dict[str, list[int]], twitches: tuple[int, ...]
) -> WordSeries:
    """Return a field's series, its own words in their order before any others."""
    known = _WORDS[field]
    words = [word for word in known if word in counts]
    words += sorted(set(counts) - set(known))
    rows = tuple(tuple(counts[word]) for word in words)
    return WordSeries(field, tuple(words), tuple(days), rows, twitches)


def _blocks(span: Span) -> tuple[date, ...]:
    found, day = [], block_of(span.first)
    while day <= span.last:
        found.append(day)
        day += timedelta(days=BLOCK_DAYS)
    return tuple(found)
