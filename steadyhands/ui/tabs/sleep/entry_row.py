"""One thing that is in the diary already, with Change and Remove beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class EntryRow(QWidget):
    """Says what was saved; texts are shown as written, never read as mark-up."""

    change_asked = Signal()
    remove_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(6))
        self._figure = label("", "figure")
        self.text = label()
        self.more = label("", "muted")
        for part in (self._figure, self.text, self.more):
            part.setTextFormat(Qt.TextFormat.PlainText)
            outer.addWidget(part)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, look.px(6), 0, 0)
        outer.addLayout(self.body)
        self.change = GuardedButton(self.tr("Change"), "secondary", guard)
        self.remove = GuardedButton(self.tr("Remove"), "quiet", guard)
        self.change.pressed_once.connect(self.change_asked)
        self.remove.pressed_once.connect(self.remove_asked)
        self._buttons = FlowLayout(gap=8)
        self._buttons.addWidget(self.change)
        self._buttons.addWidget(self.remove)
        outer.addSpacing(look.px(6))
        outer.addLayout(self._buttons)

    def show_text(self, text: str, spoken: str, more: str = "", figure: str = "") -> None:
        """Show `text`, below a large `figure` and above `more`; `spoken` names the buttons."""
        for part, words in ((self._figure, figure), (self.text, text), (self.more, more)):
            _show(part, words)
        self.change.setAccessibleName(self.tr("Change: {0}").format(spoken))
        self.remove.setAccessibleName(self.tr("Remove: {0}").format(spoken))

    def add_button(self, button: GuardedButton) -> None:
        """Put another button behind Change and Remove."""
        self._buttons.addWidget(button)


def _show(part: QLabel, words: str) -> None:
    part.setText(words)
    part.setVisible(bool(words))
