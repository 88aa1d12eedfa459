"""Finding and paging entries, newest day first.

Nothing here walks through the whole diary if it can be helped: days come from the
rollups, words from two small indexes, and only days that may fit are read entry by entry.
"""

from __future__ import annotations

from steadyhands.domain.browse import NAMELESS, TWITCH, DayCounts, Wanted, Word, folded
from steadyhands.domain.moment import DAY_MS, HOUR_MS, epoch_day
from steadyhands.storage.entries import Entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from steadyhands.domain.entries import Entry

    Sql = tuple[str, list[object]]

_LIVING = "current = 1 AND deleted = 0"
_NAME = "json_extract(details, '$.name')"
_NAMED = f"{_LIVING} AND kind NOT IN ('twitch', 'sleep', 'checkin', 'note')"
_NOTED = f"{_LIVING} AND note <> ''"
# Folding is Python's: it is asked only where SQLite's own small letters do not do.
_IN_NOTE = f"(instr(lower(note), ?) OR (note GLOB '*[^{chr(1)}-~]*' AND instr(folded(note), ?)))"
_TALLY_OF = {
    "side": "place",
    "part": "place",
    "felt": "felt",
    "lasted": "felt",
    "doing": "doing",
    "state": "doing",
}
_EARLIEST, _LATEST = -(10**6), 10**6
# A day's entries may have been made anywhere on Earth, and a night begins the day before.
_BEFORE_MS, _NIGHT_MS, _AFTER_MS = 18 * HOUR_MS, 24 * HOUR_MS, 54 * HOUR_MS
_NEAR_DAYS = 3  # days as close as this are read in one go


class Browse:
    """Reads entries by what is wanted; the caller sees to errors."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._entries = Entries(connection)
        connection.create_function("folded", 1, folded, deterministic=True)

    def days(self, wanted: Wanted) -> DayCounts | None:
        """Return every day that has any, if the rollups tell; None if it takes a search."""
        fields = wanted.twitch_fields()
        if wanted.words or (wanted.doing and len(fields) > 1):
            return None
        if not fields:
            where, given = _one_of("kind", wanted.kinds)
            return self._summed("day_kind", where, given, wanted)
        if wanted.kinds and TWITCH not in wanted.kinds:
            return DayCounts()
        tests, given = ["name = ?"], ["doing" if wanted.doing else "place"]
        for field, word in fields.items():
            # A place is ["right","index"], a doing ["typing","rest"].
            tests.append("word LIKE ?")
            given.append(f'%,"{word}"]' if field == "part" else f'["{word}",%')
        return self._summed("day_tally", " AND ".join(tests), given, wanted)

    def candidates(self, wanted: Wanted) -> tuple[int, ...]:
        """Return the days, newest first, outside which nothing wanted can be."""
        kinds = self._kinds(wanted)
        found = self._days_of_kinds(kinds, wanted)
        for field, said in wanted.twitch_fields().items():
            found &= self._days_told(field, said, wanted)
        for word in wanted.words:
            if found:
                found &= self._days_with(word, kinds, wanted)
        return tuple(sorted(found, reverse=True))

    def counts(self, wanted: Wanted, days: Sequence[int]) -> DayCounts:
        """Return which of some days have entries wanted, and how many; newest first."""
        found: dict[int, int] = {}
        kinds = self._kinds(wanted)
        for last, first in _runs(days):
            for source, where, given in _sources(wanted, kinds, first, last):
                sql = f"SELECT day, count(*) FROM {source} WHERE {where} GROUP BY day"
                for day, count in self._run(sql, given):
                    found[day] = found.get(day, 0) + count
        there = [day for day in days if day in found]
        return DayCounts(tuple(there), tuple(found[day] for day in there))

    def page(self, wanted: Wanted, day: int, skipped: int, most: int) -> list[Entry]:
        """Return some of a day's entries that are wanted, newest first."""
        parts, given = [], []
        for source, where, words in _sources(wanted, self._kinds(wanted), day, day):
            parts.append(f"SELECT seq, at FROM {source} WHERE {where}")
            given += words
        if not parts:
            return []
        union = " UNION ALL ".join(parts)
        rows = self._run(
            f"SELECT seq FROM ({union}) ORDER BY at DESC, seq DESC LIMIT ? OFFSET ?",
            [*given, most, skipped],
        )
        return self._entries.by_seq([seq for (seq,) in rows])

    def kinds_on(self, day: int) -> dict[str, int]:
        """Return how many entries of each kind a day has in all."""
        rows = self._run("SELECT kind, entries FROM day_kind WHERE day = ?", (day,))
        return dict(rows.fetchall())

    def _summed(self, table: str, where: str, given: Iterable[object], wanted: Wanted) -> DayCounts:
        rows = self._run(
            f"SELECT day, sum(entries) FROM {table} WHERE {where} AND day BETWEEN ? AND ?"
            " GROUP BY day ORDER BY day DESC",
            [*given, *_span(wanted)],
        ).fetchall()
        return DayCounts(tuple(day for day, _ in rows), tuple(count for _, count in rows))

    def _kinds(self, wanted: Wanted) -> list[str]:
        """Return the kinds in the diary that may be wanted."""
        there = self._entries.kinds()
        if wanted.twitch_fields():
            there = [kind for kind in there if kind == TWITCH]
        return [kind for kind in there if not wanted.kinds or kind in wanted.kinds]

    def _days_of_kinds(self, kinds: Iterable[str], wanted: Wanted) -> set[int]:
        where, given = _one_of("kind", kinds, "0")
        return self._set(f"SELECT DISTINCT day FROM day_kind WHERE {where}", given, wanted)

    def _days_told(self, field: str, word: str, wanted: Wanted) -> set[int]:
        """Return the days with a twitch of which something was said."""
        sql = "SELECT DISTINCT day FROM day_tally WHERE name = ? AND instr(word, ?)"
        return self._set(sql, [_TALLY_OF[field], f'"{word}"'], wanted)

    def _days_with(self, word: Word, kinds: Sequence[str], wanted: Wanted) -> set[int]:
        """Return the days on which a word may be meant."""
        meant = {kind for kind in kinds if kind in word.kinds}
        found = self._set(
            f"SELECT DISTINCT day FROM entry INDEXED BY entry_noted WHERE {_NOTED} AND {_IN_NOTE}",
            [word.text, word.text],
            wanted,
        )
        if any(kind not in NAMELESS for kind in kinds):
            for name in self._names(word.text):
                sql = f"SELECT DISTINCT day FROM entry WHERE {_NAMED} AND {_NAME} = ?"
                found |= self._set(sql, [name], wanted)
        for kind, field, said in word.values:
            if kind == TWITCH in kinds:
                found |= self._days_told(field, said, wanted)
            elif kind in kinds:
                meant.add(kind)
        return found | self._days_of_kinds(meant, wanted)

    def _names(self, text: str) -> list[str]:
        """Return the names that hold a text, going from one to the next over the index."""
        least = f"SELECT min({_NAME}) AS name FROM entry INDEXED BY entry_named WHERE {_NAMED}"
        rows = self._run(
            f"WITH RECURSIVE used (name) AS ({least} UNION ALL"
            f" SELECT ({least} AND {_NAME} > used.name) FROM used WHERE used.name IS NOT NULL)"
            " SELECT name FROM used WHERE name IS NOT NULL"
        )
        return [name for (name,) in rows if text in folded(str(name))]

    def _set(self, sql: str, given: Iterable[object], wanted: Wanted) -> set[int]:
        rows = self._run(f"{sql} AND day BETWEEN ? AND ?", [*given, *_span(wanted)])
        return {day for (day,) in rows}


def _sources(
    wanted: Wanted, kinds: Iterable[str], first: int, last: int
) -> Iterator[tuple[str, str, list[object]]]:
    """Yield table, condition and values that together find what is wanted in some days."""
    low, high = _span(wanted)
    first, last = max(first, low), min(last, high)
    noted: list[Sql] = []
    for kind in kinds:
        test, given = _test_of(kind, wanted)
        if not all(word.may_be_in(kind) for word in wanted.words):
            noted.append((f"(kind = ?{test})", [kind, *given]))
            continue
        begins = first * DAY_MS - _BEFORE_MS - (_NIGHT_MS if kind == "sleep" else 0)
        where = f"{_LIVING} AND kind = ? AND at >= ? AND at < ? AND day BETWEEN ? AND ?{test}"
        ends = last * DAY_MS + _AFTER_MS
        yield "entry INDEXED BY entry_live", where, [kind, begins, ends, first, last, *given]
    if noted:
        any_of = " OR ".join(test for test, _ in noted)
        given = [value for _, values in noted for value in values]
        where = f"{_NOTED} AND day BETWEEN ? AND ? AND ({any_of})"
        yield "entry INDEXED BY entry_noted", where, [first, last, *given]


def _test_of(kind: str, wanted: Wanted) -> Sql:
    """Return what an entry of a kind must fulfil besides, as ` AND …`."""
    parts: list[str] = []
    given: list[object] = []
    for field, value in wanted.twitch_fields().items():
        parts.append(f" AND json_extract(details, '$.{field}') = ?")
        given.append(value)
    for word in wanted.words:
        if kind not in word.kinds:
            test, values = _word_test(kind, word)
            parts.append(f" AND ({test})")
            given += values
    return "".join(parts), given


def _word_test(kind: str, word: Word) -> Sql:
    tests, given = [f"(note <> '' AND {_IN_NOTE})"], [word.text, word.text]
    if kind not in NAMELESS:
        tests.append(f"instr(folded(coalesce({_NAME}, '')), ?)")
        given.append(word.text)
    for of, field, said in sorted(word.values):
        if of == kind:
            # The second for a list, such as a check-in's symptoms.
            told = f"json_extract(details, '$.{field}')"
            tests.append(f"{told} = ? OR instr({told}, ?)")
            given += [said, f'"{said}"']
    return " OR ".join(tests), list(given)


def _one_of(column: str, words: Iterable[str], none: str = "1") -> tuple[str, list[object]]:
    given: list[object] = list(words)
    return (f"{column} IN ({', '.join('?' * len(given))})" if given else none), given


def _span(wanted: Wanted) -> tuple[int, int]:
    first = _EARLIEST if wanted.first is None else epoch_day(wanted.first)
    return first, _LATEST if wanted.last is None else epoch_day(wanted.last)


def _runs(days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield newest and oldest day of each run of days, newest first, that lie close together."""
    start = 0
    for place in range(1, len(days) + 1):
        if place == len(days) or days[place - 1] - days[place] > _NEAR_DAYS:
            yield days[start], days[place - 1]
            start = place
