"""Where own routines are written: the editor, and what becomes of what it hands on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import Routine
from steadyhands.services.routines import RoutineBook
from steadyhands.system.poses import NamedPose
from steadyhands.ui.acts import Acts
from steadyhands.ui.tabs.exercises.editor.editor import RoutineEditor
from steadyhands.ui.tabs.exercises.editor.files import RoutineFiles
from steadyhands.ui.tabs.exercises.presenter import FORGOTTEN, KEPT, News
from steadyhands.ui.tabs.exercises.session import Session
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard

_LEAST = 60  # px high at 100 % text


class Workshop(QWidget):
    """Holds the editor from the first time it is asked for.

    What is open, and the news afterwards, stand in the session: it outlives this widget.
    """

    changed = Signal()  # the session says otherwise now

    def __init__(
        self,
        *,
        routines: RoutineBook,
        poses: Mapping[str, NamedPose],
        session: Session,
        acts: Acts,
        guard: ClickGuard,
        skin: str,
        files: RoutineFiles | None = None,
    ) -> None:
        super().__init__()
        self._routines = routines
        self._poses = poses
        self._session = session
        self._acts = acts
        self._guard = guard
        self._skin = skin
        self._files = files if files is not None else RoutineFiles()
        self._editor: RoutineEditor | None = None
        self._known: dict[str, Routine] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(current_look().px(_LEAST))  # it scrolls: no window grows for it
        self.hide()

    def hasHeightForWidth(self) -> bool:
        """Ask for no height: the editor scrolls, and what stands above it keeps its own."""
        return False

    def know(self, routines: Collection[Routine]) -> None:
        """Hear which routines there are."""
        self._known = {routine.id: routine for routine in routines}

    # -- opening -------------------------------------------------------------------------

    def write_new(self) -> None:
        """Open the editor with an empty routine."""
        self._open(RoutineEditor.open_new)

    def change(self, routine: Routine, is_own: bool) -> None:
        """Open the editor with an own routine itself, with a copy of a shipped one."""
        if is_own:
            self._open(lambda editor: editor.open_routine(routine, can_delete=True))
        else:
            self._open(lambda editor: editor.open_copy(routine))

    def bring(self) -> Problem | None:
        """Ask for a file and open the editor with its routine; return why it cannot be."""
        path = self._files.ask_open(self.window())
        if path:
            try:
                routine = self._files.routine(path, list(self._poses))
            except Problem as problem:
                return problem
            self._open(lambda editor: editor.open_brought(routine))
        return None

    def go_on(self) -> None:
        """Go on with what was being written before the window was built anew."""
        writing = self._session.writing
        if self._editor is None and writing is not None:
            work = writing()
            self._open(lambda editor: editor.go_on(work))

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        if self._editor is not None:
            self._editor.about.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, begin: Callable[[RoutineEditor], None]) -> None:
        if self._editor is None:
            self._editor = self._made()
        begin(self._editor)
        self._session.clear()
        self._session.news = None
        self._session.writing = self._editor.work
        self.changed.emit()

    def _made(self) -> RoutineEditor:
        editor = RoutineEditor(
            poses=self._poses,
            taken=lambda: self._known,
            guard=self._guard,
            skin=self._skin,
            files=self._files,
        )
        editor.saved.connect(self._on_saved)
        editor.deleted.connect(self._on_deleted)
        editor.left.connect(self._on_left)
        self._box.addWidget(editor)
        return editor

    # -- what the editor hands on --------------------------------------------------------

    def _on_left(self) -> None:
        self._session.writing = None
        self.changed.emit()

    def _on_saved(self, routine: Routine) -> None:
        session, written = self._session, self._content()

        def keep() -> Changes:
            try:
                changes = self._routines.keep(routine)
            except Problem:
                if self._editor is not None:
                    self._editor.take_back_saved()
                raise
            if self._content() == written:  # nothing was typed since
                session.writing = None
            session.chosen, session.news = routine.id, News(KEPT, routine)
            return changes

        self._acts.perform(keep)

    def _content(self) -> tuple[object, ...]:
        writing = self._session.writing
        return writing().draft.content() if writing is not None else ()

    def _on_deleted(self, routine_id: str) -> None:
        session, routine = self._session, self._known.get(routine_id)

        def forget() -> Changes:
            changes = self._routines.forget(routine_id)
            session.writing, session.chosen = None, ""
            session.news = News(FORGOTTEN, routine) if routine is not None else None
            return changes

        self._acts.perform(forget)

    def put_back(self, routine: Routine) -> None:
        """Keep again what was forgotten."""
        session = self._session

        def keep() -> Changes:
            changes = self._routines.keep(routine)
            session.chosen, session.news = routine.id, News(KEPT, routine)
            return changes

        self._acts.perform(keep)
