"""A few lines for a note, with the room that is left once it gets short."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from steadyhands.domain.entries import NOTE_LIMIT, clean_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label
from steadyhands.ui.words import number_text

_NEAR = NOTE_LIMIT - 200


class NoteEdit(QWidget):
    """Takes words; Tab leaves the field."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(caption)
        self.edit.setFixedHeight(look.px(108))
        words = label(caption, "caption")
        words.setBuddy(self.edit)
        self._count = label("", "caption")
        self._count.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        for part in (words, self.edit, self._count):
            outer.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """Return what is typed, as the diary would keep it."""
        return clean_text(self.edit.toPlainText())

    def set_text(self, text: str) -> None:
        """Replace what is typed."""
        self.edit.setPlainText(text)

    def _on_changed(self) -> None:
        length = len(self.text())
        self._count.setVisible(length >= _NEAR)
        if length >= _NEAR:
            template = self.tr("{0} of {1} characters")
            self._count.setText(template.format(number_text(length), number_text(NOTE_LIMIT)))
