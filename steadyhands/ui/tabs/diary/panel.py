"""What all forms beside the list share: a title, a body that scrolls, buttons that stay."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton, Variant
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.scroll_page import ScrollPage
from steadyhands.ui.words import problem_text

_LEAST = 180  # px of a form's height at 100 % text


class _Form(ScrollPage):
    """The window's height decides, not what the form would like: it scrolls in itself."""

    def sizeHint(self) -> QSize:
        """Ask for no more than is needed."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class Panel(Card):
    """Escape closes it, as its last button does. `body` is filled by the subclass."""

    closed = Signal()
    entered = Signal()  # Enter in a field

    def __init__(self, title: str, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(title, fills=True, parent=parent)
        look = current_look()
        self._guard = guard
        page = _Form()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        page.setMinimumHeight(look.px(_LEAST))
        self._page = page
        self._whole = False
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

    def set_whole(self, on: bool) -> None:
        """Be as high as the form, where the window's page scrolls; else scroll in itself."""
        if on != self._whole:
            self._whole = on
            self._fit()

    def _fit(self) -> None:
        height = current_look().px(_LEAST)
        if self._whole:
            wanted = self.form.totalHeightForWidth(self._page.viewport().width())
            height = max(height, wanted, self.form.totalMinimumSize().height())
        if height != self._page.minimumHeight():
            self._page.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the form to another width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit what has just changed in the form."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

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
        """Close on Escape; tell of Enter in a field."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
