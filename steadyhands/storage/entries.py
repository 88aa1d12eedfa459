"""Entries in SQLite: revisions are added, never overwritten."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.changes import Changes
from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Entry, Other, details_of
from steadyhands.domain.moment import DAY_MS, HOUR_MS, Moment, date_of_epoch_day, epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.domain.quantities import from_thousandths, to_thousandths
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

_COLUMNS = (
    "seq, id, revision, device, kind, at, utc_offset, until, until_offset, details, note, deleted"
)
_INSERT = """
    INSERT INTO entry (seq, id, revision, device, kind, at, utc_offset, until, until_offset, day,
                       details, note, deleted, current, written, act, undoes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
"""
# `domain.day.day_of` of `Entry.belongs_at`, rounded down also before 1970.
_REDATE = """
    UPDATE entry SET day = (wall - (wall % :day_ms + :day_ms) % :day_ms) / :day_ms
    FROM (SELECT seq AS row, (CASE WHEN kind = 'sleep' AND until IS NOT NULL
                 THEN until + until_offset * 60000 ELSE at + utc_offset * 60000 END)
                 - :start_ms AS wall FROM entry)
    WHERE seq = row
"""


class Act(Value):
    """Rows written together: `number` is the first row's seq, `undoes` the act it takes back."""

    number: int
    written_ms: int
    undoes: int | None = None


class Written(Value):
    """A revision as it lies in the file."""

    seq: int
    entry: Entry


class Entries:
    """Reads and writes entries through one connection; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany

    def newest_seq(self) -> int:
        """Return the seq of the newest row, 0 in an empty diary."""
        found: int = self._run("SELECT coalesce(max(seq), 0) FROM entry").fetchone()[0]
        return found

    def first_seq(self, entry_id: str) -> int:
        """Return the seq of an entry's first revision, 0 if there is no such entry."""
        found: int = self._run(
            "SELECT coalesce(min(seq), 0) FROM entry WHERE id = ?", (bytes.fromhex(entry_id),)
        ).fetchone()[0]
        return found

    def add(self, entry: Entry, seq: int, act: Act, day_starts_at: int) -> date:
        """Write a revision that becomes the entry's current one; return its day."""
        if entry.revision > 1:
            self._run(
                "UPDATE entry SET current = 0 WHERE id = ? AND current = 1",
                (bytes.fromhex(entry.id),),
            )
        day = day_of(entry.belongs_at(), day_starts_at)
        self._run(_INSERT, (*entry_row(entry, seq, day), act.written_ms, act.number, act.undoes))
        if not entry.deleted:
            amounts = entry.amounts()
            self._run_many(
                "INSERT INTO quantity (entry, name, amount) VALUES (?, ?, ?)",
                [(seq, name, to_thousandths(amount)) for name, amount in amounts.items()],
            )
        return day

    def current(self, entry_id: str) -> Written | None:
        """Return the newest revision of an entry, tombstones included."""
        return self._one("id = ? AND current = 1", (bytes.fromhex(entry_id),))

    def of_act(self, act: int) -> list[Written]:
        """Return the rows an act wrote, in order."""
        rows = self._run(
            f"SELECT {_COLUMNS} FROM entry WHERE seq >= ? AND act = ? ORDER BY seq", (act, act)
        )
        return [self._read(row) for row in rows]

    def by_seq(self, seqs: Sequence[int]) -> list[Entry]:
        """Return the entries of some rows, in the order asked for."""
        marks = ", ".join("?" * len(seqs))
        rows = self._run(f"SELECT {_COLUMNS} FROM entry WHERE seq IN ({marks})", tuple(seqs))
        found = {row[0]: self._read(row).entry for row in rows.fetchall()}
        return [found[seq] for seq in seqs if seq in found]

    def before(self, entry_id: str, seq: int) -> Written | None:
        """Return the revision of an entry that an older row holds."""
        found = self._run(
            f"SELECT {_COLUMNS} FROM entry WHERE id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            (bytes.fromhex(entry_id), seq),
        ).fetchone()
        return self._read(found) if found else None

    def first_of_act(self, act: int) -> Written | None:
        """Return the first row an act wrote: an act is named by its seq."""
        return self._one("seq = ?", (act,))

    def size_of_act(self, act: int) -> int:
        """Return how many rows an act wrote; they lie side by side."""
        following = self._run(
            "SELECT seq FROM entry WHERE seq > ? AND act <> ? ORDER BY seq LIMIT 1", (act, act)
        ).fetchone()
        found: int = (following[0] if following else self.newest_seq() + 1) - act
        return found

    def is_longer(self, act: int, most: int) -> bool:
        """Return whether an act wrote more than `most` rows."""
        return (
            self._run("SELECT 1 FROM entry WHERE seq = ? AND act = ?", (act + most, act)).fetchone()
            is not None
        )

    def acts(self) -> Iterator[tuple[int, int | None]]:
        """Return acts and what each takes back, newest first, however many rows each wrote.

        That a safety notice was shown or read is nobody's act to take back.
        """
        before = self.newest_seq() + 1
        newest = "SELECT act, undoes FROM entry WHERE seq < ? AND kind <> 'notice'"
        while True:
            row = self._run(f"{newest} ORDER BY seq DESC LIMIT 1", (before,)).fetchone()
            if row is None:
                return
            yield row
            before = row[0]

    def undoes(self, act: int) -> int | None:
        """Return the act that an act takes back, None for one that is no undo."""
        row = self._run("SELECT undoes FROM entry WHERE seq = ?", (act,)).fetchone()
        return row[0] if row else None

    def between(
        self,
        kinds: Iterable[str],
        start_ms: int,
        end_ms: int,
        newest_first: bool = False,
        days: tuple[date, date] | None = None,
    ) -> list[Entry]:
        """Return the living entries of these kinds with start_ms <= at < end_ms, by time.

        Entries of one instant stand as they were written. `days` leaves out those that
        count towards no day from the first to the last.
        """
        within: str = ""
        named: tuple[int, ...] = ()
        if days is not None:
            within, named = " AND day BETWEEN ? AND ?", tuple(map(epoch_day, days))
        found: list[Written] = []
        for kind in kinds:
            rows = self._run(
                f"SELECT {_COLUMNS} FROM entry WHERE current = 1 AND deleted = 0 AND kind = ?"
                f" AND at >= ? AND at < ?{within}",
                (kind, start_ms, end_ms, *named),
            )
            found.extend(map(self._read, rows))
        found.sort(key=lambda row: (row.entry.at.utc_ms, row.seq), reverse=newest_first)
        return [row.entry for row in found]

    def stream(
        self, days: tuple[date, date] | None = None, kinds: Iterable[str] | None = None
    ) -> Iterator[Entry]:
        """Yield the living entries by time, as they were written within one instant.

        Nothing is sorted and nothing held: each kind's index is walked beside the others'.
        """
        from heapq import merge  # not on the path of a log

        within = "" if days is None else " AND day BETWEEN ? AND ?"
        named = () if days is None else tuple(map(epoch_day, days))
        walks = [
            self._run(
                f"SELECT at, seq, {_COLUMNS} FROM entry"
                f" WHERE current = 1 AND deleted = 0 AND kind = ?{within} ORDER BY at, seq",
                (kind, *named),
            )
            for kind in (self.kinds() if kinds is None else kinds)
        ]
        for row in merge(*walks):  # by time and seq, which no two rows share
            yield self._read(row[2:]).entry

    def count(self, days: tuple[date, date] | None = None) -> int:
        """Return how many living entries there are, or of the days from the first to the last."""
        within = "" if days is None else " WHERE day BETWEEN ? AND ?"
        named = () if days is None else tuple(map(epoch_day, days))
        total: int = self._run(
            f"SELECT coalesce(sum(entries), 0) FROM day_kind{within}", named
        ).fetchone()[0]
        return total

    def kinds(self) -> list[str]:
        """Return every kind that the diary holds a living entry of."""
        # From one kind to the next over the index: DISTINCT would walk through every entry.
        living = "SELECT min(kind) FROM entry WHERE current = 1 AND deleted = 0"
        rows = self._run(
            f"WITH RECURSIVE used (kind) AS ({living} UNION ALL"
            f" SELECT ({living} AND kind > used.kind) FROM used WHERE used.kind IS NOT NULL)"
            " SELECT kind FROM used WHERE kind IS NOT NULL"
        )
        return [kind for (kind,) in rows]

    def last(self, kind: str, before_ms: int) -> Entry | None:
        """Return the newest living entry of a kind that began at or before a time."""
        found = self._one(
            "current = 1 AND deleted = 0 AND kind = ? AND at <= ? ORDER BY at DESC LIMIT 1",
            (kind, before_ms),
        )
        return found.entry if found else None

    def felt(self, words: Iterable[str], start_ms: int, end_ms: int) -> list[Entry]:
        """Return the living twitches with start_ms <= at < end_ms that felt like one of `words`."""
        named = tuple(words)
        rows = self._run(
            f"SELECT {_COLUMNS} FROM entry WHERE current = 1 AND deleted = 0 AND kind = 'twitch'"
            " AND at >= ? AND at < ? AND json_extract(details, '$.felt')"
            f" IN ({','.join('?' * len(named))}) ORDER BY at",
            (start_ms, end_ms, *named),
        )
        return [self._read(row).entry for row in rows]

    def last_place(self, before_ms: int) -> tuple[str | None, str | None] | None:
        """Return side and part of the newest twitch, None where it does not say; None for none.

        SQLite takes them out of the JSON: this is on the path of a log, `json` is not.
        """
        place: tuple[str | None, str | None] | None = self._run(
            "SELECT json_extract(details, '$.side'), json_extract(details, '$.part') FROM entry"
            " WHERE current = 1 AND deleted = 0 AND kind = 'twitch' AND at <= ?"
            " ORDER BY at DESC LIMIT 1",
            (before_ms,),
        ).fetchone()
        return place

    def counts_until(
        self, kind: str, first: date, last: date, minute: int, starts_at: int
    ) -> dict[date, int]:
        """Return how many entries of a kind each day had by `minute` minutes after it began."""
        rows = self._run(
            "SELECT day, count(*) FROM entry WHERE current = 1 AND deleted = 0 AND kind = :kind"
            " AND at >= (:first - 2) * 86400000 AND at < (:last + 3) * 86400000"
            " AND day BETWEEN :first AND :last"
            " AND (at / 60000 + utc_offset - :start * 60) % 1440 <= :minute GROUP BY day",
            {
                "kind": kind,
                "first": epoch_day(first),
                "last": epoch_day(last),
                "start": starts_at,
                "minute": minute,
            },
        )
        return {date_of_epoch_day(day): count for day, count in rows}

    def changes_since(self, seq: int, before: int | None = None) -> Changes:
        """Return what rows newer than `seq`, and older than `before`, concern."""
        span = {"seq": seq, "before": before or (1 << 62)}
        rows = self._run(
            "SELECT DISTINCT kind, day FROM entry WHERE seq > :seq AND seq < :before"
            " UNION SELECT old.kind, old.day FROM entry AS new JOIN entry AS old"
            " ON old.id = new.id AND old.revision = new.revision - 1"
            " WHERE new.seq > :seq AND new.seq < :before AND new.revision > 1",
            span,
        ).fetchall()
        days = frozenset(date_of_epoch_day(day) for _, day in rows)
        return Changes(frozenset(kind for kind, _ in rows), days)

    def redate(self, day_starts_at: int) -> None:
        """Give every entry its day anew, after the hour at which days start has changed."""
        self._run(_REDATE, {"start_ms": day_starts_at * HOUR_MS, "day_ms": DAY_MS})

    def _one(self, where: str, values: tuple[object, ...]) -> Written | None:
        row = self._run(f"SELECT {_COLUMNS} FROM entry WHERE {where}", values).fetchone()
        return self._read(row) if row else None

    def _read(self, row: tuple[Any, ...]) -> Written:
        import json  # not on the path of a log

        seq, key, revision, device, kind, at, offset, until, until_offset, fields, note, gone = row
        given: dict[str, object] = json.loads(fields)
        details = details_of(kind, given)
        if isinstance(details, Other):
            details = details.replaced(counted=self._amounts(seq))
        start = Moment(at, offset)
        end = None if until is None else Moment(until, until_offset)
        rest = (end, note, revision, device, bool(gone))
        try:
            return Written(seq, Entry(key.hex(), start, details, *rest))
        except Problem:  # a newer version may allow it: kept as it is, the rest stays readable
            odd = Other(kind, tuple(given.items()), self._amounts(seq))
            return Written(seq, Entry(key.hex(), start, odd, *rest))

    def _amounts(self, seq: object) -> tuple[tuple[str, float], ...]:
        rows = self._run("SELECT name, amount FROM quantity WHERE entry = ?", (seq,))
        return tuple((name, from_thousandths(amount)) for name, amount in rows)


def entry_row(entry: Entry, seq: int, day: date) -> tuple[object, ...]:
    """Return an entry as the columns of `_COLUMNS`, with its day before the details."""
    until = entry.until
    return (
        seq,
        bytes.fromhex(entry.id),
        entry.revision,
        entry.device,
        entry.kind,
        entry.at.utc_ms,
        entry.at.offset_min,
        until.utc_ms if until else None,
        until.offset_min if until else None,
        epoch_day(day),
        as_json(entry.details.fields()),
        entry.note,
        int(entry.deleted),
    )


def as_json(fields: dict[str, object]) -> str:
    """Return fields as JSON; plain words and numbers, as every log has, without `json`."""
    parts = []
    for name, value in fields.items():
        if not _is_plain(name):
            return _dumped(fields)
        if isinstance(value, str) and _is_plain(value):
            parts.append(f'"{name}":"{value}"')
        elif type(value) in (int, float):
            parts.append(f'"{name}":{value}')
        else:
            return _dumped(fields)
    return "{" + ",".join(parts) + "}"


def _dumped(fields: dict[str, object]) -> str:
    import json

    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _is_plain(text: str) -> bool:
    """Return whether text stands in JSON as it is."""
    return text.isascii() and text.isprintable() and '"' not in text and "\\" not in text
