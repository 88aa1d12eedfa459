"""The routines to choose from, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises import wording
from steadyhands.ui.tabs.exercises.presenter import RoutineCard
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage


class RoutineButton(GuardedButton):
    """One routine: its name, how long it takes, what it is for."""

    def __init__(self, card: RoutineCard, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__("", "row", guard, parent)
        self.card = card
        self.setCheckable(True)
        look = current_look()
        self._name = label(card.name, "", wrap=True)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        length = label(wording.length_text(card.length_s), "caption", wrap=False)
        purpose = label(card.purpose, "caption")
        top = QHBoxLayout()
        top.setSpacing(look.px(8))
        top.addWidget(self._name, 1)
        top.addWidget(length, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10))
        box.setSpacing(look.px(2))
        box.addLayout(top)
        box.addWidget(purpose)
        for part in (self._name, length, purpose):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.mark(False)

    def mark(self, chosen: bool) -> None:
        """Show whether this is the one beside."""
        self.setChecked(chosen)
        card = self.card
        said = f"{card.name}, {wording.length_text(card.length_s)}. {card.purpose}"
        self.setAccessibleName(self.tr("{0}, selected").format(said) if chosen else said)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        box = self.layout()
        return max(box.heightForWidth(width) if box else 0, current_look().target)

    def sizeHint(self) -> QSize:
        """Return the words' size at the present width."""
        width = self.width() or current_look().px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size of a target."""
        target = current_look().target
        return QSize(target, target)


class RoutineList(Card):
    """The cards; `chosen` carries the id of the one pressed."""

    chosen = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Routines"), fills=True, parent=parent)
        self._guard = guard
        self._buttons: list[RoutineButton] = []
        self._shown: RoutineButton | None = None
        look = current_look()
        self._page = page = ScrollPage()
        page.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)
        page.viewport().setAutoFillBackground(False)
        page.setStyleSheet("ScrollPage, QWidget#page { background: transparent; }")
        page.body.setContentsMargins(0, 0, look.px(4), 0)
        page.body.setSpacing(look.px(8))
        self._box = page.body
        self._box.addStretch(1)
        self.body.addWidget(page, 1)
        edge = look.px(12)
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(edge, look.px(14), edge, edge)

    def show_cards(self, cards: Sequence[RoutineCard], chosen: str) -> None:
        """Show the routines, one as chosen."""
        if [button.card for button in self._buttons] != list(cards):
            self._rebuild(cards)
        for button in self._buttons:
            button.mark(button.card.id == chosen)
        marked = next((b for b in self._buttons if b.isChecked()), None)
        if marked is not None and marked is not self._shown:
            self._shown = marked
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        if self._shown is not None and self._shown in self._buttons:
            self._page.ensureWidgetVisible(self._shown, 0, 8)

    def buttons(self) -> tuple[RoutineButton, ...]:
        """Return the routines' buttons in order."""
        return tuple(self._buttons)

    def _rebuild(self, cards: Sequence[RoutineCard]) -> None:
        self._shown = None
        for button in self._buttons:
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [RoutineButton(card, self._guard, self) for card in cards]
        for place, button in enumerate(self._buttons):
            self._box.insertWidget(place, button)
            button.pressed_once.connect(lambda i=button.card.id: self.chosen.emit(i))
