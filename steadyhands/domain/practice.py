"""What an exercise leaves in the diary: the session, and what hurt."""

from __future__ import annotations

from steadyhands.domain.details import NAME_LIMIT, SYMPTOMS, Details, between, is_text, one_of
from steadyhands.domain.hand import PARTS, SIDES, UNSURE
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

AFTERWARDS = ("easier", "same", "worse")
LONGEST_SESSION_S = 24 * 60 * 60
SEVEREST = 10


class RoutineSession(Details):
    """A hand routine that was done, in full or in part.

    `share` is the share of its holds that were held, None if nobody counted; `held_s` and
    `total_s` are seconds, pauses left out; `felt` is how the hands are afterwards.
    """

    KIND: ClassVar[str] = "routine"

    routine: str
    name: str
    share: float | None = None
    sides: tuple[str, ...] = ()
    held_s: float = 0
    total_s: float = 0
    felt: str = ""
    hurt: bool = False

    def check(self) -> None:
        """A share is 0–1, a session at most a day, and no longer held than it lasted."""
        _name(self.routine, "A routine needs a name of 1 to {most} letters.")
        _name(self.name, "A routine needs a name of 1 to {most} letters.")
        if self.share is not None:
            between(self.share, 0, 1, "The share that was done goes from 0 to 1, not {given}.")
        for side in self.sides:
            one_of(side, SIDES, "a side")
        between(self.total_s, 0, LONGEST_SESSION_S, "A session lasts at most a day, not {given} s.")
        between(self.held_s, 0, self.total_s, "More seconds were held than there were: {given}.")
        one_of(self.felt, ("", *AFTERWARDS), "how hands feel afterwards")
        if self.hurt not in (True, False):
            raise Problem("It hurt or it did not; “{given}” is neither.", given=self.hurt)

    def fields(self) -> dict[str, object]:
        """Return the session without what did not happen."""
        optional = ("held_s", "total_s", "hurt")
        return {n: v for n, v in super().fields().items() if v or n not in optional}

    def amounts(self) -> dict[str, float]:
        """Return the minutes it took."""
        return {"routine_min": self.total_s / 60} if self.total_s else {}


class Symptom(Details):
    """Something felt that may matter: what, where if known, how much from 0 to 10.

    `during` is the id of the routine that it came with.
    """

    KIND: ClassVar[str] = "symptom"

    what: str
    side: str = UNSURE
    part: str = UNSURE
    severity: int | None = None
    during: str = ""

    def check(self) -> None:
        """Accept only known words; severity is a whole number from 0 to 10."""
        one_of(self.what, SYMPTOMS, "a symptom on the list")
        one_of(self.side, (*SIDES, UNSURE), "a side")
        one_of(self.part, (*PARTS, UNSURE), "a finger or part of the hand")
        given = self.severity
        if given is not None and (given != given or given not in range(SEVEREST + 1)):
            raise Problem("The scales go from 0 to 10, not {given}.", given=given)
        if self.during:
            _name(self.during, "A routine needs a name of 1 to {most} letters.")

    def amounts(self) -> dict[str, float]:
        """Return one symptom."""
        return {"symptoms": 1}


def _name(text: str, template: str) -> None:
    if not text.strip() or len(text) > NAME_LIMIT or not is_text(text):
        raise Problem(template, most=NAME_LIMIT)
