"""The line above the routines that says what became of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises.editor.ask_bar import AskBar
from steadyhands.ui.tabs.exercises.presenter import FORGOTTEN, News
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard


class NewsBar(QWidget):
    """Hidden while there is no news. A deleted routine can be put back from here."""

    put_back = Signal(object)  # Routine
    read = Signal()

    def __init__(self, guard: ClickGuard) -> None:
        super().__init__()
        look = current_look()
        self.bar = AskBar(guard, self)
        self._shown: News | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(8), look.px(24), 0)
        box.addWidget(self.bar)
        self.hide()

    def show_news(self, news: News | None) -> None:
        """Say the news, or nothing."""
        if news is self._shown:
            return
        self._shown = news
        self.setVisible(news is not None)
        if news is None:
            self.bar.put_away()
            return
        name, routine = news.routine.name, news.routine
        back, fine = self.tr("Put it back"), self.tr("All right")
        if news.what == FORGOTTEN:
            words = (self.tr("{0} is deleted.").format(name), back, fine)
        else:
            words = (self.tr("{0} is kept with your routines.").format(name), "", fine)
        self.bar.ask(news.what, words, lambda: self.put_back.emit(routine), self.read.emit)

    def offers_back(self) -> bool:
        """Return whether there is something to put back."""
        return self._shown is not None and self._shown.what == FORGOTTEN

    def take_focus(self) -> None:
        """Give the keyboard to what puts a routine back."""
        self.bar.yes.setFocus(Qt.FocusReason.OtherFocusReason)
