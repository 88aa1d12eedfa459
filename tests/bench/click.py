"""Measures a press on a finger, in the real window: until it is seen, until it is on the disk.

python -m tests.bench click [BLOCKS]: blocks of 20 presses, the windows in turn.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles

from tests.bench.stage import stage

BLOCKS, PRESSES = 15, 20
SEEN_GOAL, P50_GOAL, P99_GOAL = 2.0, 1.25, 1.5
SEEN, DURABLE = 0, 1
KINDS = ("bare", "bare-no-diary", "ours", "ours-no-diary", "ours-backup")


class Clicker:
    """One window in a process of its own."""

    def __init__(self, kind: str, env: Mapping[str, str], *before: str) -> None:
        command = [*before, sys.executable, "-m", "tests.bench.clicker", kind]
        # A window that logs needs a diary that no other window writes to.
        home = Path(env["HOME"]) / kind
        (home / "diary").mkdir(parents=True)
        diary = shutil.copy(env["STEADYHANDS_DIARY"], home / "diary")
        own = {**env, "HOME": str(home), "STEADYHANDS_DIARY": diary}
        self._errors = Path(env["HOME"]) / f"{kind}.txt"
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                command,
                env=own,
                cwd=home,
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self.times: list[list[float]] = []
        self._read()

    def press(self, count: int) -> None:
        """Press so often and keep the times."""
        assert self.process.stdin is not None
        print(count, file=self.process.stdin, flush=True)
        self.times += self._read()

    def _read(self) -> list[list[float]]:
        assert self.process.stdout is not None
        found = []
        for line in self.process.stdout:
            if not line.strip():
                return found
            found.append([float(number) for number in line.split()])
        raise SystemExit(self._errors.read_text())

    def close(self) -> None:
        """Let it end."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def syncs(env: Mapping[str, str]) -> float | None:
    """Return how many syncs to the disk a press makes, counted by strace."""
    if not shutil.which("strace"):
        return None
    out = Path(env["HOME"]) / "strace.txt"
    wanted = "trace=fsync,fdatasync,sync_file_range,msync,write"
    clicker = Clicker("ours", env, "strace", "-f", "-qq", "-e", wanted, "-o", str(out))
    clicker.press(PRESSES)
    clicker.close()
    between = out.read_text().partition('"BEGIN')[2].partition('"END')[0]
    return between.count("sync(") / PRESSES


def p99(numbers: list[float]) -> float:
    return quantiles(numbers, n=100)[98]


def main(blocks: int = BLOCKS) -> None:
    """Print the times of each window, the ratios, and the syncs."""
    with stage() as env:
        windows = {kind: Clicker(kind, env) for kind in KINDS}
        for _ in range(blocks):
            for window in windows.values():
                window.press(PRESSES)
        for window in windows.values():
            window.close()
        shutil.rmtree(Path(env["HOME"]) / "ours")
        counted = syncs(env)
    print(f"{blocks * PRESSES} presses, ms:     seen p50    p99   on disk p50    p99")
    times = {k: [[row[i] for row in w.times] for i in (SEEN, DURABLE)] for k, w in windows.items()}
    for kind, (seen, durable) in times.items():
        print(f"{kind:20}{median(seen):12.2f}{p99(seen):7.2f}", end="")
        print(f"{median(durable):14.2f}{p99(durable):7.2f}" if any(durable) else "")
    ours, bare = times["ours"], times["bare"]
    first = median(ours[DURABLE]) / median(bare[DURABLE])
    last = p99(ours[DURABLE]) / p99(bare[DURABLE])
    print(f"on disk, ours / bare: p50 {first:.2f} x (goal {P50_GOAL}), ", end="")
    print(f"p99 {last:.2f} x (goal {P99_GOAL}); {counted} syncs a press (goal 1)")
    for kind in ("ours", "ours-backup"):
        for base in ("ours-no-diary", "bare-no-diary"):
            seen_ratio = median(times[kind][SEEN]) / median(times[base][SEEN])
            print(f"seen, {kind} / {base}: p50 {seen_ratio:.2f} x (goal {SEEN_GOAL})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
