"""The cards of the Safety page: signs of one urgency, what the diary tells, reassuring facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steadyhands.domain.redflags import Fact, Spoken
from steadyhands.ui.safety_words import (
    action_text,
    data_text,
    day_text,
    noticed_text,
    urgency_names,
)
from steadyhands.ui.tabs.safety.presenter import Group
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns


class SourcedCard(Card):
    """A card of rows whose sources can be shown and folded away."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, subtitle, parent=parent)
        self.body.setSpacing(current_look().px(14))
        self._sources: list[QLabel] = []

    def add_row(self, *lines: tuple[str, str], source: str) -> QVBoxLayout:
        """Add a row of (text, role) lines, its source folded; return its layout."""
        row = self._row(source)
        for place, (text, role) in enumerate(lines):
            row.insertWidget(place, label(text, role))
        return row

    def add_pair(self, sign: str, action: str, source: str) -> None:
        """Add a sign and, beside it where there is room, what to do."""
        pair = _Pair(least=380)
        for text, role, share in ((sign, "", 3), (action, "muted", 2)):
            shown = label(text, role)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            pair.add(shown, share)
        self._row(source).insertWidget(0, pair)

    def _row(self, source: str) -> QVBoxLayout:
        """Return a new row that ends with its folded source."""
        row = QVBoxLayout()
        row.setSpacing(current_look().px(2))
        origin = label(self.tr("From: {0}").format(data_text(source)), "caption")
        origin.hide()
        self._sources.append(origin)
        row.addWidget(origin)
        self.body.addLayout(row)
        return row

    def show_sources(self, shown: bool) -> None:
        """Show or fold where the rows come from."""
        for origin in self._sources:
            origin.setVisible(shown)


class _Pair(Columns):
    """A sign and what to do; one under the other they lie close, as one thing."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction, and the gap that goes with it."""
        super().resizeEvent(event)
        row = self.layout()
        if row is not None:
            row.setSpacing(current_look().px(2 if self.is_stacked() else 16))


class GroupCard(SourcedCard):
    """Every sign of one urgency, with what to do."""

    def __init__(self, group: Group, subtitle: str = "") -> None:
        super().__init__(urgency_names()[group.urgency], subtitle)
        for flag in group.flags:
            self.add_pair(data_text(flag.sign), action_text(flag), flag.source)


class FactsCard(SourcedCard):
    """What may reassure; it stands below the signs, never in their place."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        super().__init__(self.tr("Good to know, too"))
        for fact in facts:
            self.add_row((data_text(fact.text), ""), source=fact.source)


class ToldCard(SourcedCard):
    """The signs that fit what was logged, each until it is read and then for as long as it fits."""

    read_asked = Signal(object)  # Spoken

    def __init__(self, told: Iterable[Spoken], today: date, guard: ClickGuard) -> None:
        super().__init__(self.tr("From what you logged"))
        self.buttons: list[GuardedButton] = []
        for one in told:
            row = self.add_row(
                (urgency_names()[one.urgency], "caption"),
                (data_text(one.flag.sign), "strong"),
                (action_text(one.flag), ""),
                (noticed_text(one, today), "muted"),
                source=one.flag.source,
            )
            if one.due:
                row.addWidget(self._button(one, guard))
            elif one.read is not None:
                said = self.tr("You have read this ({0}).").format(day_text(one.read, today))
                row.addWidget(label(said, "caption"))

    def _button(self, one: Spoken, guard: ClickGuard) -> GuardedButton:
        button = GuardedButton(self.tr("I have read this"), "secondary", guard)
        name = self.tr("I have read this: {0}").format(data_text(one.flag.sign))
        button.setAccessibleName(name)
        button.setSizePolicy(button.sizePolicy().Policy.Fixed, button.sizePolicy().Policy.Fixed)
        button.pressed_once.connect(lambda: self.read_asked.emit(one))
        self.buttons.append(button)
        return button
