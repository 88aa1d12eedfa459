"""The page on which a routine is written: about it, its steps, its poses."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import Routine
from steadyhands.system.poses import NamedPose
from steadyhands.system.routine_text import to_toml
from steadyhands.ui.tabs.exercises.editor import checks, wording
from steadyhands.ui.tabs.exercises.editor import draft as drafts
from steadyhands.ui.tabs.exercises.editor.ask_bar import AskBar
from steadyhands.ui.tabs.exercises.editor.draft import Draft
from steadyhands.ui.tabs.exercises.editor.file_card import FileCard
from steadyhands.ui.tabs.exercises.editor.files import RoutineFiles
from steadyhands.ui.tabs.exercises.editor.notice import Notice
from steadyhands.ui.tabs.exercises.editor.pictures import PosePictures
from steadyhands.ui.tabs.exercises.editor.routine_card import RoutineCard
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.step_list import StepList
from steadyhands.ui.tabs.exercises.editor.tools import Tools
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN
from steadyhands.ui.widgets.reading_order import put_in_reading_order
from steadyhands.ui.widgets.scroll_page import ScrollPage

_BACK, _LEAVE, _DELETE, _BROUGHT = "back", "leave", "delete", "brought"


class Work(NamedTuple):
    """What is being written: the draft, the words over it, whether it can be deleted."""

    draft: Draft
    heading: str
    can_delete: bool = False


class RoutineEditor(QWidget):
    """Writes one routine at a time. It keeps nothing itself: `saved` carries the Routine.

    `taken` returns the ids that routines have; `work` can be carried to another editor
    when the window is built anew.
    """

    saved = Signal(object)  # Routine
    left = Signal()
    deleted = Signal(str)  # the routine's id

    def __init__(
        self,
        *,
        poses: Mapping[str, NamedPose],
        taken: Callable[[], Collection[str]],
        guard: ClickGuard,
        skin: str = DEFAULT_SKIN,
        files: RoutineFiles | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._poses = poses
        self._taken = taken
        self._guard = guard
        self._disk = files if files is not None else RoutineFiles()
        self._draft = drafts.empty_draft()
        self._heading = ""
        self._can_delete = False
        self._tools = Tools(self.change, PosePictures(skin, self), guard, self._on_rebuilt)
        self._build()
        self._connect()
        self.open_new()

    # -- opening -------------------------------------------------------------------------

    def open_new(self) -> None:
        """Begin a routine from nothing."""
        self._open(drafts.empty_draft(), self.tr("A new routine"))

    def open_routine(self, routine: Routine, can_delete: bool = False) -> None:
        """Change a routine; saved, it keeps its id."""
        heading = self.tr("Change {0}").format(routine.name)
        self._open(drafts.draft_of(routine), heading, can_delete)

    def open_copy(self, routine: Routine) -> None:
        """Begin with a copy of a routine; saved, it stands beside it."""
        name = self.tr("My {0}").format(routine.name)
        heading = self.tr("A copy of {0}").format(routine.name)
        self._open(drafts.copy_of(routine, name), heading)

    def open_brought(self, routine: Routine, on_back: Callable[[], object] | None = None) -> None:
        """Begin with the routine of a file; saved, it takes no other's place."""
        brought = drafts.draft_of(routine).replaced(start=())
        if routine.id in self._taken():
            brought = brought.replaced(id="")
        self._open(brought, self.tr("{0}, from a file").format(routine.name))
        words = (
            self.tr("This is the routine of the file. Save it to keep it."),
            self.tr("Go back"),
            self.tr("All right"),
        )
        self.ask.ask(_BROUGHT, words, on_back or self.left.emit)

    def go_on(self, work: Work) -> None:
        """Go on with what an editor began, as `work` returned it."""
        self._open(*work)

    def work(self) -> Work:
        """Return what is being written, for another editor to go on with."""
        return Work(self._draft, self._heading, self._can_delete)

    def has_changes(self) -> bool:
        """Return whether leaving would lose anything."""
        return self._draft.has_changes()

    def take_back_saved(self) -> None:
        """Count as unsaved: what `saved` carried could not be kept."""
        self._draft = self._draft.replaced(start=())

    def set_skin(self, skin: str) -> None:
        """Paint hands in another skin."""
        self._tools.pictures.set_skin(skin)
        self.update()

    def _open(self, draft: Draft, heading: str, can_delete: bool = False) -> None:
        self._draft, self._heading, self._can_delete = draft, heading, can_delete
        self.ask.put_away()
        self.notice.say(None)
        self.files.say_written("")
        self.files.delete.setVisible(can_delete)
        self.steps.start(draft.steps[0].key if draft.steps else 0)
        self._show()
        self.about.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look = current_look()
        self._title = label("", "title")
        self._length = label("", "muted")
        self.save = GuardedButton(self.tr("Save"), "primary", self._guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "secondary", self._guard)
        self.ask = AskBar(self._guard)
        self.notice = Notice()
        self.about = RoutineCard(self._tools)
        self.files = FileCard(self._guard)
        self.steps = StepList(self._tools)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._length)
        top = QHBoxLayout()
        top.setSpacing(look.px(8))
        top.addLayout(words, 1)
        top.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        head.setSpacing(look.px(8))
        head.addLayout(top)
        for part in (self.ask, self.notice):
            head.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._page(), 1)

    def _page(self) -> ScrollPage:
        look = current_look()
        self.page = ScrollPage()
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(look.px(16))
        left.addWidget(self.about)
        left.addWidget(self.files)
        left.addStretch(1)
        beside = Columns(least=380)
        beside.add(side, 3)
        beside.add(self.steps, 5)
        self.page.body.addWidget(beside)
        self.page.body.addStretch(1)
        return self.page

    def _connect(self) -> None:
        self.save.pressed_once.connect(self.try_save)
        self.cancel.pressed_once.connect(self.try_leave)
        self.files.bring.pressed_once.connect(self.import_file)
        self.files.share.pressed_once.connect(self.export_file)
        self.files.delete.pressed_once.connect(self._on_delete)
        saving = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        saving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        saving.activated.connect(self.try_save)

    # -- changing ------------------------------------------------------------------------

    def change(self, change: Callable[[Draft], Draft]) -> Problem | None:
        """Change the draft and show it; return why it could not be changed, else None."""
        before = self._draft
        self._draft, problem = drafts.try_change(before, change)
        self._show()
        if len(self._draft.removed) > len(before.removed):
            self._offer_back()
        return problem

    def _show(self) -> None:
        draft = self._draft
        self._title.setText(self._heading)
        took = wording.length_text(draft.length_s())
        nothing = self.tr("Takes no time yet")
        self._length.setText(self.tr("Takes {0}").format(took) if draft.length_s() else nothing)
        self.about.show_draft(draft)
        self.steps.show_draft(draft, Shelf(self._poses, draft.poses))
        if not draft.removed and self.ask.kind == _BACK:
            self.ask.put_away()

    def _on_rebuilt(self) -> None:
        put_in_reading_order(self)

    def _offer_back(self) -> None:
        """Say what was removed last, and offer it back."""
        gone = self._draft.last_removed()
        if gone is None:
            return
        if gone.step is not None:
            name = wording.step_name(gone.step, gone.place + 1)
        else:
            name = wording.pose_name(gone.shape.pose if gone.shape is not None else "")
        said = self.tr("{0} is removed.").format(name)
        words = (said, self.tr("Put it back"), self.tr("All right"))
        self.ask.ask(_BACK, words, self._on_put_back, self._focus_later(self.steps.add))
        self.ask.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_later(self, widget: QWidget) -> Callable[[], None]:
        """Return what brings the keyboard to a widget."""
        return lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_put_back(self) -> None:
        gone = self._draft.last_removed()
        problem = self.change(Draft.put_back)
        self.notice.say(problem)
        self._offer_back()
        if problem is None and gone is not None and self.isVisible():
            key = gone.step.key if gone.step is not None else gone.key
            self.steps.card(key).open.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- saving and leaving --------------------------------------------------------------

    def try_save(self) -> None:
        """Hand the routine on, or show what is still missing."""
        routine = self._checked()
        if routine is not None:
            self._draft = drafts.opened(self._draft.replaced(id=routine.id))
            self.saved.emit(routine)

    def try_leave(self) -> None:
        """Leave; with changes only after a question."""
        if not self.has_changes():
            self.left.emit()
            return
        words = (
            self.tr("Leave without saving?"),
            self.tr("Leave"),
            self.tr("Stay"),
        )
        self.ask.ask(_LEAVE, words, self.left.emit, self._on_stay)
        self.ask.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stay(self) -> None:
        if self._draft.removed:
            self._offer_back()
        else:
            self.about.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_delete(self) -> None:
        routine_id = self._draft.id
        words = (
            self.tr("Delete this routine? What you did with it stays in the diary."),
            self.tr("Delete it"),
            self.tr("Keep it"),
        )
        stay = self._focus_later(self.files.delete)
        self.ask.ask(_DELETE, words, lambda: self.deleted.emit(routine_id), stay)
        self.ask.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _checked(self) -> Routine | None:
        """Return the routine, or show the first thing that keeps it from being one."""
        self.notice.say(None)
        if not self.steps.read_typed():
            return None
        found = checks.faults_of(self._draft)
        for fault in reversed(found):  # the first one has the keyboard in the end
            if fault.key:
                self.steps.show_fault(fault)
            elif fault.field in ("name", "purpose", "cautions", "source"):
                self.about.show_fault(fault)
            else:
                self.notice.say(fault.problem)
        return None if found else checks.routine_of(self._draft, self._taken())

    # -- files ---------------------------------------------------------------------------

    def import_file(self) -> None:
        """Ask for a file and open its routine here; a bad one changes nothing."""
        path = self._disk.ask_open(self)
        if not path:
            return
        try:
            routine = self._disk.routine(path, list(self._poses))
        except Problem as problem:
            self.notice.say(problem)
            return
        before = self.work()
        self.open_brought(routine, lambda: self.go_on(before))

    def export_file(self) -> None:
        """Ask where to and write the routine as it stands."""
        routine = self._checked()
        if routine is None:
            return
        path = self._disk.ask_save(self, f"{routine.id}.toml")
        if not path:
            return
        try:
            self._disk.write(path, to_toml(routine))
        except Problem as problem:
            self.notice.say(problem)
            return
        self.files.say_written(os.path.basename(path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what is open with Escape: a choice of poses, then the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.ask.kind == _LEAVE:
            self.ask.no.click()
        elif not self.steps.close_open():
            self.try_leave()
