"""Captions with a sentence under each, as many as there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label


class Lines(QWidget):
    """Shows pairs of caption and sentence; takes no room without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(current_look().px(12))
        self.hide()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these pairs and no others."""
        while len(self._pairs) < len(lines):
            self._pairs.append(self._add_pair())
        for place, (caption, sentence) in enumerate(self._pairs):
            name, said = lines[place] if place < len(lines) else ("", "")
            caption.setText(name)
            sentence.setText(said)
            caption.setVisible(bool(name))
            sentence.setVisible(bool(name))
        self.setVisible(bool(lines))

    def _add_pair(self) -> tuple[QLabel, QLabel]:
        pair = label("", "caption"), label("")
        box = QVBoxLayout()
        box.setSpacing(current_look().px(2))
        for part in pair:
            part.setTextFormat(Qt.TextFormat.PlainText)
            box.addWidget(part)
        self._outer.addLayout(box)
        return pair
