"""The routines to choose from, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.exercises import wording
from steadyhands.ui.tabs.exercises.editor.notice import Notice
from steadyhands.ui.tabs.exercises.presenter import RoutineCard
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
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


class RoutineList(QWidget):
    """The cards; `chosen` carries the id of the one pressed.

    Beside something else the list scrolls within its frame; alone on a page it is
    unrolled, and the page scrolls.
    """

    chosen = Signal(str)
    new_asked = Signal()
    bring_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard
        self._buttons: list[RoutineButton] = []
        self._shown: RoutineButton | None = None
        look = current_look()
        self._page = ScrollPage()
        self._page.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)
        self._page.viewport().setAutoFillBackground(False)
        self._page.setStyleSheet("ScrollPage, QWidget#page { background: transparent; }")
        self._card = Card(self.tr("Routines"), fills=True)
        edge = look.px(12)
        inner = self._card.layout()
        if inner is not None:
            inner.setContentsMargins(edge, look.px(14), edge, edge)
        self._column = self._build_column()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(look.px(24), look.px(8), 0, look.px(20))
        self._is_unrolled = True
        self.unroll(False)

    def _build_column(self) -> QWidget:
        look = current_look()
        column = QWidget()
        self._box = QVBoxLayout(column)
        self._box.setContentsMargins(0, 0, look.px(4), 0)
        self._box.setSpacing(look.px(8))
        self.new = GuardedButton(self.tr("Your own…"), "secondary", self._guard)
        self.new.setAccessibleName(self.tr("Write a routine of your own"))
        self.bring = GuardedButton(self.tr("Import…"), "quiet", self._guard)
        self.bring.setAccessibleName(self.tr("Import a routine from a file"))
        self.notice = Notice()
        self.new.pressed_once.connect(self.new_asked)
        self.bring.pressed_once.connect(self.bring_asked)
        row = FlowLayout(gap=8)
        row.addWidget(self.new)
        row.addWidget(self.bring)
        self._box.addSpacing(look.px(4))
        self._box.addLayout(row)
        self._box.addWidget(self.notice)
        self._box.addStretch(1)
        return column

    def unroll(self, unrolled: bool) -> None:
        """Show the list in full on a page that scrolls, or within a frame of its own."""
        if unrolled == self._is_unrolled:
            return
        self._is_unrolled = unrolled
        look = current_look()
        page, card = self._page, self._card
        if unrolled:
            page.setParent(self)
            card.body.addWidget(self._column, 1)
            page.body.addWidget(card)
            page.body.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(20))
            self._outer.setContentsMargins(0, 0, 0, 0)
            self._outer.addWidget(page)
        else:
            card.setParent(self)
            page.body.addWidget(self._column)
            page.body.setContentsMargins(0, 0, 0, 0)
            card.body.addWidget(page, 1)
            self._outer.setContentsMargins(look.px(24), look.px(8), 0, look.px(20))
            self._outer.addWidget(card)
        for part in (page, card, self._column):
            part.show()
        self._bring_into_sight()

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

    def focus_chosen(self) -> None:
        """Give the keyboard to the chosen routine."""
        if self._shown is not None:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_write(self, may: bool) -> None:
        """Let routines be written or brought, or not while one is followed."""
        for button in (self.new, self.bring):
            button.setEnabled(may)

    def say(self, problem: Problem | None) -> None:
        """Say below the list why a file was not read, or nothing."""
        self.notice.say(problem)
        if problem is not None:
            QTimer.singleShot(0, self, self._show_notice)

    def _show_notice(self) -> None:
        self._page.ensureWidgetVisible(self.notice, 0, 8)

    def _bring_into_sight(self) -> None:
        if self._shown is not None and not self.notice.isVisible():
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
        self._buttons = [RoutineButton(card, self._guard, self._column) for card in cards]
        for place, button in enumerate(self._buttons):
            self._box.insertWidget(place, button)
            button.pressed_once.connect(lambda i=button.card.id: self.chosen.emit(i))
        stops = [*self._buttons, self.new, self.bring]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
