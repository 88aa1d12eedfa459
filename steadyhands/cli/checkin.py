"""steadyhands log checkin: how the day feels."""

from __future__ import annotations

from steadyhands.cli.twitch import save
from steadyhands.domain.amounts import minutes, scale_0_10
from steadyhands.domain.entries import CheckIn
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from steadyhands.cli.call import Call

    T = TypeVar("T")


def log_checkin(call: Call) -> str:
    """Log the answers that were given; one at least."""
    answers: dict[str, Any] = {
        "stress": _read(call, "stress", scale_0_10),
        "tiredness": _read(call, "tiredness", scale_0_10),
        "mental_load": _read(call, "load", scale_0_10),
        "workout_min": _read(call, "workout", minutes),
        "screen_hours": _read(call, "screen", _hours),
        "symptoms": _symptoms(call),
    }
    if all(answer in (None, ()) for answer in answers.values()):
        raise Problem("A check-in needs an answer, such as --stress 4; see log checkin --help.")
    answer = save(call, CheckIn(**answers))
    if not answers["symptoms"]:
        return answer
    from steadyhands.cli.safety import with_advice

    return with_advice(call, answer)


def _read(call: Call, option: str, read: Callable[[str], T]) -> T | None:
    typed = call.asked.get(option)
    return None if typed is None else read(typed)


def _hours(typed: str) -> float:
    """Return hours; a bare number is hours here, not minutes."""
    bare = typed.strip().replace(",", ".").replace(".", "", 1).isdecimal()
    return minutes(typed + " h" if bare else typed) / 60


def _symptoms(call: Call) -> tuple[str, ...]:
    """Return the symptoms, each once; `Finger locks` is `finger-locks`."""
    said = [one for typed in call.asked.all("symptom") for one in typed.split(",")]
    words = ("-".join(one.casefold().split()) for one in said)
    return tuple(dict.fromkeys(word for word in words if word))
