"""steadyhands report: the clinician report as a file, or as text on the screen."""

from __future__ import annotations

import os

from steadyhands.domain.amounts import shown
from steadyhands.domain.problem import Problem
from steadyhands.services.insight import reader_for
from steadyhands.services.report import WEEKS, ReportAsk, ReportDesk, keep_report, last_weeks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.cli.call import Call

_ENDINGS = (".pdf", ".html", ".txt")


def write_report(call: Call) -> str:
    """Write the report into a file by its ending; without a file, return it as text."""
    ask, desk = _asked(call), ReportDesk(call.desk.keeper.path, reader_for(call.desk))
    path = call.asked.get("output")
    if not path:
        return desk.text(ask).rstrip()
    ending = os.path.splitext(path)[1].casefold()
    if ending == ".pdf":
        made = desk.pdf(ask)
    elif ending in (".html", ".htm"):
        made = desk.html(ask).encode()
    elif ending == ".txt":
        made = desk.text(ask).encode()
    else:
        known = ", ".join(_ENDINGS)
        raise Problem("A report ends in {known}, not {given}.", known=known, given=shown(path))
    keep_report(path, made)
    days = (ask.last - ask.first).days + 1
    return f"A report of {days} days is in {path}"


def _asked(call: Call) -> ReportAsk:
    weeks = call.asked.get("weeks")
    if weeks and not weeks.isdecimal():
        raise Problem("Weeks are a whole number, not {given}.", given=shown(weeks))
    first, last = last_weeks(int(weeks or WEEKS), call.desk.look.day_of(call.now))
    ask = ReportAsk(
        first,
        last,
        person=call.asked.get("name") or "",
        questions=tuple(call.asked.all("ask")),
        paper="us-letter" if call.asked.has("letter") else "a4",
    )
    chosen = tuple(call.asked.all("include"))
    return ask.replaced(include=chosen) if chosen else ask
