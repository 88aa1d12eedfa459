"""Taking back an act of many entries inside SQLite: an import may have brought 100,000."""

from __future__ import annotations

from steadyhands.domain.changes import Changes
from steadyhands.domain.moment import date_of_epoch_day
from steadyhands.storage.at_once import counted_at_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from steadyhands.storage.entries import Act

# `row` as the act left it, `now` as it stands, `older` as the act found it. What was taken back
# (and not done again) is no longer the act's, though another import may have brought the same.
_AS_LEFT = """
    FROM entry AS row JOIN entry AS now ON now.id = row.id AND now.current = 1
    WHERE row.seq >= :act AND row.seq < :act + :count
      AND now.kind = row.kind AND now.at = row.at AND now.utc_offset = row.utc_offset
      AND now.until IS row.until AND now.until_offset IS row.until_offset
      AND now.details = row.details AND now.note = row.note AND now.deleted = row.deleted
      AND NOT EXISTS (SELECT 1 FROM entry AS undo WHERE undo.id = row.id AND undo.undoes = row.act
          AND NOT EXISTS (SELECT 1 FROM entry AS redo
                          WHERE redo.id = row.id AND redo.undoes = undo.act))
"""
_GATHER = f"""
    INSERT INTO back (now, older)
    SELECT now.seq, (SELECT max(seq) FROM entry WHERE id = row.id AND seq < row.seq)
    {_AS_LEFT} ORDER BY row.seq
"""
_WRITE = """
    INSERT INTO entry (seq, id, revision, device, kind, at, utc_offset, until, until_offset, day,
                       details, note, deleted, current, written, act, undoes)
    SELECT :base + back.n, now.id, now.revision + 1, :device, was.kind, was.at, was.utc_offset,
        was.until, was.until_offset, was.day, was.details, was.note,
        back.older IS NULL OR was.deleted, 1, :written, :act, :undoes
    FROM back JOIN entry AS now ON now.seq = back.now
    JOIN entry AS was ON was.seq = coalesce(back.older, back.now) ORDER BY back.n
"""


def stands(connection: sqlite3.Connection, act: int, count: int) -> bool:
    """Return whether anything of an act of `count` rows could be taken back."""
    found = connection.execute(f"SELECT 1 {_AS_LEFT} LIMIT 1", {"act": act, "count": count})
    return found.fetchone() is not None


class Reversal:
    """Takes back one act of `count` rows, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, act: int, count: int) -> None:
        self._connection = connection
        self._run = connection.execute
        self._run("DROP TABLE IF EXISTS temp.back")
        self._run("CREATE TEMP TABLE back (n INTEGER PRIMARY KEY, now INTEGER, older INTEGER)")
        self._act = act
        self.possible: int = self._run(_GATHER, {"act": act, "count": count}).rowcount
        self.changed_since = count - self.possible

    def write(self, act: Act, device: str) -> Changes:
        """Bring back what was, where nothing has changed since, as the act `act`."""
        changes = self._changes()
        with counted_at_once(self._connection, self.possible):
            self._write(act, device)
        return changes

    def _write(self, act: Act, device: str) -> None:
        self._run("UPDATE entry SET current = 0 WHERE seq IN (SELECT now FROM back)")
        base = act.number - 1
        values = {"base": base, "device": device, "written": act.written_ms}
        self._run(_WRITE, {**values, "act": act.number, "undoes": self._act})
        self._run(
            "INSERT INTO quantity (entry, name, amount)"
            " SELECT ? + back.n, held.name, held.amount FROM back"
            " JOIN entry AS was ON was.seq = back.older AND was.deleted = 0"
            " JOIN quantity AS held ON held.entry = back.older ORDER BY back.n",
            (base,),
        )

    def _changes(self) -> Changes:
        rows = self._run(
            "SELECT DISTINCT kind, day FROM entry WHERE seq IN (SELECT now FROM back)"
            " UNION SELECT DISTINCT kind, day FROM entry WHERE seq IN (SELECT older FROM back)"
        ).fetchall()
        days = frozenset(date_of_epoch_day(day) for _, day in rows)
        return Changes(frozenset(kind for kind, _ in rows), days)
