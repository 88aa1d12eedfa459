"""A field for a sentence or several lines; it grows so that all of it can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.exercises.editor.notice import Notice
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label
from steadyhands.ui.words import problem_text

_MOST_LINES = 7
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Edit(QPlainTextEdit):
    """As high as its text; without `lines` Enter goes on to the next field."""

    def __init__(self, lines: bool) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text anew, then take the height it needs."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter where a text has one line."""
        if event.key() in _ENTER and not self._lines:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        look = current_look()
        wished = int(self.document().size().height())  # this kind of editor counts in lines
        count = min(max(wished, 2 if self._lines else 1), _MOST_LINES)
        around = 2 * look.px(8) + round(2 * self.document().documentMargin()) + 6
        high = max(count * self.fontMetrics().lineSpacing() + around, look.target + 4)
        bar = Qt.ScrollBarPolicy
        shown = bar.ScrollBarAsNeeded if wished > _MOST_LINES else bar.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        if high != self.height():
            self.setFixedHeight(high)


class TextBox(QWidget):
    """A captioned text; `edited` comes with every letter that is typed."""

    edited = Signal(str)

    def __init__(self, caption: str, example: str = "", lines: bool = False) -> None:
        super().__init__()
        self.edit = _Edit(lines)
        self.edit.setAccessibleName(caption)
        self.edit.setPlaceholderText(example)
        self._notice = Notice()
        self._showing = False
        words = label(caption, "caption")
        words.setBuddy(self.edit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(4))
        for part in (words, self.edit, self._notice):
            outer.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace what is typed, without any signal."""
        self._showing = True
        self.edit.setPlainText(text)
        self._showing = False
        self._say(None)

    def problem(self) -> str:
        """Return the sentence now shown, empty when there is none."""
        return self._notice.text()

    def show_problem(self, problem: Problem) -> None:
        """Show what is wrong with the text."""
        self._say(problem)

    def _on_changed(self) -> None:
        if not self._showing:
            self._say(None)
            self.edited.emit(self.text())

    def _say(self, problem: Problem | None) -> None:
        self._notice.say(problem)
        self.edit.setAccessibleDescription(problem_text(problem) if problem else "")
