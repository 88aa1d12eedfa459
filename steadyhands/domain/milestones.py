"""What the plan and the safety page leave in the diary."""

from __future__ import annotations

from steadyhands.domain.details import NAME_LIMIT, Details, between, is_text, one_of
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

PLAN_ACTS = ("start", "task", "pause", "resume", "extend", "finish", "stop")
NOTICE_ACTS = ("shown", "read")
LONGEST_STEP_DAYS = 365


class PlanMark(Details):
    """One mark of the plan: a step started, a day's task done, a pause, a step finished.

    The plan as it stands is what its marks add up to (`domain.plan.fold`). `days` is the length
    agreed when a step starts, or what is added when it is extended; `rhythm` is "steady" or, for
    a step that can be switched, "fortnights" on and off in turn; `keep` tells whether a finished
    step's habit stays.
    """

    KIND: ClassVar[str] = "plan"

    act: str
    step: str = ""
    days: int = 0
    rhythm: str = "steady"
    keep: bool = False

    def check(self) -> None:
        """An act of the list, a step's name, and 0–365 days."""
        one_of(self.act, PLAN_ACTS, "something that a plan knows")
        one_of(self.rhythm, ("steady", "fortnights"), "a rhythm of a step")
        if len(self.step) > NAME_LIMIT or not is_text(self.step):
            raise Problem("A step's name can have {most} letters.", most=NAME_LIMIT)
        between(self.days, 0, LONGEST_STEP_DAYS, "A step lasts at most 365 days, not {given}.")

    def fields(self) -> dict[str, object]:
        """Return the mark without what is as usual."""
        return {n: v for n, v in super().fields().items() if v and (n, v) != ("rhythm", "steady")}


class SafetyNotice(Details):
    """That a safety rule spoke, or that its card was read: `rule` is its id in redflags.toml."""

    KIND: ClassVar[str] = "notice"

    rule: str
    act: str = "shown"

    def check(self) -> None:
        """A rule's id and one of two acts."""
        one_of(self.act, NOTICE_ACTS, "something that happens to a notice")
        if not self.rule or len(self.rule) > NAME_LIMIT or not is_text(self.rule):
            raise Problem("A rule needs a name of 1 to {most} letters.", most=NAME_LIMIT)
