"""What charts read: days, months and 13-week blocks that the schema's triggers keep."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.moment import date_of_epoch_day, epoch_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    Clock = tuple[int, int]  # ms since 1970 in UTC, minutes ahead of it
    DayRow = tuple[int, int, int]

BLOCK_DAYS = 91
_TO_MONDAY = 3  # the epoch was a Thursday
_SUMS = """
    WITH RECURSIVE used (word) AS (
        SELECT min(word) FROM block_tally WHERE name = :name
        UNION ALL SELECT (SELECT min(word) FROM block_tally WHERE name = :name AND word > used.word)
        FROM used WHERE used.word IS NOT NULL)
    SELECT word, (SELECT sum(entries) FROM block_tally
                  WHERE name = :name AND word = used.word AND block BETWEEN :first AND :last)
    FROM used WHERE word IS NOT NULL
"""


def month_key(day: date) -> int:
    """Return a day's month as the database writes it, YYYYMM."""
    return day.year * 100 + day.month


def block_of(day: date) -> date:
    """Return the Monday that begins a day's block of 13 weeks."""
    number = epoch_day(day)
    return date_of_epoch_day((number + _TO_MONDAY) // BLOCK_DAYS * BLOCK_DAYS - _TO_MONDAY)


class Rollups:
    """Reads sums over days; days are epoch days, amounts are thousandths, as they are stored."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def extent(self) -> tuple[date, date] | None:
        """Return the first and last recorded day, None in an empty diary."""
        first, last = self._run(
            "SELECT (SELECT min(day) FROM day_kind), (SELECT max(day) FROM day_kind)"
        ).fetchone()
        return None if first is None else (date_of_epoch_day(first), date_of_epoch_day(last))

    def days(self, name: str, first: date, last: date) -> list[DayRow]:
        """Return day, amount and entries of a quantity, day by day."""
        return self._run(
            "SELECT day, amount, entries FROM day_total WHERE name = ? AND day BETWEEN ? AND ?",
            (name, epoch_day(first), epoch_day(last)),
        ).fetchall()

    def months(self, name: str, first: date, last: date) -> list[DayRow]:
        """Return month (YYYYMM), amount and entries of a quantity."""
        return self._run(
            "SELECT month, amount, entries FROM month_total"
            " WHERE name = ? AND month BETWEEN ? AND ?",
            (name, month_key(first), month_key(last)),
        ).fetchall()

    def month_days(self, sort: str, name: str, first: date, last: date) -> list[tuple[int, int]]:
        """Return month and days on which there was `any` entry, one of a `kind`, a `quantity`."""
        return self._run(
            "SELECT month, days FROM month_days WHERE sort = ? AND name = ?"
            " AND month BETWEEN ? AND ?",
            (sort, name, month_key(first), month_key(last)),
        ).fetchall()

    def month_nights(self, first: date, last: date) -> list[tuple[int, int, int, int]]:
        """Return month, minutes asleep, minutes times middle (minutes after noon), and pieces."""
        return self._run(
            "SELECT month, minutes, weighted, entries FROM month_night WHERE month BETWEEN ? AND ?",
            (month_key(first), month_key(last)),
        ).fetchall()

    def sleeps(self, start_ms: int, end_ms: int) -> Iterator[tuple[Clock, Clock]]:
        """Yield when each sleep that began in a span began and ended: time and offset, by time."""
        rows = self._run(
            "SELECT at, utc_offset, until, until_offset FROM entry WHERE current = 1"
            " AND deleted = 0 AND kind = 'sleep' AND at >= ? AND at < ? AND until IS NOT NULL"
            " ORDER BY at",
            (start_ms, end_ms),
        )
        return (((at, offset), (until, until_offset)) for at, offset, until, until_offset in rows)

    def recorded(self, first: date, last: date) -> list[int]:
        """Return the recorded days in order."""
        rows = self._run(
            "SELECT DISTINCT day FROM day_kind WHERE day BETWEEN ? AND ?",
            (epoch_day(first), epoch_day(last)),
        )
        return [day for (day,) in rows]

    def days_with(self, kind: str, first: date, last: date) -> list[int]:
        """Return the days with an entry of a kind, in order."""
        rows = self._run(
            "SELECT day FROM day_kind WHERE day BETWEEN ? AND ? AND kind = ?",
            (epoch_day(first), epoch_day(last), kind),
        )
        return [day for (day,) in rows]

    def sums(self, name: str, first: date, last: date) -> dict[str, int]:
        """Return how many twitches had each word of a tally; whole blocks are read as such."""
        found: dict[str, int] = {}
        whole, edges = _split(epoch_day(first), epoch_day(last))
        rows: list[tuple[str, int]] = []
        if whole is not None:
            rows += self._block_sums(name, whole)
        for edge in edges:
            rows += self._run(
                "SELECT word, entries FROM day_tally WHERE name = ? AND day BETWEEN ? AND ?",
                (name, *edge),
            )
        for word, entries in rows:
            found[word] = found.get(word, 0) + entries
        return found

    def weekdays(self, first: date, last: date) -> list[int]:
        """Return how many Mondays, Tuesdays … were recorded."""
        counts = [0] * 7
        whole, edges = _split(epoch_day(first), epoch_day(last))
        if whole is not None:
            for word, days in self._block_sums("weekday", whole):
                counts[int(word)] += days
        for begin, end in edges:
            for day in self.recorded(date_of_epoch_day(begin), date_of_epoch_day(end)):
                counts[(day + _TO_MONDAY) % 7] += 1
        return counts

    def _block_sums(self, name: str, blocks: tuple[int, int]) -> list[tuple[str, int]]:
        values = {"name": name, "first": blocks[0], "last": blocks[1]}
        return [(word, entries) for word, entries in self._run(_SUMS, values) if entries]

    def words_by_day(self, name: str, first: date, last: date) -> Iterable[tuple[int, str, int]]:
        """Return day, word and twitches of a tally."""
        return self._run(
            "SELECT day, word, entries FROM day_tally WHERE name = ? AND day BETWEEN ? AND ?",
            (name, epoch_day(first), epoch_day(last)),
        )

    def words_by_block(self, name: str, first: date, last: date) -> Iterable[tuple[int, str, int]]:
        """Return block, word and twitches of a tally, for blocks that begin in the span."""
        return self._run(
            "SELECT block, word, entries FROM block_tally WHERE name = ? AND block BETWEEN ? AND ?",
            (name, epoch_day(first), epoch_day(last)),
        )


def _split(first: int, last: int) -> tuple[tuple[int, int] | None, list[tuple[int, int]]]:
    """Return the first and last block that lie whole in a span of days, and what is beside them."""
    begin = -(-(first + _TO_MONDAY) // BLOCK_DAYS) * BLOCK_DAYS - _TO_MONDAY
    end = (last + 1 + _TO_MONDAY) // BLOCK_DAYS * BLOCK_DAYS - _TO_MONDAY
    if begin >= end:
        return None, [(first, last)]
    edges = [(first, begin - 1), (end, last)]
    return (begin, end - BLOCK_DAYS), [edge for edge in edges if edge[0] <= edge[1]]
