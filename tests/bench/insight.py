"""How often insight is wrong, and how soon right, on made-up people with known truth.

python -m tests.bench insight [--people 300] [--rows null,hard,…] [--workers 1] [--seed N]
Without --rows, every row; `--rows list` names them. Seeds differ from those of the tests.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
Row = Callable[[int], dict[str, float]]


def rows() -> dict[str, tuple[Row, str]]:
    """Return all rows by name, each with its goal; numpy is loaded here, on one thread."""
    for name in THREADS:
        os.environ.setdefault(name, "1")  # these matrices are small
    from tests.simulate import rows as r

    found: dict[str, tuple[Row, str]] = {}
    for table, one in ((r.BY_DAY, r.by_day_row), (r.STEPS, r.step_row), (r.TRENDS, r.trend_row)):
        found |= {name: (partial(one, truth), goal) for name, (truth, goal) in table.items()}
    return found


def measured(row: str, people: int, seed: int, workers: int) -> dict[str, tuple[float, int]]:
    """Return each figure's mean over people, and how many people it is about."""
    one, _ = rows()[row]
    seeds = range(seed, seed + people)
    if workers == 1:
        told: Iterable[dict[str, float]] = map(one, seeds)
        found = list(told)
    else:
        with ProcessPoolExecutor(workers) as pool:
            found = list(pool.map(one, seeds, chunksize=4))
    names = list(dict.fromkeys(name for person in found for name in person))
    sums = {name: [p[name] for p in found if name in p] for name in names}
    return {name: (sum(values) / len(values), len(values)) for name, values in sums.items()}


def timing() -> None:
    """Say what CPU one analysis takes after imports, with and without remembered check-ups."""
    from steadyhands.analysis.checkup import standing_as_of
    from steadyhands.analysis.table import day_table
    from tests.simulate.diary import Diary
    from tests.simulate.person import FIRST_DAY, Person, Scenario

    for label, days in (("180 days", 180), ("10 years (what is read of them)", 740)):
        entries = Diary(Person(Scenario(), 1, days)).entries
        today, years = FIRST_DAY + days, (3650 - days if days > 180 else 0)
        took: dict[str, float] = {}
        begun = time.process_time()
        table = day_table(entries, today, first=FIRST_DAY - years, earlier=years)
        took["days from entries"] = time.process_time() - begun
        memo: dict[str, str] = {}
        for name in ("first time", "remembered"):
            begun = time.process_time()
            standing_as_of(table, today, memo)
            took[name] = time.process_time() - begun
        memo = dict(list(memo.items())[:-1])
        begun = time.process_time()
        standing_as_of(table, today, memo)
        took["on a check-up day"] = time.process_time() - begun
        parts = ", ".join(f"{name} {1000 * value:.0f} ms" for name, value in took.items())
        print(f"CPU  {label}, {len(entries):,} entries: {parts}", flush=True)


def main(words: list[str]) -> None:
    """Run rows and print their figures beside their goals."""
    parser = argparse.ArgumentParser(prog="insight")
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--rows", default="")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=6_000_000)
    given = parser.parse_args(words)
    known = rows()
    if given.rows == "list":
        print("\n".join([*known, "time"]))
        return
    for row in given.rows.split(",") if given.rows else [*known, "time"]:
        if row == "time":
            timing()
            continue
        begun = time.perf_counter()
        figures = measured(row, given.people, given.seed, given.workers)
        took = time.perf_counter() - begun
        print(f"{row} ({given.people} people, {took:.0f} s)   goal: {known[row][1]}")
        for name, (mean, people) in figures.items():
            print(f"    {name:44}{mean:.3f}   of {people}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
