"""Plays the exercises' quiet sounds with what the system has, or nothing."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Callable

from PySide6.QtCore import QProcess

from steadyhands.domain import sounds

VOLUMES = {"off": 0.0, "quiet": 0.4, "normal": 1.0}
_MADE = {"tick": sounds.tick, "ding": sounds.ding, "done": sounds.done}
_PLAYERS = {"darwin": ("afplay",), "linux": ("pw-play", "paplay", "aplay")}
_QUIETLY = {"aplay": ["-q"]}

Run = Callable[[str, list[str]], object]


def player_of(platform: str, which: Callable[[str], str | None] = shutil.which) -> str:
    """Return the command that plays a WAV file here, "" if there is none."""
    names = _PLAYERS.get("linux" if platform.startswith("linux") else platform, ())
    return next((found for found in map(which, names) if found), "")


def start_detached(program: str, words: list[str]) -> None:
    """Start a program that lives on by itself and says nothing."""
    process = QProcess()
    process.setProgram(program)
    process.setArguments(words)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.startDetached()


class Sounds:
    """Plays "tick", "ding" and "done" at one of `VOLUMES`; without a player it is silent.

    Each sound is written to a temporary file when first heard; the files go with this.
    """

    def __init__(
        self,
        volume: str = "quiet",
        platform: str = sys.platform,
        run: Run = start_detached,
        which: Callable[[str], str | None] = shutil.which,
    ) -> None:
        self.volume = volume
        self._platform = platform
        self._run = run
        self._player = player_of(platform, which)
        self._folder = ""

    def play(self, name: str) -> None:
        """Play a sound; an unknown name, or volume off, is silence."""
        loud = VOLUMES.get(self.volume, 0.0)
        if not loud or name not in _MADE:
            return
        if self._platform == "win32":
            _beep_on_windows(self._file(name, loud))
        elif self._player:
            quietly = _QUIETLY.get(os.path.basename(self._player), [])
            self._run(self._player, [*quietly, self._file(name, loud)])

    def _file(self, name: str, loud: float) -> str:
        if not self._folder:
            self._folder = tempfile.mkdtemp(prefix="steadyhands-sounds-")
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = os.path.join(self._folder, f"{name}-{self.volume}.wav")
        if not os.path.exists(path):
            with open(path, "wb") as file:
                file.write(_MADE[name](loud))
        return path


def _beep_on_windows(path: str) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_ASYNC)
