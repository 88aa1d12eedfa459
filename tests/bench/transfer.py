"""Measures export and import of a ten-year diary: time, memory, how long the diary is locked.

Then trackers of other programs, as rows looked at and brought in a second of CPU: a table
with a row for each mark, one with a column for each tracker, and Track & Graph's.

python -m tests.bench transfer [YEARS]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from steadyhands.exchange import any_table
from steadyhands.services.arrival import Wishes
from steadyhands.services.export import FORMATS, JSON, LINES, Exporter
from steadyhands.services.keeper import Keeper
from steadyhands.services.table_wishes import guess_roles, see_table
from steadyhands.services.transfer import Importer
from steadyhands.storage.incoming import Incoming
from steadyhands.system.clock import Clock
from tests.bench.diary_maker import make_diary

ROOT = Path(__file__).resolve().parents[2]
STARTS_AT = datetime(2015, 1, 1)
TRACKERS = {"long": "Date,Tracker,Value", "wide": "Date,Coffee,Water,Stress,Mood"}
TRACKERS["track-and-graph"] = "FeatureName,Timestamp,Value,Label,Note"
NAMES = ("Water", "Coffee", "Stress", "Finger twitch", "Reading")
STEPS = (*FORMATS, f"import-{LINES}", f"import-{JSON}", "import-again", "undo", *TRACKERS)


def main(years: str = "10") -> None:
    """Print a line for each step, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        count = make_diary(os.path.join(folder, "full.sqlite"), int(years))
        print(f"{count:,} entries")
        for step in STEPS:
            words = [sys.executable, "-m", "tests.bench.transfer", step, folder]
            subprocess.run(words, cwd=ROOT, check=True)


def step(name: str, folder: str) -> None:
    """Do one step and print what it took."""
    start_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    did = _export if name in FORMATS else _trackers if name in TRACKERS else _import
    said = did(name, folder)
    took = time.perf_counter() - begun
    above = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start_kib) / 1024
    print(f"{name:16}{took:7.1f} s {above:7.0f} MiB above start  {said}", flush=True)


def _keeper(folder: str, name: str) -> Keeper:
    return Keeper(os.path.join(folder, f"{name}.sqlite"), os.path.join(folder, "backups"))


def _export(form: str, folder: str) -> str:
    done = Exporter(_keeper(folder, "full"), Clock()).write(os.path.join(folder, form), form)
    return f"{done.entries:,} entries, {os.path.getsize(done.path) / 2**20:,.0f} MiB"


def _import(name: str, folder: str) -> str:
    form = JSON if name.endswith(JSON) else LINES
    keeper = _keeper(folder, f"empty-{form}")
    importer = Importer(keeper, Clock())
    if name == "undo":
        done = importer.take_back(importer.imports()[0].act)
        return f"{done.size if done else 0:,} entries"
    locked: list[float] = []
    write = Incoming.write

    def timed(self, *rest):  # type: ignore[no-untyped-def]
        begun = time.perf_counter()
        written = write(self, *rest)
        locked.append(time.perf_counter() - begun)
        return written

    Incoming.write = timed  # type: ignore[method-assign]
    brought = importer.bring_in(os.path.join(folder, form))
    return f"{brought.what.coming:,} come in, diary locked for {sum(locked):.1f} s"


def _trackers(form: str, folder: str, rows: int = 20_000) -> str:
    path = os.path.join(folder, f"{form}.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TRACKERS[form] + "\n")
        file.writelines(_tracker_row(form, number) for number in range(rows))
    importer = Importer(_keeper(folder, f"empty-{form}"), Clock())
    wishes = Wishes()
    if form != "track-and-graph":
        wishes = Wishes(any_table.KEY, {}, guess_roles(see_table(path)))
    begun = time.process_time()
    coming = importer.look(path, wishes).coming
    looked = time.process_time()
    importer.bring_in(path, wishes)
    speeds = rows / (looked - begun), rows / (time.process_time() - looked)
    seen, brought = (f"{speed:,.0f}" for speed in speeds)
    return f"{coming:,} come of {rows:,} rows; looked at {seen}, brought in {brought} rows/s of CPU"


def _tracker_row(form: str, number: int) -> str:
    at = STARTS_AT + timedelta(minutes=30 * number)
    name, value = NAMES[number * 7919 % 11 % len(NAMES)], number * 31 % 5 + 1
    return {
        "long": f"{at:%Y-%m-%d %H:%M},{name},{value}\n",
        "wide": f"{at:%Y-%m-%d %H:%M},{value % 4},{value},{number % 10},good\n",
        "track-and-graph": f"{name},{at.isoformat()}.000+01:00,{value},,\n",
    }[form]


if __name__ == "__main__":
    step(*sys.argv[1:]) if sys.argv[1:2] and sys.argv[1] in STEPS else main(*sys.argv[1:])
