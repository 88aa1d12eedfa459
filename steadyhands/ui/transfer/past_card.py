"""The imports that were made, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.problem import Problem
from steadyhands.services.arrival import PastImport
from steadyhands.services.journal import Done
from steadyhands.services.transfer import Importer
from steadyhands.ui.acts import Acts
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.theme import current_look
from steadyhands.ui.transfer import wording
from steadyhands.ui.transfer.errand import Errand
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import breakable, problem_text

FEW = 4


class PastModel(QObject):
    """The list of imports, read beside the window."""

    changed = Signal()

    def __init__(
        self,
        importer: Importer,
        tell: Callable[[Changes, tuple[int, int] | None], object],
        acts: Acts,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._importer, self._tell, self._acts, self._tasks = importer, tell, acts, tasks
        self.imports: list[PastImport] = []
        self.problem: Problem | None = None
        self.is_read = False
        self._errand = Errand(tasks, self)
        self._errand.ended.connect(self._on_taken_back)

    def is_busy(self) -> bool:
        """Return whether an import is being taken back."""
        return self._errand.is_busy()

    def read(self) -> None:
        """Read the list anew."""
        self._tasks.run(self._importer.imports, self._on_read)

    def take_back(self, act: int) -> None:
        """Take an import back, however long ago it was; what was changed since stays."""
        self.problem = None
        self._errand.start(lambda *_: self._importer.take_back(act) or Problem(_NOTHING))
        self.changed.emit()

    def _on_read(self, found: object) -> None:
        self.imports = found if isinstance(found, list) else []
        self.is_read = True
        self.changed.emit()

    def _on_taken_back(self, answer: object) -> None:
        if isinstance(answer, Problem):
            self.problem = answer
        elif isinstance(answer, Done):
            self._tell(answer.changes, (answer.act, answer.size))
            self._acts.done.emit(answer)
        self.read()
        self.changed.emit()


_NOTHING = "All of it was taken back or changed since."


class PastCard(Card):
    """One row an import, newest first; the older ones on demand."""

    def __init__(self, model: PastModel, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Brought in earlier"))
        self._model, self._guard = model, guard
        self._all = False
        self._shown: object = None
        self.said = label("", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current_look().px(8))
        self.more = GuardedButton("", "quiet", guard)
        self.more.pressed_once.connect(self._on_more)
        self.body.addWidget(self.said)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        model.changed.connect(self.show_model)
        self.show_model()

    def show_model(self) -> None:
        """Show the list."""
        model = self._model
        self.setVisible(bool(model.imports))
        said = self.tr("Taking it back…") if model.is_busy() else ""
        if model.problem is not None:
            said = problem_text(model.problem)
        if said != self.said.text():
            announce(self.said, said)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        state = (tuple(model.imports), self._all, model.is_busy())
        if state != self._shown:
            self._shown = state
            self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        imports = self._model.imports
        for past in imports if self._all else imports[:FEW]:
            self._rows.addWidget(self._row(past))
        self.more.setVisible(len(imports) > FEW)
        self.more.setText(
            self.tr("Fewer") if self._all else self.tr("All {0}").format(len(imports))
        )
        self.more.setAccessibleName(
            self.tr("Show fewer imports") if self._all else self.tr("Show all imports")
        )

    def _row(self, past: PastImport) -> QWidget:
        row = QWidget()
        when = wording.when_text(past.at.local())
        line = self.tr("{0}, {1}, {2}").format(past.format_name, wording.entries(past.count), when)
        names = QVBoxLayout()
        names.setSpacing(0)
        for text, role in ((past.file, "name"), (line, "muted")):
            made = label(breakable(text), role)
            made.setTextFormat(Qt.TextFormat.PlainText)
            names.addWidget(made)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current_look().px(8))
        across.addLayout(names, 1)
        if past.stands:
            button = GuardedButton(self.tr("Take back"), "secondary", self._guard)
            button.setAccessibleName(self.tr("Take back {0} of {1}").format(past.file, when))
            button.setEnabled(not self._model.is_busy())
            button.pressed_once.connect(lambda: self._model.take_back(past.act))
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            across.addWidget(label(self.tr("Taken back"), "muted", wrap=False))
        return row

    def _on_more(self) -> None:
        self._all = not self._all
        self.show_model()
