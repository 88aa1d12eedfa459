"""The pose of a step that is chosen: its picture, what is said at it, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.routine.steps import TOGETHER
from steadyhands.ui.tabs.exercises.editor import wording
from steadyhands.ui.tabs.exercises.editor.draft import DraftStep
from steadyhands.ui.tabs.exercises.editor.hand_picture import HandPicture
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.text_box import TextBox
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout

_PICTURE = 220
_BOTH = "both"


class PosePanel(QWidget):
    """Acts on the pose at `place` of the step `key`; two of its acts are for its owner to do."""

    other_asked = Signal()
    change_asked = Signal()
    moved = Signal(int)  # where the pose now is
    removed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._key, self._place = 0, 0
        self._side = "right"
        side = round(_PICTURE * (1 + current_look().scale) / 2)
        self.picture = HandPicture(tools.pictures, side)
        self.sides = ChipRow(self.tr("Seen with the"), guard=tools.guard)
        self.title = label("", "title")
        self.name = AmountField(self.tr("What it is called, if not as the step"), str)
        self.cue = TextBox(self.tr("What is said at it, if not as for the step"))
        self.hold = label("", "muted")
        guard = tools.guard
        self.same_hold = GuardedButton(self.tr("Hold it as long as the others"), "quiet", guard)
        self.other = GuardedButton(self.tr("Another picture"), "secondary", guard)
        self.change = GuardedButton(self.tr("Change this pose"), "secondary", guard)
        self.earlier = GuardedButton(self.tr("Earlier"), "secondary", guard)
        self.later = GuardedButton(self.tr("Later"), "secondary", guard)
        self.remove = GuardedButton(self.tr("Remove this pose"), "quiet", guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        self.sides.set_choices([("left", self.tr("Left hand")), ("right", self.tr("Right hand"))])
        self.sides.select(self._side)
        seen = QWidget()
        left = QVBoxLayout(seen)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addWidget(self.sides)
        left.addStretch(1)
        buttons = FlowLayout(gap=look.px(8))
        for button in (self.other, self.change, self.earlier, self.later, self.remove):
            buttons.addWidget(button)
        said = QWidget()
        right = QVBoxLayout(said)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(look.px(8))
        for part in (self.title, self.name, self.cue, self.hold):
            right.addWidget(part)
        right.addWidget(self.same_hold, 0, Qt.AlignmentFlag.AlignLeft)
        right.addLayout(buttons)
        right.addStretch(1)
        beside = Columns(least=300)
        beside.add(seen, 0)
        beside.add(said, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(beside)

    def _connect(self) -> None:
        self.sides.chosen.connect(self._on_side)
        self.name.edit.textEdited.connect(lambda text: self._change(name=text))
        self.cue.edited.connect(lambda text: self._change(cue=text))
        self.same_hold.pressed_once.connect(self._on_same_hold)
        self.other.pressed_once.connect(self.other_asked)
        self.change.pressed_once.connect(self.change_asked)
        self.earlier.pressed_once.connect(lambda: self._on_moved(-1))
        self.later.pressed_once.connect(lambda: self._on_moved(1))
        self.remove.pressed_once.connect(self._on_removed)

    def show_pose(self, step: DraftStep, place: int, shelf: Shelf) -> None:
        """Show one pose of a step."""
        self._key, self._place = step.key, place
        shape = step.poses[place]
        name = wording.pose_name(shape.pose)
        told = self.tr("Pose {0} of {1}: {2}").format(place + 1, len(step.poses), name)
        self.title.setText(told)
        side = _BOTH if step.sides == TOGETHER else self._side
        self.sides.setVisible(step.sides != TOGETHER)
        self.picture.show_stand(shelf.stand(shape.pose, shape.helper or step.helper), side)
        self.picture.setAccessibleName(name)
        if self.name.text() != shape.name:
            self.name.set_text(shape.name)
            self.name.edit.setCursorPosition(0)  # a long text is read from its beginning
        if self.cue.text() != shape.cue:
            self.cue.set_text(shape.cue)
        is_own = shape.hold_s is not None and shape.hold_s != step.hold_s
        if is_own:
            held = wording.seconds_text(shape.hold_s or 0.0)
            self.hold.setText(self.tr("This one is held for {0}.").format(held))
        if not is_own and self.same_hold.hasFocus():
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hold.setVisible(is_own)
        self.same_hold.setVisible(is_own)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(place < len(step.poses) - 1)

    def _change(self, **fields: object) -> None:
        key, place = self._key, self._place
        self._tools.change(lambda draft: draft.with_shape(key, place, **fields))

    def _on_side(self, side: str) -> None:
        self._side = side or self._side  # one of them is always chosen
        self.sides.select(self._side)
        shown = self.picture.shown()
        if shown is not None:
            self.picture.show_stand(shown[0], self._side)

    def _on_same_hold(self) -> None:
        self._change(hold_s=None)

    def _on_moved(self, by: int) -> None:
        key, place = self._key, self._place
        pressed, other = (self.earlier, self.later) if by < 0 else (self.later, self.earlier)
        self._tools.change(lambda draft: draft.with_pose_moved(key, place, by))
        self.moved.emit(place + by)
        if not pressed.isEnabled():
            other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self) -> None:
        key, place = self._key, self._place
        self._tools.change(lambda draft: draft.without_pose(key, place))
        self.removed.emit()
