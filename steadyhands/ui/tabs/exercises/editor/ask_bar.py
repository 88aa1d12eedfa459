"""A line with a sentence and buttons that comes up at the top, instead of a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard


class AskBar(QWidget):
    """Asks something, or tells of something that can be taken back; hidden otherwise."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._acts: tuple[Callable[[], object], Callable[[], object]] | None = None
        self.kind = ""
        self._words = label("", "notice")
        self.yes = GuardedButton("", "secondary", guard)
        self.no = GuardedButton("", "quiet", guard)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(6), look.px(6), look.px(6))
        row.setSpacing(look.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.yes.pressed_once.connect(lambda: self._on_pressed(0))
        self.no.pressed_once.connect(lambda: self._on_pressed(1))
        self.hide()

    def text(self) -> str:
        """Return the sentence now shown, empty when there is none."""
        return "" if self.isHidden() else self._words.text()

    def ask(
        self,
        kind: str,
        words: tuple[str, str, str],
        on_yes: Callable[[], object],
        on_no: Callable[[], object] = lambda: None,
    ) -> None:
        """Show a sentence and two buttons, each with what it does; `kind` says which it is.

        With an empty word for the first button there is only the second.
        """
        self._acts, self.kind = (on_yes, on_no), kind
        sentence, yes, no = words
        self._words.setText(sentence)
        self.yes.setText(yes)
        self.yes.setVisible(bool(yes))
        self.no.setText(no)
        self.show()
        announce(self, sentence)

    def put_away(self) -> None:
        """Ask no more."""
        self._acts, self.kind = None, ""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground that sets it apart from the page."""
        look = current_look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("notice_pale"))
            painter.drawRoundedRect(self.rect(), look.px(12), look.px(12))

    def _on_pressed(self, number: int) -> None:
        acts = self._acts
        self.put_away()
        if acts is not None:
            acts[number]()
