"""Makes a diary of many years in seconds: python -m tests.bench.diary_maker PATH YEARS [PER_DAY]

The real schema, filled in bulk: what counts a log's totals one by one is left out,
and one recount at the end puts them in.
"""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import date
from typing import NamedTuple

from steadyhands.domain.entries import Details
from steadyhands.domain.moment import DAY_MS, HOUR_MS, MINUTE_MS, epoch_day
from steadyhands.domain.quantities import to_thousandths
from steadyhands.storage.database import open_database
from steadyhands.storage.diary import Diary
from steadyhands.storage.entries import as_json
from tests.factory import a_beer, a_checkin, a_coffee, a_night, a_twitch, a_water

LAST_DAY = date(2026, 3, 9)
DEVICE = "0badcafe"
OFFSET_MIN = 60
DAY_SHAPE: list[tuple[Details, int]] = [
    (a_twitch("right", "index"), 50),
    (a_twitch("left", "thumb", doing="typing", felt="flutter", strength=2), 30),
    (a_water(), 12),
    (a_coffee(), 4),
    (a_checkin(stress=4, tiredness=3), 2),
    (a_beer(), 1),
]
ENTRY = "INSERT INTO entry VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 1, ?, ?, NULL)"
Row = tuple[object, ...]


def make_diary(path: str, years: int, per_day: int = 200, last: date = LAST_DAY) -> int:
    """Make a diary of `years` up to `last` at `path` and return how many entries it holds."""
    connection = open_database(path)
    run = connection.execute
    triggers = run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    indexes = run(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'entry'"
    ).fetchall()
    run("PRAGMA journal_mode = OFF")  # a diary half made is thrown away
    run("PRAGMA synchronous = OFF")
    run("PRAGMA foreign_keys = OFF")
    run("PRAGMA cache_size = -200000")
    run("BEGIN IMMEDIATE")
    for name, _ in triggers:
        run(f"DROP TRIGGER {name}")
    for name, _ in indexes:
        run(f"DROP INDEX {name}")
    chance, seq = random.Random(years), 0
    first = epoch_day(last) - round(years * 365.25) + 1
    for day in range(first, epoch_day(last) + 1):
        entries, amounts = rows_of(day, per_day, seq, chance)
        connection.executemany(ENTRY, entries)
        connection.executemany("INSERT INTO quantity VALUES (?, ?, ?)", amounts)
        seq += len(entries)
    for _, sql in indexes:
        run(sql)
    Diary(connection, path).totals.recount()
    for _, sql in triggers:
        run(sql)
    run("COMMIT")
    run("PRAGMA journal_mode = WAL")
    connection.close()
    return seq


class Piece(NamedTuple):
    """What is the same in all entries of one shape."""

    kind: str
    fields: str
    amounts: tuple[tuple[str, int], ...]


def a_piece(details: Details) -> Piece:
    """Return what the diary keeps of details."""
    counted = details.amounts().items()
    amounts = tuple((name, to_thousandths(amount)) for name, amount in counted)
    return Piece(details.KIND, as_json(details.fields()), amounts)


PIECES = [a_piece(details) for details, _ in DAY_SHAPE]
WEIGHTS = [weight for _, weight in DAY_SHAPE]
NIGHT = a_piece(a_night())


def rows_of(day: int, per_day: int, seq: int, chance: random.Random) -> tuple[list[Row], list[Row]]:
    """Return a day's entries and quantities, numbered from `seq` + 1.

    A day is one night, and the rest between 7:00 and 23:00.
    """
    start = day * DAY_MS - OFFSET_MIN * MINUTE_MS
    woke = start + 6 * HOUR_MS + chance.randrange(HOUR_MS)
    slept = woke - 7 * HOUR_MS - chance.randrange(HOUR_MS)
    seq += 1
    entries = [a_row(seq, NIGHT, slept, day, woke)]
    amounts: list[Row] = [(seq, "sleep_min", (woke - slept) * 1000 // MINUTE_MS)]
    morning, rand = start + 7 * HOUR_MS, chance.random
    for piece in chance.choices(PIECES, WEIGHTS, k=per_day - 1):
        seq += 1
        entries.append(a_row(seq, piece, morning + int(rand() * 16 * HOUR_MS), day))
        for name, amount in piece.amounts:
            amounts.append((seq, name, amount))
    return entries, amounts


def a_row(seq: int, piece: Piece, at: int, day: int, until: int | None = None) -> Row:
    """Return an entry as the database holds it."""
    key = (at << 80 | 7 << 76 | 2 << 62 | seq).to_bytes(16, "big", signed=True)
    end = None if until is None else OFFSET_MIN
    times = (at, OFFSET_MIN, until, end, day)
    return (seq, key, DEVICE, piece.kind, *times, piece.fields, at, seq)


def main(path: str, years: str, per_day: str = "200") -> None:
    """Make one and say what it took."""
    begun = time.perf_counter()
    made = make_diary(path, int(years), int(per_day))
    took = time.perf_counter() - begun
    print(f"{made:,} entries, {os.path.getsize(path) / 2**20:,.0f} MiB, {took:.0f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
