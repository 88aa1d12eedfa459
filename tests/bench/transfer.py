"""Measures export and import of a ten-year diary: time, memory, how long the diary is locked.

python -m tests.bench transfer [YEARS]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from steadyhands.services.export import FORMATS, JSON, LINES, Exporter
from steadyhands.services.keeper import Keeper
from steadyhands.services.transfer import Importer
from steadyhands.storage.incoming import Incoming
from steadyhands.system.clock import Clock
from tests.bench.diary_maker import make_diary

ROOT = Path(__file__).resolve().parents[2]
STEPS = (*FORMATS, f"import-{LINES}", f"import-{JSON}", "import-again", "undo")


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
    said = _export(name, folder) if name in FORMATS else _import(name, folder)
    took = time.perf_counter() - begun
    above = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start_kib) / 1024
    print(f"{name:14}{took:7.1f} s {above:7.0f} MiB above start  {said}", flush=True)


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


if __name__ == "__main__":
    step(*sys.argv[1:]) if sys.argv[1:2] and sys.argv[1] in STEPS else main(*sys.argv[1:])
