"""What concerns this machine only: the window, the theme, the pace of clicks. Not the diary."""

from __future__ import annotations

import json
import os

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

THEMES = ("system", "light", "dark")
MOTIONS = ("system", "reduced", "full")
SOUNDS = ("off", "quiet", "normal")


class Preferences(Value):
    """How the window looks and answers on this machine.

    `text_scale` 1–2 multiplies the system's text size; `guard_ms` is how long a second
    press on the same place counts as a bounce (0–2,000 ms, 0 = off).
    """

    width: int = 1280
    height: int = 880
    maximized: bool = False
    tab: str = ""
    theme: str = "system"
    text_scale: float = 1.0
    motion: str = "system"
    guard_ms: int = 400
    skin: str = ""
    sound: str = "quiet"  # of the exercises
    speak: bool = False
    smooth: bool = False
    backup_folder: str = ""  # where each backup is copied to as well

    def check(self) -> None:
        """Refuse what no window could have."""
        plausible = (
            self.theme in THEMES
            and self.motion in MOTIONS
            and 200 <= self.width <= 20_000
            and 200 <= self.height <= 20_000
            and 1 <= self.text_scale <= 2
            and 0 <= self.guard_ms <= 2000
            and isinstance(self.tab, str)
            and isinstance(self.skin, str)
            and self.sound in SOUNDS
            and isinstance(self.speak, bool)
            and isinstance(self.smooth, bool)
            and isinstance(self.backup_folder, str)
        )
        if not plausible:
            raise Problem("That is not one of the choices.")


class PreferenceFile:
    """Preferences in a small JSON file that may be missing, old or garbage."""

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, "window.json")

    def read(self) -> Preferences:
        """Return what the file holds; what it does not hold, or garbles, is as at first.

        A file that is no JSON at all is set aside, so that nothing is lost by writing anew.
        """
        try:
            with open(self.path, encoding="utf-8") as file:
                found = json.load(file)
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError):
            self._set_aside()
            return Preferences()
        return _plausible(found if isinstance(found, dict) else {})

    def write(self, preferences: Preferences) -> None:
        """Keep the preferences; raises Problem if the disk does not take them."""
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(self.path + ".part", "w", encoding="utf-8") as file:
                json.dump(preferences.__dict__, file, indent=1)
            os.replace(self.path + ".part", self.path)
        except OSError as error:
            raise Problem(
                "The window's settings could not be kept: {reason}.", reason=error.strerror
            ) from error

    def _set_aside(self) -> None:
        try:
            os.replace(self.path, self.path + ".unreadable")
        except OSError:
            return  # it is read-only or a folder: leave it where it is


def _plausible(found: dict[str, object]) -> Preferences:
    """Return the preferences with each found value that makes sense."""
    preferences = Preferences()
    for name in Preferences._fields:
        if name in found:
            try:
                preferences = preferences.replaced(**{name: found[name]})
            except (Problem, TypeError):
                continue
    return preferences
