"""Lets a routine be heard: sounds, a voice where there is one, and the screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from steadyhands.domain.routine.view import COUNT, Cue
from steadyhands.system.preferences import Preferences
from steadyhands.ui.sounds import Sounds
from steadyhands.ui.speech import Speech
from steadyhands.ui.tabs.exercises import wording
from steadyhands.ui.widgets.announce import announce


class Voice:
    """Speaks for one widget, as the preferences have it."""

    def __init__(
        self,
        widget: QWidget,
        preferences: Callable[[], Preferences],
        can_speak: bool,
        sounds: Sounds | None = None,
        speech: Speech | None = None,
    ) -> None:
        self._widget = widget
        self._preferences = preferences
        self._can_speak = can_speak
        self._sounds = sounds if sounds is not None else Sounds()
        self._speech = speech if speech is not None else Speech()

    @property
    def is_spoken(self) -> bool:
        """Return whether a routine can be followed by ear."""
        return self._can_speak and self._preferences().speak

    def let_hear(self, cues: Iterable[Cue]) -> None:
        """Sound, speak and announce what happened."""
        for cue in cues:
            self.sound(cue.sound)
            text = wording.said(cue)
            if text and self.is_spoken:
                self._speech.say(text)
            if text and cue.kind != COUNT:  # numbers would only interrupt the sentence before
                announce(self._widget, text)

    def sound(self, name: str) -> None:
        """Play one sound at the volume that is chosen now."""
        self._sounds.volume = self._preferences().sound
        self._sounds.play(name)

    def hush(self) -> None:
        """Speak no further."""
        self._speech.stop()
