"""Keeps the window's look in step with the system and with what the person chose."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyle

from steadyhands.ui.theme import Look, apply, load_theme

Choice = Literal["system", "light", "dark"]
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Theme, text size and stillness of one application; call `wear` once, then change at will.

    Make it before anything else changes the application's palette: where the system does not
    say whether it is light or dark, that first palette tells.
    """

    changed = Signal(object)  # the Look now worn

    def __init__(
        self,
        app: QApplication,
        choice: Choice = "system",
        text_scale: float = 1.0,
        calm: bool | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = choice
        self._text_scale = text_scale
        self._calm = calm
        self._dark_at_start = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._still_at_start = not app.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def wear(self) -> Look:
        """Put the chosen look on the application."""
        theme = load_theme("dark" if self._wants_dark() else "light")
        look = apply(self._app, theme, self._text_scale, self._wants_calm())
        self.changed.emit(look)
        return look

    def suit(self, choice: Choice, text_scale: float, calm: bool | None) -> None:
        """Change all three at once."""
        self._choice, self._text_scale, self._calm = choice, text_scale, calm
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self.wear()

    def set_choice(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self.wear()

    def set_text_scale(self, text_scale: float) -> None:
        """Set the person's own text size, 1.0–2.0."""
        self._text_scale = text_scale
        self.wear()

    def set_calm(self, calm: bool | None) -> None:
        """Keep things from moving, let them move, or (None) do as the system does."""
        self._calm = calm
        self.wear()

    def _wants_dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        scheme = self._app.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._dark_at_start
        return scheme == Qt.ColorScheme.Dark

    def _wants_calm(self) -> bool:
        return self._still_at_start if self._calm is None else self._calm

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self.wear()
