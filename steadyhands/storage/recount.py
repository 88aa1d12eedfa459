"""Counts all that triggers keep anew from the entries: to mend it, and to check it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

_LIVING = "current = 1 AND deleted = 0"
_MONTH = "CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER)"
_BLOCK = "(day + 27303) / 91 * 91 - 27303"
_HOUR = "((day + 27303) % 7) || '-' || ((at / 60000 + utc_offset + 72000000) % 1440 / 60)"
_TOLD = " OR ".join(
    f"instr(details, '\"{field}\"')" for field in ("felt", "lasted", "doing", "state")
)
_COARSE = 3  # from here on tables are sums of those before


def _tally(name: str, word: str, which: str = "1") -> str:
    return (
        f"SELECT '{name}', day, {word} AS word, count(*) FROM entry"
        f" WHERE kind = 'twitch' AND {_LIVING} AND ({which}) GROUP BY day, word"
    )


ROLLUPS: tuple[tuple[str, str, str], ...] = (
    (
        "day_total",
        "name, day, amount, entries",
        "SELECT name, day, sum(amount), count(*) FROM quantity JOIN entry ON seq = entry"
        f" WHERE {_LIVING} GROUP BY name, day",
    ),
    (
        "day_kind",
        "day, kind, entries",
        f"SELECT day, kind, count(*) FROM entry WHERE {_LIVING} GROUP BY day, kind",
    ),
    (
        "day_tally",
        "name, day, word, entries",
        " UNION ALL ".join(
            (
                _tally("hour", _HOUR),
                _tally("place", "json_extract(details, '$.side', '$.part')"),
                _tally("felt", "json_extract(details, '$.felt', '$.lasted')", _TOLD),
                _tally("doing", "json_extract(details, '$.doing', '$.state')", _TOLD),
            )
        ),
    ),
    (
        "block_tally",
        "name, word, block, entries",
        f"SELECT name, word, {_BLOCK} AS block, sum(entries) FROM day_tally"
        " GROUP BY name, word, block UNION ALL SELECT 'weekday',"
        f" CAST((day + 27303) % 7 AS TEXT) AS word, {_BLOCK} AS block, count(DISTINCT day)"
        " FROM day_kind GROUP BY word, block",
    ),
    (
        "month_total",
        "name, month, amount, entries",
        f"SELECT name, {_MONTH} AS month, sum(amount), sum(entries) FROM day_total"
        " GROUP BY name, month",
    ),
    (
        "month_days",
        "sort, name, month, days",
        f"SELECT 'quantity', name, {_MONTH} AS month, count(*) FROM day_total GROUP BY name, month"
        f" UNION ALL SELECT 'kind', kind, {_MONTH} AS month, count(*) FROM day_kind"
        f" GROUP BY kind, month UNION ALL SELECT 'any', '', {_MONTH} AS month,"
        " count(DISTINCT day) FROM day_kind GROUP BY month",
    ),
    (
        "month_night",
        "month, minutes, weighted, entries",
        "SELECT month, sum(minutes), sum(weighted), count(*) FROM night JOIN entry USING (seq)"
        f" WHERE {_LIVING} GROUP BY month",
    ),
)


def recount(connection: sqlite3.Connection) -> None:
    """Make every rollup anew; the caller holds the transaction."""
    for table, _, _ in ROLLUPS[:_COARSE]:
        connection.execute(f"DELETE FROM {table}")
    for number, (table, columns, select) in enumerate(ROLLUPS):
        if number >= _COARSE:  # also what triggers have put there meanwhile
            connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} ({columns}) {select}")


def wrong(connection: sqlite3.Connection) -> int:
    """Return how many rows differ from a recount: 0, unless something is broken."""
    return sum(_wrong_rows(connection, *rollup) for rollup in ROLLUPS)


def _wrong_rows(connection: sqlite3.Connection, table: str, columns: str, select: str) -> int:
    stored, counted = f"SELECT {columns} FROM {table}", f"SELECT * FROM ({select})"
    found: int = connection.execute(
        f"SELECT count(*) FROM (SELECT * FROM ({stored} EXCEPT {counted})"
        f" UNION ALL SELECT * FROM ({counted} EXCEPT {stored}))"
    ).fetchone()[0]
    return found
