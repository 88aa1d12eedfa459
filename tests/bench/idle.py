"""Counts how often the window wakes while it is visible and nobody types.

python -m tests.bench idle [SECONDS]: voluntary context switches of all threads, CPU time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.stage import OURS, stage

GOAL, SECONDS = 0.1, 40
SETTLE_S = 20  # until the day's check and backup of the file are done


def switches(pid: int) -> dict[str, int]:
    """Return the voluntary context switches so far of each of a process's threads."""
    found = {}
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        line = next(x for x in status.read_text().splitlines() if x.startswith("voluntary"))
        found[status.parent.name] = int(line.split()[1])
    return found


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(seconds: int = SECONDS) -> None:
    """Print wake-ups a second and the share of one core."""
    with stage() as env:
        window = subprocess.Popen([sys.executable, "-c", OURS], env=env, cwd=env["HOME"])
        try:
            time.sleep(SETTLE_S)
            before, spent = switches(window.pid), cpu_s(window.pid)
            time.sleep(seconds)
            after = switches(window.pid)
            # A thread that ended meanwhile is not counted: it had nothing more to do.
            woke = sum(count - before.get(thread, 0) for thread, count in after.items()) / seconds
            share = (cpu_s(window.pid) - spent) / seconds
        finally:
            window.terminate()
            window.wait()
    print(f"{woke:.3f} wake-ups a second, goal {GOAL}; {100 * share:.3f} % of one core")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
