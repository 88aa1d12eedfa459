"""The poses of a step: their row, the one that is chosen, and where others are chosen or bent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import OwnPose
from steadyhands.ui.tabs.exercises.editor.checks import Fault
from steadyhands.ui.tabs.exercises.editor.draft import Draft, DraftStep
from steadyhands.ui.tabs.exercises.editor.notice import Notice
from steadyhands.ui.tabs.exercises.editor.pose_panel import PosePanel
from steadyhands.ui.tabs.exercises.editor.pose_picker import PosePicker
from steadyhands.ui.tabs.exercises.editor.pose_sliders import PoseSliders
from steadyhands.ui.tabs.exercises.editor.pose_tile import PoseTiles
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.tabs.exercises.editor.wording import pose_name
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.hand_stage import Stand


class StepPoses(QWidget):
    """At most one of panel, picker and sliders is open below the row."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._step: DraftStep | None = None
        self._shelf: Shelf | None = None
        self._place = 0
        self._adding = False
        self._tiles_shown: tuple[tuple[str, str, Stand], ...] | None = None
        self.row = PoseTiles(tools.pictures, tools.guard)
        self.add = GuardedButton(self.tr("Add a pose"), "secondary", tools.guard)
        self.notice = Notice()
        self.panel = PosePanel(tools)
        self.picker = PosePicker(tools.pictures, tools.guard)
        self.sliders = PoseSliders(tools.pictures, tools.guard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(8))
        outer.addWidget(label(self.tr("Poses, in the order they come"), "caption"))
        outer.addWidget(self.row)
        outer.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.notice, self.panel, self.picker, self.sliders):
            outer.addWidget(part)
        self.picker.hide()
        self.sliders.hide()
        self._connect()

    def _connect(self) -> None:
        self.row.pressed.connect(self._on_tile)
        self.add.pressed_once.connect(lambda: self._pick(adding=True))
        self.panel.other_asked.connect(lambda: self._pick(adding=False))
        self.panel.change_asked.connect(self._on_change_asked)
        self.panel.moved.connect(self._on_moved)
        self.panel.removed.connect(lambda: self._close(self.row))
        self.picker.chosen.connect(self._on_chosen)
        self.picker.left.connect(
            lambda: self._close(self.add if self._adding else self.panel.other)
        )
        self.sliders.kept.connect(self._on_kept)
        self.sliders.rebuilt.connect(self._tools.rebuilt)
        self.sliders.left.connect(lambda: self._close(self.panel.change))

    def show_step(self, step: DraftStep, shelf: Shelf) -> None:
        """Show the poses of a step as they are now."""
        self._step, self._shelf = step, shelf
        helped = ((s.pose, shelf.stand(s.pose, s.helper or step.helper)) for s in step.poses)
        tiles = tuple((pose, pose_name(pose), stand) for pose, stand in helped)
        if tiles != self._tiles_shown:
            self._tiles_shown = tiles
            self.row.set_tiles(tiles)
            self._tools.rebuilt()
        self._place = min(self._place, max(len(step.poses) - 1, 0))
        self.row.setVisible(bool(tiles))
        self._show_chosen()

    def is_open(self) -> bool:
        """Return whether a pose is being chosen or changed."""
        return not (self.picker.isHidden() and self.sliders.isHidden())

    def close_open(self) -> bool:
        """Leave choosing or changing, as Escape does; return whether there was any."""
        if not self.is_open():
            return False
        (self.picker.left if self.sliders.isHidden() else self.sliders.left).emit()
        return True

    def say(self, problem: Problem | None) -> None:
        """Show what is wrong with the poses."""
        self.notice.say(problem)

    def show_fault(self, fault: Fault) -> None:
        """Show what is wrong with the words of one pose."""
        self._on_tile(fault.place)
        field = self.panel.name if fault.field == "name" else self.panel.cue
        field.show_problem(fault.problem)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        if self._step is None or self._shelf is None:
            return
        there = bool(self._step.poses)
        self.row.choose(self._place if there else -1)
        self.panel.setVisible(there and not self.is_open())
        self.add.setVisible(not self.is_open())
        if there:
            self.notice.say(None)
            self.panel.show_pose(self._step, self._place, self._shelf)

    def _on_tile(self, place: int) -> None:
        self._place = place
        self.picker.hide()
        self.sliders.hide()
        self._show_chosen()

    def _pick(self, adding: bool) -> None:
        if self._step is None or self._shelf is None:
            return
        self._adding = adding
        now = "" if adding or not self._step.poses else self._step.poses[self._place].pose
        self.picker.open(self._shelf, now)
        self._tools.rebuilt()
        self._show_chosen()

    def _on_chosen(self, pose: str) -> None:
        if self._step is None:
            return
        key, place = self._step.key, self._place
        if self._adding:
            self._place = len(self._step.poses)
            self.say(self._tools.change(lambda draft: draft.with_pose_added(key, pose)))
        else:
            self._tools.change(lambda draft: draft.with_pose_chosen(key, place, pose))
        self._close(self.row)

    def _on_change_asked(self) -> None:
        if self._step is None or self._shelf is None:
            return
        pose = self._shelf.draft(self._step.poses[self._place].pose)
        self.sliders.open(pose, self._shelf.shipped_names())
        self._show_chosen()

    def _on_kept(self, own: OwnPose) -> None:
        if self._step is None:
            return
        key, place = self._step.key, self._place

        def keep(draft: Draft) -> Draft:
            return draft.with_own_pose(own).with_shape(key, place, pose=own.name)

        problem = self._tools.change(keep)
        if problem is not None:
            self.sliders.name.show_problem(problem)
        else:
            self._close(self.row)

    def _on_moved(self, place: int) -> None:
        self._place = place
        self._show_chosen()

    def _close(self, then: QWidget) -> None:
        """Close what is open and bring the keyboard to where it came from."""
        self.picker.hide()
        self.sliders.hide()
        self._show_chosen()
        if then is self.row and self.row.tiles():
            self.row.focus(self._place)
        else:
            (self.add if then is self.row else then).setFocus(Qt.FocusReason.OtherFocusReason)
