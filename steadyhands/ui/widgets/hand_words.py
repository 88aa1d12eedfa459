"""What the hands' parts are called, in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steadyhands.ui.words import capital, part_name


class HandWords:
    """The names read when it is made; make a new one after the language changes."""

    def __init__(self) -> None:
        tr = self._tr
        self.sides = {"left": tr("Left"), "right": tr("Right")}
        self.keys = tr(
            "Arrow keys move, Enter logs. 1 to 5 log thumb to little finger, 0 the palm, "
            "9 the wrist. L and R change hands."
        )

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("HandWords", text)

    def act(self, side: str, part: str) -> str:
        """Return what pressing a part does, in full: "Right index finger, log a twitch"."""
        return self._tr("{0}, log a twitch").format(capital(part_name(side, part)))
