"""Changes a pose by sliders and shows the hand from two sides as it bends."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.exercises.editor import wording
from steadyhands.ui.tabs.exercises.editor.angle_slider import AngleSlider
from steadyhands.ui.tabs.exercises.editor.hand_picture import HandPicture
from steadyhands.ui.tabs.exercises.editor.pictures import PosePictures
from steadyhands.ui.tabs.exercises.editor.pose_draft import (
    GROUPS,
    TOGETHER,
    PoseDraft,
    joints_of,
    limits_of,
)
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.hand_stage import Stand

_PICTURE = 170


class PoseSliders(QWidget):
    """`kept` carries the OwnPose to use, `left` that the pose stays as it is."""

    kept = Signal(object)
    left = Signal()
    rebuilt = Signal()  # sliders of another group were made

    def __init__(self, pictures: PosePictures, guard: ClickGuard) -> None:
        super().__init__()
        self._guard = guard
        self._pose: PoseDraft | None = None
        self._taken: tuple[str, ...] = ()
        self._group = TOGETHER
        self._panels: dict[str, QWidget] = {}
        self._sliders: dict[tuple[str, str], AngleSlider] = {}
        side = round(_PICTURE * (1 + current_look().scale) / 2)
        self.front, self.behind = (HandPicture(pictures, side) for _ in range(2))
        self.name = AmountField(self.tr("Name of the pose"), str)
        self.groups = ChipRow(self.tr("What to bend"), guard=guard)
        self.keep = GuardedButton(self.tr("Use this pose"), "primary", guard)
        self.again = GuardedButton(self.tr("Back to how it was"), "quiet", guard)
        self.leave = GuardedButton(self.tr("Do not change it"), "secondary", guard)
        self._room = QVBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        self.groups.set_choices([(group, wording.group_names()[group]) for group in GROUPS])
        self.front.setAccessibleName(self.tr("The hand as it will be shown"))
        self.behind.setAccessibleName(self.tr("The hand from its other side"))
        beside = QHBoxLayout()  # never one below the other: who bends a joint sees the hand
        beside.setSpacing(look.px(16))
        beside.addLayout(self._seen())
        bends = QVBoxLayout()
        bends.addWidget(self.groups)
        bends.addLayout(self._room)
        bends.addStretch(1)
        beside.addLayout(bends, 1)
        buttons = FlowLayout(gap=look.px(8))
        for button in (self.keep, self.leave, self.again):
            buttons.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(label(self.tr("Change this pose"), "title"))
        outer.addWidget(self.name)
        outer.addLayout(beside)
        outer.addLayout(buttons)

    def _seen(self) -> QVBoxLayout:
        column = QVBoxLayout()
        for picture, words in (
            (self.front, self.tr("As it is shown")),
            (self.behind, self.tr("From the other side")),
        ):
            column.addWidget(picture)
            caption = label(words, "caption")
            caption.setMaximumWidth(picture.width())
            column.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.groups.chosen.connect(self._on_group)
        self.name.edit.textEdited.connect(self._on_named)
        self.name.edit.returnPressed.connect(self._on_keep)
        self.keep.pressed_once.connect(self._on_keep)
        self.again.pressed_once.connect(self._on_again)
        self.leave.pressed_once.connect(self.left)

    def open(self, pose: PoseDraft, taken: Collection[str]) -> None:
        """Show a pose to be changed; `taken` are names that it cannot have."""
        self._pose, self._taken = pose, tuple(taken)
        self.name.set_text(pose.name)
        self._on_group(TOGETHER)
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def pose(self) -> PoseDraft | None:
        """Return the pose as it is now."""
        return self._pose

    def slider(self, joint: str) -> AngleSlider:
        """Return the slider of a joint of the group that is shown."""
        return self._sliders[self._group, joint]

    def _on_group(self, group: str) -> None:
        self._group = group or self._group  # one of them is always chosen
        self.groups.select(self._group)
        if self._group not in self._panels:
            self._panels[self._group] = self._panel(self._group)
            self._room.addWidget(self._panels[self._group])
            self.rebuilt.emit()
        for name, panel in self._panels.items():
            panel.setVisible(name == self._group)
        self._show_pose()

    def _panel(self, group: str) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        for joint in joints_of(group):
            ends = wording.joint_ends(joint)
            slider = AngleSlider(wording.joint_name(joint), limits_of(joint), ends, self._guard)
            slider.changed.connect(partial(self._on_bent, group, joint))
            self._sliders[group, joint] = slider
            column.addWidget(slider)
        return panel

    def _on_bent(self, group: str, joint: str, degrees: int) -> None:
        if self._pose is not None:
            self._pose = self._pose.bent(group, joint, degrees)
            self._show_pose()

    def _on_named(self, text: str) -> None:
        if self._pose is not None:
            self._pose = self._pose.replaced(name=text)

    def _on_again(self) -> None:
        if self._pose is not None:
            self._pose = self._pose.replaced(pose=self._pose.base)
            self._show_pose()

    def _on_keep(self) -> None:
        if self._pose is None:
            return
        try:
            own = self._pose.own_pose(self._taken)
        except Problem as problem:
            self.name.show_problem(problem)
            self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.kept.emit(own)

    def _show_pose(self) -> None:
        if self._pose is None:
            return
        for joint in joints_of(self._group):
            self.slider(joint).set_value(self._pose.angle(self._group, joint))
        stand = Stand(self._pose.pose, self._pose.camera)
        self.front.show_stand(stand)
        self.behind.show_stand(stand._replace(camera=self._pose.camera.other_face()))
