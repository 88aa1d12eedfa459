"""Asks for files of routines, reads and writes them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import Routine
from steadyhands.system.routines import routine_in
from steadyhands.ui.documents import in_documents

_MOST_BYTES = 1_000_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoutineFiles", text)


class RoutineFiles:
    """The person's files. A test hands in one that asks nobody."""

    def ask_open(self, parent: QWidget) -> str:
        """Return the path of the file to read, "" for none."""
        title, kinds = _tr("Import a routine"), _tr("Routines (*.toml);;All files (*)")
        return QFileDialog.getOpenFileName(parent, title, in_documents(), kinds)[0]

    def ask_save(self, parent: QWidget, name: str) -> str:
        """Return the path of the file to write, "" for none."""
        title, kinds = _tr("Export this routine"), _tr("Routines (*.toml)")
        path = QFileDialog.getSaveFileName(parent, title, in_documents(name), kinds)[0]
        return path if not path or os.path.splitext(path)[1] else f"{path}.toml"

    def read(self, path: str) -> str:
        """Return the text of a file. Raises Problem."""
        name = os.path.basename(path)
        try:
            with open(path, "rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except OSError as error:
            raise Problem(
                "{file} could not be read: {reason}.", file=name, reason=error.strerror
            ) from None
        if len(data) > _MOST_BYTES:
            raise Problem("{file} is too long to be a routine.", file=name)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise Problem(
                "{file}, line {line}: this is no text in UTF-8.", file=name, line=line
            ) from None

    def routine(self, path: str, poses: Sequence[str]) -> Routine:
        """Return the routine in a file; `poses` are known without it. Raises Problem."""
        return routine_in(self.read(path), os.path.basename(path), poses)

    def write(self, path: str, text: str) -> None:
        """Write a file whole or not at all. Raises Problem."""
        beside = f"{path}.new"
        try:
            with open(beside, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.replace(beside, path)
        except OSError as error:
            if os.path.exists(beside):
                os.remove(beside)
            raise Problem(
                "{file} could not be written: {reason}.",
                file=os.path.basename(path),
                reason=error.strerror,
            ) from None
