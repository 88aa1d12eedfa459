"""What tests of the look share."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from steadyhands.ui import theme

SCALES = (1.0, 2.0)


def dress(app: QApplication, scale: float = 1.0, name: str = "light", calm: bool = True):
    """Put a theme on the application and return the look."""
    return theme.apply(app, theme.load_theme(name), scale, calm)


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader calls the widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def spoken_description(widget: QWidget) -> str:
    """Return what a screen reader adds about the widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def shown(qtbot, widget: QWidget, width: int = 600, height: int = 400) -> QWidget:
    """Show the widget as an active window of the given size."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget
