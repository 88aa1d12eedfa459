"""Where a person's files are looked for and put."""

from __future__ import annotations

import os

from PySide6.QtCore import QStandardPaths


def in_documents(name: str = "") -> str:
    """Return the path of a file of that name among the person's documents, or their folder.

    A file dialog would otherwise begin wherever the program was started.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not os.path.isdir(folder):
        folder = os.path.expanduser("~")
    return os.path.join(folder, name)
