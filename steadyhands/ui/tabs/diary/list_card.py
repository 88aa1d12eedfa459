"""The card with the list: its rows, or a sentence where there are none, and the bar below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from steadyhands.ui.tabs.diary import wording
from steadyhands.ui.tabs.diary.choice_bar import ChoiceBar
from steadyhands.ui.tabs.diary.entry_list import EntryList
from steadyhands.ui.tabs.diary.model import DiaryModel, Pages
from steadyhands.ui.tabs.diary.row_painter import row_height
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard


class _Stack(QStackedWidget):
    """One thing at a time, as high as there is room."""

    def hasHeightForWidth(self) -> bool:
        """Say no: what would fit the sentence is too low for the list."""
        return False

    def sizeHint(self) -> QSize:
        """Ask for no more than is needed: the window's height decides."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class ListCard(Card):
    """Keeps the bar in step with what is chosen."""

    edit_asked = Signal()
    day_asked = Signal()

    def __init__(self, pages: Pages, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(fills=True, parent=parent)
        look = current_look()
        self.model = DiaryModel(pages, self)
        self.list = EntryList(self.model, guard)
        self.bar = ChoiceBar(guard)
        self.empty = label("", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(look.px(24))
        self._stack = _Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._stack.setMinimumHeight(row_height() * 4)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setContentsMargins(1, look.px(8), 1, look.px(8))
        self.body.setSpacing(0)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(line)
        self.body.addWidget(self.bar)
        self.list.chosen_changed.connect(self.show_choice)
        self.list.edit_asked.connect(self._on_enter)

    def show_found(self, is_all: bool, everything: bool) -> str:
        """Show the rows, or why there are none; return how many entries there are in words."""
        number = self.model.total()
        said = wording.entries_text(number)
        if number or not is_all:
            self._show_empty("")
        elif everything:
            self._show_empty(
                self.tr("Your diary is empty so far. What you log is listed here, newest first.")
            )
        else:
            self._show_empty(self.tr("Nothing like that is in the diary. Fewer words may find it."))
        if not is_all:
            return self.tr("Searching… {0} so far").format(said)
        if everything:
            return said if number else ""
        return self.tr("{0} found").format(said)

    def _show_empty(self, sentence: str) -> None:
        self.empty.setText(sentence)
        self._stack.setCurrentWidget(self.empty if sentence else self.list)
        self.bar.setVisible(not sentence)

    def show_choice(self) -> None:
        """Bring the bar in step."""
        number, row = self.list.count_chosen(), self.list.current_row()
        if number > 1:
            self.bar.show_several(number)
            return
        entry = next(iter(self.list.chosen(1)), None)
        if entry is not None:
            said = wording.row_words(entry, self.model.units)
            self.bar.show_one(self.tr("{0}, {1}").format(said.title, said.time))
        elif 0 <= row < self.model.rowCount() and self.model.is_heading(row):
            self.bar.show_day(self.model.day_title(row))
        else:
            self.bar.show_nothing()

    def _on_enter(self) -> None:
        row = self.list.current_row()
        if 0 <= row < self.model.rowCount() and self.model.is_heading(row):
            self.day_asked.emit()
        else:
            self.edit_asked.emit()
