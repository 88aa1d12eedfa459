"""How the person last wanted their report: kept in the diary, so that the next visit asks less."""

from __future__ import annotations

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.problem import Problem
from steadyhands.domain.report_parts import PARTS_OF_REPORT, USUAL_PARTS
from steadyhands.domain.value import Value
from steadyhands.services.report import WEEKS, ReportAsk, last_weeks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from steadyhands.domain.changes import Changes
    from steadyhands.storage.diary import Diary

PAPERS = ("a4", "us-letter")
_NAME = "report"


class ReportWishes(Value):
    """What the chooser shows; `paper` is empty until chosen, the locale then decides."""

    weeks: int = WEEKS
    include: tuple[str, ...] = USUAL_PARTS
    person: str = ""
    questions: tuple[str, ...] = ()
    paper: str = ""

    def check(self) -> None:
        """Refuse what no report could be."""
        if self.paper not in ("", *PAPERS) or not isinstance(self.person, str):
            raise Problem("That is not one of the choices.")
        if not all(isinstance(each, str) for each in (*self.include, *self.questions)):
            raise Problem("That is not one of the choices.")
        if set(self.include) - set(PARTS_OF_REPORT):
            raise Problem("That is no part of a report.")

    def ask(self, today: date, paper: str) -> ReportAsk:
        """Return what to make of it: the weeks that end yesterday, on this paper if none is set."""
        first, last = last_weeks(self.weeks, today)
        asked = tuple(question for question in self.questions if question.strip())
        return ReportAsk(first, last, self.include, self.person, asked, self.paper or paper)


class ReportBook:
    """Reads and keeps the wishes of one diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def read(self) -> ReportWishes:
        """Return the wishes; one that no longer makes sense falls back to what is usual."""
        kept = self._diary.read(lambda: self._diary.settings.get(_NAME))
        wishes = ReportWishes()
        for name, value in (kept if isinstance(kept, dict) else {}).items():
            given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value}
            try:
                wishes = wishes.replaced(**given)
            except (Problem, TypeError):
                continue
        return wishes

    def change(self, **wished: Any) -> Changes:
        """Keep what is wished anew. Raises Problem for nonsense."""
        wishes = self.read().replaced(**wished)
        kept = {name: value for name, value in wishes.__dict__.items() if name in wishes._fields}
        self._diary.write(lambda: self._diary.settings.set(_NAME, kept))
        return SETTINGS_CHANGED
