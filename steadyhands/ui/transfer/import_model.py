"""An import on its way: what was chosen, what was found, what was decided. It outlives the page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from steadyhands.domain.changes import Changes
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.any_table import DAY_FIRST, ROLE, SKIP, TIME, WHAT, WHEN
from steadyhands.exchange.format import Subject
from steadyhands.services.arrival import Brought, Preview, Wishes
from steadyhands.services.journal import Done, Journal
from steadyhands.services.table_wishes import (
    DIARY,
    TABLE,
    FirstEntries,
    TableDesk,
    TableSeen,
    kind_of,
    see_table,
)
from steadyhands.services.transfer import Importer
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.transfer.errand import Errand

IDLE, READING, TABLED, SEEN, BRINGING, DONE, FAILED = (
    "idle",
    "reading",
    "tabled",
    "seen",
    "bringing",
    "done",
    "failed",
)
_ONCE = (WHEN, TIME, WHAT)  # only one column can be it


class Found(Value):
    """What a look at a file found."""

    preview: Preview
    subjects: tuple[Subject, ...] = ()
    is_diary: bool = False


class ImportModel(QObject):
    """Where the import stands (`stage`), and what can be done next.

    `changed` says that something is to be shown anew; `far` how far the reading is.
    """

    changed = Signal()
    far = Signal(int, int)

    def __init__(
        self,
        importer: Importer,
        tables: TableDesk,
        presets: Callable[[], list[DrinkPreset]],
        journal: Journal,
        acts: Acts,
        signals: Signals,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._importer, self._tables, self._journal = importer, tables, journal
        self._acts, self._signals = acts, signals
        self.presets = presets
        self._errand = Errand(tasks, self)
        self._errand.progressed.connect(self.far)
        self._errand.ended.connect(self._on_ended)
        self._saving = Errand(tasks, self)
        self._saving.ended.connect(self._on_saved)
        acts.done.connect(self._on_act)
        self._reset()

    def _reset(self) -> None:
        self.stage = IDLE
        self.path = ""
        self.wishes = Wishes()
        self.found: Found | None = None
        self.table: TableSeen | None = None
        self.first = FirstEntries()
        self.problem: Problem | None = None
        self.brought: Brought | None = None
        self.saved_rows: str | Problem = ""

    def is_busy(self) -> bool:
        """Return whether a file is being read or brought in."""
        return self._errand.is_busy()

    def choose(self, path: str) -> None:
        """Look at a file; nothing comes in yet."""
        self._reset()
        self.path = path
        self._look()

    def forget(self) -> None:
        """Begin anew; stop what runs."""
        self._errand.stop()
        self._reset()
        self.changed.emit()

    def stop(self) -> None:
        """Stop reading or bringing in; the diary stays as it is."""
        self._errand.stop()

    def become(self, key: str, target: str) -> None:
        """Let a tracker become something else, and look again."""
        self._wish(targets={**self.wishes.targets, key: target})

    def bring_back(self, removed: bool) -> None:
        """Take in, or leave out, what is in the file but was removed here."""
        self._wish(restore=removed)

    def _wish(self, **wished: object) -> None:
        self.wishes = self.wishes.replaced(**wished)
        self._look()

    def set_role(self, column: str, role: str) -> None:
        """Say what a column of a table is."""
        answers = dict(self.wishes.answers)
        if role in _ONCE:
            for name, its in answers.items():
                if its == role and name.startswith(ROLE):
                    answers[name] = SKIP
        answers[ROLE + column] = role
        self._answer(answers)

    def set_day_first(self, answer: str) -> None:
        """Say whether 03/04 is the 3rd of April (`yes`) or the 4th of March (`no`)."""
        self._answer({**self.wishes.answers, DAY_FIRST: answer})

    def set_row_target(self, target: str) -> None:
        """Say what each row of a table without amounts is."""
        self.wishes = self.wishes.replaced(targets={**self.wishes.targets, "row": target})
        self._try_rows()
        self.changed.emit()

    def _answer(self, answers: dict[str, str]) -> None:
        self.wishes = self.wishes.replaced(answers=answers)
        self._try_rows()
        self.changed.emit()

    def _try_rows(self) -> None:
        """Read the first rows as they would come; a few thousandths of a second."""
        try:
            self.first = self._tables.first_entries(self.path, self.wishes, self.presets())
            self.problem = None
        except Problem as problem:
            self.first, self.problem = FirstEntries(), problem

    def read_table(self) -> None:
        """Look at the whole table, its columns being named."""
        self._look()

    def back_to_table(self) -> None:
        """Name the columns again."""
        self._errand.stop()
        self.stage, self.found = TABLED, None
        self._try_rows()
        self.changed.emit()

    def _look(self) -> None:
        path, wishes, importer = self.path, self.wishes, self._importer

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            kind = kind_of(path)
            if kind == TABLE and not wishes.format:
                return see_table(path)
            subjects = [] if kind == DIARY else importer.subjects(path, wishes)[1]
            preview = importer.look(path, wishes, progress, cancelled)
            return Found(preview, tuple(subjects), kind == DIARY)

        self._begin(READING, work)

    def bring_in(self) -> None:
        """Bring in what was looked at, as one act."""
        path, wishes, importer = self.path, self.wishes, self._importer
        self._begin(BRINGING, lambda *told: importer.bring_in(path, wishes, *told))

    def _begin(self, stage: str, work: Callable[..., object]) -> None:
        self.stage, self.problem = stage, None
        self._errand.start(work)
        self.changed.emit()

    def _on_ended(self, answer: object) -> None:
        if isinstance(answer, Problem):
            self.stage, self.problem = FAILED, answer
        elif isinstance(answer, TableSeen):
            self._on_table(answer)
        elif isinstance(answer, Found):
            self.stage, self.found = SEEN, answer
        elif isinstance(answer, Brought):
            self._on_brought(answer)
        else:  # stopped: what was seen before is still there to decide on
            self._on_stopped()
        self.changed.emit()

    def _on_stopped(self) -> None:
        if self.stage == BRINGING and self.found is not None:
            self.stage = SEEN
        else:
            self._reset()

    def _on_table(self, seen: TableSeen) -> None:
        self.stage, self.table = TABLED, seen
        self.wishes = self._tables.wishes(seen)
        self._try_rows()

    def _on_brought(self, brought: Brought) -> None:
        self.stage, self.brought = DONE, brought
        if self.table is not None:
            header, wishes = self.table.header, self.wishes
            self._acts.perform(lambda: self._tables.remember(header, wishes))
        count = brought.what.coming
        self.tell(brought.changes, (brought.act, count) if brought.act else None)
        if brought.act:
            self._acts.done.emit(self._journal.done_before(brought.act, count, brought.changes))

    def _on_act(self, done: Done) -> None:
        """Begin anew when what has just come in is taken back."""
        if self.stage == DONE and done.is_undo:
            self.forget()

    def tell(self, changes: Changes, known: tuple[int, int] | None) -> None:
        """Let the window follow what was written beside it; `known` is the act and its rows."""
        with suppress(Problem):  # asked now, the watch does not tell it a second time
            changes = changes.joined(self._journal.others_changes(known))
        self._signals.changed.emit(changes)

    def save_rows(self, path: str) -> None:
        """Write every row of the file and what becomes of it to a table."""
        source, wishes, importer = self.path, self.wishes, self._importer

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            importer.look(source, wishes, progress, cancelled, path)
            return path

        self._saving.start(work)

    def _on_saved(self, answer: object) -> None:
        if isinstance(answer, str | Problem):
            self.saved_rows = answer
            self.changed.emit()
