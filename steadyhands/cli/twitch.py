"""steadyhands log twitch: the command that must be quick."""

from __future__ import annotations

from steadyhands.cli.say import entry_line
from steadyhands.domain.entries import Twitch
from steadyhands.domain.hand import PARTS, SIDES, UNSURE
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.cli.call import Call
    from steadyhands.domain.entries import Details
    from steadyhands.domain.moment import Moment

_SIDES: dict[str, str] = {**{side: side for side in SIDES}, "l": "left", "r": "right"}
_PARTS: dict[str, str] = {
    **{part: part for part in PARTS},
    "forefinger": "index",
    "pointer": "index",
    "pinky": "little",
    "pinkie": "little",
    "small": "little",
}
MAY_MATTER = ("lock", "shake")  # what the rules of the red flags ask for
_FILLING = ("finger", "hand", "the", "my", "on", "of")


def log_twitch(call: Call) -> str:
    """Log a twitch where the words say, or where the last one was."""
    asked = call.asked
    side, part = place_in(asked.operands)
    details = Twitch(
        doing=_word(asked.get("doing")),
        felt=_word(asked.get("felt")),
        lasted=_word(asked.get("lasted")),
        strength=one_to_five(asked.get("strength"), "Strength"),
        state=_word(asked.get("state")),
    )
    if not side:
        side, last_part = call.desk.journal.last_place(call.now)
        part = part or last_part
    answer = save(call, details.replaced(side=side, part=part or UNSURE))
    if details.felt not in MAY_MATTER:
        return answer
    from steadyhands.cli.safety import with_advice

    return with_advice(call, answer)


def save(
    call: Call,
    details: Details,
    at: Moment | None = None,
    until: Moment | None = None,
    note: str = "",
) -> str:
    """Log an entry at the time asked for, or now, and say so."""
    typed = call.asked.get("at")
    if typed is not None:
        from steadyhands.cli.when import moment_at

        at = moment_at(typed, call.now, call.desk.clock)
    note = note or call.asked.get("note") or ""
    done = call.desk.journal.log(details, at or call.now, call.now, until, note)
    return f"Saved: {entry_line(done.entry, call.now)}."


def one_to_five(typed: str | None, what: str) -> int | None:
    """Return a whole number from 1 to 5; None if nothing was typed."""
    if typed is None:
        return None
    text = typed.strip().removesuffix("/5")
    if text in ("1", "2", "3", "4", "5"):
        return int(text)
    from steadyhands.domain.amounts import shown

    sentence = "{what} goes from 1 to 5, so not “{given}”."
    raise Problem(sentence, what=what, given=shown(typed))


def _word(typed: str | None) -> str:
    """Return `falling-asleep` for `Falling asleep`."""
    return "-".join(typed.casefold().split()) if typed else ""


def place_in(words: Iterable[str]) -> tuple[str, str]:
    """Return the side and part that words name in any order; empty for what they leave out."""
    side = part = ""
    for word in " ".join(words).casefold().replace("-", " ").replace("_", " ").split():
        if word in _SIDES and side in ("", _SIDES[word]):
            side = _SIDES[word]
        elif word in _PARTS and part in ("", _PARTS[word]):
            part = _PARTS[word]
        elif word == UNSURE and not (side and part):
            side, part = side or UNSURE, part or UNSURE
        elif word in _SIDES or word in _PARTS:
            raise Problem("One twitch is in one place; please log the other one by itself.")
        elif word not in _FILLING:
            raise _unknown(word)
    return side, part


def _unknown(word: str) -> Problem:
    import difflib

    from steadyhands.domain.amounts import shown

    near = difflib.get_close_matches(word, [*_SIDES, *_PARTS], n=1)
    known = f"Did you mean {near[0]}?" if near else f"Known are {', '.join((*SIDES, *PARTS))}."
    return Problem("I do not know where “{given}” is. {known}", given=shown(word), known=known)
