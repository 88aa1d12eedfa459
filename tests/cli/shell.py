"""Running the command line, in this process on a still clock or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from steadyhands.cli.main import run
from steadyhands.services.desk import Desk
from steadyhands.services.sample import sample_desk
from tests.factory import a_keeper
from tests.stubs import FixedClock

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from steadyhands.__main__ import main; sys.exit(main())"


class Shell:
    """Types commands into this process, each on a fresh desk over the diary in `folder`."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.clock = FixedClock()
        self._capsys = capsys
        self.code = 0
        self.complaint = ""

    def open_desk(self, demo: bool = False, wait_ms: int = 250) -> Desk:
        if demo:
            return sample_desk(self.clock)
        return Desk(a_keeper(self.folder), self.clock, wait_ms)

    def type(self, *words: str) -> str:
        """Return what a command answers; its code and complaint are kept."""
        self.code = run(words, self.open_desk)
        said = self._capsys.readouterr()
        self.complaint = said.err.removesuffix("\n")
        return said.out.removesuffix("\n")

    def refused(self, *words: str) -> str:
        """Return the one sentence that says why bad words were not taken."""
        return self._complaint(2, words)

    def failed(self, *words: str) -> str:
        """Return the one sentence that says why good words could not be followed."""
        return self._complaint(1, words)

    def _complaint(self, code: int, words: Sequence[str]) -> str:
        assert self.type(*words) == ""
        assert self.code == code
        assert self.complaint
        assert "\n" not in self.complaint
        return self.complaint


def child_env(diary: Path, **more: str) -> dict[str, str]:
    """Return an environment for a program of its own over a diary."""
    ours = {"STEADYHANDS_DIARY": str(diary), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return {**os.environ, **ours, **more}


def start(diary: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """Start the program as a person's shell would."""
    return subprocess.Popen(
        [sys.executable, "-c", START, *words],
        env=child_env(diary, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for a program and return its code, answer and complaint."""
    out, err = process.communicate(timeout=90)
    return process.returncode, out, err


def call(diary: Path, *words: str, **more: str) -> tuple[int, str, str]:
    """Run the program and return its code, answer and complaint."""
    return finish(start(diary, *words, **more))
