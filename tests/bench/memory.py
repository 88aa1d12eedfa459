"""Measures the window's memory after start (PSS), against a bare one of the same size.

python -m tests.bench memory [ROUNDS]
"""

from __future__ import annotations

import sys
from functools import partial

from tests.bench.stage import BARE, OURS, measured, middle, ratio, rounds, stage

GOAL, ROUNDS = 1.35, 5
AT_REST = """
def read():
    with open("/proc/self/smaps_rollup") as file:
        pss = next(line for line in file if line.startswith("Pss:"))
    print(int(pss.split()[1]) / 1024, flush=True)
    window.close()
QTimer.singleShot(1500, read)
"""


def main(count: int = ROUNDS) -> None:
    """Print both, and the ratio."""
    with stage() as env:
        scripts = {"bare window": BARE, "SteadyHands": OURS}
        found = rounds(
            {name: partial(measured, code, env, AT_REST) for name, code in scripts.items()}, count
        )
    for name in found:
        print(f"{name:24}{middle(found, name, 0):7.1f} MiB")
    print(f"{'ratio':24}{ratio(found, 'SteadyHands', 'bare window', 0):7.2f} x   goal {GOAL} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
