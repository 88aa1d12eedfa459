"""Above the list: the search, what else is looked for, and what can be done with the diary."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.diary import wording
from steadyhands.ui.tabs.diary.filter_panel import span_names
from steadyhands.ui.tabs.diary.presenter import Filters
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class SearchEdit(QLineEdit):
    """Escape empties it; Down goes to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Down, Enter, or Escape once it is empty."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Tells what is asked for; `tools` is where more buttons go."""

    filters_changed = Signal(object)  # Filters
    filter_asked = Signal()
    add_asked = Signal()
    several_asked = Signal(bool)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard
        self._filters = Filters()
        self.search = SearchEdit()
        self.search.setPlaceholderText(self.tr("Search notes and words"))
        self.search.setAccessibleName(self.tr("Search notes and words"))
        self.search.setClearButtonEnabled(False)
        self.search.setMinimumWidth(current_look().px(230))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.filter = GuardedButton(self.tr("Show only…"), "secondary", guard)
        self.add = GuardedButton(self.tr("Add for a past time…"), "secondary", guard)
        self.several = GuardedButton(self.tr("Select several"), "chip", guard)
        self.several.setCheckable(True)
        self.found = label("", "muted", wrap=False)
        self.clear = GuardedButton(self.tr("Show everything"), "quiet", guard)
        self._chips: list[GuardedButton] = []
        self._build()
        self._connect()
        self.show_filters(self._filters)

    def _build(self) -> None:
        look = current_look()
        self.tools = FlowLayout(gap=8)
        for part in (self.search, self.filter, self.add, self.several):
            self.tools.addWidget(part)
        self._line = FlowLayout(gap=8)
        self._line.addWidget(self.found)
        self._line.addWidget(self.clear)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addLayout(self.tools)
        outer.addLayout(self._line)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self._tell(self._filters.replaced(text=text)))
        self.filter.pressed_once.connect(self.filter_asked)
        self.add.pressed_once.connect(self.add_asked)
        self.several.pressed_once.connect(self._on_several)
        self.clear.pressed_once.connect(lambda: self._tell(Filters()))

    def show_filters(self, filters: Filters) -> None:
        """Show what is looked for, each with a button that takes it away."""
        self._filters = filters
        if self.search.text() != filters.text:
            self.search.setText(filters.text)
        for chip in self._chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text, filters.replaced(**less)) for text, less in _parts(filters)]
        self._line.removeWidget(self.clear)
        for part in (*self._chips, self.clear):
            self._line.addWidget(part)
        self.clear.setVisible(not filters.is_empty())
        # In the middle of the buttons beside it; alone it takes no more than a line.
        self.found.setMinimumHeight(0 if filters.is_empty() else current_look().target)

    def show_found(self, text: str) -> None:
        """Say how many entries there are."""
        if self.found.text() != text:
            self.found.setText(text)
            self._line.invalidate()

    def set_several(self, on: bool) -> None:
        """Show whether several are being selected."""
        self.several.setChecked(on)
        name = self.several.text()
        self.several.setAccessibleName(self.tr("{0}, selected").format(name) if on else name)

    def _chip(self, text: str, without: Filters) -> GuardedButton:
        chip = GuardedButton(f"{text}  ×", "chip", self._guard)
        chip.setAccessibleName(self.tr("Do not ask for: {0}").format(text))
        chip.pressed_once.connect(lambda: self._tell(without))
        return chip

    def _on_several(self) -> None:
        on = not self.several.isChecked()
        self.set_several(on)
        self.several_asked.emit(on)

    def _tell(self, filters: Filters) -> None:
        if filters != self._filters:
            self.show_filters(filters)
            self.filters_changed.emit(filters)


def _parts(filters: Filters) -> list[tuple[str, dict[str, object]]]:
    """Return each thing looked for in words, and what taking it away changes."""
    found: list[tuple[str, dict[str, object]]] = []
    kinds = wording.kind_names()
    for kind in filters.kinds:
        rest = tuple(other for other in filters.kinds if other != kind)
        found.append((kinds.get(kind, kind), {"kinds": rest}))
    named = (
        ("side", wording.tr("{0} hand"), wording.side_names()),
        ("part", "{0}", wording.part_names()),
        ("doing", "{0}", words.doing_names()),
    )
    for field, template, names in named:
        word = getattr(filters, field)
        if word:
            found.append((template.format(names[word]), {field: ""}))
    if filters.span == "dates":
        days = [wording.date_text(d) if d else "…" for d in (filters.first, filters.last)]
        found.append((" – ".join(days), {"span": "all", "first": None, "last": None}))
    elif filters.span != "all":
        found.append((span_names()[filters.span], {"span": "all"}))
    return found
