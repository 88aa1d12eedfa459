"""What every kind of entry is made of: the base of its details and the checks they share."""

from __future__ import annotations

from steadyhands.domain.hand import UNSURE
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from steadyhands.domain.moment import Moment

NAME_LIMIT = 80
HAND_SYMPTOMS = (
    "weakness",
    "dropping-things",
    "numbness",
    "pain",
    "stiffness",
    "finger-locks",
    "spreading",
    "thinner-hand",
    "hot-swollen",
)
BODY_SYMPTOMS = (
    "sudden-weakness",
    "sudden-face-speech",
    "speech-swallowing",
    "slow-unsteady",
    "breathless",
    "palpitations",
    "faint-drowsy",
    "fever-confusion",
)
NOTICED_ON = ("left-side", "right-side", "both-sides")
"""Where the hand's symptoms of a check-in were; they stand among them."""

SYMPTOMS = (*HAND_SYMPTOMS, *BODY_SYMPTOMS, *NOTICED_ON)


class Details(Value):
    """Base of what an entry says beyond when it happened."""

    KIND: ClassVar[str] = ""

    def amounts(self) -> dict[str, float]:
        """Return the quantities this entry adds to its day."""
        return {}

    def fields(self) -> dict[str, object]:
        """Return the fields that were answered, as the database and exports keep them."""
        answers = ((name, self.__dict__[name]) for name in self._fields)
        return {n: v for n, v in answers if v not in (None, "", ())}

    def check_span(self, at: Moment, until: Moment | None) -> None:
        """Raise Problem if the entry's times do not fit its kind."""
        if until is not None and until.utc_ms < at.utc_ms:
            raise Problem("The end lies before the start. Please check the two times.")


def clean_text(text: str) -> str:
    """Return text that every program can store and show.

    NUL, stray control characters and halves of characters go.
    """
    if text.isprintable():
        return text.strip()
    return "".join(c for c in text if c in "\n\t" or is_text(c)).strip()


def is_text(text: str) -> bool:
    """Return whether text holds no control characters and no halves of characters."""
    return text.isprintable() or all(
        c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff" for c in text
    )


def one_of(given: object, allowed: Iterable[object], what: str) -> None:
    """Raise Problem unless `given` is among the words allowed."""
    if given not in allowed:
        known = ", ".join(str(word) for word in allowed if word not in ("", UNSURE))
        raise Problem("“{given}” is not {what}: {known}.", given=given, what=what, known=known)


def between(given: float, least: float, most: float, template: str) -> None:
    """Raise Problem with the template unless `given` is a number from `least` to `most`."""
    if not least <= given <= most:  # NaN fails both comparisons
        # A whole number may be too large even to be shown.
        raise Problem(template, given=f"{max(min(given, 1e300), -1e300):g}")
