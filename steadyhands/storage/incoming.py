"""What an import may bring: staged beside the diary, compared with it, then taken in at once.

Staging lies in SQLite's temporary file, so that any number of entries needs little memory,
and the diary is locked only while rows move from there into it.
"""

from __future__ import annotations

from steadyhands.domain.changes import Changes
from steadyhands.domain.day import day_of
from steadyhands.domain.moment import DAY_MS, date_of_epoch_day
from steadyhands.domain.quantities import to_thousandths
from steadyhands.domain.value import Value
from steadyhands.storage.at_once import counted_at_once
from steadyhands.storage.entries import entry_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import date

    from steadyhands.domain.entries import Entry
    from steadyhands.storage.entries import Act

NEW, AGAIN, CHANGED = "new", "again", "changed"
KNOWN, EDITED, REMOVED = "known", "edited", "removed"
REPEATED, OVERLAPS, REFUSED = "repeated", "overlaps", "refused"
COMES = (NEW, AGAIN, CHANGED)
_CACHE_KIB = 64 * 1024  # ids of imports lie all over their index
_COMES = "('new', 'again', 'changed')"

_TABLES = (
    """CREATE TEMP TABLE coming (
        n INTEGER PRIMARY KEY, keyed INTEGER, place TEXT, seq INTEGER, id BLOB, revision INTEGER,
        device TEXT, kind TEXT, at INTEGER, utc_offset INTEGER, until INTEGER,
        until_offset INTEGER, day INTEGER, details TEXT, note TEXT, deleted INTEGER,
        outcome TEXT, reason TEXT, raw TEXT, old INTEGER)""",
    """CREATE TEMP TABLE coming_amount (
        n INTEGER, name TEXT, amount INTEGER, PRIMARY KEY (n, name)) WITHOUT ROWID""",
    "CREATE TEMP TABLE import_act (act INTEGER PRIMARY KEY)",
)
_STAGE = (
    "INSERT INTO coming (n, keyed, place, raw, outcome, seq, id, revision, device, kind, at,"
    " utc_offset, until, until_offset, day, details, note, deleted)"
    " VALUES (?, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_REPEATED = """
    UPDATE coming SET outcome = 'repeated' WHERE n IN (
        SELECT n FROM (SELECT n, row_number() OVER (PARTITION BY id ORDER BY revision DESC, n)
                       AS turn FROM coming WHERE outcome = 'new') WHERE turn > 1)
"""
# An import may write anew what an import wrote, never what a person did. A tombstone that an
# import's undo left may live again; one of the person's own hand stays.
_COMPARE = """
    UPDATE coming SET old = e.seq, outcome = CASE
        WHEN e.deleted = 1 AND (:restore OR e.undoes IN (SELECT act FROM import_act)) THEN 'again'
        WHEN e.deleted = 1 THEN 'removed'
        WHEN e.kind = coming.kind AND e.at = coming.at AND e.until IS coming.until
             AND e.details = coming.details AND e.note = coming.note
             AND (keyed = 0 OR (e.utc_offset = coming.utc_offset
                                AND e.until_offset IS coming.until_offset)) THEN 'known'
        WHEN keyed = 1 AND coming.revision > e.revision THEN 'changed'
        WHEN keyed = 1 THEN 'edited'
        WHEN e.act IN (SELECT act FROM import_act) THEN 'changed'
        ELSE 'edited' END
    FROM entry AS e
    WHERE e.id = coming.id AND e.current = 1 AND coming.outcome <> 'repeated'
      AND coming.outcome <> 'refused'
"""
_OVERLAPS = f"""
    UPDATE coming SET outcome = 'overlaps'
    WHERE kind = 'sleep' AND keyed = 0 AND outcome IN {_COMES} AND EXISTS (
        SELECT 1 FROM entry AS e WHERE e.kind = 'sleep' AND e.current = 1 AND e.deleted = 0
          AND e.at >= coming.at - {DAY_MS} AND e.at < coming.until
          AND e.until > coming.at AND e.id <> coming.id)
"""
_NUMBER = f"""
    UPDATE coming SET seq = turn FROM (
        SELECT n AS row, row_number() OVER (ORDER BY n) AS turn FROM coming
        WHERE outcome IN {_COMES}) WHERE n = row
"""
_WRITE = f"""
    INSERT INTO entry (seq, id, revision, device, kind, at, utc_offset, until, until_offset, day,
                       details, note, deleted, current, written, act, undoes)
    SELECT :base + c.seq, c.id,
        CASE WHEN c.old IS NULL OR (keyed = 1 AND c.revision > o.revision) THEN c.revision
             ELSE o.revision + 1 END,
        CASE WHEN c.device = '' THEN :device ELSE c.device END, c.kind, c.at, c.utc_offset,
        c.until, c.until_offset, c.day, c.details, c.note, 0, 1, :written, :act, NULL
    FROM coming AS c LEFT JOIN entry AS o ON o.seq = c.old
    WHERE c.outcome IN {_COMES} ORDER BY c.n
"""


class Staged(Value):
    """One entry to stage: where it stood, as it stood, and whether its file gave it its id."""

    number: int
    where: str
    raw: str
    entry: Entry
    keyed: bool


class Counted(Value):
    """How many of a kind have an outcome."""

    kind: str
    outcome: str
    count: int


class Told(Value):
    """One row of a report: where it stood, what became of it, and why."""

    where: str
    outcome: str
    kind: str
    at_ms: int | None
    offset_min: int | None
    reason: str
    raw: str


class Incoming:
    """The staging of one import on one connection, which nothing else may use meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._run = connection.execute
        self._run_many = connection.executemany
        self._compared_at = -1

    def open(self, import_acts: Iterable[int]) -> None:
        """Make room; `import_acts` are the imports that the diary knows."""
        self._run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        for table in ("coming", "coming_amount", "import_act"):
            self._run(f"DROP TABLE IF EXISTS temp.{table}")
        for statement in _TABLES:
            self._run(statement)
        self._run_many("INSERT INTO import_act VALUES (?)", [(act,) for act in import_acts])

    def stage(self, rows: Iterable[Staged], day_starts_at: int) -> None:
        """Put entries aside for now."""
        entries: list[tuple[object, ...]] = []
        amounts: list[tuple[int, str, int]] = []
        for row in rows:
            entry = row.entry
            day = day_of(entry.belongs_at(), day_starts_at)
            entries.append(
                (row.number, int(row.keyed), row.where, row.raw, *entry_row(entry, 0, day))
            )
            for name, amount in entry.amounts().items():
                amounts.append((row.number, name, to_thousandths(amount)))
        self._run_many(_STAGE, entries)
        self._run_many("INSERT INTO coming_amount VALUES (?, ?, ?)", amounts)

    def refuse(self, number: int, where: str, reason: str, raw: str) -> None:
        """Keep a row that cannot come, for the report."""
        self._run(
            "INSERT INTO coming (n, place, raw, outcome, reason) VALUES (?, ?, ?, 'refused', ?)",
            (number, where, raw, reason),
        )

    def compare(self, newest_seq: int, restore: bool = False) -> None:
        """Settle what becomes of each, with the diary as it is; again only if it has changed.

        `restore` brings back also what the person removed.
        """
        if newest_seq == self._compared_at:
            return
        if self._compared_at < 0:
            self._run("CREATE INDEX temp.coming_id ON coming (id)")
            self._run(_REPEATED)
        else:
            self._run(
                "UPDATE coming SET outcome = 'new', old = NULL, seq = 0"
                " WHERE outcome NOT IN ('refused', 'repeated')"
            )
        self._run(_COMPARE, {"restore": restore})
        self._run(_OVERLAPS)
        self._run(_NUMBER)
        self._compared_at = newest_seq

    def counts(self) -> list[Counted]:
        """Return how many of each kind have each outcome; refused ones have no kind."""
        rows = self._run(
            "SELECT coalesce(kind, ''), outcome, count(*) FROM coming"
            " GROUP BY kind, outcome ORDER BY kind, outcome"
        )
        return [Counted(*row) for row in rows]

    def days(self) -> tuple[date, date, int] | None:
        """Return the first and last day that something comes to, and how many there are."""
        first, last, count = self._run(
            f"SELECT min(day), max(day), count(DISTINCT day) FROM coming WHERE outcome IN {_COMES}"
        ).fetchone()
        return None if first is None else (date_of_epoch_day(first), date_of_epoch_day(last), count)

    def write(self, act: Act, device: str) -> int:
        """Move what comes into the diary as one act, within the caller's transaction."""
        coming: int = self._run(
            f"SELECT count(*) FROM coming WHERE outcome IN {_COMES}"
        ).fetchone()[0]
        with counted_at_once(self._connection, coming):
            self._write(act, device)
        return coming

    def _write(self, act: Act, device: str) -> None:
        self._run(
            "UPDATE entry SET current = 0 WHERE seq IN"
            f" (SELECT old FROM coming WHERE outcome IN {_COMES} AND old IS NOT NULL)"
        )
        base = act.number - 1
        values = {"base": base, "device": device, "written": act.written_ms, "act": act.number}
        self._run(_WRITE, values)
        self._run(
            "INSERT INTO quantity (entry, name, amount)"
            " SELECT ? + c.seq, a.name, a.amount FROM coming AS c JOIN coming_amount AS a USING (n)"
            f" WHERE c.outcome IN {_COMES} ORDER BY c.n",
            (base,),
        )

    def changes(self) -> Changes:
        """Return the kinds and days that writing touches."""
        rows = self._run(
            f"SELECT DISTINCT kind, day FROM coming WHERE outcome IN {_COMES}"
            " UNION SELECT DISTINCT e.kind, e.day FROM coming AS c JOIN entry AS e ON e.seq = c.old"
            f" WHERE c.outcome IN {_COMES}"
        ).fetchall()
        days = frozenset(date_of_epoch_day(day) for _, day in rows)
        return Changes(frozenset(kind for kind, _ in rows), days)

    def told(self) -> Iterator[Told]:
        """Yield what became of every row, in the file's order."""
        rows = self._run(
            "SELECT coalesce(place, ''), outcome, coalesce(kind, ''), at, utc_offset,"
            " coalesce(reason, ''), coalesce(raw, '') FROM coming ORDER BY n"
        )
        return (Told(*row) for row in rows)
