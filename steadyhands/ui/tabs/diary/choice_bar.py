"""Below the list: what is chosen, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import breakable, number_text


class ChoiceBar(QWidget):
    """Says what is chosen in a line, with the buttons that fit it."""

    change_asked = Signal()
    remove_asked = Signal()
    note_asked = Signal()
    none_asked = Signal()
    day_note_asked = Signal()
    day_entry_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self.words = label("", "")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.change = GuardedButton(self.tr("Change"), "secondary", guard)
        self.remove = GuardedButton(self.tr("Remove"), "secondary", guard)
        self.note = GuardedButton(self.tr("Add a note"), "secondary", guard)
        self.none = GuardedButton(self.tr("Choose none"), "quiet", guard)
        self.day_note = GuardedButton(self.tr("Add a note about this day"), "secondary", guard)
        self.day_entry = GuardedButton(self.tr("Add an entry on this day"), "secondary", guard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(4))
        outer.setSpacing(look.px(8))
        outer.addWidget(self.words)
        buttons = FlowLayout(gap=8)
        for button in self._buttons():
            buttons.addWidget(button)
        outer.addLayout(buttons)
        self._connect()
        self.show_nothing()

    def _buttons(self) -> tuple[GuardedButton, ...]:
        entry = (self.change, self.remove, self.note, self.none)
        return (*entry, self.day_note, self.day_entry)

    def _connect(self) -> None:
        self.change.pressed_once.connect(self.change_asked)
        self.remove.pressed_once.connect(self.remove_asked)
        self.note.pressed_once.connect(self.note_asked)
        self.none.pressed_once.connect(self.none_asked)
        self.day_note.pressed_once.connect(self.day_note_asked)
        self.day_entry.pressed_once.connect(self.day_entry_asked)

    def show_nothing(self) -> None:
        """Say how to begin."""
        words = self.tr("Choose an entry by a press or the arrow keys, to change or remove it.")
        self._show(words, "muted", ())

    def show_day(self, title: str) -> None:
        """Show what can be done with a day."""
        self._show(title, "", (self.day_note, self.day_entry))

    def show_one(self, words: str) -> None:
        """Show one entry."""
        self.change.setAccessibleName(self.tr("Change: {0}").format(words))
        self.remove.setAccessibleName(self.tr("Remove: {0}").format(words))
        self._show(words, "", (self.change, self.remove))

    def show_several(self, number: int) -> None:
        """Show how many are chosen."""
        words = self.tr("{0} entries chosen").format(number_text(number))
        self.remove.setAccessibleName(self.tr("Remove: {0}").format(words))
        self._show(words, "", (self.remove, self.note, self.none))

    def _show(self, words: str, role: str, shown: tuple[GuardedButton, ...]) -> None:
        self.words.setText(breakable(words))
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            self.words.style().unpolish(self.words)
            self.words.style().polish(self.words)
        for button in self._buttons():
            button.setVisible(button in shown)
