"""What all forms beside the list share: a title, a body that scrolls, buttons that stay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton, Variant
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.scroll_page import ScrollPage
from steadyhands.ui.words import problem_text


class Panel(Card):
    """Escape closes it, as its last button does. `body` is filled by the subclass."""

    closed = Signal()

    def __init__(self, title: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(title, fills=True, parent=parent)
        look = current_look()
        self._guard = guard
        page = ScrollPage()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setProperty("plain", True)
        self.form = page.body
        self.form.setContentsMargins(0, look.px(4), look.px(8), look.px(4))
        self.form.setSpacing(look.px(14))
        self._buttons = FlowLayout(gap=8)
        self.problem = label("", "notice")
        self.problem.hide()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(page, 1)
        self.body.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addLayout(self._buttons, 1)
        self.body.addLayout(buttons)

    def add_button(self, text: str, variant: Variant) -> GuardedButton:
        """Add a button to the row at the bottom."""
        button = GuardedButton(text, variant, self._guard)
        self._buttons.addWidget(button)
        return button

    def show_problem(self, problem: Problem) -> None:
        """Say above the buttons what does not fit; all that was set stays."""
        said = problem_text(problem)
        self.problem.setText(said)
        self.problem.show()
        announce(self.problem, said)

    def clear_problem(self) -> None:
        """Take the sentence away."""
        self.problem.setText("")
        self.problem.hide()

    def set_waiting(self, waiting: bool) -> None:
        """Hold the first button back while something asked for is not written yet."""
        first = self._buttons.itemAt(0)
        if first is not None and (button := first.widget()) is not None:
            button.setEnabled(not waiting)

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
