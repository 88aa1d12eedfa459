"""The field on top of the page: what was typed finds foods, one press or Enter logs one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.choice_row import ChoiceRow
from steadyhands.ui.tabs.food.finder import Choice
from steadyhands.ui.tabs.food.presenter import State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.reading_order import put_in_reading_order

_SHORT = 4
_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchEdit(QLineEdit):
    """The field; arrows walk the list below, and an empty one leaves undo to the window."""

    walked = Signal(int)
    let_go = Signal()  # Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, or let go of what was typed."""
        step = _WALK.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while nothing is typed: it takes back what was logged."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.text():
            undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if isinstance(event, QKeyEvent) and any(event.matches(key) for key in undoes):
                event.ignore()
                return False
        return super().event(event)


class SearchCard(Card):
    """The field, the rows it finds, where the next one goes, and what else can be said."""

    picked = Signal(object)  # Choice
    starred = Signal(str, bool)  # food id
    unsaid = Signal()  # ate, but will not say what
    now_asked = Signal()  # the next one goes in as the clock has it
    own_asked = Signal(bool)  # show or hide the own foods and meals
    new_asked = Signal(str)  # an own food of this name

    def __init__(
        self,
        find: Callable[[str], Sequence[Choice]],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("What did you eat?"), parent=parent)
        self.setAccessibleName(self.tr("Log food"))  # the question names the field
        self._find = find
        self._guard = guard
        self._rest: tuple[Choice, ...] = ()
        self._latest: tuple[Choice, ...] = ()
        self._all = False
        self._is_new = False
        self._chosen: int | None = None
        self._rows: list[ChoiceRow] = []
        self._shown = 0
        self._make(guard)
        self._build()
        self._connect()

    def _make(self, guard: ClickGuard) -> None:
        self.edit = SearchEdit()
        self.edit.setAccessibleName(self.tr("What did you eat?"))
        self.edit.setPlaceholderText(self.tr("First letters, such as alm or len"))
        self.edit.setClearButtonEnabled(False)
        self._goes = label("", "muted")
        self.now = GuardedButton(self.tr("Now instead"), "quiet", guard)
        self._caption = label("", "caption")
        self._none = label("")
        self.new = GuardedButton("", "secondary", guard)
        self.unsaid_button = GuardedButton(self.tr("I ate, but won't say what"), "quiet", guard)
        self.more = GuardedButton("", "quiet", guard)
        self.own = GuardedButton(self.tr("Your own foods and meals"), "quiet", guard)
        self.own.setCheckable(True)

    def _build(self) -> None:
        look = current_look()
        goes = QHBoxLayout()
        goes.setSpacing(look.px(8))
        goes.addWidget(self._goes, 1)
        goes.addWidget(self.now)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        new = QHBoxLayout()
        new.addWidget(self.new)
        new.addStretch(1)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.more)
        buttons.addWidget(self.unsaid_button)
        buttons.addWidget(self.own)
        self.body.addWidget(self.edit)
        self.body.addLayout(goes)
        self.body.addWidget(self._caption)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._none)
        self.body.addLayout(new)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_typed)
        self.edit.returnPressed.connect(self._on_enter)
        self.edit.walked.connect(self._walk)
        self.edit.let_go.connect(self.edit.clear)
        self.now.pressed_once.connect(self.now_asked)
        self.unsaid_button.pressed_once.connect(self.unsaid)
        self.new.pressed_once.connect(lambda: self.new_asked.emit(self.edit.text().strip()))
        self.own.pressed_once.connect(self._on_own)
        self.more.pressed_once.connect(self._on_more)

    def show_state(self, state: State) -> None:
        """Show what is usual; what is being typed stays."""
        self._latest, self._is_new = state.choices, state.is_new
        kept = [choice for old in self._rest for choice in state.choices if _same(old, choice)]
        # While only their order has changed, as by a star, no row moves under the hand.
        self._rest = tuple(kept) if len(kept) == len(state.choices) else state.choices
        self._goes.setText(wording.into_text(state.into))
        self.now.setVisible(state.into.said)
        self._on_typed(keep=True)

    def settle(self) -> None:
        """Put the rows in their newest order, as when the page is opened."""
        self._rest = self._latest
        self._on_typed(keep=True)

    def take_focus(self) -> None:
        """Give the keyboard to the field."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_own(self) -> None:
        """Show that the own foods and meals are folded away."""
        self.own.setChecked(False)

    def rows(self) -> list[ChoiceRow]:
        """Return the rows shown."""
        return self._rows[: self._shown]

    def _on_typed(self, _text: str = "", keep: bool = False) -> None:
        typed = bool(self.edit.text().strip())
        rest = self._rest if self._all else self._rest[:_SHORT]
        choices = tuple(self._find(self.edit.text())) if typed else rest
        if not keep or (self._chosen or 0) >= len(choices):
            self._chosen = 0 if typed and choices else None
        self._show(choices)
        self._show_words(typed, bool(choices))

    def _show_words(self, typed: bool, found: bool) -> None:
        text = words.breakable(self.edit.text().strip())
        examples = self.tr("For example") if self._is_new else self.tr("Usual for you")
        self._caption.setText(examples)
        self._caption.setVisible(not typed and found)
        self.more.setVisible(not typed and len(self._rest) > _SHORT)
        self.more.setText(self.tr("Fewer foods") if self._all else self.tr("More foods"))
        self._none.setText(self.tr("No food called “{0}” is known.").format(text))
        self.new.setText(self.tr("Add it as your own food"))
        self.new.setAccessibleName(self.tr("Add {0} as your own food").format(text))
        for part in (self._none, self.new):
            part.setVisible(typed and not found)

    def _show(self, choices: Sequence[Choice]) -> None:
        while len(self._rows) < len(choices):
            self._add_row()
        self._shown = len(choices)
        for place, row in enumerate(self._rows):
            if place < len(choices):
                row.show_choice(choices[place])
            row.setVisible(place < len(choices))
            row.set_chosen(place == self._chosen and place < len(choices))

    def _add_row(self) -> None:
        row = ChoiceRow(self._guard)
        row.pressed_once.connect(partial(self._on_row, row))
        row.starred.connect(partial(self._on_star, row))
        self._rows.append(row)
        self._lines.addWidget(row)
        put_in_reading_order(self)

    def _walk(self, step: int) -> None:
        if not self._shown:
            return
        start = -1 if step > 0 else self._shown
        place = self._chosen if self._chosen is not None else start
        self._chosen = min(max(place + step, 0), self._shown - 1)
        for number, row in enumerate(self._rows):
            row.set_chosen(number == self._chosen)
        announce(self.edit, self._rows[self._chosen].button.accessibleName())

    def _on_enter(self) -> None:
        if self._chosen is not None and self._chosen < self._shown:
            self._on_row(self._rows[self._chosen])

    def _on_row(self, row: ChoiceRow) -> None:
        if row.choice is not None:
            chosen = row.choice
            self.edit.clear()
            self._chosen = None
            self.take_focus()  # for the next food
            self.picked.emit(chosen)

    def _on_star(self, row: ChoiceRow, wanted: bool) -> None:
        if row.choice is not None:
            self.starred.emit(row.choice.id, wanted)

    def _on_more(self) -> None:
        self._all = not self._all
        self._on_typed(keep=True)

    def _on_own(self) -> None:
        self.own.setChecked(not self.own.isChecked())
        self.own_asked.emit(self.own.isChecked())


def _same(one: Choice, other: Choice) -> bool:
    return (one.kind, one.id) == (other.kind, other.id)
