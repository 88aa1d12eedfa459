"""Every word that a page shows or says: for tests of what must not be there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from steadyhands.ui.widgets.buttons import GuardedButton


def all_texts(root: QWidget) -> list[str]:
    """Return the texts of everything visible, with names, descriptions and tool tips."""
    found: dict[str, None] = {}
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible():
            found.update(dict.fromkeys(text for text in _texts(widget) if text.strip()))
    return list(found)


def open_everything(root: QWidget) -> None:
    """Press what only opens a part of a page: plain buttons that stay down, and "More"."""
    for button in root.findChildren(GuardedButton):
        opens = button.isCheckable() and not button.isChecked() and type(button) is GuardedButton
        if button.isVisible() and (opens or button.text() == "More"):
            button.click()


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    yield widget.toolTip()
    face = QAccessible.queryAccessibleInterface(widget)
    if face is not None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield face.text(kind)
