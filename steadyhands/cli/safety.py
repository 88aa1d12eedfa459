"""steadyhands safety: what a clinician should look at, first what the diary tells of it."""

from __future__ import annotations

import os
import textwrap

from steadyhands.cli.say import day_name
from steadyhands.domain.problem import Problem
from steadyhands.domain.redflags import URGENCIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from steadyhands.cli.call import Call
    from steadyhands.domain.redflags import RedFlag, Spoken

URGENT = {
    "emergency": "Get help now",
    "soon": "See a doctor within days",
    "routine": "Worth an appointment",
}
_WIDE = 92
_TELLS_PLACE = ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG")


def show_safety(call: Call) -> str:
    """Return every sign by urgency, what the diary tells first; `read` says it was read."""
    words = [word.casefold() for word in call.asked.operands]
    if words == ["read"]:
        return _read(call)
    if words:
        raise Problem("After safety there can be the word read, nothing else.")
    _hear(call)
    safety, told = call.desk.safety, call.desk.safety.told(call.now)
    safety.keep_shown([one for one in told if one.due], call.now)
    shipped = safety.shipped()
    lines = _told_lines(told, safety.day(call.now))
    for urgency in URGENCIES:
        lines += [URGENT[urgency], ""]
        for flag in shipped.flags:
            if flag.urgency == urgency:
                lines += [*_wrapped(flag.sign, "  "), *_wrapped(action(flag), "      ")]
                lines += [*_source(call, flag.source), ""]
    lines += ["Good to know, too", ""]
    for fact in shipped.facts:
        lines += [*_wrapped(fact.text, "  "), *_source(call, fact.source)]
    return "\n".join(lines)


def with_advice(call: Call, answer: str) -> str:
    """Return an answer, and below it what the diary now calls for, if anything does."""
    due = call.desk.safety.due(call.now)
    if not due:
        return answer
    call.desk.safety.keep_shown(due, call.now)
    first, more = due[0], len(due) - 1
    rest = f" ({more} more)" if more else ""
    said = f"{URGENT[first.urgency]}{rest}: {action(first.flag)}"
    return f"{answer}\n{said}\n{first.flag.sign}. More: steadyhands safety."


def action(flag: RedFlag) -> str:
    """Return what to do, with the number to call here."""
    return flag.action.replace("{number}", _number() or "your local emergency number")


def _hear(call: Call) -> None:
    """Let the rules hear what the last check-up found to rise, as far as one was made."""
    from steadyhands.services.insight import reader_for

    headline = reader_for(call.desk).headline(call.desk.look.day_of(call.now))
    if headline is not None:
        call.desk.safety.hear(headline.rising)


def _read(call: Call) -> str:
    _hear(call)
    due = call.desk.safety.due(call.now)
    if not due:
        return "There is nothing to read."
    call.desk.safety.keep_read(due, call.now)
    return "\n".join(["Kept as read:", *(f"  {one.flag.sign}" for one in due)])


def _source(call: Call, source: str) -> list[str]:
    return _wrapped(f"From: {source}", "      ") if call.asked.has("sources") else []


def _told_lines(told: Iterable[Spoken], today: date) -> list[str]:
    lines = []
    for one in told:
        noticed = ", ".join(
            f"{sign.what.replace('-', ' ')} ({_day(sign.day, today)})" for sign in one.noticed()[:4]
        )
        read = f" Read: {_day(one.read, today)}." if one.read is not None else ""
        lines += [
            f"From what you logged: {URGENT[one.urgency].lower()}",
            *_wrapped(one.flag.sign, "  "),
            *_wrapped(action(one.flag), "      "),
            *_wrapped(f"You logged: {noticed}.{read}", "      "),
            "",
        ]
    if any(one.due for one in told):
        lines += ["When you have read this: steadyhands safety read", ""]
    return lines


def _day(day: date, today: date) -> str:
    return "today" if day == today else day_name(day, today)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDE, initial_indent=indent, subsequent_indent=indent)


def _number() -> str:
    """Return the emergency number of the territory that the environment tells, `de_AT.UTF-8`."""
    from steadyhands.system.emergency import emergency_number

    told = next((text for name in _TELLS_PLACE if (text := os.environ.get(name))), "")
    return emergency_number(told.partition(".")[0].partition("@")[0].partition("_")[2])
