"""Speaks sentences with the system's voice, if Qt's optional module for it is there."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

_MODULE = "PySide6.QtTextToSpeech"


def can_speak() -> bool:
    """Return whether the optional module is installed; it is not loaded for that."""
    try:
        return importlib.util.find_spec(_MODULE) is not None
    except (ImportError, ValueError):
        return False


class Speech:
    """Says a sentence at once, whatever was being said; silent where nothing can speak."""

    def __init__(self) -> None:
        self._voice: Any = None
        self._tried = False

    def say(self, text: str) -> None:
        """Speak, in place of what is being spoken."""
        voice = self._ready()
        if voice is not None:
            voice.stop()
            voice.say(text)

    def stop(self) -> None:
        """Be silent."""
        if self._voice is not None:
            self._voice.stop()

    def _ready(self) -> Any:
        if not self._tried:
            self._tried = True
            try:
                self._voice = importlib.import_module(_MODULE).QTextToSpeech()
            except Exception:  # a broken plug-in is as good as none: the routine goes on
                self._voice = None
        return self._voice
