"""One step of the routine: closed, it says in a line what is done; open, it can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from steadyhands.ui.tabs.exercises.editor import wording
from steadyhands.ui.tabs.exercises.editor.checks import Fault
from steadyhands.ui.tabs.exercises.editor.draft import Draft
from steadyhands.ui.tabs.exercises.editor.hand_picture import HandPicture
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.step_form import StepForm
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.flow_layout import FlowLayout

_PICTURE = 72
_TELLS_LITTLE = ("rest", "straight", "spread")


class StepCard(Card):
    """`opened` asks to be opened or closed; the other signals carry nothing but the wish."""

    opened = Signal()
    copied = Signal()
    removed = Signal()

    def __init__(self, key: int, tools: Tools) -> None:
        super().__init__()
        self.key = key
        self._tools = tools
        self.form: StepForm | None = None
        guard = tools.guard
        side = round(_PICTURE * (1 + current_look().scale) / 2)
        self.picture = HandPicture(tools.pictures, side)
        self.title = label("", "title")
        self.line = label("", "muted")
        self.open = GuardedButton("", "secondary", guard)
        self.up = GuardedButton(self.tr("Move up"), "secondary", guard)
        self.down = GuardedButton(self.tr("Move down"), "secondary", guard)
        self.copy = GuardedButton(self.tr("Copy"), "secondary", guard)
        self.remove = GuardedButton(self.tr("Remove"), "quiet", guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(look.px(12))
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = FlowLayout(gap=look.px(8))
        for button in (self.open, self.up, self.down, self.copy, self.remove):
            buttons.addWidget(button)
        self.body.addLayout(top)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.open.pressed_once.connect(self.opened)
        self.up.pressed_once.connect(lambda: self._on_move(-1))
        self.down.pressed_once.connect(lambda: self._on_move(1))
        self.copy.pressed_once.connect(self.copied)
        self.remove.pressed_once.connect(self.removed)

    def show_step(self, draft: Draft, shelf: Shelf, is_open: bool) -> None:
        """Show the step as it is now."""
        step, place = draft.step(self.key), draft.place_of(self.key)
        name = wording.step_name(step, place + 1)
        numbered = self.tr("{0}. {1}").format(place + 1, name)
        self.title.setText(numbered if step.name.strip() else name)
        self.line.setText(wording.summary(step, draft.ready_s))
        self.setAccessibleName(self.tr("Step {0}: {1}").format(place + 1, name))
        poses = [shape for shape in step.poses if shape.pose not in _TELLS_LITTLE]
        telling = next(iter(poses or step.poses), None)
        self.picture.setVisible(telling is not None and not is_open)
        if telling is not None:
            stand = shelf.stand(telling.pose, telling.helper or step.helper)
            self.picture.show_stand(stand)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < len(draft.steps) - 1)
        self._name_buttons(name, is_open)
        if is_open and self.form is None:
            self.form = StepForm(self.key, self._tools)
            self.body.addWidget(self.form)
        if self.form is not None:
            self.form.setVisible(is_open)
            if is_open:
                self.form.show_step(step, shelf)

    def show_fault(self, fault: Fault) -> None:
        """Show what is wrong; the card must be open."""
        if self.form is not None:
            self.form.show_fault(fault)

    def read_typed(self) -> bool:
        """Take what is typed; return whether all could be read."""
        return self.form is None or self.form.isHidden() or self.form.read_typed()

    def _name_buttons(self, name: str, is_open: bool) -> None:
        self.open.setText(self.tr("Close") if is_open else self.tr("Change"))
        spoken = {
            self.open: self.tr("Close {0}") if is_open else self.tr("Change {0}"),
            self.up: self.tr("Move {0} up"),
            self.down: self.tr("Move {0} down"),
            self.copy: self.tr("Copy {0}"),
            self.remove: self.tr("Remove {0}"),
        }
        for button, said in spoken.items():
            button.setAccessibleName(said.format(name))

    def _on_move(self, by: int) -> None:
        key = self.key
        self._tools.change(lambda draft: draft.moved(key, by))
        pressed, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        then = pressed if pressed.isEnabled() else other
        then.setFocus(Qt.FocusReason.OtherFocusReason)
