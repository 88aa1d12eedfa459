"""How far something is: a line of words, a bar, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard


class ProgressLine(QWidget):
    """Hidden until something runs."""

    stopped = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._doing = ""
        self.words = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(look.px(8))
        self.stop = GuardedButton(self.tr("Stop"), "secondary", guard)
        self.stop.pressed_once.connect(self.stopped)
        left = QVBoxLayout()
        left.setSpacing(look.px(6))
        left.addStretch(1)
        left.addWidget(self.words)
        left.addWidget(self.bar)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addLayout(left, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, doing: str) -> None:
        """Show that something has begun."""
        if doing == self._doing and not self.isHidden():
            return
        self._doing = doing
        self.bar.setAccessibleName(doing)
        self.bar.setValue(0)
        self.words.setText(doing)
        self.show()
        announce(self, doing)

    def show_far(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setValue(round(done * 1000 / max(total, 1)))
        percent = round(done * 100 / max(total, 1))
        self.words.setText(self.tr("{0} {1} %").format(self._doing, percent))

    def end(self) -> None:
        """Take the line away."""
        self._doing = ""
        self.hide()
