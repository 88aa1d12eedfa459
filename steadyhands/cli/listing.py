"""steadyhands list: the entries of the last days, for people or as JSON."""

from __future__ import annotations

from datetime import timedelta

from steadyhands.cli.say import clock, day_name, extras, name
from steadyhands.domain.amounts import shown
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from steadyhands.cli.call import Call
    from steadyhands.domain.entries import Entry
    from steadyhands.services.look import Look

USUAL_DAYS, MOST_DAYS = 7, 36_600
_NOTE_SHOWN = 60


def list_entries(call: Call) -> str:
    """Return the entries of the last days, newest first."""
    days = _days(call.asked.get("days"))
    look = call.desk.look
    today = look.day_of(call.now)
    first = max(today.toordinal() - days + 1, 1)
    entries = look.entries(today.fromordinal(first), today, call.now)
    if call.asked.has("json"):
        return _as_json(entries)
    if not entries:
        return f"Nothing was logged in the last {days} days." if days > 1 else "Nothing today yet."
    return "\n".join(_lines(entries, look, today))


def _days(typed: str | None) -> int:
    if typed is None:
        return USUAL_DAYS
    text = typed.strip()
    if text.isdecimal() and len(text) < 9 and 1 <= int(text) <= MOST_DAYS:
        return int(text)
    raise Problem(
        "--days takes a whole number from 1 to {most}, not “{given}”.",
        most=f"{MOST_DAYS:,}",
        given=shown(typed),
    )


def _lines(entries: Iterable[Entry], look: Look, today: date) -> Iterable[str]:
    shown_day = None
    for entry in entries:
        day = look.day_of(entry.belongs_at())
        if day != shown_day:
            if shown_day is not None:
                yield ""
            yield _heading(day, today)
            shown_day = day
        yield _line(entry)


def _heading(day: date, today: date) -> str:
    near = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}
    return near.get(day, "") + day_name(day, today)


def _line(entry: Entry) -> str:
    more = extras(entry)
    words = " ".join(entry.note.split())
    if len(words) > _NOTE_SHOWN:
        words = words[: _NOTE_SHOWN - 1] + "…"
    told = name(entry) + (f" ({more})" if more else "") + (f": {words}" if words else "")
    return f"  {clock(entry):<11}  {told}"


def _as_json(entries: Iterable[Entry]) -> str:
    """Return one JSON array, an entry a line."""
    import json

    rows = [json.dumps(_plain(entry), ensure_ascii=False) for entry in entries]
    return "[" + ",\n ".join(rows) + "]"


def _plain(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "at": entry.at.iso(),
        "until": entry.until.iso() if entry.until else None,
        "fields": entry.details.fields(),
        "note": entry.note,
    }
