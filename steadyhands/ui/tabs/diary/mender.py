"""What the Diary tab does to entries: change, add, add notes, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from steadyhands.domain.entries import Entry, Note
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.services.journal import Done, Journal
from steadyhands.ui.acts import Acts
from steadyhands.ui.tabs.diary.entry_form import Draft
from steadyhands.ui.tabs.diary.panel import Panel
from steadyhands.ui.tabs.diary.presenter import AtLocal, changes_of, note_time

Saved = Callable[[Panel | None, Entry | None], object]


class Mender:
    """Has acts performed at the time of the press.

    What the diary refuses is said at the form that asked, while `shown` returns it. `saved`
    hears the form, and the entry to look at then.
    """

    def __init__(
        self,
        journal: Journal,
        acts: Acts,
        clock: Callable[[], Moment],
        at_local: AtLocal,
        shown: Callable[[], Panel | None],
        saved: Saved,
    ) -> None:
        self._journal, self._acts = journal, acts
        self._clock, self._at_local = clock, at_local
        self._shown, self._saved = shown, saved

    def change(self, old: Entry, draft: Draft) -> None:
        """Save what of an entry was changed."""
        now = self._clock()
        changes = changes_of(old, draft.details, (draft.at, draft.until), draft.note)
        if changes:
            self._keep(lambda: self._journal.amend(old.id, now, **changes))
        else:
            self._saved(self._shown(), None)

    def add(self, draft: Draft) -> None:
        """Save an entry of a past time."""
        now, details = self._clock(), draft.details
        self._keep(lambda: self._journal.log(details, draft.at, now, draft.until, draft.note))

    def note_day(self, day: date, words: str, starts_at: int) -> None:
        """Save words about a day."""
        now = self._clock()
        wall = note_time(day, now.local(), starts_at)
        at = now if wall == now.local() else self._at_local(wall)
        self._keep(lambda: self._journal.log(Note(), at, now, note=words))

    def annotate(self, ids: Sequence[str], words: str) -> None:
        """Add words to several entries."""
        now = self._clock()
        self._keep(lambda: self._journal.annotate(ids, words, now), seek=False)

    def remove(self, ids: Sequence[str]) -> None:
        """Take entries out of the diary; the line at the bottom can put them back."""
        now = self._clock()
        if ids:
            self._keep(lambda: self._journal.remove(ids, now), seek=False)

    def _keep(self, act: Callable[[], Done], seek: bool = True) -> None:
        form = self._shown()

        def tried() -> Done | None:
            try:
                return act()
            except (DiaryBusy, DiaryUnusable):
                raise
            except Problem as problem:
                if form is None or form is not self._shown():
                    raise
                form.show_problem(problem)
                return None

        self._acts.perform(tried, lambda done: self._saved(form, done.entry if seek else None))
