"""Which look the window wears: the person's choice, else what the system asks for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from steadyhands.system.preferences import Preferences
from steadyhands.ui import theme


class Wardrobe(QObject):
    """Dresses the application by its preferences, and anew when the system's scheme changes."""

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._system_dark = _is_dark(app)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def dress(self, preferences: Preferences | None = None) -> None:
        """Put the look on that the preferences name."""
        self._preferences = preferences or self._preferences
        worn = theme.load_theme(self._theme_name())
        theme.apply(self._app, worn, self._preferences.text_scale, self._is_calm())

    def _theme_name(self) -> str:
        if self._preferences.theme != "system":
            return self._preferences.theme
        return "dark" if self._system_dark else "light"

    def _is_calm(self) -> bool:
        if self._preferences.motion != "system":
            return self._preferences.motion == "reduced"
        hints = self._app.styleHints()
        asked = getattr(getattr(hints, "accessibility", lambda: None)(), "motionPreference", None)
        return asked is not None and "Reduced" in str(asked())

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if scheme != Qt.ColorScheme.Unknown:
            self._system_dark = scheme == Qt.ColorScheme.Dark
            if self._preferences.theme == "system":
                self.dress()
                self.changed.emit()


def _is_dark(app: QApplication) -> bool:
    """Return whether the system is dark: by its own word, else by its palette before ours."""
    scheme = app.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    return app.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5
