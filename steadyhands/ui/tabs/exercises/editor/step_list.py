"""The steps of a routine, one card each; one of them is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises.editor.checks import Fault
from steadyhands.ui.tabs.exercises.editor.draft import Draft
from steadyhands.ui.tabs.exercises.editor.notice import Notice
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.step_card import StepCard
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton


class StepList(QWidget):
    """Adds, copies, moves and removes steps in the draft, and follows it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._cards: dict[int, StepCard] = {}
        self._open = 0
        self._draft = Draft()
        self._shelf: Shelf | None = None
        self._built: tuple[list[int], int] = ([], 0)
        self.add = GuardedButton(self.tr("Add a step"), "secondary", tools.guard)
        self.notice = Notice()
        look = current_look()
        self._column = QVBoxLayout()
        self._column.setSpacing(look.px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(12))
        outer.addLayout(self._column)
        outer.addWidget(self.notice)
        outer.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addStretch(1)
        self.add.pressed_once.connect(self._on_add)

    def start(self, key: int) -> None:
        """Begin with another routine whose step `key` is open; old cards go."""
        for card in self._cards.values():
            self._drop(card)
        self._cards.clear()
        self._built = ([], 0)
        self._open = key
        self.notice.say(None)

    def show_draft(self, draft: Draft, shelf: Shelf) -> None:
        """Show the steps in their order."""
        self._draft, self._shelf = draft, shelf
        keys = [step.key for step in draft.steps]
        for key in [key for key in self._cards if key not in keys]:
            self._drop(self._cards.pop(key))
        for place, key in enumerate(keys):
            card = self._cards.get(key) or self._made(key)
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            card.show_step(draft, shelf, key == self._open)
        if (keys, self._open) != self._built:
            self._built = (keys, self._open)
            self._tools.rebuilt()

    def cards(self) -> tuple[StepCard, ...]:
        """Return the cards in the order of their steps."""
        return tuple(self._cards[step.key] for step in self._draft.steps)

    def card(self, key: int) -> StepCard:
        """Return the card of a step."""
        return self._cards[key]

    def open_step(self, key: int) -> bool:
        """Open a step and close the one that was; not while a number in it cannot be read."""
        now = self._cards.get(self._open)
        if now is not None and not now.read_typed():
            return False
        self._open = key
        if self._shelf is not None:
            self.show_draft(self._draft, self._shelf)
        return True

    def show_fault(self, fault: Fault) -> None:
        """Open a step and show what is wrong in it."""
        if self.open_step(fault.key):
            self._cards[fault.key].show_fault(fault)

    def read_typed(self) -> bool:
        """Take what is typed; return whether all could be read."""
        return all(card.read_typed() for card in self._cards.values())

    def close_open(self) -> bool:
        """Leave choosing a pose, as Escape does; return whether there was any."""
        form = self._cards[self._open].form if self._open in self._cards else None
        return form is not None and form.poses.close_open()

    def _made(self, key: int) -> StepCard:
        card = StepCard(key, self._tools)
        card.opened.connect(partial(self._on_opened, key))
        card.copied.connect(partial(self._on_copied, key))
        card.removed.connect(partial(self._on_removed, key))
        self._cards[key] = card
        return card

    def _drop(self, card: StepCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_opened(self, key: int) -> None:
        self.open_step(0 if key == self._open else key)

    def _on_add(self) -> None:
        self._insert(lambda draft: draft.added())

    def _on_copied(self, key: int) -> None:
        self._insert(lambda draft: draft.copied(key))

    def _insert(self, change: Callable[[Draft], Draft]) -> None:
        """Make a step and open it, with the keyboard in its name."""
        if not self.open_step(self._open):
            return
        key = self._draft.next_key
        before, self._open = self._open, key
        problem = self._tools.change(change)
        self.notice.say(problem)
        if problem is not None:
            self.open_step(before)
            return
        form = self._cards[key].form
        if form is not None:
            form.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, key: int) -> None:
        self._tools.change(lambda draft: draft.without(key))
