"""How long `steadyhands log` takes, against Python doing nothing.

Run: python -m tests.bench.cli [rounds]. Each round runs every variant once, in turn;
what is printed is the median over rounds of the ratio within a round, wall and CPU.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 25
ROOT = Path(__file__).resolve().parents[2]
BASE = "python -c pass"
GOAL, STRETCH = 2.5, 1.6

BARE = """
import sqlite3
c = sqlite3.connect({path!r}, isolation_level=None)
c.execute("PRAGMA journal_mode = WAL")
c.execute("PRAGMA synchronous = FULL")
c.execute("CREATE TABLE IF NOT EXISTS t (a, b)")
c.execute("INSERT INTO t VALUES (1, 2)")
"""
START = "import sys; from steadyhands.__main__ import main; sys.exit(main())"


def variants(folder: str) -> dict[str, list[str]]:
    """Return the commands to compare; `-c START` is what the installed script does."""
    ours = [sys.executable, "-c", START]
    bare = BARE.format(path=f"{folder}/bare.sqlite")
    return {
        BASE: [sys.executable, "-c", "pass"],
        "python, sqlite3, INSERT, COMMIT": [sys.executable, "-c", bare],
        "log twitch right index": [*ours, "log", "twitch", "right", "index"],
        "log twitch": [*ours, "log", "twitch"],
        "log water 250ml": [*ours, "log", "water", "250ml"],
        "undo": [*ours, "undo"],
        "today": [*ours, "today"],
        "--help": [*ours, "--help"],
        "--demo today": [*ours, "--demo", "today"],
        "import QtWidgets": [sys.executable, "-c", "from PySide6 import QtWidgets"],
    }


def environment(folder: str) -> dict[str, str]:
    """Return an environment with compiled files and a diary of its own."""
    ours = {
        "STEADYHANDS_DIARY": f"{folder}/diary.sqlite",
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        "PYTHONPATH": str(ROOT),
    }
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **ours}


def run_once(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Run a command and return its wall and CPU time in ms."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=env, cwd=env["PYTHONPYCACHEPREFIX"], **QUIET)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000


QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = environment(folder)
        Path(env["PYTHONPYCACHEPREFIX"]).mkdir()
        commands = variants(folder)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, command in commands.items():
                took = run_once(command, env)
                if number:  # the first round compiles
                    times[name].append(took)
    print(f"{'median of ' + str(rounds) + ' rounds':34}{'wall':>9}{'CPU':>9}   ratios: wall, CPU")
    for name in commands:
        print(f"{name:34}" + "".join(f"{column(times, name, i):6.1f} ms" for i in (0, 1)), end="")
        print(f"   {ratio(times, name, 0):5.2f} x {ratio(times, name, 1):5.2f} x")
    print(f"goal for log twitch: {GOAL} x, stretch {STRETCH} x")


def column(times: dict[str, list[tuple[float, float]]], name: str, which: int) -> float:
    return median(pair[which] for pair in times[name])


def ratio(times: dict[str, list[tuple[float, float]]], name: str, which: int) -> float:
    pairs = zip(times[name], times[BASE], strict=True)
    return median(ours[which] / base[which] for ours, base in pairs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
