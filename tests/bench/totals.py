"""Day totals: do they stay quick in a long diary, cheap to keep, and right?

python -m tests.bench.totals [YEARS]      (50 unless said)

Each figure is a ratio of two things measured in turns; the median of the rounds counts.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median

from steadyhands.domain.entries import Details, Twitch
from steadyhands.domain.quantities import to_thousandths
from steadyhands.services.journal import Journal
from steadyhands.storage.database import open_database
from steadyhands.storage.diary import Diary
from steadyhands.storage.entries import Act, as_json
from tests.bench.diary_maker import LAST_DAY, make_diary
from tests.factory import a_coffee, a_diary, a_moment, a_twitch, an_entry, without_sync
from tests.storage.diary_model import Pair, random_act

ROUNDS = 21
SPAN_GOAL, WRITE_GOAL = 1.2, 2.0
NAMES = ("twitches", "water_ml", "caffeine_mg", "alcohol_g", "sleep_min", "stress", "tiredness")
LOGS_A_ROUND = 200
WRITTEN: dict[str, Details] = {
    "a coffee": a_coffee(),
    "a twitch": a_twitch("right", "index"),
    "a told twitch": Twitch("right", "index", "typing", "flutter", "seconds", 2, "use"),
}
ACTS = 10_000


def in_turns(
    one: Callable[[], object],
    other: Callable[[], object],
    clock: Callable[[], float] = time.perf_counter,
    rounds: int = ROUNDS,
) -> tuple[float, float]:
    """Return the median seconds of each, measured in turns after one round unmeasured."""
    taken: tuple[list[float], list[float]] = ([], [])
    one(), other()
    for number in range(rounds):
        order = ((one, taken[0]), (other, taken[1]))
        for act, kept in order if number % 2 else reversed(order):
            begun = clock()
            act()
            kept.append(clock() - begun)
    return median(taken[0]), median(taken[1])


# ---- A span of days in a long diary ----


def spans(short: Diary, long: Diary, worst: float = 0) -> float:
    """Print what 90 days of each quantity cost in both diaries; return the worst ratio."""
    first = LAST_DAY - timedelta(days=89)
    for name in NAMES:

        def read(diary: Diary, name: str = name) -> None:
            for _ in range(20):
                assert diary.totals.span(name, first, LAST_DAY)

        brief, lengthy = in_turns(lambda: read(short), lambda: read(long))
        worst = max(worst, lengthy / brief)
        print(
            f"  {name:12} {brief / 20 * 1e3:6.3f} ms  {lengthy / 20 * 1e3:6.3f} ms"
            f"  {lengthy / brief:5.2f} x"
        )
    return worst


# ---- What keeping totals costs a write ----


def write_cost(folder: str) -> float:
    """Print what totals add to the CPU of a write, from the rows alone to a whole log.

    Returns the worst of the first three: the same rows by the same statements, with all that
    triggers keep and without.
    """
    counted = without_sync(a_diary(os.path.join(folder, "with.sqlite")))
    bare = without_sync(Diary(open_database(os.path.join(folder, "plain.sqlite")), ""))
    plain, full = bare.totals._connection, counted.totals._connection
    for (name,) in plain.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        plain.execute(f"DROP TRIGGER {name}")
    journal, ratios = Journal(counted), []
    for what, details in WRITTEN.items():
        rows = plain_rows(details)
        ratios.append(
            compare(
                f"the rows of {what}",
                lambda rows=rows: insert_many(full, rows),  # type: ignore[misc]
                lambda rows=rows: insert_many(plain, rows),  # type: ignore[misc]
            )
        )
    rows = plain_rows(a_coffee())
    ratios += [
        compare("storage, both ways", lambda: add_many(counted), lambda: add_many(bare)),
        compare("journal.log / rows", lambda: log_many(journal), lambda: insert_many(plain, rows)),
    ]
    counted.close()
    bare.close()
    return max(ratios[: len(WRITTEN)])


def compare(what: str, ours: Callable[[], object], bare: Callable[[], object]) -> float:
    """Print and return the CPU of ours over that of the bare one."""
    mine, theirs = in_turns(ours, bare, time.process_time)
    each = [round(taken / LOGS_A_ROUND * 1e6) for taken in (theirs, mine)]
    print(f"  {what:20} {each[0]:4} µs without, {each[1]:4} µs with  {mine / theirs:5.2f} x")
    return mine / theirs


def add_many(diary: Diary) -> None:
    """Write entries, each in a transaction, as a log does."""
    for _ in range(LOGS_A_ROUND):
        seq = diary.entries.newest_seq() + 1
        entry = an_entry(a_coffee(), id=f"{seq:032x}")
        diary.write(lambda e=entry, s=seq: diary.entries.add(e, s, Act(s, 0), 4))  # type: ignore[misc]


def log_many(journal: Journal) -> None:
    """Log as the window does."""
    at = a_moment(13)
    for _ in range(LOGS_A_ROUND):
        journal.log(a_coffee(), at, at)


def plain_rows(details: Details) -> tuple[tuple[object, ...], list[tuple[str, int]]]:
    """Return an entry's row after its seq and id, and its quantities."""
    at, fields = a_moment(13).utc_ms, as_json(details.fields())
    amounts = [(name, to_thousandths(x)) for name, x in details.amounts().items()]
    row = (1, "0badcafe", details.KIND, at, 60, None, None, 20522, fields, "", 0, 1, at, 1, None)
    return row, amounts


def insert_many(
    connection: sqlite3.Connection, rows: tuple[tuple[object, ...], list[tuple[str, int]]]
) -> None:
    """Insert the same rows with nothing around them, each pair in a transaction."""
    run = connection.execute
    row, amounts = rows
    (seq,) = run("SELECT coalesce(max(seq), 0) FROM entry").fetchone()
    for number in range(seq + 1, seq + 1 + LOGS_A_ROUND):
        run("BEGIN IMMEDIATE")
        run(f"INSERT INTO entry VALUES (?, ?{', ?' * 15})", (number, os.urandom(16), *row))
        connection.executemany(
            "INSERT INTO quantity VALUES (?, ?, ?)", [(number, *amount) for amount in amounts]
        )
        run("COMMIT")


# ---- Ten thousand random acts ----


def random_acts(folder: str, acts: int = ACTS, seed: int = 7) -> int:
    """Return how many totals are wrong after so many random acts; the model must agree too."""
    diary = without_sync(a_diary(os.path.join(folder, "random.sqlite")))
    pair, chance = Pair(diary), random.Random(seed)
    for _ in range(acts):
        random_act(pair, chance)
    wrong = diary.totals.wrong()
    pair.check()
    diary.close()
    return wrong


def main(years: str = "50") -> int:
    """Measure everything and say whether the goals are met."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        paths = [os.path.join(folder, f"{n}.sqlite") for n in ("short", "long")]
        counts = [make_diary(path, n) for path, n in zip(paths, (1, int(years)), strict=True)]
        print(
            f"Diaries of {counts[0]:,} and {counts[1]:,} entries, made in"
            f" {time.perf_counter() - begun:.0f} s; 90 days of each quantity:"
        )
        short, long = a_diary(paths[0]), a_diary(paths[1])
        span = spans(short, long)
        short.close()
        long.close()
        print("CPU of a write:")
        write = write_cost(folder)
        begun = time.perf_counter()
        wrong = random_acts(folder)
        print(f"{ACTS:,} random acts: {wrong} totals wrong ({time.perf_counter() - begun:.0f} s)")
    print(f"Worst span {span:.2f} x (goal {SPAN_GOAL}), write {write:.2f} x (goal {WRITE_GOAL})")
    return int(span > SPAN_GOAL or write > WRITE_GOAL or wrong > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
