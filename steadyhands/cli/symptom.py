"""steadyhands log symptom: something noticed that may matter, and where."""

from __future__ import annotations

from steadyhands.cli.safety import with_advice
from steadyhands.cli.twitch import place_in, save
from steadyhands.domain.amounts import scale_0_10
from steadyhands.domain.details import BODY_SYMPTOMS, HAND_SYMPTOMS
from steadyhands.domain.entries import Symptom
from steadyhands.domain.hand import UNSURE
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadyhands.cli.call import Call

WHATS = (*HAND_SYMPTOMS, *BODY_SYMPTOMS)
_ALSO: dict[str, str] = {
    "weak": "weakness",
    "numb": "numbness",
    "tingling": "numbness",
    "stiff": "stiffness",
    "locks": "finger-locks",
    "locking": "finger-locks",
    "thinner": "thinner-hand",
    "swollen": "hot-swollen",
    "palpitation": "palpitations",
}


def log_symptom(call: Call) -> str:
    """Log one symptom; its words first, then side and finger in any order."""
    words = " ".join(call.asked.operands).casefold().replace("-", " ").replace("_", " ").split()
    what, rest = _named(words)
    side, part = place_in(rest)
    typed = call.asked.get("severity")
    severity = None if typed is None else scale_0_10(typed)
    answer = save(call, Symptom(what, side or UNSURE, part or UNSURE, severity))
    return with_advice(call, answer)


def _named(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the symptom that the first words name, and the words after it."""
    if not words:
        raise Problem(
            "Which symptom? Try steadyhands log symptom weakness right. Known are {known}.",
            known=", ".join(WHATS),
        )
    for end in range(len(words), 0, -1):
        name = "-".join(words[:end])
        name = _ALSO.get(name, name)
        if name in WHATS:
            return name, words[end:]
    raise _unknown(words[0])


def _unknown(word: str) -> Problem:
    import difflib

    from steadyhands.domain.amounts import shown

    near = difflib.get_close_matches(word, [*WHATS, *_ALSO], n=1)
    known = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(WHATS)}."
    return Problem("I know no symptom “{given}”. {known}", given=shown(word), known=known)
