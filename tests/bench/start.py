"""Measures how long the window takes to show, against a bare one of the same size.

python -m tests.bench start [ROUNDS]: from the process's start to the painted, idle main window,
with 10 years of entries in the diary.
"""

from __future__ import annotations

import sys
from functools import partial

from tests.bench.stage import BARE, OURS, measured, middle, ratio, rounds, stage

GOAL, STRETCH, ROUNDS = 1.30, 1.15, 15
AT_REST = """
print((time.perf_counter() - began) * 1000, time.process_time() * 1000, flush=True)
QTimer.singleShot(0, window.close)
"""


def main(count: int = ROUNDS) -> None:
    """Print wall and CPU time of both, and the ratios."""
    with stage() as env:
        scripts = {"bare window": BARE, "SteadyHands": OURS}
        runs = {name: partial(measured, code, env, AT_REST) for name, code in scripts.items()}
        found = rounds(runs, count)
    print(f"{'median of ' + str(count) + ' rounds':24}{'wall ms':>9}{'CPU ms':>9}")
    for name in found:
        print(f"{name:24}{middle(found, name, 0):9.1f}{middle(found, name, 1):9.1f}")
    wall, cpu = (ratio(found, "SteadyHands", "bare window", which) for which in (0, 1))
    print(f"{'ratio':24}{wall:8.2f}x{cpu:8.2f}x   goal {GOAL} x, stretch {STRETCH} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
