"""Two programs log at once, one is killed again and again: is anything acknowledged lost?

python -m tests.bench.crash [LOGS KILLS [SEED]]      (10000 50 1 unless said)
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from steadyhands.domain.value import Value
from steadyhands.storage.backups import is_sound
from tests.factory import a_diary

ROOT = Path(__file__).resolve().parents[2]


class Outcome(Value):
    """What was acknowledged, what is in the diary, and what else went wrong."""

    acknowledged: int
    lost: int
    unacknowledged: int
    kills: int
    refused: int
    sound: bool
    wrong_totals: int

    @property
    def good(self) -> bool:
        """Nothing acknowledged is lost, nothing is broken, and a kill leaves one entry at most."""
        broken = self.lost or self.refused or self.wrong_totals or not self.sound
        return not broken and self.unacknowledged <= self.kills


def a_writer(path: str, logs: int, *more: str) -> subprocess.Popen[bytes]:
    """Start a program that logs to the diary at `path`."""
    words = [sys.executable, "-m", "tests.storage.writer", path, str(logs), *more]
    return subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT)


def killed_at_random(path: str, chance: random.Random) -> list[str]:
    """Start a writer, kill it somewhere in its work and return what it had said."""
    child = a_writer(path, 0)
    assert child.stdout is not None
    said = [child.stdout.readline()]
    # Some die in their first write, some in the middle of many.
    time.sleep(chance.choice([0.002, 0.02, 0.2]) * chance.random())
    child.send_signal(signal.SIGKILL)
    said += child.stdout.read().splitlines(keepends=True)
    child.wait()
    child.stdout.close()
    return [line.decode().strip() for line in said if line.endswith(b"\n")]


def crash(folder: str, logs: int, kills: int, seed: int = 1) -> Outcome:
    """Log from a steady program and from one that is killed `kills` times."""
    path, chance = os.path.join(folder, "diary.sqlite"), random.Random(seed)
    steady = a_writer(path, logs)
    said: list[str] = []
    for _ in range(kills):
        said += killed_at_random(path, chance)
    said += steady.communicate()[0].decode().splitlines()
    assert steady.returncode == 0
    words = {"ready", "closed"}
    refused = [line for line in said if line.startswith("refused")]
    acknowledged = {line for line in said if line not in words} - set(refused)
    diary = a_diary(path)
    there = {e.id for e in diary.entries.between(diary.entries.kinds(), 0, 10**14)}
    wrong = diary.totals.wrong()
    diary.close()
    return Outcome(
        len(acknowledged),
        len(acknowledged - there),
        len(there - acknowledged),
        kills,
        len(refused),
        is_sound(path),
        wrong,
    )


def main() -> int:
    """Run once and say how it went."""
    given = [int(word) for word in sys.argv[1:]]
    logs, kills, seed = [*given, *(10_000, 50, 1)[len(given) :]]
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        outcome = crash(folder, logs, kills, seed)
    print(f"{outcome}\n{'good' if outcome.good else 'BAD'}, {time.perf_counter() - begun:.0f} s")
    return int(not outcome.good)


if __name__ == "__main__":
    sys.exit(main())
