"""The questions for a file or a folder; tests put their own answers in their place."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

from steadyhands.ui.documents import in_documents


def ask_to_save(parent: QWidget, name: str, kinds: str) -> str:
    """Return the path to write to, "" if none was chosen."""
    return QFileDialog.getSaveFileName(parent, "", in_documents(name), kinds)[0]


def ask_to_open(parent: QWidget, title: str) -> str:
    """Return the path of a file to read, "" if none was chosen."""
    return QFileDialog.getOpenFileName(parent, title, in_documents())[0]


def ask_for_folder(parent: QWidget, title: str) -> str:
    """Return the path of a folder, "" if none was chosen."""
    return QFileDialog.getExistingDirectory(parent, title)
