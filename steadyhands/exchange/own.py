"""Our own JSON: the head that a file begins with, and one entry as a record.

The head of a document and of a file of lines is the same:
`{"steadyhands": "diary", "version": 1, "layout": "lines", "entries": 730, "settings": {…}}`.
`resources/schema/diary.schema.json` says all of it.
"""

from __future__ import annotations

import json
import re
from datetime import datetime

from steadyhands.domain.entries import KINDS, Entry, Other, clean_text, details_of
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Item, SettingsFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from steadyhands.domain.entries import Details

VERSION = 1
MARK, MARK_VALUE = "steadyhands", "diary"
SOURCE = "steadyhands"
NOT_CARRIED = ("device",)  # names this copy of the diary; two copies must not share it
_IS_OURS = re.compile(r'^\s*\{\s*"steadyhands"\s*:\s*"diary"')
_IS_LINES = re.compile(r'"layout"\s*:\s*"lines"')
_ID = re.compile(r"[0-9a-f]{32}$")
_NEWER = "This file was written by a newer SteadyHands. Please update the program first."


def is_own(text: str) -> bool:
    """Return whether a file's beginning is that of our JSON, in either layout."""
    return _IS_OURS.match(text) is not None


def is_lines(text: str) -> bool:
    """Return whether our JSON has an entry a line."""
    return _IS_LINES.search(text[:2000]) is not None


def checked_head(head: Mapping[str, Any]) -> SettingsFound:
    """Return the settings in a file's head; raises Problem for a newer version's file."""
    version = head.get("version")
    if head.get(MARK) != MARK_VALUE or type(version) is not int:
        raise Problem("This is no diary's file.")
    if version > VERSION:
        raise Problem(_NEWER)
    settings = head.get("settings")
    found = settings if isinstance(settings, dict) else {}
    return SettingsFound(tuple((n, v) for n, v in found.items() if n not in NOT_CARRIED))


def record_of(entry: Entry) -> dict[str, object]:
    """Return an entry as a record, without loss; what is empty is left out."""
    details = entry.details
    record: dict[str, object] = {"id": entry.id, "kind": entry.kind, "at": entry.at.iso()}
    if entry.until is not None:
        record["until"] = entry.until.iso()
    record["fields"] = details.fields()
    if isinstance(details, Other):
        record["amounts"] = dict(details.counted)
    if entry.note:
        record["note"] = entry.note
    record["revision"] = entry.revision
    record["device"] = entry.device
    return record


def item_of(record: Any, where: str) -> Item:
    """Return the item that a record says. Raises Problem."""
    if not isinstance(record, dict):
        raise Problem("An entry was expected here.")
    kind, fields = record.get("kind"), record.get("fields", {})
    if not isinstance(kind, str) or not isinstance(fields, dict):
        raise Problem("An entry needs a kind and fields.")
    details = _details(kind, fields, record.get("amounts"))
    at, until = _moment(record.get("at")), record.get("until")
    end = None if until is None else _moment(until)
    key, revision = record.get("id", ""), record.get("revision", 1)
    if key and not (isinstance(key, str) and _ID.match(key)):
        raise Problem("“{id}” is not the name of an entry.", id=str(key)[:40])
    if type(revision) is not int or not 1 <= revision < 2**31:
        raise Problem("A revision is a whole number from 1 on.")
    note = clean_text(_text(record.get("note", "")))
    device = clean_text(_text(record.get("device", "")))[:80]
    named = key or f"{kind}|{at.iso()}|{sorted(fields.items())!r}"
    return Item(details, at, end, note, SOURCE, named, where, key, revision, device)


def _details(kind: str, fields: dict[str, Any], amounts: Any) -> Details:
    if kind not in KINDS or amounts is not None:
        _check_storable(fields)
        return details_of(kind, fields, _amounts(amounts))
    given = {n: tuple(v) if isinstance(v, list) else v for n, v in fields.items()}
    try:
        return KINDS[kind](**given)
    except (TypeError, AttributeError, ValueError) as error:
        if isinstance(error, Problem):
            raise
        raise Problem("The fields of that {kind} make no sense.", kind=kind) from None


def _check_storable(fields: dict[str, Any]) -> None:
    """Raise Problem for numbers and letters that JSON can write but nobody can read."""
    try:
        json.dumps(fields, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        raise Problem("The fields hold what is neither a number nor text.") from None


def _amounts(given: Any) -> dict[str, float]:
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise Problem("Amounts are numbers with names.")
    for name, amount in given.items():
        if isinstance(amount, bool) or not isinstance(amount, int | float):
            raise Problem("The amount of {name} is not a number.", name=str(name)[:80])
    return given


def _moment(given: Any) -> Moment:
    try:
        return Moment.of(datetime.fromisoformat(_text(given)))
    except (ValueError, TypeError, OverflowError) as error:
        if isinstance(error, Problem):
            raise
        raise Problem(
            "“{given}” is not a time with a zone, such as 2026-03-10T14:05:00.000+01:00.",
            given=str(given)[:40],
        ) from None


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise Problem("Words were expected, not {given}.", given=str(given)[:40])
    return given
